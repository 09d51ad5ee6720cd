"""The embedded font and the widths of its texts."""

from functools import cache, lru_cache

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from resources import resource

REGULAR, MEDIUM, BOLD, ITALIC = "Inter", "Inter-Medium", "Inter-SemiBold", "Inter-Italic"

_PARTING = "–-/"  # signs behind which a long word goes on in the next line

_FILES = {
    REGULAR: "Inter-Regular.ttf",
    MEDIUM: "Inter-Medium.ttf",
    BOLD: "Inter-SemiBold.ttf",
    ITALIC: "Inter-Italic.ttf",
}


@cache
def register() -> None:
    """Make the four styles known; once in a process."""
    for name, file in _FILES.items():
        pdfmetrics.registerFont(TTFont(name, str(resource(f"fonts/{file}"))))


@lru_cache(maxsize=20_000)
def width(text: str, font: str, size: float) -> float:
    """Width of a text in points."""
    return float(pdfmetrics.stringWidth(text, font, size))


@lru_cache(maxsize=20_000)
def wrapped(text: str, font: str, size: float, room: float) -> tuple[str, ...]:
    """Lines of a text that fit into ``room`` points; a word that is too long is broken."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split(" "):
            longer = f"{line} {word}" if line else word
            if width(longer, font, size) <= room:
                line = longer
                continue
            if line:
                lines.append(line)
            line = word
            while width(line, font, size) > room and len(line) > 1:
                cut = _fitting(line, font, size, room)
                lines.append(line[:cut])
                line = line[cut:]
        lines.append(line)
    return tuple(lines)


def _fitting(word: str, font: str, size: float, room: float) -> int:
    """How many letters of a word fit, up to a dash or slash where there is one; at least one."""
    for count in range(len(word) - 1, 1, -1):
        if width(word[:count], font, size) <= room:
            return max(word.rfind(sign, 0, count) for sign in _PARTING) + 1 or count
    return 1
