"""A story as a Word file that goes on being edited: real styles, headings, a table of contents, charts with their figures."""

import datetime as dt
import io
from collections.abc import Sequence

import docx
from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Mm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from PIL import Image
from reportlab.graphics.shapes import Drawing

from db.queries.activities import SignatoryRow
from db.rules.dates import first_day
from exports.kit import colours
from exports.kit import word_markup as markup
from exports.kit import word_styles as styles
from exports.kit.archive import repeatable
from exports.kit.charts import Chart
from exports.kit.columns import Column, fitted
from exports.kit.flow import BODY, LEFT, MUTED, PAGE, SMALL, TOP
from exports.kit.letterhead import CHAIR, DOTS
from exports.kit.paper import MM, paper
from exports.kit.raster import picture
from exports.kit.sheet import Style
from exports.kit.signs import clean
from exports.kit.story import CONTENTS, Looks, Picture
from exports.kit.word_charts import WordCharts
from exports.kit.wording import SAMPLE
from resources.texts import Texts

_NAMES = {BODY: styles.NORMAL, MUTED: styles.MISSING, SMALL: styles.SMALL}
_ALIGN = {"left": ALIGN.LEFT, "center": ALIGN.CENTER, "right": ALIGN.RIGHT}
_BULLET = "• "
_GAP = 4.0  # millimetres between two photos side by side
_TALL = {2: 90.0, 4: 66.0}  # millimetres of a photo, by photos on a page
_LOGO = 18.0
_NEVER = dt.datetime(2020, 1, 1)  # noqa: DTZ001 - Word's times have no zone; the file carries none of its own


class Word:
    """See ``Story``. Pages are Word's own affair: what shall stay together says so to Word."""

    def __init__(self, looks: Looks, t: Texts) -> None:
        self._t, self._looks = t, looks
        self._document: Document = docx.Document()
        page = paper(looks.size)
        self.room = page.width - 2 * LEFT
        palette = colours.palette(looks.papers.templates.accent)
        self._head = palette.get(colours.TINT, colours.TINT)
        styles.prepare(self._document, t.language, palette)
        self._charts = WordCharts(self._document)
        self._chapters: list[tuple[str, str]] = []
        self._contents: Paragraph | None = None
        self._turned = False
        section = self._document.sections[0]
        section.page_width, section.page_height = Mm(page.width), Mm(page.height)
        section.left_margin = section.right_margin = Mm(LEFT)
        section.top_margin, section.bottom_margin = Mm(TOP), Mm(page.bottom + 5)
        self._edges()
        about = self._document.core_properties
        about.title, about.language = looks.title, t.language
        about.author = clean(looks.papers.name)
        about.comments, about.last_modified_by = "", "Rembuk"
        about.created = about.modified = _NEVER

    def cover(self, kind: str, title: str, lines: list[str]) -> None:
        self._letterhead()
        self._paragraph(kind.upper(), styles.KIND)
        self._paragraph(title, "Title")
        for line in lines:
            self._paragraph(line, styles.COVER_LINE)
        self.turn()

    def opening(self, kind: str, title: str, line: str) -> None:
        self._letterhead()
        self._paragraph(kind.upper(), styles.KIND).paragraph_format.space_before = Pt(12)
        self._paragraph(title, "Title")
        self._paragraph(line, styles.COVER_LINE)

    def contents(self) -> None:
        self._contents = self._paragraph("")
        self.turn()

    def need(self, _: float) -> None:
        """Word keeps headings with what follows by their styles."""

    def turn(self) -> None:
        self._turned = True

    def heading(self, text: str) -> None:
        bookmark = f"_Toc{len(self._chapters) + 1:06}"
        markup.bookmark(self._paragraph(text, "Heading 1"), bookmark, len(self._chapters) + 1)
        self._chapters.append((text, bookmark))

    def subheading(self, text: str) -> None:
        self._paragraph(text, "Heading 2")

    def paragraph(self, text: str, style: Style = BODY) -> None:
        for line in text.split("\n"):
            if line.startswith(_BULLET):
                self._paragraph(line.removeprefix(_BULLET), styles.BULLET)
            else:
                self._paragraph(line, _NAMES[style])

    def facts(self, pairs: list[tuple[str, str]]) -> None:
        for label, value in pairs:
            said = self._paragraph("", styles.FACTS)
            said.add_run(label).bold = True
            said.add_run(clean(f"\t{value}"))

    def table(
        self,
        columns: list[Column],
        rows: list[tuple[object, ...]],
        *,
        total: bool = False,
        strong: frozenset[int] = frozenset(),
    ) -> None:
        if total and rows:
            strong |= {len(rows) - 1}
        align = [one.align for one in columns]
        lines = [markup.Line([one.label for one in columns], styles.TABLE_HEAD, head=True)]
        lines += [
            markup.Line(
                [self._cell(value) for value in values],
                styles.TABLE_TOTAL if position in strong else styles.TABLE,
            )
            for position, values in enumerate(rows)
        ]
        below = self._paragraph("", styles.AFTER_TABLE)
        widths = [one.width for one in fitted(columns, self.room)]
        markup.table(below, widths, align, lines, self._head)

    def chart(self, chart: Chart) -> None:
        self._charts.put(self._paragraph("", styles.PICTURE), chart, self.room)

    def drawing(self, drawing: Drawing, said: str) -> None:
        content = picture(drawing)
        self._put_picture(
            *(self._paragraph("", styles.PICTURE), content, self.room, drawing.height / MM, said)
        )

    def pictures(self, pictures: list[Picture], per_page: int) -> None:
        side_by_side = per_page // 2
        wide = (self.room - _GAP * (side_by_side - 1)) / side_by_side
        rows = -(-len(pictures) // side_by_side)
        made = self._table(rows, [wide + _GAP] * side_by_side)
        for number, one in enumerate(pictures):
            row = made.rows[number // side_by_side]
            markup.keep_whole(row)
            cell = row.cells[number % side_by_side]
            above = cell.paragraphs[0]
            above.style = styles.PICTURE
            self._put_picture(above, one.content, wide, _TALL[per_page], one.caption)
            cell.add_paragraph(clean(one.caption), styles.CAPTION)

    def sign(
        self,
        signatories: tuple[SignatoryRow, ...],
        place: str | None = None,
        day: str | None = None,
    ) -> None:
        signing = signatories or (SignatoryRow(self._t(CHAIR), None, None, None),)
        date = first_day(day)
        when = ", ".join(part for part in (place, self._t.date(date) if date else DOTS) if part)
        made = self._table(1, [self.room / len(signing)] * len(signing))
        markup.keep_whole(made.rows[0])
        for number, (cell, one) in enumerate(zip(made.rows[0].cells, signing, strict=True)):
            last = number == len(signing) - 1
            self._say(cell, when if last else "", styles.SIGN, "center")
            cell.paragraphs[0].paragraph_format.space_before = Pt(24)
            for line in one.caption.split("\n"):
                cell.add_paragraph(clean(line), styles.SIGN)
            cell.add_paragraph(clean(one.name or DOTS), styles.SIGN_NAME)
            for detail in (one.position, one.number):
                if detail:
                    cell.add_paragraph(clean(detail), styles.SIGN)

    def done(self) -> bytes:
        if self._contents is not None:
            markup.table_of_contents(self._contents, self._t(CONTENTS), self._chapters)
        buffer = io.BytesIO()
        self._document.save(buffer)
        return repeatable(buffer.getvalue())

    def _letterhead(self) -> None:
        papers = self._looks.papers
        logos = [logo for logo in (papers.logo, papers.partner_logo) if logo]
        if logos:
            beside = self._paragraph("", styles.OFFICE)
            for logo in logos:
                self._put_picture(beside, logo, 40, _LOGO, papers.name)
                beside.add_run("   ")
        self._paragraph(papers.name, styles.OFFICE)
        for line in papers.lines:
            last = self._paragraph(line, styles.OFFICE_LINE)
        markup.rule_below(last if papers.lines else self._document.paragraphs[-1])

    def _edges(self) -> None:
        """The foot with its page number, and the mark of made-up data at the head."""
        section = self._document.sections[0]
        below = section.footer.paragraphs[0]
        below.style = styles.SMALL
        below.paragraph_format.tab_stops.add_tab_stop(Mm(self.room), WD_TAB_ALIGNMENT.RIGHT)
        subject = " · ".join(x for x in (self._looks.papers.name, self._looks.subject) if x)
        before, after = self._t(PAGE, page="\0").split("\0")
        below.add_run(clean(f"{subject}\t{before}"))
        markup.field(below, "PAGE")
        below.add_run(after)
        if self._looks.sample:
            above = section.header.paragraphs[0]
            above.style = styles.SMALL
            above.alignment = ALIGN.RIGHT
            above.add_run(self._t(SAMPLE)).bold = True

    def _paragraph(self, text: str, style: str = styles.NORMAL) -> Paragraph:
        made = self._document.add_paragraph(clean(text), style)
        if self._turned:
            made.paragraph_format.page_break_before = True
            self._turned = False
        return made

    def _table(self, rows: int, widths: Sequence[float]) -> Table:
        made: Table = self._document.add_table(rows, len(widths))
        made.alignment, made.autofit = WD_TABLE_ALIGNMENT.CENTER, False
        for column, width in zip(made.columns, widths, strict=True):
            column.width = Mm(width)
        for row in made.rows:
            for cell, width in zip(row.cells, widths, strict=True):
                cell.width = Mm(width)
        return made

    def _say(self, cell: _Cell, text: str, style: str, align: str) -> None:
        said = cell.paragraphs[0]
        said.style = style
        said.alignment = _ALIGN[align]
        said.add_run(clean(text))

    def _cell(self, value: object) -> str:
        if value is None:
            return ""
        return value if isinstance(value, str) else self._t.number(value)  # type: ignore[arg-type]  # cells hold texts and numbers

    def _put_picture(
        self, where: Paragraph, content: bytes, wide: float, tall: float, said: str
    ) -> None:
        """A picture inside a box of millimetres, its proportions kept; ``said`` is its alternative text."""
        with Image.open(io.BytesIO(content)) as opened:
            width, height = opened.size
        scale = min(wide / width, tall / height)
        shape = where.add_run().add_picture(
            io.BytesIO(content), Mm(width * scale), Mm(height * scale)
        )
        markup.describe(shape, said)
