"""Pages of which one is shown. What is hidden costs nothing, however many there are."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop.kit import reading


class Stack(QWidget):
    """As a QStackedWidget, whose layout asks every page for its size whenever one line of one page changes.

    ``changed``: another page is shown.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shown: QWidget | None = None

    def addWidget(self, page: QWidget) -> None:  # noqa: N802 - the name it has in Qt
        """Take a page in, hidden."""
        page.setParent(self)
        page.hide()

    def removeWidget(self, page: QWidget) -> None:  # noqa: N802 - as above
        """Show it no more; it stays a child until somebody deletes it."""
        page.hide()
        if page is self._shown:
            self._shown = None

    def currentWidget(self) -> QWidget | None:  # noqa: N802 - as above
        """The page that is shown."""
        return self._shown

    def setCurrentWidget(self, page: QWidget) -> None:  # noqa: N802 - as above
        """Show a page in place of the other one, which hands the keyboard on."""
        before, self._shown = self._shown, page
        if before is page:
            return
        page.setGeometry(self.rect())
        page.show()
        page.raise_()
        if before is not None:
            focus = QApplication.focusWidget()
            if focus is not None and before.isAncestorOf(focus):
                known = filter(None, (page.focusWidget(),))
                reading.go_to([*known, *reading.stops(page)[:1], page][0])
            before.hide()
        self.changed.emit()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize() if self._shown is None else self._shown.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        if self._shown is not None:
            self._shown.setGeometry(self.rect())
