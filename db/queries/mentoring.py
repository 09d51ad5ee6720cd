"""Questions about mentoring: every visit and call, by whom, where, and what is next."""

from dataclasses import dataclass
from typing import Any

from db.engine import Reader
from db.queries.listing import Facet, Listing
from resources.texts import N_

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class VisitRow:
    """Line of the log of mentoring. ``progress``: of the step, or of the whole plan where no step is named."""

    id: str
    date: str | None
    mentor: str | None
    mode: Pair | None
    district: str | None
    plan: str | None
    step: str | None
    organization: str | None
    found: str | None
    next: str | None
    progress: int | None
    sample: bool


def _visit(row: str, date: str | None, mentor: str | None, *rest: Any) -> VisitRow:
    mode, mode_en, *others, sample = rest
    pair = (mode, mode_en) if mode else None
    return VisitRow(row, date, mentor, pair, *others, sample=bool(sample))  # type: ignore[misc]  # as selected


# A visit was where it says, or else where its plan is, or where the organization has its seat.
_PLACE = (
    "coalesce({0}.district_id,"
    " (SELECT p.district_id FROM action_plan AS p WHERE p.id = {0}.plan_id),"
    " (SELECT o.district_id FROM organization AS o WHERE o.id = {0}.organization_id))"
)
# Somebody written down twice is one mentor; who is no member is called as it was typed.
_MENTOR = (
    "coalesce((SELECT m.representative FROM merged_person AS m WHERE m.id = r.mentor_id),"
    " r.mentor_id, r.mentor_name)"
)
_NAMED = (
    "(SELECT CASE WHEN z.sensitive THEN coalesce(z.code, '–') ELSE z.name END FROM person AS z"
    " WHERE z.id = coalesce((SELECT m.representative FROM merged_person AS m"
    "  WHERE m.id = {0}.mentor_id), {0}.mentor_id))"
)
_SAID = f"coalesce({_NAMED}, {{0}}.mentor_name)"
_PLAN = "(SELECT p.title FROM action_plan AS p WHERE p.id = r.plan_id)"
_ORGANIZATION = (
    "(SELECT coalesce(o.acronym, o.name) FROM organization AS o WHERE o.id = r.organization_id)"
)

LISTING = Listing(
    table="follow_up",
    make=_visit,
    columns=(
        f"u.id, u.date, {_SAID.format('u')}, t.label_id, t.label_en, d.name, p.title, s.what,"
        " coalesce(o.acronym, o.name), u.found, u.next, u.progress, u.sample"
    ),
    joins=(
        " JOIN follow_up AS u ON u.id = f.id LEFT JOIN term AS t ON t.id = u.mode_id"
        " LEFT JOIN action_plan AS p ON p.id = u.plan_id"
        " LEFT JOIN action_step AS s ON s.id = u.step_id"
        " LEFT JOIN organization AS o ON o.id = u.organization_id"
        f" LEFT JOIN district AS d ON d.id = {_PLACE.format('u')}"
    ),
    order="r.date IS NULL, r.date DESC, r.id DESC",
    sorts={
        "date": "r.date",
        "mentor": _SAID.format("r"),
        "mode": "(SELECT t.rank FROM term AS t WHERE t.id = r.mode_id)",
        "district": f"(SELECT d.name FROM district AS d WHERE d.id = {_PLACE.format('r')})",
        "plan": _PLAN,
        "organization": _ORGANIZATION,
        "progress": "r.progress",
    },
    facets=(
        Facet("district", N_("District"), _PLACE.format("r"), names="district"),
        Facet("mentor", N_("Mentor"), _MENTOR, names="person"),
        Facet("mode", N_("Kind of contact"), "r.mode_id", names="term"),
        Facet("year", N_("Year"), "substr(r.date, 1, 4)", newest=True),
        Facet("plan", N_("Plan"), "r.plan_id", names="action_plan"),
        Facet("organization", N_("Visited"), "r.organization_id", names="organization"),
    ),
    searched=(f"concat_ws(' ', {_SAID.format('r')}, r.found, r.next, {_PLAN}, {_ORGANIZATION})"),
)


def of_plan(reader: Reader, plan: str) -> list[VisitRow]:
    """Mentoring of a plan; the last first."""
    return reader.rows(
        _visit,
        f"SELECT {LISTING.columns} FROM (SELECT id FROM follow_up WHERE plan_id = ? AND removed = 0)"
        f" AS f {LISTING.joins} ORDER BY u.date IS NULL, u.date DESC, u.id DESC",
        (plan,),
    )
