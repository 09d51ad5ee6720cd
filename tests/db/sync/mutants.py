"""Bugs put in on purpose, one for each rule of the exchange: the machine has to find every one of them."""

import contextlib
import random
from collections.abc import Callable, Iterator
from unittest import mock

from db import engine, erasures
from db.log import fold as folding
from db.sync import incoming, outgoing, union


def latest_stamp_wins() -> contextlib.AbstractContextManager:
    """Nobody looks at what was there before."""

    def enter(self, field, value, change):
        self._sides.setdefault(field, [])[:] = [folding.Side(value, change)]
        self.values[field] = value

    return mock.patch.object(folding._Walk, "_enter", enter)


def clock_stays_behind() -> contextlib.AbstractContextManager:
    """The stamp does not move on when a file with later ones is taken in."""
    return _replaced(
        incoming.Merge, "_remember", "stamp = max(stamp, ?)", "stamp = max(stamp, ? * 0)"
    )


def nothing_is_passed_on() -> contextlib.AbstractContextManager:
    """Only what was entered here goes into a file."""
    usual = outgoing._Outgoing._parts

    def own(self):
        return (one for one in usual(self) if one[0] == self._holder.device)

    return mock.patch.object(outgoing._Outgoing, "_parts", own)


def gaps_count_as_received() -> contextlib.AbstractContextManager:
    """A file that starts above what is here is taken in as if nothing was missing."""

    def advance(self, device, seq):
        if seq > self._seen.get(device, 0):
            self._connection.execute(
                "INSERT OR REPLACE INTO seen (device, seq) VALUES (?, ?)", (device, seq)
            )

    return _both(
        mock.patch.object(incoming.Merge, "_refuse_gaps"),
        mock.patch.object(incoming.Merge, "_advance", advance),
        mock.patch.object(outgoing, "_stamp", return_value=1),
    )


def parts_count_as_whole() -> contextlib.AbstractContextManager:
    """Who took in a file of a scope says that he has everything."""
    usual = incoming.Merge._remember

    def remember(self, manifest):
        usual(self, manifest)
        for text, (seq, _) in manifest.vector.items():
            self._connection.execute(
                "INSERT OR REPLACE INTO seen (device, seq) VALUES (?, ?)", (int(text, 16), seq)
            )

    return mock.patch.object(incoming.Merge, "_remember", remember)


def erased_people_come_back() -> contextlib.AbstractContextManager:
    """What arrives late of somebody who was erased is not blanked."""
    return mock.patch.object(erasures, "concerned", return_value=set())


def erasures_stay_at_home() -> contextlib.AbstractContextManager:
    """Others hear that somebody was erased, and blank nothing."""
    return mock.patch.object(incoming.Merge, "_erase")


def last_merged_wins_a_tie() -> contextlib.AbstractContextManager:
    """Of equal stamps the one counts that came in last."""

    def in_order(changes):
        return sorted(changes, key=lambda one: (one.stamp, chance.random()))

    chance = random.Random(1)
    return mock.patch.object(folding, "in_order", in_order)


def merge_without_transaction() -> contextlib.AbstractContextManager:
    """What was written before an error stays."""

    @contextlib.contextmanager
    def careless(connection) -> Iterator[None]:
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        finally:
            connection.execute("COMMIT")

    return mock.patch.object(engine, "transaction", careless)


def history_of_one_side_is_lost() -> contextlib.AbstractContextManager:
    """A row that is here already takes over the values, and not the history."""
    usual = union.Union.change

    def change(self, line):
        fresh = not self._rows.known([(line.table, line.row)])
        if fresh or bytes(line.before) != b"{}":
            usual(self, line)

    return mock.patch.object(union.Union, "change", change)


def conflicts_are_forgotten() -> contextlib.AbstractContextManager:
    """Taking a file in again clears what was open for review."""
    usual = incoming.Merge._derive

    def derive(self):
        usual(self)
        if not self._union.by:
            self._connection.execute("DELETE FROM in_review")

    return mock.patch.object(incoming.Merge, "_derive", derive)


def same_values_are_a_conflict() -> contextlib.AbstractContextManager:
    """Two who wrote the same are asked to decide."""
    usual = folding._Walk._enter

    def enter(self, field, value, change):
        known = field in self.values and self.values[field] == value
        usual(self, field, value, change)
        if known and change.before.get(field) != value:
            self._sides[field].append(folding.Side(value, change))

    return mock.patch.object(folding._Walk, "_enter", enter)


def duplicates_are_not_looked_up() -> contextlib.AbstractContextManager:
    """People who were merged elsewhere are two here."""
    return mock.patch("db.log.capture.find_merged")


def numbers_are_used_twice() -> contextlib.AbstractContextManager:
    """A copied or restored file goes on under the old number."""
    return mock.patch("db.log.writing.is_own", return_value=True)


def the_index_is_not_told() -> contextlib.AbstractContextManager:
    """Search does not find what came in."""
    return mock.patch("db.search.refresh")


MUTANTS: tuple[Callable[[], contextlib.AbstractContextManager], ...] = (
    latest_stamp_wins,
    clock_stays_behind,
    nothing_is_passed_on,
    gaps_count_as_received,
    parts_count_as_whole,
    erased_people_come_back,
    erasures_stay_at_home,
    last_merged_wins_a_tie,
    merge_without_transaction,
    history_of_one_side_is_lost,
    conflicts_are_forgotten,
    duplicates_are_not_looked_up,
    numbers_are_used_twice,
    the_index_is_not_told,
)


def _replaced(owner: type, name: str, old: str, new: str) -> contextlib.AbstractContextManager:
    """The same function with another text in its source."""
    import inspect
    import sys
    import textwrap

    source = textwrap.dedent(inspect.getsource(getattr(owner, name)))
    assert old in source
    scope = dict(vars(sys.modules[owner.__module__]))
    exec(source.replace(old, new), scope)  # noqa: S102
    return mock.patch.object(owner, name, scope[name])


@contextlib.contextmanager
def _both(*patches: contextlib.AbstractContextManager) -> Iterator[None]:
    with contextlib.ExitStack() as stack:
        for patch in patches:
            stack.enter_context(patch)
        yield
