"""The page of papers and reports: choices, previews, what was saved, several at once."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from db.database import Database
from db.edits import activities
from db.edits.activities import ActivityDraft
from db.errors import UserError
from db.rules.periods import week
from desktop.app import Rembuk
from desktop.jobs import Cancelled
from exports import batch
from exports.catalogue import DOCUMENTS, document
from resources.texts import translator
from tests.world import World

MONDAY = dt.date(2026, 11, 16)


def nothing(_: int, __: int) -> None:
    """Nobody watches."""


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    database = Database.create(tmp_path / "world.rembuk", name="Forum Uji")
    yield World(database)
    database.close()


@pytest.fixture
def page(rembuk: Rembuk):
    rembuk.desk.navigation.go("reports")
    return rembuk.window.page("reports")


def choose(page, key: str, **values: object) -> None:
    page.choices.documents.show_value(key)
    page.choices.documents.edited.emit()
    for name, value in values.items():
        page.choices.fields[name].show_value(value)
        page.choices.fields[name].edited.emit()


@pytest.mark.parametrize("made", DOCUMENTS, ids=lambda made: made.key)
def test_every_choice_of_every_document_has_a_field(page, made) -> None:
    choose(page, made.key)
    unseen = {choice.key for choice in made.choices} - set(page.choices.fields)
    assert unseen <= {"role"}  # a key of the workspace, for the command line


def test_a_report_about_no_activity_is_shown_at_once(page) -> None:
    choose(page, "period_report", period="this_year")
    assert page.stack.currentWidget() is page.pdf
    assert page.print_button.isEnabled()


def test_a_workbook_is_shown_as_tables(page) -> None:
    choose(page, "summary_workbook")
    assert page.stack.currentWidget() is page.sheets
    names = [page.sheets.tabs.tabText(n) for n in range(page.sheets.tabs.count())]
    assert names[:2] == ["Sampul", "Menurut jenis kelamin"]
    page.sheets.tabs.setCurrentIndex(1)
    model = page.sheets.table.model()
    shown = {model.index(row, 0).data(): model.index(row, 6).data() for row in range(3, 9)}
    assert int(shown["Perempuan"]) > 0
    assert sum(int(value) for key, value in shown.items() if key != "Jumlah") == int(shown["Jumlah"])  # fmt: skip


def test_a_date_that_is_none_is_told_beside_it(page) -> None:
    choose(page, "period_report", period="dates", **{"from": "besok lusa"})
    assert page.choices.fields["from"].editor.accessibleDescription()
    page.choices.fields["from"].show_value("2026")
    page.choices.fields["from"].edited.emit()
    assert not page.choices.fields["from"].editor.accessibleDescription()


def test_what_was_saved_can_be_opened_copied_and_found_again(
    rembuk: Rembuk, page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    path = tmp_path / "laporan.pdf"
    monkeypatch.setattr(rembuk.desk.dialogs, "save_file", lambda *_: path)
    monkeypatch.setattr(rembuk.desk.dialogs, "open_outside", lambda p: not opened.append(p))
    choose(page, "period_report", period="this_year")
    assert page.saved.isHidden()
    page.save("pdf")
    assert path.read_bytes().startswith(b"%PDF")
    page.saved.open_button.click()
    page.saved.folder_button.click()
    assert opened == [path, tmp_path]
    page.saved.copy_button.click()
    assert [url.toLocalFile() for url in QGuiApplication.clipboard().mimeData().urls()] == [str(path)]  # fmt: skip
    from desktop.reports.saved import recent_menu

    menu = recent_menu(rembuk.desk, page)
    assert [entry.text() for entry in menu.actions()] == ["laporan.pdf"]
    menu.actions()[0].trigger()
    assert opened[-1] == path
    path.unlink()
    page.saved.open_button.click()
    assert "sudah tidak ada" in rembuk.window.notice._text.text()
    (entry,) = recent_menu(rembuk.desk, page).actions()
    assert not entry.isEnabled()


def planned(rembuk: Rembuk, title: str, day: dt.date) -> str:
    draft = ActivityDraft(title=title, starts=day.isoformat(), status_id="activity_status:planned")
    return rembuk.tasks.database.edit(activities.add, draft).value


def test_sheets_of_all_activities_of_the_week_go_into_a_folder(
    rembuk: Rembuk, page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    today = dt.date.today()  # noqa: DTZ011 - as the page does
    for title in ("Rapat satu", "Rapat dua"):
        planned(rembuk, title, week(today).first)
    monkeypatch.setattr(rembuk.desk.dialogs, "folder", lambda _: tmp_path)
    choose(page, "attendance_sheet", orientation="landscape")
    page.several_button.click()
    assert page.stack.currentWidget() is page.several
    page.several.make_button.click()
    names = sorted(path.name for path in tmp_path.glob("*.pdf"))
    assert f"{week(today).first.isoformat()}_DaftarHadir_RapatDua.pdf" in names
    assert len(names) >= 2
    assert not page.saved.isHidden()
    assert page.saved.copy_button.isHidden()


def test_what_cannot_be_made_is_told_and_the_others_are_made(
    rembuk: Rembuk, page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    planned(rembuk, "Belum ada yang datang", week(dt.date.today()).first)  # noqa: DTZ011
    monkeypatch.setattr(rembuk.desk.dialogs, "folder", lambda _: tmp_path)
    choose(page, "certificates")
    page.several_button.click()
    page.several.make_button.click()
    assert "Belum ada yang datang" in page.several._said.text()


def test_only_documents_about_an_activity_are_made_for_several(page) -> None:
    for key, offered in (("attendance_sheet", True), ("period_report", False)):
        choose(page, key)
        assert page.several_button.isHidden() != offered


def test_names_of_a_batch_differ_and_stopping_leaves_what_is_done(
    world: World, tmp_path: Path
) -> None:
    for _ in range(4):
        world.activity("Rapat", status="planned", starts="2026-11-17")
    sheet = document("attendance_sheet")
    asked = world.database.read(batch.ask, sheet, {}, week(MONDAY), nothing)
    assert len(asked.answers) == 4

    def stop(done: int, _: int) -> None:
        if done == 3:
            raise Cancelled

    t = translator("id")
    folder = tmp_path / "files"
    folder.mkdir()
    with pytest.raises(Cancelled):
        batch.write(asked, sheet, t, "pdf", folder, stop)
    assert len(list(folder.iterdir())) == 2
    done = batch.write(asked, sheet, t, "pdf", folder, nothing)
    assert len(set(done.files)) == len(list(folder.iterdir())) == 4
    with pytest.raises(UserError):
        batch.write(asked, sheet, t, "pdf", tmp_path / "nowhere", nothing)


@pytest.mark.parametrize(
    ("starts", "ends", "inside"),
    [
        ("2026-11-16", None, True),
        ("2026-11-22", None, True),
        ("2026-11-23", None, False),
        ("2026-11-10", "2026-11-16", True),
        ("2026-11-10", "2026-11-15", False),
        ("2026-11-10", "2026-12-31", True),
    ],
)
def test_an_activity_belongs_to_a_week_that_it_touches(
    world: World, starts: str, ends: str | None, inside: bool
) -> None:
    from db.queries import activities as questions

    world.activity("Rapat", starts=starts, ends=ends)
    world.activity("Batal", status="cancelled", starts="2026-11-18")
    period = week(MONDAY)
    found = world.database.read(questions.between, period.first.isoformat(), period.last.isoformat())  # fmt: skip
    assert [one.title for one in found] == (["Rapat"] if inside else [])
