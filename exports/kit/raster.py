"""A drawing as a picture, for files that cannot hold it as lines."""

import io

import pypdfium2
from reportlab.graphics import renderPDF
from reportlab.graphics.shapes import Drawing

_DOTS = 200 / 72  # per point: what an office printer shows of a map


def picture(drawing: Drawing) -> bytes:
    """The drawing as PNG."""
    with pypdfium2.PdfDocument(renderPDF.drawToString(drawing)) as opened:
        drawn = opened[0].render(scale=_DOTS).to_pil()
    result = io.BytesIO()
    drawn.save(result, "PNG", optimize=True)
    return result.getvalue()
