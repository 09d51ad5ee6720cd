"""Buttons in a row that goes on in the next line where there is no room."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class Flow(QLayout):
    """As wide as the widest widget at the least, and as high as its lines need at a width.

    Lines stand in their middle; ``ending``: at the right edge.
    """

    def __init__(self, *widgets: QWidget, spacing: int = 8, ending: bool = False) -> None:
        super().__init__()
        self._ending = ending
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}  # by width; Qt asks often, and says when it is new
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)
        for widget in widgets:
            self.addWidget(widget)

    def put_first(self, widget: QWidget) -> None:
        """A widget before all others."""
        self.addWidget(widget)
        self._items.insert(0, self._items.pop())

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 - Qt's name
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802 - Qt's name
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        if width not in self._heights:
            self._heights[width] = self._place(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def invalidate(self) -> None:
        self._heights = {}
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 - Qt's name
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        hints = [item.sizeHint() for item in self._shown()]
        wide = sum(hint.width() for hint in hints) + self.spacing() * max(len(hints) - 1, 0)
        return self._framed(QSize(wide, max((hint.height() for hint in hints), default=0)))

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        least = QSize()
        for item in self._shown():
            least = least.expandedTo(item.minimumSize())
        return self._framed(least)

    def maximumSize(self) -> QSize:  # noqa: N802 - Qt's name
        """At the right edge it takes no more room than it needs."""
        most = super().maximumSize()
        if self._ending:
            most.setWidth(self.sizeHint().width())
        return most

    def _framed(self, size: QSize) -> QSize:
        return size.grownBy(self.contentsMargins())

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _place(self, rect: QRect, *, move: bool) -> int:
        """Height of all lines, with what is left free around them; ``move``: the widgets go there."""
        room = rect.marginsRemoved(self.contentsMargins())
        y = room.y()
        for line in self._lines(room.width()):
            high = max(item.sizeHint().height() for item in line)
            wide = sum(item.sizeHint().width() for item in line) + self.spacing() * (len(line) - 1)
            x = room.x() + (max(room.width() - wide, 0) if self._ending else 0)
            for item in line:
                hint = item.sizeHint()
                if move:
                    width = min(hint.width(), room.width())
                    above = (high - hint.height()) // 2
                    item.setGeometry(QRect(x, y + above, width, hint.height()))
                x += hint.width() + self.spacing()
            y += high + self.spacing()
        around = rect.height() - room.height()
        return max(y - self.spacing() - room.y(), 0) + around

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        """The items line by line, as many in each as there is room for."""
        lines: list[list[QLayoutItem]] = []
        x = 0
        for item in self._shown():
            wide = item.sizeHint().width()
            if not lines or x + wide > width:
                lines.append([])
                x = 0
            lines[-1].append(item)
            x += wide + self.spacing()
        return lines
