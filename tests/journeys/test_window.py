"""The main job in the window, with real threads: from a new workspace to papers on disk."""

from pathlib import Path

import pypdf
import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from desktop.app import Rembuk


def type_into(page, key: str, text: str) -> None:
    editor = page.form.fields[key].editor
    editor.setFocus()
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    QTest.keyClicks(editor, text)


def save(page, qtbot, *, rows: int) -> None:
    qtbot.mouseClick(page.form.save_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.model.rowCount() == rows and not page.form.dirty, timeout=20_000)


def add(rembuk: Rembuk, qtbot, key: str, number: int, **fields: str):
    rembuk.desk.navigation.go(key)
    page = rembuk.window.page(key)
    qtbot.waitUntil(lambda: page.model.rowCount() == number, timeout=20_000)
    page.add()
    for name, text in fields.items():
        type_into(page, name, text)
    save(page, qtbot, rows=number + 1)
    return page


@pytest.mark.journey
def test_from_a_new_workspace_to_papers(rembuk: Rembuk, qtbot, tmp_path: Path, answers) -> None:
    path = tmp_path / "Forum.rembuk"
    answers.ready = [path, ""]
    qtbot.mouseClick(rembuk.window.stack.currentWidget().new_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: rembuk.path == path, timeout=20_000)

    add(rembuk, qtbot, "organizations", 0, name="Yayasan Melati", acronym="YM")
    add(rembuk, qtbot, "organizations", 1, name="Bappeda Kabupaten Batang")
    for number, name in enumerate(("Siti Aminah", "Budi Santoso", "Wati Rahayu")):
        add(rembuk, qtbot, "people", number, name=name, phone=f"0812345678{number}0")
    page = add(
        rembuk,
        qtbot,
        "activities",
        0,
        title="Lokakarya Rencana Aksi",
        starts="8/9/2026",
        ends="9/9/2026",
    )
    activity = page.table.current() or page.model.row(0)
    rembuk.desk.navigation.go("sessions", activity.id)
    sessions = rembuk.window.page("sessions")
    for number in (1, 2):
        sessions.add()
        qtbot.waitUntil(lambda: sessions.panel.heading.text() == "Sesi baru", timeout=20_000)
        qtbot.mouseClick(sessions.panel.save_button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda n=number: sessions.model.rowCount() == n, timeout=20_000)

    rembuk.desk.navigation.go("attendance", activity.id)
    grid = rembuk.window.page("attendance")
    for number, letters in enumerate(("sit", "bud", "wat"), start=1):
        QTest.keyClicks(grid.adding, letters)
        completer = grid.adding.completer()
        qtbot.waitUntil(lambda c=completer: c.completionCount() == 1, timeout=20_000)
        completer.activated[str].emit(completer.currentCompletion())
        qtbot.waitUntil(lambda n=number: grid.model.rowCount() == n, timeout=20_000)
    grid.view.setCurrentIndex(grid.model.index(0, 3))
    for key in (Qt.Key.Key_H, Qt.Key.Key_T, Qt.Key.Key_I):
        QTest.keyClick(grid.view, key)
    assert grid.model.there(0) == 2
    grid.view.setCurrentIndex(grid.model.index(0, 4))
    grid.mark_all()
    qtbot.waitUntil(lambda: grid.model.there(1) == 3, timeout=20_000)

    rembuk.desk.navigation.go("reports", activity.id)
    papers = rembuk.window.page("reports")
    qtbot.waitUntil(lambda: papers.pdf.page_count == 1, timeout=30_000)
    made = {}
    for document, kind in (
        ("attendance_sheet", "pdf"),
        ("attendance_sheet", "xlsx"),
        ("activity_report", "pdf"),
        ("summary_workbook", "xlsx"),
    ):
        papers.choices.documents.show_value(document)
        papers.choices.documents.edited.emit()
        qtbot.waitUntil(
            lambda: papers.choices.fields["activity"].read_value() == activity.id, timeout=20_000
        )
        made[document, kind] = tmp_path / f"{document}.{kind}"
        answers.ready = [made[document, kind]]
        papers.save(kind)
        qtbot.waitUntil(lambda p=made[document, kind]: p.exists(), timeout=30_000)

    sheet = pypdf.PdfReader(made["attendance_sheet", "pdf"])
    text = sheet.pages[0].extract_text()
    assert "DAFTAR HADIR" in text
    assert all(name in text for name in ("Siti Aminah", "Budi Santoso", "Wati Rahayu"))
    cells = [
        cell.value
        for row in load_workbook(made["attendance_sheet", "xlsx"]).active.iter_rows()
        for cell in row
    ]
    assert "Wati Rahayu" in cells
    report = "".join(
        page.extract_text() for page in pypdf.PdfReader(made["activity_report", "pdf"]).pages
    )
    assert "Lokakarya Rencana Aksi" in report
    assert len(load_workbook(made["summary_workbook", "xlsx"]).sheetnames) >= 10

    for expected in ("Tandai semua hadir", "Catat kehadiran", "Catat kehadiran"):
        rembuk.window.undo()
        qtbot.waitUntil(
            lambda said=expected: said in rembuk.window.notice.accessibleName(), timeout=20_000
        )
        rembuk.window.notice.setAccessibleName("")
    qtbot.waitUntil(lambda: grid.stale or grid.model.there(1) == 0, timeout=20_000)
    rembuk.desk.navigation.go("attendance", activity.id)
    qtbot.waitUntil(
        lambda: grid.model.there(1) == 0 and grid.model.recorded(0) == 1, timeout=20_000
    )

    rembuk.window.page("people").stale = True
    rembuk.open(path)
    qtbot.waitUntil(lambda: rembuk.tasks.database is not None, timeout=20_000)
    rembuk.desk.navigation.go("people")
    people = rembuk.window.page("people")
    qtbot.waitUntil(lambda: people.model.rowCount() == 3, timeout=20_000)


@pytest.mark.journey
def test_a_dropped_list_is_taken_in_and_taken_back(
    rembuk: Rembuk, qtbot, tmp_path: Path, answers
) -> None:
    path = tmp_path / "Forum.rembuk"
    answers.ready = [path, ""]
    qtbot.mouseClick(rembuk.window.stack.currentWidget().new_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: rembuk.path == path, timeout=20_000)
    made = Path(__file__).parents[1] / "spreadsheets"
    rembuk.desk.navigation.go("imports", str(made / "anggota_bertahun_tahun.xlsx"))
    page = rembuk.window.page("imports")
    qtbot.waitUntil(lambda: page.plan is not None, timeout=30_000)
    assert len(page.plan.lines) == 303
    qtbot.mouseClick(page.write_button, Qt.MouseButton.LeftButton)
    people = rembuk.window.page("people")
    qtbot.waitUntil(lambda: people.model.rowCount() == 250, timeout=60_000)
    assert page.plan is None
    rembuk.window.undo()
    qtbot.waitUntil(lambda: people.model.rowCount() == 0, timeout=60_000)
    rembuk.desk.navigation.go("imports", str(made / "daftar_hadir_lokakarya.xlsx"))
    qtbot.waitUntil(lambda: page.plan is not None, timeout=30_000)
    qtbot.mouseClick(page.write_button, Qt.MouseButton.LeftButton)
    grid = rembuk.window.page("attendance")
    qtbot.waitUntil(lambda: grid.model.rowCount() == 53, timeout=60_000)
    assert grid.title.text().startswith("Lokakarya Pembentukan Forum Komunitas")
