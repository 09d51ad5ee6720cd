"""The font holds every sign that documents print; the icons can be drawn in the colour of the text."""

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from reportlab.pdfbase.ttfonts import TTFontFile

from resources import resource

STYLES = ("Regular", "Medium", "SemiBold", "Bold", "Italic")

# Latin with all diacritics of Europe and Vietnam. Not in Inter: the soft hyphen, which is no sign to
# print, and ŉ, which is written as two letters today.
LETTERS = [
    *(chr(code) for code in range(0x20, 0x7F)),
    *(chr(code) for code in range(0xA0, 0x180) if chr(code) not in "\xadŉ"),
    *(chr(code) for code in range(0x1EA0, 0x1EFA)),
]
# Quotes, dashes, ranges, names such as ‘Aisyiyah, sums, arrows, ticks, bullets of lists and legends.
SIGNS = "‘’‚“”„–—…•·†‡‰′″€£¥₹₂²³½¼¾≤≥≠±×÷√→←↑↓↔✓✗■□●○★☆▲▼◆№ªº§¶°©®™ʻʼ"

ICONS = sorted(resource("icons").glob("*.svg"))
SVG = "{http://www.w3.org/2000/svg}"


def font(style: str) -> TTFontFile:
    return TTFontFile(str(resource(f"fonts/Inter-{style}.ttf")))


@pytest.mark.parametrize("style", STYLES)
def test_every_style_holds_all_letters_and_signs(style: str) -> None:
    glyphs = font(style).charToGlyph
    assert [sign for sign in (*LETTERS, *SIGNS) if ord(sign) not in glyphs] == []


@pytest.mark.parametrize("style", STYLES)
def test_every_style_says_what_it_is(style: str) -> None:
    assert font(style).name == f"Inter-{style}".encode()


def test_the_font_and_the_icons_come_with_their_licences() -> None:
    assert "SIL OPEN FONT LICENSE Version 1.1" in resource("fonts/LICENSE").read_text("utf-8")
    assert "ISC License" in resource("icons/LICENSE").read_text("utf-8")


def test_the_icons_are_those_of_the_list_that_they_are_built_from() -> None:
    listed = resource("reference/build/icons.txt").read_text("utf-8").split()

    assert {icon.stem for icon in ICONS} == set(listed)
    assert len(listed) == len(set(listed))
    assert {"users", "building-2", "clipboard-check", "printer", "sprout", "trash-2"} <= set(listed)


@pytest.mark.parametrize("icon", ICONS, ids=lambda icon: icon.stem)
def test_an_icon_is_drawn_in_the_colour_of_the_text_on_24_pixels(icon: Path) -> None:
    picture = ET.parse(icon).getroot()  # noqa: S314 - a file of ours

    assert picture.tag == f"{SVG}svg"
    assert picture.get("viewBox") == "0 0 24 24"
    assert picture.get("stroke") == "currentColor"
    assert len(picture) > 0
    for shape in picture.iter():
        assert shape.get("stroke") in (None, "currentColor")
        assert shape.get("fill") in (None, "none", "currentColor")
        assert shape.tag.removeprefix(SVG) in {
            *("svg", "path", "circle", "rect", "line", "polyline", "ellipse", "polygon"),
        }
