"""Questions of the first page: what is on, what is late, how far the work reached this year, and where one was."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from db.engine import Reader
from db.queries import action_plans, activities, agreements, listing, records
from db.queries.action_plans import StepRow
from db.queries.activities import ActivityRow, between
from db.queries.listing import Asked, Listing, Value
from db.queries.taken_part import WAS_HELD

WEEK = 7  # days
SILENT_AFTER = 21  # days without anything from a computer


@dataclass(frozen=True, slots=True)
class Late:
    """Something that waits: its kind, how many, and the first of them (id and name)."""

    kind: str
    count: int
    first: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class MonthReach:
    """Participants who were there at activities that began in a month: person × activity, and person → sex."""

    month: str
    activities: int
    attendances: int
    people: dict[str, str | None]


@dataclass(frozen=True, slots=True)
class Place:
    """A row that was worked on: its table, id and name."""

    table: str
    id: str
    name: tuple[str, str]


# Kind → the list that it is a filter of: what is counted here is what that list shows.
_WAITING: dict[str, tuple[Listing, str, Value]] = {
    "steps": (action_plans.STEPS, "late", 1),
    "agreements": (agreements.LISTING, "ending", "soon"),
    "attendance": (activities.LISTING, "waiting", "attendance"),
    "reports": (activities.LISTING, "waiting", "report"),
}
SHOWN = 3  # of each kind by name


@dataclass(frozen=True, slots=True)
class Begun:
    """How far the first activity is: whether there is any of each thing, and the newest activity."""

    counts: dict[str, int]
    activity: str | None


def begun(reader: Reader) -> Begun:
    """Looked at, not counted: a million attendances answer as fast as one."""
    tables = {
        "organizations": "organization",
        "people": "person",
        "activities": "activity",
        "sessions": "activity_session",
        "participations": "participation",
        "attendances": "attendance",
    }
    there = {
        key: int(reader.value(f"SELECT EXISTS (SELECT 1 FROM {table} WHERE removed = 0)"))
        for key, table in tables.items()
    }
    newest = reader.value("SELECT id FROM activity WHERE removed = 0 ORDER BY id DESC LIMIT 1")
    return Begun(there, newest)


def week(reader: Reader, today: dt.date) -> list[ActivityRow]:
    """Activities of today and the days after it, by day."""
    last = today + dt.timedelta(days=WEEK - 1)
    return between(reader, today.isoformat(), last.isoformat())


def late(reader: Reader, today: dt.date) -> list[Late]:
    """What waits, kind by kind; kinds with nothing are left out."""
    found = []
    for kind, (of, facet, value) in _WAITING.items():
        rows = listing.found(reader, of, Asked(chosen=((facet, (value,)),)))
        first = tuple((one.id, _named(one)) for one in rows.first[:SHOWN])
        found.append(Late(kind, len(rows.ids), first))
    from db.queries import exchange  # keys and certificates load slowly

    since = (today - dt.timedelta(days=SILENT_AFTER)).isoformat()
    silent = [
        (one.id, one.name)
        for one in exchange.devices(reader)
        if not one.here and not one.dismissed and one.received and one.received[:10] < since
    ]
    found.append(Late("devices", len(silent), tuple(silent[:SHOWN])))
    return [one for one in found if one.count]


def _named(row: Any) -> str:
    return str(row.what if isinstance(row, StepRow) else row.title)


def month(reader: Reader, first: str) -> MonthReach:
    """Who was there at activities that began in a month (``2026-03``); planned and claimed ones count nowhere."""
    held = (
        "SELECT v.id FROM activity AS v JOIN term AS s ON s.id = v.status_id"
        f" WHERE v.removed = 0 AND {WAS_HELD} AND substr(v.starts, 1, 7) = ?"
    )
    people: dict[str, str | None] = {}
    attendances = 0
    for person, sex in reader.each(
        "SELECT coalesce(m.representative, b.person_id), p.sex FROM participation AS b"
        " JOIN term AS r ON r.id = b.role_id AND r.meaning = 'participant'"
        " LEFT JOIN merged_person AS m ON m.id = b.person_id"
        " JOIN person AS p ON p.id = coalesce(m.representative, b.person_id)"
        f" WHERE b.activity_id IN ({held}) AND b.removed = 0 AND EXISTS (SELECT 1 FROM attendance AS x"
        "  WHERE x.participation_id = b.id AND x.removed = 0 AND x.status IN ('present', 'late'))",
        (first,),
    ):
        people[person] = sex
        attendances += 1
    number = int(reader.value(f"SELECT count(*) FROM ({held})", (first,)))
    return MonthReach(first, number, attendances, people)


_OWN = (
    "SELECT table_name, row_id, max(seq) FROM (SELECT c.table_name, c.row_id, c.seq FROM change AS c"
    " WHERE c.device = (SELECT device FROM log_state) ORDER BY c.seq DESC LIMIT 400)"
    " GROUP BY 1, 2 ORDER BY 3 DESC"
)
# What was worked on in a table belongs to a thing that has a page.
_ABOVE = {
    "attendance": (
        "activity",
        "SELECT a.activity_id FROM attendance AS x JOIN participation AS a"
        " ON a.id = x.participation_id WHERE x.id = ?",
    ),
    "participation": ("activity", "SELECT activity_id FROM participation WHERE id = ?"),
    "activity_session": ("activity", "SELECT activity_id FROM activity_session WHERE id = ?"),
    "action_step": ("action_plan", "SELECT plan_id FROM action_step WHERE id = ?"),
    "follow_up": ("action_plan", "SELECT plan_id FROM follow_up WHERE id = ?"),
    "commitment": ("agreement", "SELECT agreement_id FROM commitment WHERE id = ?"),
    "indicator": ("programme", "SELECT programme_id FROM indicator WHERE id = ?"),
}
_PAGED = frozenset(
    {
        *("person", "organization", "activity", "programme", "forum", "agreement"),
        *("action_plan", "issue"),
    }
)


def worked_on(reader: Reader, limit: int = 5) -> list[Place]:
    """What was changed last on this computer, and is still there: each thing once."""
    found: dict[tuple[str, str], None] = {}
    for table, row, _ in reader.each(_OWN):
        above = _ABOVE.get(table)
        thing = (table, row) if above is None else (above[0], reader.value(above[1], (row,)))
        if thing[0] in _PAGED and thing[1] is not None:
            found.setdefault(thing)
        if len(found) >= limit * 3:
            break
    places = []
    for table, row in found:
        there = reader.value(f"SELECT 1 FROM {table} WHERE id = ? AND removed = 0", (row,))
        name = records.names(reader, table, [row]).get(row) if there else None
        if name is not None:
            places.append(Place(table, row, name))
    return places[:limit]
