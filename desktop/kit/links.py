"""A short list inside a form: what belongs to the row, each line opening its own form."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.desk import Desk
from desktop.kit.parts import button, empty_out, label


class _Line(QPushButton):
    """Texts that end in dots where there is no room; the whole of them for the mouse and screen readers."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._whole = text
        self.setProperty("kind", "line")
        self.setAutoDefault(True)  # Enter opens it
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(text.replace("\n", " · "))
        self.setToolTip(text)
        self.setText(text)
        self.setMinimumWidth(1)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        room = self.width() - 2 * self.fontMetrics().averageCharWidth() - 8
        elided = (
            self.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, room)
            for line in self._whole.split("\n")
        )
        self.setText("\n".join(elided))


class Links(QWidget):
    """``opened`` carries the key of a line; the button below asks for a new one."""

    opened = Signal(str)

    def __init__(self, desk: Desk, title: str, nothing: str, add: str = "") -> None:
        super().__init__()
        self._nothing = nothing
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(desk.theme.px(4))
        self._title = label(title, "label", wrap=True)
        box.addWidget(self._title)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(desk.theme.px(2))
        box.addLayout(self._lines)
        if add:
            self.add_button = button(add, lambda: self.opened.emit(""), desk.icons, icon="plus")
            box.addWidget(self.add_button)

    def name(self, title: str) -> None:
        """Say what the lines are."""
        self._title.setText(title)

    def show_lines(self, lines: Iterable[tuple[str, str]]) -> None:
        """Key and text of each line; a text of two lines says more below."""
        empty_out(self._lines)
        for key, text in lines:
            line = _Line(text)
            line.clicked.connect(lambda _=False, key=key: self.opened.emit(key))
            self._lines.addWidget(line)
        if not self._lines.count():
            self._lines.addWidget(label(self._nothing, "muted", wrap=True))

    def texts(self) -> list[str]:
        """What the lines say."""
        items = (self._lines.itemAt(place) for place in range(self._lines.count()))
        lines = (item.widget() for item in items if item is not None)
        return [one.accessibleName() for one in lines if isinstance(one, _Line)]
