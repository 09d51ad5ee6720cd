"""Questions about follow-up plans (RTL) and their steps."""

from dataclasses import dataclass
from typing import Any

from db.engine import Reader
from db.queries.listing import Facet, Listing
from db.rules.progress import UNKNOWN, of_step_sql
from resources.texts import N_

Pair = tuple[str, str]

# A step is late where its time is over and it is neither done nor given up.
LATE = (
    "(t.meaning IS NOT 'closed' AND s.ends IS NOT NULL AND s.ends <> '..'"
    " AND substr(s.ends, 1, 10) < date('now', 'localtime'))"
)


@dataclass(frozen=True, slots=True)
class PlanRow:
    """Line of the list of plans. ``government`` and ``civil``: names of the parties on these sides.

    ``progress``: mean in percent of the ``stated`` steps, those of which somebody said how far they are; None where
    there is none. ``known``: steps with a status that was stated; ``given_up``: steps that count nowhere any more.
    """

    id: str
    title: str
    district: str | None
    activity: str | None
    government: str | None
    civil: str | None
    steps: int
    known: int
    closed: int
    late: int
    progress: int | None
    stated: int
    given_up: int
    mentored: str | None
    sample: bool


@dataclass(frozen=True, slots=True)
class StepRow:
    """A step of a plan. ``meaning``: open or closed; ``said``: its time in words where there is no date."""

    id: str
    plan_id: str
    plan: str
    district: str | None
    number: int
    what: str
    who: str | None
    starts: str | None
    ends: str | None
    said: str | None
    status_id: str | None
    status: Pair | None
    meaning: str | None
    progress: int | None
    late: bool
    sample: bool


def _parties(side: str) -> str:
    return (
        "(SELECT group_concat(coalesce(o.acronym, o.name), ', ') FROM action_plan_party AS x"
        " JOIN organization AS o ON o.id = x.organization_id"
        f" WHERE x.plan_id = {{0}}.id AND x.removed = 0 AND x.side = '{side}')"
    )


_STEPS = "FROM action_step AS s WHERE s.plan_id = {0}.id AND s.removed = 0"
_WITH_STATUS = (
    "FROM action_step AS s LEFT JOIN term AS t ON t.id = s.status_id"
    " WHERE s.plan_id = {0}.id AND s.removed = 0"
)
_COUNT = f"(SELECT count(*) {_STEPS})"
_CLOSED = f"(SELECT count(*) {_WITH_STATUS} AND t.meaning = 'closed')"
_LATE = f"(SELECT count(*) {_WITH_STATUS} AND {LATE})"
_SHARE = of_step_sql("s", "t")
_PROGRESS = f"(SELECT CAST(round(avg({_SHARE})) AS INTEGER) {_WITH_STATUS})"
_STATED = f"(SELECT count({_SHARE}) {_WITH_STATUS})"
_KNOWN = f"(SELECT count(nullif(s.status_id, '{UNKNOWN}')) {_STEPS})"
_GIVEN_UP = f"(SELECT count(*) {_WITH_STATUS} AND t.meaning = 'closed' AND {_SHARE} IS NULL)"
_MENTORED = "(SELECT max(u.date) FROM follow_up AS u WHERE u.plan_id = {0}.id AND u.removed = 0)"


def _plan(*values: Any) -> PlanRow:
    *fields, sample = values
    return PlanRow(*fields, bool(sample))  # type: ignore[call-arg]  # as selected


def _step(*values: Any) -> StepRow:
    *head, status, status_en, meaning, progress, late, sample = values
    pair = (status, status_en) if status else None
    rest = (pair, meaning, progress, bool(late), bool(sample))
    return StepRow(*head, *rest)  # type: ignore[call-arg]  # as selected


_STEP = (
    "s.id, s.plan_id, p.title, d.name, s.number, s.what,"
    # Who is protected, and whatever was typed for them, stays unnamed.
    " nullif(concat_ws('; ', CASE WHEN z.sensitive THEN coalesce(z.code, '–') ELSE z.name END,"
    "  o.name, CASE WHEN z.sensitive THEN NULL ELSE nullif(nullif(s.in_charge, z.name), o.name)"
    "  END), ''),"
    f" s.starts, s.ends, s.when_said, s.status_id, t.label_id, t.label_en, t.meaning, s.progress,"
    f" {LATE}, s.sample"
)
_OF_STEP = (
    " JOIN action_step AS s ON s.id = f.id JOIN action_plan AS p ON p.id = s.plan_id"
    " LEFT JOIN district AS d ON d.id = coalesce(s.district_id, p.district_id)"
    " LEFT JOIN person AS z ON z.id = s.person_id"
    " LEFT JOIN organization AS o ON o.id = s.organization_id"
    " LEFT JOIN term AS t ON t.id = s.status_id"
)
_PLACE = (
    "coalesce(r.district_id, (SELECT p.district_id FROM action_plan AS p WHERE p.id = r.plan_id))"
)
_STEP_LATE = (
    f"EXISTS (SELECT 1 FROM action_step AS s LEFT JOIN term AS t ON t.id = s.status_id"
    f" WHERE s.id = r.id AND {LATE})"
)

STEPS = Listing(
    table="action_step",
    make=_step,
    columns=_STEP,
    joins=_OF_STEP,
    order="nullif(r.ends, '..') IS NULL, r.ends, r.plan_id, r.number",
    sorts={
        "what": "r.what",
        "plan": "(SELECT p.title FROM action_plan AS p WHERE p.id = r.plan_id)",
        "district": f"(SELECT d.name FROM district AS d WHERE d.id = {_PLACE})",
        "when": "nullif(r.ends, '..')",
        "status": "(SELECT t.rank FROM term AS t WHERE t.id = r.status_id)",
        "progress": "r.progress",
    },
    facets=(
        Facet("status", N_("Status"), "r.status_id", names="term"),
        Facet("late", N_("Time"), _STEP_LATE, words={1: N_("Late"), 0: N_("Not late")}),
        Facet("plan", N_("Plan"), "r.plan_id", names="action_plan"),
        Facet("district", N_("District"), _PLACE, names="district"),
        Facet("organization", N_("In charge"), "r.organization_id", names="organization"),
        Facet("person", N_("Person in charge"), "r.person_id", names="person"),
    ),
    listed=(
        "r.removed = 0 AND r.plan_id IN (SELECT p.id FROM action_plan AS p WHERE p.removed = 0)"
    ),
    searched="concat_ws(' ', r.what, r.in_charge, r.indicator)",
)

PLANS = Listing(
    table="action_plan",
    make=_plan,
    columns=", ".join(
        (
            "p.id, p.title, d.name, v.title",
            *(
                one.format("p")
                for one in (
                    *(_parties("government"), _parties("civil_society")),
                    *(_COUNT, _KNOWN, _CLOSED, _LATE, _PROGRESS, _STATED, _GIVEN_UP, _MENTORED),
                )
            ),
            "p.sample",
        )
    ),
    joins=(
        " JOIN action_plan AS p ON p.id = f.id LEFT JOIN district AS d ON d.id = p.district_id"
        " LEFT JOIN activity AS v ON v.id = p.activity_id"
    ),
    order="(SELECT d.name FROM district AS d WHERE d.id = r.district_id), r.title, r.id",
    sorts={
        "title": "r.title",
        "district": "(SELECT d.name FROM district AS d WHERE d.id = r.district_id)",
        "activity": "(SELECT v.title FROM activity AS v WHERE v.id = r.activity_id)",
        "steps": _COUNT.format("r"),
        "late": _LATE.format("r"),
        "progress": _PROGRESS.format("r"),
        "mentored": _MENTORED.format("r"),
    },
    facets=(
        Facet("district", N_("District"), "r.district_id", names="district"),
        Facet("activity", N_("From the activity"), "r.activity_id", names="activity"),
        Facet(
            "party",
            N_("Party"),
            "x.organization_id",
            " LEFT JOIN action_plan_party AS x ON x.plan_id = r.id AND x.removed = 0",
            names="organization",
        ),
        Facet(
            "state",
            N_("State"),
            f"CASE WHEN {_COUNT.format('r')} = 0 THEN NULL WHEN {_LATE.format('r')} > 0 THEN 'late'"
            f" WHEN {_CLOSED.format('r')} = {_COUNT.format('r')} THEN 'closed' ELSE 'open' END",
            words={
                "late": N_("With late steps"),
                "open": N_("Under way"),
                "closed": N_("All steps closed"),
            },
        ),
    ),
    searched="concat_ws(' ', r.title, r.problem, r.aim)",
)


def steps(reader: Reader, *, plan: str | None = None, activity: str | None = None) -> list[StepRow]:
    """Steps of a plan, of the plans that an activity led to, or of all plans: by plan and number."""
    return reader.rows(
        _step,
        f"SELECT {_STEP} FROM (SELECT s.id FROM action_step AS s JOIN action_plan AS p"
        " ON p.id = s.plan_id WHERE s.removed = 0 AND p.removed = 0"
        " AND (?1 IS NULL OR p.id = ?1) AND (?2 IS NULL OR p.activity_id = ?2)) AS f"
        f" {_OF_STEP} ORDER BY p.title, p.id, s.number, s.id",
        (plan, activity),
    )


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a plan can begin with: a district of an activity, and who was there from it.

    ``parties``: organizations with their side. ``people``: how many came. ``planned``: a plan is there already.
    """

    district_id: str | None
    district: str | None
    parties: tuple[tuple[str, str], ...]
    people: int
    planned: bool


_SIDE = (
    "CASE WHEN k.meaning IN ('government', 'parliament') THEN 'government'"
    " WHEN k.meaning IN ('civil_society', 'community', 'network') THEN 'civil_society'"
    " ELSE 'other' END"
)
# Organizations that people of a district came for, and those of the activity that have their seat there.
_FROM_DISTRICTS = (
    "SELECT DISTINCT x.district_id, o.id,"
    f" {_SIDE} AS side FROM (SELECT b.district_id, b.organization_id FROM participation AS b"
    "  WHERE b.activity_id = ?1 AND b.removed = 0"
    "  UNION SELECT o.district_id, w.organization_id FROM activity_organization AS w"
    "  JOIN organization AS o ON o.id = w.organization_id"
    "  WHERE w.activity_id = ?1 AND w.removed = 0) AS x"
    " JOIN organization AS o ON o.id = x.organization_id AND o.removed = 0"
    " LEFT JOIN term AS k ON k.id = o.kind_id WHERE x.district_id IS NOT NULL"
    " ORDER BY side, o.name, o.id"
)
_OF_ACTIVITY = (
    f"SELECT DISTINCT o.id, {_SIDE} AS side FROM activity_organization AS w"
    " JOIN organization AS o ON o.id = w.organization_id AND o.removed = 0"
    " LEFT JOIN term AS k ON k.id = o.kind_id WHERE w.activity_id = ? AND w.removed = 0"
    " AND w.role_id NOT IN ('organization_role:funder', 'organization_role:target')"
    " ORDER BY side, o.name, o.id"
)


def beginnings(reader: Reader, activity: str) -> list[Beginning]:
    """Plans that an activity may lead to: first one for all of it, then one for each district that people came from."""
    parties: dict[str, list[tuple[str, str]]] = {}
    for district, organization, side in reader.each(_FROM_DISTRICTS, (activity,)):
        parties.setdefault(district, []).append((organization, side))
    places = reader.rows(
        lambda row, name, people, planned: Beginning(
            row, name, tuple(parties.get(row, ())), people, bool(planned)
        ),
        "SELECT d.id, d.name, count(*), EXISTS (SELECT 1 FROM action_plan AS p"
        "  WHERE p.activity_id = ?1 AND p.district_id = d.id AND p.removed = 0)"
        " FROM participation AS b JOIN person AS z ON z.id = b.person_id AND z.removed = 0"
        " JOIN district AS d ON d.id = b.district_id"
        " WHERE b.activity_id = ?1 AND b.removed = 0 GROUP BY d.id ORDER BY d.name, d.id",
        (activity,),
    )
    held = reader.rows(
        lambda row, name: (row, name),
        "SELECT d.id, d.name FROM activity_district AS x JOIN district AS d ON d.id = x.district_id"
        " WHERE x.activity_id = ? AND x.removed = 0",
        (activity,),
    )
    district, name = held[0] if len(held) == 1 else (None, None)
    common = reader.rows(lambda row, side: (row, side), _OF_ACTIVITY, (activity,))
    people = sum(one.people for one in places)
    return [Beginning(district, name, tuple(common), people, planned=False), *places]
