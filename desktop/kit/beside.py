"""What stands beside a page from top to bottom, or in its place where there is no room for both."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from desktop.kit import reading
from desktop.kit.page import Page
from desktop.theme import NORMAL

WIDTH = 348
STACKED = 760  # effective pixels of a page below which list and form take turns


class Beside(QFrame):
    """The forms of a page, one at a time. ``stacked``: effective pixels below which they take turns with it."""

    def __init__(self, page: Page, width: int = WIDTH, stacked: int = STACKED) -> None:
        super().__init__()
        self.setObjectName("detail")
        self._page, self._width, self._stacked = page, width, stacked
        self.left = QWidget()
        self.left.setLayout(page.box)
        self._forms = QStackedWidget()
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._forms)
        outer = QHBoxLayout()
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.left, 1)
        outer.addWidget(self)
        page.setLayout(outer)
        page.installEventFilter(self)
        self._before: QWidget | None = None
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), page)
        self._escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._escape.activated.connect(self.leave)
        self._escape.setEnabled(False)
        self.hide()

    def hold(self, *forms: QWidget) -> None:
        """Forms that may be shown later: they go away with the page, also when nobody has ever seen them."""
        for form in forms:
            self._forms.addWidget(form)

    def show_form(self, form: QWidget) -> None:
        """Show a form; Escape leaves it."""
        now = QApplication.focusWidget()
        if now is not None and self.left.isAncestorOf(now):
            self._before = now
        if self._forms.indexOf(form) < 0:
            self.hold(form)
        self._forms.setCurrentWidget(form)
        self.show()
        self._place()
        self._escape.setEnabled(True)

    def eventFilter(self, page: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """A window that is made larger or smaller has room for both, or not any more."""
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(page, event)

    def _place(self) -> None:
        theme = self._page.desk.theme
        stacked = self._page.width() * NORMAL / theme.base < self._stacked
        self.left.setVisible(not stacked)
        width = theme.px(self._width)
        self.setMinimumWidth(0 if stacked else width)
        self.setMaximumWidth(self._page.width() if stacked else width)

    def close_form(self) -> None:
        """The page alone; the keyboard goes back to where it was."""
        now = QApplication.focusWidget()
        within = now is not None and self.isAncestorOf(now)
        self._escape.setEnabled(False)
        self.hide()
        self.left.show()
        if within:
            known = self._before is not None and isValid(self._before)
            reading.enter(self.left, self._page.head, self._before if known else None)

    def leave(self) -> None:
        """Leave what is shown, in its own way where it has one."""
        leave = getattr(self._forms.currentWidget(), "leave", self.close_form)
        leave()

    def shows(self, form: QWidget) -> bool:
        """Whether this form stands there."""
        return self.isVisible() and self._forms.currentWidget() is form

    @property
    def alone(self) -> bool:
        """Whether the form has taken the place of the page."""
        return not self.left.isVisible()
