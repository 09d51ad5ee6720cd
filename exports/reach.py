"""Where people came from and where something was held, for any map program (GeoJSON, RFC 7946).

Restricted activities are left out: a place may tell who they are about.
"""

import json
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from db.engine import Reader
from db.queries.period_report import held_in
from db.queries.statistics import CIVIL_SOCIETY, GOVERNMENT, Reach, statistics
from db.queries.taken_part import Scope
from exports.document import SCOPE, Choices, Document
from resources.texts import N_, Texts

if TYPE_CHECKING:
    from resources.reference.shapes import Ring

TITLE = N_("Reach on a map")
_DECIMALS = 4  # of a degree: eleven metres


@dataclass(frozen=True, slots=True)
class _Asked:
    reach: tuple[Reach, ...]
    held_in: dict[str, str]
    scope: Scope
    version: int


def _question(reader: Reader, choices: Choices) -> _Asked:
    scope = Scope(None, choices["programme"], choices["from"], choices["to"], open_only=True)
    counted = statistics(reader, scope)
    return _Asked(counted.districts, dict(held_in(reader, scope)), scope, counted.version)


def make(asked: _Asked, _: Texts, kind: str) -> bytes:
    """A feature for each kabupaten/kota as ``geojson``; names of properties are the same in every language."""
    from resources.reference.shapes import CREDIT

    assert kind == "geojson"  # noqa: S101 - the only format of this document
    reached = {one.district_id: one for one in asked.reach}
    places = {one.district_id: one.district for one in asked.reach} | asked.held_in
    collection = {
        "type": "FeatureCollection",
        "attribution": CREDIT,
        "from": asked.scope.first,
        "to": asked.scope.last,
        "version": asked.version,
        "features": [
            {
                "type": "Feature",
                "id": code,
                "properties": {
                    "code": code,
                    "name": name,
                    "people": reached[code].people if code in reached else 0,
                    "government": code in reached and GOVERNMENT in reached[code].meanings,
                    "civil_society": code in reached and CIVIL_SOCIETY in reached[code].meanings,
                    "held": code in asked.held_in,
                },
                "geometry": _geometry(code),
            }
            for code, name in places.items()
        ],
    }
    return json.dumps(collection, ensure_ascii=False, separators=(",", ":")).encode()


def _geometry(code: str) -> dict[str, object] | None:
    """The outline of a place; none of one that is not certain."""
    from resources.reference import shapes

    outline = shapes.regencies().get(code)
    if outline is None:
        return None
    polygons = [
        [_turned(ring, outside=number == 0) for number, ring in enumerate(polygon)]
        for polygon in outline.polygons
    ]
    return {"type": "MultiPolygon", "coordinates": polygons}


def _turned(ring: "Ring", *, outside: bool) -> list[list[float]]:
    """Outer rings run against the clock, holes with it: the right-hand rule of the format."""
    area = sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(ring))
    points = [[round(x, _DECIMALS), round(y, _DECIMALS)] for x, y in ring]
    return points if (area > 0) == outside else points[::-1]


DOCUMENT = Document(
    key="reach",
    title=TITLE,
    formats=("geojson",),
    choices=SCOPE,
    question=_question,
    make=make,
    nameless=True,
)
