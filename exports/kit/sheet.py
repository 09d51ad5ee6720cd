"""Drawing on a page from the top left, in millimetres; the one place that talks to the PDF canvas."""

import contextlib
import io
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from reportlab import rl_config
from reportlab.graphics.shapes import Drawing
from reportlab.lib.colors import Color, HexColor
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from exports.kit import colours, fonts
from exports.kit.paper import MM, Paper

# Streams as bytes and not as letters: a fifth smaller, and photos are not spelled out by Python.
rl_config.useA85 = 0


@dataclass(frozen=True, slots=True)
class Style:
    """How a text looks. ``leading``: distance of lines, as a multiple of the size."""

    font: str = fonts.REGULAR
    size: float = 9
    colour: str = colours.INK
    leading: float = 1.3

    @property
    def line(self) -> float:
        """Height of a line in millimetres."""
        return self.size * self.leading / MM

    def lines(self, text: str, room: float) -> tuple[str, ...]:
        """The text broken into lines that fit into ``room`` millimetres."""
        return fonts.wrapped(text, self.font, self.size, room * MM)

    def fitting(self, text: str, room: float, lines: int, least: float = 7) -> "Style":
        """This style, as much smaller as the text needs to stand in so many lines."""
        style = self
        while len(style.lines(text, room)) > lines and style.size > least:
            style = replace(style, size=style.size - 0.5)
        return style


class Sheet:
    """Pages of one PDF. Positions in millimetres from the top left of the page."""

    def __init__(
        self, paper: Paper, *, title: str, language: str, accent: str | None = None
    ) -> None:
        """``accent``: the colour of the office, None for ours."""
        fonts.register()
        self._palette = colours.palette(accent)
        self.paper = paper
        self._buffer = io.BytesIO()
        # invariant: the same answer gives the same bytes, whenever it is printed.
        self._canvas = Canvas(self._buffer, pagesize=paper.points, invariant=1, pageCompression=1)
        self._canvas.setTitle(title)
        self._canvas.setCreator("Rembuk")
        self._canvas.setProducer("Rembuk")
        self._canvas.setCatalogEntry("Lang", language)
        self._canvas.setViewerPreference("DisplayDocTitle", "true")

    def text(self, x: float, y: float, text: str, style: Style, align: str = "left") -> None:
        """One line whose baseline lies at ``y``."""
        canvas = self._canvas
        canvas.setFont(style.font, style.size)
        canvas.setFillColor(self._shade(style.colour))
        left, base = x * MM, (self.paper.height - y) * MM
        if align == "left":
            canvas.drawString(left, base, text)
        elif align == "right":
            canvas.drawRightString(left, base, text)
        else:
            canvas.drawCentredString(left, base, text)

    def block(
        self, x: float, y: float, room: float, text: str, style: Style, align: str = "left"
    ) -> float:
        """Several lines from ``y`` downwards; answers where they end."""
        at = x + {"left": 0, "center": room / 2, "right": room}[align]
        for line in style.lines(text, room):
            self.text(at, y + style.size / MM, line, style, align)
            y += style.line
        return y

    def line(
        self,
        x1: float,
        y1: float,
        x2: float,
        y2: float,
        *,
        width: float = 0.6,
        colour: str = colours.LINE,
    ) -> None:
        """A straight line; ``width`` in points."""
        self._canvas.setStrokeColor(self._shade(colour))
        self._canvas.setLineWidth(width)
        height = self.paper.height
        self._canvas.line(x1 * MM, (height - y1) * MM, x2 * MM, (height - y2) * MM)

    def lines(
        self, segments: list[tuple[float, float, float, float]], *, width: float = 0.6
    ) -> None:
        """Many lines at once; far cheaper than one by one."""
        self._canvas.setStrokeColor(self._shade(colours.LINE))
        self._canvas.setLineWidth(width)
        height = self.paper.height
        # Written by hand: the canvas takes ten times as long to say where a line is.
        self._canvas.addLiteral(
            " ".join(
                f"{x1 * MM:.3f} {(height - y1) * MM:.3f} m {x2 * MM:.3f} {(height - y2) * MM:.3f} l"
                for x1, y1, x2, y2 in segments
            )
            + " S"
        )

    def fill(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """A filled rectangle without border."""
        self._canvas.setFillColor(self._shade(colour))
        bottom = (self.paper.height - y - height) * MM
        self._canvas.rect(x * MM, bottom, width * MM, height * MM, stroke=0, fill=1)

    def bars(self, bars: list[tuple[float, float, float, float]]) -> None:
        """Black rectangles (left, top, width, height) as one path."""
        height = self.paper.height
        self._canvas.setFillColor(_colour(colours.BLACK))
        self._canvas.addLiteral(
            " ".join(
                f"{x * MM:.3f} {(height - y - tall) * MM:.3f} {width * MM:.3f} {tall * MM:.3f} re"
                for x, y, width, tall in bars
            )
            + " f"
        )

    def drawing(self, drawing: Drawing, x: float, y: float) -> None:
        """A reportlab drawing with its lower left corner at ``x``, ``y``."""
        from reportlab.graphics import renderPDF

        renderPDF.draw(drawing, self._canvas, x * MM, (self.paper.height - y) * MM)

    def image(self, content: bytes, x: float, y: float, width: float, height: float) -> None:
        """A picture scaled into a box, its proportions kept."""
        bottom = (self.paper.height - y - height) * MM
        self._canvas.drawImage(
            _Picture(io.BytesIO(content)),
            *(x * MM, bottom, width * MM, height * MM),
            preserveAspectRatio=True,
            anchor="c",
            mask="auto",
        )

    @contextlib.contextmanager
    def upside_down(self, x: float, y: float) -> Iterator[None]:
        """What is drawn inside is turned around a point."""
        canvas = self._canvas
        canvas.saveState()
        canvas.translate(2 * x * MM, 2 * (self.paper.height - y) * MM)
        canvas.rotate(180)
        yield
        canvas.restoreState()

    def frame(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """A rectangle without filling."""
        self._canvas.setStrokeColor(self._shade(colour))
        self._canvas.setLineWidth(0.6)
        bottom = (self.paper.height - y - height) * MM
        self._canvas.rect(x * MM, bottom, width * MM, height * MM, stroke=1, fill=0)

    def bookmark(self, title: str, level: int = 0) -> None:
        """An entry in the outline of the PDF that leads to this page."""
        key = f"p{self._canvas.getPageNumber()}-{title}"
        self._canvas.bookmarkPage(key)
        self._canvas.addOutlineEntry(title, key, level)

    def place_later(self, name: str) -> None:
        """Room on this page for what ``placed_later`` draws under that name."""
        self._canvas.doForm(name)

    @contextlib.contextmanager
    def placed_later(self, name: str) -> Iterator[None]:
        """What is drawn inside goes to the page that was kept free for it."""
        self._canvas.beginForm(name, 0, 0, *self.paper.points)
        yield
        self._canvas.endForm()

    def _shade(self, name: str) -> Color:
        return _colour(self._palette.get(name, name))

    def next_page(self) -> None:
        """End the page."""
        self._canvas.showPage()

    def done(self) -> bytes:
        """The PDF."""
        self._canvas.save()
        return self._buffer.getvalue()


class _Picture(ImageReader):
    """A picture whose file says which one it is: photos go into the PDF as they are, without being unfolded."""

    _dataA: Any = None  # noqa: N815 - reportlab's name: a photo has nothing to see through

    def getRGBData(self) -> bytes:  # noqa: N802 - reportlab's name
        """What a picture is known by; of a photo its file, which is all that is needed of it."""
        photo: Any = self.jpeg_fh()  # type: ignore[func-returns-value]  # of a photo it does
        if photo is None:
            return bytes(super().getRGBData())  # type: ignore[no-untyped-call]
        whole = bytes(photo.read())
        photo.seek(0)
        return whole


_colours: dict[str, Color] = {}


def _colour(name: str) -> Color:
    if name not in _colours:
        _colours[name] = HexColor(name)
    return _colours[name]
