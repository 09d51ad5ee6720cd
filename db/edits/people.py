"""What users do with people."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session, select

from db.edits.drafts import Draft, Findings, names_of
from db.edits.edit import edit, get, keep, put, reader_of, refuse
from db.engine import Reader
from db.errors import Problem
from db.log.identity import derived_id, new_id
from db.models import Affiliation, Person, Tag, Tagging
from db.rules.ages import band_text
from db.rules.dates import PartialDate
from db.rules.disability import QUESTIONS
from db.rules.names import fold
from db.rules.phones import normalise
from resources.texts import N_

_APART = ("organization_id", "groups")
SEXES = ("female", "male", "other", "not_said")
SAID = ("yes", "no", "not_said")
WRONG_CHOICE = N_("Please choose one of the answers.")
SAME_PERSON = N_("A person cannot be a duplicate of herself or himself.")


@dataclass(slots=True)
class PersonDraft(Draft):
    """A person being edited. ``organization_id`` and ``position``: where she or he belongs now.

    ``groups``: free words like farmer or survivor; None leaves them as they are.
    """

    name: str | None = None
    title_before: str | None = None
    title_after: str | None = None
    nickname: str | None = None
    form_of_address: str | None = None
    sex: str | None = None
    birth: str | None = None
    age_band: str | None = None
    age_band_on: str | None = None
    seeing: int | None = None
    hearing: int | None = None
    walking: int | None = None
    remembering: int | None = None
    self_care: int | None = None
    communicating: int | None = None
    disability_said: str | None = None
    disability_kind: str | None = None
    disability_method_id: str | None = None
    accommodation: str | None = None
    phone: str | None = None
    whatsapp: bool = False
    email: str | None = None
    address: str | None = None
    village: str | None = None
    district_id: str | None = None
    occupation: str | None = None
    position: str | None = None
    notes: str | None = None
    sensitive: bool = False
    organization_id: str | None = None
    groups: list[str] | None = None

    def check(self) -> list[Problem]:
        """What is wrong, field by field; puts what is right into its stored form."""
        findings = Findings(self)
        findings.required("name")
        findings.rewritten("birth", lambda text: PartialDate.parse(text).start_text())
        findings.rewritten("age_band", band_text)
        findings.rewritten("age_band_on", lambda text: PartialDate.parse(text).start_text())
        findings.rewritten("phone", normalise)
        findings.email()
        if self.sex not in (None, *SEXES):
            findings.note("sex", WRONG_CHOICE)
        if self.disability_said not in (None, *SAID):
            findings.note("disability_said", WRONG_CHOICE)
        for question in QUESTIONS:
            if getattr(self, question) not in (None, 0, 1, 2, 3):
                findings.note(question, WRONG_CHOICE)
        return findings.problems


def draft(reader: Reader, person: str) -> PersonDraft | None:
    """The draft of a person as she or he stands, for the form."""
    names = names_of(PersonDraft, *_APART)
    values = reader.one(
        lambda *values: dict(zip(names, values, strict=True)),
        f"SELECT {', '.join(names)} FROM person WHERE id = ? AND removed = 0",
        (person,),
    )
    if values is None:
        return None
    organization = reader.value(
        "SELECT organization_id FROM affiliation WHERE person_id = ? AND main AND removed = 0",
        (person,),
    )
    values["whatsapp"], values["sensitive"] = bool(values["whatsapp"]), bool(values["sensitive"])
    groups = reader.rows(
        str,
        "SELECT t.name FROM tagging AS x JOIN tag AS t ON t.id = x.tag_id WHERE x.subject = 'person'"
        " AND x.subject_id = ? AND x.removed = 0 ORDER BY t.name COLLATE NOCASE",
        (person,),
    )
    return PersonDraft(**values, organization_id=organization, groups=groups)


@edit(N_("Add member"))
def add(session: Session, draft: PersonDraft) -> str:
    """Register a person; answers the id."""
    refuse(draft.check())
    person = Person(id=new_id(), **draft.values(*_APART))
    session.add(person)
    _protect(session, person)
    _belong(session, person, draft)
    _group(session, person, draft.groups)
    return person.id


@edit(N_("Change member"))
def change(session: Session, person_id: str, draft: PersonDraft) -> None:
    """Change a person; a new organization leaves the former one in the history of the person."""
    refuse(draft.check())
    person = get(session, Person, person_id)
    person.sqlmodel_update(draft.values(*_APART))
    session.add(person)
    _protect(session, person)
    _belong(session, person, draft)
    _group(session, person, draft.groups)


@edit(N_("Remove member"))
def remove(session: Session, person_id: str) -> None:
    """Take a person out of every list; what she or he took part in stays."""
    person = get(session, Person, person_id)
    person.removed = True
    session.add(person)


@edit(N_("Protect names"))
def protect(session: Session, rows: Sequence[str], *, protected: bool) -> int:
    """Protect several members in every export, or no more; answers how many."""
    for row in rows:
        person = get(session, Person, row)
        person.sensitive = protected
        session.add(person)
        _protect(session, person)
        session.flush()
    return len(rows)


def _protect(session: Session, person: Person) -> None:
    """A protected person has a code that stands for the name in exports; it never changes again."""
    if person.sensitive and person.code is None:
        last = reader_of(session).value(
            "SELECT max(CAST(substr(code, 3) AS INTEGER)) FROM person WHERE code LIKE 'P-%'"
        )
        person.code = f"P-{(last or 0) + 1:04d}"
        session.add(person)


def _group(session: Session, person: Person, groups: list[str] | None) -> None:
    """Exactly these words; one that is known already is taken in the spelling that it has."""
    if groups is None:
        return
    tags = session.exec(select(Tag).where(Tag.removed == False)).all()  # noqa: E712 - SQL
    known = {fold(tag.name): tag.id for tag in tags}
    rows = []
    for name in dict.fromkeys(word.strip() for word in groups if word.strip()):
        if fold(name) not in known:
            tag = Tag(id=derived_id("tag", fold(name)), name=name, kind="person_group")
            known[fold(name)] = put(session, tag).id
        row = derived_id("tagging", "person", person.id, known[fold(name)])
        rows.append(
            Tagging(id=row, subject="person", subject_id=person.id, tag_id=known[fold(name)])
        )
    session.flush()
    keep(session, "subject_id", person.id, Tagging, rows)


def _belong(session: Session, person: Person, draft: PersonDraft) -> None:
    main = session.exec(
        select(Affiliation).where(
            Affiliation.person_id == person.id,
            Affiliation.main,
            Affiliation.removed == False,  # noqa: E712 - SQL
        )
    ).first()
    if main is not None and main.organization_id == draft.organization_id:
        main.position = draft.position
        session.add(main)
        return
    if main is not None:
        main.main = False
        session.add(main)
    if draft.organization_id is None:
        return
    known = session.exec(
        select(Affiliation).where(
            Affiliation.person_id == person.id,
            Affiliation.organization_id == draft.organization_id,
            Affiliation.removed == False,  # noqa: E712 - SQL
        )
    ).first()
    if known is None:
        known = Affiliation(id=new_id(), person_id=person.id, organization_id=draft.organization_id)
    known.position, known.main = draft.position, True
    session.add(known)
