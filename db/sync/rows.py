"""The tables while a merge writes to them: rows as their changes fold, nothing captured."""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import groupby, islice
from operator import itemgetter
from typing import Any

from db.engine import Connection
from db.log import capture
from db.log.fold import REMOVED, Change, Values, fold, in_order
from db.log.reading import Key, logged

_CHUNK = 500
_MANY = 20_000
"""So many touched rows are held before they are folded; a row may be folded more than once."""


class Rows:
    """Writes folded rows. ``new`` and ``changed``: table → rows that came, and that became different.

    ``tails``: device → its last change before the merge.
    """

    def __init__(self, connection: Connection, tails: dict[int, int]) -> None:
        self._connection = connection
        self._tails = tails
        self._columns = capture.exchanged_tables(connection)
        self.defaults = capture.defaults(connection, self._columns)
        self._insert = {
            table: f"INSERT INTO {table} (id, {', '.join(columns)})"
            f" VALUES ({', '.join('?' * (len(columns) + 1))})"
            for table, columns in self.defaults.items()
        }
        self._touched: dict[Key, list[Change]] = defaultdict(list)
        self.new: dict[str, set[str]] = defaultdict(set)
        self.changed: dict[str, set[str]] = defaultdict(set)
        self.conflicts = 0

    def touch(self, table: str, row: str, change: Change) -> None:
        """A row that is known, or comes in more than one piece, got a change."""
        self._touched[table, row].append(change)

    def bear(self, born: Sequence[tuple[str, str, Values]]) -> None:
        """Insert rows of which one insert is all that is known."""
        by_table: dict[str, list[tuple[object, ...]]] = defaultdict(list)
        for table, row, values in born:
            found = (values.get(c, default) for c, default in self.defaults[table].items())
            by_table[table].append((row, *found))
            self.new[table].add(row)
        for table, rows in by_table.items():
            self._connection.executemany(self._insert[table], rows)

    def are_whole(self) -> bool:
        """Whether everything that the written rows point to is there."""
        return not any(
            self._points_nowhere(child, column, parent)
            for child, column, parent in self._connection.execute(
                'SELECT m.name, f."from", f."table" FROM sqlite_master AS m,'
                " pragma_foreign_key_list(m.name) AS f WHERE m.type = 'table'"
            ).fetchall()
        )

    def _points_nowhere(self, child: str, column: str, parent: str) -> bool:
        rows = iter(self.new[child] | self.changed[child])
        while some := list(islice(rows, _MANY)):
            if self._connection.execute(
                f"SELECT 1 FROM json_each(?) AS k CROSS JOIN {child} AS c ON c.id = k.value"
                f" WHERE c.{column} IS NOT NULL"
                f" AND NOT EXISTS (SELECT 1 FROM {parent} AS p WHERE p.id = c.{column}) LIMIT 1",
                (json.dumps(some),),
            ).fetchone():
                return True
        return False

    def fold_some(self) -> None:
        """Fold what has gathered, where it is much."""
        if len(self._touched) >= _MANY:
            self.fold()

    def fold(self) -> None:
        """Bring every touched row to what its changes say, and note where there is something to review."""
        touched, self._touched = self._touched, defaultdict(list)
        if not touched:
            return
        later = self._rows_with_later_changes(touched)
        keys = iter(sorted(touched))
        while chunk := list(islice(keys, _CHUNK)):
            held = self._held(chunk)
            slow, updates = [], []
            for key in chunk:
                values = None
                if later is not None and key[1] not in later and key in held:
                    values = _quick(held[key], touched[key])
                if values is None:
                    slow.append(key)
                else:
                    updates.append((key, values))
            self._fold(slow, touched, held, updates)

    def _fold(
        self,
        keys: list[Key],
        touched: dict[Key, list[Change]],
        held: dict[Key, Values],
        updates: list[tuple[Key, Values]],
    ) -> None:
        """Fold rows from their whole history, and write these and the updates."""
        born: list[tuple[str, str, Values]] = []
        settled: list[tuple[str]] = []
        disputed: list[tuple[str, str]] = []
        for key, changes in logged(self._connection, [row for _, row in keys]):
            if key not in touched:
                continue
            table, row = key
            folded = fold(changes, self.defaults[table])
            self.conflicts += len(folded.conflicts)
            if folded.conflicts:
                disputed.append((row, table))
            else:
                settled.append((row,))
            if key in held:
                fields = {field for change in touched[key] for field in change.after}
                updates.append((key, {field: folded.values[field] for field in fields}))
            elif all(change.before for change in changes):
                self._touched[key] = touched[key]  # its birth comes later in the file
            else:
                born.append((table, row, folded.values))
        self.bear(born)
        self._update(updates)
        self._connection.executemany("DELETE FROM in_review WHERE row_id = ?", settled)
        self._connection.executemany(
            "INSERT OR IGNORE INTO in_review (row_id, table_name) VALUES (?, ?)", disputed
        )

    def _update(self, updates: list[tuple[Key, Values]]) -> None:
        alike: dict[tuple[str, tuple[str, ...]], list[tuple[object, ...]]] = defaultdict(list)
        for (table, row), values in updates:
            alike[table, tuple(values)].append((*values.values(), row))
            if row not in self.new[table]:
                self.changed[table].add(row)
        for (table, fields), rows in alike.items():
            if fields:
                assignments = ", ".join(f"{field} = ?" for field in fields)
                self._connection.executemany(f"UPDATE {table} SET {assignments} WHERE id = ?", rows)

    def _held(self, keys: Iterable[Key]) -> dict[Key, Values]:
        """What these rows hold now, of those that their tables have."""
        found: dict[Key, Values] = {}
        for table, group in groupby(keys, key=itemgetter(0)):
            columns = list(self.defaults[table])
            listed = ", ".join(f"t.{column}" for column in columns)
            for row, *values in self._connection.execute(
                f"SELECT t.id, {listed} FROM json_each(?) AS k CROSS JOIN {table} AS t ON t.id = k.value",
                (json.dumps([row for _, row in group]),),
            ):
                found[table, row] = dict(zip(columns, values, strict=True))
        return found

    def _rows_with_later_changes(self, touched: dict[Key, list[Change]]) -> set[str] | None:
        """Rows of which something is known that does not come before all that is new, or is open.

        Stamps of a device grow with its numbers, so its newest changes are read until they are older.
        None where that would be too many to read.
        """
        first = min(change.stamp for changes in touched.values() for change in changes)
        found = {row for (row,) in self._connection.execute("SELECT row_id FROM in_review")}
        for device, last in self._tails.items():
            for number, (row, stamp) in enumerate(
                self._connection.execute(
                    "SELECT row_id, stamp FROM change WHERE device = ? AND seq <= ? ORDER BY seq DESC",
                    (device, last),
                )
            ):
                if stamp < first:
                    break
                if number > _MANY:
                    return None
                found.add(row)
        return found


def _quick(held: Values, changes: list[Change]) -> Values | None:
    """What changes make of a row when everything else came before them, and they say so.

    None where they do not, or a row is taken out or born: then its history has to be read.
    """
    values: Values = {}
    if held[REMOVED]:
        return None
    for change in in_order(changes):
        if not change.before or REMOVED in change.after:
            return None
        if any(values.get(field, held[field]) != seen for field, seen in change.before.items()):
            return None
        values.update(change.after)
    return values


def known_rows(connection: Connection, rows: Iterable[Any]) -> set[str]:
    """Which of these rows the log knows."""
    return {
        row
        for (row,) in connection.execute(
            "SELECT k.value FROM json_each(?) AS k"
            " WHERE EXISTS (SELECT 1 FROM change WHERE row_id = k.value)",
            (json.dumps(list(rows)),),
        )
    }
