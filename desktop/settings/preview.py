"""The top of a document as it will be printed, drawn anew while its settings are being written."""

from importlib import import_module

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from db.queries.settings import Papers
from desktop.desk import Desk
from desktop.texts import Texts

_WAIT = 250  # milliseconds after the last key
_SCALE = 2.5  # pixels per point
_MM = 72 / 25.4
_MARGIN = 8  # millimetres left out at the sides

Drawn = tuple[int, int, bytes]


def draw_top(example: str, shown: float, papers: Papers, t: Texts) -> Drawn:
    """(width, height, RGBX) of the first page of an example with these settings. Runs beside the UI.

    ``example``: the module that makes it; ``shown``: millimetres from the top.
    """
    import pypdfium2

    pdf = pypdfium2.PdfDocument(import_module(example).example(papers, t))
    page = pdf[0]
    below = max(0.0, page.get_height() - shown * _MM)
    side = _MARGIN * _MM
    bitmap = page.render(
        scale=_SCALE, crop=(side, below, side, 0), rev_byteorder=True, prefer_bgrx=True
    )
    drawn = bitmap.width, bitmap.height, bytes(bitmap.buffer)
    pdf.close()
    return drawn


class SheetPreview(QLabel):
    """A picture of the document, as wide as there is room."""

    def __init__(self, desk: Desk, example: str, said: str, shown: float) -> None:
        """``said``: what it shows, for those who do not see it. The others as in ``draw_top``."""
        super().__init__()
        self._example, self._shown = example, shown
        self._desk = desk
        self._papers: Papers | None = None
        self._drawn = QPixmap()
        self.setObjectName("sheet")
        self.setAccessibleName(said)
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.setMinimumSize(desk.theme.px(180), desk.theme.px(160))
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_WAIT)
        self._wait.timeout.connect(self._draw)

    @property
    def drawn(self) -> QPixmap:
        """What was drawn last, in full size."""
        return self._drawn

    def show_papers(self, papers: Papers) -> None:
        """Draw these, once the user pauses."""
        if papers != self._papers:
            self._papers = papers
            self._wait.start()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._fit()

    def _draw(self) -> None:
        self._desk.tasks.render(
            *(self, self._show, draw_top, self._example, self._shown, self._papers, self._desk.t),
            key="preview",
        )

    def _show(self, drawn: Drawn) -> None:
        width, height, pixels = drawn
        image = QImage(pixels, width, height, width * 4, QImage.Format.Format_RGBX8888)
        self._drawn = QPixmap.fromImage(image.copy())
        self._fit()

    def _fit(self) -> None:
        if self._drawn.isNull():
            return
        ratio = self.devicePixelRatioF()
        room: QSize = self.size() * ratio
        fitted = self._drawn.scaled(
            room, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        fitted.setDevicePixelRatio(ratio)
        self.setPixmap(fitted)
