"""How the rows of a list are painted."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.theme import Theme

Index = QModelIndex | QPersistentModelIndex


class RowDelegate(QStyledItemDelegate):
    """Paints rows: hairlines, the selection as a tint with a bar. Far cheaper than style sheet rules."""

    def __init__(self, theme: Theme, strong: frozenset[int], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme, self._strong = theme, strong
        self._plain = theme.font()
        self._medium = theme.font(weight=QFont.Weight.Medium)

    def is_selected(self, option: QStyleOptionViewItem, index: Index) -> bool:  # noqa: ARG002 - for others
        """Whether a cell has the ground of what is selected."""
        return bool(option.state & QStyle.StateFlag.State_Selected)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, rect = self._theme, option.rect
        said = str(index.data() or "")  # first of all: it may ask the model for rows
        selected = self.is_selected(option, index)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.fillRect(
            rect, theme.colour("tint" if selected else "hover" if hovered else "surface")
        )
        painter.setPen(theme.colour("grid"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if selected and index.column() == 0:
            painter.fillRect(
                QRect(rect.left(), rect.top(), 3, rect.height()), theme.colour("primary")
            )
        strong = index.column() in self._strong
        painter.setFont(self._medium if strong else self._plain)
        painter.setPen(theme.colour("ink" if strong or selected else "muted"))
        room = rect.adjusted(theme.px(12), 0, -theme.px(8), 0)
        text = painter.fontMetrics().elidedText(said, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, index.data(Qt.ItemDataRole.TextAlignmentRole), text)
        painter.restore()
