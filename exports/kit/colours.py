"""Colours of documents: few, and nothing that is told by colour alone. Lines survive a cheap printer."""

from db.rules.colours import paler

INK = "#16212B"
BLACK = "#000000"
MUTED = "#566370"
LINE = "#7A8690"
HAIR = "#C3CBD0"
ACCENT = "#0B6E69"
SECOND = "#C4791A"
TINT = "#E2F1EF"
SERIES = (ACCENT, SECOND, "#566370", "#9CC7C3", "#E3BE8C")
ON_SERIES = ("#FFFFFF", INK, "#FFFFFF", INK, INK)  # letters upon them

_TINT = 0.12  # how much of the accent the ground of a head of a table has


def palette(accent: str | None) -> dict[str, str]:
    """Our colours → those of an office; charts and maps keep ours, which are told apart in grey as well."""
    return {} if accent is None else {ACCENT: accent, TINT: paler(accent, _TINT)}
