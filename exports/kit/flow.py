"""Text that flows over pages: headings, paragraphs, tables, charts, one below the other."""

from reportlab.graphics.shapes import Drawing

from exports.kit import colours, fonts
from exports.kit.charts import Chart, drawing
from exports.kit.columns import Column, Table, fitted
from exports.kit.paper import MM, Paper
from exports.kit.sheet import Sheet, Style
from exports.kit.table import Drawn
from resources.texts import N_, Texts

BODY = Style(fonts.REGULAR, 10, colours.INK, 1.5)
MUTED = Style(fonts.ITALIC, 10, colours.MUTED, 1.5)
SMALL = Style(fonts.REGULAR, 8, colours.MUTED, 1.35)
HEADING = Style(fonts.BOLD, 13, colours.ACCENT, 1.3)
SUBHEADING = Style(fonts.BOLD, 10.5, colours.INK, 1.35)

LEFT, TOP = 22.0, 22.0
_HEADED = 42.0  # millimetres of a heading with the head and the first rows of a table below it
PAGE = N_("Page {page}")


class Flow:
    """Where the next thing goes; turns the page where it does not fit."""

    def __init__(
        self,
        paper: Paper,
        t: Texts,
        title: str,
        footer: str,
        mark: str = "",
        accent: str | None = None,
    ) -> None:
        self.sheet = Sheet(paper, title=title, language=t.language, accent=accent)
        self.room = paper.width - 2 * LEFT
        self.y = TOP
        self._t, self._footer, self._mark = t, footer, mark
        self._bottom = paper.height - paper.bottom - 6
        self.page = 1

    def need(self, millimetres: float) -> None:
        """Turn the page where less than this is left."""
        if self.y + millimetres > self._bottom:
            self.turn()

    def turn(self) -> None:
        """End the page with its foot; one with nothing on it is not ended."""
        if self.y <= TOP:
            return
        self._foot()
        self.sheet.next_page()
        self.page += 1
        self.y = TOP

    def heading(self, text: str) -> None:
        """A numbered chapter; never the last line of a page."""
        self.need(_HEADED)
        self.y += 4 if self.y > TOP else 0
        self.sheet.bookmark(text)
        self.y = self.sheet.block(LEFT, self.y, self.room, text, HEADING) + 2

    def subheading(self, text: str) -> None:
        """A heading inside a chapter."""
        self.need(_HEADED - 10)
        self.y = self.sheet.block(LEFT, self.y + 1.5, self.room, text, SUBHEADING) + 1

    def paragraph(self, text: str, style: Style = BODY) -> None:
        """Lines as the writer broke them; a paragraph may run over pages."""
        for line in style.lines(text, self.room):
            self.need(style.line)
            self.sheet.text(LEFT, self.y + style.size * 0.36, line, style)
            self.y += style.line
        self.y += 2

    def facts(self, pairs: list[tuple[str, str]]) -> None:
        """Label and value, side by side."""
        for label, value in pairs:
            heads = SMALL.lines(label, 42)
            lines = BODY.lines(value, self.room - 45)
            # A short value stays together; one longer than a page runs over it.
            self.need(min(max(len(lines), len(heads)), 8) * BODY.line)
            for place in range(max(len(lines), len(heads))):
                self.need(BODY.line)
                if place < len(heads):
                    self.sheet.text(LEFT, self.y + 3.6, heads[place], SMALL)
                if place < len(lines):
                    self.sheet.text(LEFT + 45, self.y + BODY.size * 0.36, lines[place], BODY)
                self.y += BODY.line
        self.y += 2

    def table(
        self,
        columns: list[Column],
        rows: list[tuple[object, ...]],
        *,
        total: bool = False,
        strong: frozenset[int] = frozenset(),
        least: float = 6.0,
    ) -> None:
        """A table over as many pages as it needs. ``least``: millimetres of its lowest row."""
        if total and rows:
            strong |= {len(rows) - 1}
        drawn = Drawn(
            Table(fitted(columns, self.room), tuple(rows), strong),
            lambda value: self._t.number(value),  # type: ignore[arg-type]  # cells hold texts and numbers
            least,
        )
        # A table begins with at least three of its rows.
        self.need(drawn.head_height + sum(drawn.heights[:3]))
        start = 0
        while True:
            end = drawn.fitting(start, self._bottom - self.y)
            if end <= start < len(rows):
                self.turn()
                end = max(drawn.fitting(start, self._bottom - self.y), start + 1)
            self.y = drawn.draw(self.sheet, LEFT, self.y, start, end)
            start = end
            if start >= len(rows):
                break
            self.turn()
        self.y += 3

    def chart(self, chart: Chart) -> None:
        """A chart, never torn."""
        self.drawing(drawing(chart, self.room, lambda value: self._t.number(value)))

    def drawing(self, drawing: Drawing, _: str = "") -> None:
        """A drawing, never torn. Its texts are texts here and need not be said again."""
        needed = drawing.height / MM
        self.need(needed + 3)
        self.sheet.drawing(drawing, LEFT, self.y + needed)
        self.y += needed + 4

    def done(self) -> bytes:
        """The PDF."""
        self._foot()
        self.sheet.next_page()
        return self.sheet.done()

    def _foot(self) -> None:
        y = self.sheet.paper.height - 10
        self.sheet.line(LEFT, y - 4.5, LEFT + self.room, y - 4.5, width=0.4)
        self.sheet.text(LEFT, y, SMALL.lines(self._footer, self.room - 30)[0], SMALL)
        self.sheet.text(LEFT + self.room, y, self._t(PAGE, page=self.page), SMALL, "right")
        if self._mark:
            self.sheet.text(LEFT + self.room, 10, self._mark, SUBHEADING, "right")
