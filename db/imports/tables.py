"""Where in a sheet the tables are: their heading, their records, and what is said around them.

A record is a line with its cells; merged cells and ditto marks are filled in. What a cell means is
not decided here.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from db.imports import fields
from db.imports.cells import Cell, Line, Merged, Sheet, text_of


@dataclass(frozen=True, slots=True)
class Record:
    """One line under a heading. ``group``: the last section line above it ('Kabupaten Batang')."""

    line: int
    cells: list[Cell]
    group: str | None = None


@dataclass(frozen=True, slots=True)
class Skipped:
    """A line that is no record: 'total', 'sign_off', 'heading', 'group', 'empty', 'after'."""

    line: int
    reason: str
    text: str


@dataclass(slots=True)
class Table:
    """``headings``: text per column. ``above``: texts of the lines over the heading, with their line."""

    sheet: str
    heading_lines: tuple[int, ...]
    headings: list[str]
    records: list[Record] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    above: list[tuple[int, str]] = field(default_factory=list)


_Spans = dict[tuple[int, int], Merged]
_LONGEST_HEADING = 250
_TOTAL = re.compile(
    r"(?:sub\s*-?\s*|grand\s*)?(?:total|jumlah|jml|rekap(?:itulasi)?|rata[ -]rata|average|sum)\b"
    r"(?!\s+(?:bersaudara))(?:\s*(?:[:=(].*|\w+(?:\s\w+)?\s*(?::.*)?|\d.*))?",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\(?\d[\d.]*\)?\s*(?:orang|peserta|people|persons?|participants?)\.?", re.IGNORECASE
)
_SIGN_OFF = re.compile(
    r"(?:mengetahui|menyetujui|disetujui|mengesahkan|disahkan|dibuat oleh|diperiksa|diketahui|hormat kami"
    r"|yang membuat|penanggung jawab|acknowledged|approved|prepared by|verified|reviewed by|signed"
    r"|ketua panitia|catatan|keterangan|note|nb|ket)\b.{0,40}[,:]?\s*|.{0,3}[._…]{6,}.{0,3}",
    re.IGNORECASE,
)
_PLACE_AND_DATE = re.compile(r"[A-Z][\w .]{2,30},\s*(?:\d{1,2}|[._…]{3,})\s+\w+\s+\d{4}\s*")
_DITTO = frozenset(
    {'"', "''", "″", "〃", "“", "”", "„", ",,", "sda", "s.d.a", "s.d.a.", "idem", "id.", "ditto"}
)


def tables(sheet: Sheet) -> list[Table]:
    """All tables of a sheet, from top to bottom. A sheet without any heading gives one without headings.

    A lone known word is a label as a rule; where no line has more of them, it is the heading.
    """
    lines = _filled(sheet)
    width = max((len(line.cells) for line in lines), default=0)
    for line in lines:
        line.cells.extend([None] * (width - len(line.cells)))
    return (
        _tables(sheet, lines, known=2)
        or _tables(sheet, lines, known=1)
        or [_without_heading(sheet.name, lines, width)]
    )


def _tables(sheet: Sheet, lines: Sequence[Line], *, known: int) -> list[Table]:
    """Tables whose headings have at least so many known words; with a single one, the first of them."""
    found: list[Table] = []
    above: list[tuple[int, str]] = []
    start = 0
    spans = {(one.top, one.left): one for one in sheet.merged}
    while start < len(lines) and (known > 1 or not found):
        heading = _heading_at(lines, start, spans, known)
        if heading is None:
            above.append((lines[start].number, _line_text(lines[start])))
            start += 1
            continue
        end, headings = heading
        numbers = tuple(line.number for line in lines[start:end])
        table = Table(sheet.name, numbers, headings, above=above)
        start = _collect(table, lines, end, spans)
        above = _trailing(table)
        found.append(table)
    return found


def _trailing(table: Table) -> list[tuple[int, str]]:
    """Lines behind the last record; they may be the title of the next table."""
    last = max((record.line for record in table.records), default=0)
    return [
        (one.line, one.text)
        for one in table.skipped
        if one.line > last and one.reason in ("group", "after", "empty")
    ]


def _filled(sheet: Sheet) -> list[Line]:
    """Lines with the cells under a cell that was merged downwards filled from it."""
    lines = [Line(line.number, list(line.cells)) for line in sheet.lines]
    by_number = {line.number: line for line in lines}
    for one in sheet.merged:
        if one.bottom == one.top:
            continue
        top = by_number.get(one.top)
        value = top.cells[one.left] if top and one.left < len(top.cells) else None
        if value is None:
            continue
        for number in range(one.top + 1, one.bottom + 1):
            line = by_number.get(number)
            if line is not None:
                line.cells.extend([None] * (one.left + 1 - len(line.cells)))
                if line.cells[one.left] is None:
                    line.cells[one.left] = value
    return lines


def _heading_at(
    lines: Sequence[Line], start: int, spans: _Spans, known: int = 2
) -> tuple[int, list[str]] | None:
    """Where the records begin and what stands over the columns, if a heading begins at this line."""
    top = lines[start]
    if not _is_heading(top.cells, known):
        return None
    headings = [text_of(cell) for cell in top.cells]
    end = start + 1
    if end < len(lines) and _is_second(lines, start, spans):
        headings = _joined(headings, lines[end].cells, top.number, spans)
        end += 1
    while end < len(lines) and _is_numbering(lines[end].cells):
        end += 1
    return end, headings


# Part of every heading of a list of people, organizations or activities; cheaper than to understand it.
_SUBJECT = re.compile(
    r"nam[ae]|lembaga|organi[sz]a|instansi|institu|kegiatan|activit|judul|title|topi[ck]|peserta|anggota"
    r"|participant|member|acara|event|komunitas|responden|orang|agenda|asal",
    re.IGNORECASE,
)


def _is_heading(cells: Sequence[Cell], known: int = 2) -> bool:
    """Several short texts of which enough are known words, ``known`` at least."""
    texts = [text_of(cell) for cell in cells if cell is not None]
    if len(texts) < known or any(
        isinstance(cell, (int, float)) for cell in cells if cell not in range(32)
    ):
        return False
    if any(len(text) > _LONGEST_HEADING for text in texts) or not any(map(_SUBJECT.search, texts)):
        return False
    sure = set().union(*(_surely(text) for text in texts))
    named = sure & {fields.NAME, fields.ORGANIZATION, fields.TITLE, fields.TOPIC}
    if any(_like_data(text) for text in texts):
        return False
    return len(sure) >= known and (bool(named) or len(sure) * 2 > len(texts))


def _surely(text: str) -> set[str]:
    """What a text says if it is a heading; nothing for 'P' and 'Kab. Batang', which may be data."""
    return {
        meaning
        for meaning, weight in fields.said(text)[:1]
        if weight >= (1.0 if meaning == fields.DISTRICT else 0.8)
        and meaning not in (fields.WOMAN, fields.MAN)
    }


_DATA = re.compile(
    r"[\w.+-]+@[\w-]+\.\w+|\+?\d[\d\s-]{7,}|\d{1,2}[/-]\d{1,2}[/-]\d{4}.*|:\s*\S.*|\w[\w\s./]*\s*:\s*\S.*"
)


def _like_data(text: str) -> bool:
    return _DATA.fullmatch(text) is not None


def _is_second(lines: Sequence[Line], start: int, spans: _Spans) -> bool:
    """Whether the next line continues the heading: under merged or empty cells, never under the name."""
    top, below = lines[start], lines[start + 1]
    if below.number != top.number + 1:
        return False
    new = [
        column
        for column, (over, under) in enumerate(zip(top.cells, below.cells, strict=False))
        if under is not None and not (over is not None and text_of(over) == text_of(under))
    ]
    if not new:
        return True  # only what is merged downwards
    for column in new:
        wide = _spans_over(top.number, column, spans)
        over = top.cells[column]
        if over is not None and not wide:
            return False
        if over is None and not _under_wide(top, column, spans):
            return False
        if len(text_of(below.cells[column])) > 40:
            return False
    return True


def _spans_over(line: int, column: int, spans: _Spans) -> bool:
    one = spans.get((line, column))
    return one is not None and one.right > one.left


def _under_wide(top: Line, column: int, spans: _Spans) -> bool:
    """Whether an empty cell of the heading belongs to the text on its left."""
    left = column
    while left >= 0 and top.cells[left] is None:
        left -= 1
    if left < 0:
        return False
    one = spans.get((top.number, left))
    if one is not None:
        return one.right >= column
    return not spans  # texts files know no merged cells


def _joined(headings: list[str], below: Sequence[Cell], line: int, spans: _Spans) -> list[str]:
    joined, over = [], ""
    reach = -1
    for column, text in enumerate(headings):
        if text:
            over = text
            one = spans.get((line, column))
            reach = one.right if one is not None else len(headings)
        under = text_of(below[column])
        if not text and column > reach:
            over = ""
        if under and under != text:
            joined.append(f"{text or over} {under}".strip())
        else:
            joined.append(text)
    return joined


def _is_numbering(cells: Sequence[Cell]) -> bool:
    """A line that only numbers the columns: 1 2 3 4, or (1) (2) (3) (4)."""
    numbers = [re.sub(r"[().]", "", text_of(cell)) for cell in cells if cell is not None]
    return len(numbers) >= 3 and numbers == [str(n) for n in range(1, len(numbers) + 1)]


def _collect(table: Table, lines: Sequence[Line], start: int, spans: _Spans) -> int:
    """Records up to the next heading, or to the block of signatures; answers where to go on."""
    said = [fields.said(text)[:1] for text in table.headings]
    names = [i for i, one in enumerate(said) if one and one[0][0] == fields.NAME]
    numbers = [i for i, one in enumerate(said) if one == [(fields.NUMBER, 1.0)]]
    group: str | None = None
    last: list[Cell] | None = None
    ended = False
    at = start
    while at < len(lines):
        line = lines[at]
        if _no_name(line, names) and _heading_at(lines, at, spans) is not None:
            if [text_of(cell) for cell in line.cells] != [text_of(c) for c in _first(table, lines)]:
                return at
            table.skipped.append(Skipped(line.number, "heading", _line_text(line)))
            at += len(table.heading_lines)
            ended = False
            continue
        at += 1
        if any(_says_again(line.cells[i], table.headings[i]) for i in names):
            table.skipped.append(Skipped(line.number, "heading", _line_text(line)))
            ended = False
            continue
        reason = "after" if ended else _no_record(line.cells, names, numbers)
        if reason == "sign_off":
            ended = True
        if reason == "group":
            group = _line_text(line)
        if reason is not None:
            table.skipped.append(Skipped(line.number, reason, _line_text(line)))
            continue
        cells = _without_dittos(line.cells, last, names)
        table.records.append(Record(line.number, cells, group))
        last = cells
    return at


def _says_again(cell: Cell, heading: str) -> bool:
    """Whether the word over the names stands where a name should be: the heading once more, on a new page."""
    return bool(heading) and text_of(cell).casefold() == heading.casefold()


def _no_name(line: Line, names: list[int]) -> bool:
    """Whether no name stands where the names are: nothing there, or the word over another column."""
    return not names or any(_is_word(line.cells[i]) for i in names)


def _is_word(cell: Cell) -> bool:
    """Whether a cell is empty, or a word that stands over a column."""
    return cell is None or (
        isinstance(cell, str)
        and _SUBJECT.search(cell) is not None
        and bool(fields.said(text_of(cell)))
    )


def _first(table: Table, lines: Sequence[Line]) -> Sequence[Cell]:
    return next(line.cells for line in lines if line.number == table.heading_lines[0])


def _no_record(cells: Sequence[Cell], names: list[int], numbers: list[int]) -> str | None:
    """Why a line is no record; None where it may be one."""
    filled = [(i, text_of(cell)) for i, cell in enumerate(cells) if cell is not None]
    numbered = any(
        isinstance(cells[i], int) or text_of(cells[i]).rstrip(".").isdigit() for i in numbers
    )
    texts = [text for _, text in filled]
    first = next((text for text in texts if not text.rstrip(".").isdigit()), "")
    if _TOTAL.fullmatch(first) and not (numbered and len(filled) > 3):
        return "total"
    if any(_COUNTED.fullmatch(text) for text in texts) and not numbered:
        return "total"
    if not numbered and _signs_off(filled, names):
        return "sign_off"
    if names and all(cells[i] is None for i in names):
        if len(set(texts)) == 1 and not numbered and len(texts[0]) > 2 and not texts[0].isdigit():
            return "group"
        return "empty"
    if (
        len(set(texts)) == 1
        and not numbered
        and len(cells) > 2
        and names
        and filled[0][0] < names[0]
    ):
        return "group"
    return None


def _signs_off(filled: list[tuple[int, str]], names: list[int]) -> bool:
    """Whether a line begins the signatures below a list; a record may hold the same words in a note."""
    said = {i for i, text in filled if _SIGN_OFF.fullmatch(text) or _PLACE_AND_DATE.fullmatch(text)}
    if not said:
        return False
    under_name = [(i, text) for i, text in filled if i in names]
    if not under_name:
        return bool(names) or len(filled) <= 3
    return any(i in said or text.endswith((":", ",")) for i, text in under_name)


def _without_dittos(cells: list[Cell], last: list[Cell] | None, names: list[int]) -> list[Cell]:
    if last is None:
        return cells
    return [
        last[i] if i not in names and text_of(cell).lower() in _DITTO else cell
        for i, cell in enumerate(cells)
    ]


def _without_heading(sheet: str, lines: Sequence[Line], width: int) -> Table:
    table = Table(sheet, (), [""] * width)
    table.records = [Record(line.number, line.cells) for line in lines]
    return table


def _line_text(line: Line) -> str:
    return " ".join(dict.fromkeys(text_of(cell) for cell in line.cells if cell is not None))


def all_tables(sheets: Sequence[Sheet]) -> Iterator[Table]:
    """Tables of all sheets."""
    for sheet in sheets:
        yield from tables(sheet)
