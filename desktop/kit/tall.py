"""What is higher than the screen is scrolled: with large text the pages are."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from shiboken6 import isValid

from desktop.kit.stack import Stack

MARGIN = 12  # pixels around what has the keyboard


class Tall(QScrollArea):
    """A stack as wide as there is room, and at least as high as the widget needs that is on top of it."""

    def __init__(self, stack: Stack) -> None:
        super().__init__()
        self._stack = stack
        self.setObjectName("tall")
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(stack)
        stack.installEventFilter(self)
        stack.changed.connect(self._come)
        application = QApplication.instance()
        assert isinstance(application, QApplication)  # noqa: S101 - there is no widget without one
        application.focusChanged.connect(self._follow)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, of: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Something on the page came, went or changed its size."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(of, event)

    def _come(self) -> None:
        self._fit()
        self.verticalScrollBar().setValue(0)

    def _follow(self, _: QWidget | None, now: QWidget | None) -> None:
        """What has the keyboard is seen, however it got it; under the mouse nothing moves away."""

        def show() -> None:
            if now is not None and isValid(now) and now.hasFocus():
                middle = now.mapTo(self._stack, now.rect().center())
                self.ensureVisible(0, middle.y(), 0, now.height() // 2 + MARGIN)

        by_mouse = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
        if now is not None and self._stack.isAncestorOf(now) and not by_mouse:
            QTimer.singleShot(0, self, show)  # after the page was laid out

    def _fit(self) -> None:
        page, room = self._stack.currentWidget(), self.viewport().size()
        if page is not None:
            self._stack.resize(room.width(), max(room.height(), _least(page, room.width())))


def _least(page: QWidget, width: int) -> int:
    """The height below which something on the page would be cut."""
    layout = page.layout()
    if layout is not None and layout.hasHeightForWidth():
        return layout.totalMinimumHeightForWidth(width)
    return page.minimumSizeHint().height()
