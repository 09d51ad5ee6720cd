"""Workbooks that offices accept: real numbers, real tables, frozen heads, print set-up, the same bytes each time."""

import io
import re
from collections.abc import Mapping, Sequence
from functools import partial
from math import ceil
from typing import Any

from openpyxl import Workbook
from openpyxl.drawing.image import Image
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.table import Table as ExcelTable
from openpyxl.worksheet.table import TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from exports.kit.archive import Change, repeatable
from exports.kit.columns import Column, Table
from exports.kit.paper import Paper
from exports.kit.signs import TRAPS, clean

HEAD_FONT = Font(name="Calibri", bold=True, size=10)
TEXT_FONT = Font(name="Calibri", size=10)
STRONG_FONT = Font(name="Calibri", bold=True, size=10)
TITLE_FONT = Font(name="Calibri", bold=True, size=14)
HEAD_FILL = PatternFill("solid", fgColor="E2F1EF")
_THIN = Side(style="thin", color="7A8690")
BORDER = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)

Sums = dict[str, dict[str, float]]
"""Results of sums: sheet → cell → what it comes to."""

CHARACTERS_PER_MM = 0.52
LINE = 15.0  # points of a line of text
_LOGO = 62.0  # pixels, of 96 to the inch
_FORBIDDEN_IN_TITLE = re.compile(r"[\[\]:*?/\\]")


def write(sheet: Worksheet, row: int, column: int, value: Any, *, text: bool = False) -> None:
    """One value. A text never becomes a formula, whatever it begins with."""
    cell = sheet.cell(row, column)
    if isinstance(value, str):
        cell.value = clean(value)
        cell.data_type = "s"
        if text or value.startswith(TRAPS):
            cell.number_format = "@"
            cell.quotePrefix = value.startswith(TRAPS)
    else:
        cell.value = value
    cell.font = TEXT_FONT


def put_table(
    sheet: Worksheet,
    table: Table,
    row: int,
    name: str,
    *,
    borders: bool = False,
    excel: bool = True,
) -> int:
    """A described table from ``row`` downwards, as an Excel table; answers the row after it."""
    for position, column in enumerate(table.columns, start=1):
        cell = sheet.cell(row, position, column.label.replace("\n", " ") or " ")
        cell.font, cell.fill, cell.border = HEAD_FONT, HEAD_FILL, BORDER
        cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal=column.align)
        letter = get_column_letter(position)
        wanted = column.width * CHARACTERS_PER_MM
        sheet.column_dimensions[letter].width = max(
            wanted,
            sheet.column_dimensions[letter].width if letter in sheet.column_dimensions else 0,
        )
    sheet.row_dimensions[row].height = LINE * lines_needed(
        [column.label for column in table.columns], table.columns
    )
    for offset, values in enumerate(table.rows, start=1):
        sheet.row_dimensions[row + offset].height = LINE * lines_needed(values, table.columns)
        for position, (column, value) in enumerate(
            zip(table.columns, values, strict=True), start=1
        ):
            write(sheet, row + offset, position, value, text=column.key in ("phone", "id", "code"))
            cell = sheet.cell(row + offset, position)
            cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal=column.align)
            if isinstance(value, int) and column.align == "right":
                cell.number_format = "#,##0"
            if borders:
                cell.border = BORDER
            if offset - 1 in table.strong:
                cell.font = STRONG_FONT
    end = row + len(table.rows)
    if excel and table.rows:
        _as_excel_table(sheet, table.columns, row, end, name)
    return end + 1


def lines_needed(values: Sequence[Any], columns: Sequence[Column]) -> int:
    """Lines of text that a row needs: LibreOffice does not find out by itself."""
    return max(
        sum(
            ceil(max(len(line), 1) / (column.width * CHARACTERS_PER_MM))
            for line in value.split("\n")
        )
        if isinstance(value, str)
        else 1
        for value, column in zip(values, columns, strict=True)
    )


def _as_excel_table(
    sheet: Worksheet, columns: tuple[Column, ...], row: int, end: int, name: str
) -> None:
    """Heads of an Excel table must be texts and differ."""
    seen: dict[str, int] = {}
    for position in range(1, len(columns) + 1):
        cell = sheet.cell(row, position)
        label = str(cell.value)
        seen[label] = seen.get(label, 0) + 1
        if seen[label] > 1:
            cell.value = f"{label} {seen[label]}"
    area = f"A{row}:{get_column_letter(len(columns))}{end}"
    excel = ExcelTable(displayName=re.sub(r"\W", "_", name), ref=area)
    excel.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=False)
    sheet.add_table(excel)


def put_logo(sheet: Worksheet, logo: bytes | None, place: str) -> None:
    """A logo as high as a letterhead, its upper left corner in a cell."""
    if logo is None:
        return
    image = Image(io.BytesIO(logo))
    image.width, image.height = _LOGO * image.width / image.height, _LOGO
    sheet.add_image(image, place)


def print_setup(
    sheet: Worksheet, paper: Paper, *, landscape: bool, titles: int | None = None, footer: str = ""
) -> None:
    """Paper, orientation, one page wide, head rows repeated, page numbers."""
    sheet.page_setup.paperSize = paper.excel
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_margins.left = sheet.page_margins.right = 15 / 25.4
    sheet.page_margins.bottom = paper.bottom / 25.4
    sheet.oddFooter.right.text = "&P / &N"
    sheet.oddFooter.left.text = footer
    if titles:
        sheet.print_title_rows = f"{titles}:{titles}"


def sheet_title(text: str) -> str:
    """A name that Excel accepts for a sheet."""
    return _FORBIDDEN_IN_TITLE.sub(" ", text)[:31].strip() or "Rembuk"


def put_sum(sheet: Worksheet, row: int, column: int, area: str, value: float, sums: Sums) -> None:
    """The sum of an area as a formula; ``value`` is what it comes to, for readers that do not calculate."""
    cell = sheet.cell(row, column)
    cell.value = f"=SUM({area})"
    cell.font = TEXT_FONT
    sums.setdefault(sheet.title, {})[cell.coordinate] = value


def done(book: Workbook, stamp: str, sums: Sums | None = None) -> bytes:
    """The workbook; ``stamp`` is the time of the data, so the same data give the same bytes."""
    import datetime as dt

    time = dt.datetime.fromisoformat(stamp).replace(tzinfo=None)
    book.properties.creator = "Rembuk"
    book.properties.created = book.properties.modified = time
    buffer = io.BytesIO()
    book.calculation.fullCalcOnLoad = True
    book.save(buffer)
    known = {
        f"xl/worksheets/sheet{number}.xml": sums[sheet.title]
        for number, sheet in enumerate(book.worksheets, start=1)
        if sums and sheet.title in sums
    }
    return _finished(buffer.getvalue(), time, known)


_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")
_FORMULA = re.compile(rb'(<c r="([A-Z]+[0-9]+)"[^>]*><f>[^<]*</f>)<v ?(?:/>|></v>)')


def _finished(content: bytes, time: Any, sums: Sums) -> bytes:
    """One time instead of that of the saving, and the results of the sums.

    ``sums``: part of the archive → cell → result. openpyxl writes formulas without one.
    """
    modified = f"{time:%Y-%m-%dT%H:%M:%SZ}".encode()
    changes: dict[str, Change] = {
        name: partial(_FORMULA.sub, partial(_with_result, known)) for name, known in sums.items()
    }
    changes["docProps/core.xml"] = partial(_MODIFIED.sub, rb"\g<1>" + modified)
    return repeatable(content, changes)


def _with_result(known: Mapping[str, float], formula: re.Match[bytes]) -> bytes:
    return formula[1] + f"<v>{known[formula[2].decode()]}</v>".encode()
