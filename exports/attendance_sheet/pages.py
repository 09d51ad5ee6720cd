"""The attendance sheet as pages to print."""

from dataclasses import dataclass, replace
from itertools import accumulate

from exports import attendance_sheet as description
from exports.attendance_sheet import SheetPlan
from exports.kit import colours, fonts
from exports.kit.letterhead import SIGN_HEIGHT, draw_letterhead, draw_sample, draw_signatures
from exports.kit.marks import CODE, draw_code, draw_corners, draw_ticks, order
from exports.kit.paper import paper
from exports.kit.sheet import Sheet, Style
from exports.kit.table import Drawn
from exports.kit.wording import town
from resources.texts import N_, Texts

_TITLE = Style(fonts.BOLD, 13, colours.INK, 1.25)
_ACTIVITY = Style(fonts.BOLD, 10.5, colours.INK, 1.25)
_LABEL = Style(fonts.REGULAR, 9, colours.MUTED, 1.35)
_VALUE = Style(fonts.REGULAR, 9, colours.INK, 1.35)
_SMALL = Style(fonts.REGULAR, 7, colours.MUTED, 1.3)
_NUMBER = Style(fonts.REGULAR, 7, colours.MUTED)

_LABEL_WIDTH = 30.0
_SHORT_TOP = 26.0
_SHORT_CODE = 8.0
_SIGNED = SIGN_HEIGHT + 8  # millimetres of the consent sentence and the signatures
_CARRIED = 2  # rows that travel with the signatures, so they never stand alone

PAGE_OF = N_("Page {page} of {pages}")


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows ``start`` to ``end`` (not included), and whether the signatures stand below them."""

    start: int
    end: int
    signed: bool


@dataclass(frozen=True, slots=True)
class Placed:
    """A page as a photo of it is read: its rows, the top of its code, and the tops of its rows and their end.

    In millimetres from the top of the paper.
    """

    rows: Rows
    code: float
    tops: tuple[float, ...]


def layout(planned: SheetPlan, t: Texts) -> list[Placed]:
    """Where everything lies that a photo is read by, page by page."""
    return _Laid(planned, t).pages


def make(planned: SheetPlan, t: Texts) -> bytes:
    """The sheet; the table head is repeated, rows and signatures are never torn apart."""
    laid = _Laid(planned, t)
    sheet = Sheet(
        laid.paper,
        title=t(description.TITLE),
        language=t.language,
        accent=planned.answer.papers.templates.accent,
    )
    for number, placed in enumerate(laid.pages, start=1):
        page = placed.rows
        y = laid.top.draw(sheet) if number == 1 else laid.top.draw_short(sheet)
        y = laid.table.draw(sheet, description.MARGIN, y, page.start, page.end)
        _signature_numbers(sheet, planned, laid.table, page, y)
        draw_ticks(sheet, description.MARGIN, description.MARGIN + laid.room, placed.tops)
        if page.signed:
            y = _consent(sheet, planned, t, laid.room, y + 2)
            _sign(sheet, planned, t, laid.room, y + 4)
        _foot(sheet, planned, t, placed, number, len(laid.pages))
        sheet.next_page()
    return sheet.done()


class _Laid:
    """The sheet before it is drawn: its table, wrapped, and what stands on which page."""

    def __init__(self, planned: SheetPlan, t: Texts) -> None:
        fonts.register()  # widths are measured before anything is drawn
        self.paper = paper(planned.paper, planned.orientation)
        self.room = self.paper.width - 2 * description.MARGIN
        self.top = _Top(planned, t, self.room)
        first = self.top.height()
        bottom = self.paper.height - self.paper.bottom
        self.table = self._drawn(planned, t)
        pages = _paginate(self.table, bottom, first)
        if planned.fill:
            left = self._left(pages, first if len(pages) == 1 else _SHORT_TOP, bottom)
            more = description.blank_rows(planned) + int(left // planned.row_height)
            self.table = self._drawn(replace(planned, blank=more), t)
            pages = _paginate(self.table, bottom, first)
        self.pages = [
            self._placed(rows, first if number == 0 else _SHORT_TOP, number)
            for number, rows in enumerate(pages)
        ]

    def _drawn(self, planned: SheetPlan, t: Texts) -> Drawn:
        return Drawn(
            description.table(planned, t, self.room),
            t.number,  # type: ignore[arg-type]  # rows hold texts and numbers
            planned.row_height,
        )

    def _left(self, pages: list[Rows], top: float, bottom: float) -> float:
        """Millimetres between the last row of the last page and what is signed below it."""
        last = pages[-1]
        used = self.table.head_height + sum(self.table.heights[last.start : last.end])
        return max(0.0, bottom - _SIGNED - top - used)

    def _placed(self, rows: Rows, top: float, number: int) -> Placed:
        heights = self.table.heights[rows.start : rows.end]
        tops = accumulate(heights, initial=top + self.table.head_height)
        return Placed(rows, self.top.code if number == 0 else _SHORT_CODE, tuple(tops))


class _Top:
    """What stands above the table: everything on the first page, one line on the others."""

    def __init__(self, planned: SheetPlan, t: Texts, room: float) -> None:
        self._planned, self._t, self._room = planned, t, room
        self._lines = description.heading(planned, t)
        self.code = 0.0

    def height(self) -> float:
        """Where the table begins on the first page, in millimetres from the top."""
        blind = Sheet(
            paper(self._planned.paper, self._planned.orientation), title="", language="id"
        )
        return self.draw(blind)

    def draw(self, sheet: Sheet) -> float:
        answer, t, x = self._planned.answer, self._t, description.MARGIN
        y = draw_letterhead(sheet, x, 12, self._room, answer.papers)
        role = t.label(answer.role)
        y = sheet.block(
            x, y, self._room, f"{t(description.TITLE)} {role}".upper(), _TITLE, "center"
        )
        y = sheet.block(x, y + 0.5, self._room, answer.title, _ACTIVITY, "center") + 3
        self.code = y - 1
        for label, value in self._lines:
            sheet.text(x, y + 3.2, label, _LABEL)
            sheet.text(x + _LABEL_WIDTH - 3, y + 3.2, ":", _LABEL)
            y = sheet.block(x + _LABEL_WIDTH, y, self._room - _LABEL_WIDTH - CODE, value, _VALUE)
        return max(y, self.code + CODE) + 2

    def draw_short(self, sheet: Sheet) -> float:
        answer = self._planned.answer
        session = f" · {self._t(N_('Session'))} {answer.session.number}" if answer.session else ""
        line = _SMALL.lines(f"{answer.title}{session}", self._room)[0]
        sheet.text(description.MARGIN, 18, line, _SMALL)
        return _SHORT_TOP


def _paginate(drawn: Drawn, bottom: float, first_top: float) -> list[Rows]:
    pages: list[Rows] = []
    start, top, total = 0, first_top, len(drawn.heights)
    while True:
        end = max(drawn.fitting(start, bottom - top), min(start + 1, total))
        signed = drawn.fitting(start, bottom - top - _SIGNED) >= total
        if end >= total and not signed:
            # The last rows travel with the signatures to a page of their own.
            end = max(start, total - _CARRIED) if total - start > _CARRIED else start
            if end == start:
                signed, end = True, total
        pages.append(Rows(start, end, signed and end == total))
        if pages[-1].signed:
            return pages
        start, top = end, _SHORT_TOP


def _signature_numbers(
    sheet: Sheet, planned: SheetPlan, drawn: Drawn, page: Rows, bottom: float
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


def code(planned: SheetPlan, page: Rows, number: int, pages: int) -> str:
    """What the code of a page says: activity, session or day, page, its rows, and who they are in which order."""
    answer = planned.answer
    rows = [person.row for person in answer.people[page.start : page.end]]
    about = answer.session.id if answer.session else answer.day or "-"
    span = f"{page.start + 1}-{page.end}"
    return f"rembuk:dh:2:{answer.activity_id}:{about}:{number}/{pages}:{span}:{order(rows)}"


def _sign(sheet: Sheet, planned: SheetPlan, t: Texts, room: float, y: float) -> None:
    answer = planned.answer
    day = answer.session.date if answer.session else answer.day or answer.ends
    draw_signatures(
        sheet, description.MARGIN, y, room, t, answer.signatories, town(answer.places), day
    )


def _foot(
    sheet: Sheet,
    planned: SheetPlan,
    t: Texts,
    placed: Placed,
    number: int,
    pages: int,
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
    draw_corners(sheet)
    left = sheet.paper.width - description.MARGIN - CODE
    draw_code(sheet, code(planned, placed.rows, number, pages), left, placed.code)
    if answer.sample:
        draw_sample(sheet, t)
