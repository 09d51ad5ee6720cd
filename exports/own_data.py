"""Everything that is kept about one person, for that person: the right of access, on paper and as a file.

It is the only document that calls protected people by their names: it is theirs.
"""

import json
from dataclasses import dataclass
from typing import Any

from db.engine import Reader
from db.errors import UserError
from db.queries import records, settings
from db.queries.records import Field, Record
from db.queries.settings import Papers
from exports.document import NO_SUCH_THING, ON_PAPER, PERSON, Choice, Choices, Document
from exports.kit.fields import column_words, headline, said, table_words
from exports.kit.paper import chosen, paper
from resources.texts import N_, Texts

TITLE = N_("Own data of a person")
HOW = N_(
    "This is everything that {office} keeps about you. You may have it corrected or erased at any time."
)
EMPTY = N_("Nothing is kept about: {fields}")


@dataclass(frozen=True, slots=True)
class _Asked:
    record: Record
    papers: Papers
    paper: str


def _question(reader: Reader, choices: Choices) -> _Asked:
    found = records.record(reader, "person", choices["person"], veiled=False)
    if found is None:
        raise UserError(NO_SUCH_THING)
    papers = settings.papers(reader)
    return _Asked(found, papers, chosen(choices["paper"], papers.paper))


def make(asked: _Asked, t: Texts, kind: str) -> bytes:
    """The data as ``pdf`` or ``json``."""
    return _json(asked, t) if kind == "json" else _pages(asked, t)


def _pages(asked: _Asked, t: Texts) -> bytes:
    from exports.kit.letter import Letter

    record = asked.record
    letter = Letter(paper(asked.paper), t, t(TITLE), asked.papers, sample=record.sample)
    letter.begin()
    letter.centred(t(TITLE))
    letter.paragraph(t(HOW, office=asked.papers.name))
    letter.heading(headline(t, record.table, record.label, record.fields))
    letter.facts([_pair(t, record.table, field) for field in record.fields])
    if record.empty:
        names = ", ".join(dict.fromkeys(column_words(t, record.table, c) for c in record.empty))
        letter.paragraph(t(EMPTY, fields=names))
    for hanging in record.hanging:
        letter.heading(f"{table_words(t, hanging.table)} ({t.number(hanging.total)})")
        for row in hanging.rows:
            letter.subheading(headline(t, hanging.table, row.label, row.fields))
            letter.facts([_pair(t, hanging.table, field) for field in row.fields])
    return letter.done()


def _pair(t: Texts, table: str, field: Field) -> tuple[str, str]:
    return column_words(t, table, field.column), said(t, table, field)


def _json(asked: _Asked, t: Texts) -> bytes:
    record = asked.record
    found: dict[str, Any] = {
        "id": record.id,
        "fields": _values(t, record.table, record.fields),
        "belongs": {
            hanging.table: [_values(t, hanging.table, row.fields) for row in hanging.rows]
            for hanging in record.hanging
        },
    }
    return (json.dumps(found, ensure_ascii=False, indent=1) + "\n").encode()


def _values(t: Texts, table: str, fields: tuple[Field, ...]) -> dict[str, Any]:
    """Values as they are kept; what points to something is called by its name."""
    return {
        field.column: field.value if field.label is None else said(t, table, field)
        for field in fields
    }


DOCUMENT = Document(
    key="own_data",
    title=TITLE,
    formats=("pdf", "json"),
    choices=(Choice("person", N_("Member"), PERSON, required=True), ON_PAPER),
    question=_question,
    make=make,
)
