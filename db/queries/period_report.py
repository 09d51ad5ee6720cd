"""Everything that the report of a period tells: what was held, who was reached, what was promised and done.

Of a restricted activity only its day, its kind, its province and its counts are told.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from db.engine import Reader
from db.queries import registers, settings, statistics, taken_part
from db.queries.activity_counts import ActivityCount, by_activity
from db.queries.agreement_cards import pair
from db.queries.registers import AgreementLine, StepLine
from db.queries.report_context import (
    Lesson,
    ProgrammeCard,
    Quoted,
    practices,
    programme_card,
    quotes,
)
from db.queries.settings import Papers
from db.queries.statistics import Reach, Statistics
from db.queries.taken_part import IN_SCOPE, WAS_HELD, Read, Scope, bind, inside
from db.rules.dates import first_day
from db.rules.periods import Period

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class HeldActivity:
    """An activity that was held. Of a restricted one ``title`` is None and ``places`` are provinces."""

    title: str | None
    kind: Pair | None
    starts: str | None
    ends: str | None
    venue: str | None
    places: str | None
    platform: str | None
    objective: str | None
    results: str | None
    lessons: str | None
    challenges: str | None
    sessions: int
    head_count: int
    count: ActivityCount | None


@dataclass(frozen=True, slots=True)
class PlannedActivity:
    """An activity that is planned for after the period."""

    title: str
    starts: str | None
    ends: str | None
    places: str | None


@dataclass(frozen=True, slots=True)
class IndicatorLine:
    """An indicator, or a category of one. Figures of the period, up to its end, and of the whole programme.

    ``torn``: values that lie only partly in the period and are not in its figures.
    """

    indicator: str
    number: str | None
    name: str
    unit: str | None
    category: str | None
    baseline: float | None
    wanted: float | None
    actual: float | None
    so_far: float | None
    target: float | None
    torn: int


@dataclass(frozen=True, slots=True)
class PeriodAnswer:
    """The report before it is told. ``before``: the same counts of the period before; ``ever``: up to the end.

    ``reach``: kabupaten/kota that people came from, ``held_in`` those where something was held, both without
    restricted activities, of which there are ``hidden``. ``mentored``: notes of mentoring in the period.
    """

    programme: ProgrammeCard | None
    period: Period
    counted: Statistics
    before: Statistics
    ever: Statistics
    activities: tuple[HeldActivity, ...]
    planned: tuple[PlannedActivity, ...]
    reach: tuple[Reach, ...]
    held_in: tuple[tuple[str, str], ...]
    hidden: int
    indicators: tuple[IndicatorLine, ...]
    agreements: tuple[AgreementLine, ...]
    steps: tuple[StepLine, ...]
    mentored: int
    quotes: tuple[Quoted, ...]
    practices: tuple[Lesson, ...]
    papers: Papers
    sample: bool


def period_report(reader: Reader, programme: str | None, period: Period) -> PeriodAnswer:
    """Ask for the report of a programme with its components, or of everything."""
    scope = _scope(programme, period)
    openly = replace(scope, open_only=True)
    within = f"v.removed = 0 AND{IN_SCOPE}"
    # Read once up to the end of the period, counted in parts.
    whole = taken_part.read(reader, replace(scope, first=None))
    counted = statistics.statistics(reader, scope, whole)
    held = tuple(_held(reader, scope, whole))
    hidden = sum(one.title is None for one in held)
    return PeriodAnswer(
        programme=programme_card(reader, programme),
        period=period,
        counted=counted,
        before=statistics.statistics(reader, _scope(programme, period.before), whole),
        ever=statistics.statistics(reader, replace(scope, first=None), whole),
        activities=held,
        planned=tuple(_planned(reader, programme, period)),
        reach=statistics.statistics(reader, openly, whole).districts,
        held_in=tuple(held_in(reader, openly)),
        hidden=hidden,
        indicators=tuple(_indicators(reader, programme, period)),
        agreements=tuple(_in_force(reader, programme, period)),
        steps=tuple(registers.steps(reader, period.last, ("programme", programme))),
        mentored=_mentored(reader, scope),
        quotes=tuple(quotes(reader, within, bind(openly))),
        practices=tuple(practices(reader, within, bind(openly))),
        papers=settings.papers(reader),
        sample=_made_up(reader, scope),
    )


def _scope(programme: str | None, period: Period) -> Scope:
    return Scope(programme=programme, first=period.first.isoformat(), last=period.last.isoformat())


def _held(reader: Reader, scope: Scope, whole: Read) -> Iterator[HeldActivity]:
    part = whole.part(scope)
    counts, seen = by_activity(part.records), {one.id: one for one in part.held}
    for row, kind, kind_en, *values in reader.each(
        "SELECT v.id, k.label_id, k.label_en,"
        " CASE WHEN v.sensitivity <> 'restricted' THEN v.title END, v.starts, v.ends,"
        " CASE WHEN v.sensitivity <> 'restricted' THEN v.venue END,"
        " (SELECT group_concat(name, ', ') FROM (SELECT DISTINCT"
        "  CASE WHEN v.sensitivity = 'restricted' THEN coalesce(u.name, d.name) ELSE d.name END AS name"
        "  FROM activity_district AS x JOIN district AS d ON d.id = x.district_id"
        "  LEFT JOIN district AS u ON u.id = d.parent_id AND d.level <> 'province'"
        "  WHERE x.activity_id = v.id AND x.removed = 0 ORDER BY x.rank)),"
        " CASE WHEN v.sensitivity <> 'restricted' THEN v.platform END,"
        + ",".join(
            f" CASE WHEN v.sensitivity <> 'restricted' THEN v.{name} END"
            for name in ("objective", "results", "lessons", "challenges")
        )
        + " FROM activity AS v JOIN term AS s ON s.id = v.status_id"
        " LEFT JOIN term AS k ON k.id = v.kind_id WHERE v.removed = 0"
        f" AND {WAS_HELD} AND{IN_SCOPE} ORDER BY coalesce(v.starts, v.ends), v.id",
        bind(scope),
    ):
        title, *rest = values
        held = seen[row]
        about = (title, pair(kind, kind_en), *rest, held.sessions, held.head_count)
        told: tuple[Any, ...] = (*about, counts.get(row))
        yield HeldActivity(*told)


def _planned(reader: Reader, programme: str | None, period: Period) -> list[PlannedActivity]:
    """What comes next, as far as anybody may know of it."""
    tomorrow = period.last + dt.timedelta(days=1)
    after = Scope(programme=programme, first=tomorrow.isoformat(), open_only=True)
    return reader.rows(
        PlannedActivity,
        "SELECT v.title, v.starts, v.ends, (SELECT group_concat(d.name, ', ' ORDER BY x.rank)"
        "  FROM activity_district AS x JOIN district AS d ON d.id = x.district_id"
        "  WHERE x.activity_id = v.id AND x.removed = 0)"
        " FROM activity AS v JOIN term AS s ON s.id = v.status_id"
        f" WHERE v.removed = 0 AND s.meaning = 'planned' AND{IN_SCOPE}"
        " ORDER BY coalesce(v.starts, v.ends), v.title",
        bind(after),
    )


def held_in(reader: Reader, scope: Scope) -> list[tuple[str, str]]:
    """Code and name of the kabupaten/kota in which something was held."""
    return reader.rows(
        lambda code, name: (code, name),
        "SELECT DISTINCT d.id, d.name FROM activity AS v JOIN term AS s ON s.id = v.status_id"
        " JOIN activity_district AS x ON x.activity_id = v.id AND x.removed = 0"
        " JOIN district AS d ON d.id = x.district_id AND d.level IN ('regency', 'uncertain')"
        f" WHERE v.removed = 0 AND {WAS_HELD} AND{IN_SCOPE} ORDER BY d.name",
        bind(scope),
    )


def _indicators(reader: Reader, programme: str | None, period: Period) -> list[IndicatorLine]:
    """Indicators of the programme; figures of one are the sums of its values inside the period."""
    sums = (
        "sum(CASE WHEN v.starts >= ?2 AND v.ends <= ?3 THEN v.{} END)",
        "sum(CASE WHEN v.ends <= ?3 THEN v.{} END)",
    )
    return reader.rows(
        IndicatorLine,
        "SELECT i.id, i.number, i.name, i.unit, v.category, i.baseline,"
        f" {sums[0].format('target')}, {sums[0].format('actual')}, {sums[1].format('actual')}, i.target,"
        " coalesce(sum(v.starts <= ?3 AND v.ends >= ?2 AND NOT (v.starts >= ?2 AND v.ends <= ?3)), 0)"
        " FROM indicator AS i LEFT JOIN indicator_value AS v ON v.indicator_id = i.id AND v.removed = 0"
        f" WHERE i.removed = 0 AND (?1 IS NULL OR i.programme_id IN {inside('?1')})"
        " GROUP BY i.id, v.category ORDER BY i.programme_id, i.rank, i.number, v.category",
        (programme, period.first.isoformat(), period.last.isoformat()),
    )


def _in_force(reader: Reader, programme: str | None, period: Period) -> Iterator[AgreementLine]:
    """Agreements that were signed before the period ended and ran in it."""
    for one in registers.agreements(reader, period.last, ("programme", programme)):
        signed, days = first_day(one.signed), one.days
        ran = days is None or period.last + dt.timedelta(days=days) >= period.first
        if ran and (signed is None or signed <= period.last):
            yield one


def _mentored(reader: Reader, scope: Scope) -> int:
    """Notes of mentoring in the period; of a programme those about the plans of its activities."""
    return int(
        reader.value(
            "SELECT count(*) FROM follow_up AS f LEFT JOIN action_step AS s ON s.id = f.step_id"
            " LEFT JOIN action_plan AS p ON p.id = coalesce(f.plan_id, s.plan_id)"
            " LEFT JOIN activity AS v ON v.id = coalesce(f.activity_id, p.activity_id)"
            " WHERE f.removed = 0 AND substr(f.date, 1, 10) BETWEEN ?2 AND ?3"
            f" AND (?1 IS NULL OR v.programme_id IN {inside('?1')})",
            (scope.programme, scope.first, scope.last),
        )
    )


def _made_up(reader: Reader, scope: Scope) -> bool:
    return bool(
        reader.value(
            f"SELECT 1 FROM activity AS v WHERE v.removed = 0 AND v.sample AND{IN_SCOPE} LIMIT 1",
            bind(scope),
        )
    )
