"""How lists say dates."""

from db.rules.dates import stored
from desktop.texts import Texts


def said_when(t: Texts, starts: str | None, ends: str | None) -> str:
    """Dates of an activity as a list shows them."""
    first, last = stored(starts), stored(ends)
    return t.period(
        first.first if first else None,
        last.last if last else None,
        first.precision if first else "day",
        last.precision if last else "day",
    )
