"""The union of two logs: what a file says goes into the log as it comes, checked line by line."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Callable
from typing import Any

import msgspec

from db.engine import Connection
from db.log.fold import Change
from db.sync.holder import Holder
from db.sync.package import ChangeLine, ContentLine, EditLine
from db.sync.rows import Rows

_BATCH = 4000
_LARGEST = 1 << 62
_LARGEST_DEVICE = 1 << 48
_LONGEST_ID = 200

_Entry = tuple[ChangeLine, dict[str, Any], dict[str, Any]]


class BadLineError(ValueError):
    """A line that no Rembuk writes."""


class Union:
    """Takes lines in. ``by``: edit → its changes that were new; ``seen``, ``tails``: see ``holder``; ``give_way``: others wrote under our number."""

    def __init__(
        self,
        holder: Holder,
        rows: Rows,
        seen: dict[int, int],
        tails: dict[int, int],
        give_way: Callable[[], None],
    ) -> None:
        self._connection: Connection = holder.connection
        self._own = holder.device
        self._give_way = give_way
        self._rows = rows
        self._seen = seen
        self._loose = {
            device: last for device, last in tails.items() if last > self._seen.get(device, 0)
        }
        self._edits: set[str] = set()
        self._batch: list[_Entry] = []
        self._fields = msgspec.json.Decoder(dict[str, str | int | float | bool | None])
        self.by: Counter[str] = Counter()
        self.known = 0
        self.contents = 0
        self.touched: dict[str, set[str]] = defaultdict(set)

    def edit(self, line: EditLine) -> None:
        """An edit; the changes that belong to it come later."""
        if not 0 < line.stamp < _LARGEST or not 0 < line.device < _LARGEST_DEVICE:
            raise BadLineError("edit")
        self._edits.add(line.id)
        self._connection.execute(
            "INSERT OR IGNORE INTO edit (id, device, stamp, author, made_at, label, kind, target,"
            " first_seq, last_seq) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            msgspec.structs.astuple(line),
        )

    def change(self, line: ChangeLine) -> None:
        """A change; one that is here already is passed over."""
        if not (
            0 < line.device < _LARGEST_DEVICE
            and 0 < line.seq < _LARGEST
            and 0 < line.stamp < _LARGEST
            and 0 < len(line.row) <= _LONGEST_ID
            and line.edit in self._edits
        ):
            raise BadLineError("change")
        if line.seq <= self._seen.get(line.device, 0) or self._is_loose(line):
            self.known += 1
            return
        if line.device == self._own:
            self._give_way()
            self._own = 0
        usual = self._rows.defaults.get(line.table)
        before, after = self._fields.decode(line.before), self._fields.decode(line.after)
        if usual is None or not (before.keys() | after.keys()) <= usual.keys():
            raise BadLineError("field")
        self._batch.append((line, before, after))
        if len(self._batch) >= _BATCH:
            self.write()

    def content(self, line: ContentLine) -> None:
        """What an attachment holds."""
        if hashlib.sha256(line.content).hexdigest() != line.sha256:
            raise BadLineError("content")
        wanted = self._connection.execute(
            "SELECT 1 FROM attachment WHERE sha256 = ? AND NOT EXISTS"
            " (SELECT 1 FROM attachment_content AS c WHERE c.sha256 = attachment.sha256)",
            (line.sha256,),
        ).fetchone()
        if wanted:
            self.contents += 1
            self._connection.execute(
                "INSERT INTO attachment_content (sha256, content) VALUES (?, ?)",
                (line.sha256, line.content),
            )

    def write(self) -> None:
        """Write what has gathered: the log, and the rows of which nothing was known before."""
        batch, self._batch = self._batch, []
        # Only what claims to be born can be new; the rest is known, or comes in pieces.
        known = self._rows.known(
            {(line.table, line.row) for line, before, _ in batch if not before}
        )
        self._connection.executemany(
            "INSERT INTO change (device, seq, stamp, edit, table_name, row_id, before, after)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    *(line.device, line.seq, line.stamp, line.edit, line.table, line.row),
                    *(bytes(line.before).decode(), bytes(line.after).decode()),
                )
                for line, _, _ in batch
            ],
        )
        times = Counter(line.row for line, _, _ in batch)
        born = []
        for line, before, after in batch:
            self.by[line.edit] += 1
            self.touched[line.table].add(line.row)
            if before or (line.table, line.row) in known or times[line.row] > 1:
                change = Change(line.device, line.seq, line.stamp, before, after, line.edit)
                self._rows.touch(line.table, line.row, change)
            else:
                born.append((line.table, line.row, after))
        self._rows.bear(born)
        self._rows.fold_some()

    def _is_loose(self, line: ChangeLine) -> bool:
        """Whether a change beyond what is here without gap is here nevertheless."""
        if line.seq > self._loose.get(line.device, 0):
            return False
        return bool(
            self._connection.execute(
                "SELECT 1 FROM change WHERE device = ? AND seq = ?", (line.device, line.seq)
            ).fetchone()
        )
