"""The settings in the window: every part saves what changed and nothing else; restoring a backup."""

import base64
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QListWidget, QPushButton

from db import backup
from db.database import Database
from db.errors import WorkspaceError
from db.queries import history, settings, vocabularies, workspace_info
from db.rules.ages import NOT_BANDS
from desktop.app import Rembuk
from desktop.inline import InlineTasks
from desktop.kit.dialogs import OTHER, Dialogs
from desktop.kit.fields import ChoiceField
from desktop.preferences import Preferences
from desktop.settings import PARTS, SettingsPage
from desktop.settings.holidays import HolidaysSection
from desktop.settings.papers import PapersSection
from desktop.settings.words import WordsSection
from desktop.settings.workspace import WorkspaceSection
from desktop.texts import translator
from desktop.theme import load_fonts
from tests.desktop.conftest import NoQuestions, started


@pytest.fixture
def said(rembuk: Rembuk) -> list[str]:
    told: list[str] = []
    rembuk.desk.navigation.said.connect(lambda text, _: told.append(text))
    return told


def opened(rembuk: Rembuk, key: str):
    rembuk.desk.navigation.go("settings", key)
    page = rembuk.window.page("settings")
    assert isinstance(page, SettingsPage)
    return page.section(key)


def asked(rembuk: Rembuk, query, *arguments):
    return rembuk.tasks.database.read(query, *arguments)


def edits(rembuk: Rembuk) -> int:
    return len(asked(rembuk, history.edits))


def write(form, key: str, text: object) -> None:
    form.fields[key].show_value(text)
    form.fields[key].edited.emit()


def test_who_opens_and_saves_every_part_writes_nothing(rembuk: Rembuk) -> None:
    before = edits(rembuk)
    for part in PARTS:
        section = opened(rembuk, part.key)
        form = getattr(section, "form", None)
        if form is not None:
            form.save()
            form.left.emit()
            form.save()
    assert edits(rembuk) == before


def test_the_parts_are_reached_by_arrow_keys(rembuk: Rembuk) -> None:
    rembuk.desk.navigation.go("settings")
    page = rembuk.window.page("settings")
    assert isinstance(page, SettingsPage)
    page.parts.setFocus()
    for part in PARTS[1:]:
        QTest.keyClick(page.parts, Qt.Key.Key_Down)
        assert page.section(part.key).isVisible(), part.key


def test_a_new_name_of_the_workspace_is_kept_and_undone(rembuk: Rembuk, said: list[str]) -> None:
    section = opened(rembuk, "workspace")
    old = section.form.fields["name"].read_value()
    write(section.form, "name", "Forum Baru")
    section.form.save()
    assert asked(rembuk, workspace_info.overview).name == "Forum Baru"
    assert said[-1] == "Pengaturan disimpan"
    rembuk.window.undo()
    assert section.form.fields["name"].read_value() == old

    write(section.form, "name", "  ")
    section.form.save()
    assert section.form.fields["name"].editor.accessibleDescription()
    assert asked(rembuk, workspace_info.overview).name == old


def test_letterhead_and_sign_off_are_kept_by_one_edit(rembuk: Rembuk, qtbot) -> None:
    section = opened(rembuk, "papers")
    with qtbot.waitActive(rembuk.window):
        rembuk.window.activateWindow()
    for key, text in (
        ("lines", "Jl. Melati 7\n\nkantor@example.org"),
        ("signatories[0].caption", "Mengetahui"),
        ("signatories[0].name", "Ratna"),
        ("paper", "f4"),
        ("consent_id", "Dipakai {office}."),
    ):
        write(section.form, key, text)
    editor = section.form.fields["lines"].editor
    editor.setFocus()
    QTest.keyClick(editor, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    kept = asked(rembuk, settings.papers)
    assert kept.lines == ("Jl. Melati 7", "kantor@example.org")
    assert [(one.caption, one.name) for one in kept.signatories] == [("Mengetahui", "Ratna")]
    assert (kept.paper, kept.consent) == ("f4", ("Dipakai {office}.", None))
    labels = [one.label for one in asked(rembuk, history.edits)]
    assert labels.count("Change letterhead and sign-off") == 1


def test_what_is_wrong_with_a_signature_stands_beside_it(rembuk: Rembuk) -> None:
    section = opened(rembuk, "papers")
    write(section.form, "signatories[1].name", "Tanpa jabatan")
    section.form.save()
    told = section.form.fields["signatories[1].caption"].editor
    assert told.accessibleDescription() == "Kolom ini perlu diisi."
    assert told.hasFocus()


def test_what_is_being_written_is_not_lost_when_rows_change(rembuk: Rembuk) -> None:
    section = opened(rembuk, "papers")
    write(section.form, "lines", "Sedang ditulis")
    from db.edits import settings as edits_of_settings

    draft = edits_of_settings.CountingDraft("0-29,30+")
    rembuk.tasks.edit(section, lambda _: None, edits_of_settings.change_counting, draft)
    assert section.form.fields["lines"].read_value() == "Sedang ditulis"
    section.form.left.emit()
    assert section.form.fields["lines"].read_value() != "Sedang ditulis"


def ink(section: PapersSection) -> int:
    image = section.preview.drawn.toImage()
    return sum(
        image.pixelColor(x, y).lightness() < 128
        for x in range(0, image.width(), 4)
        for y in range(0, image.height(), 4)
    )


def test_the_sheet_beside_the_form_follows_what_is_written(rembuk: Rembuk, qtbot) -> None:
    section = opened(rembuk, "papers")
    qtbot.waitUntil(lambda: not section.preview.drawn.isNull())
    before, tall = ink(section), section.preview.drawn.height()
    write(section.form, "lines", "\n".join(["Baris yang panjang " * 4] * 6))
    qtbot.waitUntil(lambda: ink(section) > before * 1.1)
    assert section.preview.drawn.height() == tall
    write(section.form, "lines", "")
    qtbot.waitUntil(lambda: ink(section) < before)


def picture(folder: Path, width: int, height: int) -> Path:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkCyan)
    path = folder / "logo.png"
    assert image.save(str(path))
    return path


def test_a_big_logo_is_made_small_and_kept(rembuk: Rembuk, tmp_path: Path) -> None:
    section = opened(rembuk, "papers")
    logo = section.form.fields["logo"]
    place = picture(tmp_path, 3000, 1500)
    rembuk.desk.dialogs.open_file = lambda *_: place
    logo.choose_button.click()
    section.form.save()
    kept = QImage.fromData(asked(rembuk, settings.papers).logo)
    assert (kept.width(), kept.height()) == (480, 240)

    logo.remove_button.click()
    section.form.save()
    assert asked(rembuk, settings.papers).logo is None


def test_a_file_that_is_no_picture_is_told_beside_the_logo(rembuk: Rembuk, tmp_path: Path) -> None:
    logo = opened(rembuk, "papers").form.fields["logo"]
    place = tmp_path / "logo.png"
    place.write_text("bukan gambar", "utf-8")
    rembuk.desk.dialogs.open_file = lambda *_: place
    logo.choose()
    assert logo.focusProxy().accessibleDescription().startswith("Gambar ini tidak dapat dibaca")
    assert logo.read_value() is None


def test_bands_with_a_gap_are_told_beside_their_field(rembuk: Rembuk) -> None:
    section = opened(rembuk, "counting")
    write(section.form, "age_bands", "0-17,19+")
    section.form.save()
    field = section.form.fields["age_bands"]
    assert field.editor.accessibleDescription() == translator("id")(NOT_BANDS, typed="0-17,19+")
    write(section.form, "age_bands", "0-29, 30+")
    section.form.save()
    assert asked(rembuk, settings.age_bands) == "0-29,30+"
    assert field.read_value() == "0-29,30+"


def words(rembuk: Rembuk, vocabulary: str) -> WordsSection:
    section = opened(rembuk, "words")
    section.vocabulary.show_value(vocabulary)
    section.vocabulary.edited.emit()
    return section


def test_a_word_is_added_hidden_and_shown_again(rembuk: Rembuk) -> None:
    section = words(rembuk, "theme")
    section.new_button.click()
    write(section.form, "label_id", "Sawah lestari")
    section.form.save()
    assert section.current().id == "theme:sawah_lestari"
    assert section.table.current().id == "theme:sawah_lestari"

    for hidden in (True, False):
        section.hide_button.click()
        assert section.current().hidden is hidden
        offered = [term.id for term in asked(rembuk, vocabularies.terms, "theme")]
        assert ("theme:sawah_lestari" in offered) is not hidden


def test_a_word_that_is_needed_cannot_be_hidden_and_keeps_its_meaning(rembuk: Rembuk) -> None:
    section = words(rembuk, "role")
    meaning = section.form.fields["meaning"]
    section.table.selectRow(0)
    assert section.current().id == "role:participant"
    assert not section.hide_button.isEnabled()
    assert not meaning.isEnabled()
    section.add()
    assert meaning.isEnabled()
    write(section.form, "label_id", "Relawan")
    section.form.save()
    assert meaning.editor.accessibleDescription()
    write(section.form, "meaning", "team")
    section.form.save()
    assert section.current().meaning == "team"


def test_words_are_ordered_by_keys(rembuk: Rembuk, qtbot) -> None:
    section = words(rembuk, "theme")
    with qtbot.waitActive(rembuk.window):
        rembuk.window.activateWindow()
    before = [row.id for row in section.model.rows]
    section.table.selectRow(1)
    section.table.setFocus()
    QTest.keyClick(section.table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [row.id for row in section.model.rows] == [before[1], before[0], *before[2:]]
    assert section.table.current().id == before[1]
    QTest.keyClick(section.table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(section.table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [row.id for row in section.model.rows] == before


def test_a_form_names_a_word_that_was_hidden(rembuk: Rembuk, qtbot) -> None:
    field = ChoiceField(rembuk.desk, "kind_id", "Jenis", [("theme:x", "X")])
    qtbot.addWidget(field)
    field.show_value("activity_kind:workshop")
    assert field.read_value() == "activity_kind:workshop"
    assert field.editor.currentText() == "Lokakarya"
    field.show_value("activity_kind:nothing")
    assert field.editor.currentText() == "activity_kind:nothing"


def holidays(rembuk: Rembuk, year: int) -> HolidaysSection:
    section = opened(rembuk, "holidays")
    section.year.show_value(year)
    section.year.edited.emit()
    return section


def test_a_holiday_is_added_shown_in_its_year_and_removed(rembuk: Rembuk) -> None:
    section = holidays(rembuk, 2026)
    section.add()
    write(section.form, "date", "3 Mei 2031")
    write(section.form, "name_id", "Hari Desa")
    section.form.save()
    assert section.year.read_value() == 2031
    assert [row.date for row in section.model.rows] == ["2031-05-03"]
    section.form.remove_button.click()
    assert section.model.rows == []
    assert section.form.heading.text() == "Hari libur baru"
    rembuk.window.undo()
    assert [row.name[0] for row in section.model.rows] == ["Hari Desa"]


def test_a_holiday_without_a_day_is_told_beside_its_field(rembuk: Rembuk) -> None:
    section = holidays(rembuk, 2026)
    write(section.form, "date", "Mei 2026")
    section.form.save()
    assert section.form.fields["date"].editor.accessibleDescription()
    assert section.current().date.startswith("2026-01")


# Restoring


def backed_up(path: Path, *, name: str = "Dulu") -> Path:
    """A backup of a workspace that had another name then."""
    database = Database.open(path)
    from db.edits import settings as edits_of_settings

    old = database.read(workspace_info.overview).name
    database.edit(edits_of_settings.rename, edits_of_settings.NameDraft(name))
    made = database.back_up()
    database.edit(edits_of_settings.rename, edits_of_settings.NameDraft(old))
    database.close()
    return made


def answer(rembuk: Rembuk, position: int | None) -> list[list[str]]:
    offered: list[list[str]] = []

    def choose(_: str, options: list[str], *__: str) -> int | None:
        offered.append(options)
        return position

    rembuk.desk.dialogs.choose = choose
    return offered


def test_a_backup_is_restored_beside_and_opened(qtbot, demo_copy: Path) -> None:
    made = backed_up(demo_copy)
    load_fonts()
    rembuk = Rembuk(InlineTasks(), Preferences(), NoQuestions)  # its window is made anew below
    rembuk.open(demo_copy)
    try:
        offered = answer(rembuk, 0)
        present = asked(rembuk, workspace_info.overview).name
        section = opened(rembuk, "workspace")
        assert isinstance(section, WorkspaceSection)
        section.restore_button.click()
        place = demo_copy.with_name(f"demo {made.stem}.rembuk")
        qtbot.waitUntil(lambda: rembuk.window.notice.isVisible())

        stamp = backup.made_at(made)
        assert offered[0][0].endswith(f"{stamp:%H.%M}")
        assert translator("id").date(stamp.date()) in offered[0][0]
        assert rembuk.path == rembuk.tasks.database.path == place
        assert asked(rembuk, workspace_info.overview).name == "Dulu"
        assert Path(rembuk.preferences.recent[0]) == place
        kept = Database.open(demo_copy)
        assert kept.read(workspace_info.overview).name == present
        kept.close()
    finally:
        rembuk.stop()


def test_a_lost_workspace_comes_back_from_the_start_page(qtbot, demo_copy: Path) -> None:
    made = backed_up(demo_copy)
    demo_copy.unlink()
    rembuk = started(qtbot, None, recent=(str(demo_copy),))
    try:
        offered = answer(rembuk, 0)
        rembuk.window.stack.currentWidget().restore_button.click()
        assert len(offered[0]) == len(backup.backups(demo_copy)) == 1
        assert rembuk.path == demo_copy.with_name(f"demo {made.stem}.rembuk")
        assert asked(rembuk, workspace_info.overview).name == "Dulu"
    finally:
        rembuk.stop()


def test_any_file_may_be_put_back_and_a_wrong_one_is_told_in_a_sentence(
    qtbot, demo_copy: Path, tmp_path: Path
) -> None:
    rembuk = started(qtbot, None)
    try:
        told: list[str] = []
        rembuk.desk.dialogs.tell = told.append
        paper = tmp_path / "laporan.rembuk"
        paper.write_bytes(b"%PDF-1.7" + b"x" * 5000)
        rembuk.desk.dialogs.open_file = lambda *_: paper
        start = rembuk.window.stack.currentWidget()
        start.restore_button.click()
        assert told == ["Ini bukan berkas Rembuk. Pilih berkas yang berakhiran .rembuk."]
        assert rembuk.path is None

        rembuk.desk.dialogs.open_file = lambda *_: demo_copy
        start.restore_button.click()
        assert rembuk.path == demo_copy.with_name("demo (2).rembuk")
    finally:
        rembuk.stop()


def test_who_gives_up_or_chooses_another_file_is_understood(rembuk: Rembuk) -> None:
    rembuk.tasks.database.back_up()
    section = opened(rembuk, "workspace")
    before = rembuk.path
    answer(rembuk, None)
    section.restore()
    answer(rembuk, OTHER)
    rembuk.desk.dialogs.open_file = lambda *_: None
    section.restore()
    assert rembuk.path == before


def test_where_nothing_can_be_written_another_place_is_asked_for(
    qtbot, demo_copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = backed_up(demo_copy)
    rembuk = started(qtbot, None, recent=(str(demo_copy),))
    usual, full = backup.restore, demo_copy.parent

    def restore(one: Path, place: Path) -> None:
        if place.parent == full:
            raise WorkspaceError(backup.NO_PLACE)
        usual(one, place)

    try:
        monkeypatch.setattr(backup, "restore", restore)
        told: list[str] = []
        rembuk.desk.dialogs.tell = told.append
        (tmp_path / "lain").mkdir()
        rembuk.desk.dialogs.save_file = lambda _, name, *__: tmp_path / "lain" / name
        answer(rembuk, 0)
        rembuk.window.stack.currentWidget().restore_button.click()
        assert len(told) == 1
        assert rembuk.path == tmp_path / "lain" / f"demo {made.stem}.rembuk"
    finally:
        rembuk.stop()


@pytest.mark.usefixtures("qtbot")
def test_the_list_of_backups_is_answered_by_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    def answers(*keys: Qt.Key) -> int | None:
        def run(dialog: QDialog) -> int:
            dialog.show()
            offered = dialog.findChild(QListWidget)
            for key in keys:
                QTest.keyClick(offered, key)
            dialog.hide()
            return dialog.result()

        monkeypatch.setattr(QDialog, "exec", run)
        return Dialogs(translator("id")).choose("Yang mana?", ["A", "B"], "Pulihkan", "Lain …")

    assert answers(Qt.Key.Key_Return) == 0
    assert answers(Qt.Key.Key_Down, Qt.Key.Key_Return) == 1
    assert answers(Qt.Key.Key_Escape) is None

    def press(dialog: QDialog) -> int:
        dialog.show()
        (other,) = (one for one in dialog.findChildren(QPushButton) if one.text() == "Lain …")
        QTest.mouseClick(other, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
        return dialog.result()

    monkeypatch.setattr(QDialog, "exec", press)
    assert Dialogs(translator("id")).choose("Yang mana?", [], "Pulihkan", "Lain …") == OTHER


def test_a_picture_in_base64_is_what_the_logo_holds(tmp_path: Path) -> None:
    from desktop.settings.picture import shrunk

    content = base64.b64decode(shrunk(picture(tmp_path, 60, 40), 480))
    assert (QImage.fromData(content).width(), content[:4]) == (60, b"\x89PNG")


def test_a_holiday_is_read_as_its_day_of_the_week(rembuk: Rembuk) -> None:
    section = holidays(rembuk, 2026)
    shown = section.model.index(0, 0).data()
    assert shown == translator("id").day_and_date(date(2026, 1, 1))


def test_backups_of_the_same_minute_are_told_apart(rembuk: Rembuk) -> None:
    made = rembuk.tasks.database.back_up()
    for stamp in ("2020-05-05 080000", "2020-05-05 080030"):
        made.with_name(f"{stamp}.rembuk").write_bytes(b"")
    offered = answer(rembuk, None)
    section = opened(rembuk, "workspace")
    section.restore()
    assert offered[0][-2:] == ["Selasa, 5 Mei 2020, 08.00.30", "Selasa, 5 Mei 2020, 08.00.00"]


def test_templates_are_kept_by_one_edit_and_shown_before(rembuk: Rembuk, qtbot) -> None:
    section = opened(rembuk, "templates")
    qtbot.waitUntil(lambda: not section.certificate.drawn.isNull())
    before = section.certificate.drawn.toImage()
    section.form.fields["accent"].buttons[1].click()
    write(section.form, "certificate_id", "Atas sumbangan pikirannya.")
    write(section.form, "activity_report", ("results", "background"))
    qtbot.waitUntil(lambda: section.certificate.drawn.toImage() != before)
    section.form.save()
    labels = [one.label for one in asked(rembuk, history.edits)]
    assert labels.count("Change templates of documents") == 1, labels
    kept = asked(rembuk, settings.templates)
    assert kept.accent == "#1B4F9C"
    assert kept.certificate == ("Atas sumbangan pikirannya.", None)
    assert kept.sections_of("activity_report") == ("results", "background")


def test_a_colour_that_is_none_or_too_pale_is_told_beside_it(rembuk: Rembuk) -> None:
    section = opened(rembuk, "templates")
    for typed, told in (("biru", "#"), ("#FFEE88", "pucat")):
        write(section.form, "accent", typed)
        section.form.save()
        assert told in section.form.fields["accent"].focusProxy().accessibleDescription()


def test_the_reports_page_offers_the_sections_of_the_workspace(rembuk: Rembuk) -> None:
    from db.edits import settings as edits_of_settings

    draft = edits_of_settings.TemplatesDraft(sections={"activity_report": ["results"]})
    rembuk.tasks.database.edit(edits_of_settings.change_templates, draft)
    rembuk.desk.navigation.go("reports")
    page = rembuk.window.page("reports")
    page.choices.documents.show_value("activity_report")
    page.choices.documents.edited.emit()
    page.reload()
    field = page.choices.fields["sections"]
    listed = field._list
    ticked = [listed.item(i).text() for i in range(listed.count())
              if listed.item(i).checkState() == Qt.CheckState.Checked]  # fmt: skip
    assert ticked == ["Hasil"]
