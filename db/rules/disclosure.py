"""Small groups are told less of, until nobody can be picked out: local suppression up to a least size of groups."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Row = dict[str, str | None]
"""Column → what is told; None is hidden."""

Step = tuple[str, str | None]
"""A column, and the column of the same rows whose value stands in for it; None hides it."""


@dataclass(frozen=True, slots=True)
class Told:
    """Positions of the rows that are left with what is told of each; how often a column was told less of.

    ``removed``: rows of which even nothing at all would have told too much.
    """

    rows: dict[int, Row]
    less: Counter[str]
    removed: int


def told(
    rows: Sequence[Mapping[str, str]], columns: Sequence[str], steps: Sequence[Step], least: int
) -> Told:
    """Every combination of ``columns`` is shared by at least ``least`` rows, or told less of.

    ``steps`` are tried one after the other, on rows in too small groups only.
    """
    shown: dict[int, Row] = {
        number: {column: row[column] for column in columns} for number, row in enumerate(rows)
    }
    less: Counter[str] = Counter()
    for column, stand_in in steps:
        for number in _in_small_groups(shown, columns, least):
            instead = rows[number][stand_in] if stand_in else None
            if shown[number][column] != instead:
                shown[number][column] = instead
                less[column] += 1
    gone = _in_small_groups(shown, columns, least)
    for number in gone:
        del shown[number]
    return Told(shown, less, len(gone))


def _in_small_groups(shown: dict[int, Row], columns: Sequence[str], least: int) -> list[int]:
    groups: dict[tuple[str | None, ...], list[int]] = defaultdict(list)
    for number, row in shown.items():
        groups[tuple(row[column] for column in columns)].append(number)
    return [number for group in groups.values() if len(group) < least for number in group]
