"""Numbers of letters and certificates, by the pattern of an office."""

import datetime as dt

from resources.words import ROMAN


def numbered(pattern: str, number: int, day: dt.date | None) -> str:
    """``{no}`` with three digits, ``{month}`` in Roman numerals and ``{year}``; anything else stays as it is."""
    parts = {"{no}": f"{number:03d}"}
    if day is not None:
        parts |= {"{month}": ROMAN[day.month - 1], "{year}": str(day.year)}
    for place, said in parts.items():
        pattern = pattern.replace(place, said)
    return pattern
