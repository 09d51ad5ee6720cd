"""Icons in the colour of the text beside them."""

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desktop.theme import Theme
from resources import resource

_STROKE = 'stroke-width="1.75"'


class Icons:
    """Draws the shipped icons; each is drawn once per colour and size."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._drawn: dict[tuple[str, str, int], QPixmap] = {}

    def icon(self, name: str, colour: str = "muted", size: int = 18) -> QIcon:
        """An icon for buttons."""
        return QIcon(self.pixmap(name, colour, size))

    def pixmap(self, name: str, colour: str = "muted", size: int = 18) -> QPixmap:
        """A picture of ``size`` design pixels; ``colour`` is a name of the theme."""
        key = (name, colour, size)
        if key not in self._drawn:
            self._drawn[key] = self._draw(name, self._theme.colour(colour), self._theme.px(size))
        return self._drawn[key]

    def size(self, size: int = 18) -> QSize:
        """Size that buttons show an icon in."""
        return QSize(self._theme.px(size), self._theme.px(size))

    @staticmethod
    def _draw(name: str, colour: QColor, pixels: int) -> QPixmap:
        text = resource(f"icons/{name}.svg").read_text("utf-8")
        text = text.replace("currentColor", colour.name()).replace('stroke-width="2"', _STROKE)
        pixmap = QPixmap(pixels * 2, pixels * 2)  # sharp on dense screens too
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        QSvgRenderer(QByteArray(text.encode())).render(painter)
        painter.end()
        pixmap.setDevicePixelRatio(2)
        return pixmap
