"""Reports in Word say what their pages say, and go on being edited: styles, contents, charts with figures."""

import io
import re
import zipfile

import docx
import openpyxl
import pypdf
import pytest
from docx.oxml.ns import qn

from db.edits import attachments
from exports.catalogue import document
from resources.texts import translator
from tests.db import intentions
from tests.db.edits.test_files_and_consents import jpeg
from tests.world import World


def made(world: World, kind: str, key: str = "activity_report", lang: str = "id", **given: object) -> bytes:  # fmt: skip
    one = document(key)
    answer = world.database.read(one.question, one.complete(given))
    return one.make(answer, translator(lang), kind)


def words(text: str) -> str:
    return re.sub(r"\s+", "", text)


def said_in_word(content: bytes) -> str:
    """All text of the body, in order: paragraphs, cells and contents."""
    body = docx.Document(io.BytesIO(content)).element.body
    return words(" ".join(node.text or "" for node in body.iter(qn("w:t"))))


@pytest.fixture
def held(world: World, activity: str) -> str:
    sessions = [world.session(activity, topic=f"Topik {number}") for number in range(1, 4)]
    for number in range(12):
        person = world.person(f"Orang {number:02}", sex="female" if number % 3 else "male")
        there = world.participant(activity, person)
        for session in sessions:
            world.mark(there, session, "present" if number else "absent")
    world.database.edit(
        intentions.run,
        "UPDATE activity SET results = :text, background = 'Satu & <dua>' WHERE id = :activity",
        text="• Hasil pertama\n• Hasil kedua",
        activity=activity,
    )
    return activity


@pytest.mark.parametrize("lang", ["id", "en"])
def test_word_says_all_that_the_pages_say(world: World, held: str, lang: str) -> None:
    word = made(world, "docx", lang=lang, activity=held)
    told = said_in_word(word)
    pages = pypdf.PdfReader(io.BytesIO(made(world, "pdf", lang=lang, activity=held)))
    # Heads and feet of pages, bars of charts and bullets are not in the body of Word.
    for page in pages.pages[2:]:
        for line in page.extract_text().split("\n"):
            said = words(line.removeprefix("• "))
            if len(said) > 12 and "·" not in said and not said.isdigit():
                assert said in told, line
    assert "Satu&<dua>" in told


def test_headings_are_headings_and_the_contents_lead_to_them(world: World, held: str) -> None:
    opened = docx.Document(io.BytesIO(made(world, "docx", activity=held)))
    headings = [one for one in opened.paragraphs if one.style.name == "Heading 1"]
    assert len(headings) >= 4
    links = list(opened.element.body.iter(qn("w:hyperlink")))
    listed = ["".join(node.text for node in link.iter(qn("w:t"))) for link in links]
    assert listed == [one.text for one in headings]
    places = {node.get(qn("w:name")) for node in opened.element.body.iter(qn("w:bookmarkStart"))}
    assert {link.get(qn("w:anchor")) for link in links} == places
    assert opened.core_properties.language == "id"


def test_bullets_are_a_list_and_heads_of_tables_are_repeated(world: World, held: str) -> None:
    opened = docx.Document(io.BytesIO(made(world, "docx", activity=held)))
    bullets = [one.text for one in opened.paragraphs if one.style.name == "List Bullet"]
    assert bullets == ["Hasil pertama", "Hasil kedua"]
    for table in opened.tables:
        if table.style.name == "Table Grid":
            assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None


def test_a_chart_in_word_holds_its_figures(world: World, held: str) -> None:
    parts = zipfile.ZipFile(io.BytesIO(made(world, "docx", activity=held)))
    charts = [name for name in parts.namelist() if re.fullmatch(r"word/charts/chart\d+\.xml", name)]
    books = [name for name in parts.namelist() if name.endswith(".xlsx")]
    assert len(charts) == len(books) == 7
    first = parts.read("word/charts/chart1.xml").decode()
    rows = list(
        openpyxl.load_workbook(
            io.BytesIO(parts.read("word/embeddings/figures1.xlsx"))
        ).active.values
    )
    assert rows[:3] == [(None, "Perempuan", "Laki-laki"), ("Perempuan", 8, 0), ("Laki-laki", 0, 3)]
    for said in ("Perempuan", "Laki-laki", "<v>8</v>", "<v>3</v>"):
        assert said in first.replace("c:", ""), said


def test_the_same_report_gives_the_same_bytes(world: World, held: str) -> None:
    assert made(world, "docx", activity=held) == made(world, "docx", activity=held)


def test_sections_come_as_chosen(world: World, held: str) -> None:
    chosen = {"activity": held, "sections": "results,background"}
    told = said_in_word(made(world, "docx", **chosen))
    assert told.index("1.Hasil") < told.index("2.Latarbelakang")
    assert "Daftarhadir" not in told
    text = " ".join(
        page.extract_text()
        for page in pypdf.PdfReader(io.BytesIO(made(world, "pdf", **chosen))).pages
    )
    assert "2. Latar belakang" in text
    assert "Peserta" not in text


def test_the_contents_say_on_which_page_a_chapter_is(world: World, held: str) -> None:
    pages = pypdf.PdfReader(io.BytesIO(made(world, "pdf", activity=held))).pages
    listed = re.findall(r"(\d+\. [^\n]+|Lampiran: [^\n]+)\n(\d+)", pages[1].extract_text())
    assert len(listed) >= 5
    for title, number in listed:
        assert title in pages[int(number) - 1].extract_text()


@pytest.mark.parametrize("per_page", ["2", "4"])
@pytest.mark.parametrize("kind", ["pdf", "docx"])
def test_photos_stand_two_or_four_on_a_page(
    world: World, held: str, kind: str, per_page: str
) -> None:
    for number in range(5):
        draft = attachments.AttachmentDraft(
            "activity", held, file_name="a.jpg", consent="yes", caption=f"Keterangan {number}"
        )
        world.database.edit(attachments.add, draft, jpeg())
    content = made(world, kind, activity=held, sections="photos", photos=per_page)
    if kind == "pdf":
        pages = pypdf.PdfReader(io.BytesIO(content)).pages[2:]
        shown = [len(re.findall(r"Keterangan \d", page.extract_text())) for page in pages]
        assert shown == ([2, 2, 1] if per_page == "2" else [4, 1])
    else:
        opened = docx.Document(io.BytesIO(content))
        side_by_side = 1 if per_page == "2" else 2
        assert len(opened.tables[-1].columns) == side_by_side
        described = [node.get("descr") for node in opened.element.body.iter(qn("wp:docPr"))]
        assert described == [f"Foto {number + 1}. Keterangan {number}" for number in range(5)]


def test_signs_that_no_file_may_hold_are_left_out(world: World, activity: str) -> None:
    """Pasted from old Excel files: a report is made all the same."""
    for sql in (
        "UPDATE activity SET title = :bad, venue = :bad, theme = :bad WHERE id = :activity",
        "UPDATE signatory SET name = :bad, position = :bad, caption = :bad WHERE activity_id = :activity",
        "UPDATE setting SET value = '\"' || :bad || '\"' WHERE id = 'workspace.name'",
    ):
        bad = "a\\u000bb" if "setting" in sql else "a\x0b\x01b"
        world.database.edit(intentions.run, sql, bad=bad, **({"activity": activity} if ":activity" in sql else {}))  # fmt: skip
    draft = attachments.AttachmentDraft("activity", activity, file_name="a.jpg", consent="yes", caption="c\x0bd")  # fmt: skip
    world.database.edit(attachments.add, draft, jpeg())
    told = said_in_word(made(world, "docx", activity=activity))
    assert "ab" in told
    assert "cd" in told
    assert made(world, "pdf", activity=activity)


def test_pictures_and_charts_have_numbers_of_their_own(world: World, held: str) -> None:
    """Word calls a file damaged where two have the same."""
    for _ in range(3):
        draft = attachments.AttachmentDraft("activity", held, file_name="a.jpg", consent="yes")
        world.database.edit(attachments.add, draft, jpeg())
    chosen = "photos,participants,course"  # photos come before charts
    opened = docx.Document(io.BytesIO(made(world, "docx", activity=held, sections=chosen)))
    numbers = [node.get("id") for node in opened.element.body.iter(qn("wp:docPr"))]
    assert len(numbers) == 10
    assert len(set(numbers)) == len(numbers)
