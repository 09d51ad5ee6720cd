"""Files that people keep lists in, read into sheets: xlsx, xlsm, xlsb, xls, ods, csv, tsv, Unicode text.

Nothing in them is executed; a formula is the value that was saved with it.
"""

from dataclasses import replace
from pathlib import Path

from db.errors import UserError
from db.imports import delimited, opendocument, packed
from db.imports.cells import Line, Merged, Sheet, clean
from resources.texts import N_

NOT_THERE = N_("This file cannot be read. Perhaps it was moved, or is open in another program.")
EMPTY = N_("There is nothing in this file.")
PROTECTED = N_(
    "This spreadsheet is protected by a password. Open it in Excel, remove the password, "
    "save it, and try once more."
)
NOT_A_SPREADSHEET = N_(
    "This is not a spreadsheet that Rembuk can read. Rembuk reads xlsx, xls, ods and csv."
)
WEB_PAGE = N_(
    "This file is a web page with the name of a spreadsheet. Open it in Excel or LibreOffice, "
    "save it as xlsx, and try once more."
)

_ARCHIVE, _COMPOUND = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OTHERS = (
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"SQLite format 3",
    b"Rar!",
    b"7z\xbc\xaf",
)


def read(path: Path) -> list[Sheet]:
    """Sheets of a file in their order; hidden and empty ones are left out.

    Raises:
        UserError: it cannot be read, is protected, damaged, too large, empty, or no spreadsheet.
    """
    try:
        if path.stat().st_size > packed.MOST_BYTES:
            raise packed.too_large()
        content = path.read_bytes()
    except OSError as error:
        raise UserError(NOT_THERE) from error
    if not content:
        raise UserError(EMPTY)
    if content.startswith(_ARCHIVE):
        kind = packed.kind(path)
        if kind is None:
            raise UserError(NOT_A_SPREADSHEET)
        packed.inspect(path)
        sheets = _workbook(path)
        if kind == "ods":
            areas = opendocument.merged(path)
            sheets = [replace(one, merged=tuple(areas.get(one.name, ()))) for one in sheets]
    elif content.startswith(_COMPOUND):
        if _ENCRYPTED in content:
            raise UserError(PROTECTED)
        sheets = _workbook(path)
    else:
        sheets = [delimited.read_text(_text(content), path.stem)]
    filled = [sheet for sheet in sheets if sheet.lines]
    if not filled:
        raise UserError(EMPTY)
    return filled


def _text(content: bytes) -> bytes:
    start = content[:4096].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if start.startswith((b"<html", b"<!doctype html", b"<table", b"<meta", b"<?xml")):
        raise UserError(WEB_PAGE)
    if start.startswith(tuple(sign.lower() for sign in _OTHERS)):
        raise UserError(NOT_A_SPREADSHEET)
    text = delimited.decode(content[:4096])
    strange = sum(not (sign.isprintable() or sign in "\r\n\t") for sign in text)
    if strange > len(text) * 0.02:
        raise UserError(NOT_A_SPREADSHEET)
    return content


def _workbook(path: Path) -> list[Sheet]:
    import python_calamine as calamine

    try:
        book = calamine.CalamineWorkbook.from_path(str(path))
        return [
            _sheet(book.get_sheet_by_name(about.name))
            for about in book.sheets_metadata
            if about.visible == calamine.SheetVisibleEnum.Visible
            and about.typ == calamine.SheetTypeEnum.WorkSheet
        ]
    except calamine.PasswordError as error:
        raise UserError(PROTECTED) from error
    except UserError:
        raise
    except BaseException as error:  # a reader written in Rust panics with its own class
        if isinstance(error, (KeyboardInterrupt, SystemExit, MemoryError)):
            raise
        text = str(error).lower()
        raise UserError(PROTECTED if "password" in text else packed.DAMAGED) from error


def _sheet(sheet: "calamine.CalamineSheet") -> Sheet:  # type: ignore[name-defined]  # noqa: F821
    lines = []
    first = sheet.start[1] if sheet.start else 0
    for number, row in enumerate(sheet.iter_rows(), start=1):
        cells = [clean(value) for value in row]
        if any(cell is not None for cell in cells):
            lines.append(Line(number, [*[None] * first, *cells]))
        if len(lines) > packed.MOST_ROWS:
            raise packed.too_large()
    merged = tuple(
        Merged(top + 1, left, bottom + 1, right)
        for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()
    )
    return Sheet(sheet.name, lines, tuple(sorted(merged, key=lambda one: (one.top, one.left))))
