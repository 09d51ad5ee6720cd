"""Colours as ``#RRGGBB``: whether they can be read, and paler ones of them."""

import re

WHITE = "#FFFFFF"
READABLE = 4.5  # to one: contrast of texts for WCAG 2.1, level AA

_COLOUR = re.compile("#[0-9A-Fa-f]{6}")


def is_colour(text: str) -> bool:
    """Whether it is one."""
    return _COLOUR.fullmatch(text) is not None


def contrast(one: str, other: str) -> float:
    """Ratio of the luminances of two colours, 1 to 21 (WCAG 2.1)."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def paler(colour: str, share: float) -> str:
    """So much of a colour upon white; ``share`` 0 to 1."""
    return "#" + "".join(f"{round(255 - (255 - part) * share):02X}" for part in _parts(colour))


def _luminance(colour: str) -> float:
    linear = [
        part / 255 / 12.92 if part / 255 <= 0.04045 else ((part / 255 + 0.055) / 1.055) ** 2.4
        for part in _parts(colour)
    ]
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def _parts(colour: str) -> list[int]:
    return [int(colour[start : start + 2], 16) for start in (1, 3, 5)]
