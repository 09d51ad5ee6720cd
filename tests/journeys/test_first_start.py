"""The first day: language, name, a protected workspace, and the first activity to the printed sheet."""

from pathlib import Path

import pypdf
import pytest

from desktop.app import Rembuk
from tests.journeys.keyboard import Hands


def guided(rembuk: Rembuk) -> list[str]:
    """What the guide on the first page says, line by line."""
    guide = rembuk.window.page("home").guide
    return [made.text() for made, _ in guide._steps.values()] if guide.isVisible() else []


def ticked(rembuk: Rembuk) -> int:
    return sum(line.startswith("✓") for line in guided(rembuk))


@pytest.mark.journey
def test_the_first_day_by_keyboard(asking: Rembuk, hands: Hands, tmp_path: Path) -> None:
    rembuk = asking
    hands.tab_to("Language")
    hands.press("Up")
    hands.wait_for(lambda: rembuk.desk.t.language == "id")
    hands.tab_to("Nama Anda (dicatat pada setiap perubahan)")
    hands.type("Penguji")
    hands.tab_to("Ruang kerja baru")
    path = tmp_path / "Forum.rembuk"
    hands.will_answer(path, "kata sandi panjang\tkata sandi panjang")
    hands.press("Return")
    hands.wait_for(lambda: rembuk.path == path)

    # The guide leads to each step; what was done is ticked when one comes back.
    hands.wait_for(lambda: guided(rembuk))
    hands.tab_to("Catat lembaga pertama")
    hands.press("Return")
    hands.wait_focus("Nama")
    hands.type("Yayasan Melati")
    hands.press("Return")
    assert hands.focus == "Singkatan"
    hands.type("YM")
    save(rembuk, hands, "organizations", 1)

    home(rembuk, hands, 1, "Daftarkan anggota pertama")
    hands.press("Return")
    hands.wait_focus("Nama lengkap")
    hands.type("Siti Aminah")
    hands.fill(Telepon="0812 3456 7890")
    save(rembuk, hands, "people", 1)

    home(rembuk, hands, 2, "Rencanakan kegiatan pertama")
    hands.press("Return")
    hands.wait_focus("Judul")
    hands.type("Lokakarya Rencana Aksi")
    hands.fill(Mulai="8/9/2026", Selesai="9/9/2026")
    save(rembuk, hands, "activities", 1)

    home(rembuk, hands, 3, "Tambahkan sesinya")
    hands.press("Return")
    hands.wait_for(lambda: rembuk.window.page("sessions").isVisible())
    hands.press("Ctrl+N")
    hands.wait_focus("Topik")
    hands.type("Pembukaan")
    save(rembuk, hands, "sessions", 1)
    hands.press("Ctrl+N")
    hands.wait_focus("Topik")
    hands.type("Rencana aksi")
    save(rembuk, hands, "sessions", 2)

    home(rembuk, hands, 4, "Masukkan orang ke daftarnya")
    hands.press("Return")
    people = rembuk.window.page("participants")
    hands.wait_for(people.isVisible)
    hands.press("Ctrl+N")
    hands.wait_focus(ADDING)
    hands.type("Siti")
    hands.wait_for(lambda: people.adding.completer().popup().isVisible())
    hands.press("Down", "Return")
    hands.wait_for(lambda: people.model.rowCount() == 1)
    hands.wait_focus(ADDING)
    hands.type("Budi Santoso")
    hands.press("Return")
    hands.wait_for(lambda: people.model.rowCount() == 2)

    home(rembuk, hands, 5, "Catat kehadiran")
    hands.press("Return")
    grid = rembuk.window.page("attendance")
    hands.wait_for(lambda: grid.model.rowCount() == 2 and hands.focus == "Kehadiran")
    hands.press("F6")
    hands.wait_for(lambda: grid.model.there(0) == 2)

    sheet = tmp_path / "hadir.pdf"
    hands.press("F8")
    hands.wait_focus("Dokumen")
    papers = rembuk.window.page("reports")
    hands.wait_for(lambda: papers.pdf.page_count == 1)
    hands.will_answer(sheet)
    hands.press("Ctrl+S")
    hands.wait_for(sheet.exists)
    text = pypdf.PdfReader(sheet).pages[0].extract_text()
    assert "DAFTAR HADIR" in text
    assert "Siti Aminah" in text
    assert "Budi Santoso" in text

    # With the attendance everything was done once: the guide is gone.
    hands.press("Ctrl+1")
    hands.wait_for(lambda: rembuk.window.page("home").guide.isHidden())


ADDING = "Tambah peserta: beberapa huruf namanya"


def save(rembuk: Rembuk, hands: Hands, key: str, rows: int) -> None:
    """Ctrl+S in a form, until the list beside it has so many rows."""
    hands.press("Ctrl+S")
    page = rembuk.window.page(key)
    form = page.panel if key == "sessions" else page.form
    hands.wait_for(lambda: page.model.rowCount() == rows and not form.dirty)


def home(rembuk: Rembuk, hands: Hands, done: int, step: str) -> None:
    """Back to the first page: so many steps are ticked, and a few presses of Tab lead to the next one."""
    hands.press("Ctrl+1")
    hands.wait_for(lambda: ticked(rembuk) == done)
    hands.tab_to(step)
