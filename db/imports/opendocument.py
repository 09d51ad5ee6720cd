"""Merged cells of OpenDocument sheets, which the reader of workbooks does not tell."""

import zipfile
from pathlib import Path
from typing import Any

from db.errors import UserError
from db.imports import packed
from db.imports.cells import Merged

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")


def merged(path: Path) -> dict[str, list[Merged]]:
    """Merged areas by the name of their sheet. The archive was looked through before.

    Raises:
        UserError: its content is no well-formed XML, or defines entities.
    """
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import ParseError, iterparse

    found: dict[str, list[Merged]] = {}
    try:
        with zipfile.ZipFile(path) as archive, archive.open("content.xml") as content:
            sheet, row = "", 1
            for event, element in iterparse(content, ("start", "end")):
                if event == "start":
                    if element.tag == f"{_TABLE}table":
                        sheet, row = element.get(f"{_TABLE}name", ""), 1
                elif element.tag == f"{_TABLE}table-row":
                    found.setdefault(sheet, []).extend(_of_row(element, row))
                    row += _number(element, "number-rows-repeated")
                    element.clear()
    except (zipfile.BadZipFile, KeyError, ParseError, DefusedXmlException, ValueError) as error:
        raise UserError(packed.DAMAGED) from error
    return found


def _of_row(element: Any, row: int) -> list[Merged]:
    areas, column = [], 0
    for cell in element:
        if cell.tag not in _CELLS:
            continue
        wide, high = _number(cell, "number-columns-spanned"), _number(cell, "number-rows-spanned")
        if wide > 1 or high > 1:
            areas.append(Merged(row, column, row + high - 1, column + wide - 1))
        column += _number(cell, "number-columns-repeated")
    return areas


def _number(element: Any, name: str) -> int:
    return int(element.get(f"{_TABLE}{name}", 1))
