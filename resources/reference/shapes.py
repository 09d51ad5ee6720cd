"""The outlines of kabupaten/kota and provinces in degrees (WGS 84). Whose they are: SOURCES.md."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from resources.reference import outlines as file

# What a map must say (CC BY 3.0 IGO).
CREDIT = "BPS, WFP, OCHA ROAP – geoBoundaries (2020), CC BY 3.0 IGO"

Detail = Literal["overview", "detailed"]
Point = tuple[float, float]
"""Longitude and latitude."""
Ring = tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """Shape of an area: polygons, each of an outer ring and the holes in it."""

    code: str
    province: str
    polygons: tuple[tuple[Ring, ...], ...]

    @property
    def box(self) -> tuple[float, float, float, float]:
        """West, south, east, north."""
        points = [point for polygon in self.polygons for point in polygon[0]]
        across, up = [x for x, _ in points], [y for _, y in points]
        return min(across), min(up), max(across), max(up)


@cache
def regencies(detail: Detail = "overview") -> dict[str, Outline]:
    """Outlines of all kabupaten/kota by code."""
    return {one.code: one for one in _layer("regencies", detail)}


@cache
def provinces(detail: Detail = "overview") -> dict[str, Outline]:
    """Outlines of all provinces by code."""
    return {one.code: one for one in _layer("provinces", detail)}


def _layer(name: str, detail: Detail) -> Iterator[Outline]:
    topology = json.loads(file(detail).read_text("utf-8"))
    arcs = [_unpacked(arc, topology["transform"]) for arc in topology["arcs"]]
    for shape in topology["objects"][name]["geometries"]:
        parts = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
        about = shape["properties"]
        yield Outline(
            about.get("code", about["province"]),
            about["province"],
            tuple(tuple(_ring(arcs, ring) for ring in polygon) for polygon in parts),
        )


def _unpacked(arc: list[list[int]], transform: dict[str, Any]) -> list[Point]:
    """Steps on a grid → degrees."""
    (across, up), (west, south) = transform["scale"], transform["translate"]
    x = y = 0
    points = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        points.append((x * across + west, y * up + south))
    return points


def _ring(arcs: list[list[Point]], numbers: list[int]) -> Ring:
    """Arcs one after another; a negative number is one that runs backwards."""
    points: list[Point] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc[1:] if points else arc
    return tuple(points)
