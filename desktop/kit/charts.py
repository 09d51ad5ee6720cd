"""Charts on screen: bars and courses with their values on them, drawn by Qt; a screen reader gets the same as a sentence."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.theme import Theme

_HEAD = 18  # pixels above the highest bar, for its value
_STRIP, _FOOT = 84, 18  # pixels of a strip of a course, and of the labels below the last


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


@dataclass(frozen=True, slots=True)
class Strip:
    """A share over time: what it is, its percent at each point (None: not stated), and how each is said."""

    title: str
    values: tuple[int | None, ...]
    said: tuple[str, ...]


class Course(QWidget):
    """Shares over time, one strip below the other on the same points: a dot where something is stated, its number on
    it, a line between neighbours; a dash where nothing is stated.
    """

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__()
        self._theme = theme
        self._labels: tuple[str, ...] = ()
        self._strips: tuple[Strip, ...] = ()
        self.setAccessibleName(title)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        px = self._theme.px
        return QSize(px(320), px(_STRIP) * len(self._strips) + px(_FOOT))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(self._theme.px(160), self.sizeHint().height())

    def show_course(self, labels: Sequence[str], strips: Sequence[Strip]) -> None:
        """Show these: a label for each point, and as many values in each strip."""
        self._labels, self._strips = tuple(labels), tuple(strips)
        told = (
            f"{one.title}: "
            + ", ".join(f"{name} {said}" for name, said in zip(labels, one.said, strict=True))
            for one in strips
        )
        text = ". ".join(told)
        self.setAccessibleDescription(text)
        self.setToolTip(text.replace(". ", "\n"))
        self.updateGeometry()
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter, theme = QPainter(self), self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        strip, each = theme.px(_STRIP), self.width() / max(len(self._labels), 1)
        for place, one in enumerate(self._strips):
            self._paint_strip(painter, one, place * strip, each)
        painter.setFont(theme.font(11))
        painter.setPen(theme.colour("muted"))
        for place, name in enumerate(self._labels):
            under = QRectF(place * each, len(self._strips) * strip, each, theme.px(_FOOT))
            painter.drawText(under, Qt.AlignmentFlag.AlignCenter, name)
        painter.end()

    def _paint_strip(self, painter: QPainter, strip: Strip, top: int, each: float) -> None:
        theme, head = self._theme, self._theme.px(_HEAD)
        ground, high = top + theme.px(_STRIP) - theme.px(6), theme.px(_STRIP) - 2 * head - 6
        painter.setFont(theme.font(12))
        painter.setPen(theme.colour("muted"))
        over = QRectF(0, top, self.width(), head)
        painter.drawText(over, Qt.AlignmentFlag.AlignVCenter, strip.title)
        painter.setPen(theme.colour("grid"))
        painter.drawLine(0, ground, self.width(), ground)
        points = [
            None if value is None else QPointF((place + 0.5) * each, ground - high * value / 100)
            for place, value in enumerate(strip.values)
        ]
        painter.setPen(QPen(theme.colour("primary"), theme.px(2)))
        for one, following in pairwise(points):
            if one is not None and following is not None:
                painter.drawLine(one, following)
        painter.setFont(theme.font(11))
        for place, (point, value) in enumerate(zip(points, strip.values, strict=True)):
            self._paint_point(
                painter, point, value, QRectF(place * each, ground - head, each, head)
            )

    def _paint_point(
        self, painter: QPainter, point: QPointF | None, value: int | None, room: QRectF
    ) -> None:
        theme, middle = self._theme, Qt.AlignmentFlag.AlignCenter
        if point is None:
            painter.setPen(theme.colour("muted"))
            painter.drawText(room, middle, "–")
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("primary"))
        painter.drawEllipse(point, theme.px(3), theme.px(3))
        painter.setPen(theme.colour("ink"))
        room.moveBottom(point.y() - theme.px(3))
        painter.drawText(room, middle, str(value))
