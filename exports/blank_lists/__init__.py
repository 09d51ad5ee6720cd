"""Empty lists to hand out: a workbook with drop-down lists, and a form for KoboToolbox and ODK."""

from dataclasses import dataclass

from db.engine import Reader
from db.errors import UserError
from db.imports import fields
from db.imports.columns import ACTIVITIES, ORGANIZATIONS, PARTICIPANTS, PEOPLE
from db.queries import districts, vocabularies
from db.queries.activities import card
from db.rules.districts import REGENCY
from exports.document import ACTIVITY, NO_SUCH_THING, ONE_OF, Choice, Choices, Document
from resources.texts import N_, Texts

Pair = tuple[str, str]

PERSON = (
    *(fields.NAME, fields.SEX, fields.BIRTH, fields.ORGANIZATION, fields.POSITION),
    *(fields.DISTRICT, fields.VILLAGE, fields.PHONE, fields.EMAIL, fields.DISABILITY),
    *(fields.ACCOMMODATION, fields.CONSENT, fields.NOTES),
)
COLUMNS = {
    PEOPLE: PERSON,
    PARTICIPANTS: (*PERSON[:3], fields.AGE, *PERSON[3:]),
    ORGANIZATIONS: (
        *(fields.ORGANIZATION, fields.ACRONYM, fields.KIND, fields.DISTRICT, fields.CONTACT),
        *(fields.PHONE, fields.EMAIL, fields.WEBSITE, fields.ADDRESS, fields.NOTES),
    ),
    ACTIVITIES: (
        *(fields.TITLE, fields.KIND, fields.STARTS, fields.ENDS, fields.DISTRICT, fields.VENUE),
        *(fields.OBJECTIVE, fields.PLANNED, fields.NOTES),
    ),
}
LISTS = (
    (PEOPLE, N_("Members")),
    (PARTICIPANTS, N_("Participants of an activity")),
    (ORGANIZATIONS, N_("Organizations")),
    (ACTIVITIES, N_("Work plan: activities")),
)
KINDS = {ORGANIZATIONS: "organization_kind", ACTIVITIES: "activity_kind"}


@dataclass(frozen=True, slots=True)
class BlankAnswer:
    """What may be chosen in the cells of a list. ``places``: names of kabupaten and kota."""

    target: str
    places: tuple[str, ...]
    kinds: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class FormAnswer:
    """What a form asks. ``places``: names of kabupaten and kota; ``sessions``: number and topic."""

    title: str | None
    places: tuple[str, ...]
    sessions: tuple[tuple[int, str | None], ...]


def _places(reader: Reader) -> tuple[str, ...]:
    return tuple(sorted(row.name for row in districts.page(reader, level=REGENCY, limit=1000)))


def blank(reader: Reader, choices: Choices) -> BlankAnswer:
    """Ask for an empty list."""
    target = choices["list"]
    kinds = vocabularies.terms(reader, KINDS[target]) if target in KINDS else []
    return BlankAnswer(target, _places(reader), tuple(one.label for one in kinds))


def form(reader: Reader, choices: Choices) -> FormAnswer:
    """Ask for a form; of an activity where one is named. Raises UserError where it is not there."""
    places = _places(reader)
    if choices["activity"] is None:
        return FormAnswer(None, places, ())
    found = card(reader, choices["activity"])
    if found is None:
        raise UserError(NO_SUCH_THING)
    sessions = tuple((one.number, one.topic) for one in found.sessions)
    return FormAnswer(found.row.title, places, sessions)


def make_blank(answer: BlankAnswer, t: Texts, _: str) -> bytes:
    """The empty list as ``xlsx``, in the language of ``t``."""
    from exports.blank_lists import workbook

    return workbook.make(answer, t)


def make_form(answer: FormAnswer, t: Texts, _: str) -> bytes:
    """The form as an XLSForm, in both languages; the one of ``t`` is shown first."""
    from exports.blank_lists import xlsform

    return xlsform.make(answer, t)


TEMPLATE = Document(
    key="template",
    title=N_("Empty list to hand out"),
    formats=("xlsx",),
    choices=(Choice("list", N_("What the file lists"), ONE_OF, PEOPLE, LISTS),),
    question=blank,
    make=make_blank,
    nameless=True,
)
FORM = Document(
    key="registration_form",
    title=N_("Registration form for KoboToolbox (XLSForm)"),
    formats=("xlsx",),
    choices=(Choice("activity", N_("Activity"), ACTIVITY),),
    question=form,
    make=make_form,
    nameless=True,
)
