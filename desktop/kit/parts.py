"""Small parts: labels, buttons, cards, the empty state."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.kit.icons import Icons
from desktop.theme import Theme


def label(text: str, role: str = "", *, wrap: bool = False) -> QLabel:
    """A text in one of the looks of the style sheet."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if role:
        made.setProperty("role", role)
    return made


def button(
    text: str, clicked: Callable[[], object], icons: Icons, *, icon: str = "", kind: str = ""
) -> QPushButton:
    """A button; ``kind``: primary (one on a page), ghost, or plain."""
    # The blanks keep the text away from its icon.
    made = QPushButton(f"  {text}" if icon and text else text)
    made.setAccessibleName(text)
    made.setProperty("kind", kind)
    made.setAutoDefault(True)  # Enter presses it, too; Qt knows the space bar alone
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    if icon:
        made.setIcon(icons.icon(icon, "on_primary" if kind == "primary" else "ink"))
        if kind == "primary":  # with the focus its ground is light
            focused = made.icon()
            focused.addPixmap(icons.pixmap(icon, "tint_ink"), QIcon.Mode.Active)
            made.setIcon(focused)
        made.setIconSize(icons.size())
    made.clicked.connect(lambda: clicked())
    return made


def icon_button(text: str, icon: str, clicked: Callable[[], object], icons: Icons) -> QPushButton:
    """A button that shows an icon alone; its text is for tooltips and screen readers."""
    made = button("", clicked, icons, icon=icon, kind="ghost")
    made.setAccessibleName(text)
    made.setToolTip(text)
    return made


class ToolButton(QToolButton):
    """One that Enter presses, too; Qt knows the space bar alone."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        with_others = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not with_others:
            self.click()
        else:
            super().keyPressEvent(event)


class Card(QFrame):
    """A white surface with a thin border."""

    def __init__(self, theme: Theme, *, padding: int = 16) -> None:
        super().__init__()
        self.setObjectName("card")
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(*(theme.px(padding),) * 4)
        self.box.setSpacing(theme.px(8))


class Empty(QWidget):
    """What a page shows where there is nothing yet: what this is for, and the next step."""

    def __init__(
        self,
        theme: Theme,
        icons: Icons,
        icon: str,
        title: str,
        sentence: str,
        step: QPushButton | None,
    ) -> None:
        super().__init__()
        inside = QWidget()
        inside.setMaximumWidth(theme.px(420))
        box = QVBoxLayout(inside)
        box.setSpacing(theme.px(10))
        picture = QLabel()
        picture.setPixmap(icons.pixmap(icon, "strong", 44))
        for widget in (
            picture,
            label(title, "heading", wrap=True),
            label(sentence, "muted", wrap=True),
            step,
        ):
            if widget is None:
                continue
            if isinstance(widget, QLabel):
                widget.setAlignment(Qt.AlignmentFlag.AlignCenter)
                box.addWidget(widget)
            else:
                box.addWidget(widget, alignment=Qt.AlignmentFlag.AlignCenter)
        self.setLayout(centred(inside))


class Panel(QFrame):
    """What stands beside a page and is no form: parts from top to bottom, scrolling where they are higher.

    ``left``: the user is done with it.
    """

    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        inside = QWidget()
        inside.setObjectName("form")
        self.box = QVBoxLayout(inside)
        self.box.setContentsMargins(*(theme.px(20),) * 4)
        self.box.setSpacing(theme.px(12))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolling(inside))

    def add(self, *parts: QWidget | QLayout) -> None:
        """Parts below the last ones."""
        for part in parts:
            if isinstance(part, QLayout):
                self.box.addLayout(part)
            else:
                self.box.addWidget(part)

    def close_box(self) -> None:
        """Push everything to the top."""
        self.box.addStretch(1)

    def leave(self) -> None:
        """Go back to the page."""
        self.left.emit()

    def focus(self) -> None:
        """Give the keyboard to the first thing that can be done."""
        for step in self.findChildren(QPushButton):
            if step.isVisible() and step.isEnabled():
                step.setFocus()
                return


def scrolling(inside: QWidget) -> QScrollArea:
    """A widget as wide as there is room, that scrolls where it is higher."""
    made = QScrollArea()
    made.setFrameShape(QScrollArea.Shape.NoFrame)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.setWidget(inside)
    made.setWidgetResizable(True)
    return made


def beside(theme: Theme, wide: QWidget, narrow: QWidget) -> QHBoxLayout:
    """Two cards side by side: what is worked on, and what belongs to it, which scrolls."""
    box = QHBoxLayout()
    box.setSpacing(theme.px(16))
    main, side = Card(theme, padding=1), Card(theme, padding=1)
    main.box.addWidget(wide)
    inside = QWidget()
    inside.setObjectName("form")
    down = QVBoxLayout(inside)
    down.setContentsMargins(*(theme.px(14),) * 4)
    down.addWidget(narrow)
    down.addStretch(1)
    side.box.addWidget(scrolling(inside))
    box.addWidget(main, 3)
    box.addWidget(side, 2)
    return box


def empty_out(box: QLayout, *kept: QWidget) -> None:
    """Take everything out of a layout; what is not ``kept`` goes away at once."""
    while box.count():
        item = box.takeAt(0)
        widget = item.widget() if item else None
        if widget is not None and widget not in kept:
            widget.hide()
            widget.deleteLater()


def centred(widget: QWidget) -> QVBoxLayout:
    """A widget in the middle, as wide as it may be; aligned by Qt it would be too low for texts that wrap."""
    across, down = QHBoxLayout(), QVBoxLayout()
    across.addStretch(1)
    across.addWidget(widget, 100)
    across.addStretch(1)
    down.addStretch(1)
    down.addLayout(across)
    down.addStretch(1)
    return down


def row(*widgets: QWidget | None, spacing: int = 8) -> QHBoxLayout:
    """Widgets side by side; None stretches, and so do texts that wrap."""
    box = QHBoxLayout()
    box.setSpacing(spacing)
    for widget in widgets:
        if widget is None:
            box.addStretch(1)
        else:
            wraps = isinstance(widget, QLabel) and widget.wordWrap()
            box.addWidget(widget, 1 if wraps else 0)
    return box
