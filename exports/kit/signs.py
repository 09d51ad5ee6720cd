"""Signs in texts that files must be kept from: those that no XML may hold, and those that make formulas."""

import re

TRAPS = ("=", "+", "-", "@")  # a text that begins with one would be a formula

_ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def clean(text: str) -> str:
    """The text without signs that no XML may hold."""
    return _ILLEGAL.sub("", text)
