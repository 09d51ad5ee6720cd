"""The map itself: outlines filled by how many there are, moved and enlarged by mouse and keys."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from desktop.theme import Theme

STEPS = 5  # shades
_MOST, _LEAST = 40.0, 1.0
_SMALL = 5  # pixels of the design: radius of a dot
_KEYS = {
    int(Qt.Key.Key_Left): (1, 0),
    int(Qt.Key.Key_Right): (-1, 0),
    int(Qt.Key.Key_Up): (0, 1),
    int(Qt.Key.Key_Down): (0, -1),
}

Paths = dict[str, QPainterPath]


def paths(level: str) -> Paths:
    """Outlines by code, as Qt draws them, north up. Runs beside the window."""
    from resources.reference import shapes

    outlines = shapes.provinces() if level == "province" else shapes.regencies()
    made = {}
    for code, outline in outlines.items():
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.OddEvenFill)
        for polygon in outline.polygons:
            for ring in polygon:
                path.addPolygon(QPolygonF([QPointF(x, -y) for x, y in ring]))
                path.closeSubpath()
        made[code] = path
    return made


class MapView(QWidget):
    """``picked``: a place by its code was clicked, or chosen with Enter."""

    picked = Signal(str)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._paths: Paths = {}
        self._shades: dict[str, int] = {}
        self._names: Mapping[str, str] = {}
        self._zoom, self._moved = _LEAST, QPointF(0, 0)
        self._grabbed: QPointF | None = None
        self._far = False
        self.standing: str | None = None
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(theme.px(240), theme.px(160))

    def show_paths(self, found: Paths) -> None:
        """Draw these outlines."""
        self._paths = found
        self.update()

    def show_shades(self, shades: Mapping[str, int], names: Mapping[str, str]) -> None:
        """Fill places by their shade (1 to 5), and name them where the mouse points."""
        self._shades, self._names = dict(shades), names
        self.update()

    def stand_on(self, code: str | None) -> None:
        """Draw a ring around a place."""
        self.standing = code
        self.update()

    def zoom(self, factor: float) -> None:
        """Enlarge around the middle; 1 is the whole country."""
        self._zoom = min(max(self._zoom * factor, _LEAST), _MOST)
        if self._zoom == _LEAST:
            self._moved = QPointF(0, 0)
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter, theme = QPainter(self), self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.colour("surface"))
        transform = self._transform()
        painter.setTransform(transform)
        line = QPen(theme.colour("surface"), 0)
        inside = transform.inverted()[0].mapRect(QRectF(self.rect()))
        for code, path in self._paths.items():
            if not path.boundingRect().intersects(inside):
                continue
            painter.setPen(line)
            painter.setBrush(self._colour(self._shades.get(code, 0)))
            painter.drawPath(path)
        self._draw_dots(painter, transform)
        if self.standing in self._paths:
            ring = QPen(theme.colour("ink"), 2)
            ring.setCosmetic(True)
            painter.setPen(ring)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(self._paths[self.standing])
        if self.hasFocus():
            painter.resetTransform()
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()

    def _draw_dots(self, painter: QPainter, transform: QTransform) -> None:
        """Towns that are too small to be seen get a dot in the shade of their number."""
        painter.resetTransform()
        side = self._theme.px(_SMALL)
        for code, shade in self._shades.items():
            if code not in self._paths:
                continue
            box = transform.mapRect(self._paths[code].boundingRect())
            if max(box.width(), box.height()) < 2 * side:
                painter.setPen(QPen(self._theme.colour("surface"), 1))
                painter.setBrush(self._colour(shade))
                painter.drawEllipse(box.center(), side, side)
        painter.setTransform(transform)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        self._grabbed, self._far = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if self._grabbed is None:
            self.setToolTip(self._names.get(self._at(event.position()) or "", ""))
            return
        moved = event.position() - self._grabbed
        if self._far or moved.manhattanLength() > 4:
            self._far = True
            self._moved += moved
            self._grabbed = event.position()
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        code = None if self._far else self._at(event.position())
        self._grabbed = None
        if code is not None:
            self.picked.emit(code)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        self.zoom(1.25 if event.angleDelta().y() > 0 else 0.8)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(1.25)
        elif event.key() == Qt.Key.Key_Minus:
            self.zoom(0.8)
        elif event.key() in _KEYS:
            across, down = _KEYS[event.key()]
            self._moved += QPointF(across * 40, down * 40)
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.standing:
            self.picked.emit(self.standing)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: Any) -> None:  # noqa: N802 - Qt's name
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: Any) -> None:  # noqa: N802 - Qt's name
        super().focusOutEvent(event)
        self.update()

    def _transform(self) -> QTransform:
        """Degrees → pixels: the whole country, enlarged and moved."""
        west, north, wide, tall = 94.5, -6.5, 47.0, 18.0  # Indonesia, with north up as minus
        scale = min(self.width() / wide, self.height() / tall) * self._zoom
        transform = QTransform()
        transform.translate(self.width() / 2 + self._moved.x(), self.height() / 2 + self._moved.y())
        transform.scale(scale, scale)
        transform.translate(-(west + wide / 2), -(north + tall / 2))
        return transform

    def _at(self, place: QPointF) -> str | None:
        point = self._transform().inverted()[0].map(place)
        for code, path in self._paths.items():
            if path.boundingRect().contains(point) and path.contains(point):
                return code
        return None

    def _colour(self, shade: int) -> QColor:
        theme = self._theme
        if not shade:
            return theme.colour("chip")
        far, near, part = theme.colour("primary"), theme.colour("tint"), (shade - 1) / (STEPS - 1)
        mixed = (
            round(a() + (b() - a()) * part)
            for a, b in ((near.red, far.red), (near.green, far.green), (near.blue, far.blue))
        )
        return QColor(*mixed)
