"""How the rows of a list are painted."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QStaticText
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.theme import Theme

Index = QModelIndex | QPersistentModelIndex

# As numbers: a flag of Python is made anew for every question about it, a hundred times a repaint.
_SELECTED = QStyle.StateFlag.State_Selected.value
_OVER = QStyle.StateFlag.State_MouseOver.value
_KEPT = 1000  # texts that are laid out already


class RowDelegate(QStyledItemDelegate):
    """Paints rows: hairlines, the selection as a tint with a bar. Far cheaper than style sheet rules.

    What does not change from cell to cell is made once: a list paints a hundred of them for every key.
    """

    def __init__(self, theme: Theme, strong: frozenset[int], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._strong = strong
        self._fonts = (theme.font(), theme.font(weight=QFont.Weight.Medium))
        self._metrics = tuple(QFontMetrics(font) for font in self._fonts)
        names = ("surface", "hover", "tint", "grid", "primary", "ink", "muted")
        self._colours = {name: theme.colour(name) for name in names}
        self._before, self._after = theme.px(12), theme.px(8)
        self._right: dict[int, bool] = {}
        self._texts: dict[tuple[str, int, bool], tuple[QStaticText, int, int]] = {}

    def is_selected(self, option: QStyleOptionViewItem, index: Index) -> bool:  # noqa: ARG002 - for others
        """Whether a cell has the ground of what is selected."""
        return bool(option.state.value & _SELECTED)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        # First of all the text: it may ask the model for rows. Straight from Python to Python.
        model, column = index.model(), index.column()
        said = str(model.data(index) or "")
        rect, colours = option.rect, self._colours
        selected, strong = self.is_selected(option, index), column in self._strong
        hovered = option.state.value & _OVER
        painter.fillRect(rect, colours["tint" if selected else "hover" if hovered else "surface"])
        left, top, width, height = rect.left(), rect.top(), rect.width(), rect.height()
        painter.fillRect(left, top + height - 1, width, 1, colours["grid"])
        if selected and column == 0:
            painter.fillRect(left, top, 3, height, colours["primary"])
        if not said:
            return
        painter.setFont(self._fonts[strong])
        painter.setPen(colours["ink" if strong or selected else "muted"])
        room = width - self._before - self._after
        text, wide, high = self._laid_out(said, room, strong=strong)
        x = left + self._before + (room - wide if self._is_right(model, index, column) else 0)
        painter.drawStaticText(x, top + (height - high) // 2, text)

    def _is_right(self, model: QObject, index: Index, column: int) -> bool:
        if column not in self._right:
            side = model.data(index, Qt.ItemDataRole.TextAlignmentRole)  # type: ignore[attr-defined]  # a model
            self._right[column] = bool(side & Qt.AlignmentFlag.AlignRight)
        return self._right[column]

    def _laid_out(self, said: str, room: int, *, strong: bool) -> tuple[QStaticText, int, int]:
        """A text with its width and height, shortened to the room there is; glyphs are placed once."""
        key = (said, room, strong)
        if key not in self._texts:
            if len(self._texts) >= _KEPT:
                self._texts.clear()
            elide = Qt.TextElideMode.ElideRight
            text = QStaticText(self._metrics[strong].elidedText(said, elide, room))
            text.setTextFormat(Qt.TextFormat.PlainText)
            text.prepare(font=self._fonts[strong])
            size = text.size()
            self._texts[key] = (text, round(size.width()), round(size.height()))
        return self._texts[key]
