"""Questions about forums and groups."""

from dataclasses import dataclass
from typing import Any

from db.queries.listing import Facet, Listing
from resources.texts import N_

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class ForumRow:
    """Line of the list of forums; ``members``: people and organizations that belong to it now."""

    id: str
    name: str
    district: str | None
    programme: str | None
    status: Pair | None
    founded: str | None
    members: int
    sample: bool


_MEMBERS = "(SELECT count(*) FROM forum_member AS x WHERE x.forum_id = {}.id AND x.removed = 0)"


def _row(
    row: str,
    name: str,
    district: str | None,
    programme: str | None,
    status: str | None,
    status_en: str,
    *rest: Any,
) -> ForumRow:
    founded, members, sample = rest
    pair = (status, status_en) if status else None
    return ForumRow(row, name, district, programme, pair, founded, members, bool(sample))


LISTING = Listing(
    table="forum",
    make=_row,
    columns=(
        "m.id, m.name, d.name, g.name, t.label_id, t.label_en, m.founded,"
        f" {_MEMBERS.format('m')}, m.sample"
    ),
    joins=(
        " JOIN forum AS m ON m.id = f.id LEFT JOIN district AS d ON d.id = m.district_id"
        " LEFT JOIN programme AS g ON g.id = m.programme_id LEFT JOIN term AS t ON t.id = m.status_id"
    ),
    order="r.name COLLATE NOCASE, r.id",
    sorts={
        "name": "r.name",
        "district": "(SELECT d.name FROM district AS d WHERE d.id = r.district_id)",
        "programme": "(SELECT g.name FROM programme AS g WHERE g.id = r.programme_id)",
        "status": "(SELECT t.rank FROM term AS t WHERE t.id = r.status_id)",
        "founded": "r.founded",
        "members": _MEMBERS.format("r"),
    },
    facets=(
        Facet("status", N_("Status"), "r.status_id", names="term"),
        Facet("district", N_("District"), "r.district_id", names="district"),
        Facet("programme", N_("Programme"), "r.programme_id", names="programme"),
        Facet(
            "founder",
            N_("Founded by"),
            "x.organization_id",
            " LEFT JOIN forum_founder AS x ON x.forum_id = r.id AND x.removed = 0",
            names="organization",
        ),
    ),
    searched="concat_ws(' ', r.name, r.aims)",
)
