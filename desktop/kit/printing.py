"""Documents onto paper: the pages of a PDF, each in its own size."""

from typing import Any

from db.errors import UserError
from desktop.jobs import Step
from desktop.kit.pdf_view import as_image, draw_page
from desktop.texts import N_

NOT_TAKEN = N_(
    "The printer did not take the paper. Look whether it is on and connected, "
    "or save the document as PDF."
)
_RESOLUTION = 300  # dots per inch: as fine as office printers print
_POINTS = 72  # per inch, in a PDF


def print_pdf(content: bytes, printer: Any, step: Step) -> None:
    """Print a PDF on a ``QPrinter``, beside the UI; ``step`` is told each page.

    Raises:
        UserError: the printer is off, gone, or its file cannot be written.
    """
    import pypdfium2
    from PySide6.QtCore import QMarginsF, QRectF, QSizeF
    from PySide6.QtGui import QPageLayout, QPageSize, QPainter

    pdf = pypdfium2.PdfDocument(content)
    painter = QPainter()
    try:
        first = max(printer.fromPage(), 1)
        last = min(printer.toPage() or len(pdf), len(pdf))
        for number in range(first, last + 1):
            page = pdf[number - 1]
            width, height = page.get_size()
            size = QPageSize(QSizeF(min(width, height), max(width, height)), QPageSize.Unit.Point)
            sideways = QPageLayout.Orientation
            turned = sideways.Landscape if width > height else sideways.Portrait
            printer.setFullPage(True)
            printer.setPageLayout(QPageLayout(size, turned, QMarginsF()))
            if not (painter.begin(printer) if number == first else printer.newPage()):
                raise UserError(NOT_TAKEN)
            drawn = draw_page(page, _RESOLUTION / _POINTS)
            painter.drawImage(QRectF(painter.viewport()), as_image(drawn))
            step(number - first + 1, last - first + 1)
    finally:
        if painter.isActive():
            painter.end()
        pdf.close()
