"""Folding: what the changes of one row make of it, and what people have to look at.

A pure function of the set of changes: whatever order they arrived in, the outcome is the same. The
tables are what the log folds to; open conflicts are read from it and stored nowhere.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

REMOVED = "removed"
Values = dict[str, object]


@dataclass(frozen=True, slots=True)
class Change:
    """One change of one row; ``before`` and ``after`` carry only the fields that changed.

    An insert has no ``before``. A removal has the whole row in it: it tells what was seen when the row
    was taken out.
    """

    device: int
    seq: int
    stamp: int
    before: Mapping[str, object]
    after: Mapping[str, object]
    edit: str = ""

    @property
    def position(self) -> tuple[int, int, int]:
        """Place in the order of folding: stamp, then the larger device, then the later of one device."""
        return self.stamp, self.device, self.seq


@dataclass(frozen=True, slots=True)
class Side:
    """A value that somebody entered, and the change that did it."""

    value: object
    change: Change


@dataclass(frozen=True, slots=True)
class Conflict:
    """Values of one field that were entered without knowledge of each other; the last one is shown for now.

    For the field ``removed`` the last side took the row out, and the others changed what it held.
    """

    field: str
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Folded:
    """Fields of a row after all its changes, and what is open for review."""

    values: Values
    conflicts: tuple[Conflict, ...]


def in_order(changes: Iterable[Change]) -> list[Change]:
    """Changes in the order of folding."""
    return sorted(changes, key=lambda one: one.position)


def fold(changes: Iterable[Change], defaults: Mapping[str, object]) -> Folded:
    """Walk the changes of one row in order; for each field the latest value stands.

    ``defaults``: column → the value of a row that says nothing about it.
    """
    walk = _Walk(defaults)
    for change in in_order(changes):
        walk.take(change)
    return Folded(walk.values, tuple(walk.conflicts()))


class _Walk:
    def __init__(self, defaults: Mapping[str, object]) -> None:
        self.values: Values = {}
        self._defaults = defaults
        self._born = False
        self._sides: dict[str, list[Side]] = {}
        self._removal: Change | None = None
        self._unseen: dict[tuple[int, int, int], Change] = {}

    def take(self, change: Change) -> None:
        """The next change."""
        self._born = self._born or not change.before
        self._watch_removal(change)
        for field, value in change.after.items():
            self._enter(field, value, change)

    def conflicts(self) -> Iterable[Conflict]:
        """What is open after the last change."""
        for field, sides in self._sides.items():
            if len(sides) > 1:
                yield Conflict(field, tuple(sides))
        if self._removal is not None and self._unseen:
            others = tuple(Side(0, change) for change in self._unseen.values())
            yield Conflict(REMOVED, (*others, Side(1, self._removal)))

    def _enter(self, field: str, value: object, change: Change) -> None:
        fresh = field not in self.values
        known = not fresh or self._born
        now = self.values.get(field, self._defaults.get(field))
        seen = change.before[field] if field in change.before else self._defaults.get(field)
        sides = self._sides.setdefault(field, [])
        if not known or (seen == now and self._is_decision(sides, value, change)):
            sides[:] = [Side(value, change)]
        elif value == now:
            # Both wrote the same. What the writer saw, and replaced, is settled.
            sides[:] = [side for side in sides if side.value != seen or side.value == now]
        else:
            settled = (seen, value)
            sides[:] = [side for side in sides if side.value not in settled]
            sides.append(Side(value, change))
        self.values[field] = value

    def _is_decision(self, sides: list[Side], value: object, change: Change) -> bool:
        """Whether somebody who saw the last value settles the field.

        A device that goes on with a value of its own need not have seen what others wrote: it decides
        only by taking one of the values that stand beside each other, or by confirming its own.
        """
        if len(sides) < 2 or sides[-1].change.device != change.device:
            return True
        return any(side.value == value for side in sides)

    def _watch_removal(self, change: Change) -> None:
        if REMOVED not in change.after:
            if self._removal is not None:
                self._unseen[change.position] = change
        elif change.after[REMOVED]:
            self._removal = change
            self._unseen = {
                side.change.position: side.change
                for field, sides in self._sides.items()
                for side in sides[-1:]
                if field != REMOVED and not self._was_seen(field, change)
            }
        else:
            self._removal, self._unseen = None, {}

    def _was_seen(self, field: str, removal: Change) -> bool:
        """Whether the one who took the row out saw what this field holds."""
        return removal.before.get(field, self._defaults.get(field)) == self.values[field]
