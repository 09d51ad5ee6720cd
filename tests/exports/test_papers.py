"""Papers around an event: whom they name, what they count, and that nothing hangs over."""

import io
import shutil
import subprocess
from pathlib import Path

import pypdf
import pytest
import zxingcpp
from openpyxl import load_workbook
from PIL import Image

from db.edits import participants
from db.errors import UserError
from exports.catalogue import document
from exports.kit.labels import A4, BADGES
from exports.kit.numbering import numbered
from exports.papers import badges, certificates, official_record, transport_list
from tests.exports.conftest import LONG, crowd
from tests.exports.test_documents import make, pages, words
from tests.world import World

PAPERS = (
    "invitation",
    "agenda",
    "badges",
    "place_cards",
    "transport_list",
    "official_record",
    "certificates",
)
HARD = "Prof. Dr. Hj. Raden Ayu Siti Nurhaliza Kusumaningtyas Prawirodirdjo, S.H., M.H., Ph.D."


@pytest.fixture
def held(world: World, activity: str) -> str:
    """Two days with two sessions: one came to all, one to one of them, one to none."""
    sessions = [
        world.session(activity, date=day, start_time=start, end_time=end, topic=topic)
        for day, start, end, topic in (
            ("2026-11-24", "09.00", "12.00", "Hak asasi manusia"),
            ("2026-11-25", "13.00", "15.30", LONG),
        )
    ]
    for name, there in ((HARD, 2), ("Budi", 1), ("Ratna", 0)):
        person = world.person(name, sex="male" if name == "Budi" else "female", district_id="33.25")
        row = world.participant(activity, person)
        for session in sessions[:there]:
            world.mark(row, session)
    return activity


@pytest.mark.parametrize("key", PAPERS)
@pytest.mark.parametrize("language", ["id", "en"])
def test_every_paper_is_made_in_both_languages_and_always_the_same(
    world: World, held: str, key: str, language: str
) -> None:
    for kind in document(key).formats:
        content = make(world, key, kind, language, activity=held)
        assert content == make(world, key, kind, language, activity=held)
        if kind == "pdf":
            reader = pypdf.PdfReader(io.BytesIO(content))
            assert reader.metadata is not None
            assert reader.metadata.title
            assert reader.trailer["/Root"]["/Lang"] == language


@pytest.mark.parametrize("key", PAPERS)
def test_nothing_hangs_over_the_edge(world: World, held: str, key: str) -> None:
    """A name of eighty-eight letters and a title of three lines stay on the paper."""
    reader = pypdf.PdfReader(io.BytesIO(make(world, key, "pdf", activity=held)))
    for page in reader.pages:
        width, height = float(page.mediabox.width), float(page.mediabox.height)
        seen: list[tuple[float, float]] = []

        def visit(text, _, matrix, __, ___, seen=seen) -> None:
            if text.strip():
                seen.append((float(matrix[4]), float(matrix[5])))

        page.extract_text(visitor_text=visit)
        assert seen
        if key != "place_cards":  # half of it is drawn from the other side
            assert all(0 <= x <= width and 0 <= y <= height for x, y in seen)


# Invitation and agenda


def test_everybody_gets_a_letter_or_one_goes_to_all(world: World, held: str) -> None:
    chosen = {"number": "014/YM/XI/2026", "date": "10-11-2026", "contact": "Sri, 0812"}
    letters = pages(make(world, "invitation", "pdf", activity=held, **chosen))
    assert len(letters) == 3
    (his,) = [words(one) for one in letters if "Budi" in one]
    assert "014/YM/XI/2026" in his
    assert "Batang, 10 November 2026" in his
    assert "Mohon konfirmasi kehadiran kepada Sri, 0812." in his

    one, annex = pages(make(world, "invitation", "pdf", activity=held, each=False))
    assert "Budi" not in one
    assert "Budi" in annex
    sheet = load_workbook(io.BytesIO(make(world, "invitation", "xlsx", activity=held))).active
    assert [sheet.cell(row, 2).value for row in range(4, 7)] == ["Budi", HARD, "Ratna"]


def test_a_date_that_is_none_is_refused(world: World, held: str) -> None:
    with pytest.raises(UserError):
        make(world, "invitation", "pdf", activity=held, date="kapan-kapan")


def test_the_agenda_goes_day_by_day(world: World, held: str) -> None:
    text = words(" ".join(pages(make(world, "agenda", "pdf", activity=held))))
    first, second = text.index("Selasa, 24 November 2026"), text.index("Rabu, 25 November 2026")
    assert first < text.index("Hak asasi manusia") < second
    assert "13.00–15.30" in text


# Badges and cards


@pytest.mark.parametrize("size", BADGES)
def test_labels_lie_on_the_paper_and_not_on_each_other(size: str) -> None:
    labels = BADGES[size]
    places = list(labels.places())
    assert len(places) == labels.each == len(set(places))
    for x, y in places:
        assert -0.01 <= x <= A4.width - labels.width + 0.01
        assert -0.01 <= y <= A4.height - labels.height + 0.01
        for other_x, other_y in places:
            apart = abs(x - other_x) >= labels.width or abs(y - other_y) >= labels.height
            assert apart or (x, y) == (other_x, other_y)


@pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="pages are drawn by pdftoppm")
@pytest.mark.parametrize("size", BADGES)
def test_the_code_of_a_badge_names_the_registration(
    world: World, held: str, tmp_path: Path, size: str
) -> None:
    (tmp_path / "b.pdf").write_bytes(make(world, "badges", "pdf", activity=held, size=size))
    drawn = ["pdftoppm", "-r", "200", "-gray", "-png", str(tmp_path / "b.pdf"), str(tmp_path / "b")]
    subprocess.run(drawn, check=True)
    read = {
        one.text
        for picture in tmp_path.glob("b*.png")
        for one in zxingcpp.read_barcodes(Image.open(picture).convert("L"))
    }
    rows = world.database.read(lambda r: r.rows(str, "SELECT id FROM participation"))
    assert read == {f"rembuk:p:{row}" for row in rows}


def test_without_anybody_there_is_nothing_to_print(world: World, activity: str) -> None:
    for key, sentence in (
        ("badges", badges.NOBODY),
        ("place_cards", badges.NOBODY),
        ("transport_list", transport_list.NOBODY),
        ("certificates", certificates.NOBODY),
    ):
        with pytest.raises(UserError) as refused:
            make(world, key, "pdf", activity=activity)
        assert refused.value.text == sentence
    undated = world.activity("Tanpa tanggal", starts=None, ends=None)
    with pytest.raises(UserError) as refused:
        make(world, "official_record", "pdf", activity=undated)
    assert refused.value.text == official_record.NO_DATE


def test_cards_for_the_table_may_leave_out_participants(world: World, held: str) -> None:
    speaker = world.person("Narasumber Utama")
    world.database.edit(
        participants.register,
        participants.ParticipantDraft(held, speaker, role_id="role:resource_person"),
    )
    text = " ".join(pages(make(world, "place_cards", "pdf", activity=held, everybody=False)))
    assert "Narasumber Utama" in text
    assert "Budi" not in text


# What is paid, recorded and certified


def test_money_goes_to_those_who_came_by_days(world: World, held: str) -> None:
    text = words(" ".join(pages(make(world, "transport_list", "pdf", activity=held, rate=150_000))))
    assert "Ratna" not in text
    assert "Jumlah: Rp450.000" in text
    assert "Terbilang: Empat ratus lima puluh ribu rupiah" in text
    sheet = load_workbook(
        io.BytesIO(make(world, "transport_list", "xlsx", activity=held, rate=150_000))
    ).active
    assert [sheet.cell(row, 7).value for row in (4, 5, 7)] == [150_000, 300_000, "=SUM(G4:G5)"]


def test_without_a_rate_the_amounts_are_left_to_be_written(world: World, held: str) -> None:
    text = words(" ".join(pages(make(world, "transport_list", "pdf", activity=held))))
    assert "Rp" not in text
    assert "Terbilang" not in text


def test_the_record_says_the_day_in_words_and_who_came(world: World, held: str) -> None:
    text = words(" ".join(pages(make(world, "official_record", "pdf", activity=held))))
    assert (
        "Selasa, tanggal dua puluh empat bulan November tahun dua ribu dua puluh enam, bertempat di "
        "Balai Desa, Kabupaten Batang" in text
    )
    assert "diikuti oleh 2 orang (1 perempuan, 1 laki-laki, 0 tidak menyebut)" in text


def test_only_who_completed_gets_a_certificate(world: World, held: str) -> None:
    (text,) = pages(make(world, "certificates", "pdf", activity=held))
    assert HARD in words(text)
    assert "Nomor: 001/SERT/XI/2026" in words(text)
    assert "selama 5 jam" in words(text)
    assert "sebagai Peserta dalam kegiatan" in words(text)


def test_a_number_follows_the_pattern_of_the_office() -> None:
    import datetime as dt

    day = dt.date(2026, 3, 9)
    assert numbered("{no}/{month}/{year}", 7, day) == "007/III/2026"
    assert numbered("YM-{no}-{what}", 1234, None) == "YM-1234-{what}"


def test_a_letter_is_written_to_each_of_forty(world: World, activity: str) -> None:
    crowd(world, activity, 40)
    assert len(pages(make(world, "invitation", "pdf", activity=activity))) == 40
