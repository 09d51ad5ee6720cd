"""The measuring itself: it finds what is cut on purpose, and nothing where there is room."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QScrollArea,
    QTabBar,
    QTableWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.kit.check_box import CheckBox
from desktop.theme import load_fonts
from tests.desktop import scenes
from tests.pictures.measure import cuts, too_large

LONG = "Pelatihan Musyawarah Inklusif bagi Pengurus Forum"


def wrapped() -> QWidget:
    made = QLabel(LONG)
    made.setWordWrap(True)
    return made


def chosen() -> QWidget:
    made = QComboBox()
    made.addItem(LONG)
    return made


def hinted() -> QWidget:
    made = QLineEdit()
    made.setPlaceholderText(LONG)
    return made


def headed() -> QWidget:
    made = QTableWidget(1, 1)
    made.setHorizontalHeaderLabels([LONG])
    made.setColumnWidth(0, 60)
    return made


def tabbed() -> QWidget:
    made = QTabBar()
    for number in range(9):
        made.addTab(f"{LONG} {number}")
    made.setUsesScrollButtons(False)
    made.setCurrentIndex(8)
    return made


def listed() -> QWidget:
    made = QListWidget()
    made.addItem(LONG)
    return made


def scrolled() -> QWidget:
    made = QScrollArea()
    inside = QWidget()
    inside.setFixedSize(500, 20)
    made.setWidget(inside)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return made


def squeezed() -> QWidget:
    made = QWidget()
    QVBoxLayout(made).addWidget(QPushButton(LONG))
    return made


CUT: dict[str, tuple[Callable[[], QWidget], QSize]] = {
    "a label that is too narrow": (lambda: QLabel(LONG), QSize(100, 30)),
    "a text that wraps and is too low": (wrapped, QSize(120, 20)),
    "a button": (lambda: QPushButton(LONG), QSize(100, 30)),
    "a check box without room for its lines": (lambda: CheckBox(LONG), QSize(120, 20)),
    "a choice": (chosen, QSize(90, 30)),
    "a hint": (hinted, QSize(90, 30)),
    "the title of a column": (headed, QSize(300, 90)),
    "a chosen tab beyond the edge": (tabbed, QSize(200, 30)),
    "a line of a list": (listed, QSize(90, 60)),
    "what cannot be scrolled to": (scrolled, QSize(120, 60)),
    "a layout with less than it needs": (squeezed, QSize(80, 60)),
}


@pytest.mark.parametrize("kind", CUT)
def test_what_is_cut_is_found_and_what_has_room_is_not(qtbot, kind: str) -> None:
    load_fonts()
    make, size = CUT[kind]
    around = QWidget()
    qtbot.addWidget(around)
    around.resize(900, 600)
    one = make()
    one.setParent(around)
    one.setMinimumSize(1, 1)
    one.resize(size)
    around.show()
    scenes.settle()
    assert cuts(around), kind
    one.resize(4500 if isinstance(one, QTabBar) else 1500, 400)
    around.resize(5000, 600)
    if isinstance(one, QTableWidget):
        one.setColumnWidth(0, 1400)
    scenes.settle()
    assert cuts(around) == []


def test_a_widget_over_its_neighbour_or_beyond_its_edge_is_found(qtbot) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    around.resize(300, 100)
    box = QVBoxLayout(around)
    one, other = QLabel("Satu"), QLabel("Dua")
    box.addWidget(one)
    box.addWidget(other)
    around.show()
    scenes.settle()
    assert cuts(around) == []
    other.setGeometry(one.geometry())
    assert any("lies over" in said for said in cuts(around))
    other.setGeometry(280, 50, 60, 40)
    assert any("beyond" in said for said in cuts(around))


def test_a_window_that_needs_more_than_the_screen_is_found(qtbot) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    inside = QWidget()
    inside.setFixedSize(1400, 300)
    QVBoxLayout(around).addWidget(inside)
    assert too_large(around, QSize(1366, 768))
    assert not too_large(around, QSize(1920, 1080))
