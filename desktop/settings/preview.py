"""The top of a sheet as it will be printed, drawn anew while the letterhead is being written."""

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from db.queries.settings import Papers
from desktop.desk import Desk
from desktop.texts import N_, Texts

_WAIT = 250  # milliseconds after the last key
_SCALE = 2.5  # pixels per point
_MM = 72 / 25.4
_MARGIN, _SHOWN = 8, 176  # millimetres left out at the sides, and shown from the top

Drawn = tuple[int, int, bytes]


def draw_top(papers: Papers, t: Texts) -> Drawn:
    """(width, height, RGBX) of an empty sheet with this letterhead and sign-off. Runs beside the UI."""
    import pypdfium2

    from exports.attendance_sheet.example import example

    pdf = pypdfium2.PdfDocument(example(papers, t))
    page = pdf[0]
    below = max(0.0, page.get_height() - _SHOWN * _MM)
    side = _MARGIN * _MM
    bitmap = page.render(
        scale=_SCALE, crop=(side, below, side, 0), rev_byteorder=True, prefer_bgrx=True
    )
    drawn = bitmap.width, bitmap.height, bytes(bitmap.buffer)
    pdf.close()
    return drawn


class SheetPreview(QLabel):
    """A picture of the sheet, as wide as there is room."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._papers: Papers | None = None
        self._drawn = QPixmap()
        self.setObjectName("sheet")
        self.setAccessibleName(desk.t(N_("Preview of the letterhead and sign-off")))
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
            self, self._show, draw_top, self._papers, self._desk.t, key="preview"
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
