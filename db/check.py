"""Whether a workspace is whole: pages, references, triggers, numbering of the log, rows against the log."""

import json
from collections.abc import Iterator
from itertools import groupby

from db.engine import Connection, page_problems, reference_problems
from db.log import capture
from db.log.capture import Column
from db.log.fold import Change, fold

# Their shipped rows are born without a change in the log.
_REFERENCE = frozenset({"alias", "district", "holiday", "term"})


def problems(connection: Connection) -> list[str]:
    """Everything that is wrong, a line each; empty when the file is whole."""
    pages = page_problems(connection)
    if pages:
        return [f"page: {line}" for line in pages]
    found = [f"reference: {line}" for line in reference_problems(connection)]
    if not capture.intact(connection):
        found.append("triggers: not those of this schema")
    found += [f"log: device {device:012x} lacks numbers" for device in _gaps(connection)]
    found += [f"row: {line}" for line in _unfolded(connection)]
    return found


def _gaps(connection: Connection) -> list[int]:
    rows = connection.execute(
        "SELECT device FROM change GROUP BY device HAVING min(seq) <> 1 OR max(seq) <> count(*)"
    )
    return [device for (device,) in rows]


def _unfolded(connection: Connection) -> Iterator[str]:
    """Rows whose fields are not what their changes fold to, as ``table id``."""
    for table, columns in capture.exchanged_tables(connection).items():
        logged = _folded_rows(connection, table)
        for row, values in _rows(connection, table, columns):
            changes = logged.pop(row, None)
            if changes is None:
                if table not in _REFERENCE:
                    yield f"{table} {row} is not in the log"
            elif not _agrees(values, *changes):
                yield f"{table} {row} differs from the log"
        yield from (f"{table} {row} is missing" for row in logged)


def _folded_rows(connection: Connection, table: str) -> dict[str, tuple[dict[str, object], bool]]:
    """Folded fields of every logged row, and whether its birth is in the log."""
    rows = connection.execute(
        "SELECT row_id, device, seq, stamp, before, after FROM change WHERE table_name = ?"
        " ORDER BY row_id",
        (table,),
    )
    folded = {}
    for row, group in groupby(rows, key=lambda one: one[0]):
        changes = [
            Change(device, seq, stamp, json.loads(before), json.loads(after))
            for _, device, seq, stamp, before, after in group
        ]
        folded[row] = (fold(changes), any(not change.before for change in changes))
    return folded


def _rows(
    connection: Connection, table: str, columns: tuple[Column, ...]
) -> Iterator[tuple[str, dict[str, tuple[object, object]]]]:
    """Rows of a table as field → (value, default of the field)."""
    names = ", ".join(f"{c.name}, {c.default or 'NULL'}" for c in columns)
    for row, *values in connection.execute(f"SELECT id, {names} FROM {table}"):
        pairs = zip(values[::2], values[1::2], strict=True)
        yield row, dict(zip((c.name for c in columns), pairs, strict=True))


def _agrees(
    values: dict[str, tuple[object, object]], folded: dict[str, object], born: object
) -> bool:
    return all(
        value == folded.get(name, default if born else value)
        for name, (value, default) in values.items()
    )
