"""Questions about places."""

from dataclasses import dataclass
from typing import Any

from db.engine import Reader
from db.queries.listing import Facet, Listing
from db.queries.taken_part import WAS_HELD
from resources.texts import N_

# What a form offers first: the levels that people name most.
_RANK = (
    "CASE d.level WHEN 'regency' THEN 0 WHEN 'uncertain' THEN 1 WHEN 'province' THEN 2 ELSE 3 END"
)


@dataclass(frozen=True, slots=True)
class DistrictRow:
    """A place with the province or country it lies in."""

    id: str
    name: str
    level: str
    within: str | None


def page(
    reader: Reader,
    *,
    search_text: str = "",
    level: str | None = None,
    offset: int = 0,
    limit: int = 128,
) -> list[DistrictRow]:
    """Places by name or another name they go by; kabupaten and kota of one name both come."""
    text = search_text.strip()
    return reader.rows(
        DistrictRow,
        "SELECT d.id, d.name, d.level, u.name FROM district AS d"
        " LEFT JOIN district AS u ON u.id = d.parent_id"
        " WHERE d.removed = 0 AND (? IS NULL OR d.level = ?)"
        " AND (? = '' OR d.short_name LIKE ? OR d.name LIKE ? OR d.name_en LIKE ? OR d.id IN"
        "  (SELECT subject_id FROM alias WHERE subject = 'district' AND removed = 0"
        "   AND text LIKE ?))"
        f" ORDER BY d.short_name = ? COLLATE NOCASE DESC, {_RANK}, d.short_name, d.level, d.id"
        " LIMIT ? OFFSET ?",
        (level, level, text, f"{text}%", f"%{text}%", f"{text}%", f"{text}%", text, limit, offset),
    )


def suggest(reader: Reader, text: str, limit: int = 12) -> list[DistrictRow]:
    """Places that may be meant by the letters typed so far."""
    return page(reader, search_text=text, limit=limit)


def named(reader: Reader, district: str) -> DistrictRow | None:
    """One place."""
    return reader.one(
        DistrictRow,
        "SELECT d.id, d.name, d.level, u.name FROM district AS d"
        " LEFT JOIN district AS u ON u.id = d.parent_id WHERE d.id = ?",
        (district,),
    )


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """Line of the list of districts: how many activities, members and organizations it has."""

    id: str
    name: str
    level: str
    within: str | None
    activities: int
    members: int
    organizations: int


LEVELS = {
    "regency": N_("Kabupaten or kota"),
    "uncertain": N_("Kabupaten or kota, not certain"),
    "province": N_("Province"),
    "subdistrict": N_("Kecamatan"),
    "village": N_("Village or kelurahan"),
    "region": N_("Region"),
    "country": N_("Country"),
    "division": N_("Division abroad"),
}
_ACTIVITIES = (
    "(SELECT count(*) FROM activity_district AS x JOIN activity AS v ON v.id = x.activity_id"
    " WHERE x.district_id = {}.id AND x.removed = 0 AND v.removed = 0)"
)
_PEOPLE = (
    "(SELECT count(*) FROM person AS p WHERE p.district_id = {}.id AND p.removed = 0"
    " AND p.id NOT IN (SELECT id FROM merged_person)"
    " AND p.id NOT IN (SELECT person_id FROM erasure))"
)
_ORGANIZATIONS = (
    "(SELECT count(*) FROM organization AS o WHERE o.district_id = {}.id AND o.removed = 0)"
)
_HELD = (
    "EXISTS (SELECT 1 FROM activity_district AS x JOIN activity AS v ON v.id = x.activity_id"
    " JOIN term AS s ON s.id = v.status_id"
    f" WHERE x.district_id = r.id AND x.removed = 0 AND v.removed = 0 AND {WAS_HELD})"
)


def _place(*values: Any) -> PlaceRow:
    return PlaceRow(*values)


LISTING = Listing(
    table="district",
    make=_place,
    columns=(
        "d.id, d.name, d.level, u.name,"
        f" {_ACTIVITIES.format('d')}, {_PEOPLE.format('d')}, {_ORGANIZATIONS.format('d')}"
    ),
    joins=" JOIN district AS d ON d.id = f.id LEFT JOIN district AS u ON u.id = d.parent_id",
    order="r.short_name, r.level, r.id",
    sorts={
        "name": "r.short_name",
        "level": "r.level",
        "within": "(SELECT u.name FROM district AS u WHERE u.id = r.parent_id)",
        "activities": _ACTIVITIES.format("r"),
        "members": _PEOPLE.format("r"),
        "organizations": _ORGANIZATIONS.format("r"),
    },
    facets=(
        Facet("level", N_("Level"), "r.level", words=LEVELS),  # type: ignore[arg-type]  # codes are texts
        Facet("within", N_("Lies in"), "r.parent_id", names="district"),
        Facet(
            "reached",
            N_("Reach"),
            f"CASE WHEN {_HELD} THEN 'held' WHEN {_PEOPLE.format('r')} > 0 THEN 'people' ELSE 'none' END",
            words={
                "held": N_("Activities were held"),
                "people": N_("Members only"),
                "none": N_("Nothing yet"),
            },
        ),
    ),
    searched=(
        "concat_ws(' ', r.name, r.name_en, (SELECT group_concat(a.text, ' ') FROM alias AS a"
        " WHERE a.subject = 'district' AND a.subject_id = r.id AND a.removed = 0))"
    ),
)


def place(reader: Reader, district: str) -> PlaceRow | None:
    """One place with its figures."""
    return reader.one(
        PlaceRow,
        f"SELECT {LISTING.columns} FROM (SELECT ? AS id) AS f {LISTING.joins}",
        (district,),
    )
