"""Questions about what was entered in several places without knowledge of each other. Read from the log."""

from dataclasses import dataclass, replace
from typing import Any

from db.engine import Reader
from db.log.fold import REMOVED, Change, Conflict
from db.log.identity import device_number, device_text
from db.queries import history, records
from db.queries.record_names import NAMES

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class SideRow:
    """A value, who entered it on which computer, and when (UTC). ``here``: on this one."""

    value: Any
    device: str
    owner: str | None
    author: str
    time: str
    here: bool


@dataclass(frozen=True, slots=True)
class ConflictRow:
    """Values of one field of a row that stand beside each other. ``shown``: the one that lists show for now.

    ``before``: what stood there before. For the field ``removed`` ``fields`` are those that somebody
    changed while somebody else took the row out.
    """

    id: str
    table: str
    row: str
    field: str
    before: Any
    here: SideRow
    there: SideRow
    others: tuple[SideRow, ...]
    shown: Any
    fields: tuple[str, ...] = ()


def conflicts(reader: Reader, *, row: str | None = None) -> list[ConflictRow]:
    """Everything that is open, or what is open in one row."""
    authors = _Authors(reader)
    return [
        _row(authors, table, one, conflict)
        for (table, one), folded in reader.folded(_noted(reader) if row is None else [row])
        for conflict in folded.conflicts
    ]


@dataclass(frozen=True, slots=True)
class ConflictLine:
    """A conflict as people read it: what its row is called in both languages, and what the values say.

    ``veiled``: the values tell of a protected person, and are not here.
    """

    conflict: ConflictRow
    label: Pair
    said: Pair
    before: str
    veiled: bool = False


def lines(reader: Reader, language: str = "id", *, veiled: bool = True) -> list[ConflictLine]:
    """Everything that is open, in words. ``veiled``: of protected people the code, and nothing else."""
    names = records.Names(reader, veiled=veiled)
    found = []
    for one in conflicts(reader):
        here, there, before = (
            history.said(names, one.table, one.field, {one.field: value}, language)
            for value in (one.here.value, one.there.value, one.before)
        )
        label = names.label(one.table, one.row) if one.table in NAMES else (one.row, one.row)
        if one.field in names.hidden(one.table, one.row):
            found.append(ConflictLine(_without_values(one), label, ("", ""), "", veiled=True))
        else:
            found.append(ConflictLine(one, label, (here, there), before))
    return found


def _without_values(one: ConflictRow) -> ConflictRow:
    here, there = (replace(side, value=None) for side in (one.here, one.there))
    return replace(one, before=None, shown=None, others=(), here=here, there=there)


def count(reader: Reader) -> int:
    """How many values are open for review."""
    return sum(len(folded.conflicts) for _, folded in reader.folded(_noted(reader)))


@dataclass(frozen=True, slots=True)
class JoinedRow:
    """A member whom somebody took for one and the same as a person who was erased meanwhile."""

    id: str
    full_name: str
    shown: str


def joined(reader: Reader) -> list[JoinedRow]:
    """Members of whom nobody has said yet whether they are the person who was erased."""
    return reader.rows(
        JoinedRow,
        "WITH erased AS (SELECT person_id AS id FROM erasure),"
        " stands AS (SELECT coalesce(m.representative, e.id) AS id FROM erased AS e"
        " LEFT JOIN merged_person AS m ON m.id = e.id)"
        " SELECT p.id, p.name, CASE WHEN p.sensitive THEN coalesce(p.code, '–') ELSE p.name END"
        " FROM person AS p LEFT JOIN merged_person AS m ON m.id = p.id"
        " WHERE p.removed = 0 AND p.id NOT IN (SELECT id FROM erased)"
        " AND coalesce(m.representative, p.id) IN (SELECT id FROM stands) ORDER BY p.name, p.id",
    )


def to_decide(reader: Reader) -> int:
    """How much is open for review in all."""
    return count(reader) + len(joined(reader))


def conflict(reader: Reader, conflict_id: str) -> ConflictRow | None:
    """The conflict with this id, if it is still open."""
    row = conflict_id.partition(":")[2].rpartition(":")[0]
    return next((one for one in conflicts(reader, row=row) if one.id == conflict_id), None)


def _noted(reader: Reader) -> list[str]:
    """Rows in which something may be open."""
    return reader.rows(str, "SELECT row_id FROM in_review ORDER BY row_id")


class _Authors:
    """Who stands behind a change; our own numbers are those our file was copied from as well."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._devices = {
            device_number(row): (name, owner)
            for row, name, owner in reader.each("SELECT id, name, owner FROM device")
        }
        self._own = set(
            reader.rows(
                device_number,
                "WITH RECURSIVE own (id) AS (SELECT printf('%012x', device) FROM log_state UNION"
                " SELECT d.follows FROM own JOIN device AS d ON d.id = own.id"
                " WHERE d.follows IS NOT NULL) SELECT id FROM own",
            )
        )

    def side(self, value: Any, change: Change) -> SideRow:
        author, made_at = self._reader.one(
            lambda *found: found, "SELECT author, made_at FROM edit WHERE id = ?", (change.edit,)
        ) or ("", "")
        name, owner = self._devices.get(change.device, (device_text(change.device), None))
        return SideRow(value, name, owner, author, made_at, change.device in self._own)


def _row(authors: _Authors, table: str, row: str, conflict: Conflict) -> ConflictRow:
    changes = [side.change for side in conflict.sides]
    sides = [authors.side(side.value, side.change) for side in conflict.sides]
    shown = sides[-1]
    here = next((side for side in reversed(sides) if side.here), shown)
    there = next(side for side in reversed(sides) if side is not here)
    fields: tuple[str, ...] = ()
    if conflict.field == REMOVED:
        before: object = 0
        fields = tuple(sorted({field for change in changes[:-1] for field in change.after}))
    else:
        before = changes[0].before.get(conflict.field)
    return ConflictRow(
        id=f"{table}:{row}:{conflict.field}",
        table=table,
        row=row,
        field=conflict.field,
        before=before,
        here=here,
        there=there,
        others=tuple(side for side in sides if side is not here and side is not there),
        shown=shown.value,
        fields=fields,
    )
