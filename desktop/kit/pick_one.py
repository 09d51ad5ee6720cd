"""A small window below a button in which one thing is picked by some of its letters."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.desk import Desk
from desktop.kit.fields import SearchLine
from desktop.kit.parts import label
from desktop.kit.picks import LETTERS, Pick

WIDTH = 320


class PickOne(QFrame):
    """Closes with Escape, and goes away with what was picked."""

    def __init__(
        self, desk: Desk, title: str, pick: Pick, parent: QWidget, then: Callable[[str], object]
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popup")
        self.setAccessibleName(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(desk.theme.px(WIDTH))
        self._then = then
        self.line = SearchLine(desk, pick.suggest, pick.say, desk.t(LETTERS))
        self.line.picked.connect(self._pick)
        box = QVBoxLayout(self)
        box.setContentsMargins(*(desk.theme.px(12),) * 4)
        box.addWidget(label(title, "heading", wrap=True))
        box.addWidget(self.line)

    def open_at(self, place: QWidget) -> None:
        """Open below a widget."""
        self.adjustSize()
        self.move(place.mapToGlobal(QPoint(0, place.height() + 2)))
        self.show()
        self.line.setFocus()

    def _pick(self, row: str) -> None:
        self.close()
        self._then(row)
