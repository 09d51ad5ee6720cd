"""Folding: what the changes of one row make of it. A pure function; the tables are what the log folds to."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Change:
    """One change of one row; ``before`` and ``after`` carry only the fields that changed."""

    device: int
    seq: int
    stamp: int
    before: dict[str, object]
    after: dict[str, object]

    @property
    def position(self) -> tuple[int, int, int]:
        """Place in the order of folding: stamp, then the larger device, then the later of one device."""
        return self.stamp, self.device, self.seq


def fold(changes: Iterable[Change]) -> dict[str, object]:
    """Fields of a row after all its changes, whatever order they came in: for each the latest value."""
    values: dict[str, object] = {}
    for change in sorted(changes, key=lambda one: one.position):
        values.update(change.after)
    return values
