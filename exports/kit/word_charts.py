"""Charts in Word as Word's own: drawn from figures that a writer can change."""

import io

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm
from docx.text.paragraph import Paragraph
from openpyxl import Workbook
from openpyxl.xml.functions import Element, tostring

from exports.kit.charts import Chart, height
from exports.kit.excel_charts import bars
from exports.kit.signs import clean
from exports.kit.wording import DATA_TIME
from exports.kit.workbook import done

_CHART = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_BOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_CHART_SPACE = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SHEET = "Sheet1"
_AXIS = 12.0  # millimetres more than the bars need, for the axis that Word draws


class WordCharts:
    """Puts charts into a document, each with the small workbook that its figures stand in."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._number = 0

    def put(self, where: Paragraph, chart: Chart, room: float) -> None:
        """A chart as a line of its own, ``room`` millimetres wide."""
        self._number += 1
        package = self._document.part.package
        book = Part(
            PackURI(f"/word/embeddings/figures{self._number}.xlsx"),
            *(_BOOK, _figures(chart), package),
        )
        part = Part(PackURI(f"/word/charts/chart{self._number}.xml"), *(_CHART, b"", package))
        relation = part.relate_to(book, RELATIONSHIP_TYPE.PACKAGE)
        part._blob = _space(chart, relation)  # noqa: SLF001 - it names the relation that it is part of
        known = self._document.part.relate_to(part, RELATIONSHIP_TYPE.CHART)
        wide, tall = Mm(room), Mm(height(chart) + _AXIS)
        frame = _frame(chart.title, self._document.part.next_id, known, wide, tall)
        where._p.append(parse_xml(frame))  # noqa: SLF001 - the only way to the markup


def _figures(chart: Chart) -> bytes:
    """Categories below each other, a column for each series."""
    book = Workbook()
    sheet = book.active
    sheet.title = _SHEET
    sheet.append(["", *map(clean, chart.series)])
    for category, values in zip(chart.categories, chart.values, strict=True):
        sheet.append([clean(category), *values])
    for row in sheet.iter_rows():
        for cell in row:
            if isinstance(cell.value, str):
                cell.data_type = "s"
    return done(book, DATA_TIME)


def _space(chart: Chart, relation: str) -> bytes:
    tree = bars(chart, _SHEET)._write()  # noqa: SLF001 - openpyxl writes charts into workbooks alone
    outside = Element(f"{{{_CHART_SPACE}}}externalData")
    outside.set(f"{{{_RELATIONS}}}id", relation)
    tree.append(outside)
    written = io.BytesIO()
    written.write(b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n')
    written.write(tostring(tree))
    return written.getvalue()


def _frame(title: str, number: int, relation: str, wide: int, tall: int) -> str:
    from xml.sax.saxutils import quoteattr

    return (
        f'<w:r {nsdecls("w", "wp", "a", "r")}><w:drawing><wp:inline distT="0" distB="0" distL="0"'
        f' distR="0"><wp:extent cx="{wide}" cy="{tall}"/>'
        f'<wp:docPr id="{number}" name="Chart {number}" descr={quoteattr(clean(title))}/>'
        "<wp:cNvGraphicFramePr/>"
        f'<a:graphic><a:graphicData uri="{_CHART_SPACE}">'
        f'<c:chart xmlns:c="{_CHART_SPACE}" r:id="{relation}"/>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
