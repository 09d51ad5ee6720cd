"""Charts on screen: bars with their values beside them, drawn by Qt; a screen reader gets the same as a sentence."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.theme import Theme

_HEAD = 18  # pixels above the highest bar, for its value


@dataclass(frozen=True, slots=True)
class Bar:
    """A label, a value, and how the value is said."""

    label: str
    value: float
    said: str


class Columns(QWidget):
    """Upright bars, one beside the other; a value stands on each that is not nothing."""

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__()
        self._theme, self._title = theme, title
        self._bars: list[Bar] = []
        self.setAccessibleName(title)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(self._theme.px(320), self._theme.px(150))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(self._theme.px(160), self._theme.px(150))

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Show these."""
        self._bars = list(bars)
        self.setAccessibleDescription(", ".join(f"{one.label}: {one.said}" for one in bars))
        self.setToolTip("\n".join(f"{one.label}: {one.said}" for one in bars))
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter, theme = QPainter(self), self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(11))
        foot, head = theme.px(18), theme.px(_HEAD)
        room = self.height() - foot - head
        painter.setPen(theme.colour("grid"))
        painter.drawLine(0, head + room, self.width(), head + room)
        most = max((one.value for one in self._bars), default=0) or 1
        each = self.width() / max(len(self._bars), 1)
        for place, one in enumerate(self._bars):
            height = room * one.value / most
            wide = min(each * 0.6, theme.px(34))
            bar = QRectF(place * each + (each - wide) / 2, head + room - height, wide, height)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("primary"))
            painter.drawRoundedRect(bar, 2, 2)
            painter.setPen(theme.colour("muted"))
            under = QRectF(place * each, head + room, each, foot)
            painter.drawText(under, Qt.AlignmentFlag.AlignCenter, one.label)
            said = painter.fontMetrics().horizontalAdvance(one.said)
            if one.value and said <= each:
                painter.setPen(theme.colour("ink"))
                over = QRectF(place * each, bar.top() - head, each, head)
                painter.drawText(over, Qt.AlignmentFlag.AlignCenter, one.said)
        painter.end()


class Shares(QWidget):
    """Lying bars, one below the other: label, bar, and the value at its end."""

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__()
        self._theme = theme
        self._bars: list[Bar] = []
        self.setAccessibleName(title)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(self._theme.px(320), self._theme.px(24) * max(len(self._bars), 3))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(self._theme.px(160), self.sizeHint().height())

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Show these."""
        self._bars = list(bars)
        self.setAccessibleDescription(", ".join(f"{one.label}: {one.said}" for one in bars))
        self.updateGeometry()
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter, theme = QPainter(self), self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(12))
        measure = painter.fontMetrics().horizontalAdvance
        names = max((measure(one.label) for one in self._bars), default=0) + theme.px(10)
        ends = max((measure(one.said) for one in self._bars), default=0) + theme.px(10)
        room = max(self.width() - names - ends, theme.px(20))
        most = max((one.value for one in self._bars), default=0) or 1
        line = theme.px(24)
        for place, one in enumerate(self._bars):
            top = place * line
            painter.setPen(theme.colour("ink"))
            middle = Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRectF(0, top, names, line), middle, one.label)
            wide = room * one.value / most
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("second" if place % 2 else "primary"))
            painter.drawRoundedRect(QRectF(names, top + line * 0.2, wide, line * 0.6), 2, 2)
            painter.setPen(theme.colour("muted"))
            painter.drawText(QRectF(names + wide + 6, top, ends, line), middle, one.said)
        painter.end()
