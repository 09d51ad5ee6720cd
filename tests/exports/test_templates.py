"""What an office sets for its documents stands in them: colour, numbers, sentences, background, sections, logos."""

import base64
import io
import re

import docx
import pypdf
import pytest
from openpyxl import load_workbook
from PIL import Image

from db.edits import settings
from tests.exports.conftest import crowd
from tests.exports.test_documents import make, pages, words
from tests.exports.test_letterhead import images, logo
from tests.world import World

BLUE = "#1B4F9C"
_PART = 0x1B / 255, 0x4F / 255, 0x9C / 255


def set_up(world: World, **values: object) -> None:
    world.database.edit(settings.change_templates, settings.TemplatesDraft(**values))


def drawn_in_blue(content: bytes) -> bool:
    """Whether a page sets the colour to fill or to draw."""
    found = {
        tuple(round(float(part), 3) for part in match.split())
        for page in pypdf.PdfReader(io.BytesIO(content)).pages
        for match in re.findall(
            rb"([\d.]+ [\d.]+ [\d.]+) (?:rg|RG)", page.get_contents().get_data()
        )
    }
    return tuple(round(part, 3) for part in _PART) in found


@pytest.fixture
def held(world: World, activity: str) -> str:
    session = world.session(activity)
    for row in crowd(world, activity, 3):
        world.mark(row, session)
    return activity


@pytest.mark.parametrize("key", ["activity_report", "certificates"])
def test_headings_have_the_colour_of_the_office(world: World, held: str, key: str) -> None:
    assert not drawn_in_blue(make(world, key, "pdf", activity=held))
    set_up(world, accent=BLUE)
    assert drawn_in_blue(make(world, key, "pdf", activity=held))


def test_word_has_it_too(world: World, held: str) -> None:
    set_up(world, accent=BLUE)
    opened = docx.Document(io.BytesIO(make(world, "activity_report", "docx", activity=held)))
    assert str(opened.styles["Heading 1"].font.color.rgb) == BLUE[1:]


def test_a_number_goes_into_the_pattern_of_the_office(world: World, held: str) -> None:
    set_up(world, letter_number="{no}/YM/{month}/{year}", certificate_number="S-{no}/{year}")
    letter = make(world, "invitation", "pdf", activity=held, number="14", date="3 November 2026")
    assert "014/YM/XI/2026" in words(pages(letter)[0])
    typed = make(world, "invitation", "pdf", activity=held, number="B-14/x")
    assert "B-14/x" in words(pages(typed)[0])
    certificates = pages(make(world, "certificates", "pdf", activity=held, first=8))
    assert ["S-008/2026" in words(certificates[0]), "S-010/2026" in words(certificates[2])] == [True] * 2  # fmt: skip


def test_own_sentences_take_the_place_of_ours_in_their_language(world: World, held: str) -> None:
    set_up(world, invitation_id="Salam perempuan.", certificate_en="For her work.")
    for language, letter, certificate in (("id", True, False), ("en", False, True)):
        said = words(pages(make(world, "invitation", "pdf", language, activity=held))[0])
        assert ("Salam perempuan." in said) == letter
        said = words(pages(make(world, "certificates", "pdf", language, activity=held))[0])
        assert ("For her work." in said) == certificate


def test_a_background_fills_the_certificate_and_takes_the_letterhead_away(
    world: World, held: str
) -> None:
    made = io.BytesIO()
    Image.new("RGB", (400, 283), "#EEF7F6").save(made, "PNG")
    set_up(world, certificate_background=base64.b64encode(made.getvalue()).decode())
    content = make(world, "certificates", "pdf", activity=held)
    assert images(content) == 1
    assert "Forum Uji" not in pages(content)[0]
    assert "SERTIFIKAT" in pages(content)[0]


def test_a_certificate_in_both_languages_says_everything_twice(world: World, held: str) -> None:
    said = words(pages(make(world, "certificates", "pdf", activity=held, languages="both"))[0])
    for expected in ("SERTIFIKAT / CERTIFICATE", "diberikan kepada / is given to", "Peserta dalam kegiatan / who took part"):  # fmt: skip
        assert expected in said


def test_people_from_other_countries_get_theirs_in_english(world: World, activity: str) -> None:
    session = world.session(activity)
    for name, place in (("Anna Lind", "SE"), ("Min-jun", "KR"), ("Siti", "33.25"), ("Rara", None)):
        person = world.person(name, district_id=place)
        world.mark(world.participant(activity, person), session)
    made = [words(text) for text in pages(make(world, "certificates", "pdf", activity=activity, languages="person"))]  # fmt: skip
    english = {name for name in ("Anna Lind", "Min-jun", "Siti", "Rara") for text in made
               if name in text and "CERTIFICATE" in text}  # fmt: skip
    assert english == {"Anna Lind", "Min-jun"}


def test_sections_come_as_the_office_has_them_unless_others_are_chosen(
    world: World, held: str
) -> None:
    set_up(world, sections={"activity_report": ["attendance", "time_and_place", "gone"]})
    text = words(" ".join(pages(make(world, "activity_report", "pdf", activity=held))[2:]))
    assert text.index("Lampiran: daftar hadir") < text.index("1. Waktu dan tempat")
    assert "2." not in text
    text = words(" ".join(pages(make(world, "activity_report", "pdf", activity=held, sections="participants"))))  # fmt: skip
    assert "1. Peserta" in text


def test_both_logos_stand_on_paper_and_in_the_workbook(world: World, held: str) -> None:
    draft = settings.PapersDraft(logo=logo(), partner_logo=logo())
    world.database.edit(settings.change_papers, draft)
    page = pypdf.PdfReader(io.BytesIO(make(world, "attendance_sheet", "pdf", activity=held))).pages[
        0
    ]
    # One picture, drawn twice: at the left and at the right.
    assert page.get_contents().get_data().count(b" Do") == 2
    sheet = load_workbook(io.BytesIO(make(world, "attendance_sheet", "xlsx", activity=held))).active
    places = [image.anchor._from.col for image in sheet._images]
    assert places[0] == 0
    assert places[1] == sheet.max_column - 1


@pytest.mark.parametrize("people", [0, 3, 40])
@pytest.mark.parametrize("orientation", ["portrait", "landscape"])
def test_blank_rows_fill_the_last_page_and_no_further(
    world: World, activity: str, people: int, orientation: str
) -> None:
    crowd(world, activity, people)
    chosen = {"activity": activity, "orientation": orientation}
    plain = pages(make(world, "attendance_sheet", "pdf", **chosen))
    filled = pages(make(world, "attendance_sheet", "pdf", **chosen, fill="yes"))
    assert len(filled) == len(plain)
    rows = [len(re.findall(r"^\d+$", text, re.M)) for text in (plain[-1], filled[-1])]
    assert rows[0] <= rows[1]
    if people != 40:
        assert rows[0] < rows[1]
    one_more = pages(make(world, "attendance_sheet", "pdf", **chosen, blank=300, fill="yes"))
    assert len(one_more) > len(plain)
