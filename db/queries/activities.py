"""Questions about activities: the list, one activity with its sessions, organizations and signatories."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from db import search
from db.engine import Reader
from db.queries.listing import Facet, Listing
from resources.texts import N_

PAGE = 128

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class ActivityRow:
    """Line of the list of activities. ``registered`` people; ``there``: in at least one session."""

    id: str
    title: str
    kind: Pair | None
    status: Pair
    meaning: str | None
    starts: str | None
    ends: str | None
    places: str | None
    programme: str | None
    sessions: int
    registered: int
    sample: bool


@dataclass(frozen=True, slots=True)
class ActivityChoice:
    """An activity that may be meant by what is being typed."""

    id: str
    title: str
    starts: str | None


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A session of an activity. Times as ``09:00``."""

    id: str
    number: int
    date: str | None
    start_time: str | None
    end_time: str | None
    minutes_from: int | None
    minutes_to: int | None
    topic: str | None
    method: str | None
    summary: str | None
    materials: str | None
    speakers: tuple[tuple[str, Pair], ...]


@dataclass(frozen=True, slots=True)
class OrganizationRole:
    """Organization with its role in an activity."""

    organization_id: str
    organization: str
    role_id: str
    role: Pair


@dataclass(frozen=True, slots=True)
class SignatoryRow:
    """Who signs the papers of an activity."""

    caption: str
    name: str | None
    position: str | None
    number: str | None


@dataclass(frozen=True, slots=True)
class ActivityText:
    """The written parts of an activity."""

    theme: str | None
    objective: str | None
    expected_outputs: str | None
    background: str | None
    results: str | None
    lessons: str | None
    challenges: str | None
    recommendations: str | None
    closing: str | None


@dataclass(frozen=True, slots=True)
class ActivityCard:
    """All about one activity but its people."""

    row: ActivityRow
    text: ActivityText
    mode: Pair | None
    venue: str | None
    platform: str | None
    link: str | None
    time_zone: str | None
    programme_id: str | None
    sensitivity: str
    completion_share: int
    participants_planned: int | None
    head_count: tuple[int | None, int | None, int | None]
    sessions: tuple[SessionRow, ...]
    organizations: tuple[OrganizationRole, ...]
    signatories: tuple[SignatoryRow, ...]


PLACES = (
    "(SELECT group_concat(d.name, ', ') FROM activity_district AS x JOIN district AS d"
    " ON d.id = x.district_id WHERE x.activity_id = v.id AND x.removed = 0)"
)
_REGISTERED = (
    "(SELECT count(*) FROM participation AS n WHERE n.activity_id = v.id AND n.removed = 0)"
)
_COLUMNS = (
    "v.id, v.title, k.label_id, k.label_en, s.label_id, s.label_en, s.meaning, v.starts, v.ends,"
    f" {PLACES}, g.name,"
    " (SELECT count(*) FROM activity_session AS n WHERE n.activity_id = v.id AND n.removed = 0),"
    f" {_REGISTERED}, v.sample"
)
_JOINS = (
    " JOIN activity AS v ON v.id = f.id LEFT JOIN term AS k ON k.id = v.kind_id"
    " JOIN term AS s ON s.id = v.status_id LEFT JOIN programme AS g ON g.id = v.programme_id"
)


_OVER = "substr(coalesce(nullif(r.ends, '..'), r.starts), 1, 10)"
_RECENTLY = (
    f"{_OVER} < date('now', 'localtime') AND {_OVER} >= date('now', 'localtime', '-180 days')"
)
_MARKED = (
    "EXISTS (SELECT 1 FROM activity_session AS n JOIN attendance AS x ON x.session_id = n.id"
    " WHERE n.activity_id = r.id AND n.removed = 0 AND x.removed = 0)"
)
_MEANING = "(SELECT s.meaning FROM term AS s WHERE s.id = r.status_id)"
_UNMARKED = (
    f"{_RECENTLY} AND {_MEANING} IN ('planned', 'held') AND r.starts NOT LIKE '%~%'"
    " AND EXISTS (SELECT 1 FROM participation AS x WHERE x.activity_id = r.id AND x.removed = 0)"
    f" AND NOT {_MARKED}"
)
_UNTOLD = f"{_RECENTLY} AND {_MEANING} = 'held' AND r.basis <> 'claimed' AND r.results IS NULL AND {_MARKED}"

LISTING = Listing(
    table="activity",
    make=lambda *values: _row(*values),
    columns=_COLUMNS,
    joins=_JOINS,
    order="r.starts DESC, r.id DESC",
    sorts={
        "title": "r.title",
        "when": "r.starts",
        "kind": "(SELECT t.label_id FROM term AS t WHERE t.id = r.kind_id)",
        "status": "(SELECT t.rank FROM term AS t WHERE t.id = r.status_id)",
        "programme": "(SELECT g.name FROM programme AS g WHERE g.id = r.programme_id)",
        "places": PLACES.replace("v.id", "r.id"),
        "people": _REGISTERED.replace("v.id", "r.id"),
    },
    facets=(
        Facet("status", N_("Status"), "r.status_id", names="term"),
        Facet("kind", N_("Kind"), "r.kind_id", names="term"),
        Facet("programme", N_("Programme"), "r.programme_id", names="programme"),
        Facet("year", N_("Year"), "substr(r.starts, 1, 4)", newest=True),
        Facet(
            "district",
            N_("District"),
            "x.district_id",
            " LEFT JOIN activity_district AS x ON x.activity_id = r.id AND x.removed = 0",
            names="district",
        ),
        Facet("forum", N_("Forum"), "r.forum_id", names="forum"),
        Facet(
            "held",
            N_("Counts as held"),
            f"{_MEANING} = 'held' AND r.basis <> 'claimed'",
            words={1: N_("Yes"), 0: N_("No")},
        ),
        Facet(
            "waiting",
            N_("Waits for"),
            f"CASE WHEN {_UNMARKED} THEN 'attendance' WHEN {_UNTOLD} THEN 'report' END",
            words={"attendance": N_("Its attendance"), "report": N_("Its report")},
        ),
        Facet(
            "organization",
            N_("Organization"),
            "x.organization_id",
            " LEFT JOIN activity_organization AS x ON x.activity_id = r.id AND x.removed = 0",
            names="organization",
        ),
    ),
)


def page(
    reader: Reader,
    *,
    search_text: str = "",
    programme: str | None = None,
    status: str | None = None,
    offset: int = 0,
    limit: int = PAGE,
) -> list[ActivityRow]:
    """A window of the list, the newest first, or of what a typed text finds."""
    source, parameters, order = _source(search_text, programme, status)
    return reader.rows(
        _row,
        f"SELECT {_COLUMNS} FROM ({source} LIMIT ? OFFSET ?) AS f {_JOINS} ORDER BY {order}",
        (*parameters, limit, offset),
    )


def count(
    reader: Reader,
    *,
    search_text: str = "",
    programme: str | None = None,
    status: str | None = None,
) -> int:
    """How many rows the list has."""
    source, parameters, _ = _source(search_text, programme, status)
    return int(reader.value(f"SELECT count(*) FROM ({source})", parameters))


def suggest(reader: Reader, text: str, limit: int = 12) -> list[ActivityChoice]:
    """Activities that may be meant by the letters typed so far."""
    return [
        ActivityChoice(found.id, found.title, found.starts)
        for found in page(reader, search_text=text, limit=limit)
    ]


def between(reader: Reader, first: str, last: str) -> list[ActivityRow]:
    """Activities that begin, run or end between two days, by day. Those that are off are not among them."""
    return reader.rows(
        _row,
        f"SELECT {_COLUMNS} FROM (SELECT a.id FROM activity AS a JOIN term AS m ON m.id = a.status_id"
        " WHERE a.removed = 0 AND m.meaning IS NOT 'off'"
        " AND substr(coalesce(a.starts, a.ends), 1, 10) <= ?2"
        " AND substr(coalesce(nullif(a.ends, '..'), a.starts), 1, 10) >= ?1"
        f" ) AS f {_JOINS} ORDER BY coalesce(v.starts, v.ends), v.title",
        (first, last),
    )


def rows(reader: Reader, ids: Sequence[str]) -> list[ActivityRow]:
    """Lines of these activities, in this order."""
    return reader.rows(
        _row,
        f"SELECT {_COLUMNS} FROM (SELECT value AS id, key AS place FROM json_each(?)) AS f {_JOINS}"
        " ORDER BY f.place",
        (json.dumps(list(ids)),),
    )


def card(reader: Reader, activity: str) -> ActivityCard | None:
    """All about one activity; None where there is none."""
    found = rows(reader, [activity])
    if not found:
        return None
    text = reader.one(
        ActivityText,
        "SELECT theme, objective, expected_outputs, background, results, lessons, challenges,"
        " recommendations, closing FROM activity WHERE id = ?",
        (activity,),
    )
    assert text is not None  # noqa: S101 - the row was there a line above

    def complete(*values: Any) -> ActivityCard:
        label_id, label_en, venue, platform, link, zone, programme, sensitivity, share, planned = (
            values[:10]
        )
        return ActivityCard(
            *(found[0], text, (label_id, label_en) if label_id else None),
            *(venue, platform, link, zone, programme, sensitivity, share, planned),
            (values[10], values[11], values[12]),
            tuple(sessions(reader, activity)),
            tuple(organizations(reader, activity)),
            tuple(signatories(reader, activity)),
        )

    return reader.one(
        complete,
        "SELECT m.label_id, m.label_en, v.venue, v.platform, v.link, v.time_zone, v.programme_id,"
        " v.sensitivity, v.completion_share, v.participants_planned,"
        " v.seen_female, v.seen_male, v.seen_unknown FROM activity AS v"
        " LEFT JOIN term AS m ON m.id = v.mode_id WHERE v.id = ?",
        (activity,),
    )


def sessions(reader: Reader, activity: str) -> list[SessionRow]:
    """Sessions of an activity by number, with who spoke in them; protected people by their code."""
    spoke: dict[str, list[tuple[str, Pair]]] = {}
    for session, name, label_id, label_en in reader.each(
        "SELECT x.session_id, CASE WHEN p.sensitive OR v.sensitivity = 'restricted'"
        " THEN coalesce(p.code, '–') ELSE p.name END, t.label_id, t.label_en FROM session_person AS x"
        " JOIN activity_session AS s ON s.id = x.session_id JOIN activity AS v ON v.id = s.activity_id"
        " JOIN person AS p ON p.id = x.person_id"
        " JOIN term AS t ON t.id = x.role_id WHERE s.activity_id = ? AND x.removed = 0"
        " ORDER BY x.rank, p.name",
        (activity,),
    ):
        spoke.setdefault(session, []).append((name, (label_id, label_en)))

    def spoken(row: str, *values: Any) -> SessionRow:
        told: tuple[Any, ...] = (row, *values, tuple(spoke.get(row, ())))
        return SessionRow(*told)

    return reader.rows(
        spoken,
        "SELECT id, number, date, start_time, end_time, minutes_from, minutes_to, topic, method,"
        " summary, materials FROM activity_session WHERE activity_id = ? AND removed = 0 ORDER BY number, id",
        (activity,),
    )


def organizations(reader: Reader, activity: str) -> list[OrganizationRole]:
    """Organizations of an activity with their roles."""
    return reader.rows(
        lambda row, name, role, label_id, label_en: OrganizationRole(
            row, name, role, (label_id, label_en)
        ),
        "SELECT o.id, o.name, t.id, t.label_id, t.label_en FROM activity_organization AS x"
        " JOIN organization AS o ON o.id = x.organization_id JOIN term AS t ON t.id = x.role_id"
        " WHERE x.activity_id = ? AND x.removed = 0 ORDER BY t.rank, x.rank, o.name",
        (activity,),
    )


def signatories(reader: Reader, activity: str) -> list[SignatoryRow]:
    """Who signs the papers of an activity, from left to right."""
    return reader.rows(
        SignatoryRow,
        "SELECT caption, name, position, number FROM signatory"
        " WHERE activity_id = ? AND removed = 0 ORDER BY rank, id",
        (activity,),
    )


def _source(
    search_text: str, programme: str | None, status: str | None
) -> tuple[str, tuple[object, ...], str]:
    conditions = " AND (? IS NULL OR v.programme_id = ?) AND (? IS NULL OR v.status_id = ?)"
    filters = (programme, programme, status, status)
    if search_text.strip():
        hits = search.hits("activity", search_text)
        return (
            f"SELECT v.id AS id, h.docid AS docid FROM ({hits.source}) AS h"
            f" JOIN activity AS v ON v.id = h.row_id WHERE 1 {conditions} ORDER BY h.docid",
            (*hits.parameters, *filters),
            "f.docid",
        )
    return (
        f"SELECT v.id AS id FROM activity AS v WHERE v.removed = 0 {conditions}"
        " ORDER BY v.starts DESC, v.id DESC",
        filters,
        "v.starts DESC, v.id DESC",
    )


def _row(
    row: str,
    title: str,
    kind_id: str | None,
    kind_en: str,
    status_id: str,
    status_en: str,
    *rest: Any,
) -> ActivityRow:
    meaning, starts, ends, places, programme, sessions_held, registered, sample = rest
    return ActivityRow(
        row,
        title,
        (kind_id, kind_en) if kind_id else None,
        (status_id, status_en),
        *(meaning, starts, ends, places, programme, sessions_held, registered),
        bool(sample),
    )
