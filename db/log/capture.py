"""Triggers that write the log, generated from the tables as they stand in the file.

An exchanged table is one with the column ``removed``; nothing else marks it. Triggers refuse a change
outside an edit, a physical delete and a change of an id, so nobody can forget to log.
"""

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

_NOTHING = "'{}'"
_CAPTURED = "WHEN (SELECT capture FROM log_state)"
_TAKEN_OUT = "NEW.removed AND NOT OLD.removed"
_MERGED = (
    "DELETE FROM merged_person; INSERT INTO merged_person"
    " SELECT id, representative FROM person_representative WHERE id <> representative"
)

Connection = Any
"""A DB-API connection of sqlcipher3, which ships no types."""


@dataclass(frozen=True, slots=True)
class Column:
    """Column of an exchanged table; ``default`` is an SQL literal or None. ``required``: never NULL."""

    name: str
    default: str | None
    required: bool = False

    def differs_from_default(self) -> str:
        """SQL condition on a new row."""
        return f"NEW.{self.name} IS NOT {self.default or 'NULL'}"


def exchanged_tables(connection: Connection) -> dict[str, tuple[Column, ...]]:
    """Every exchanged table with its columns, ``id`` left out, in the order of the schema."""
    rows = connection.execute(
        'SELECT m.name, c.name, c.dflt_value, c."notnull"'
        " FROM sqlite_master AS m, pragma_table_info(m.name) AS c"
        " WHERE m.type = 'table' ORDER BY m.name, c.cid"
    )
    tables: dict[str, list[Column]] = {}
    for table, column, default, required in rows:
        tables.setdefault(table, []).append(Column(column, default, bool(required)))
    return {
        table: tuple(column for column in columns if column.name != "id")
        for table, columns in tables.items()
        if any(column.name == "removed" for column in columns)
    }


def defaults(
    connection: Connection, tables: Mapping[str, Sequence[Column]]
) -> dict[str, dict[str, object]]:
    """Table → column → the value of a row that says nothing about it."""
    literals = {column.default for columns in tables.values() for column in columns} - {None}
    values: dict[str | None, object] = {
        literal: connection.execute(f"SELECT {literal}").fetchone()[0] for literal in literals
    }
    return {
        table: {column.name: values.get(column.default) for column in columns}
        for table, columns in tables.items()
    }


def install(connection: Connection) -> None:
    """Make the triggers anew for the tables as they stand; call after every change of the schema."""
    for (name,) in connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'log\\_%' ESCAPE '\\'"
    ).fetchall():
        connection.execute(f"DROP TRIGGER {name}")
    for table, columns in exchanged_tables(connection).items():
        for statement in _triggers(table, columns):
            connection.execute(statement)
    for event in ("INSERT", "UPDATE OF merged_into"):
        connection.execute(
            f"CREATE TRIGGER log_merged_{event[:6].lower()} AFTER {event} ON person"
            f" {_CAPTURED} AND (NEW.merged_into IS NOT NULL"
            " OR EXISTS (SELECT 1 FROM merged_person WHERE id = NEW.id))"
            f" BEGIN {_MERGED}; END"
        )


def find_merged(connection: Connection) -> None:
    """Look up anew who stands for whom, after rows were written while nothing was captured."""
    for statement in _MERGED.split(";"):
        connection.execute(statement)


def seal(connection: Connection) -> None:
    """Write down what the triggers of the file look like, once all of them are made."""
    connection.execute("UPDATE log_state SET triggers = ?", (fingerprint(connection),))


def intact(connection: Connection) -> bool:
    """Whether the triggers in the file are those that were sealed."""
    (expected,) = connection.execute("SELECT triggers FROM log_state").fetchone()
    return bool(expected == fingerprint(connection))


def fingerprint(connection: Connection) -> str:
    """Checksum over the text of all triggers in the file.

    It finds what other programs left behind. It keeps nobody out: who can drop a trigger can write a
    checksum too, and a cryptographic hash costs the window 4 MB.
    """
    total = 0
    for (sql,) in connection.execute(
        "SELECT sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name"
    ):
        total = zlib.crc32(sql.encode(), total)
    return f"{total:08x}"


def _triggers(table: str, columns: tuple[Column, ...]) -> tuple[str, ...]:
    after_insert = _object(
        f"CASE WHEN {c.differs_from_default()} THEN {_pair(c, 'NEW')} END" for c in columns
    )
    before, after = (
        _object(
            f"CASE WHEN NEW.{c.name} IS NOT OLD.{c.name} THEN {_pair(c, side)} END" for c in columns
        )
        for side in ("OLD", "NEW")
    )
    # Who takes a row out says what she saw in it: what others changed meanwhile is then found.
    whole = _object(
        f"CASE WHEN NEW.{c.name} IS NOT OLD.{c.name} OR OLD.{c.name} IS NOT {c.default or 'NULL'}"
        f" THEN {_pair(c, 'OLD')} END"
        for c in columns
    )
    changed = " OR ".join(f"NEW.{c.name} IS NOT OLD.{c.name}" for c in columns)
    return (
        f"CREATE TRIGGER log_{table}_insert AFTER INSERT ON {table} {_CAPTURED}"
        f" BEGIN {_write(table, _NOTHING, after_insert)} END",
        f"CREATE TRIGGER log_{table}_update AFTER UPDATE ON {table}"
        f" {_CAPTURED} AND NOT ({_TAKEN_OUT}) AND ({changed})"
        f" BEGIN {_write(table, before, after)} END",
        f"CREATE TRIGGER log_{table}_removal AFTER UPDATE OF removed ON {table}"
        f" {_CAPTURED} AND {_TAKEN_OUT} BEGIN {_write(table, whole, after)} END",
        f"CREATE TRIGGER log_{table}_identity BEFORE UPDATE OF id ON {table} WHEN NEW.id IS NOT OLD.id"
        " BEGIN SELECT RAISE(ABORT, 'ids never change'); END",
        f"CREATE TRIGGER log_{table}_delete BEFORE DELETE ON {table}"
        " BEGIN SELECT RAISE(ABORT, 'rows are removed, never deleted'); END",
    )


def _write(table: str, before: str, after: str) -> str:
    return (
        "UPDATE log_state SET seq = seq + 1;"
        " INSERT INTO change (device, seq, stamp, edit, table_name, row_id, before, after)"
        " SELECT device, seq, stamp, coalesce(edit, RAISE(ABORT, 'no edit is open')),"
        f" '{table}', NEW.id, {before}, {after} FROM log_state;"
    )


def _pair(column: Column, side: str) -> str:
    return f"""',"{column.name}":' || json_quote({side}.{column.name})"""


def _object(pairs: Any) -> str:
    """JSON object from pairs that each start with a comma, or are NULL. One concat beats many ||."""
    return "'{' || substr(concat(" + ", ".join(pairs) + "), 2) || '}'"
