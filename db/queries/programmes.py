"""Questions about programmes, their components and what they measure."""

from dataclasses import dataclass
from typing import Any

from db.engine import Reader
from db.queries.listing import Facet, Listing
from resources.texts import N_

FUNDER = "organization_role:funder"


@dataclass(frozen=True, slots=True)
class ProgrammeRow:
    """Line of the list of programmes. ``parent``: the programme it is a component of; ``funder``: names."""

    id: str
    name: str
    code: str | None
    parent: str | None
    funder: str | None
    starts: str | None
    ends: str | None
    activities: int
    indicators: int
    sample: bool


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """What a programme measures. ``actual``: the sum of its periods, None where nobody recorded one."""

    id: str
    number: str | None
    name: str
    unit: str | None
    baseline: float | None
    target: float | None
    actual: float | None


_FUNDERS = (
    "(SELECT group_concat(coalesce(o.acronym, o.name), ', ') FROM programme_organization AS x"
    " JOIN organization AS o ON o.id = x.organization_id"
    f" WHERE x.programme_id = {{}}.id AND x.role_id = '{FUNDER}' AND x.removed = 0)"
)
_ACTIVITIES = "(SELECT count(*) FROM activity AS v WHERE v.programme_id = {}.id AND v.removed = 0)"


def _row(*values: Any) -> ProgrammeRow:
    *fields, sample = values
    return ProgrammeRow(*fields, bool(sample))  # type: ignore[call-arg]  # as selected


LISTING = Listing(
    table="programme",
    make=_row,
    columns=(
        f"p.id, p.name, p.code, u.name, {_FUNDERS.format('p')}, p.starts, p.ends,"
        f" {_ACTIVITIES.format('p')},"
        " (SELECT count(*) FROM indicator AS i WHERE i.programme_id = p.id AND i.removed = 0),"
        " p.sample"
    ),
    joins=" JOIN programme AS p ON p.id = f.id LEFT JOIN programme AS u ON u.id = p.parent_id",
    order="r.name COLLATE NOCASE, r.id",
    sorts={
        "name": "r.name",
        "code": "r.code",
        "parent": "(SELECT u.name FROM programme AS u WHERE u.id = r.parent_id)",
        "funder": _FUNDERS.format("r"),
        "when": "r.starts",
        "activities": _ACTIVITIES.format("r"),
    },
    facets=(
        Facet("parent", N_("Component of"), "r.parent_id", names="programme"),
        Facet(
            "organization",
            N_("Organization"),
            "x.organization_id",
            " LEFT JOIN programme_organization AS x ON x.programme_id = r.id AND x.removed = 0",
            names="organization",
        ),
        Facet(
            "district",
            N_("District"),
            "x.district_id",
            " LEFT JOIN programme_district AS x ON x.programme_id = r.id AND x.removed = 0",
            names="district",
        ),
        Facet("year", N_("Year of the start"), "substr(r.starts, 1, 4)", newest=True),
    ),
    searched="concat_ws(' ', r.name, r.code, r.objective)",
)


def indicators(reader: Reader, programme: str) -> list[IndicatorRow]:
    """What a programme measures, in the order of its plan."""
    return reader.rows(
        IndicatorRow,
        "SELECT i.id, i.number, i.name, i.unit, i.baseline, i.target,"
        " (SELECT sum(v.actual) FROM indicator_value AS v"
        "  WHERE v.indicator_id = i.id AND v.removed = 0 AND v.category IS NULL)"
        " FROM indicator AS i WHERE i.programme_id = ? AND i.removed = 0 ORDER BY i.rank, i.id",
        (programme,),
    )
