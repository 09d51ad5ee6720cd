"""The import page: drop, look, decide, correct, take in, take back."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel

from db.edits.people import PersonDraft, add
from db.errors import UserError
from db.imports.plan import DOUBT, LINK, NEW, SKIP, UPDATE
from db.queries import activities, history, organizations, participants, people
from desktop.app import Rembuk
from tests.db.imports.lists import MADE, workbook
from tests.desktop.conftest import started

SECRET = "Dewi Kusumaningtyas"
HEADING = ("No", "Nama", "L/P", "Lembaga", "Kab/Kota", "HP")


def ask(rembuk: Rembuk, query, *args, **kwargs):
    return rembuk.tasks.database.read(query, *args, **kwargs)


def drop(rembuk: Rembuk, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    about = (
        *(Qt.DropAction.CopyAction, data),
        *(Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier),
    )
    QApplication.sendEvent(rembuk.window, QDragEnterEvent(QPoint(20, 20), *about))
    QApplication.sendEvent(rembuk.window, QDropEvent(QPointF(20, 20), *about))


@pytest.fixture
def page(rembuk: Rembuk):
    rembuk.desk.navigation.go("imports")
    return rembuk.window.page("imports")


def line_of(page, name: str):
    return next(one for one in page.plan.lines if name in str(one.fields.get("full_name", "")))


def stand_on(page, name: str) -> None:
    place = [one.fields.get("full_name") for one in page.lines.model.rows].index(name)
    page.lines.table.setCurrentIndex(page.lines.model.index(place, 0))


def members(path: Path) -> Path:
    return workbook(
        path / "anggota.xlsx",
        [
            HEADING,
            (
                1,
                "Dewi Kusumaningtyas",
                "P",
                "Lembaga Contoh Satu",
                "Kabupaten Batang",
                "081200011122",
            ),
            (2, "Bagas Prakoso", "L", "Lembaga Contoh Satu", "Kabupaten Batang", "081200011133"),
            (3, "Orang Tanpa Wilayah", "P", "", "Banjar", ""),
        ],
    )


def test_a_list_dropped_on_any_page_is_taken_in_and_taken_back(
    rembuk: Rembuk, qtbot, tmp_path: Path
) -> None:
    before = ask(rembuk, people.count)
    edits = ask(rembuk, history.count)
    rembuk.desk.navigation.go("home")
    drop(rembuk, members(tmp_path))
    page = rembuk.window.page("imports")
    assert rembuk.window.stack.currentWidget() is page
    assert page.plan.counts()[NEW] == 3
    assert ask(rembuk, history.count) == edits
    qtbot.mouseClick(page.write_button, Qt.MouseButton.LeftButton)
    assert ask(rembuk, people.count) == before + 3
    assert ask(rembuk, organizations.count, search_text="Lembaga Contoh Satu") == 1
    assert rembuk.window.notice._text.text().startswith("3 baru")
    assert page.plan is None
    rembuk.window.undo()
    assert ask(rembuk, people.count) == before
    assert ask(rembuk, organizations.count, search_text="Lembaga Contoh Satu") == 0


def test_leaving_the_preview_leaves_nothing(rembuk: Rembuk, page, qtbot, tmp_path: Path) -> None:
    before = ask(rembuk, people.count), ask(rembuk, history.count)
    page.load(members(tmp_path))
    qtbot.mouseClick(page.other_button, Qt.MouseButton.LeftButton)
    assert page.plan is None
    assert page.stack.currentWidget() is page.choosing
    assert (ask(rembuk, people.count), ask(rembuk, history.count)) == before


def test_a_line_is_corrected_left_out_and_taken_up_again(rembuk: Rembuk, page, tmp_path) -> None:
    page.load(members(tmp_path))
    stand_on(page, "Orang Tanpa Wilayah")
    assert "Banjar" in page.line._findings.text()
    field = page.line.form.fields["district"]
    field.show_value(("33.25", "Kabupaten Batang"))
    page.line.form.fields["phone"].show_value("0812 0001 1144")
    page.line.form.save()
    corrected = line_of(page, "Orang Tanpa")
    assert corrected.action == NEW
    assert corrected.findings == []
    assert corrected.fields["phone"] == "+6281200011144"
    page.line.skip_button.click()
    assert line_of(page, "Orang Tanpa").action == SKIP
    page.line.back_button.click()
    assert line_of(page, "Orang Tanpa").action == NEW
    page.write()
    assert ask(rembuk, people.count, search_text="Orang Tanpa Wilayah") == 1


def test_a_phone_that_is_none_is_refused_beside_its_field(page, tmp_path: Path) -> None:
    page.load(members(tmp_path))
    stand_on(page, "Bagas Prakoso")
    page.line.form.fields["phone"].show_value("12")
    page.line.form.save()
    assert page.line.form.fields["phone"].editor.accessibleDescription()
    assert line_of(page, "Bagas").fields["phone"] == "+6281200011133"


def test_a_doubt_is_decided_either_way(rembuk: Rembuk, page, tmp_path: Path) -> None:
    page.load(members(tmp_path))
    page.write()
    alike = workbook(
        tmp_path / "mirip.xlsx",
        [HEADING, (1, "Dewi Kusumaningtias", "P", "", "Kabupaten Batang", "")],
    )
    rembuk.desk.navigation.go("imports", str(alike))
    assert page.plan.counts()[DOUBT] == 1
    assert not page.write_button.isEnabled()
    stand_on(page, "Dewi Kusumaningtias")
    assert "Dewi Kusumaningtyas" in page.lines.model.index(0, 3).data()
    page.line.same_button.click()
    assert page.plan.counts()[DOUBT] == 0
    assert page.plan.counts()[LINK] + page.plan.counts()[UPDATE] == 1
    page.line.other_button.click()
    assert page.plan.counts()[NEW] == 1


@pytest.mark.parametrize(
    ("typed", "phone", "sign"),
    [("Dewi Kusumaningtias", "081200000999", "≈"), (SECRET, "081234567890", "=")],
)
def test_whoever_guesses_learns_nothing_of_who_is_protected(
    rembuk: Rembuk, page, tmp_path: Path, typed: str, phone: str, sign: str
) -> None:
    known = PersonDraft(
        name=SECRET,
        sex="female",
        district_id="33.25",
        phone="081234567890",
        village="Sunyi",
        sensitive=True,
    )
    person = rembuk.tasks.database.edit(add, known).value
    code = rembuk.tasks.database.read(people.row, person).code
    guessed = (1, typed, "P", "", "Kabupaten Batang", phone)
    page.load(workbook(tmp_path / "tebakan.xlsx", [HEADING, guessed]))
    said = page.lines.model.index(0, 3).data()
    assert f"{sign} {code}" in said
    assert SECRET not in said
    assert "Sunyi" not in said
    stand_on(page, typed)
    told = " ".join(one.text() for one in page.line.findChildren(QLabel))
    assert "Sunyi" not in told
    assert SECRET not in told.replace(typed, "")


def test_the_meaning_of_a_column_is_changed_and_remembered(
    rembuk: Rembuk, page, tmp_path: Path
) -> None:
    path = workbook(
        tmp_path / "lain.xlsx",
        [("Nama", "Sebutan"), ("Rara Wulandari", "Bendahara"), ("Tono Hartono", "Ketua")],
    )
    page.load(path)
    page.show_columns()
    page.columns.fields["Sebutan"].show_value("position")
    page.columns.fields["Sebutan"].edited.emit()
    assert line_of(page, "Rara").fields["position"] == "Bendahara"
    page.write()
    again = workbook(tmp_path / "lagi.xlsx", [("Nama", "Sebutan"), ("Yayan Suryana", "Anggota")])
    rembuk.desk.navigation.go("imports", str(again))
    assert line_of(page, "Yayan").fields["position"] == "Anggota"


def test_participants_are_taken_into_the_activity_that_was_named(
    rembuk: Rembuk, page, tmp_path: Path
) -> None:
    activity = ask(rembuk, activities.page)[0]
    rembuk.desk.navigation.go("imports", f"activity:{activity.id}")
    page.load(members(tmp_path))
    assert page.about.target == "participants"
    assert page.about.activity == activity.id
    before = ask(rembuk, participants.count, activity.id)
    page.write()
    assert ask(rembuk, participants.count, activity.id) == before + 3
    assert rembuk.window.stack.currentWidget() is rembuk.window.page("attendance")


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("anggota_bertahun_tahun.xlsx", "people"),
        ("direktori_lembaga.xls", "organizations"),
        ("daftar_hadir_lokakarya.xlsx", "participants"),
        ("laporan_rapat_daring.csv", "participants"),
    ],
)
def test_what_a_file_lists_is_guessed(page, name: str, target: str) -> None:
    page.load(MADE / name)
    assert page.about.target == target
    assert page.plan.lines


def test_a_file_that_is_no_list_gets_a_sentence_and_the_page_stays(page, tmp_path: Path) -> None:
    path = tmp_path / "palsu.xlsx"
    path.write_bytes(b"\x89PNG nothing of the sort")
    page.load(path)
    assert page.choosing._problem.text()
    assert page.stack.currentWidget() is page.choosing
    page.load(members(tmp_path))
    assert page.plan is not None


def test_a_workspace_dropped_on_the_window_is_opened(
    rembuk: Rembuk, qtbot, demo_file: Path, tmp_path: Path
) -> None:
    other = tmp_path / "lain.rembuk"
    other.write_bytes(demo_file.read_bytes())
    drop(rembuk, other)
    qtbot.waitUntil(lambda: rembuk.path == other)


def test_chips_show_one_kind_of_line(page, tmp_path: Path) -> None:
    page.load(members(tmp_path))
    stand_on(page, "Bagas Prakoso")
    page.line.skip_button.click()
    page.lines.show_only(NEW)
    assert page.lines.model.rowCount() == 2
    page.lines.show_only(SKIP)
    assert page.lines.model.rowCount() == 1
    page.lines.show_only("")
    assert page.lines.model.rowCount() == 3


def test_work_that_is_stopped_says_so_and_changes_nothing(qtbot, demo_copy: Path) -> None:
    running = started(qtbot, demo_copy)
    tasks, seen, refused = running.tasks, [], []

    def count_up(_: object, step) -> int:
        for number in range(5):
            step(number, 5)
        return 5

    def stop(_: object, done: int, total: int) -> None:
        seen.append((done, total))
        assert running.window.busy.isVisibleTo(running.window)
        running.window.busy.stop_button.click()

    tasks.stepped.connect(stop)
    tasks.read(running, seen.append, count_up, refused=refused.append, steps=True)
    assert seen == [(0, 5)]
    assert [type(one) for one in refused] == [UserError]
    assert not running.window.busy.isVisibleTo(running.window)
    running.stop()


def test_looking_through_a_workspace_tells_how_far_it_is(rembuk: Rembuk) -> None:
    told = []
    rembuk.tasks.stepped.connect(lambda _, done, total: told.append((done, total)))
    rembuk.tasks.call(rembuk, told.append, lambda database, step: database.check(step), steps=True)
    *steps, problems = told
    assert problems == []
    assert steps
    assert all(0 < done <= total for done, total in steps)


def test_problems_are_saved_as_comments(
    rembuk: Rembuk, page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from openpyxl import load_workbook

    place = tmp_path / "masalah.xlsx"
    monkeypatch.setattr(rembuk.desk.dialogs, "save_file", lambda *_: place, raising=False)
    page.load(members(tmp_path))
    assert page.problems_button.isVisibleTo(page)
    page.problems_button.click()
    commented = [cell for row in load_workbook(place).active for cell in row if cell.comment]
    assert ["Banjar" in cell.comment.text for cell in commented] == [True]
    assert "masalah.xlsx" in rembuk.window.notice._text.text()


def test_taking_in_is_stopped_and_leaves_nothing(rembuk: Rembuk, page, tmp_path: Path) -> None:
    before = ask(rembuk, people.count), ask(rembuk, history.count)
    page.load(members(tmp_path))
    rembuk.tasks.stepped.connect(lambda job, *_: job.cancel())
    page.write_button.click()
    assert (ask(rembuk, people.count), ask(rembuk, history.count)) == before
    assert page.write_button.isEnabled()
    assert "Dihentikan" in page.about._problem.text()
    rembuk.tasks.stepped.disconnect()
    page.write_button.click()
    assert ask(rembuk, people.count) == before[0] + 3
