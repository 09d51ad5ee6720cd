import io
import subprocess
import sys

import pypdf
import pytest
from openpyxl import load_workbook

from db.edits import forums
from db.errors import UserError
from exports.catalogue import DOCUMENTS, document
from exports.document import save
from exports.kit.paper import PAPERS
from exports.kit.splits import DoesNotTieError, rows
from resources.texts import translator
from tests.exports.conftest import LONG, crowd
from tests.exports.test_word import said_in_word
from tests.world import World


def make(world: World, key: str, kind: str, language: str = "id", **choices: object) -> bytes:
    made = document(key)
    answer = world.database.read(made.question, made.complete(choices))
    return made.make(answer, translator(language), kind)


def pages(content: bytes) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages]


def words(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize(
    ("paper", "orientation"), [(p, o) for p in PAPERS for o in ("portrait", "landscape")]
)
def test_the_sheet_has_the_exact_size_of_the_paper(
    world: World, activity: str, paper: str, orientation: str
) -> None:
    content = make(
        world, "attendance_sheet", "pdf", activity=activity, paper=paper, orientation=orientation
    )
    box = pypdf.PdfReader(io.BytesIO(content)).pages[0].mediabox
    expected = sorted(
        (PAPERS[paper].width, PAPERS[paper].height), reverse=orientation == "landscape"
    )
    measured = [float(side) * 25.4 / 72 for side in (box.width, box.height)]
    assert measured == pytest.approx(expected, abs=0.01)


def test_a_sheet_of_one_day_shows_the_sessions_of_that_day(world: World, activity: str) -> None:
    days = ["2026-11-24", "2026-11-24", "2026-11-25"]
    sessions = [world.session(activity, date=day) for day in days]
    (row,) = crowd(world, activity, 1)
    world.mark(row, sessions[0])
    world.mark(row, sessions[2])
    chosen = {"activity": activity, "session": "2026-11-24", "filled": True}
    (grid,) = pages(make(world, "attendance_sheet", "pdf", signature="sessions", **chosen))
    (text,) = pages(make(world, "attendance_sheet", "pdf", **chosen))

    assert "Selasa, 24 November 2026" in words(text)
    assert "1 dari 2 sesi" in words(text)
    assert [f"S{number}" in words(grid) for number in (1, 2, 3)] == [True, True, False]
    with pytest.raises(UserError):
        make(world, "attendance_sheet", "pdf", activity=activity, session="2026-11-30")


def test_a_session_may_have_a_column_of_its_own(world: World, activity: str) -> None:
    sessions = [world.session(activity, date="2026-11-24") for _ in range(2)]
    (row,) = crowd(world, activity, 1)
    world.mark(row, sessions[1])
    (text,) = pages(
        make(
            world, "attendance_sheet", "pdf",
            activity=activity, session=sessions[1], columns="no,name,sessions", filled=True,
        )
    )  # fmt: skip
    assert "S2" in words(text)
    assert "S1" not in words(text)


def test_the_sheet_says_what_offices_look_for(world: World, activity: str) -> None:
    session = world.session(
        activity, date="2026-11-24", start_time="09.00", end_time="12.00", topic="Konsep dasar"
    )
    crowd(world, activity, 3)
    (text,) = pages(make(world, "attendance_sheet", "pdf", activity=activity, session=session))
    for expected in (
        "Forum Uji",
        "DAFTAR HADIR PESERTA",
        "Selasa, 24 November 2026",
        "09.00–12.00 WIB",
        "Balai Desa, Kabupaten Batang",
        "1. Konsep dasar",
        "Yayasan Melati",
        "Peserta 0002",
        "Sri Lestari",
        "Ketua Panitia",
        "Batang, 24 November 2026",
    ):
        assert expected in words(text), expected
    assert words(LONG) in words(text), "a long title wraps and loses nothing"


@pytest.mark.parametrize("number", [0, 1, 25, 120])
def test_every_person_stands_on_the_sheet_once_and_nobody_signs_alone(
    world: World, activity: str, number: int
) -> None:
    crowd(world, activity, number)
    texts = pages(make(world, "attendance_sheet", "pdf", activity=activity))
    whole = "\n".join(texts)
    for i in range(number):
        assert whole.count(f"Peserta {i:04d}") == 1
    assert "Ketua Panitia" in texts[-1]
    assert sum("Ketua Panitia" in text for text in texts) == 1
    for position, text in enumerate(texts, start=1):
        assert f"{position} dari {len(texts)}" in words(text)
        assert "Nama lengkap" in words(text)


def test_the_font_is_embedded_and_the_bytes_are_always_the_same(
    world: World, activity: str
) -> None:
    crowd(world, activity, 5)
    for key, kind in (
        ("attendance_sheet", "pdf"),
        ("attendance_sheet", "xlsx"),
        ("activity_report", "pdf"),
        ("summary_workbook", "xlsx"),
    ):
        content = make(world, key, kind, activity=activity)
        assert content == make(world, key, kind, activity=activity), key
        if kind == "pdf":
            fonts = pypdf.PdfReader(io.BytesIO(content)).pages[0]["/Resources"]["/Font"]
            names = {str(font.get_object()["/BaseFont"]) for font in fonts.values()}
            assert any("Inter" in name for name in names)


def test_the_workbook_sheet_has_the_same_rows_and_takes_no_formula_from_a_name(
    world: World, activity: str
) -> None:
    person = world.person('=HYPERLINK("x")', phone="081234567890")
    world.participant(activity, person)
    content = make(
        world, "attendance_sheet", "xlsx", activity=activity, columns="no,name,phone,signature"
    )
    sheet = load_workbook(io.BytesIO(content)).active
    cells = {
        cell.value: cell for row in sheet.iter_rows() for cell in row if cell.value is not None
    }
    assert cells['=HYPERLINK("x")'].data_type == "s"
    assert cells["0812-3456-7890"].data_type == "s"
    assert cells["0812-3456-7890"].number_format == "@"
    assert sheet.page_setup.paperSize == 9
    assert sheet.print_title_rows


def test_protected_people_appear_by_code_in_every_document(world: World, activity: str) -> None:
    session = world.session(activity)
    person = world.person(
        "Nama Rahasia", sensitive=True, phone="081234567890", village="Desa Rahasia"
    )
    world.mark(world.participant(activity, person), session)
    for made in DOCUMENTS:
        # One person's own data are for that person alone; profiles have tests of their own.
        if any(choice.required and choice.key != "activity" for choice in made.choices):
            continue
        for kind in made.formats:
            content = make(
                world,
                made.key,
                kind,
                activity=activity,
                **({"filled": True} if made.key == "attendance_sheet" else {}),
            )
            if kind == "pdf":
                text = " ".join(pages(content))
            elif kind in ("json", "geojson", "csv", "txt", "ics", "vcf"):
                text = content.decode()
            elif kind == "docx":
                text = said_in_word(content)
            else:
                book = load_workbook(io.BytesIO(content))
                text = " ".join(
                    str(c.value)
                    for s in book
                    for r in s.iter_rows()
                    for c in r
                    if c.value is not None
                )
            assert "Rahasia" not in text, made.key
            assert "0812-3" not in text, made.key
            assert "8123456" not in text, made.key
            # Whom nobody may call is in no address book, not even by a code.
            assert ("P-0001" in text) != (made.nameless or made.key == "contacts"), made.key


def test_a_protected_speaker_appears_by_code(world: World, activity: str) -> None:
    from db.edits import sessions

    person = world.person("Nama Rahasia", sensitive=True)
    draft = sessions.SessionDraft(activity, people=[(person, "role:resource_person")])
    world.database.edit(sessions.add, draft)
    for key in ("agenda", "activity_report"):
        text = " ".join(pages(make(world, key, "pdf", activity=activity)))
        assert "Rahasia" not in text, key
        assert "P-0001" in text, key


def test_a_restricted_activity_shows_codes_alone(world: World) -> None:
    activity = world.activity("Terbatas", sensitivity="restricted")
    world.participant(activity, world.person("Siti Aminah"))
    (text,) = pages(make(world, "attendance_sheet", "pdf", activity=activity))
    assert "Aminah" not in text
    assert "Aminah" not in " ".join(pages(make(world, "activity_report", "pdf", activity=activity)))


def test_made_up_data_are_marked_on_every_page(world: World, activity: str) -> None:
    crowd(world, activity, 30)
    from tests.db import intentions

    world.database.edit(intentions.run, "UPDATE participation SET sample = 1")
    for text in pages(make(world, "attendance_sheet", "pdf", activity=activity)):
        assert "Contoh" in text
    for text in pages(make(world, "activity_report", "pdf", activity=activity))[1:]:
        assert "Contoh" in text


def test_the_report_tells_figures_that_were_said_beside_the_counted_ones(
    world: World, activity: str
) -> None:
    from tests.db import intentions

    world.database.edit(
        intentions.run,
        "INSERT INTO reported_figure (id, subject, subject_id, measure, minimum, qualifier, basis)"
        " VALUES ('f', 'activity', :activity, 'participants', 50, 'more_than', 'reported')",
        activity=activity,
    )
    session = world.session(activity)
    world.mark(crowd(world, activity, 2)[0], session)
    text = words(" ".join(pages(make(world, "activity_report", "pdf", activity=activity))))
    assert "lebih dari 50" in text
    assert "1 orang" in text


def test_shares_of_those_known_stand_beside_the_counts_of_the_report(
    world: World, activity: str
) -> None:
    session = world.session(activity)
    for row in crowd(world, activity, 9):
        world.mark(row, session)
    text = words(" ".join(pages(make(world, "activity_report", "pdf", activity=activity))))
    assert "50 %" in text.replace("\u00a0", " ")
    assert "Persentase dihitung dari 6 orang yang datanya diketahui. 3 orang tidak" in text


def test_a_handful_of_people_gets_no_shares(world: World, activity: str) -> None:
    session = world.session(activity)
    for row in crowd(world, activity, 6):
        world.mark(row, session)
    text = words(" ".join(pages(make(world, "activity_report", "pdf", activity=activity))))
    sexes = text[text.index("Menurut jenis kelamin") : text.index("Menurut usia")]
    assert "Persen" not in sexes
    assert "%" not in sexes


def test_the_report_leaves_out_or_marks_what_is_missing(world: World, activity: str) -> None:
    marked = " ".join(
        pages(make(world, "activity_report", "pdf", activity=activity, mark_missing=True))
    )
    left_out = " ".join(pages(make(world, "activity_report", "pdf", activity=activity)))
    assert "Latar belakang" in marked
    assert "Latar belakang" not in left_out


def test_a_split_that_does_not_tie_is_not_printed(world: World, activity: str) -> None:
    import dataclasses

    from db.queries.statistics import statistics
    from db.queries.taken_part import Scope

    session = world.session(activity)
    world.mark(crowd(world, activity, 1)[0], session)
    counted = world.database.read(statistics, Scope(activity=activity))
    wrong = dataclasses.replace(counted, people=2)
    with pytest.raises(DoesNotTieError):
        rows(wrong, wrong.split("sex"), translator("id"))


@pytest.mark.parametrize("made", DOCUMENTS, ids=lambda made: made.key)
def test_every_document_is_made_in_english_too(world: World, activity: str, made) -> None:
    session = world.session(activity, date="2026-11-24", start_time="09.00")
    for row in crowd(world, activity, 2):
        world.mark(row, session)
    about = {
        "activity": activity,
        "person": world.database.read(lambda r: r.value("SELECT id FROM person")),
        "forum": world.database.edit(forums.add, forums.ForumDraft(name="Forum")).value,
        "organization": world.organization("Bappeda"),
        "district": "33.25",
    }
    for kind in made.formats:
        content = make(world, made.key, kind, "en", **about)
        assert len(content) > (2000 if kind in ("pdf", "xlsx") else 100)


def test_what_a_document_needs_is_told(world: World) -> None:
    sheet = document("attendance_sheet")
    with pytest.raises(UserError, match="activity"):
        sheet.complete({})
    with pytest.raises(UserError, match="a4"):
        sheet.complete({"activity": "x", "paper": "a3"})
    with pytest.raises(UserError):
        world.database.read(sheet.question, sheet.complete({"activity": "nowhere"}))
    with pytest.raises(UserError, match="summary_workbook"):
        document("certificate")


def test_a_file_is_written_whole_or_not_at_all(tmp_path) -> None:
    save(b"new", tmp_path / "a.pdf")
    assert (tmp_path / "a.pdf").read_bytes() == b"new"
    with pytest.raises(UserError):
        save(b"x", tmp_path / "nowhere" / "a.pdf")
    (tmp_path / "taken").mkdir()
    with pytest.raises(UserError):
        save(b"x", tmp_path / "taken")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.pdf", "taken"]


def test_the_catalogue_is_light() -> None:
    told = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys, exports.catalogue; print([m for m in ('reportlab', 'openpyxl', 'segno', 'sqlmodel') if m in sys.modules])",
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout == "[]\n"
