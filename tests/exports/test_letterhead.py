"""What a workspace sets for its papers stands on them."""

import base64
import io

import pypdf
import pytest
from PIL import Image

from db.edits import settings
from db.edits.activities import SignatoryDraft
from tests.exports.test_documents import make, pages, words
from tests.world import World


def logo() -> str:
    made = io.BytesIO()
    Image.new("RGB", (60, 40), "teal").save(made, "PNG")
    return base64.b64encode(made.getvalue()).decode()


def images(content: bytes) -> int:
    return len(pypdf.PdfReader(io.BytesIO(content)).pages[0].images)


@pytest.mark.parametrize("key", ["attendance_sheet", "activity_report"])
def test_a_logo_stands_on_the_first_page(world: World, activity: str, key: str) -> None:
    assert images(make(world, key, "pdf", activity=activity)) == 0
    world.database.edit(settings.change_papers, settings.PapersDraft(logo=logo()))
    assert images(make(world, key, "pdf", activity=activity)) == 1


def test_a_logo_pushes_nothing_over_the_edge(world: World, activity: str) -> None:
    draft = settings.PapersDraft(logo=logo(), lines=["Jalan yang sangat panjang namanya " * 3] * 6)
    world.database.edit(settings.change_papers, draft)
    (text,) = pages(make(world, "attendance_sheet", "pdf", activity=activity))
    assert words(text).count("Jalan yang sangat panjang") == 18


def test_the_own_consent_sentence_takes_the_place_of_ours_in_its_language(
    world: World, activity: str
) -> None:
    draft = settings.PapersDraft(consent_id="Disimpan {office} lima tahun. {tanpa arti}")
    world.database.edit(settings.change_papers, draft)
    indonesian = words(pages(make(world, "attendance_sheet", "pdf", activity=activity))[-1])
    english = words(pages(make(world, "attendance_sheet", "pdf", "en", activity=activity))[-1])
    assert "Disimpan Forum Uji lima tahun. {tanpa arti}" in indonesian
    assert "Nobody has to fill in" not in indonesian
    assert "Nobody has to fill in" in english


@pytest.mark.parametrize("key", ["attendance_sheet", "activity_report"])
def test_the_size_of_paper_is_that_of_the_settings_unless_another_is_chosen(
    world: World, activity: str, key: str
) -> None:
    world.database.edit(settings.change_papers, settings.PapersDraft(paper="f4_210"))
    for choices, height in (({}, 330), ({"paper": "a4"}, 297)):
        content = make(world, key, "pdf", activity=activity, **choices)
        box = pypdf.PdfReader(io.BytesIO(content)).pages[0].mediabox
        size = (float(box.width) * 25.4 / 72, float(box.height) * 25.4 / 72)
        assert size == pytest.approx((210, height), abs=0.01)


def test_a_sheet_is_signed_by_those_of_the_settings(world: World) -> None:
    draft = settings.PapersDraft(signatories=[SignatoryDraft("Mengetahui", "Ibu Ratna")])
    world.database.edit(settings.change_papers, draft)
    text = words(pages(make(world, "attendance_sheet", "pdf", activity=world.activity()))[-1])
    assert "Mengetahui" in text
    assert "Ibu Ratna" in text
    assert "Ketua Panitia" not in text
