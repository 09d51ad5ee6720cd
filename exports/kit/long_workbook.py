"""Workbooks of many rows, written from top to bottom in little memory: tables, formulas with their results, charts."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.chart import BarChart
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.table import Table as ExcelTable
from openpyxl.worksheet.table import TableStyleInfo

from exports.kit.columns import Column
from exports.kit.paper import Paper
from exports.kit.signs import TRAPS, clean
from exports.kit.workbook import (
    BORDER,
    CHARACTERS_PER_MM,
    HEAD_FILL,
    HEAD_FONT,
    LINE,
    STRONG_FONT,
    TITLE_FONT,
    Sums,
    done,
    lines_needed,
    print_setup,
    sheet_title,
)

TITLE_ROW, HEAD_ROW = 1, 3
_LINK = Font(name="Calibri", size=11, color="0B6E69", underline="single")


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula, and what it comes to for readers that do not calculate."""

    text: str
    result: float


@dataclass(frozen=True, slots=True)
class Link:
    """A text that leads to another sheet of the workbook."""

    sheet: str
    text: str


@dataclass(frozen=True, slots=True)
class Written:
    """Where a table came to stand: its sheet, the first and the last of its rows, and its columns."""

    sheet: str
    first: int
    last: int
    columns: tuple[Column, ...]

    def area(self, key: str) -> str:
        """All cells of a column, as formulas of any sheet name them."""
        letter = get_column_letter([one.key for one in self.columns].index(key) + 1)
        last = max(self.first, self.last)
        return f"{quote_sheetname(self.sheet)}!${letter}${self.first}:${letter}${last}"


class LongWorkbook:
    """Sheets one after the other; a sheet that was begun is filled before the next one."""

    def __init__(self, title: str, paper: Paper, *, hxl: bool) -> None:
        self._book = Workbook(write_only=True)
        self._title, self._paper, self.hxl = title, paper, hxl
        self._sums: Sums = {}
        self._names: set[str] = set()

    def table(
        self,
        name: str,
        heading: str,
        columns: Sequence[Column],
        rows: Iterable[Sequence[Any]],
        *,
        total: Sequence[Any] = (),
        chart: BarChart | None = None,
        wrap: bool = False,
    ) -> Written:
        """A sheet with a table to sort and filter; ``total``: its last line, apart from the table.

        ``wrap``: long texts take several lines, which costs time where there are very many rows.
        """
        sheet = self._begin(name, heading, [one.width for one in columns], landscape=True)
        labels = _distinct([one.label.replace("\n", " ") or " " for one in columns])
        sheet.row_dimensions[HEAD_ROW].height = LINE * lines_needed(labels, columns)
        sheet.append([_styled(sheet, label, head=True) for label in labels])
        row = HEAD_ROW
        if self.hxl:
            row += 1
            sheet.append([one.hxl or None for one in columns])
        first = row + 1
        texts = [one.key in ("phone", "id", "code") for one in columns]
        for values in rows:
            row += 1
            cells: Iterable[Any] = self._cells(sheet, row, values, texts)
            if wrap:
                sheet.row_dimensions[row].height = LINE * lines_needed(values, columns)
                cells = [_styled(sheet, cell) for cell in cells]
            sheet.append(cells)
        end = max(row, first)  # a table without lines has an empty one
        excel = ExcelTable(
            displayName=self._named(sheet.title),
            ref=f"A{HEAD_ROW}:{get_column_letter(len(columns))}{end}",
        )
        excel.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=False)
        excel._initialise_columns()  # noqa: SLF001 - sheets that are only written have no cells to look at
        for column, label in zip(excel.tableColumns, labels, strict=True):
            column.name = label
        sheet._tables.add(excel)  # noqa: SLF001 - add_table would warn that it looks at no cells
        below = end
        if total:
            for _ in range(end - row):
                sheet.append([])
            below = end + 1
            last = self._cells(sheet, below, total, texts)
            sheet.append([_styled(sheet, value, strong=True) for value in last])
        if chart is not None:
            sheet.add_chart(chart, f"A{below + 3}")
            below += 24
        sheet.print_area = f"A1:{get_column_letter(len(columns))}{below}"
        return Written(sheet.title, first, row, tuple(columns))

    def page(
        self, name: str, heading: str, widths: Sequence[float], rows: Iterable[Sequence[Any]]
    ) -> str:
        """A sheet to read, without a table; answers its name."""
        sheet = self._begin(name, heading, widths, landscape=False)
        for row, values in enumerate(rows, start=HEAD_ROW):
            sheet.append(self._cells(sheet, row, values, [False] * len(values)))
        return str(sheet.title)

    @property
    def first_row(self) -> int:
        """Where the lines of a table begin."""
        return HEAD_ROW + 1 + self.hxl

    def arrange(self, names: Sequence[str]) -> None:
        """The order in which the sheets stand, whichever was written first."""
        self._book._sheets.sort(key=lambda sheet: names.index(sheet.title))  # noqa: SLF001 - it can only move one by one
        self._book.active = 0

    def done(self, stamp: str) -> bytes:
        """The file; ``stamp`` is the time of the data."""
        return done(self._book, stamp, self._sums)

    def _begin(self, name: str, heading: str, widths: Sequence[float], *, landscape: bool) -> Any:
        """A sheet with its title. What stands before the rows is written with the first of them."""
        sheet = self._book.create_sheet(sheet_title(name))
        if landscape:
            sheet.freeze_panes = f"B{HEAD_ROW + 1}"
        print_setup(
            *(sheet, self._paper),
            landscape=landscape,
            titles=HEAD_ROW if landscape else None,
            footer=self._title[:80],
        )
        for number, width in enumerate(widths, start=1):
            letter = get_column_letter(number)
            sheet.column_dimensions[letter].width = width * CHARACTERS_PER_MM
        title = WriteOnlyCell(sheet, clean(heading))
        title.data_type, title.font = "s", TITLE_FONT
        sheet.append([title])
        sheet.append([])
        return sheet

    def _cells(
        self, sheet: Any, row: int, values: Sequence[Any], texts: Sequence[bool]
    ) -> Iterator[Any]:
        """Values as cells; only those that need more than their value become one here."""
        for number, (value, text) in enumerate(zip(values, texts, strict=True), start=1):
            if isinstance(value, str):
                said = clean(value)
                yield _text(sheet, said) if text or said.startswith(TRAPS) else said
            elif isinstance(value, Formula):
                place = f"{get_column_letter(number)}{row}"
                self._sums.setdefault(sheet.title, {})[place] = value.result
                yield value.text
            elif isinstance(value, Link):
                place = f"{get_column_letter(number)}{row}"
                where = f"{quote_sheetname(value.sheet)}!A1"
                sheet._hyperlinks.append(Hyperlink(ref=place, location=where))  # noqa: SLF001 - as above
                cell = WriteOnlyCell(sheet, value.text)
                cell.font = _LINK
                yield cell
            else:
                yield value

    def _named(self, title: str) -> str:
        """A name for a table that Excel accepts and no other table has."""
        name = "T_" + re.sub(r"\W", "_", title)
        while name in self._names:
            name += "_"
        self._names.add(name)
        return name


def _text(sheet: Any, value: str) -> Any:
    """A text that stays one, whatever it looks like."""
    cell = WriteOnlyCell(sheet, value)
    cell.data_type, cell.number_format = "s", "@"
    cell.quotePrefix = value.startswith(TRAPS)
    return cell


def _styled(sheet: Any, value: Any, *, head: bool = False, strong: bool = False) -> Any:
    cell = value if isinstance(value, Cell) else WriteOnlyCell(sheet, value)
    if head:
        cell.font, cell.fill, cell.border = HEAD_FONT, HEAD_FILL, BORDER
        cell.data_type = "s"
    elif strong:
        cell.font = STRONG_FONT
    cell.alignment = Alignment(wrap_text=True, vertical="center" if head else "top")
    return cell


def _distinct(labels: list[str]) -> list[str]:
    """Heads of an Excel table differ, whatever their case."""
    seen: dict[str, int] = {}
    found = []
    for label in labels:
        key = label.lower()
        seen[key] = seen.get(key, 0) + 1
        found.append(label if seen[key] == 1 else f"{label} {seen[key]}")
    return found
