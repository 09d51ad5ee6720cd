"""How plans went on month by month: from mentoring on its day, and from the log of what was changed when."""

import datetime as dt
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from db.engine import Reader
from db.log.stamp import milliseconds
from db.rules.dates import DAY, MONTH, stored
from db.rules.progress import CLOSED, is_stated, of_step


@dataclass(frozen=True, slots=True)
class MonthProgress:
    """How far steps were at the end of a month, given as its first day. None is 'not stated', never 0.

    ``known``: steps with a status that was stated by then; ``closed``: of these. ``stated``: steps of which somebody said how
    far they are; ``progress``: their mean in percent. ``estimate``: what mentoring in this month said of whole plans.
    """

    month: dt.date
    known: int
    closed: int | None
    stated: int
    progress: int | None
    estimate: int | None

    @property
    def closed_share(self) -> int | None:
        """Percent of the known steps that were closed."""
        return None if self.closed is None else round(100 * self.closed / self.known)


@dataclass(slots=True)
class _Step:
    """A step as it was when the events so far had happened."""

    logged: bool = False
    status: str | None = None
    progress: int | None = None


@dataclass(frozen=True, slots=True)
class _Event:
    """On a day: what a step, or where there is none a plan, was said to be."""

    day: dt.date
    stamp: int  # 0 for mentoring, which comes before what was typed on its day
    step: str | None
    plan: str
    said: dict[str, Any]


def course(
    reader: Reader, today: dt.date, plans: Sequence[str] | None = None
) -> tuple[MonthProgress, ...]:
    """Month by month up to today, from the first in which something was recorded; of some plans, or of all.

    Speaks of the steps that stand in the plans now: what was taken out counts in no month. This month is as the
    lists show it.
    """
    wanted = None if plans is None else json.dumps(list(plans))
    now = {
        row: (plan, _Step(logged=True, status=status, progress=progress))
        for row, plan, status, progress in reader.each(
            "SELECT s.id, s.plan_id, s.status_id, s.progress FROM action_step AS s"
            " JOIN action_plan AS p ON p.id = s.plan_id WHERE s.removed = 0 AND p.removed = 0"
            " AND (?1 IS NULL OR p.id IN (SELECT value FROM json_each(?1)))",
            (wanted,),
        )
    }
    if not now:
        return ()
    meanings = dict(reader.each("SELECT id, meaning FROM term"))
    of_plan = {row: plan for row, (plan, _) in now.items()}
    events = sorted(
        (one for one in _events(reader, of_plan) if one.day <= today),
        key=lambda one: (one.day, one.stamp),
    )
    first = _month(events[0].day) if events else _month(today)
    then = {row: _Step() for row in now}
    found, place = [], 0
    for month in _months(first, _month(today)):
        estimates: dict[str, int] = {}
        while place < len(events) and _month(events[place].day) == month:
            _happen(events[place], then, estimates)
            place += 1
        if month == _month(today):
            then = {row: step for row, (_, step) in now.items()}
        found.append(_told(month, then.values(), meanings, estimates))
    return tuple(found)


def _events(reader: Reader, of_plan: dict[str, str]) -> Iterator[_Event]:
    steps = json.dumps(list(of_plan))
    for row, stamp, after in reader.each(
        "SELECT c.row_id, c.stamp, c.after FROM json_each(?) AS j JOIN change AS c"
        " ON c.row_id = j.value AND c.table_name = 'action_step' ORDER BY c.stamp, c.device",
        (steps,),
    ):
        said = {key: value for key, value in json.loads(after).items() if key in _SAID}
        yield _Event(_day(stamp), stamp, row, of_plan[row], said)
    for plan, step, date, progress in reader.each(
        "SELECT u.plan_id, u.step_id, u.date, u.progress FROM follow_up AS u"
        " WHERE u.removed = 0 AND u.progress IS NOT NULL AND u.date IS NOT NULL"
        " AND (u.step_id IN (SELECT value FROM json_each(?1)) OR (u.step_id IS NULL"
        "  AND u.plan_id IN (SELECT value FROM json_each(?2)))) ORDER BY u.date, u.id",
        (steps, json.dumps(sorted(set(of_plan.values())))),
    ):
        date_of = stored(date)
        if date_of is not None and date_of.precision in (DAY, MONTH):
            yield _Event(
                *(date_of.first, 0, step),
                of_plan.get(step, plan) if step else plan,
                {"progress": progress},
            )


_SAID = ("status_id", "progress")


def _happen(event: _Event, steps: dict[str, _Step], estimates: dict[str, int]) -> None:
    if event.step is None:
        estimates[event.plan] = event.said["progress"]
        return
    step = steps[event.step]
    step.logged = step.logged or event.stamp > 0
    step.status = event.said.get("status_id", step.status)
    step.progress = event.said.get("progress", step.progress)


def _told(
    month: dt.date, steps: Any, meanings: dict[str, str | None], estimates: dict[str, int]
) -> MonthProgress:
    held = list(steps)
    known = [step for step in held if step.logged and is_stated(step.status)]
    closed = sum(meanings.get(step.status or "") == CLOSED for step in known)
    said = [of_step(step.status, meanings.get(step.status or ""), step.progress) for step in held]
    shares = [one for one in said if one is not None]
    return MonthProgress(
        *(month, len(known), closed if known else None),
        *(len(shares), _mean(shares), _mean(list(estimates.values()))),
    )


def _mean(values: list[int]) -> int | None:
    return round(sum(values) / len(values)) if values else None


def _day(stamp: int) -> dt.date:
    """The day on the wall when something was written."""
    seconds = milliseconds(stamp) / 1000
    return dt.datetime.fromtimestamp(seconds, dt.UTC).astimezone().date()


def _month(day: dt.date) -> dt.date:
    return day.replace(day=1)


def _months(first: dt.date, last: dt.date) -> Iterator[dt.date]:
    while first <= last:
        yield first
        first = (first + dt.timedelta(days=31)).replace(day=1)
