"""A table described once: columns and typed rows. Drawn by ``table``, written to sheets by ``workbook``."""

from collections.abc import Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Column:
    """``width`` in millimetres; ``align``: left, center, right. ``kind``: text, number, signature.

    ``meaning``: what stands in it, for a data dictionary; ``hxl``: its hashtag (hxlstandard.org, 1.1).
    """

    key: str
    label: str
    width: float
    align: str = "left"
    kind: str = "text"
    meaning: str = ""
    hxl: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of texts and numbers. ``strong``: positions of rows that are totals."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[object, ...], ...]
    strong: frozenset[int] = frozenset()


def fitted(columns: Sequence[Column], room: float) -> tuple[Column, ...]:
    """The columns stretched or squeezed together so that they fill ``room`` millimetres."""
    factor = room / sum(column.width for column in columns)
    return tuple(replace(c, width=c.width * factor) for c in columns)
