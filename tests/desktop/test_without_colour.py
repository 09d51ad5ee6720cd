"""No meaning by colour alone: where all signal colours are the ink of the text, everything can still be told apart."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QTableView, QWidget

from db.queries import action_plans, holidays
from db.rules.attendance import KEYS
from desktop.app import Rembuk
from desktop.attendance.model import FIRST, MARK
from desktop.calendar import _HOLIDAY
from desktop.map.view import STEPS, MapView
from desktop.plans.card import CARD
from desktop.theme import LIGHT, TOKENS, Theme
from tests.desktop import scenes
from tests.desktop.conftest import started

INK = ("ok", "warn", "bad", "second", "primary", "primary_hover", "tint_ink", "focus")
GROUND = ("ok_bg", "warn_bg", "bad_bg", "tint", "hover")


@pytest.fixture
def plain(qtbot, demo_copy: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Rembuk]:
    """Rembuk as somebody sees it who sees no colours at all."""
    without = dict.fromkeys(INK, LIGHT["ink"]) | dict.fromkeys(GROUND, LIGHT["surface"])
    monkeypatch.setitem(TOKENS, "light", LIGHT | without)
    running = started(qtbot, demo_copy, author="Fasilitator")
    yield running
    running.stop()


def drawn(widget: QWidget, part: QRect | None = None) -> bytes:
    """The picture of a widget, or of a part of it."""
    scenes.settle()
    picture = widget.grab(part) if part is not None else widget.grab()
    return bytes(picture.toImage().convertToFormat(QImage.Format.Format_RGB32).constBits())


def inside(view: QTableView, line: int, column: int) -> QRect:
    """A cell without the lines around it."""
    return view.visualRect(view.model().index(line, column)).adjusted(4, 4, -4, -4)


def test_every_mark_is_a_picture_of_its_own(plain: Rembuk) -> None:
    plain.desk.navigation.go("attendance", scenes.ACTIVITY)
    view = plain.window.page("attendance").view
    statuses = list(dict.fromkeys(KEYS.values()))
    for line, status in enumerate(statuses):
        view.marked.emit([view.model().cell(view.model().index(line, FIRST))], status)
    view.setCurrentIndex(view.model().index(len(statuses), FIRST + 1))
    scenes.settle()
    view.scrollToTop()
    pictures = defaultdict(set)
    for line in range(len(statuses)):
        mark = view.model().data(view.model().index(line, FIRST), MARK)
        pictures[drawn(view.viewport(), inside(view, line, FIRST))].add(mark)
    assert sorted(map(len, pictures.values())) == [1] * len(statuses)
    assert set.union(*pictures.values()) == set(statuses)


def test_a_field_with_a_problem_looks_otherwise_than_one_without(plain: Rembuk) -> None:
    plain.desk.navigation.go("people")
    page = plain.window.page("people")
    page.add()
    for key in ("name", "birth", "sex"):
        editor = page.form.fields[key].editor
        before = drawn(editor)
        page.form.fields[key].tell("Salah")
        assert drawn(editor) != before, key


def test_a_holiday_is_told_in_words(plain: Rembuk) -> None:
    off = plain.tasks.database.read(holidays.holidays)[0]
    plain.desk.navigation.go("calendar")
    page = plain.window.page("calendar")
    page.day = dt.date.fromisoformat(off.date)
    page.reload()
    item = page.grid.currentItem()
    cell = page.grid.visualItemRect(item)
    assert item.data(_HOLIDAY) == plain.desk.t.label(off.name)
    before = drawn(page.grid.viewport(), cell)
    item.setData(_HOLIDAY, "")
    assert drawn(page.grid.viewport(), cell) != before


def test_the_present_page_stands_out_at_the_side(plain: Rembuk) -> None:
    plain.desk.navigation.go("people")
    here = next(one for one in plain.window.side.findChildren(QAbstractButton) if one.isChecked())
    before = drawn(here)
    plain.desk.navigation.go("organizations")
    assert not here.isChecked()
    assert drawn(here) != before


def test_a_late_step_says_so_on_the_board(plain: Rembuk) -> None:
    plain.desk.navigation.go("board")
    page = plain.window.page("board")
    scenes.settle()
    late = {one.id for one in plain.tasks.database.read(action_plans.steps) if one.late}
    assert late
    word = plain.desk.t("late")
    for lane in page._lanes:
        for place in range(lane.count()):
            item = lane.item(place)
            assert (word in item.data(CARD).when) == (item.data(Qt.ItemDataRole.UserRole) in late)


def test_the_row_of_the_cursor_stands_out(plain: Rembuk) -> None:
    plain.desk.navigation.go("people")
    table = plain.window.page("people").table
    table.setCurrentIndex(table.model().index(0, 0))
    table.clearFocus()
    row = QRect(0, 0, 40, table.rowHeight(0))
    before = drawn(table.viewport(), row)
    table.setCurrentIndex(table.model().index(1, 0))
    assert drawn(table.viewport(), row) != before


@pytest.mark.parametrize("look", TOKENS)
def test_shades_of_the_map_go_from_light_to_dark_or_back(qtbot, look: str) -> None:
    view = MapView(Theme(look), "Peta")
    qtbot.addWidget(view)
    shades = [view._colour(shade).lightnessF() for shade in range(1, STEPS + 1)]
    assert shades in (sorted(shades), sorted(shades, reverse=True))
    assert len({round(shade, 2) for shade in shades}) == STEPS
