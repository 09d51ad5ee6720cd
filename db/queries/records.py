"""Any row of any table as people see it: its fields with the names of what they point to, and what hangs on it.

Reads the tables of the file itself, so a new table is seen without a line here. Says nothing in words:
columns and codes get theirs where they are shown.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from db.engine import Reader
from db.queries import veils
from db.queries.record_names import HIDDEN, NAMES, ORDER, THINGS, Named, unveiled

PAGE = 128
HANGING = 100
"""So many rows of one kind are shown beside a row; the rest is found in its own list."""

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class RecordRow:
    """Line of a list: what it is called, what it belongs to, and its date as it is stored."""

    id: str
    label: Pair
    detail: str | None
    when: str | None
    sample: bool


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a row. ``label``: what a reference points to; ``link``: the table and id to open."""

    column: str
    value: Any
    kind: str
    label: Pair | None = None
    link: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class HangingRow:
    """A row that hangs on another; ``id`` opens it where its table is a thing of its own."""

    id: str
    label: Pair
    sample: bool
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Hanging:
    """Rows of one table that point to the row shown by ``column``; ``total`` of them, not all of them here."""

    table: str
    column: str
    total: int
    rows: tuple[HangingRow, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """A row with everything that is known of it. ``empty``: columns that nobody stated."""

    table: str
    id: str
    label: Pair
    sample: bool
    fields: tuple[Field, ...]
    empty: tuple[str, ...]
    hanging: tuple[Hanging, ...]


def counts(reader: Reader) -> dict[str, int]:
    """How many rows each thing has, in the order they are offered."""
    return {table: count(reader, table=table) for table in THINGS}


def page(
    reader: Reader, *, table: str, search_text: str = "", offset: int = 0, limit: int = PAGE
) -> list[RecordRow]:
    """A window of the rows of a thing, by name, or of those that have all typed words in name or owner."""
    named = NAMES[table]
    condition, words = _found(named, search_text)
    return reader.rows(
        lambda row, label, english, detail, when, sample: RecordRow(
            row, (str(label), str(english)), detail, when, bool(sample)
        ),
        f"SELECT r.id, {named.label}, {named.english}, {named.detail}, {named.when}, r.sample"
        f" FROM {table} AS r WHERE r.removed = 0{condition} ORDER BY {named.order}, r.id"
        " LIMIT ? OFFSET ?",
        (*words, limit, offset),
    )


def count(reader: Reader, *, table: str, search_text: str = "") -> int:
    """How many rows the list has."""
    condition, words = _found(NAMES[table], search_text)
    return int(
        reader.value(f"SELECT count(*) FROM {table} AS r WHERE r.removed = 0{condition}", words)
    )


def record(reader: Reader, table: str, row: str, *, veiled: bool = True) -> Record | None:
    """A row with its fields and what hangs on it; None where there is none."""
    if table not in NAMES:
        return None
    names = Names(reader, veiled=veiled)
    values = next(names.rows(table, "r.id = ?", (row,)), None)
    if values is None:
        return None
    fields, empty = names.fields(table, values)
    return Record(
        table,
        row,
        names.label(table, row),
        bool(values["sample"]),
        tuple(fields),
        tuple(empty),
        tuple(_hanging(reader, names, table, row)),
    )


def names(reader: Reader, table: str, rows: Iterable[str]) -> dict[str, Pair]:
    """What some rows of a table are called, in both languages."""
    named = NAMES[table]
    return {
        row: (str(label), str(english))
        for row, label, english in reader.each(
            f"SELECT r.id, {named.label}, {named.english} FROM json_each(?) AS j"
            f" JOIN {table} AS r ON r.id = j.value",
            (json.dumps(list(rows)),),
        )
    }


def columns(reader: Reader, table: str) -> dict[str, tuple[str, bool]]:
    """Column → its type, and whether it must be filled; in the order of the table."""
    rows = reader.each('SELECT name, type, "notnull" FROM pragma_table_info(?)', (table,))
    return {name: (kind, bool(filled)) for name, kind, filled in rows}


def references(reader: Reader, table: str) -> dict[str, str]:
    """Column → the table that it points to."""
    return dict(reader.each('SELECT "from", "table" FROM pragma_foreign_key_list(?)', (table,)))


def exchanged(reader: Reader) -> list[str]:
    """Every table whose rows travel with the workspace, by name."""
    return reader.rows(
        str,
        "SELECT m.name FROM sqlite_master AS m, pragma_table_info(m.name) AS c"
        " WHERE m.type = 'table' AND c.name = 'removed' ORDER BY m.name",
    )


def _found(named: Named, search_text: str) -> tuple[str, tuple[str, ...]]:
    words = search_text.split()
    safe = (w.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") for w in words)
    one = (
        f" AND concat({named.label}, ' ', {named.english}, ' ', {named.detail}) LIKE ? ESCAPE '\\'"
    )
    return one * len(words), tuple(f"%{word}%" for word in safe)


class Names:
    """Rows with the names of what they point to; each name is asked for once. ``veiled``: codes of protected people."""

    def __init__(self, reader: Reader, *, veiled: bool = True) -> None:
        self._reader = reader
        self._veiled = veiled
        self._labels: dict[tuple[str, str], Pair] = {}
        self._hidden: dict[tuple[str, str], frozenset[str]] = {}
        self._columns: dict[str, dict[str, tuple[str, bool]]] = {}
        self._references: dict[str, dict[str, str]] = {}

    def rows(self, table: str, condition: str, parameters: tuple[object, ...]) -> Iterator[Any]:
        """Rows as column → value."""
        names = list(self.columns(table))
        listed = ", ".join(f"r.{name}" for name in names)
        for row in self._reader.each(
            f"SELECT {listed} FROM {table} AS r WHERE r.removed = 0 AND {condition}", parameters
        ):
            yield dict(zip(names, row, strict=True))

    def columns(self, table: str) -> dict[str, tuple[str, bool]]:
        """Columns of a table."""
        if table not in self._columns:
            self._columns[table] = columns(self._reader, table)
            self._references[table] = references(self._reader, table)
        return self._columns[table]

    def values(self, table: str, row: str) -> dict[str, Any]:
        """Column → value of a row, also of one that was taken out; nothing where it is not here."""
        names = list(self.columns(table))
        found = self._reader.one(
            lambda *values: dict(zip(names, values, strict=True)),
            f"SELECT {', '.join(names)} FROM {table} WHERE id = ?",
            (row,),
        )
        return found or {}

    def hidden(self, table: str, row: str) -> frozenset[str]:
        """Columns of a row that tell of a protected person, while names are veiled."""
        if not self._veiled:
            return frozenset()
        if (table, row) not in self._hidden:
            columns = tuple(self.columns(table))
            self._hidden[table, row] = veils.veiled_fields(self._reader, table, row, columns)
        return self._hidden[table, row]

    def target(self, table: str, column: str) -> str | None:
        """The table that a column points to."""
        self.columns(table)
        return self._references[table].get(column)

    def label(self, table: str, row: str) -> Pair:
        """What a row is called in both languages."""
        if (table, row) not in self._labels:
            named = NAMES[table]
            sql = f"SELECT {named.label}, {named.english} FROM {table} AS r WHERE r.id = ?"
            self._labels[table, row] = self._reader.one(
                lambda label, english: (str(label), str(english)),
                *(sql if self._veiled else unveiled(sql), (row,)),
            ) or (row, row)
        return self._labels[table, row]

    def fields(
        self, table: str, values: dict[str, Any], without: str = ""
    ) -> tuple[list[Field], list[str]]:
        """The fields that say something, and the columns that do not."""
        found, empty = [], []
        hidden = self.hidden(table, values["id"])
        for column, (kind, filled) in self.columns(table).items():
            value = values[column]
            if column in HIDDEN or column == without or column in hidden:
                continue
            if value is None or value == "":
                empty.append(column)
            elif kind == "BOOLEAN" and filled and not value:
                continue  # a mark that nobody set
            else:
                found.append(self.field(table, column, values))
        return found, empty

    def field(self, table: str, column: str, values: dict[str, Any]) -> Field:
        """One field of some of the values of a row."""
        value, (kind, _) = values[column], self.columns(table)[column]
        target = self._references[table].get(column)
        if column == "subject_id":
            target = values.get("subject")
        if target is not None:
            link = (target, value) if target in THINGS else None
            return Field(column, value, "link", self.label(target, value), link)
        if column == "measure":
            return Field(column, value, "code", self.label("term", f"figure_measure:{value}"))
        if kind == "BOOLEAN":
            return Field(column, bool(value), "yes_no")
        return Field(column, value, "number" if isinstance(value, int | float) else "text")


def _hanging(reader: Reader, names: Names, table: str, row: str) -> Iterator[Hanging]:
    """What points to a row, in the order people read it; words of lists have too many."""
    if table == "term":
        return
    for other in ORDER:
        pointing = [c for c, target in references(reader, other).items() if target == table]
        if "subject_id" in columns(reader, other):
            pointing.append("subject_id")
        for column in pointing:
            of = f" AND r.subject = '{table}'" if column == "subject_id" else ""
            condition = f"r.{column} = ?{of}"
            total = reader.value(
                f"SELECT count(*) FROM {other} AS r WHERE r.removed = 0 AND {condition}", (row,)
            )
            if total:
                found = names.rows(
                    other,
                    f"{condition} ORDER BY {NAMES[other].order}, r.id LIMIT {HANGING}",
                    (row,),
                )
                yield Hanging(
                    other,
                    column,
                    total,
                    tuple(_hung(names, other, values, column) for values in list(found)),
                )


def _hung(names: Names, table: str, values: dict[str, Any], column: str) -> HangingRow:
    fields, _ = names.fields(table, values, without=column)
    label = names.label(table, values["id"])
    return HangingRow(values["id"], label, bool(values["sample"]), tuple(fields))
