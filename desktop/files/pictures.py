"""Small pictures in an order of choice: marked, dragged, moved by keys; files may be dropped among them."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QIcon,
    QKeyEvent,
    QPainter,
    QPixmap,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QListWidget, QListWidgetItem

from desktop.kit.icons import Icons
from desktop.theme import Theme

SIDE = 150  # pixels of the design of a small picture
_ROW = Qt.ItemDataRole.UserRole


class PictureList(QListWidget):
    """``arranged``: the ids in another order; ``brought``: files from outside; ``looked``: one is to be seen larger."""

    arranged = Signal(object)
    brought = Signal(object)
    looked = Signal(str)

    def __init__(self, theme: Theme, icons: Icons, name: str) -> None:
        super().__init__()
        self._theme, self._icons = theme, icons
        self.setObjectName("pictures")
        self.setAccessibleName(name)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.viewport().setAcceptDrops(True)
        self.setWordWrap(True)
        side = theme.px(SIDE)
        self.setIconSize(QSize(side, side))
        self.setGridSize(QSize(side + theme.px(24), side + theme.px(64)))
        self.itemActivated.connect(lambda item: self.looked.emit(item.data(_ROW)))

    def add(self, row: str, text: str, icon: str) -> None:
        """A file at the end, with a sign until its picture comes."""
        item = QListWidgetItem(text)
        item.setToolTip(text)
        item.setData(_ROW, row)
        item.setIcon(QIcon(self._icons.pixmap(icon, size=44)))
        self.addItem(item)

    def show_picture(self, row: str, picture: QPixmap, *, withheld: bool) -> None:
        """The picture of a file; with a lock on it where it may not be shown."""
        for place, one in enumerate(self.order()):
            if one == row:
                drawn = self._locked(picture) if withheld else picture
                self.item(place).setIcon(QIcon(drawn))

    def order(self) -> list[str]:
        """The ids as they stand."""
        return [str(self.item(place).data(_ROW)) for place in range(self.count())]

    def marked(self) -> list[str]:
        """Ids of the marked ones, in their order."""
        marked = {str(item.data(_ROW)) for item in self.selectedItems()}
        return [row for row in self.order() if row in marked]

    def mark(self, rows: list[str]) -> None:
        """Mark these; nobody is told."""
        self.blockSignals(True)
        self.clearSelection()
        self.setCurrentIndex(QModelIndex())
        for place, row in enumerate(self.order()):
            if row in rows:
                self.setCurrentRow(place) if len(rows) == 1 else None
                self.item(place).setSelected(True)
        self.blockSignals(False)

    def move_marked(self, by: int) -> None:
        """The marked ones go one place to the front (-1) or to the end (1)."""
        order, marked = self.order(), set(self.marked())
        places = range(len(order)) if by < 0 else range(len(order) - 1, -1, -1)
        for place in places:
            other = place + by
            if order[place] in marked and 0 <= other < len(order) and order[other] not in marked:
                order[place], order[other] = order[other], order[place]
        self._arrange(order)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Space looks, as Enter does; marking by Space goes with Ctrl."""
        item = self.currentItem()
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if event.key() == Qt.Key.Key_Space and plain and item is not None:
            self.looked.emit(item.data(_ROW))
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        self._welcome(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802 - Qt's name
        self._welcome(event)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Files are handed on; what came from here finds its place. The list is read anew."""
        if event.source() is self:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.drop_at(event.position().toPoint())
        elif paths := files_of(event.mimeData()):
            event.acceptProposedAction()
            self.brought.emit(paths)

    def drop_at(self, point: QPoint) -> None:
        """Lay the marked ones before or behind the picture at a point, or at the end."""
        index = self.indexAt(point)
        place = self.count()
        if index.isValid():
            place = index.row() + (point.x() > self.visualRect(index).center().x())
        order, marked = self.order(), self.marked()
        before = [row for row in order[:place] if row not in marked]
        after = [row for row in order[place:] if row not in marked]
        self._arrange([*before, *marked, *after])

    def _arrange(self, order: list[str]) -> None:
        if order != self.order():
            self.arranged.emit(order)

    def _welcome(self, event: QDragMoveEvent) -> None:
        if event.source() is self or files_of(event.mimeData()):
            event.acceptProposedAction()
        else:
            event.ignore()

    def _locked(self, picture: QPixmap) -> QPixmap:
        drawn, size = QPixmap(picture), self._theme.px(28)
        lock = self._icons.pixmap("lock", "bad", size - self._theme.px(8))
        painter = QPainter(drawn)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.colour("bad"))
        painter.setBrush(self._theme.colour("surface"))
        edge = self._theme.px(4)
        painter.drawEllipse(edge, edge, size, size)
        painter.drawPixmap(edge + self._theme.px(4), edge + self._theme.px(4), lock)
        painter.end()
        return drawn


def files_of(dropped: QMimeData) -> list[Path]:
    """Files of this computer that are dragged."""
    return [Path(url.toLocalFile()) for url in dropped.urls() if url.isLocalFile()]
