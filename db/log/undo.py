"""Undo and redo: one more edit that puts back what another one changed."""

import json
from dataclasses import dataclass

from db.errors import UserError
from db.log.capture import Column, Connection, exchanged_tables
from db.log.writing import EDIT, ERASE, REDO, UNDO, confirm
from resources.texts import N_

CHANGED_SINCE = N_(
    "This cannot be undone any more: something it changed was changed again afterwards. "
    "Undo the later change first."
)
IN_USE = N_(
    "This cannot be undone any more: something it added is used by a later entry. "
    "Undo the later change first."
)
NOTHING_TO_UNDO = N_("There is nothing to undo.")
NOTHING_TO_REDO = N_("There is nothing to redo.")
UNKNOWN = N_("This change is not in the history of the file, or it cannot be undone.")
ERASED = N_("Somebody was erased by this for ever. An erasure cannot be undone.")
PARTLY_HERE = N_(
    "This computer holds only a part of the workspace, and only a part of this change. "
    "Undo it on a computer that holds all of it."
)

_DEPTH = 500
_REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Undoable:
    """An edit at the top of the undo or redo stack; ``label`` is a msgid."""

    edit: str
    label: str


@dataclass(frozen=True, slots=True)
class Stacks:
    """What Undo and Redo would do next, the newest last."""

    undo: tuple[Undoable, ...]
    redo: tuple[Undoable, ...]


@dataclass(slots=True)
class _Net:
    """What an edit made of one row: field by field, first before and last after."""

    inserted: bool
    before: dict[str, object]
    after: dict[str, object]


def stacks(connection: Connection) -> Stacks:
    """The two stacks of this device, read from the log."""
    rows = connection.execute(
        "SELECT id, label, kind, target FROM edit WHERE device = (SELECT device FROM log_state)"
        f" ORDER BY stamp DESC LIMIT {_DEPTH}"
    ).fetchall()
    undo: list[Undoable] = []
    redo: list[Undoable] = []
    for edit, label, kind, target in reversed(rows):
        if kind == EDIT:
            _move(undo, [], target)  # chosen in the history and taken back by this one
            undo.append(Undoable(edit, label))
            redo.clear()
        elif kind == UNDO:
            _move(undo, redo, target)
        elif kind == REDO:
            _move(redo, undo, target)
    return Stacks(tuple(undo), tuple(redo))


def next_undo(connection: Connection, edit: str | None) -> Undoable:
    """The chosen edit, or the last of this device. Raises UserError where there is none."""
    if edit is not None:
        return _chosen(connection, edit)
    found = stacks(connection).undo
    if not found:
        raise UserError(NOTHING_TO_UNDO)
    return found[-1]


def next_redo(connection: Connection) -> Undoable:
    """The edit to do again. Raises UserError where there is none."""
    found = stacks(connection).redo
    if not found:
        raise UserError(NOTHING_TO_REDO)
    return found[-1]


def put_back(connection: Connection, undoable: Undoable) -> str:
    """Restore what an edit found; answers its label. Runs inside another edit; refused where rows moved since.

    Redoing is putting back the undoing, so both directions are this one function.
    """
    nets = _nets(connection, undoable.edit)
    tables = exchanged_tables(connection)
    for (table, row), net in nets.items():
        if not _still(connection, table, row, net, tables[table]):
            raise UserError(CHANGED_SINCE)
    taken: dict[str, list[str]] = {}
    for (table, row), net in nets.items():
        values = {_REMOVED: 1} if net.inserted else net.before
        if values == net.after:
            confirm(connection, table, row, *values)  # a decision to leave it as it was
        elif values:
            assignments = ", ".join(f"{column} = ?" for column in values)
            connection.execute(
                f"UPDATE {table} SET {assignments} WHERE id = ?", (*values.values(), row)
            )
        if net.inserted:
            taken.setdefault(table, []).append(row)
    _refuse_where_used(connection, taken)
    return undoable.label


def last_undo_of(connection: Connection, undone: Undoable) -> Undoable:
    """The newest edit that undid the given one, under the same label."""
    (found,) = connection.execute(
        "SELECT id FROM edit WHERE kind = ? AND target = ? ORDER BY stamp DESC LIMIT 1",
        (UNDO, undone.edit),
    ).fetchone()
    return Undoable(found, undone.label)


def _chosen(connection: Connection, edit: str) -> Undoable:
    """An edit that somebody chose to take back, of whatever computer; an undoing is one as well.

    Raises UserError where it is not here, not here as a whole, or nothing that can be taken back.
    """
    found = connection.execute(
        "SELECT e.kind, e.label, e.last_seq - e.first_seq + 1 - (SELECT count(*) FROM change AS c"
        " WHERE c.device = e.device AND c.seq BETWEEN e.first_seq AND e.last_seq)"
        " FROM edit AS e WHERE e.id = ?",
        (edit,),
    ).fetchone()
    kind, label, missing = found or (None, "", None)
    if kind == ERASE:
        raise UserError(ERASED)
    if kind not in (EDIT, UNDO, REDO):
        raise UserError(UNKNOWN)
    if missing:
        raise UserError(PARTLY_HERE)
    return Undoable(edit, label)


def _move(source: list[Undoable], target: list[Undoable], edit: str | None) -> None:
    for position, one in enumerate(source):
        if one.edit == edit:
            target.append(source.pop(position))
            return


def _nets(connection: Connection, edit: str) -> dict[tuple[str, str], _Net]:
    nets: dict[tuple[str, str], _Net] = {}
    for table, row, before, after in connection.execute(
        "SELECT c.table_name, c.row_id, c.before, c.after FROM edit AS e JOIN change AS c"
        " ON c.device = e.device AND c.seq BETWEEN e.first_seq AND e.last_seq"
        " WHERE e.id = ? ORDER BY c.seq",
        (edit,),
    ):
        became = json.loads(after)
        # A removal names the whole row; what it did not change is not its to put back.
        was = {field: value for field, value in json.loads(before).items() if field in became}
        net = nets.get((table, row))
        if net is None:
            nets[table, row] = _Net(before == "{}", was, became)
        else:
            net.before = {**was, **net.before}
            net.after.update(became)
    return nets


def _still(
    connection: Connection, table: str, row: str, net: _Net, columns: tuple[Column, ...]
) -> bool:
    """Whether the row holds what the edit left; of an inserted row every field counts."""
    conditions = [f"{column} IS ?" for column in net.after]
    if net.inserted:
        conditions += [
            f"{column.name} IS {column.default or 'NULL'}"
            for column in columns
            if column.name not in net.after
        ]
    found = connection.execute(
        f"SELECT 1 FROM {table} WHERE id = ? AND {' AND '.join(conditions)}",
        (row, *net.after.values()),
    ).fetchone()
    return found is not None


def _refuse_where_used(connection: Connection, taken: dict[str, list[str]]) -> None:
    """A row that was taken back may not be what another row, still listed, points to."""
    for child, column, parent in _references(connection, set(taken)):
        # All at once, by the index of the reference and not by that of what is listed (hence the plus).
        if connection.execute(
            f"SELECT 1 FROM {child} WHERE {column} IN (SELECT value FROM json_each(?))"
            f" AND {column} IS NOT NULL AND +removed = 0 LIMIT 1",
            (json.dumps(taken[parent]),),
        ).fetchone():
            raise UserError(IN_USE)


def _references(connection: Connection, parents: set[str]) -> list[tuple[str, str, str]]:
    rows = connection.execute(
        'SELECT m.name, f."from", f."table" FROM sqlite_master AS m,'
        " pragma_foreign_key_list(m.name) AS f WHERE m.type = 'table'"
    )
    return [(child, column, parent) for child, column, parent in rows if parent in parents]
