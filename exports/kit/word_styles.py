"""The styles of our Word files. Their names are what a writer sees in Word's list."""

from collections.abc import Mapping

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from exports.kit import colours

NORMAL, BULLET, CAPTION = "Normal", "List Bullet", "Caption"
MISSING, SMALL, FACTS, PICTURE = "Not written yet", "Small text", "Facts", "Picture"
TABLE, TABLE_HEAD, TABLE_TOTAL, AFTER_TABLE = (
    *("Table text", "Table head", "Table total", "After table"),
)
OFFICE, OFFICE_LINE, KIND, COVER_LINE = "Office", "Office line", "Kind of document", "Cover line"
SIGN, SIGN_NAME = "Sign-off", "Sign-off name"

_FONT = "Arial"  # every office has it, or LibreOffice's twin of the same widths
_LANGUAGES = {"id": "id-ID", "en": "en-GB"}
_LABEL = 52.0  # millimetres of the labels of facts

# Name → size in points, bold, colour, space before and after in points, alignment.
_STYLES: dict[str, tuple[float, bool, str, float, float, ALIGN]] = {
    NORMAL: (10.5, False, colours.INK, 0, 6, ALIGN.LEFT),
    "Title": (24, True, colours.INK, 0, 10, ALIGN.LEFT),
    "Heading 1": (14, True, colours.ACCENT, 16, 6, ALIGN.LEFT),
    "Heading 2": (11.5, True, colours.INK, 10, 4, ALIGN.LEFT),
    "TOC Heading": (14, True, colours.ACCENT, 0, 8, ALIGN.LEFT),
    "toc 1": (10.5, False, colours.INK, 0, 5, ALIGN.LEFT),
    BULLET: (10.5, False, colours.INK, 0, 3, ALIGN.LEFT),
    CAPTION: (8.5, False, colours.MUTED, 2, 8, ALIGN.CENTER),
    MISSING: (10.5, False, colours.MUTED, 0, 6, ALIGN.LEFT),
    SMALL: (8.5, False, colours.MUTED, 0, 5, ALIGN.LEFT),
    FACTS: (10.5, False, colours.INK, 0, 2, ALIGN.LEFT),
    PICTURE: (10.5, False, colours.INK, 4, 4, ALIGN.CENTER),
    TABLE: (8.5, False, colours.INK, 1, 1, ALIGN.LEFT),
    TABLE_HEAD: (8, True, colours.INK, 2, 2, ALIGN.LEFT),
    TABLE_TOTAL: (8.5, True, colours.INK, 1, 1, ALIGN.LEFT),
    AFTER_TABLE: (4, False, colours.INK, 0, 4, ALIGN.LEFT),
    OFFICE: (13, True, colours.INK, 0, 2, ALIGN.CENTER),
    OFFICE_LINE: (9, False, colours.MUTED, 0, 1, ALIGN.CENTER),
    KIND: (12, True, colours.ACCENT, 150, 6, ALIGN.LEFT),
    COVER_LINE: (12, False, colours.MUTED, 0, 4, ALIGN.LEFT),
    SIGN: (9.5, False, colours.INK, 0, 0, ALIGN.CENTER),
    SIGN_NAME: (9.5, True, colours.INK, 54, 0, ALIGN.CENTER),
}
_WITH_NEXT = ("Heading 1", "Heading 2", PICTURE, TABLE_HEAD)


def prepare(document: Document, language: str, palette: Mapping[str, str]) -> None:
    """Give a new document our styles and its language. ``palette``: our colours → those of the office."""
    for name, (size, bold, colour, before, after, align) in _STYLES.items():
        style = _style(document, name)
        style.font.size, style.font.bold = Pt(size), bold
        style.font.italic = name == MISSING
        style.font.color.rgb = RGBColor.from_string(palette.get(colour, colour)[1:])
        _font(style)
        shape = style.paragraph_format
        shape.space_before, shape.space_after = Pt(before), Pt(after)
        shape.alignment = align
        shape.keep_with_next = name in _WITH_NEXT
    facts = _style(document, FACTS).paragraph_format
    facts.left_indent, facts.first_line_indent = Mm(_LABEL), Mm(-_LABEL)
    facts.tab_stops.add_tab_stop(Mm(_LABEL))
    title = _style(document, "Title").element.pPr
    for line in title.findall(qn("w:pBdr")):
        title.remove(line)
    for said in document.styles.element.iter(qn("w:lang")):
        said.set(qn("w:val"), _LANGUAGES[language])


def _style(document: Document, name: str) -> ParagraphStyle:
    if name not in document.styles:
        document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=name.startswith("toc"))
    style = document.styles[name]
    assert isinstance(style, ParagraphStyle)  # noqa: S101 - all of ours are
    return style


def _font(style: ParagraphStyle) -> None:
    """Our font in all scripts, instead of the one of the theme."""
    style.font.name = _FONT
    fonts = style.element.rPr.rFonts
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for script in ("w:eastAsia", "w:cs"):
        fonts.set(qn(script), _FONT)
