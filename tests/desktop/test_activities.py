"""Activities in the window: their form, sessions, files; participants and consents beside them."""

import io
from pathlib import Path

import pypdf
import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget

from db.edits import participants as participant_edits
from db.edits import people as person_edits
from db.queries import activities, attachments, participants, people
from desktop.app import Rembuk
from desktop.preferences import Preferences


def ask(rembuk: Rembuk, query, *args, **kwargs):
    return rembuk.tasks.database.read(query, *args, **kwargs)


def with_people(rembuk: Rembuk):
    """The activity with most people."""
    rows = ask(rembuk, activities.page)
    return max(rows, key=lambda one: (one.registered, one.sessions))


@pytest.fixture
def page(rembuk: Rembuk):
    rembuk.desk.navigation.go("activities", with_people(rembuk).id)
    return rembuk.window.page("activities")


def drop(widget, paths: list[Path]) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    about = (
        *(Qt.DropAction.CopyAction, data),
        *(Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier),
    )
    QApplication.sendEvent(widget, QDragEnterEvent(QPoint(20, 20), *about))
    QApplication.sendEvent(widget, QDropEvent(QPointF(20, 20), *about))


def test_everything_of_an_activity_survives_saving(rembuk: Rembuk, page) -> None:
    from db.edits import activities as edits

    row = page._row
    before = ask(rembuk, edits.draft, row)
    page.form.save()
    assert ask(rembuk, edits.draft, row) == before


def test_districts_organizations_and_signatures_are_typed(rembuk: Rembuk, page) -> None:
    from db.edits import activities as edits

    fields = page.form.fields
    fields["districts"].show_value([{"id": "33.25", "name": "Kabupaten Batang"}])
    fields["districts"]._found["33.74"] = "Kota Semarang"
    fields["districts"]._picked("33.74")
    fields["organizations"].show_value([])
    fields["signatories"].show_value([])
    fields["signatories"].add_button.click()
    caption, name, position = fields["signatories"]._rows[0][2].values()
    caption.setText("Ketua Panitia")
    name.setText("Rara Contoh")
    position.setText("Fasilitator")
    page.form.save()
    draft = ask(rembuk, edits.draft, page._row)
    assert draft.districts == ["33.25", "33.74"]
    assert draft.organizations == []
    (signed,) = draft.signatories
    assert (signed.caption, signed.name, signed.position) == (
        "Ketua Panitia",
        "Rara Contoh",
        "Fasilitator",
    )


def test_a_number_that_is_none_is_refused_beside_its_field(page) -> None:
    page.form.fields["participants_planned"].show_value("banyak")
    page.form.save()
    assert page.form.fields["participants_planned"].editor.accessibleDescription()


def opened(rembuk: Rembuk, key: str):
    """A tab of the activity with most people."""
    rembuk.desk.navigation.go(key, with_people(rembuk).id)
    return rembuk.window.page(key)


def test_a_session_is_planned_changed_and_taken_out(rembuk: Rembuk) -> None:
    page = opened(rembuk, "sessions")
    activity = page.tabs.activity
    number = len(ask(rembuk, activities.sessions, activity))
    page.new_button.click()
    form = page.panel
    form.fields["topic"].show_value("Menyusun usulan")
    form.fields["start_time"].show_value("8.30")
    person = ask(rembuk, people.page)[0]
    form.fields["people"]._found[person.id] = person.full_name
    form.fields["people"]._picked(person.id)
    form.save()
    added = ask(rembuk, activities.sessions, activity)[-1]
    assert (added.number, added.topic, added.start_time) == (
        number + 1,
        "Menyusun usulan",
        "08:30",
    )
    assert [name for name, _ in added.speakers] == [person.name]
    assert page.table.current().topic == "Menyusun usulan"
    form.fields["start_time"].show_value("pagi")
    form.save()
    assert form.fields["start_time"].editor.accessibleDescription()
    form.fields["start_time"].show_value("09.00")
    form.save()
    assert ask(rembuk, activities.sessions, activity)[-1].start_time == "09:00"
    form.remove_button.click()
    assert len(ask(rembuk, activities.sessions, activity)) == number
    rembuk.window.undo()
    assert len(ask(rembuk, activities.sessions, activity)) == number + 1


def test_photos_are_dropped_captioned_and_printed_once_somebody_agreed(
    rembuk: Rembuk, page, tmp_path: Path
) -> None:
    from exports.catalogue import DOCUMENTS

    photos = []
    for number, colour in enumerate(("red", "blue")):
        path = tmp_path / f"foto{number}.jpg"
        Image.new("RGB", (900, 600), colour).save(path)
        photos.append(path)
    drop(page.form, [*photos, tmp_path / "program.exe"])
    activity = page._row
    first, second = ask(rembuk, attachments.of, activity)[-2:]
    assert (first.file_name, second.file_name) == ("foto0.jpg", "foto1.jpg")
    files = opened(rembuk, "files")
    for file, caption, consent in (
        (first, "Pembukaan oleh panitia", "yes"),
        (second, "Tidak boleh tampak", None),
    ):
        files.form.show_row(file.id)
        assert not files.form._picture.pixmap().isNull()
        files.form.fields["caption"].show_value(caption)
        files.form.fields["consent"].show_value(consent)
        files.form.save()
    assert "Pembukaan oleh panitia" in files.list.item(files.list.count() - 2).text()
    report = next(one for one in DOCUMENTS if one.key == "activity_report")
    answer = ask(rembuk, report.question, report.complete({"activity": activity}))
    content = report.make(answer, rembuk.desk.t, "pdf")
    place = tmp_path / "report.pdf"
    place.write_bytes(content)
    text = "".join(one.extract_text() for one in pypdf.PdfReader(place).pages)
    assert "Pembukaan oleh panitia" in text
    drawn = [image for one in pypdf.PdfReader(place).pages for image in one.images]
    assert any(one.image.convert("RGB").getpixel((5, 5))[0] > 200 for one in drawn)
    assert not any(one.image.convert("RGB").getpixel((5, 5))[2] > 200 for one in drawn)


def test_a_file_that_went_away_is_told(rembuk: Rembuk, page, tmp_path: Path) -> None:
    before = ask(rembuk, attachments.of, page._row)
    page.add_files([tmp_path / "gone.jpg"])
    assert "gone.jpg" in rembuk.window.notice._text.text()
    assert ask(rembuk, attachments.of, page._row) == before


@pytest.fixture
def grid(rembuk: Rembuk):
    rembuk.desk.navigation.go("attendance", with_people(rembuk).id)
    return rembuk.window.page("attendance")


def test_what_is_known_of_a_participant_stays_as_of_that_day(rembuk: Rembuk, grid) -> None:
    row = grid.model.grid.rows[0]
    grid.view.setCurrentIndex(grid.model.index(0, 3))
    QTest.keyClick(grid.view, Qt.Key.Key_F4)
    grid.show_details()
    form = grid.participant
    assert form.heading.text() == row.full_name
    form.fields["age"].show_value("41")
    form.fields["position"].show_value("Kader desa")
    form.fields["transport_paid"].show_value("150000")
    form.save()
    draft = ask(rembuk, participant_edits.draft, row.id)
    assert (draft.age, draft.position, draft.transport_paid) == (41, "Kader desa", 150_000)
    assert ask(rembuk, person_edits.draft, row.person_id).position != "Kader desa"
    grid.show_details()
    form.fields["age_band"].show_value("dewasa")
    form.save()
    assert form.fields["age_band"].editor.accessibleDescription()


def test_details_that_are_open_follow_the_cursor(grid) -> None:
    grid.view.setCurrentIndex(grid.model.index(0, 3))
    grid.show_details()
    grid.view.setCurrentIndex(grid.model.index(1, 3))
    assert grid.participant.heading.text() == grid.model.grid.rows[1].full_name
    grid.participant.dirty = True
    grid.view.setCurrentIndex(grid.model.index(2, 3))
    assert grid.participant.heading.text() == grid.model.grid.rows[1].full_name


def test_a_participant_is_taken_off_the_list_and_comes_back(rembuk: Rembuk, grid) -> None:
    activity, many = grid.tabs.activity, len(grid.model.grid.rows)
    grid.view.setCurrentIndex(grid.model.index(0, 3))
    grid.show_details()
    grid.participant.remove_button.click()
    assert ask(rembuk, participants.count, activity) == many - 1
    rembuk.window.undo()
    assert ask(rembuk, participants.count, activity) == many


def test_participants_and_others_are_counted_apart(rembuk: Rembuk, grid) -> None:
    draft = ask(rembuk, participant_edits.draft, grid.model.grid.rows[0].id)
    before = sum(row.role_meaning == "participant" for row in grid.model.grid.rows)
    assert f"{before} peserta" in grid.splits._people.text()
    draft.role_id = "role:facilitator"
    rembuk.tasks.edit(
        grid,
        lambda _: None,
        participant_edits.change,
        grid.model.grid.rows[0].id,
        draft,
    )
    assert f"{before - 1} peserta" in grid.splits._people.text()
    assert "lainnya" in grid.splits._people.text()


def test_names_stay_readable_with_many_sessions(grid) -> None:
    grid.view.resize(700, 400)
    assert grid.view.columnWidth(1) >= 200


def test_a_consent_is_given_and_taken_back(rembuk: Rembuk) -> None:
    person = ask(rembuk, people.page)[0].id
    rembuk.desk.navigation.go("people", person)
    page = rembuk.window.page("people")
    for given in (True, False):
        page.edit_consent("consent_purpose:photo")
        page.form.consent_form.fields["given"].show_value(given)
        page.form.consent_form.save()
        card = ask(rembuk, people.card, person)
        answer = {one.purpose_id: one.given for one in card.consents}
        assert answer["consent_purpose:photo"] is given
    assert any("tidak setuju" in text for text in page.form.consents.texts())


def test_what_a_member_took_part_in_leads_there(rembuk: Rembuk) -> None:
    activity = with_people(rembuk)
    person = ask(rembuk, participants.grid, activity.id).rows[0].person_id
    rembuk.desk.navigation.go("people", person)
    page = rembuk.window.page("people")
    assert any(activity.title in text for text in page.form.activities.texts())
    page.form.activities.opened.emit(activity.id)
    assert rembuk.window.page("activities")._row == activity.id


def test_pages_are_printed_in_their_own_size(rembuk: Rembuk, tmp_path: Path, monkeypatch) -> None:
    paper = tmp_path / "paper.pdf"
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(paper))
    monkeypatch.setattr(rembuk.desk.dialogs, "printer", lambda: printer, raising=False)
    rembuk.desk.navigation.go("reports", with_people(rembuk).id)
    page = rembuk.window.page("reports")
    made = pypdf.PdfReader(io.BytesIO(page._content))
    page.print()
    printed = pypdf.PdfReader(paper)
    assert len(printed.pages) == len(made.pages)
    for one, other in zip(printed.pages, made.pages, strict=True):
        for side in ("width", "height"):
            shown, wanted = getattr(one.mediabox, side), getattr(other.mediabox, side)
            assert float(shown) == pytest.approx(float(wanted), abs=2)
    assert "Dicetak" in rembuk.window.notice._text.text()


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_is_told(rembuk: Rembuk, monkeypatch) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName("/nowhere/at/all.pdf")
    monkeypatch.setattr(rembuk.desk.dialogs, "printer", lambda: printer, raising=False)
    rembuk.desk.navigation.go("reports", with_people(rembuk).id)
    rembuk.window.page("reports").print()
    assert "PDF" in rembuk.window.notice._text.text()


def test_columns_are_chosen_ordered_and_remembered(rembuk: Rembuk) -> None:
    rembuk.desk.navigation.go("reports", with_people(rembuk).id)
    page = rembuk.window.page("reports")
    field = page.choices.fields["columns"]
    assert field.read_value() is None
    field.show_value(("no", "phone", "name"))
    assert field.read_value() == ("no", "phone", "name")
    listed = field.findChild(QListWidget)
    listed.setCurrentRow(2)
    QTest.keyClick(listed, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert field.read_value() == ("no", "name", "phone")
    assert Preferences.load().choices["attendance_sheet"]["columns"] == ["no", "name", "phone"]
    text = "".join(one.extract_text() for one in pypdf.PdfReader(io.BytesIO(page._content)).pages)
    assert "Telepon" in text
    assert "Wilayah" not in text
