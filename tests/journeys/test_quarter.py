"""The end of a quarter: what is late is written, and the report for the donor leaves as PDF, Word and Excel. By keyboard."""

import datetime as dt
import io
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pypdf
import pytest

from db.database import Database
from desktop.app import Rembuk
from tests.journeys.keyboard import Hands
from tests.world import World

HOME, PAPERS = "Ctrl+1", "Ctrl+Shift+4"
SAID = "Lima belas kelompok tani sepakat berbagi air"
LEARNT = "Mulai lebih pagi"


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """Two workshops of the last quarter with attendance; of one nobody has written what came of it."""
    path = tmp_path / "Forum.rembuk"
    database = Database.create(path, name="Forum", author="Penguji")
    world = World(database)
    today = dt.date.today()  # noqa: DTZ011 - the day on the wall
    this_quarter = today.replace(month=today.month - (today.month - 1) % 3, day=1)
    first = (this_quarter - dt.timedelta(days=40)).isoformat()
    members = [
        world.person(f"Anggota {n:02d}", sex="female" if n % 3 else "male") for n in range(12)
    ]
    for title, written in (("Lokakarya Air", None), ("Lokakarya Benih", "Benih dibagikan.")):
        activity = world.activity(title, starts=first, ends=first, results=written)
        session = world.session(activity, date=first)
        for member in members:
            world.mark(world.participant(activity, member), session)
    database.close()
    return path


@pytest.mark.journey
@pytest.mark.parametrize("asking", ["id"], indirect=True)
def test_the_report_of_the_quarter_by_keyboard(
    asking: Rembuk, hands: Hands, workspace: Path, tmp_path: Path
) -> None:
    rembuk = asking
    rembuk.open(workspace)
    hands.wait_for(lambda: rembuk.path == workspace)

    # The first page says what is late, and leads to where it is written.
    late = rembuk.window.page("home").late
    hands.wait_for(lambda: late.texts())
    (waiting,) = (text for text in late.texts() if "Lokakarya Air" in text)
    hands.tab_to(waiting)
    hands.press("Return")
    results = rembuk.window.page("results")
    hands.wait_for(results.isVisible)
    hands.tab_to("Hasil")
    hands.type(SAID)
    hands.fill(Pembelajaran=LEARNT)
    hands.press("Ctrl+S")
    hands.wait_for(lambda: not results.form.dirty)
    hands.press(HOME)
    hands.wait_for(lambda: not late.texts())

    # The report of the quarter, looked at and saved twice.
    hands.press(PAPERS)
    papers = rembuk.window.page("reports")
    hands.wait_for(papers.isVisible)
    hands.tab_to("Dokumen")
    hands.type("laporan")
    hands.press("Down")
    hands.wait_for(lambda: papers.choices.document.key == "period_report")
    hands.tab_to("Periode")
    hands.press("Down")
    hands.wait_for(lambda: papers.choices.values()["period"] == "last_quarter")
    report, letter = tmp_path / "laporan.pdf", tmp_path / "laporan.docx"
    hands.wait_for(lambda: papers.pdf.page_count > 0 and rembuk.tasks._under_way == 0)
    hands.will_answer(report)
    hands.press("Ctrl+S")
    hands.wait_for(report.exists)
    hands.will_answer(letter)
    hands.press("Ctrl+Shift+S")
    hands.wait_for(letter.exists)
    text = "\n".join(page.extract_text() for page in pypdf.PdfReader(report).pages)
    assert SAID in " ".join(text.split())
    assert "Lokakarya Benih" in text
    assert not any(f"Anggota {n:02d}" in text for n in range(12))
    assert SAID in ZipFile(letter).read("word/document.xml").decode()

    # The figures as a workbook; the way there is by its name.
    hands.press("Ctrl+K")
    hands.type("rekap")
    hands.wait_for(lambda: "Rekap Excel" in "".join(hands.offered[:1]))
    hands.press("Return")
    hands.wait_for(lambda: papers.choices.document.key == "summary_workbook")
    book = tmp_path / "rekap.xlsx"
    hands.wait_for(lambda: papers.stack.currentWidget() is papers.sheets)
    hands.will_answer(book)
    hands.press("Ctrl+S")
    hands.wait_for(book.exists)
    found = openpyxl.load_workbook(io.BytesIO(book.read_bytes()), read_only=True)
    cells = {cell for sheet in found for row in sheet.iter_rows(values_only=True) for cell in row}
    assert {"Lokakarya Air", "Lokakarya Benih", 12} <= cells
