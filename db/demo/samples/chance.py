"""Chance that repeats itself: the same key gives the same answer on every computer, whatever else is added."""

import hashlib
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")

_BYTES = 6


def share(*key: object) -> float:
    """A number from 0 up to 1 that follows from a key."""
    text = "|".join(map(str, key)).encode()
    digest = hashlib.blake2b(text, digest_size=_BYTES).digest()
    return int.from_bytes(digest, "big") / (1 << 8 * _BYTES)


def pick(options: Sequence[T], *key: object) -> T:
    """One of the options."""
    return options[int(share(*key) * len(options))]


def between(low: int, high: int, *key: object) -> int:
    """A whole number, both ends included."""
    return low + int(share(*key) * (high - low + 1))
