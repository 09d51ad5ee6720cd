"""Opening and closing an edit in the log. Runs inside the transaction of the door."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from db.log.capture import Connection, defaults, exchanged_tables
from db.log.changes import Changes, Done
from db.log.identity import DeviceMemory, new_device, new_id
from db.log.stamp import next_stamp, time_text

T = TypeVar("T")

EDIT, UNDO, REDO, SETUP, ERASE = "edit", "undo", "redo", "setup", "erase"


@dataclass(frozen=True, slots=True)
class Pen:
    """Who writes, and where this computer remembers it."""

    author: str
    memory: DeviceMemory


def write(
    connection: Connection,
    pen: Pen,
    label: str,
    work: Callable[[], T],
    kind: str = EDIT,
    target: str | None = None,
) -> Done[T]:
    """Do ``work`` as one edit, inside the transaction of the caller."""
    before = current_seq(connection)
    _begin(connection, label, pen.author, kind, target)
    value = work()
    return Done(value, _end(connection, label, before, pen.memory))


def confirm(connection: Connection, table: str, row: str, *fields: str) -> None:
    """Log, inside an edit, that somebody saw what these fields hold and leaves it so.

    The confirmation of a removal names the whole row, as the removal does.
    """
    whole = "removed" in fields
    columns = exchanged_tables(connection)[table]
    names = [column.name for column in columns]
    found = connection.execute(
        f"SELECT {', '.join(names)} FROM {table} WHERE id = ?", (row,)
    ).fetchone()
    held = dict(zip(names, found, strict=True))
    after = {field: held[field] for field in fields}
    usual = defaults(connection, {table: columns})[table]
    before = {f: v for f, v in held.items() if f in fields or (whole and v != usual[f])}
    connection.execute("UPDATE log_state SET seq = seq + 1")
    connection.execute(
        "INSERT INTO change (device, seq, stamp, edit, table_name, row_id, before, after)"
        " SELECT device, seq, stamp, edit, ?, ?, ?, ? FROM log_state",
        (table, row, json.dumps(before), json.dumps(after)),
    )


def current_seq(connection: Connection) -> int:
    """Number of the last change that was written under the present device number."""
    return int(connection.execute("SELECT seq FROM log_state").fetchone()[0])


def is_own(connection: Connection, memory: DeviceMemory) -> bool:
    """Whether this computer wrote the last changes under the device number in the file."""
    device, seq = connection.execute("SELECT device, seq FROM log_state").fetchone()
    known = memory.recall(device)
    return known is not None and known <= seq


def own_device(connection: Connection, memory: DeviceMemory) -> int | None:
    """Make sure that this copy of the file writes under a number of its own.

    A copied file is unknown here, a restored one is behind what this computer remembers: both take a
    new number before their first write. Returns the number before it, or None where it may stay.
    """
    return None if is_own(connection, memory) else renumber(connection)


def renumber(connection: Connection) -> int:
    """Write under a new number from now on; returns the one before it, which is complete as far as it goes."""
    device, _ = connection.execute("SELECT device, seq FROM log_state").fetchone()
    connection.execute(
        "INSERT OR REPLACE INTO seen (device, seq) SELECT device, seq FROM log_state WHERE seq > 0"
    )
    connection.execute("UPDATE log_state SET device = ?, seq = 0", (new_device(),))
    return int(device)


def _begin(connection: Connection, label: str, author: str, kind: str, target: str | None) -> None:
    """Open an edit: its row in the log, and the state that the triggers read."""
    device, last = connection.execute("SELECT device, stamp FROM log_state").fetchone()
    edit, stamp = new_id(), next_stamp(last)
    connection.execute(
        "INSERT INTO edit (id, device, stamp, author, made_at, label, kind, target)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (edit, device, stamp, author, time_text(), label, kind, target),
    )
    connection.execute("UPDATE log_state SET edit = ?, stamp = ?", (edit, stamp))


def _end(connection: Connection, label: str, seq_before: int, memory: DeviceMemory) -> Changes:
    """Close the open edit; one that changed nothing leaves no trace. The computer remembers first."""
    edit, device, seq = connection.execute("SELECT edit, device, seq FROM log_state").fetchone()
    connection.execute("UPDATE log_state SET edit = NULL")
    if seq == seq_before:
        connection.execute("DELETE FROM edit WHERE id = ?", (edit,))
        return Changes(None, label)
    connection.execute(
        "UPDATE edit SET first_seq = ?, last_seq = ? WHERE id = ?", (seq_before + 1, seq, edit)
    )
    memory.remember(device, seq)
    rows: dict[str, set[str]] = {}
    for table, row in connection.execute(
        "SELECT table_name, row_id FROM change WHERE device = ? AND seq > ?", (device, seq_before)
    ):
        rows.setdefault(table, set()).add(row)
    return Changes(edit, label, {table: frozenset(ids) for table, ids in rows.items()})
