"""Workbooks that are ZIP archives, looked at before a reader unpacks them: nothing may swell or sprawl."""

import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from db.errors import UserError
from resources.texts import N_

TOO_LARGE = N_(
    "This spreadsheet is too large: Rembuk reads up to {rows} lines and {megabytes} MB. "
    "Please divide it into several files."
)
DAMAGED = N_(
    "This spreadsheet cannot be read; the file may be damaged. Open it in Excel or LibreOffice, "
    "save it again, and try once more."
)

MOST_BYTES = 50_000_000
MOST_ROWS = 100_000
MOST_COLUMNS = 702  # up to ZZ
_MOST_UNPACKED = 400_000_000
_MOST_CELLS = 6_000_000
_LOCAL_HEADER = struct.Struct("<26xHH")

_LAST_ROW = re.compile(rb'<(?:\w+:)?row\b[^>]*?\sr="(\d+)"')
_WIDE = ((26, re.compile(rb'\sr="[A-Z]{2,3}\d')), (MOST_COLUMNS, re.compile(rb'\sr="[A-Z]{3}\d')))
_FILLED = re.compile(rb'<(?:\w+:)?c\b[^>]*?\sr="([A-Z]{1,3})(\d+)"[^>]*?(?<!/)>')
_REPEATED_ROWS = re.compile(rb'<table:table-row\b[^>]*?number-rows-repeated="(\d+)"[^>]*?(?<!/)>')
_REPEATED_CELL = re.compile(
    rb'<table:table-cell\b(?=[^>]*\soffice:value-type)[^>]*?number-columns-repeated="(\d+)"'
)


def too_large() -> UserError:
    """The refusal that names the limits."""
    return UserError(TOO_LARGE, rows=MOST_ROWS, megabytes=MOST_BYTES // 1_000_000)


def inspect(path: Path) -> None:
    """Look through an archive without trusting a size that it declares.

    Raises:
        UserError: it unpacks to too much, its filled cells lie too far apart, or it is damaged.
    """
    left = _MOST_UNPACKED
    try:
        with zipfile.ZipFile(path) as archive, path.open("rb") as file:
            for member in archive.infolist():
                content = _unpacked(file, member, left)
                left -= len(content)
                if member.filename.lower().startswith("xl/worksheets/"):
                    _inspect_sheet(content)
                elif member.filename == "content.xml":
                    _inspect_repeats(content)
    except (zipfile.BadZipFile, zlib.error, struct.error, OSError, ValueError) as error:
        raise UserError(DAMAGED) from error


def kind(path: Path) -> str | None:
    """Which workbook an archive is by its content: 'xlsx', 'ods', or None."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise UserError(DAMAGED) from error
    if any(name.lower().startswith("xl/") for name in names):
        return "xlsx"
    return "ods" if "content.xml" in names else None


def _unpacked(file: BinaryIO, member: zipfile.ZipInfo, most: int) -> bytes:
    file.seek(member.header_offset)
    name, extra = _LOCAL_HEADER.unpack(file.read(_LOCAL_HEADER.size))
    file.seek(member.header_offset + _LOCAL_HEADER.size + name + extra)
    packed = file.read(member.compress_size)
    if member.compress_type == zipfile.ZIP_STORED:
        content = packed
    elif member.compress_type == zipfile.ZIP_DEFLATED:
        inflater = zlib.decompressobj(-15)
        content = inflater.decompress(packed, most + 1)
    else:
        raise UserError(DAMAGED)
    if len(content) > most:
        raise too_large()
    return content


def _inspect_sheet(content: bytes) -> None:
    """The box around all filled cells must be small, because readers keep all of it."""
    last = content.rfind(b"row ")
    found = _LAST_ROW.search(content, max(0, last - 20)) if last >= 0 else None
    for width, beyond in _WIDE:
        if (
            found is not None
            and int(found[1]) * width <= _MOST_CELLS
            and not beyond.search(content)
        ):
            return
    rows = columns = 0
    for column, row in _boxes(content):
        rows, columns = max(rows, row), max(columns, column)
        if rows * columns > _MOST_CELLS or columns > MOST_COLUMNS:
            raise too_large()


def _boxes(content: bytes) -> Iterator[tuple[int, int]]:
    """Column and row of every cell with content, both from 1."""
    for found in _FILLED.finditer(content):
        column = 0
        for letter in found[1]:
            column = column * 26 + letter - 64
        yield column, int(found[2])


def _inspect_repeats(content: bytes) -> None:
    """OpenDocument says 'the same again, so many times'; with content that may be a whole sheet."""
    for found in _REPEATED_ROWS.finditer(content):
        end = content.find(b"</table:table-row>", found.end())
        if int(found[1]) > MOST_ROWS and b"office:value-type" in content[found.end() : end]:
            raise too_large()
    if any(int(found[1]) > MOST_COLUMNS for found in _REPEATED_CELL.finditer(content)):
        raise too_large()
