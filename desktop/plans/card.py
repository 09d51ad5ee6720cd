"""A step of a plan as a card of the board: what, where and by whom, when and how far."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.kit.icons import Icons
from desktop.kit.row_delegate import Index
from desktop.theme import Theme

CARD = Qt.ItemDataRole.UserRole + 1
WHAT, WHEN = 3, 2  # lines of what is to be done, and of when
PAD, GAP, SIGN = (
    9,
    4,
    14,
)  # pixels of the design: around the texts, between them and cards, of the clock


@dataclass(frozen=True, slots=True)
class CardText:
    """What a card says: ``where``: district and who; ``when``: time, progress, and that it is late."""

    what: str
    where: str
    when: str
    late: bool


class CardDelegate(QStyledItemDelegate):
    """All cards are of one height: a lane of hundreds is laid out at once. The whole text is in the tool tip."""

    def __init__(self, theme: Theme, icons: Icons, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._clock = icons.pixmap("clock", "bad", SIGN)
        self._bold, self._small = theme.font(13, QFont.Weight.Medium), theme.font(12)
        self._high, self._low = QFontMetrics(self._bold), QFontMetrics(self._small)

    def sizeHint(self, _: QStyleOptionViewItem, __: Index) -> QSize:  # noqa: N802 - Qt's name
        px = self._theme.px
        texts = WHAT * self._high.lineSpacing() + (1 + WHEN) * self._low.lineSpacing()
        return QSize(0, texts + 2 * px(PAD) + 2 * px(GAP))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        card: CardText = index.data(CARD)
        theme, px = self._theme, self._theme.px
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        rect = option.rect.adjusted(0, 0, -1, -px(GAP))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("tint_ink" if chosen else "border"), 2 if chosen else 1))
        painter.setBrush(theme.colour("tint" if chosen else "surface"))
        painter.drawRoundedRect(rect.adjusted(1, 1, 0, 0), px(6), px(6))
        inside = rect.adjusted(px(PAD), px(PAD), -px(PAD), 0)
        line = QRect(inside.left(), inside.top(), inside.width(), self._high.lineSpacing())
        painter.setFont(self._bold)
        painter.setPen(theme.colour("ink"))
        for text in wrapped(card.what, self._bold, line.width(), WHAT):
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, text)
            line.translate(0, line.height())
        line.moveTop(inside.top() + WHAT * line.height() + px(GAP))
        line.setHeight(self._low.lineSpacing())
        painter.setFont(self._small)
        painter.setPen(theme.colour("muted"))
        for text in wrapped(card.where, self._small, line.width(), 1):
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, text)
        line.translate(0, line.height())
        if card.late:
            painter.setPen(theme.colour("bad"))
            painter.drawPixmap(line.left(), line.center().y() - px(SIGN) // 2, self._clock)
            line.setLeft(line.left() + px(SIGN + GAP))
        for text in wrapped(card.when, self._small, line.width(), WHEN):
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, text)
            line.translate(0, line.height())
        painter.restore()


def wrapped(text: str, font: QFont, width: int, most: int) -> list[str]:
    """A text in lines of a width in pixels; of more than ``most`` the last one is shortened."""
    layout = QTextLayout(text, font)
    layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
    raw = text.encode("utf-16-le")  # Qt counts in halves of it
    lines: list[str] = []
    layout.beginLayout()
    while len(lines) < most:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        start, end = 2 * line.textStart(), 2 * (line.textStart() + line.textLength())
        last = len(lines) == most - 1
        lines.append(raw[start : None if last else end].decode("utf-16-le").strip())
    layout.endLayout()
    if len(lines) == most:
        lines[-1] = QFontMetrics(font).elidedText(lines[-1], Qt.TextElideMode.ElideRight, width)
    return lines
