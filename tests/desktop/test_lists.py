"""Lists of all things: filters with counts, columns, order, marks, copies, and forms that lose nothing."""

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db.queries import activities, people, saved_filters, unsaved
from desktop.app import Rembuk
from desktop.kit.choices import Choices
from desktop.kit.list_page import ListPage
from desktop.kit.pick_one import PickOne
from desktop.kit.places import filtered
from desktop.pages import PAGES
from desktop.preferences import Preferences
from tests.desktop.conftest import started

LISTS = (
    *("people", "organizations", "activities", "districts", "programmes", "forums", "agreements"),
    *("plans", "steps", "mentoring", "issues"),
)


def ask(rembuk: Rembuk, query, *args, **kwargs):
    return rembuk.tasks.database.read(query, *args, **kwargs)


def opened(rembuk: Rembuk, key: str, row: str | None = None) -> ListPage:
    rembuk.desk.navigation.go(key, row)
    page = rembuk.window.page(key)
    assert isinstance(page, ListPage)
    return page


def shown(page: ListPage) -> list[str]:
    return [page.model.index(line, 0).data() for line in range(page.model.rowCount())]


def changed(reader) -> list[str]:
    """Tables of everything that was ever changed, in its order."""
    return reader.rows(str, "SELECT table_name FROM change ORDER BY stamp, seq")


def mark(page: ListPage, lines: range) -> None:
    flag = QItemSelectionModel.SelectionFlag
    page.table.clearSelection()
    for line in lines:
        index = page.model.index(line, 0)
        page.table.selectionModel().select(index, flag.Select | flag.Rows)


@pytest.mark.parametrize("key", LISTS)
def test_every_facet_offers_choices_that_narrow_the_list(rembuk: Rembuk, key: str) -> None:
    page = opened(rembuk, key)
    page.filters.clear()
    everything = page.model.rowCount()
    for facet in page.listing.facets:
        page.filters.open_facet(facet)
        popup = page.filters._choices
        first = popup._offers[0]
        popup._tick(popup.list.item(0))
        assert 0 < page.model.rowCount() <= everything
        assert f"({rembuk.desk.t.number(page.model.rowCount())})" in first.text
        assert page.filters._buttons[facet.key].property("chosen")
        assert first.text.rsplit("  ", 1)[0] in page.filters._buttons[facet.key].text()
        popup.clear()
        assert page.model.rowCount() == everything
        popup.close()


@pytest.mark.parametrize("key", LISTS)
def test_the_first_row_of_every_list_opens_its_form_with_what_hangs_on_it(
    rembuk: Rembuk, key: str
) -> None:
    page = opened(rembuk, key)
    page.table.setCurrentIndex(page.model.index(0, 0))
    assert page.detail.isVisible()
    assert page.form.heading.text()
    assert page._row == page.model.row(0).id


@pytest.mark.parametrize("key", [key for key in LISTS if key != "districts"])
def test_a_form_that_is_saved_unchanged_changes_nothing(rembuk: Rembuk, key: str) -> None:
    page = opened(rembuk, key)
    before = ask(rembuk, changed)
    for line in range(min(page.model.rowCount(), 6)):
        page.table.setCurrentIndex(page.model.index(line, 0))
        page.form.save()
    # Places in an order that others left open are written down by the first saving.
    ordered = {"device", "activity_organization", "signatory"}
    assert set(ask(rembuk, changed)[len(before) :]) - ordered == set()


def test_a_filter_is_kept_by_name_taken_again_and_forgotten(
    rembuk: Rembuk, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = opened(rembuk, "people")
    page.open(filtered(sex="female", district=("33.25", "33.07")))
    some = page.model.rowCount()
    assert 0 < some < 265
    monkeypatch.setattr(rembuk.desk.dialogs, "text", lambda *_: " Perempuan Batang ")
    page.filters.keep()
    (kept,) = ask(rembuk, saved_filters.of, "person").values()
    assert kept == {"sex": ("female",), "district": ("33.25", "33.07")}
    page.filters.clear()
    page.filters.open_kept()
    popup = page.filters._choices
    assert popup.list.item(0).text() == "Perempuan Batang"
    popup._tick(popup.list.item(0))
    assert page.model.rowCount() == some
    page.filters.open_kept()
    popup = page.filters._choices
    popup._tick(popup.list.item(1))
    assert ask(rembuk, saved_filters.of, "person") == {}


def test_a_click_on_a_head_sorts_up_down_and_as_usual_and_is_remembered(rembuk: Rembuk) -> None:
    page = opened(rembuk, "people")
    usual = shown(page)
    head = page.table.horizontalHeader()
    head.sectionClicked.emit(2)
    up = shown(page)
    head.sectionClicked.emit(2)
    down = shown(page)
    assert up != usual
    assert up != down
    assert Preferences.load().lists["person"]["descending"] is True
    head.sectionClicked.emit(2)
    assert shown(page) == usual


def test_columns_are_chosen_and_remembered(rembuk: Rembuk) -> None:
    page = opened(rembuk, "people")
    assert "village" not in page.table.shown_keys()
    page.list.view_choice.open()
    popup = page.list.view_choice._popup
    line = next(i for i, one in enumerate(popup._offers) if one.value == "village")
    popup._tick(popup.list.item(line))
    assert "village" in page.table.shown_keys()
    assert "village" in Preferences.load().lists["person"]["columns"]


def test_marked_rows_are_copied_protected_enrolled_and_removed_together(rembuk: Rembuk) -> None:
    page = opened(rembuk, "people")
    mark(page, range(3))
    assert page.list.many.isVisible()
    assert not page.detail.isVisible()
    names = [page.model.row(line).full_name for line in range(3)]
    page.list.copy()
    lines = QApplication.clipboard().text().split("\n")
    assert [line.split("\t")[0].removesuffix(" · contoh") for line in lines[1:]] == names
    assert "<td" in QApplication.clipboard().mimeData().html()
    before = page.model.rowCount()
    page.list.many.buttons["Remove"].click()
    assert page.model.rowCount() == before - 3
    rembuk.window.undo()
    assert page.model.rowCount() == before
    mark(page, range(2))
    page.list.many.buttons["Protect names"].click()
    assert all(one.sensitive for one in ask(rembuk, people.page, limit=2))


@pytest.mark.parametrize("typed", ["31/2/2026", "2026-13-45", "besok", "²"])
def test_what_is_no_date_comes_back_as_it_was_typed(rembuk: Rembuk, typed: str) -> None:
    page = opened(rembuk, "activities")
    page.add()
    QTest.keyClicks(page.form.fields["starts"].editor, typed)
    page.form.flush()
    page.table.setCurrentIndex(page.model.index(0, 0))
    page.add()
    assert page.form.fields["starts"].read_value() == typed


def test_what_was_typed_and_not_saved_comes_back(qtbot, demo_copy) -> None:
    rembuk = started(qtbot, demo_copy)
    page = opened(rembuk, "people")
    page.add()
    QTest.keyClicks(page.form.fields["name"].editor, "Wati Rahayu")
    page.form.fields["district_id"]._line.picked.emit("33.25")
    page.form.flush()
    assert [one.form for one in ask(rembuk, unsaved.waiting)] == ["PersonDraft"]
    home = rembuk.window.page("home")
    rembuk.desk.navigation.go("home")
    assert any("Belum disimpan" in text for text in home.again.texts())
    rembuk.stop()  # as a power cut: nobody saved

    again = started(qtbot, demo_copy)
    try:
        page = again.window.page("people")
        again.desk.navigation.go("people", "+")
        assert page.form.fields["name"].read_value() == "Wati Rahayu"
        assert page.form.fields["district_id"]._line.text() == "Kabupaten Batang"
        page.form.save()
        assert again.tasks.database.read(unsaved.waiting) == []
        assert again.tasks.database.read(people.count, search_text="wati rahayu") == 1
    finally:
        again.stop()


def test_a_row_that_is_left_unsaved_keeps_its_words_until_they_are_thrown_away(
    rembuk: Rembuk,
) -> None:
    page = opened(rembuk, "organizations")
    page.table.setCurrentIndex(page.model.index(0, 0))
    name = page.form.fields["name"].read_value()
    page.form.fields["name"].editor.end(False)
    QTest.keyClicks(page.form.fields["name"].editor, "X")
    page.table.setCurrentIndex(page.model.index(1, 0))
    assert page.form.fields["name"].read_value() != f"{name}X"
    rembuk.desk.navigation.go("home")
    home = rembuk.window.page("home")
    assert any("Belum disimpan" in text and name in text for text in home.again.texts())
    opened(rembuk, "organizations")
    page.table.setCurrentIndex(page.model.index(0, 0))
    assert page.form.fields["name"].read_value() == f"{name}X"
    page.form.cancel_button.click()
    assert ask(rembuk, unsaved.waiting) == []
    for place in (1, 0):
        page.table.setCurrentIndex(page.model.index(place, 0))
    assert page.form.fields["name"].read_value() == name


def test_a_form_saves_onto_what_stands_there_now(rembuk: Rembuk) -> None:
    from db.edits import activities as edits

    activity = opened(rembuk, "activities").model.row(0).id
    rembuk.desk.navigation.go("activity", activity)
    overview = rembuk.window.page("activity")
    draft = ask(rembuk, edits.draft, activity)
    draft.results = "Disepakati tiga langkah"
    rembuk.tasks.database.edit(edits.change, activity, draft)
    overview.form.fields["venue"].show_value("Balai desa")
    overview.form.save()
    draft = ask(rembuk, edits.draft, activity)
    assert (draft.results, draft.venue) == ("Disepakati tiga langkah", "Balai desa")


def test_commands_of_a_page_work_by_keys_and_are_listed(rembuk: Rembuk) -> None:
    page = opened(rembuk, "people")
    keys = [command.keys for command in page.commands if command.keys]
    assert {"Ctrl+N", "Ctrl+F", "Ctrl+L"} <= set(keys)
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("key", [entry.key for entry in PAGES])
def test_no_key_means_two_things(rembuk: Rembuk, key: str) -> None:
    page = rembuk.window.page(key)
    everywhere = {command.keys for command in rembuk.window.commands._everywhere}
    own = [command.keys for command in page.commands if command.keys]
    assert len(own) == len(set(own))
    assert not everywhere & set(own)


def test_anything_is_found_by_some_letters(rembuk: Rembuk) -> None:
    from desktop.finder import Finder

    rembuk.desk.navigation.go("home")
    rembuk.window.commands.find_anything()
    (finder,) = rembuk.window.findChildren(Finder)
    finder.line.setText("batang")
    finder._wait.stop()
    finder._ask()
    lines = [finder.list.item(line).text() for line in range(finder.list.count())]
    assert any("Kabupaten Batang" in line and "Wilayah" in line for line in lines)
    place = next(i for i, line in enumerate(lines) if "Forum Warga Inklusif Batang" in line)
    finder.list.setCurrentRow(place)
    QTest.keyClick(finder.line, Qt.Key.Key_Return)
    assert rembuk.window.stack.currentWidget() is rembuk.window.page("forums")


def test_documents_and_commands_are_found_too(rembuk: Rembuk) -> None:
    from desktop.finder import Finder

    rembuk.desk.navigation.go("people")
    for text, page in (("sertifikat", "reports"), ("kalender", "calendar")):
        rembuk.window.commands.find_anything()
        finder = next(one for one in rembuk.window.findChildren(Finder) if one.isVisible())
        finder.line.setText(text)
        QTest.keyClick(finder.line, Qt.Key.Key_Return)
        assert rembuk.window.stack.currentWidget() is rembuk.window.page(page)


@pytest.mark.parametrize("key", LISTS)
def test_what_marked_rows_may_share_is_given_to_all_of_them_by_one_undo(
    rembuk: Rembuk, key: str
) -> None:
    page = opened(rembuk, key)
    for setting in page.settings:
        ids = [page.model.row(line).id for line in range(2)]
        query = f"SELECT id, {setting.field} FROM {page.listing.table} ORDER BY id"
        before = ask(rembuk, lambda reader, query=query: dict(reader.each(query)))
        mark(page, range(2))
        page.list.many.buttons[setting.title].click()
        if setting.pick is None:
            (popup,) = (one for one in page.findChildren(Choices) if one.isVisible())
            item = popup.list.item(1)
            popup._tick(item)
            value = item.data(Qt.ItemDataRole.UserRole)
        else:
            (popup,) = page.findChildren(PickOne)
            value = ask(rembuk, setting.pick(rembuk.desk).suggest, "")[0].id
            popup._pick(value)
            popup.setParent(None)
        after = ask(rembuk, lambda reader, query=query: dict(reader.each(query)))
        assert after == {**before, **dict.fromkeys(ids, value)}
        rembuk.desk.navigation.undo()
        assert ask(rembuk, lambda reader, query=query: dict(reader.each(query))) == before


@pytest.mark.parametrize("key", ["records", "map", "exchange", "sessions", "duplicates"])
def test_other_tables_are_copied_too(rembuk: Rembuk, key: str) -> None:
    row = rembuk.tasks.database.read(activities.page)[0].id if key == "sessions" else None
    rembuk.desk.navigation.go(key, row)
    page = rembuk.window.page(key)
    next(one for one in page.commands if one.keys == "Ctrl+Shift+C").step()
    lines = QApplication.clipboard().text().split("\n")
    assert lines[0].split("\t") == [one.title for one in page.table.shown_columns()]
    assert len(lines) == page.model.rowCount() + 1


def test_several_sessions_are_taken_out_and_come_back_by_one_undo(rembuk: Rembuk) -> None:
    held = max(ask(rembuk, activities.page), key=lambda one: one.sessions)
    rembuk.desk.navigation.go("sessions", held.id)
    page = rembuk.window.page("sessions")
    before = list(page.model.rows)
    assert len(before) > 2
    mark(page, range(1, 3))
    assert page.many.isVisible()
    assert not page.detail.isVisible()
    page.many.buttons["Remove"].click()
    assert [one.id for one in page.model.rows] == [before[0].id, *(one.id for one in before[3:])]
    rembuk.desk.navigation.undo()
    assert [one.id for one in page.model.rows] == [one.id for one in before]
