"""Draws a described table on pages: head repeated, long texts wrapped, rows never split."""

from collections.abc import Callable

from exports.kit import colours, fonts
from exports.kit.columns import Table
from exports.kit.paper import MM
from exports.kit.sheet import Sheet, Style

Show = Callable[[object], str]
"""How a value that is no text is written."""

PADDING = 1.6  # millimetres on each side of a cell

HEAD = Style(fonts.BOLD, 7.3, colours.INK, 1.2)
CELL = Style(fonts.REGULAR, 8.5, colours.INK, 1.2)
STRONG = Style(fonts.BOLD, 8.5, colours.INK, 1.2)


class Drawn:
    """A table on its way to paper: wrapped cells and heights are worked out once."""

    def __init__(self, table: Table, show: Show = str, least: float = 6.0) -> None:
        self.table = table
        self._rooms = [column.width - 2 * PADDING for column in table.columns]
        self._show = show
        self.head = self._wrap([column.label for column in table.columns], HEAD)
        self.head_height = max(6.5, self._height(self.head, HEAD))
        self._cells: list[list[tuple[str, ...]]] = []
        self.heights: list[float] = []
        for position, row in enumerate(table.rows):
            style = STRONG if position in table.strong else CELL
            cells = self._wrap([_text(show, value) for value in row], style)
            self._cells.append(cells)
            self.heights.append(max(least, self._height(cells, style)))

    def fitting(self, start: int, room: float) -> int:
        """Position after the last row that fits below the head into ``room`` millimetres."""
        left = room - self.head_height
        end = start
        while end < len(self.heights) and self.heights[end] <= left + 0.01:
            left -= self.heights[end]
            end += 1
        return end

    def draw(self, sheet: Sheet, x: float, y: float, start: int, end: int) -> float:
        """Head and rows ``start`` to ``end`` (not included); answers where they end."""
        width = sum(column.width for column in self.table.columns)
        top = y
        sheet.fill(x, y, width, self.head_height, colours.TINT)
        self._row(sheet, x, y, self.head_height, self.head, HEAD, heading=True)
        y += self.head_height
        segments = [(x, top, x + width, top), (x, y, x + width, y)]
        for position in range(start, end):
            style = STRONG if position in self.table.strong else CELL
            height = self.heights[position]
            self._row(sheet, x, y, height, self._cells[position], style)
            y += height
            segments.append((x, y, x + width, y))
        edge = x
        for column in (*self.table.columns, None):
            segments.append((edge, top, edge, y))
            edge += column.width if column else 0
        sheet.lines(segments)
        return y

    def _row(
        self,
        sheet: Sheet,
        x: float,
        y: float,
        height: float,
        cells: list[tuple[str, ...]],
        style: Style,
        *,
        heading: bool = False,
    ) -> None:
        for column, lines in zip(self.table.columns, cells, strict=True):
            if lines and lines != ("",):
                align = "center" if heading and column.align == "center" else column.align
                at = (
                    x
                    + {
                        "left": PADDING,
                        "center": column.width / 2,
                        "right": column.width - PADDING,
                    }[align]
                )
                base = y + (height - len(lines) * style.line) / 2 + style.size / MM * 1.02
                for line in lines:
                    sheet.text(at, base, line, style, align)
                    base += style.line
            x += column.width

    def _wrap(self, texts: list[str], style: Style) -> list[tuple[str, ...]]:
        return [
            style.lines(text, room) if text else ()
            for text, room in zip(texts, self._rooms, strict=True)
        ]

    def _height(self, cells: list[tuple[str, ...]], style: Style) -> float:
        return max((len(lines) for lines in cells), default=1) * style.line + 2 * 1.1


def _text(show: Show, value: object) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else show(value)
