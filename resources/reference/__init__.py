"""Reference data that ships with Rembuk: places, vocabularies, holidays, outlines. Sources: SOURCES.md."""

import csv
import lzma
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from resources import resource


@dataclass(frozen=True, slots=True)
class Area:
    """A place with its official code.

    ``level``: country, province, regency (kabupaten/kota), uncertain (Kabupaten or Kota not yet
    certain, code ``33.22|33.74``), subdistrict, village, division (of another country).
    Latitude and longitude: a point inside, in degrees (WGS 84). ``pcode``: OCHA P-code of 2020.
    """

    code: str
    level: str
    kind: str | None
    name: str
    short_name: str
    parent: str | None
    latitude: float | None = None
    longitude: float | None = None
    time_zone: str | None = None
    pcode: str | None = None
    name_en: str | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Term:
    """A word of a vocabulary; ``meaning`` is what the counting rules know it as."""

    vocabulary: str
    code: str
    label_id: str
    label_en: str
    meaning: str | None
    rank: int


@dataclass(frozen=True, slots=True)
class Holiday:
    """A public holiday or day of collective leave; ``estimated`` where the moon decides."""

    date: date
    name_id: str
    name_en: str
    estimated: bool


def areas() -> tuple[Area, ...]:
    """Countries, provinces, kabupaten/kota and the pairs in doubt: what every workspace starts with."""
    aliases = defaultdict(list)
    for code, alias in _rows("aliases.csv"):
        aliases[code].append(alias)
    return tuple(_area(row, tuple(aliases[row[0]])) for row in _rows("areas.csv"))


def subdistricts(regency: str) -> tuple[Area, ...]:
    """Kecamatan of a kabupaten/kota."""
    return tuple(
        Area(code, "subdistrict", "Kecamatan", f"Kecamatan {name}", name, regency)
        for code, name in _below("subdistricts").get(regency, ())
    )


def villages(subdistrict: str) -> tuple[Area, ...]:
    """Desa and kelurahan of a kecamatan; the first digit of the last part tells which."""
    found = []
    for code, name in _below("villages").get(subdistrict, ()):
        kind = _VILLAGE_KINDS[code.rsplit(".", 1)[1][0]]
        found.append(Area(code, "village", kind, f"{kind} {name}", name, subdistrict))
    return tuple(found)


def divisions(country: str) -> tuple[Area, ...]:
    """First-level divisions of another country (ISO 3166-2)."""
    return tuple(
        Area(code, "division", kind, name, name, country)
        for code, of, name, kind in _rows("divisions.csv")
        if of == country
    )


def vocabularies() -> tuple[Term, ...]:
    """The words that ship with Rembuk; an admin may add to them."""
    return tuple(
        Term(vocabulary, code, label_id, label_en, meaning or None, int(rank))
        for vocabulary, code, label_id, label_en, meaning, rank in _rows("vocabularies.csv")
    )


def holidays() -> tuple[Holiday, ...]:
    """Public holidays and collective leave of Indonesia."""
    return tuple(
        Holiday(date.fromisoformat(day), name_id, name_en, estimated == "1")
        for day, name_id, name_en, estimated in _rows("holidays.csv")
    )


def outlines(*, detailed: bool = False) -> Path:
    """TopoJSON with the layers ``regencies`` and ``provinces``; property ``code``, or ``province``."""
    return resource(f"reference/outlines{'' if detailed else '-overview'}.topojson")


_VILLAGE_KINDS = {"1": "Kelurahan", "2": "Desa", "3": "Desa adat"}


def _area(row: list[str], aliases: tuple[str, ...]) -> Area:
    code, level, kind, name, short_name, parent, latitude, longitude, zone, pcode, english = row
    return Area(
        code,
        level,
        kind or None,
        name,
        short_name,
        parent or None,
        float(latitude) if latitude else None,
        float(longitude) if longitude else None,
        zone or None,
        pcode or None,
        english or None,
        aliases,
    )


def _rows(name: str) -> Iterator[list[str]]:
    with resource(f"reference/{name}").open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        next(rows)
        yield from rows


@cache
def _below(name: str) -> dict[str, list[tuple[str, str]]]:
    """Rows of a compressed table by the code above them."""
    found = defaultdict(list)
    with lzma.open(
        resource(f"reference/{name}.csv.xz"), "rt", encoding="utf-8", newline=""
    ) as file:
        for code, text in csv.reader(file):
            found[code.rsplit(".", 1)[0]].append((code, text))
    return dict(found)
