"""The side bar: one button for each page, in the order of their shortcuts."""

from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.desk import Desk
from desktop.kit.parts import ToolButton, label
from desktop.pages import PAGES

WIDE, NARROW = 208, 58
LINE = 1  # pixels of the border at its side
LISTED = [entry for entry in PAGES if not entry.under]


def keys_of(number: int) -> str:
    """Keys that open the page of this number, counted from 1."""
    return f"Ctrl+{number}" if number <= 9 else f"Ctrl+Shift+{(number - 9) % 10}"


class SideBar(QScrollArea):
    """Scrolls where the text is large and the screen is not."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setObjectName("side")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # The wheel and the focus move it; a bar would take the room of the icons.
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme, icons = desk.theme, desk.icons
        self._inside = inside = QWidget()
        inside.setObjectName("side")
        self._box = box = QVBoxLayout(inside)
        box.setContentsMargins(theme.px(8), theme.px(14), theme.px(8), theme.px(10))
        box.setSpacing(theme.px(2))
        brand = QHBoxLayout()
        logo = label("")
        logo.setPixmap(icons.pixmap("sprout", "primary", 22))
        self._brand = label("Rembuk", "heading")
        brand.addSpacing(theme.px(8))
        brand.addWidget(logo)
        brand.addWidget(self._brand)
        brand.addStretch(1)
        box.addLayout(brand)
        box.addSpacing(theme.px(10))
        self._buttons = QButtonGroup(self)
        for number, entry in enumerate(LISTED, start=1):
            made = self._button(number, entry.key, desk.t(entry.title), entry.icon)
            self._buttons.addButton(made, number)
            if entry.key == "reports":
                box.addStretch(1)
            box.addWidget(made)
        self.setWidget(inside)

    def show_texts(self, *, shown: bool) -> None:
        """With the names of the pages, or with icons alone where there is little room."""
        style = Qt.ToolButtonStyle
        for made in self._buttons.buttons():
            made.setToolButtonStyle(  # type: ignore[attr-defined]  # all are tool buttons
                style.ToolButtonTextBesideIcon if shown else style.ToolButtonIconOnly
            )
        self._brand.setVisible(shown)
        px, needed = self._desk.theme.px, self._inside.minimumSizeHint().width() + LINE
        self.setFixedWidth(max(px(WIDE), needed) if shown else px(NARROW))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Lay out what was made narrow before it was shown; Qt leaves the buttons as wide as they were."""
        super().showEvent(event)
        self._box.setGeometry(self._inside.rect())

    def show_place(self, page: str) -> None:
        """Mark the page that is shown."""
        marked = next((entry.under or entry.key for entry in PAGES if entry.key == page), page)
        for number, entry in enumerate(LISTED, start=1):
            if entry.key == marked:
                self._buttons.button(number).setChecked(True)
                self.ensureWidgetVisible(self._buttons.button(number))

    def _button(self, number: int, key: str, title: str, icon: str) -> ToolButton:
        theme = self._desk.theme
        made = ToolButton()
        made.setText(f"  {title}")
        made.setAccessibleName(title)
        made.setToolTip(f"{title} ({keys_of(number)})")
        made.setIcon(self._desk.icons.icon(icon))
        made.setIconSize(QSize(theme.px(18), theme.px(18)))
        made.setCheckable(True)
        made.setSizePolicy(made.sizePolicy().Policy.Expanding, made.sizePolicy().Policy.Fixed)
        made.clicked.connect(partial(self._go, key))
        return made

    def _go(self, key: str, _: bool = False) -> None:  # noqa: FBT001 - Qt's argument
        self._desk.navigation.go(key)
