"""Blanking what was erased: in the rows, in the log, in the search index and among the contents.

A person is erased where the table ``erasure`` says so. Blanking is a function of the log and of that
table alone, so every device comes to the same, whatever arrives first; doing it again changes nothing.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from db import unsaved
from db.engine import Connection
from db.log.capture import Column, defaults, exchanged_tables
from db.log.reading import folded, of_row
from db.rules.erasures import BLANK_TEXT, PERSONAL


@dataclass(frozen=True, slots=True)
class Strip:
    """Fields of one row whose values go, in changes up to ``stamp`` (None: in all of them, for ever)."""

    table: str
    row: str
    fields: tuple[str, ...]
    stamp: int | None = None


def blank(connection: Connection, people: Collection[str]) -> None:
    """Blank everything of these people, inside a transaction."""
    unsaved.forget_people(connection, people)
    connection.execute("UPDATE log_state SET capture = 0")
    tables = exchanged_tables(connection)
    strips = [
        strip
        for person in people
        for strip in (*_own(connection, tables, person), *_of_others(connection, person))
    ]
    for strip in strips:
        _strip(connection, tables[strip.table], strip)
    _fold(connection, defaults(connection, tables), strips)
    connection.execute(
        "DELETE FROM attachment_content WHERE sha256 NOT IN"
        " (SELECT sha256 FROM attachment WHERE sha256 IS NOT NULL)"
    )
    connection.execute("UPDATE log_state SET capture = 1")


def concerned(connection: Connection, touched: dict[str, set[str]]) -> set[str]:
    """Erased people of whom rows were touched."""
    found: set[str] = set()
    erased = [row for (row,) in connection.execute("SELECT person_id FROM erasure")]
    if not erased:
        return found
    for person in erased:
        rows = [(p.table, p.rows) for p in PERSONAL if touched.get(p.table)]
        if any(
            row in touched[table]
            for table, sql in rows
            for (row,) in connection.execute(sql, (person,))
        ) or any(
            strip.row in touched.get(strip.table, ()) for strip in _of_others(connection, person)
        ):
            found.add(person)
    return found


def _own(
    connection: Connection, tables: dict[str, tuple[Column, ...]], person: str
) -> Iterator[Strip]:
    for personal in PERSONAL:
        fields = personal.blanked(tuple(column.name for column in tables[personal.table]))
        for (row,) in connection.execute(personal.rows, (person,)).fetchall():
            yield Strip(personal.table, row, fields)


def _of_others(connection: Connection, person: str) -> Iterator[Strip]:
    """Rows of others that the order names, up to the moment of the order."""
    for naming, stamp in connection.execute(
        f"SELECT e.naming, min(c.stamp) FROM erasure AS e JOIN change AS c ON {of_row('e.id', 'c.')}"
        " WHERE e.person_id = ? GROUP BY e.id",
        (person,),
    ).fetchall():
        for table, row, fields in json.loads(naming):
            yield Strip(table, row, tuple(fields), stamp)


def _strip(connection: Connection, columns: tuple[Column, ...], strip: Strip) -> None:
    """Put blanks in the place of values in the log; which fields were changed when stays known."""
    blanks = _blanks(columns, strip.fields)
    paths = ", ".join(f"'$.{field}', ?{number}" for number, field in enumerate(blanks, start=3))
    limit = "" if strip.stamp is None else f" AND stamp <= {strip.stamp:d}"
    connection.execute(
        f"UPDATE change SET before = json_replace(before, {paths}), after = json_replace(after, {paths})"
        f" WHERE {of_row('?1')} AND table_name = ?2{limit}",
        (strip.row, strip.table, *blanks.values()),
    )


def _fold(
    connection: Connection, usual: Mapping[str, Mapping[str, object]], strips: Iterable[Strip]
) -> None:
    """Rows become what the log says now; blanks do not contradict each other."""
    fields = {(strip.table, strip.row): strip.fields for strip in strips}
    for (table, row), found in folded(connection, [row for _, row in fields]):
        known = [field for field in fields.get((table, row), ()) if field in usual[table]]
        if known:
            assignments = ", ".join(f"{field} = ?" for field in known)
            values = (found.values.get(field, usual[table][field]) for field in known)
            connection.execute(f"UPDATE {table} SET {assignments} WHERE id = ?", (*values, row))
        if not found.conflicts:
            connection.execute("DELETE FROM in_review WHERE row_id = ?", (row,))


def _blanks(columns: tuple[Column, ...], fields: Iterable[str]) -> dict[str, object]:
    """Field → what stands there afterwards."""
    known = {column.name: column for column in columns}
    return {field: _blank(known[field]) for field in fields if field in known}


def _blank(column: Column) -> object:
    if not column.required:
        return None
    return BLANK_TEXT if column.default is None else int(column.default)
