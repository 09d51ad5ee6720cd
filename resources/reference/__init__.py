"""Reference data that ships with Rembuk: places, vocabularies, holidays, outlines. Sources: SOURCES.md."""

import csv
import lzma
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Literal

from resources import resource


@dataclass(frozen=True, slots=True)
class Area:
    """A place with its official code.

    ``level``: country, province, regency (kabupaten/kota), uncertain (Kabupaten or Kota not yet
    certain, code ``33.22|33.74``), subdistrict, village, division (of another country), region
    (none ships with us). ``name_en`` where English has a name of its own.
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
    aliases: tuple[str, ...] = ()
    name_en: str | None = None


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
    """A public holiday or day of collective leave; ``estimated`` where it is not yet decreed."""

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
    """Kecamatan of a kabupaten/kota or province; called Distrik in the six provinces of Papua."""
    return tuple(_subdistrict(code, name) for code, name in _below("subdistricts", regency))


def villages(subdistrict: str) -> tuple[Area, ...]:
    """Desa and kelurahan of a kecamatan, or of all that lies below a larger area."""
    return tuple(_village(code, name) for code, name in _below("villages", subdistrict))


def find_villages(text: str, limit: int) -> tuple[Area, ...]:
    """Desa and kelurahan with ``text`` in their name, in the order of the codes, at most ``limit``.

    Names that begin with the text come first. Their parent is the code of the kecamatan.
    """
    sought = text.strip()
    if not sought:
        return ()
    letters = re.escape(sought)
    first, later = (
        re.compile(rf"^[\d.]+\t{before}{letters}.*$", re.IGNORECASE | re.MULTILINE)
        for before in ("", ".+")
    )
    found: dict[str, Area] = {}
    for pattern in (first, later):
        for match in islice(pattern.finditer(_text("villages")), limit):
            code, name = match.group().split("\t")
            found.setdefault(code, _village(code, name))
        if len(found) >= limit:
            break
    return tuple(islice(found.values(), limit))


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
    """Public holidays and collective leave of Indonesia, 2015 to 2027."""
    return tuple(
        Holiday(date.fromisoformat(day), name_id, name_en, estimated == "1")
        for day, name_id, name_en, estimated in _rows("holidays.csv")
    )


def outlines(detail: Literal["overview", "detailed"] = "overview") -> Path:
    """TopoJSON of all kabupaten/kota; the overview for a page, the detailed one to zoom in.

    Layers: ``regencies`` (properties ``code`` and ``province``), ``provinces`` (``province``).
    """
    return resource(f"reference/outlines-{detail}.topojson")


# By the first digit of the last part of the code.
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
        aliases,
        english or None,
    )


def _subdistrict(code: str, name: str) -> Area:
    kind = "Distrik" if code.startswith("9") else "Kecamatan"
    return Area(code, "subdistrict", kind, f"{kind} {name}", name, code.rpartition(".")[0])


def _village(code: str, name: str) -> Area:
    parent, _, last = code.rpartition(".")
    kind = _VILLAGE_KINDS[last[0]]
    return Area(code, "village", kind, f"{kind} {name}", name, parent)


def _rows(name: str) -> Iterator[list[str]]:
    with resource(f"reference/{name}").open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        next(rows)
        yield from rows


def _below(name: str, parent: str) -> Iterator[list[str]]:
    """Code and name of all that lies below a code: lines that stand together, found by halving."""
    text = _text(name)

    def line(position: int) -> str:
        start = text.rfind("\n", 0, position) + 1
        return text[start : start + len(parent) + 1]

    # The sign after the dot ends what begins with the code and a dot.
    first, end = (bisect_left(range(len(text)), f"{parent}{sign}", key=line) for sign in "./")
    return (row.split("\t") for row in text[first:end].splitlines())


@cache
def _text(name: str) -> str:
    """Lines of code, tab and name, kept as one text: two megabytes, where its rows would take twenty."""
    return lzma.decompress(resource(f"reference/{name}.tsv.xz").read_bytes()).decode("utf-8")
