"""The hybrid clock: milliseconds in the upper 48 bits, a counter in the lower 16; it only moves forward.

Beside it the time of the day, as the file keeps it.
"""

import time
from datetime import UTC, datetime

COUNTER_BITS = 16


def next_stamp(last: int, now_ms: int | None = None) -> int:
    """Stamp of the next edit: larger than ``last``, and the time of the day where the clock allows."""
    now = time.time_ns() // 1_000_000 if now_ms is None else now_ms
    return max(last + 1, now << COUNTER_BITS)


def milliseconds(stamp: int) -> int:
    """Time that a stamp claims, in milliseconds since 1970 (UTC)."""
    return stamp >> COUNTER_BITS


def now() -> datetime:
    """The present moment (UTC), by the clock that the stamps are taken from."""
    return datetime.fromtimestamp(time.time_ns() / 1e9, UTC)


def time_text() -> str:
    """The present moment as it is kept beside edits and files: UTC, to the second."""
    return now().isoformat(timespec="seconds")
