"""The right to erasure: everything personal goes, what is counted stays.

The door blanks right after this edit, in the same transaction, and cleans the file afterwards.
"""

import datetime as dt
import json

from sqlmodel import Session, select

from db.circle.certificates import order
from db.edits.edit import edit, get, reader_of
from db.engine import Reader
from db.errors import UserError
from db.log import writing
from db.log.identity import derived_id
from db.models import Erasure, Participation, Person
from db.queries.circle import admitting_keys, circle
from db.rules.ages import Bands, age_on, band_text
from db.rules.dates import stored
from db.rules.disability import NO, QUESTIONS, YES, disability
from db.rules.erasures import NAMING, SHARED
from db.rules.names import fold
from resources.texts import N_

REASON_MISSING = N_("Say why this person is erased; the reason is kept.")
REASON_NAMES = N_(
    "The reason stays after the person is erased: write it without name, phone or e-mail."
)
_SHORTEST = 3  # letters of a name that would tell


@edit(N_("Erase a person"), kind=writing.ERASE)
def erase(session: Session, person: str, reason: str) -> list[str]:
    """Order that a person be forgotten, with every row that was merged with it; answers their ids.

    Raises UserError where this computer may not order it, or the reason is missing or tells who it was.
    """
    reader = reader_of(session)
    keys = admitting_keys(reader)
    get(session, Person, person)
    rows = [session.get_one(Person, row) for row in _one_and_the_same(reader, person)]
    _refuse_telling(rows, reason)
    founder = circle(reader).founder
    today = dt.date.today()  # noqa: DTZ011 - the day where it is ordered
    for row in rows:
        _keep_what_is_counted(session, row, today)
        naming = json.dumps(_naming(reader, row))
        session.add(
            Erasure(
                id=derived_id("erasure", row.id),
                person_id=row.id,
                date=today.isoformat(),
                reason=reason.strip(),
                naming=naming,
                certificate=order(keys, founder, row.id, today.isoformat(), naming),
            )
        )
    return [row.id for row in rows]


@edit(N_("Keep apart from somebody erased"))
def keep_apart(session: Session, person: str) -> None:
    """This member is not the person who was erased; whoever joined the two was mistaken."""
    reader = reader_of(session)
    get(session, Person, person)
    joins = reader.rows(
        str,
        "SELECT p.id FROM person AS p JOIN merged_person AS m ON m.id = p.id"
        " WHERE m.representative = ? AND (p.id IN (SELECT person_id FROM erasure))"
        " <> (p.merged_into IN (SELECT person_id FROM erasure))",
        (_representative(reader, person),),
    )
    for row in joins:
        joined = session.get_one(Person, row)
        joined.merged_into = None
        session.add(joined)


def _representative(reader: Reader, person: str) -> str:
    found = reader.value("SELECT representative FROM merged_person WHERE id = ?", (person,))
    return str(found or person)


def _one_and_the_same(reader: Reader, person: str) -> list[str]:
    chosen = _representative(reader, person)
    others = reader.rows(
        str, "SELECT id FROM merged_person WHERE representative = ? ORDER BY id", (chosen,)
    )
    return [row for row in (chosen, *others) if not _is_erased(reader, row)]


def _is_erased(reader: Reader, person: str) -> bool:
    return bool(reader.value("SELECT 1 FROM erasure WHERE person_id = ?", (person,)))


def _refuse_telling(people: list[Person], reason: str) -> None:
    said = fold(reason)
    if not said:
        raise UserError(REASON_MISSING, "reason")
    words = set(said.split())
    digits = "".join(sign for sign in reason if sign.isdigit())
    for person in people:
        names = fold(f"{person.name} {person.nickname or ''}").split()
        phone = (person.phone or "").removeprefix("+62")
        if (
            words.intersection(name for name in names if len(name) >= _SHORTEST)
            or (phone and phone in digits)
            or (person.email and person.email.casefold() in reason.casefold())
        ):
            raise UserError(REASON_NAMES, "reason")


def _keep_what_is_counted(session: Session, person: Person, today: dt.date) -> None:
    """Ages of the days, the band of today and the answer to disability stay without what they come from."""
    reader = reader_of(session)
    days = dict(
        reader.each(
            "SELECT a.id, coalesce(v.starts, v.ends) FROM participation AS a"
            " JOIN activity AS v ON v.id = a.activity_id WHERE a.person_id = ?",
            (person.id,),
        )
    )
    for row in session.exec(select(Participation).where(Participation.person_id == person.id)):
        day = stored(days[row.id])
        if row.age is None and day is not None:
            row.age = age_on(person.birth, day.first)
            session.add(row)
    age = age_on(person.birth, today)
    if age is not None and person.age_band is None:
        person.age_band = band_text(Bands.parse().band(age))
        person.age_band_on = today.isoformat()
    answers = tuple(getattr(person, question) for question in QUESTIONS)
    known = disability(answers, person.disability_said)
    if known in (YES, NO):
        person.disability_said = known
    person.erased = True
    session.add(person)


def _naming(reader: Reader, person: Person) -> list[tuple[str, str, list[str]]]:
    """Rows of others that name this person, and the fields that tell who it is."""
    found = []
    for table, (column, fields) in NAMING.items():
        shared = SHARED.get(table, ())
        listed = ", ".join(("id", *shared))
        for row, *values in reader.each(
            f"SELECT {listed} FROM {table} WHERE {column} = ? ORDER BY id", (person.id,)
        ):
            alike = [
                field
                for field, value in zip(shared, values, strict=True)
                if value and value == getattr(person, field)
            ]
            found.append((table, row, [*fields, *alike]))
    return found
