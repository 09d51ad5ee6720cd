"""By keys alone: Tab reaches everything once, as the window is read; pages begin somewhere; Escape goes back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextBrowser, QWidget

from desktop.app import Rembuk
from desktop.pages import PAGES
from tests.desktop import scenes
from tests.desktop.conftest import started


@pytest.fixture
def rembuk(qtbot, demo_copy: Path) -> Iterator[Rembuk]:
    running = started(qtbot, demo_copy, author="Fasilitator")
    running.window.activateWindow()
    yield running
    running.stop()


def said(widget: QWidget | None) -> str:
    return "nothing" if widget is None else f"{type(widget).__name__} “{widget.accessibleName()}”"


def walked(first: QWidget, key: Qt.Key) -> list[QWidget]:
    """Where a key leads to from a widget, until it comes back or gets stuck."""
    first.setFocus(Qt.FocusReason.TabFocusReason)
    seen, now = [first], first
    while len(seen) < 400:
        QTest.keyClick(now, key)
        after = QApplication.focusWidget()
        while isinstance(now, QTextBrowser) and after is now and len(seen) < 400:
            seen.append(now)  # Tab goes through the links of a text before it leaves
            QTest.keyClick(now, key)
            after = QApplication.focusWidget()
        seen = list(dict.fromkeys(seen))
        if after is None or after is first or after is now:
            return seen if after is first else [*seen, after]  # type: ignore[list-item]  # told as it is
        seen.append(after)
        now = after
    return seen


def test_tab_reaches_everything_once_and_shift_tab_goes_back(rembuk: Rembuk, tmp_path) -> None:
    wrong = []
    for name, root in scenes.scenes(rembuk, tmp_path):
        reachable = scenes.can_focus(root)
        if not reachable or name.endswith("new row"):  # the form of a row that is there has more
            continue
        forth = walked(reachable[0], Qt.Key.Key_Tab)
        again = [one for one in forth if forth.count(one) > 1]
        missed = [one for one in reachable if one not in forth]
        wrong += [f"{name}: twice {said(one)}" for one in again]
        wrong += [f"{name}: missed {said(one)}" for one in missed]
        if ":" not in name:
            back = walked(reachable[0], Qt.Key.Key_Backtab)
            if back[1:] != forth[:0:-1]:
                wrong.append(f"{name}: not the same way back")
    assert wrong == []


def test_what_has_the_keyboard_is_on_the_screen_also_with_large_text(
    qtbot, demo_copy: Path
) -> None:
    running = started(qtbot, demo_copy, text_size=200, author="Fasilitator")
    running.window.activateWindow()
    try:
        for entry in PAGES:
            running.desk.navigation.go(entry.key, scenes.ACTIVITY if entry.needs_row else None)
            scenes.settle()
            now = QApplication.focusWidget()
            assert now is not None
            seen, room = now.visibleRegion().boundingRect(), running.window.stack.parentWidget()
            assert seen.height() >= min(now.height(), room.height() - 24), (entry.key, said(now))
    finally:
        running.stop()


def test_every_page_begins_at_something_that_can_be_seen_and_done(rembuk: Rembuk) -> None:
    go = rembuk.desk.navigation.go
    wrong = []
    for entry in PAGES:
        go(entry.key, scenes.ACTIVITY if entry.needs_row else None)
        scenes.settle()
        page, now = rembuk.window.page(entry.key), QApplication.focusWidget()
        if now is None or not page.isAncestorOf(now) or not now.isVisible():
            wrong.append(f"{entry.key} begins at {said(now)}")
    assert wrong == []


def test_escape_leaves_a_form_keeps_what_was_typed_and_goes_back_to_the_list(
    rembuk: Rembuk,
) -> None:
    rembuk.desk.navigation.go("people")
    page = rembuk.window.page("people")
    page.table.setFocus()
    page.add()
    scenes.settle()
    QTest.keyClicks(QApplication.focusWidget(), "Rahayu")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not page.detail.isVisible()
    assert QApplication.focusWidget() is page.table
    page.add()
    scenes.settle()
    assert page.form.fields["name"].read_value() == "Rahayu"


def test_escape_leaves_what_belongs_to_a_row_step_by_step(rembuk: Rembuk) -> None:
    rembuk.desk.navigation.go("agreements")
    page = rembuk.window.page("agreements")
    page.table.setFocus()
    page.table.setCurrentIndex(page.model.index(0, 0))
    page.promise("")
    scenes.settle()
    shown = []
    for _ in range(3):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
        scenes.settle()
        shown.append((page.detail.shows(page.form), QApplication.focusWidget() is page.table))
    assert shown == [(True, False), (True, True), (False, True)]


def test_escape_closes_what_opened_and_gives_the_keyboard_back(rembuk: Rembuk) -> None:
    rembuk.desk.navigation.go("people")
    page = rembuk.window.page("people")
    filters = page.filters
    page.table.setFocus()
    for step in (
        lambda: filters.open_facet(filters._listing.facets[0]),
        rembuk.window.commands.find_anything,
        rembuk.window.commands.show_keys,
    ):
        step()
        scenes.settle()
        assert QApplication.focusWidget() is not page.table
        QTest.keyClick(scenes.popup().focusWidget(), Qt.Key.Key_Escape)
        scenes.settle()
        assert QApplication.activePopupWidget() is None
        assert QApplication.focusWidget() is page.table


def test_a_page_that_was_left_goes_on_where_it_was_left(rembuk: Rembuk) -> None:
    page = rembuk.window.page("organizations")
    rembuk.desk.navigation.go("organizations")
    assert QApplication.focusWidget() is page.search
    page.table.setFocus()
    rembuk.desk.navigation.go("people")
    rembuk.desk.navigation.go("organizations")
    assert QApplication.focusWidget() is page.table
