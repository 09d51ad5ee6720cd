"""The tables while a merge writes to them: rows as their changes fold, nothing captured."""

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from itertools import groupby, islice
from operator import itemgetter

from db.engine import Connection
from db.log import capture
from db.log.fold import REMOVED, Change, Folded, Values, fold, in_order
from db.log.reading import Key, change_of, logged

_CHUNK = 500
_MANY = 20_000
"""So many touched rows are held before they are folded; a row may be folded more than once."""


class Rows:
    """Writes folded rows. ``new`` and ``changed``: table → rows that came, and that became different.

    ``tails``: device → its last change before the merge; ``seen``: how far the sender knows it. ``ready``: called before the first look into
    the log; until then nothing is folded.
    """

    def __init__(
        self,
        connection: Connection,
        tails: dict[int, int],
        ready: Callable[[], None] | None = None,
    ) -> None:
        self._connection = connection
        self._tails = tails
        self.seen: dict[int, int] = {}
        self._ready = ready
        self._columns = capture.exchanged_tables(connection)
        self.defaults = capture.defaults(connection, self._columns)
        self._insert = {
            table: f"INSERT INTO {table} (id, {', '.join(columns)})"
            f" VALUES ({', '.join('?' * (len(columns) + 1))})"
            for table, columns in self.defaults.items()
        }
        self._touched: dict[Key, list[Change]] = defaultdict(list)
        self._open: set[str] = set()
        self.new: dict[str, set[str]] = defaultdict(set)
        self.changed: dict[str, set[str]] = defaultdict(set)
        self.conflicts = 0

    def touch(self, table: str, row: str, change: Change) -> None:
        """A row that is known, or comes in more than one piece, got a change."""
        self._touched[table, row].append(change)

    def known(self, keys: Collection[Key]) -> set[Key]:
        """Which of these rows their tables have, or will have when they are folded."""
        wanted: dict[str, list[str]] = defaultdict(list)
        for table, row in keys:
            wanted[table].append(row)
        found = {key for key in keys if key in self._touched}
        for table, rows in wanted.items():
            found.update(
                (table, row)
                for (row,) in self._connection.execute(
                    f"SELECT t.id FROM json_each(?) AS k CROSS JOIN {table} AS t ON t.id = k.value",
                    (json.dumps(rows),),
                )
            )
        return found

    def bear(self, born: Sequence[tuple[str, str, Values]]) -> None:
        """Insert rows of which one insert is all that is known."""
        by_table: dict[str, list[tuple[object, ...]]] = defaultdict(list)
        for table, row, values in born:
            whole = {**self.defaults[table], **values}  # in the order of the columns
            by_table[table].append((row, *whole.values()))
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
        rows = self.new[child] | self.changed[child]
        if not rows:
            return False
        source = f"json_each(?) AS k CROSS JOIN {child} AS c ON c.id = k.value"
        parameters = (json.dumps(list(rows)),) if len(rows) <= _MANY else ()
        found = self._connection.execute(
            f"SELECT 1 FROM {source if parameters else f'{child} AS c'} WHERE c.{column} IS NOT NULL"
            f" AND NOT EXISTS (SELECT 1 FROM {parent} AS p WHERE p.id = c.{column}) LIMIT 1",
            parameters,
        )
        return found.fetchone() is not None

    def fold_some(self) -> None:
        """Fold what has gathered, where it is much."""
        if self._ready is None and len(self._touched) >= _MANY:
            self.fold()

    def fold(self) -> None:
        """Bring every touched row to what its changes say, and note where there is something to review."""
        if self._ready is not None:
            self._ready()
            self._ready = None
        touched, self._touched = self._touched, defaultdict(list)
        if not touched:
            return
        later = self._later(touched)
        keys = iter(sorted(touched))
        while chunk := list(islice(keys, _CHUNK)):
            held = self._held(chunk)
            folded: dict[Key, Folded] = {}
            for key in chunk:
                if later is not None and key in held and key[1] not in self._open:
                    found = _over(held[key], later.get(key[1], []), touched[key])
                    if found is not None:
                        folded[key] = found
            rest = [key for key in chunk if key not in folded]
            folded.update(self._from_the_beginning(rest, touched, held))
            self._write(folded, touched, held)

    def _from_the_beginning(
        self, keys: list[Key], touched: dict[Key, list[Change]], held: dict[Key, Values]
    ) -> dict[Key, Folded]:
        """Rows folded from their whole history."""
        found: dict[Key, Folded] = {}
        for key, changes in logged(self._connection, [row for _, row in keys]):
            if key not in touched:
                continue
            if key not in held and all(change.before for change in changes):
                self._touched[key] = touched[key]  # its birth comes later in the file
            else:
                found[key] = fold(changes, self.defaults[key[0]])
        return found

    def _write(
        self,
        folded: dict[Key, Folded],
        touched: dict[Key, list[Change]],
        held: dict[Key, Values],
    ) -> None:
        updates: list[tuple[Key, Values]] = []
        born: list[tuple[str, str, Values]] = []
        settled: list[tuple[str]] = []
        disputed: list[tuple[str, str]] = []
        for key, found in folded.items():
            table, row = key
            self.conflicts += len(found.conflicts)
            if found.conflicts:
                disputed.append((row, table))
            elif row in self._open:
                settled.append((row,))
            if key in held:
                fields = {field for change in touched[key] for field in change.after}
                updates.append((key, {field: found.values[field] for field in sorted(fields)}))
            else:
                born.append((table, row, found.values))
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

    def _later(self, touched: dict[Key, list[Change]]) -> dict[str, list[Change]] | None:
        """Row → changes known before that may come after one that is new; None where they are too many to read.

        Stamps of a device grow with its numbers, so its newest changes are read until they are older.
        """
        self._open = {row for (row,) in self._connection.execute("SELECT row_id FROM in_review")}
        rows = {row for _, row in touched}
        first = min(change.stamp for changes in touched.values() for change in changes)
        first = min([first, *self._stamps_of_unseen(_CHUNK + 4 * len(rows))])
        found: dict[str, list[Change]] = defaultdict(list)
        for device, last in self._tails.items():
            for number, (row, *change) in enumerate(
                self._connection.execute(
                    "SELECT row_id, device, seq, stamp, before, after FROM change"
                    " WHERE device = ? AND seq <= ? ORDER BY seq DESC",
                    (device, last),
                )
            ):
                if change[2] < first:
                    break
                if number > _MANY:
                    return None
                if row in rows:
                    found[row].append(change_of(*change))
        return found

    def _stamps_of_unseen(self, most: int) -> list[int]:
        """Stamps from which on the sender does not know a device; none where it lacks more changes than ``most``.

        What it wrote meanwhile was written beside these.
        """
        lacks = [
            (d, self.seen.get(d, 0))
            for d, last in self._tails.items()
            if last > self.seen.get(d, 0)
        ]
        if sum(self._tails[device] - seq for device, seq in lacks) > most:
            return []
        return [
            stamp
            for one in lacks
            for (stamp,) in self._connection.execute(
                "SELECT stamp FROM change WHERE device = ? AND seq > ? ORDER BY seq LIMIT 1", one
            )
        ]


def _over(held: Values, later: list[Change], new: list[Change]) -> Folded | None:
    """What new changes make of a row, read from what it holds and from the changes that may come after them.

    None where its history has to be read: a row that is taken out or born, or a change whose author saw
    something else than what stood before all of these.
    """
    changes = in_order([*later, *new])
    if held[REMOVED] or any(not one.before or REMOVED in one.before for one in changes):
        return None
    base = dict(held)
    for change in reversed(in_order(later)):
        base.update(change.before)
    seen: set[str] = set()
    for change in changes:
        if any(field not in seen and base[field] != was for field, was in change.before.items()):
            return None
        seen.update(change.before)
    return fold(changes, {})
