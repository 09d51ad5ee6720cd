"""A spreadsheet that was read, with what is to be looked at written beside its cells as comments."""

import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.utils import get_column_letter

from db.imports.fields import NAME, ORGANIZATION, TITLE
from db.imports.plan import DOUBT, Plan, PlanLine
from db.imports.values import PROBLEM
from db.imports.workbook import read
from exports.kit.workbook import sheet_title, write
from resources.texts import N_, Texts

_BAD = PatternFill("solid", fgColor="FBD5D5")
_LOOK = PatternFill("solid", fgColor="FDF0CF")
_SUBJECTS = (NAME, ORGANIZATION, TITLE)
ALIKE = N_("{percent} likely the same as: {name}")


def annotated(path: Path, plan: Plan, t: Texts) -> bytes:
    """The file as it was, as a workbook, each doubt and problem as a comment at its cell.

    A file that is no xlsx, or whose styles are broken, comes as a workbook with the same cells.

    Raises:
        UserError: the file cannot be read any more.
    """
    book, sheets = _book(path)
    at = {
        (table.sheet, column.meaning): column.index + 1
        for table in plan.tables
        for column in table.columns
    }
    for line in plan.lines:
        told: dict[int, list[str]] = {}
        for field, text in _said(line, t):
            column = at.get((line.sheet, field)) or next(
                (at[line.sheet, one] for one in _SUBJECTS if (line.sheet, one) in at), 1
            )
            told.setdefault(column, []).append(text)
        if told:
            _comment(sheets[line.sheet], line, told)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _said(line: PlanLine, t: Texts) -> Iterator[tuple[str, str]]:
    for one in line.findings:
        yield one.field, t(one.text, **one.facts)
    if line.action == DOUBT and line.match is not None and line.touched is None:
        percent = t.percent(line.match.probability)
        yield NAME, t(ALIKE, percent=percent, name=line.match.name)


def _comment(sheet: Any, line: PlanLine, told: dict[int, list[str]]) -> None:
    bad = any(one.severity == PROBLEM for one in line.findings)
    for column, texts in told.items():
        # A merged cell holds no comment; the first of its area does.
        cell = sheet[_first(sheet.merged_cells.ranges, line.line, column)]
        cell.comment = Comment("\n".join(texts), "Rembuk", height=80, width=280)
        cell.fill = _BAD if bad else _LOOK


def _first(areas: Iterable[Any], row: int, column: int) -> str:
    for area in areas:
        if area.min_row <= row <= area.max_row and area.min_col <= column <= area.max_col:
            row, column = area.min_row, area.min_col
    return f"{get_column_letter(column)}{row}"


def _book(path: Path) -> tuple[Any, dict[str, Any]]:
    """The workbook, and its sheets by the names that the reader gave them."""
    if path.suffix.lower() in (".xlsx", ".xlsm"):
        try:
            book = load_workbook(path)
        except Exception:  # noqa: S110 - openpyxl fails in many ways where the reader does not
            pass
        else:
            return book, {sheet.title: sheet for sheet in book.worksheets}
    book = Workbook()
    book.remove(book.active)
    sheets = {}
    for sheet in read(path):
        page = sheets[sheet.name] = book.create_sheet(sheet_title(sheet.name))
        for line in sheet.lines:
            for column, value in enumerate(line.cells, start=1):
                if value is not None:
                    write(page, line.number, column, value)
    return book, sheets
