"""The attendance sheet as pages to print."""

from dataclasses import dataclass
from itertools import groupby

import segno

from exports import attendance_sheet as description
from exports.attendance_sheet import SheetPlan
from exports.kit import colours, fonts
from exports.kit.letterhead import SIGN_HEIGHT, draw_letterhead, draw_sample, draw_signatures
from exports.kit.paper import paper
from exports.kit.sheet import Sheet, Style
from exports.kit.table import Drawn
from resources.texts import N_, Texts

_TITLE = Style(fonts.BOLD, 13, colours.INK, 1.25)
_ACTIVITY = Style(fonts.BOLD, 10.5, colours.INK, 1.25)
_LABEL = Style(fonts.REGULAR, 9, colours.MUTED, 1.35)
_VALUE = Style(fonts.REGULAR, 9, colours.INK, 1.35)
_SMALL = Style(fonts.REGULAR, 7, colours.MUTED, 1.3)
_NUMBER = Style(fonts.REGULAR, 7, colours.MUTED)

_QR = 16.0
_LABEL_WIDTH = 30.0
_SHORT_TOP = 26.0
_CARRIED = 2  # rows that travel with the signatures, so they never stand alone

PAGE_OF = N_("Page {page} of {pages}")


@dataclass(frozen=True, slots=True)
class _Page:
    """Rows ``start`` to ``end`` (not included), and whether the signatures stand below them."""

    start: int
    end: int
    signed: bool


def make(planned: SheetPlan, t: Texts) -> bytes:
    """The sheet; the table head is repeated, rows and signatures are never torn apart."""
    sheet_paper = paper(planned.paper, planned.orientation)
    sheet = Sheet(sheet_paper, title=t(description.TITLE), language=t.language)
    room = sheet_paper.width - 2 * description.MARGIN
    drawn = Drawn(description.table(planned, t, room), t.number, planned.row_height)  # type: ignore[arg-type]  # rows hold texts and numbers
    top = _Top(planned, t, room)
    pages = _paginate(drawn, sheet_paper.height - sheet_paper.bottom, top.height())
    for number, page in enumerate(pages, start=1):
        y = top.draw(sheet) if number == 1 else top.draw_short(sheet)
        y = drawn.draw(sheet, description.MARGIN, y, page.start, page.end)
        _signature_numbers(sheet, planned, drawn, page, y)
        if page.signed:
            y = _consent(sheet, planned, t, room, y + 2)
            place = (
                (planned.answer.places or "")
                .split(",")[0]
                .removeprefix("Kabupaten ")
                .removeprefix("Kota ")
            )
            day = planned.answer.session.date if planned.answer.session else planned.answer.ends
            draw_signatures(
                sheet, description.MARGIN, y + 4, room, t, planned.answer.signatories, place, day
            )
        _foot(sheet, planned, t, number, len(pages), top.qr_top)
        sheet.next_page()
    return sheet.done()


class _Top:
    """What stands above the table: everything on the first page, one line on the others."""

    def __init__(self, planned: SheetPlan, t: Texts, room: float) -> None:
        self._planned, self._t, self._room = planned, t, room
        self._lines = description.heading(planned, t)
        self.qr_top = 0.0

    def height(self) -> float:
        """Where the table begins on the first page, in millimetres from the top."""
        blind = Sheet(
            paper(self._planned.paper, self._planned.orientation), title="", language="id"
        )
        return self.draw(blind)

    def draw(self, sheet: Sheet) -> float:
        answer, t, x = self._planned.answer, self._t, description.MARGIN
        y = draw_letterhead(
            sheet, x, 12, self._room, answer.workspace, answer.letterhead, answer.logo
        )
        role = t.label(answer.role)
        y = sheet.block(
            x, y, self._room, f"{t(description.TITLE)} {role}".upper(), _TITLE, "center"
        )
        y = sheet.block(x, y + 0.5, self._room, answer.title, _ACTIVITY, "center") + 3
        self.qr_top = y - 1
        for label, value in self._lines:
            sheet.text(x, y + 3.2, label, _LABEL)
            sheet.text(x + _LABEL_WIDTH - 3, y + 3.2, ":", _LABEL)
            y = sheet.block(x + _LABEL_WIDTH, y, self._room - _LABEL_WIDTH - _QR, value, _VALUE)
        return max(y, self.qr_top + _QR) + 2

    def draw_short(self, sheet: Sheet) -> float:
        answer = self._planned.answer
        session = f" · {self._t(N_('Session'))} {answer.session.number}" if answer.session else ""
        line = _SMALL.lines(f"{answer.title}{session}", self._room)[0]
        sheet.text(description.MARGIN, 18, line, _SMALL)
        self.qr_top = 8.0
        return _SHORT_TOP


def _paginate(drawn: Drawn, bottom: float, first_top: float) -> list[_Page]:
    pages: list[_Page] = []
    start, top, total = 0, first_top, len(drawn.heights)
    while True:
        end = max(drawn.fitting(start, bottom - top), min(start + 1, total))
        signed = drawn.fitting(start, bottom - top - SIGN_HEIGHT - 8) >= total
        if end >= total and not signed:
            # The last rows travel with the signatures to a page of their own.
            end = max(start, total - _CARRIED) if total - start > _CARRIED else start
            if end == start:
                signed, end = True, total
        pages.append(_Page(start, end, signed and end == total))
        if pages[-1].signed:
            return pages
        start, top = end, _SHORT_TOP


def _signature_numbers(
    sheet: Sheet, planned: SheetPlan, drawn: Drawn, page: _Page, bottom: float
) -> None:
    """Numbers inside the signature cells, odd left and even right, so nobody signs in a wrong row."""
    x = description.MARGIN
    y = bottom - sum(drawn.heights[page.start : page.end])
    column = next((c for c in drawn.table.columns if c.kind == "signature"), None)
    if column is None:
        return
    x += sum(c.width for c in drawn.table.columns[: drawn.table.columns.index(column)])
    half = column.width / 2 if planned.signature == "zigzag" else 0
    if half:
        sheet.lines([(x + half, y, x + half, bottom)], width=0.35)
    for position in range(page.start, page.end):
        shift = half if half and (position + 1) % 2 == 0 else 0
        sheet.text(x + shift + 1.2, y + 3, str(position + 1), _NUMBER)
        y += drawn.heights[position]


def _consent(sheet: Sheet, planned: SheetPlan, t: Texts, room: float, y: float) -> float:
    if not planned.consent:
        return y
    return sheet.block(description.MARGIN, y, room, description.consent(planned, t), _SMALL)


def _foot(
    sheet: Sheet, planned: SheetPlan, t: Texts, number: int, pages: int, qr_top: float
) -> None:
    answer = planned.answer
    y = sheet.paper.height - 8
    sheet.text(
        sheet.paper.width - description.MARGIN,
        y,
        t(PAGE_OF, page=number, pages=pages),
        _SMALL,
        "right",
    )
    session = answer.session.id if answer.session else "-"
    _qr(sheet, f"rembuk:dh:{answer.activity_id}:{session}:{number}/{pages}", qr_top)
    if answer.sample:
        draw_sample(sheet, t)


def _qr(sheet: Sheet, text: str, top: float) -> None:
    """The code as one path of bars. A fixed mask: choosing the best one costs more than the page."""
    rows = [list(row) for row in segno.make_qr(text, error="m", mask=4).matrix]
    size = _QR / len(rows)
    left = sheet.paper.width - description.MARGIN - _QR
    bars = []
    for number, row in enumerate(rows):
        start = 0
        for dark, run in groupby(row):
            length = len(list(run))
            if dark:
                bars.append((left + start * size, top + number * size, length * size, size))
            start += length
    sheet.bars(bars)
