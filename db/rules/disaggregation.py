"""How counts in categories are told: shares of those known, and small cells kept from strangers."""

from collections.abc import Mapping

# Categories that say nothing of the person; never hidden, never part of a percentage.
NOT_KNOWN = frozenset({"unknown", "not_asked", "not_said"})
# Fewer people than this can be recognised by their neighbours (field practice: disability × district).
SMALLEST = 5


def known(counts: Mapping[str, int]) -> int:
    """People of whom the category is known: what percentages are of."""
    return sum(number for category, number in counts.items() if category not in NOT_KNOWN)


def shares(counts: Mapping[str, int]) -> dict[str, float | None]:
    """Category → share of those known, between 0 and 1; None for what is not known, or nobody is.

    The number of those not known stands beside it in print, so nobody takes 60 % of ten for 60 % of all.
    """
    total = known(counts)
    return {
        category: None if category in NOT_KNOWN or not total else number / total
        for category, number in counts.items()
    }


def told_shares(counts: Mapping[str, int], smallest: int = SMALLEST) -> dict[str, float | None]:
    """The shares that are printed: none at all where fewer than ``smallest`` people are known.

    'Half of them' says nothing of two people, and gives away both.
    """
    return shares(counts) if known(counts) >= smallest else dict.fromkeys(counts)


def without_small_cells(
    counts: Mapping[str, int], smallest: int = SMALLEST
) -> dict[str, int | None]:
    """Counts for readers outside: those of 1 to ``smallest - 1`` people are None.

    Where one alone would be hidden, the next smallest goes too, or the total would give it away.
    """
    hidden = {category for category, number in counts.items() if 0 < number < smallest}
    if len(hidden) == 1:
        rest = {category: n for category, n in counts.items() if n and category not in hidden}
        hidden |= {min(rest, key=lambda category: (rest[category], category))} if rest else set()
    return {category: None if category in hidden else n for category, n in counts.items()}
