"""What has to hold when everybody has exchanged everything: nothing lost, all agree, the erased are gone."""

import json
import shutil
from pathlib import Path

from db import search
from db.errors import UserError
from db.log.reading import folded
from db.queries import conflicts as conflict_questions
from db.sync import incoming
from tests.db.sync.devices import Computer, contents

NAMES = ("Aminah", "Siti", "Sri", "Wati", "Yuni", "Rahma")
PART = "Batang"
_PERSONAL = frozenset({"name", "village"})

Number = tuple[int, int]
Writes = dict[Number, tuple[str, frozenset[Number]]]
"""Device and seq of a change → the name it entered, and the changes of that row its author had."""


class Oracle:
    """Knows what was entered by whom with which knowledge, and looks whether it is all there."""

    folder: Path
    computers: list[Computer]
    kept: list[bytes]
    entered: list[tuple[str, str, object]]
    erased: set[str]
    writes: dict[str, Writes]

    def teardown(self) -> None:
        try:
            for one in self.computers:
                one.ahead = 0
                self.watch(one)
            self.exchange_everything()
            self.everybody_agrees()
            self.nothing_is_lost()
            self.names_are_those_that_were_entered_last()
            self.erased_people_are_gone()
        finally:
            for one in self.computers:
                one.close()
            shutil.rmtree(self.folder)

    @property
    def full(self) -> list[Computer]:
        """Computers that get everything."""
        return [one for one in self.computers if one.name != PART]

    @property
    def parts(self) -> list[Computer]:
        return [one for one in self.computers if one.name == PART]

    def exchange_everything(self) -> None:
        """Hand the news around in a ring, twice and a bit: what one has, the next but one gets through another."""
        for file in self.kept:
            self.full[0].merge(file)
        ring = self.full
        for one, other in zip(ring * 3, (ring * 3)[1:], strict=False):
            for part in self.parts:
                self._send(part, one)
                self._send(one, part)
            self._send(one, other)

    def _send(self, one: Computer, other: Computer) -> None:
        """Only what is new, as in every day's work; a complete file where one is asked for."""
        try:
            other.merge(one.make(other))
        except UserError as refusal:
            if refusal.text != incoming.GAP:
                raise
            other.merge(one.make(other, complete=True))

    def everybody_agrees(self) -> None:
        first, *others = [self._told(one) for one in self.full]
        for other in others:
            assert other == first
        for part in self.parts:
            self._is_a_part(part)
        for one in self.computers:
            with one.at_work() as database:
                assert database.check() == []

    def nothing_is_lost(self) -> None:
        with self.computers[0].at_work() as database:
            logged = {
                (row, field, json.dumps(value))
                for (row, after) in database._connection.execute("SELECT row_id, after FROM change")
                for field, value in json.loads(after).items()
            }
        for row, field, value in self.entered:
            owner = row if field != "status" else None
            if owner not in self.erased or field not in _PERSONAL:
                assert (row, field, json.dumps(value)) in logged, (row, field, value)

    def names_are_those_that_were_entered_last(self) -> None:
        """By knowledge instead of clocks: an entry counts until somebody who had seen it replaces it."""
        with self.full[0].at_work() as database:
            connection = database._connection
            shown = dict(
                connection.execute(
                    "SELECT id, name FROM person WHERE id NOT IN (SELECT person_id FROM erasure)"
                )
            )
            open_ = {
                one.row
                for one in database.read(conflict_questions.conflicts)
                if one.field == "name"
            }
        for row, writes in self.writes.items():
            values = [value for value, _ in writes.values()]
            if row not in shown or len(set(values)) < len(values):
                continue  # the same name twice: undone, or written down by two
            replaced = set().union(*(seen for _, seen in writes.values()))
            last = {value for one, (value, _) in writes.items() if one not in replaced}
            assert shown[row] in last
            assert row not in open_ or self._apart(writes), (row, last)
            if self._strangers(writes):
                assert row in open_, (row, last)

    def erased_people_are_gone(self) -> None:
        joined = self._joined_with_others()
        for row, field, value in self.entered:
            if row in self.erased - joined and field == "name":
                for one in self.computers:
                    assert not self._mentions(one, str(value)), (one.name, value)

    def _told(self, computer: Computer) -> object:
        tables = contents(computer)
        with computer.at_work() as database:
            connection = database._connection
            found = {
                word: {r for (r,) in connection.execute(*_hits("person", word))} for word in NAMES
            }
            log = connection.execute(
                "SELECT device, seq, edit, table_name, row_id FROM change"
            ).fetchall()
            rows = {row for *_, row in log}
            truth = {
                (table, row, one.field, tuple(side.value for side in one.sides))
                for (table, row), all_ in folded(connection, rows)
                for one in all_.conflicts
            }
            shown = database.read(conflict_questions.conflicts)
            merged = connection.execute("SELECT * FROM merged_person ORDER BY id").fetchall()
            for word, people in found.items():
                listed = connection.execute(
                    "SELECT id FROM person WHERE name LIKE ? AND removed = 0 AND id NOT IN"
                    " (SELECT id FROM merged_person UNION SELECT person_id FROM erasure)",
                    (f"{word}%",),
                )
                assert {row for (row,) in listed} <= people
        assert {(one.table, one.row, one.field) for one in shown} == {one[:3] for one in truth}
        return tables, found, truth, merged, log

    def _joined_with_others(self) -> set[str]:
        """People whose data somebody took over into a person who was not erased."""
        with self.computers[0].at_work() as database:
            pairs = database._connection.execute(
                "SELECT row_id, json_extract(after, '$.merged_into') FROM change"
                " WHERE table_name = 'person' AND json_extract(after, '$.merged_into') IS NOT NULL"
            ).fetchall()
        alive = {row for pair in pairs for row in pair} - self.erased
        found: set[str] = set()
        while (
            more := {a for a, b in (*pairs, *[p[::-1] for p in pairs]) if b in alive | found}
            - alive
            - found
        ):
            found |= more
        return found

    def _is_a_part(self, part: Computer) -> None:
        """Every row of its scope is there, as everybody else has it."""
        admin = self.full[0]
        admin.make(part)
        held = admin.read(
            lambda r: set(r.rows(str, "SELECT row_id FROM scope_row WHERE went IS NULL"))
        )
        there = contents(part)
        for table, rows in contents(admin).items():
            expected = {row for row in rows if row[0] in held}
            assert expected <= set(there[table]), table

    def _mentions(self, computer: Computer, name: str) -> bool:
        with computer.at_work() as database:
            return any(
                database._connection.execute(
                    f"SELECT 1 FROM {table} WHERE {column} LIKE ?", (f"%{name}%",)
                ).fetchone()
                for table, column in (
                    *(("change", "before"), ("change", "after"), ("search_entry", "words")),
                    *(("person", "name"), ("alias", "text"), ("erasure", "reason")),
                )
            )

    def _apart(self, writes: Writes) -> bool:
        """Whether two entries were made without knowledge of each other, however they were settled later."""
        return any(
            one not in seen and other not in writes[one][1]
            for one in writes
            for other, (_, seen) in writes.items()
            if one != other
        )

    def _strangers(self, writes: Writes) -> bool:
        """Whether two devices changed a name, each without anything of the other."""
        changes = [(one, seen) for one, (_, seen) in writes.items() if seen]
        devices = {device for (device, _), _ in changes}
        birth = {one for one, (_, seen) in writes.items() if not seen}
        return len(devices) == 2 and all(
            {d for d, _ in seen - birth} <= {device} for (device, _), seen in changes
        )

    def watch(self, computer: Computer) -> None:
        """Note who had seen what when a name was entered."""
        with computer.at_work() as database:
            log = database._connection.execute(
                "SELECT c.row_id, c.device, c.seq, json_extract(c.after, '$.name') FROM change AS c"
                " WHERE c.table_name = 'person' AND json_extract(c.after, '$.name') IS NOT NULL"
            ).fetchall()
        for row, device, seq, name in log:
            known = self.writes.setdefault(row, {})
            if (device, seq) not in known:
                seen = {(d, s) for r, d, s, _ in log if r == row and (d, s) != (device, seq)}
                later = {(d, s) for d, s in seen if d == device and s > seq}
                known[device, seq] = (name, frozenset(seen - later))


def _hits(table: str, typed: str) -> tuple[str, tuple[object, ...]]:
    hits = search.hits(table, typed)
    return f"SELECT row_id FROM ({hits.source})", hits.parameters
