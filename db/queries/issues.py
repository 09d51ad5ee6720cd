"""Questions about barriers, what was tried, and the good practices among it."""

from dataclasses import dataclass
from typing import Any

from db.queries.listing import Facet, Listing
from resources.texts import N_

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class IssueRow:
    """Line of the list; ``repeatable``: others can follow it, a good practice."""

    id: str
    title: str
    theme: Pair | None
    district: str | None
    activity: str | None
    barrier: str | None
    solution: str | None
    repeatable: bool
    sample: bool


def _row(row: str, title: str, theme: str | None, theme_en: str, *rest: Any) -> IssueRow:
    *middle, repeatable, sample = rest
    pair = (theme, theme_en) if theme else None
    district, activity, barrier, solution = middle
    return IssueRow(
        *(row, title, pair, district, activity, barrier, solution),
        repeatable=bool(repeatable),
        sample=bool(sample),
    )


LISTING = Listing(
    table="issue",
    make=_row,
    columns=(
        "i.id, i.title, t.label_id, t.label_en, d.name, v.title, i.barrier, i.solution,"
        " i.repeatable, i.sample"
    ),
    joins=(
        " JOIN issue AS i ON i.id = f.id LEFT JOIN term AS t ON t.id = i.theme_id"
        " LEFT JOIN district AS d ON d.id = i.district_id"
        " LEFT JOIN activity AS v ON v.id = i.activity_id"
    ),
    order="r.title COLLATE NOCASE, r.id",
    sorts={
        "title": "r.title",
        "theme": "(SELECT t.label_id FROM term AS t WHERE t.id = r.theme_id)",
        "district": "(SELECT d.name FROM district AS d WHERE d.id = r.district_id)",
        "activity": "(SELECT v.title FROM activity AS v WHERE v.id = r.activity_id)",
        "repeatable": "r.repeatable",
    },
    facets=(
        Facet("theme", N_("Theme"), "r.theme_id", names="term"),
        Facet("district", N_("District"), "r.district_id", names="district"),
        Facet(
            "repeatable",
            N_("Good practice"),
            "r.repeatable",
            words={1: N_("Can be repeated"), 0: N_("Not marked")},
        ),
        Facet("activity", N_("Activity"), "r.activity_id", names="activity"),
    ),
    searched="concat_ws(' ', r.title, r.barrier, r.solution, r.result)",
)
