"""What a screen reader is told, over everything the window shows, in both languages; and that the focus is seen."""

import itertools
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton, QScrollArea, QWidget

from desktop.app import Rembuk
from desktop.kit import notices
from desktop.kit.charts import Columns, Course, Shares
from desktop.kit.form import Form
from desktop.pages import PAGES
from desktop.theme import TOKENS
from tests.desktop import scenes
from tests.desktop.conftest import started
from tests.desktop.test_window_parts import contrast

Name, Description = QAccessible.Text.Name, QAccessible.Text.Description
TOLD = {
    getattr(QAccessible.Role, role)
    for role in (
        *("Button", "CheckBox", "RadioButton", "EditableText", "ComboBox", "Table", "List", "Tree"),
        *("PageTabList", "PageTab", "SpinBox", "ButtonMenu", "Document", "StaticText"),
    )
}
RING = 60  # pixels that change at least; a text cursor has fewer


def role(widget: QWidget) -> QAccessible.Role:
    return QAccessible.queryAccessibleInterface(widget).role()


def name(widget: QWidget) -> str:
    """On Linux Qt gives the chosen text as the name of a combo box; its own name comes by its label."""
    if isinstance(widget, QComboBox):
        return widget.accessibleName()
    return QAccessible.queryAccessibleInterface(widget).text(Name)


@pytest.mark.parametrize("language", ["id", "en"])
def test_everything_that_takes_the_keyboard_says_what_it_is(
    qtbot, demo_copy: Path, tmp_path: Path, language: str
) -> None:
    running = started(qtbot, demo_copy, language=language, author="Fasilitator")
    wrong = set()
    try:
        for scene, root in scenes.scenes(running, tmp_path):
            stops = scenes.can_focus(root)
            told = Counter((name(one), role(one)) for one in stops)
            for one in stops:
                if not any(letter.isalnum() for letter in name(one)):
                    wrong.add(f"{scene}: {type(one).__name__} has no name")
                reads = isinstance(one, QScrollArea)  # it takes the keyboard to scroll a text
                if role(one) not in TOLD and not one.accessibleDescription() and not reads:
                    wrong.add(f"{scene}: {name(one)} is a {role(one).name}")
            wrong |= {
                f"{scene}: {number} are called {said[0]}"
                for said, number in told.items()
                if number > 1 and said[1] != QAccessible.Role.Button
            }
            for one in root.findChildren(QWidget):
                if isinstance(one, Columns | Shares | Course) and one.isVisible():
                    assert any(c.isdigit() for c in one.accessibleDescription()), (scene, name(one))
    finally:
        running.stop()
    assert sorted(wrong) == []


def test_cells_say_their_column_and_the_row_and_marks_say_who_and_when(rembuk: Rembuk) -> None:
    rembuk.desk.navigation.go("people")
    table = rembuk.window.page("people").table
    columns = table.columns
    said = table.model().index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    row = table.model().row(0)
    assert said.startswith(f"{columns[1].title}: {columns[1].text(row) or '–'}")
    assert f"{columns[0].title}: {columns[0].text(row)}" in said
    rembuk.desk.navigation.go("attendance", scenes.ACTIVITY)
    view = rembuk.window.page("attendance").view
    view.setCurrentIndex(view.model().index(0, 6))
    QTest.keyClick(view, Qt.Key.Key_Space)
    who = view.model().index(0, 1).data()
    told = view.model().index(0, 6).data(Qt.ItemDataRole.AccessibleTextRole)
    assert who.split(" · ")[0] in told
    assert "Sesi" in told
    assert "hadir" in told.lower()


def test_a_choice_says_whether_it_is_chosen(rembuk: Rembuk) -> None:
    rembuk.desk.navigation.go("people")
    filters = rembuk.window.page("people").filters
    filters.open_facet(filters._listing.facets[0])
    popup = scenes.popup()
    item = popup.list.item(0)
    before = item.data(Qt.ItemDataRole.AccessibleTextRole)
    QTest.keyClick(popup.list, Qt.Key.Key_Space)
    after = item.data(Qt.ItemDataRole.AccessibleTextRole)
    popup.close()
    assert before == item.text()
    assert after.startswith(item.text())
    assert after != before


def test_fields_say_that_they_are_needed_and_what_is_wrong(rembuk: Rembuk) -> None:
    rembuk.desk.navigation.go("people")
    page = rembuk.window.page("people")
    page.add()
    needed = page.form.fields["name"].editor
    before = QAccessible.queryAccessibleInterface(needed).text(Description)
    page.form.save()
    after = QAccessible.queryAccessibleInterface(needed).text(Description)
    assert before
    assert after not in ("", before)


def test_a_notice_is_said_by_screen_readers(rembuk: Rembuk, monkeypatch) -> None:
    sent = []
    monkeypatch.setattr(notices, "send", lambda event: sent.append((event.type(), event.message())))
    rembuk.desk.navigation.say("Tersimpan", undoable=True)
    rembuk.desk.navigation.say("Nomor ini terlalu pendek")
    assert [kind for kind, _ in sent] == [QAccessible.Event.Announcement] * 2
    assert sent[0][1].startswith("Tersimpan. ")
    assert "Ctrl+Z" in sent[0][1]
    assert sent[1][1] == "Nomor ini terlalu pendek"


def drawn(widget: QWidget) -> QImage:
    return widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def ring(before: QImage, after: QImage) -> int:
    """How many pixels changed so much that they are told apart."""
    one, other = bytes(before.constBits()), bytes(after.constBits())
    if one == other:
        return 0
    pairs = Counter(
        (one[place : place + 3][::-1].hex(), other[place : place + 3][::-1].hex())
        for place in range(0, min(len(one), len(other)), 4)
        if one[place : place + 3] != other[place : place + 3]
    )
    return sum(n for (a, b), n in pairs.items() if contrast(f"#{a}", f"#{b}") >= 3)


def look_of(widget: QWidget) -> tuple[object, ...]:
    """What decides how it is drawn: of each look one is enough."""
    kinds = tuple(widget.property(one) for one in ("kind", "chosen", "bad"))
    checked = widget.property("checked")
    return (type(widget), widget.objectName(), kinds, checked)


@pytest.mark.parametrize("theme", TOKENS)
def test_the_focus_is_seen_on_everything_that_can_have_it(
    qtbot, demo_copy: Path, tmp_path: Path, theme: str
) -> None:
    running = started(qtbot, demo_copy, theme=theme, author="Fasilitator")
    running.window.activateWindow()
    seen, wrong = set(), []
    try:
        walks = (scenes.pages, scenes.settings, scenes.first_pages)
        for scene, root in itertools.chain(*(walk(running, tmp_path) for walk in walks)):
            scenes.settle()
            for one in scenes.can_focus(root):
                if look_of(one) in seen:
                    continue
                seen.add(look_of(one))
                one.clearFocus()
                before = drawn(one)
                one.setFocus(Qt.FocusReason.TabFocusReason)
                if QApplication.focusWidget() is one and ring(before, drawn(one)) < RING:
                    wrong.append(f"{scene}: {type(one).__name__} “{name(one)}”")
    finally:
        running.stop()
    assert wrong == []
    assert len(seen) > 20


def test_keys_of_commands_are_there_and_do_not_collide(rembuk: Rembuk) -> None:
    """Neither with each other nor with the keys of a text."""
    standard = QKeySequence.StandardKey
    typing = {
        key.toString()
        for one in (
            *(standard.Copy, standard.Cut, standard.Paste, standard.SelectAll),
            *(standard.DeleteStartOfWord, standard.DeleteEndOfWord),
        )
        for key in QKeySequence.keyBindings(one)
    }
    everywhere = [one.keys for one in rembuk.window.commands._everywhere]
    wrong = []
    for entry in PAGES:
        page = rembuk.window.page(entry.key)
        keys = [QKeySequence(one).toString() for one in everywhere]
        keys += [QKeySequence(one.keys).toString() for one in page.commands]
        if page.findChildren(Form):
            keys.append(QKeySequence(standard.Save).toString())
        wrong += [f"{entry.key}: twice {key}" for key, n in Counter(keys).items() if n > 1]
        wrong += [f"{entry.key}: {one.title} has no key" for one in page.commands if not one.keys]
        wrong += [f"{entry.key}: {key} is for texts" for key in keys if key in typing]
    assert wrong == []


def test_every_button_of_a_page_is_found_by_its_name(rembuk: Rembuk) -> None:
    for key in ("exchange", "reports", "home"):
        rembuk.desk.navigation.go(key)
        page = rembuk.window.page(key)
        wanted = {
            one.accessibleName()
            for one in page.findChildren(QPushButton)
            if one.isVisible() and one.isEnabled()
        }
        rembuk.window.commands.find_anything()
        finder = scenes.popup()
        found = {
            finder.list.item(place).text().split("    ")[0] for place in range(finder.list.count())
        }
        finder.close()
        assert wanted <= found
