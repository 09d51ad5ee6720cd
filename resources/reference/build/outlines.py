"""Outlines of the 514 kabupaten/kota: from the gazetteer package to two TopoJSON files and centre points."""

import json
import re
import sqlite3  # noqa: TID251 - reads a database inside a package; no workspace is open here
import subprocess
from contextlib import closing
from pathlib import Path

from shapely import make_valid, wkb
from shapely.geometry import mapping
from shapely.geometry.base import BaseGeometry

# The five features of the package that are lakes, reservoirs and a forest.
_NOT_AN_AREA = {"Danau", "Danau Toba", "Hutan", "Waduk Cirata", "Wadung Kedungombo"}

# Names of 2020 of areas that are called or spelled otherwise today: letters there → letters here.
_RENAMED = {
    "tobasamosir": "toba",
    "mahakamhulu": "mahakamulu",
    "siautagulandangbiaro": "kepulauansiautagulandangbiaro",
    "mamujuutara": "pasangkayu",
    "malukutenggarabarat": "kepulauantanimbar",
}


def key(name: str) -> tuple[bool, str]:
    """Whether a name is a Kota, and its letters."""
    short = re.sub(r"^(Kabupaten|Kota)( Administrasi)?\s+", "", name)
    return name.startswith("Kota "), re.sub(r"[^a-z]", "", short.lower())


def shapes(gazetteer: Path, regencies: dict[str, str]) -> dict[str, BaseGeometry]:
    """Geometry per code; every one of ``regencies`` (code → name) exactly once."""
    codes = {key(name): code for code, name in regencies.items()}
    found: dict[str, BaseGeometry] = {}
    with closing(sqlite3.connect(gazetteer / "gazetteer" / "data" / "data.db")) as database:
        rows = database.execute(
            "SELECT name, coordinates FROM location_data WHERE shape_id LIKE '22746128B%'"
        ).fetchall()
    if len(rows) != len(regencies) + len(_NOT_AN_AREA):
        raise SystemExit(f"{len(rows)} features, not 514 areas and 5 others")
    for name, shape in rows:
        if name in _NOT_AN_AREA:
            continue
        # 'Kota Baru' is a Kabupaten, which we write without the blank.
        city, letters = (False, "kotabaru") if name == "Kota Baru" else key(name)
        code = codes[city, _RENAMED.get(letters, letters)]
        if code in found:
            raise SystemExit(f"two outlines for {code}")
        found[code] = make_valid(wkb.loads(shape))
    if set(found) != set(regencies):
        raise SystemExit(f"no outline: {sorted(set(regencies) - set(found))}")
    return found


def centre(shape: BaseGeometry) -> tuple[float, float]:
    """Latitude and longitude of the centroid, or of a point inside where the centroid lies outside."""
    point = shape.centroid
    if not shape.contains(point):
        largest = max(getattr(shape, "geoms", [shape]), key=lambda part: part.area)
        point = largest.representative_point()
    return round(point.y, 5), round(point.x, 5)


def write(found: dict[str, BaseGeometry], folder: Path, mapshaper: Path) -> None:
    """``outlines-detailed.topojson`` and ``outlines-overview.topojson``, each below 1 MB."""
    features = [
        {
            "type": "Feature",
            "properties": {"code": code, "province": code[:2]},
            "geometry": mapping(shape),
        }
        for code, shape in sorted(found.items())
    ]
    plain = folder / "outlines.geojson"
    plain.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    # Small islands and towns survive the simplification; gaps and slivers of the source are closed.
    fewer_points = ["-simplify", "weighted", "keep-shapes", "25%", "-clean", "gap-fill-area=2km2"]
    for detail, steps, quantization in (
        ("detailed", [], 100_000),  # about 50 m
        ("overview", fewer_points, 20_000),  # about 250 m
    ):
        target = folder / f"outlines-{detail}.topojson"
        command = [
            *(str(mapshaper), str(plain), "snap", "-clean", "gap-fill-area=2km2", *steps),
            *("-rename-layers", "regencies", "-dissolve", "province", "+", "name=provinces"),
            *("-o", str(target), "target=regencies,provinces", "format=topojson"),
            f"quantization={quantization}",
        ]
        subprocess.run(command, check=True)  # noqa: S603 - fixed command
        if target.stat().st_size > 1_000_000:
            raise SystemExit(f"{target.name} is larger than 1 MB")
    plain.unlink()
