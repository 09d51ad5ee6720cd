"""Charts of documents: horizontal bars with their values, drawn as vectors. No boxes, no grid."""

from collections.abc import Callable
from dataclasses import dataclass

from reportlab.graphics.shapes import Drawing, Rect, String
from reportlab.lib.colors import HexColor

from exports.kit import colours, fonts
from exports.kit.paper import MM

_ROW, _BAR, _GAP = 7.0, 4.4, 2.0  # millimetres
_SIZE = 8.0


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars in a row for each category; ``series`` name the parts of a bar, ``values`` are per category."""

    title: str
    categories: tuple[str, ...]
    series: tuple[str, ...]
    values: tuple[tuple[float, ...], ...]


def height(chart: Chart) -> float:
    """Millimetres that a chart needs."""
    legend = 6 if len(chart.series) > 1 else 0
    return 8 + legend + len(chart.categories) * _ROW


def drawing(chart: Chart, room: float, show: Callable[[float], str] = str) -> Drawing:
    """The chart, ``room`` millimetres wide. The total stands at the end of every bar."""
    fonts.register()
    label_room = min(
        60.0, 4 + max(fonts.width(c, fonts.REGULAR, _SIZE) for c in chart.categories) / MM
    )
    total_height = height(chart)
    drawn = Drawing(room * MM, total_height * MM)
    y = total_height - 4
    drawn.add(_string(0, y, chart.title, fonts.BOLD, 9))
    if len(chart.series) > 1:
        y -= 6
        x = 0.0
        for name, colour in zip(chart.series, colours.SERIES, strict=False):
            drawn.add(_rect(x, y, 3, 3, colour))
            drawn.add(_string(x + 4.2, y + 0.4, name, fonts.REGULAR, _SIZE))
            x += 8 + fonts.width(name, fonts.REGULAR, _SIZE) / MM
    most = max((sum(row) for row in chart.values), default=0) or 1
    bar_room = room - label_room - 16
    for category, row in zip(chart.categories, chart.values, strict=True):
        y -= _ROW
        lines = fonts.wrapped(category, fonts.REGULAR, _SIZE, (label_room - 2) * MM)
        drawn.add(_string(0, y + 1.2, lines[0], fonts.REGULAR, _SIZE))
        x = label_room
        for value, colour in zip(row, colours.SERIES, strict=False):
            width = bar_room * value / most
            if width:
                drawn.add(_rect(x, y, width, _BAR, colour))
            x += width
        drawn.add(_string(x + 1.5, y + 1.2, show(sum(row)), fonts.MEDIUM, _SIZE))
    return drawn


def _rect(x: float, y: float, width: float, bar: float, colour: str) -> Rect:
    return Rect(x * MM, y * MM, width * MM, bar * MM, fillColor=HexColor(colour), strokeColor=None)  # type: ignore[arg-type]  # the stubs take no colours


def _string(x: float, y: float, text: str, font: str, size: float) -> String:
    return String(
        x * MM, y * MM, text, fontName=font, fontSize=size, fillColor=HexColor(colours.INK)
    )
