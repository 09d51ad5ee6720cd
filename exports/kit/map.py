"""Maps of districts, drawn as vectors from the outlines that ship with us. Nothing is told by colour alone."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from reportlab.graphics.shapes import Circle, Drawing, Path, Rect, String
from reportlab.lib.colors import HexColor

from exports.kit import colours, fonts
from exports.kit.paper import MM
from resources.reference import shapes
from resources.reference.shapes import CREDIT, Outline
from resources.texts import N_, Texts

BORDERS = N_("Borders: {credit}")

_LAND = "#EEF1F3"
_TALLEST = 125.0  # millimetres
_WIDE = 14.0  # degrees of longitude from which on the whole country is shown
_SMALL = 2.2  # millimetres: smaller areas get a dot
_LABELS = 24  # names that a map bears at most
_LETTERS = 6.0
_LEGEND = 5.5  # millimetres of a line of the legend


@dataclass(frozen=True, slots=True)
class Mark:
    """How areas are shown: filled with a colour, and what that means."""

    colour: str
    said: str


@dataclass(frozen=True, slots=True)
class Shown:
    """An area with which of the marks it bears (a position).

    Its ``name`` stands on the map where there is room, else its ``number``, by which it is found in a list.
    """

    name: str
    number: int
    mark: int


Box = tuple[float, float, float, float]


class _Projection:
    """Degrees → points of the drawing; as wide as the room, and as high as the country asks for."""

    def __init__(self, box: Box, room: float, foot: float) -> None:
        west, south, east, north = box
        narrowing = math.cos(math.radians((south + north) / 2))
        wide, tall = (east - west) * narrowing, north - south
        scale = min(room / wide, _TALLEST / tall)
        self.height = tall * scale + foot
        self._left = (room - wide * scale) / 2
        self._scale, self._narrowing, self._foot = scale, narrowing, foot
        self._west, self._south = west, south

    def at(self, longitude: float, latitude: float) -> tuple[float, float]:
        x = self._left + (longitude - self._west) * self._narrowing * self._scale
        y = self._foot + (latitude - self._south) * self._scale
        return round(x * MM, 2), round(y * MM, 2)

    def size(self, box: Box) -> float:
        """The longer side of a box in millimetres."""
        west, south, east, north = box
        return max((east - west) * self._narrowing, north - south) * self._scale


def reach_map(
    shown: Mapping[str, Shown], marks: tuple[Mark, ...], room: float, t: Texts
) -> Drawing:
    """Kabupaten/kota by code with their marks, ``room`` millimetres wide, with a legend.

    Of a few provinces these alone are drawn, else the whole country.
    """
    fonts.register()
    regencies, provinces = shapes.regencies(), shapes.provinces()
    areas = {code: one for code, one in shown.items() if code in regencies}
    near = {regencies[code].province for code in areas}
    box = _around([provinces[code] for code in near])
    wide = not near or box[2] - box[0] > _WIDE
    if wide:
        near = set(provinces)
        box = _around(list(provinces.values()))
    onto = _Projection(box, room, _LEGEND * (len(marks) + 1) + 2)
    drawn = Drawing(room * MM, onto.height * MM)
    for outline in regencies.values():
        if outline.province in near:
            mark = areas.get(outline.code)
            fill = _LAND if mark is None else marks[mark.mark].colour
            drawn.add(_path(outline, onto, fill, colours.HAIR, 0.25))
    for code in near:
        drawn.add(_path(provinces[code], onto, None, colours.LINE, 0.5))
    for code, one in areas.items():
        said = str(one.number) if wide or len(areas) > _LABELS else one.name
        _name(drawn, onto, regencies[code], said, marks[one.mark].colour, dotted=wide)
    _legend(drawn, marks, t)
    return drawn


def _around(areas: list[Outline]) -> Box:
    if not areas:
        return 0.0, 0.0, 0.0, 0.0
    west, south, east, north = zip(*(area.box for area in areas), strict=True)
    return min(west), min(south), max(east), max(north)


def _path(outline: Outline, onto: _Projection, fill: str | None, line: str, width: float) -> Path:
    made = Path(
        fillColor=HexColor(fill) if fill else None,
        strokeColor=HexColor(line),
        strokeWidth=width,
        fillMode=0,  # holes stay open
    )
    for polygon in outline.polygons:
        for ring in polygon:
            made.moveTo(*onto.at(*ring[0]))
            for point in ring[1:]:
                made.lineTo(*onto.at(*point))
            made.closePath()
    return made


def _name(
    drawn: Drawing, onto: _Projection, outline: Outline, said: str, colour: str, *, dotted: bool
) -> None:
    """What stands upon an area, in a white rim; beside a dot where the area is too small to be seen."""
    west, south, east, north = outline.box
    x, y = onto.at((west + east) / 2, (south + north) / 2)
    below = y - _LETTERS / 3
    if dotted or onto.size(outline.box) < _SMALL:
        below = y - 3.2 * MM
        drawn.add(
            Circle(
                *(x, y, 1.1 * MM),
                fillColor=HexColor(colour),
                strokeColor=HexColor(colours.INK),
                strokeWidth=0.4,
            )
        )
    for dx, dy in ((-0.5, 0), (0.5, 0), (0, -0.5), (0, 0.5)):
        drawn.add(_string(x + dx, below + dy, said, "#FFFFFF"))
    drawn.add(_string(x, below, said, colours.INK))


def _legend(drawn: Drawing, marks: tuple[Mark, ...], t: Texts) -> None:
    y = _LEGEND * len(marks)
    for mark in marks:
        drawn.add(
            Rect(
                0,
                y * MM,
                4 * MM,
                3 * MM,
                fillColor=HexColor(mark.colour),  # type: ignore[arg-type]  # the stubs take no colours
                strokeColor=HexColor(colours.LINE),  # type: ignore[arg-type]
                strokeWidth=0.4,  # type: ignore[arg-type]
            )
        )
        drawn.add(_string(5.5 * MM, (y + 0.5) * MM, mark.said, colours.INK, 8, "start"))
        y -= _LEGEND
    credit = t(BORDERS, credit=CREDIT)
    drawn.add(_string(0, 1 * MM, credit, colours.MUTED, 6.5, "start"))


def _string(
    x: float,
    y: float,
    text: str,
    colour: str,
    size: float = _LETTERS,
    anchor: Literal["start", "middle"] = "middle",
) -> String:
    return String(
        x,
        y,
        text,
        fontName=fonts.MEDIUM,
        fontSize=size,
        fillColor=HexColor(colour),
        textAnchor=anchor,
    )
