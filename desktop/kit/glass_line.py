"""A line to search with: a glass at its beginning that grows with the text, and a cross that empties it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent

from desktop.desk import Desk
from desktop.kit.parts import label
from desktop.kit.typing import Line

SIZE, AHEAD = 16, 10  # pixels of the design: the glass, and what is free before it


class GlassLine(Line):
    """``said``: what can be searched for, as hint and for screen readers."""

    def __init__(self, desk: Desk, said: str) -> None:
        super().__init__()
        self._px = desk.theme.px
        self.setPlaceholderText(said)
        self.setAccessibleName(said)
        self.setClearButtonEnabled(True)
        # Icons that Qt lays into a line stay small, however large the text is.
        self._glass = label("")
        self._glass.setParent(self)
        self._glass.setPixmap(desk.icons.pixmap("search", "muted", SIZE))
        self._glass.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setTextMargins(self._px(SIZE + AHEAD), 0, 0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        side = self._px(SIZE)
        self._glass.setGeometry(self._px(AHEAD), (self.height() - side) // 2, side, side)
