"""Questions of the map: how many activities, members and organizations each place has."""

from dataclasses import dataclass

from db.engine import Reader
from db.queries.taken_part import WAS_HELD

MEASURES = ("activities", "members", "organizations")


@dataclass(frozen=True, slots=True)
class PlaceNumber:
    """A kabupaten, kota or other place with its province and its number."""

    id: str
    name: str
    province: str | None
    province_name: str | None
    number: int


_COUNTED = {
    "activities": (
        "SELECT x.district_id AS id, count(*) AS n FROM activity_district AS x"
        " JOIN activity AS v ON v.id = x.activity_id JOIN term AS s ON s.id = v.status_id"
        f" WHERE x.removed = 0 AND v.removed = 0 AND {WAS_HELD} GROUP BY 1"
    ),
    "members": (
        "SELECT p.district_id AS id, count(*) AS n FROM person AS p INDEXED BY ix_person_district"
        " WHERE p.district_id IS NOT NULL AND p.removed = 0"
        " AND p.id NOT IN (SELECT id FROM merged_person)"
        " AND p.id NOT IN (SELECT person_id FROM erasure) GROUP BY 1"
    ),
    "organizations": (
        "SELECT o.district_id AS id, count(*) AS n FROM organization AS o"
        " WHERE o.district_id IS NOT NULL AND o.removed = 0 GROUP BY 1"
    ),
}


def numbers(reader: Reader, measure: str) -> list[PlaceNumber]:
    """Places that have any, the most first. Of a province are those that lie in it."""
    return reader.rows(
        PlaceNumber,
        "SELECT d.id, d.name, CASE WHEN d.level = 'province' THEN d.id ELSE d.parent_id END,"
        " CASE WHEN d.level = 'province' THEN d.name ELSE u.name END, c.n"
        f" FROM ({_COUNTED[measure]}) AS c JOIN district AS d ON d.id = c.id"
        " LEFT JOIN district AS u ON u.id = d.parent_id ORDER BY c.n DESC, d.name",
    )
