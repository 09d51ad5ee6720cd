"""Enter presses the button that has the focus. Qt knows the space bar alone; people press Enter."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QPushButton

from desktop.app import Rembuk
from desktop.pages import PAGES


def test_enter_opens_a_page_from_the_side_bar(rembuk: Rembuk) -> None:
    for made in rembuk.window.side.findChildren(QAbstractButton):
        QTest.keyClick(made, Qt.Key.Key_Return)
        title = next(entry.title for entry in PAGES if entry.key == rembuk.desk.navigation.here)
        assert rembuk.desk.t(title) == made.accessibleName()


def test_enter_presses_every_button_of_every_page(rembuk: Rembuk) -> None:
    deaf = set()
    for entry in PAGES:
        page = rembuk.window.page(entry.key)
        deaf |= {
            (entry.key, made.accessibleName())
            for made in page.findChildren(QPushButton)
            if made.focusPolicy() & Qt.FocusPolicy.TabFocus and not made.autoDefault()
        }
    assert deaf == set()


def test_enter_on_a_line_that_leads_on_goes_there(rembuk: Rembuk) -> None:
    home = rembuk.window.page("home")
    line = next(one for one in home.again.findChildren(QPushButton) if one.isVisible())
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert rembuk.desk.navigation.here != "home"
