"""What a spreadsheet is once it is read: sheets of lines of cells, and the text of a cell."""

import datetime as dt
from dataclasses import dataclass

Cell = str | int | float | bool | dt.date | dt.datetime | dt.time | dt.timedelta | None

# Spaces that look like one, and signs without a width.
_SPACES = str.maketrans(
    {
        **dict.fromkeys("\u00a0\u2007\u202f\u3000\t\r\x0b\x0c", " "),
        **dict.fromkeys("\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad\0", None),
    }
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a sheet that holds something; ``number`` counts from 1 as Excel does."""

    number: int
    cells: list[Cell]


@dataclass(frozen=True, slots=True)
class Merged:
    """Merged cells. Lines count from 1, columns from 0; the ends are included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet. Lines without content are left out."""

    name: str
    lines: list[Line]
    merged: tuple[Merged, ...] = ()


def clean(value: object) -> Cell:
    """A cell as it is worked with: no empty texts, no errors of formulas, whole numbers as such."""
    if isinstance(value, str):
        text = value.strip()
        if not (text.isascii() and text.isprintable()):
            text = text.translate(_SPACES).strip()
        return None if not text or (text[0] == "#" and text.startswith(_ERRORS)) else text
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, float):
        if value != value or abs(value) == float("inf"):
            return None
        return int(value) if value.is_integer() else value
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        return value.date()
    if isinstance(value, (int, dt.date, dt.time, dt.timedelta)):
        return value
    return str(value)


_ERRORS = ("#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#GETTING_DATA")


def text_of(cell: Cell) -> str:
    """A cell as a person reads it, on one line."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return " ".join(cell.split())
    if isinstance(cell, dt.datetime):
        return cell.isoformat(" ", "minutes")
    if isinstance(cell, dt.date):
        return cell.isoformat()
    return str(cell)
