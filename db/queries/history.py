"""Questions to the log: what was done, by whom, and what became of one row."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from db.engine import Reader
from db.log.fold import REMOVED
from db.log.reading import of_row
from db.queries import records
from db.queries.listing import Facet, Listing
from db.queries.record_names import HIDDEN, NAMES
from db.queries.records import Field
from resources.texts import N_

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class EditRow:
    """An edit: ``label`` is a msgid, ``kind`` edit, undo, redo or setup, ``made_at`` UTC.

    ``about``: what its first row is called, a protected person by the code.
    """

    id: str
    label: str
    kind: str
    author: str
    device: str
    made_at: str
    changes: int
    about: str | None


@dataclass(frozen=True, slots=True)
class FieldChange:
    """What an edit did to one field of a row; the values as people read them.

    ``veiled``: they tell of a protected person, and are not here.
    """

    edit: EditRow
    table: str
    field: str
    before: str
    after: str
    veiled: bool = False


# What takes back a chosen edit is an edit of its own: undone, or done again where that was an undoing.
_KIND = (
    "CASE WHEN e.kind <> 'edit' OR e.target IS NULL THEN e.kind WHEN (WITH RECURSIVE taken (id, n) AS ("
    "SELECT e.target, 1 UNION ALL SELECT o.target, n + 1 FROM taken JOIN edit AS o ON o.id = taken.id"
    " WHERE o.target IS NOT NULL AND o.kind IN ('edit', 'undo')) SELECT max(n) FROM taken) % 2"
    " THEN 'undo' ELSE 'redo' END"
)
_ABOUT = " ".join(
    f"WHEN '{table}' THEN (SELECT {named.label} FROM {table} AS r WHERE r.id = c.row_id)"
    for table, named in NAMES.items()
)
_COLUMNS = (
    f"e.id, e.label, {_KIND}, e.author, coalesce(d.name, printf('%012x', e.device)), e.made_at,"
    f" coalesce(e.last_seq - e.first_seq + 1, 0), CASE c.table_name {_ABOUT} END"
)
_BESIDE = (
    "LEFT JOIN device AS d ON d.id = printf('%012x', e.device)"
    " LEFT JOIN change AS c ON c.device = e.device AND c.seq = e.first_seq"
)
_EDIT = f"SELECT {_COLUMNS} FROM edit AS e {_BESIDE}"
_COMPUTER = "printf('%012x', r.device)"


@dataclass(slots=True)
class _Net:
    """What an edit made of a row: the first before and the last after of each field."""

    new: bool
    was: dict[str, Any]
    became: dict[str, Any]


# Of what kind the first row is; to look at all of them would take seconds for a count.
_FIRST = "(SELECT c.table_name FROM change AS c WHERE c.device = r.device AND c.seq = r.first_seq)"
SHOWN = 30
"""So many rows of one edit are told; of the others how many changes they are."""
_READ = 300
# Written by programs for programs; the name of the edit says what it was about.
_TECHNICAL = frozenset(
    {
        *(("setting", "value"), ("device", "certificate"), ("device", "follows")),
        *(("erasure", "certificate"), ("erasure", "naming")),
    }
)


@dataclass(frozen=True, slots=True)
class Moved:
    """A field before and after; None: it said nothing. ``veiled``: it tells of a protected person, and is not here."""

    column: str
    before: Field | None
    after: Field | None
    veiled: bool = False


@dataclass(frozen=True, slots=True)
class TouchedRow:
    """What an edit did to one row. ``what``: added, changed, removed or restored; ``label``: None where it has no name."""

    table: str
    id: str
    label: Pair | None
    what: str
    fields: tuple[Moved, ...]


@dataclass(frozen=True, slots=True)
class EditCard:
    """All about one edit: the first rows it touched, and how many changes are not among them."""

    edit: EditRow
    rows: tuple[TouchedRow, ...]
    left: int


def listing(kinds: Mapping[str, str]) -> Listing:
    """Edits, the newest first. ``kinds``: what tables are called, as msgids."""
    return Listing(
        table="edit",
        make=EditRow,
        columns=_COLUMNS,
        joins=f"JOIN edit AS e ON e.id = f.id {_BESIDE}",
        order="r.stamp DESC, r.device DESC",
        listed="1",
        sorts={
            "when": "r.stamp",
            "who": "r.author",
            "computer": _COMPUTER,
            "changes": "r.last_seq - r.first_seq",
        },
        facets=(
            Facet("who", N_("Who"), "nullif(r.author, '')"),
            Facet("computer", N_("Computer"), _COMPUTER, names="device"),
            Facet(
                "kind",
                N_("What kind"),
                _FIRST,
                words=dict[str | int | None, str](kinds.items()),
            ),
            # Jakarta's months: the time zone of the computer would be asked for with every row.
            Facet(
                *("month", N_("Month"), "strftime('%Y-%m-01~month', r.made_at, '+7 hours')"),
                newest=True,
                dates=True,
            ),
        ),
        searched="r.author",
        spoken="r.label",
    )


def edits(
    reader: Reader, *, row: str | None = None, offset: int = 0, limit: int = 100
) -> list[EditRow]:
    """Edits, the newest first; of one row where it is given."""
    condition = f" WHERE e.id IN (SELECT edit FROM change WHERE {of_row('?1')})" if row else ""
    return reader.rows(
        EditRow,
        f"{_EDIT}{condition} ORDER BY e.stamp DESC, e.device DESC LIMIT ? OFFSET ?",
        (*([row] if row else []), limit, offset),
    )


def card(reader: Reader, edit: str, *, veiled: bool = True) -> EditCard | None:
    """What an edit did, row by row. ``veiled``: protected people by their codes, and nothing else of them."""
    found = reader.one(EditRow, f"{_EDIT} WHERE e.id = ?", (edit,))
    if found is None:
        return None
    changes = reader.rows(
        lambda table, row, before, after: (table, row, json.loads(before), json.loads(after)),
        "SELECT c.table_name, c.row_id, c.before, c.after FROM edit AS e JOIN change AS c"
        " ON c.device = e.device AND c.seq BETWEEN e.first_seq AND e.last_seq"
        " WHERE e.id = ? ORDER BY c.seq LIMIT ?",
        (edit, _READ),
    )
    nets: dict[tuple[str, str], _Net] = {}
    told = 0
    for table, row, before, after in changes:
        if (table, row) not in nets and len(nets) == SHOWN:
            continue
        told += 1
        net = nets.setdefault((table, row), _Net(not before, {}, {}))
        for column in after:
            net.was.setdefault(column, before.get(column))
        net.became.update(after)
    names = records.Names(reader, veiled=veiled)
    rows = tuple(_touched(names, *key, net) for key, net in nets.items())
    return EditCard(found, rows, found.changes - told)


def _touched(names: records.Names, table: str, row: str, net: _Net) -> TouchedRow:
    columns = names.columns(table)
    hidden = names.hidden(table, row)
    removed = net.became.get(REMOVED)
    what = "added" if net.new else "changed"
    if removed is not None and not net.new:
        what = "removed" if removed else "restored"
    held = names.values(table, row)
    fields = []
    for column in net.became:
        if column in HIDDEN or column not in columns or (table, column) in _TECHNICAL:
            continue
        if column in hidden:
            fields.append(Moved(column, None, None, veiled=True))
            continue
        before, after = (
            None if side.get(column) in (None, "") else names.field(table, column, {**held, **side})
            for side in (net.was, net.became)
        )
        fields.append(Moved(column, before, after))
    label = names.label(table, row) if table in NAMES and held else None
    return TouchedRow(table, row, label, what, tuple(fields))


def count(reader: Reader) -> int:
    """How many edits the log holds."""
    return int(reader.value("SELECT count(*) FROM edit"))


def row_history(
    reader: Reader, row: str, language: str = "id", *, veiled: bool = True
) -> list[FieldChange]:
    """What became of one row, field by field, the newest first. ``veiled``: nothing of protected people."""
    names = records.Names(reader, veiled=veiled)
    by_edit = {one.id: one for one in edits(reader, row=row, limit=1000)}
    found = []
    for edit, table, old, new in reader.each(
        f"SELECT edit, table_name, before, after FROM change WHERE {of_row('?1')}"
        " ORDER BY stamp DESC, device DESC, seq DESC",
        (row,),
    ):
        was, became = json.loads(old), json.loads(new)
        hidden = names.hidden(table, row)
        for field in became:
            if field in hidden:
                found.append(FieldChange(by_edit[edit], table, field, "", "", veiled=True))
                continue
            before, after = (said(names, table, field, side, language) for side in (was, became))
            found.append(FieldChange(by_edit[edit], table, field, before, after))
    return found


def said(
    names: records.Names, table: str, field: str, values: Mapping[str, Any], language: str
) -> str:
    """A value as people read it: the name of what an id points to."""
    value = values.get(field)
    if value is None:
        return ""
    target = names.target(table, field)
    return (
        names.label(target, value)[0 if language == "id" else 1] if target in NAMES else str(value)
    )
