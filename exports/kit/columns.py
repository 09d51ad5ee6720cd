"""A table described once: columns and typed rows. Drawn by ``table``, written to sheets by ``workbook``."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    """``width`` in millimetres; ``align``: left, center, right. ``kind``: text, number, signature."""

    key: str
    label: str
    width: float
    align: str = "left"
    kind: str = "text"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of texts and numbers. ``strong``: positions of rows that are totals."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[object, ...], ...]
    strong: frozenset[int] = frozenset()


def fitted(columns: Sequence[Column], room: float) -> tuple[Column, ...]:
    """The columns stretched or squeezed together so that they fill ``room`` millimetres."""
    factor = room / sum(column.width for column in columns)
    return tuple(Column(c.key, c.label, c.width * factor, c.align, c.kind) for c in columns)
