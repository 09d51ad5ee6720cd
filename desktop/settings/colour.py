"""A colour: one of some that are easy to read, or an own one by its six digits."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.desk import Desk
from desktop.kit.fields import Field
from desktop.kit.parts import ToolButton
from desktop.kit.typing import Line
from desktop.texts import N_

# All of them can be read on white and told from each other when printed in grey with a text beside them.
COLOURS = (
    ("#0B6E69", N_("Teal")),
    ("#1B4F9C", N_("Blue")),
    ("#1E6B2E", N_("Green")),
    ("#9C1C2E", N_("Red")),
    ("#6A2C8C", N_("Purple")),
    ("#7A4A12", N_("Brown")),
    ("#16212B", N_("Black")),
)


class ColourField(Field):
    """Its value is ``#RRGGBB``, None for ours."""

    def __init__(self, desk: Desk, key: str, title: str) -> None:
        t, px = desk.t, desk.theme.px
        self._typed = Line()
        self._typed.setPlaceholderText(COLOURS[0][0])
        self._typed.setAccessibleName(title)
        self._typed.setMinimumWidth(px(80))
        inside = QWidget()
        box = QHBoxLayout(inside)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(px(4))
        self.buttons: list[ToolButton] = []
        for colour, name in COLOURS:
            made = ToolButton()
            drawn = QPixmap(px(18), px(18))
            drawn.fill(QColor(colour))
            made.setIcon(QIcon(drawn))
            made.setIconSize(drawn.size())
            made.setToolTip(t(name))
            made.setAccessibleName(t(name))
            made.setCursor(Qt.CursorShape.PointingHandCursor)
            made.clicked.connect(lambda _=False, colour=colour: self._choose(colour))
            self.buttons.append(made)
            box.addWidget(made)
        box.addWidget(self._typed, 1)
        super().__init__(desk, key, title, inside)
        self.setFocusProxy(self._typed)
        self._typed.textEdited.connect(lambda _: self.edited.emit())

    def show_value(self, value: Any) -> None:
        self._typed.setText(value or "")

    def read_value(self) -> Any:
        return self._typed.text().strip() or None

    def _choose(self, colour: str) -> None:
        self.show_value(colour)
        self.edited.emit()
