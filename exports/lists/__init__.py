"""Lists to be changed in Excel and read back: members, and the participants of an activity with their marks."""

from dataclasses import dataclass

from db.engine import Reader
from db.errors import UserError
from db.imports import fields
from db.imports.columns import PARTICIPANTS, PEOPLE
from db.imports.returning import MARK, Given, GivenList
from db.queries import lists
from db.queries.activities import card
from db.queries.lists import Listed, ListedSession
from db.rules.attendance import LETTERS
from db.rules.dates import stored
from db.rules.names import FullName
from db.rules.phones import pretty
from exports.document import ACTIVITY, NO_SUCH_THING, YES_NO, Choice, Choices, Document
from exports.kit.wording import SEX_LETTERS
from resources.texts import N_, Texts

CONTACT = frozenset({fields.PHONE, fields.EMAIL})
COLUMNS = (
    (fields.NAME, 34),
    (fields.SEX, 14),
    (fields.BIRTH, 20),
    (fields.ORGANIZATION, 34),
    (fields.POSITION, 24),
    (fields.DISTRICT, 26),
    (fields.VILLAGE, 22),
    (fields.PHONE, 20),
    (fields.EMAIL, 28),
    (fields.NOTES, 30),
)
SESSION = N_("Session {number}")


@dataclass(frozen=True, slots=True)
class ListAnswer:
    """What a list is made of. ``title``: of the activity."""

    target: str
    activity: str | None
    title: str | None
    people: tuple[Listed, ...]
    sessions: tuple[ListedSession, ...]
    contacts: bool
    restricted: bool


def members(reader: Reader, choices: Choices) -> ListAnswer:
    """Ask for all members."""
    people = tuple(lists.members(reader))
    return ListAnswer(PEOPLE, None, None, people, (), choices["contacts"], restricted=False)


def participants(reader: Reader, choices: Choices) -> ListAnswer:
    """Ask for the people of an activity. Raises UserError where it is not there."""
    activity = choices["activity"]
    found = card(reader, activity)
    if found is None:
        raise UserError(NO_SUCH_THING)
    return ListAnswer(
        *(PARTICIPANTS, activity, found.row.title),
        tuple(lists.participants(reader, activity)),
        tuple(lists.sessions(reader, activity)),
        choices["contacts"],
        restricted=found.sensitivity == "restricted",
    )


def make(answer: ListAnswer, t: Texts, _: str) -> bytes:
    """The list as ``xlsx``."""
    from exports.lists import workbook

    return workbook.make(answer, t)


def headings(answer: ListAnswer, t: Texts) -> dict[str, str]:
    """Key of each column → what stands over it; sessions by ``mark:`` and their id."""
    wanted = (key for key, _ in COLUMNS if answer.contacts or key not in CONTACT)
    found = {key: t(fields.LABELS[key]) for key in wanted}
    for one in answer.sessions:
        found[f"{MARK}{one.id}"] = t(SESSION, number=one.number)
    return found


def texts(answer: ListAnswer, t: Texts, one: Listed) -> dict[str, str]:
    """What is shown of a person, by the keys of the columns. Who is protected is a code."""
    known, language = one.stored, t.language
    marks = {
        key: LETTERS[language].get(str(value), "")
        for key, value in known.items()
        if key.startswith(MARK)
    }
    if one.sensitive or answer.restricted:
        return {fields.NAME: one.code or "–", **marks}
    birth = stored(known["birth"])
    return {
        fields.NAME: str(FullName(known["title_before"], known["name"], known["title_after"])),
        fields.SEX: SEX_LETTERS[language].get(str(known["sex"]), ""),
        fields.BIRTH: t.date(birth.first, birth.precision) if birth else "",
        fields.ORGANIZATION: one.organization or "",
        fields.POSITION: known["position"] or "",
        fields.DISTRICT: one.district or "",
        fields.VILLAGE: known["village"] or "",
        fields.PHONE: pretty(known["phone"]),
        fields.EMAIL: known["email"] or "",
        fields.NOTES: known["notes"] or "",
        **marks,
    }


def given(answer: ListAnswer, t: Texts) -> GivenList:
    """What the list carries of its own, to be compared when it comes back."""
    over = headings(answer, t)
    rows = {}
    for one in answer.people:
        shown = texts(answer, t, one)
        hidden = one.sensitive or answer.restricted
        stored_now = {k: v for k, v in one.stored.items() if not hidden or k.startswith(MARK)}
        by_heading = {over[k] if k.startswith(MARK) else k: shown.get(k, "") for k in over}
        rows[one.id] = Given(by_heading, stored_now)
    sessions = {over[f"{MARK}{one.id}"]: one.id for one in answer.sessions}
    return GivenList(answer.target, answer.activity, sessions, rows)


_CONTACTS = Choice("contacts", N_("With contact data"), YES_NO, default=False)

MEMBERS = Document(
    key="member_list",
    title=N_("Member list to change in Excel"),
    formats=("xlsx",),
    choices=(_CONTACTS,),
    question=members,
    make=make,
)
PARTICIPANT_LIST = Document(
    key="participant_list",
    title=N_("Participants and marks to change in Excel"),
    formats=("xlsx",),
    choices=(Choice("activity", N_("Activity"), ACTIVITY, required=True), _CONTACTS),
    question=participants,
    make=make,
)
