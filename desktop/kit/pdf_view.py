"""Pages of a PDF inside the window."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.desk import Desk
from desktop.kit.parts import empty_out
from desktop.texts import N_

_SHOWN = 30  # pages that are drawn; a preview is no reader


def draw_page(page: Any, scale: float) -> tuple[int, int, bytes]:
    """Width, height and pixels of a page of pypdfium2, ``scale`` pixels for each point."""
    bitmap = page.render(scale=scale, rev_byteorder=True, prefer_bgrx=True)
    return bitmap.width, bitmap.height, bytes(bitmap.buffer)


def as_image(drawn: tuple[int, int, bytes]) -> QImage:
    """A drawn page; it lives as long as the pixels do."""
    width, height, pixels = drawn
    return QImage(pixels, width, height, width * 4, QImage.Format.Format_RGBX8888)


def draw_pages(content: bytes, scale: float) -> tuple[int, list[tuple[int, int, bytes]]]:
    """Number of pages, and (width, height, RGBA) of the first ones. Runs beside the UI."""
    import pypdfium2

    pdf = pypdfium2.PdfDocument(content)
    pages = [draw_page(pdf[number], scale) for number in range(min(len(pdf), _SHOWN))]
    count = len(pdf)
    pdf.close()
    return count, pages


class PdfView(QScrollArea):
    """Shows a document page by page; its zoom follows the width."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setWidgetResizable(True)
        self.setAccessibleName(desk.t(N_("Preview")))
        self.setObjectName("preview")
        self._inside = QWidget()
        self._inside.setObjectName("page")
        self._box = QVBoxLayout(self._inside)
        self._box.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._box.setSpacing(desk.theme.px(12))
        self.setWidget(self._inside)

    def show_pdf(self, content: bytes) -> None:
        """Draw a PDF; the pages appear when they are ready."""
        self._desk.tasks.render(self, self._show, draw_pages, content, 1.25, key="pages")

    def clear(self) -> None:
        """Show nothing."""
        empty_out(self._box)

    @property
    def page_count(self) -> int:
        """How many pages are shown."""
        return self._box.count()

    def _show(self, drawn: tuple[int, list[tuple[int, int, bytes]]]) -> None:
        self.clear()
        count, pages = drawn
        for number, page in enumerate(pages, start=1):
            self._box.addWidget(self._page(page, number, count))
        self.verticalScrollBar().setValue(0)

    def _page(self, page: tuple[int, int, bytes], number: int, count: int) -> QLabel:
        room = min(self.viewport().width() - self._desk.theme.px(40), page[0])
        shown: Any = QPixmap.fromImage(as_image(page).copy())
        label = QLabel()
        label.setPixmap(
            shown.scaledToWidth(max(room, 200), Qt.TransformationMode.SmoothTransformation)
        )
        label.setAccessibleName(
            self._desk.t(N_("Page {page} of {pages}"), page=number, pages=count)
        )
        return label
