"""A notice over the page: what was done, and the way to take it back. It never takes the focus; screen readers say it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from desktop.kit.parts import label
from desktop.theme import Theme

_SHOWN = 7000  # milliseconds
send = QAccessible.updateAccessibility


class Notice(QFrame):
    """Lies at the bottom of its parent and goes away by itself."""

    def __init__(
        self, parent: QWidget, theme: Theme, undo: str, undone: Callable[[], None]
    ) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._theme, self._page = theme, parent
        self._text = label("", wrap=False)
        self._undo = QPushButton(undo)
        self._undo.setAccessibleName(undo)
        self._undo.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Ctrl+Z does the same
        self._undo.clicked.connect(undone)
        self._undo.clicked.connect(self.hide)
        box = QHBoxLayout(self)
        box.setContentsMargins(theme.px(16), theme.px(8), theme.px(10), theme.px(8))
        box.addWidget(self._text)
        box.addWidget(self._undo)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def say(self, text: str, *, undoable: bool) -> None:
        """Show a text; with the way back where there is one."""
        self._text.setText(text)
        self.setAccessibleName(text)
        self._undo.setVisible(undoable)
        self.adjustSize()
        self.place()
        self.show()
        self.raise_()
        self._timer.start(_SHOWN)
        # Nobody stands on a notice: a screen reader would pass it over.
        way_back = f". {self._undo.text()}: Ctrl+Z" if undoable else ""
        send(QAccessibleAnnouncementEvent(self, f"{text}{way_back}"))

    def place(self) -> None:
        """Centre it at the bottom of the parent."""
        parent = self._page
        self.move(
            (parent.width() - self.width()) // 2,
            parent.height() - self.height() - self._theme.px(44),
        )
