"""Marks by which a photo of a printed sheet can be read back: a code, corners, and a tick at every row.

The code names the sheet and the order of its rows. The corners say how the paper lies in the photo; the
ticks beside the rows say where each begins, even where the paper is bent.
"""

import hashlib
from collections.abc import Iterable, Sequence
from itertools import groupby

import segno

from exports.kit.paper import Paper
from exports.kit.sheet import Sheet

CODE = 16.0  # millimetres of the code, its quiet zone not counted
CORNER = 4.0  # millimetres of a corner
EDGE = 5.0  # millimetres between a corner and the edge: printers reach as far
TICK = (2.5, 0.6)  # width and height of a tick in millimetres
_TICK_GAP = 1.5  # millimetres between a tick and the table


def corners(paper: Paper) -> tuple[tuple[float, float], ...]:
    """Upper left points of the four corners in millimetres: top left, top right, bottom left, bottom right."""
    right, bottom = paper.width - EDGE - CORNER, paper.height - paper.bottom + 1
    return (EDGE, EDGE), (right, EDGE), (EDGE, bottom), (right, bottom)


def draw_corners(sheet: Sheet) -> None:
    """The four corners of a page."""
    sheet.bars([(x, y, CORNER, CORNER) for x, y in corners(sheet.paper)])


def ticks(left: float, right: float, tops: Iterable[float]) -> list[tuple[float, float]]:
    """Upper left points of the ticks on both sides of a table between ``left`` and ``right``."""
    sides = (left - _TICK_GAP - TICK[0], right + _TICK_GAP)
    return [(x, y) for y in tops for x in sides]


def draw_ticks(sheet: Sheet, left: float, right: float, tops: Iterable[float]) -> None:
    """A tick on either side of a table where each of its rows begins, and one where the last ends."""
    sheet.bars([(x, y, *TICK) for x, y in ticks(left, right, tops)])


def order(rows: Sequence[str]) -> str:
    """Eight digits that stand for rows in an order: a sheet that was printed before another row came is told apart."""
    return hashlib.sha256("\n".join(rows).encode()).hexdigest()[:8]


def draw_code(sheet: Sheet, text: str, left: float, top: float, side: float = CODE) -> None:
    """A code as one path of bars. A fixed mask: choosing the best one costs more than the page."""
    rows = [list(row) for row in segno.make_qr(text, error="m", mask=4).matrix]
    size = side / len(rows)
    bars = []
    for number, row in enumerate(rows):
        start = 0
        for dark, run in groupby(row):
            length = len(list(run))
            if dark:
                bars.append((left + start * size, top + number * size, length * size, size))
            start += length
    sheet.bars(bars)
