"""Text files with a sign between the columns: their encoding, their sign, their lines."""

import codecs
import csv
import io
from collections import Counter

from db.errors import UserError
from db.imports.cells import Line, Sheet, clean
from db.imports.packed import MOST_COLUMNS, MOST_ROWS, too_large
from resources.texts import N_

OPEN_QUOTE = N_(
    "Near line {line} a quotation mark is not closed. Open the file in Excel or LibreOffice, "
    "correct it there, and try once more."
)
_SIGNS = ",;\t|"
_LONGEST_CELL = 32_767  # as in Excel; what is longer is a quotation mark that was never closed
_SAMPLE = 200


def read_text(content: bytes, name: str) -> Sheet:
    """The one sheet of a delimited text.

    Raises:
        UserError: it holds too much, or a quotation that does not end.
    """
    text = decode(content)
    sign = None
    if text[:4].lower() == "sep=":  # Excel's own hint
        first, _, rest = text.partition("\n")
        sign, text = first[4:5] or None, "\n" + rest
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=sign or _sign(text))
    lines = []
    try:
        for number, cells in enumerate(reader, start=1):
            values = [clean(cell) for cell in cells]
            if any(value is not None for value in values):
                if any(len(cell) > _LONGEST_CELL for cell in cells):
                    raise UserError(OPEN_QUOTE, line=number)
                lines.append(Line(number, values))
            if len(lines) > MOST_ROWS or len(cells) > MOST_COLUMNS:
                raise too_large()
    except csv.Error as error:
        raise UserError(OPEN_QUOTE, line=reader.line_num) from error
    return Sheet(name, lines)


def decode(content: bytes) -> str:
    """Text by its byte order mark, as UTF-16 by its zeros, as UTF-8, or else as Windows wrote it."""
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if content.startswith(mark):
            return content.decode(encoding, errors="replace")
    start = content[:400]
    for encoding, zeros in (("utf-16-le", start[1::2]), ("utf-16-be", start[::2])):
        if len(start) >= 4 and zeros.count(0) > len(zeros) * 0.6:
            return content.decode(encoding, errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _sign(text: str) -> str:
    """The sign that gives most lines of the start the same number of columns, more than one."""
    best, most = ",", 0
    for sign in _SIGNS:
        widths: Counter[int] = Counter()
        reader = csv.reader(io.StringIO(text[:200_000], newline=""), delimiter=sign)
        try:
            for _, cells in zip(range(_SAMPLE), reader, strict=False):
                if len(cells) > 1:
                    widths[len(cells)] += 1
        except csv.Error:
            continue
        if not widths:
            continue
        width, count = max(widths.items(), key=lambda one: one[0] * one[1])
        if width * count > most:
            best, most = sign, width * count
    return best
