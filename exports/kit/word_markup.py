"""What python-docx has no word for: fields, bookmarks, contents, shades and alternative texts."""

from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shape import InlineShape
from docx.table import _Row
from docx.text.paragraph import Paragraph

from exports.kit import colours
from exports.kit.signs import clean

_TWIPS = 1440 / 25.4  # per millimetre
_MARGINS = (
    '<w:tblCellMar><w:left w:w="70" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar>'
)
_LEVELS = "1-1"  # of headings in the contents


def field(paragraph: Paragraph, code: str) -> None:
    """A field that Word fills in, like PAGE."""
    paragraph._p.append(  # noqa: SLF001 - the only way to the markup
        parse_xml(
            f'<w:fldSimple {nsdecls("w")} w:instr="{code}"><w:r><w:t>1</w:t></w:r></w:fldSimple>'
        )
    )


def bookmark(paragraph: Paragraph, name: str, number: int) -> None:
    """A place that the contents lead to."""
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for element in (start, end):
        element.set(qn("w:id"), str(number))
    start.set(qn("w:name"), name)
    inside = paragraph._p  # noqa: SLF001 - the only way to the markup
    inside.insert(1 if inside.pPr is not None else 0, start)
    inside.append(end)


def table_of_contents(place: Paragraph, title: str, chapters: list[tuple[str, str]]) -> None:
    """Word's own table of contents, already filled; ``chapters``: text and bookmark.

    Its page numbers come when the writer updates it: only Word knows them, and a file that asks for
    it on opening frightens people with a question about other files.
    """
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve">TOC \\o "{_LEVELS}" \\h \\z \\u</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    entries = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="toc1"/></w:pPr>{begin if number == 0 else ""}'
        f'<w:hyperlink w:anchor="{name}"><w:r><w:t>{escape(clean(text))}</w:t></w:r></w:hyperlink></w:p>'
        for number, (text, name) in enumerate(chapters)
    )
    element = parse_xml(
        f"<w:sdt {nsdecls('w')}><w:sdtPr><w:docPartObj>"
        '<w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr>'
        '<w:sdtContent><w:p><w:pPr><w:pStyle w:val="TOCHeading"/><w:pageBreakBefore/></w:pPr>'
        f"<w:r><w:t>{escape(title)}</w:t></w:r></w:p>{entries}"
        '<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:sdtContent></w:sdt>'
    )
    inside = place._p  # noqa: SLF001 - the only way to the markup
    inside.addprevious(element)
    inside.getparent().remove(inside)


def rule_below(paragraph: Paragraph) -> None:
    """The line below a letterhead."""
    paragraph._p.get_or_add_pPr().append(  # noqa: SLF001 - the only way to the markup
        parse_xml(
            f'<w:pBdr {nsdecls("w")}><w:bottom w:val="thinThickSmallGap" w:sz="18" w:space="4"'
            f' w:color="{colours.INK[1:]}"/></w:pBdr>'
        )
    )


@dataclass(frozen=True, slots=True)
class Line:
    """Texts of a row of a table, and the paragraph style of all of them. ``head``: on every page."""

    texts: Sequence[str]
    style: str
    head: bool = False


def table(
    below: Paragraph,
    widths: Sequence[float],
    align: Sequence[str],
    lines: Sequence[Line],
    ground: str,
) -> None:
    """A table above a paragraph; no row is torn. ``widths`` in millimetres; ``ground``: colour of its head.

    Written at once: python-docx takes a millisecond for each cell.
    """
    sizes = [round(width * _TWIPS) for width in widths]
    grid = "".join(f'<w:gridCol w:w="{size}"/>' for size in sizes)
    rows = "".join(_row(line, sizes, align, ground) for line in lines)
    element = parse_xml(
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblStyle w:val="TableGrid"/>'
        f'<w:tblW w:w="{sum(sizes)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblLayout w:type="fixed"/>{_MARGINS}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>'
    )
    below._p.addprevious(element)  # noqa: SLF001 - the only way to the markup


def _row(line: Line, sizes: Sequence[int], align: Sequence[str], ground: str) -> str:
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{ground[1:]}"/>' if line.head else ""
    style = line.style.replace(" ", "")  # as python-docx makes ids of names
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{size}" w:type="dxa"/>{shade}</w:tcPr><w:p><w:pPr>'
        f'<w:pStyle w:val="{style}"/><w:jc w:val="{side}"/></w:pPr>{_runs(text)}</w:p></w:tc>'
        for text, size, side in zip(line.texts, sizes, align, strict=True)
    )
    head = "<w:tblHeader/>" if line.head else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{cells}</w:tr>"


def _runs(text: str) -> str:
    lines = [f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in clean(text).split("\n")]
    return f"<w:r>{'<w:br/>'.join(lines)}</w:r>"


def keep_whole(row: _Row) -> None:
    """This row is never torn."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001 - the only way to the markup


def describe(shape: InlineShape, said: str) -> None:
    """What a picture shows, for those who do not see it; and no room around it."""
    inline = shape._inline  # noqa: SLF001 - the only way to the markup
    inline.docPr.set("descr", clean(said))
    for side in ("distT", "distB", "distL", "distR"):
        inline.set(side, "0")
