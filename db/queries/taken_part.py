"""Who took part in what was held: the rows that every count is made of.

Planned activities are none of them, nor are those that were only claimed.
"""

from dataclasses import dataclass

from db.engine import Reader
from db.rules.disability import disability_sql

NO_PROGRAMME = ""


@dataclass(frozen=True, slots=True)
class Scope:
    """What is counted. Dates as ``2023-12-14``, both included; None means no limit.

    A programme has its components with it; NO_PROGRAMME are the activities of none. ``open_only``: without
    activities that are restricted.
    """

    activity: str | None = None
    programme: str | None = None
    first: str | None = None
    last: str | None = None
    all_roles: bool = False
    open_only: bool = False


@dataclass(frozen=True, slots=True)
class TakenPart:
    """A participation in an activity that was held."""

    person: str
    activity: str
    programme: str | None
    day: str
    there: int
    sessions: int
    share: int
    sex: str
    age: int | None
    band: str | None
    disability: str
    kind: str | None
    meaning: str | None
    district: str | None
    role: str
    role_meaning: str | None
    first_time: int | None
    organization: str | None

    @property
    def completed(self) -> bool:
        """Whether the share of sessions that the activity asks for was reached."""
        return self.there > 0 and self.there * 100 >= self.share * self.sessions


@dataclass(frozen=True, slots=True)
class Held:
    """An activity that was held. ``head_count``: people who were seen but not named."""

    id: str
    day: str | None
    head_count: int
    sessions: int
    restricted: int


@dataclass(frozen=True, slots=True)
class Read:
    """What was held in a scope and who took part, both by day: read once, counted in as many parts as needed."""

    held: list[Held]
    records: list[TakenPart]

    def part(self, scope: Scope) -> "Read":
        """What of it lies between the days of a narrower scope, and is open where it asks for that."""
        held = [
            one
            for one in self.held
            if (scope.first is None or (one.day is not None and one.day[:10] >= scope.first))
            and (scope.last is None or (one.day is not None and one.day[:10] <= scope.last))
            and not (scope.open_only and one.restricted)
        ]
        ids = {one.id for one in held}
        return Read(held, [record for record in self.records if record.activity in ids])


def read(reader: Reader, scope: Scope) -> Read:
    """Ask for both."""
    return Read(held(reader, scope), records(reader, scope))


def held(reader: Reader, scope: Scope) -> list[Held]:
    """Activities of the scope, by day."""
    return reader.rows(
        Held,
        f"SELECT v.id, v.day, v.head_count, {_SESSIONS}, v.restricted FROM ({_HELD}) AS v ORDER BY v.day, v.id",
        bind(scope),
    )


_DAY = "coalesce(v.starts, v.ends)"


def inside(place: str) -> str:
    """Ids of the programme that a parameter names, and of its components at any depth."""
    return (
        f"(WITH RECURSIVE inside (id) AS (SELECT {place} UNION SELECT p.id FROM programme AS p"
        " JOIN inside AS i ON p.parent_id = i.id WHERE p.removed = 0) SELECT id FROM inside)"
    )


# Activities as v: of the programme ?2 and its components, between the days ?3 and ?4.
IN_SCOPE = (
    f" (?1 IS NULL OR v.id = ?1) AND (?2 IS NULL OR v.programme_id IN {inside('?2')}"
    f"  OR (?2 = '{NO_PROGRAMME}' AND v.programme_id IS NULL))"
    f" AND (?3 IS NULL OR substr({_DAY}, 1, 10) >= ?3)"
    f" AND (?4 IS NULL OR substr({_DAY}, 1, 10) <= ?4)"
    " AND (NOT ?5 OR v.sensitivity <> 'restricted')"
)
# An activity as v with its status as s: what was only claimed counts nowhere.
WAS_HELD = "s.meaning = 'held' AND v.basis <> 'claimed'"
_HELD = (
    f"SELECT v.id AS id, v.programme_id AS programme, {_DAY} AS day, v.completion_share AS share,"
    " coalesce(v.seen_female, 0) + coalesce(v.seen_male, 0) + coalesce(v.seen_unknown, 0)"
    "  AS head_count, v.sensitivity = 'restricted' AS restricted"
    " FROM activity AS v JOIN term AS s ON s.id = v.status_id"
    f" WHERE v.removed = 0 AND {WAS_HELD}"
    f" AND{IN_SCOPE}"
)
_SESSIONS = (
    "(SELECT count(*) FROM activity_session AS s WHERE s.activity_id = v.id AND s.removed = 0)"
)
_AGE = (
    "CASE WHEN a.age IS NOT NULL THEN a.age WHEN p.birth IS NULL OR v.day IS NULL THEN NULL"
    " ELSE substr(v.day, 1, 4) - substr(p.birth, 1, 4)"
    " - (p.birth NOT LIKE '%~year' AND substr(v.day, 6, 5) < substr(p.birth, 6, 5)) END"
)
# Driven by the sessions of the scope: one walk over their marks instead of one per person.
_THERE = (
    "SELECT x.participation_id AS id, count(*) AS there FROM v CROSS JOIN activity_session AS n"
    " ON n.activity_id = v.id AND n.removed = 0 CROSS JOIN attendance AS x ON x.session_id = n.id"
    " WHERE x.removed = 0 AND x.status IN ('present', 'late') GROUP BY x.participation_id"
)


def records(reader: Reader, scope: Scope) -> list[TakenPart]:
    """Participations in held activities, by day."""
    return reader.rows(
        TakenPart,
        f"WITH v AS MATERIALIZED (SELECT v.*, {_SESSIONS} AS sessions FROM ({_HELD}) AS v),"
        f" marks AS MATERIALIZED ({_THERE})"
        " SELECT coalesce(m.representative, a.person_id), v.id, v.programme, coalesce(v.day, ''),"
        f" coalesce(marks.there, 0), v.sessions, v.share, coalesce(p.sex, 'unknown'), {_AGE},"
        f" coalesce(a.age_band, p.age_band), {disability_sql('p')}, o.kind_id, k.meaning,"
        " a.district_id, a.role_id, r.meaning, a.first_time, o.name"
        " FROM v CROSS JOIN participation AS a ON a.activity_id = v.id AND a.removed = 0"
        " LEFT JOIN marks ON marks.id = a.id"
        " LEFT JOIN merged_person AS m ON m.id = a.person_id"
        " JOIN person AS p ON p.id = coalesce(m.representative, a.person_id) AND p.removed = 0"
        " JOIN term AS r ON r.id = a.role_id"
        " LEFT JOIN organization AS o ON o.id = a.organization_id"
        " LEFT JOIN term AS k ON k.id = o.kind_id ORDER BY v.day, v.id, a.id",
        bind(scope),
    )


def bind(scope: Scope) -> tuple[str | int | None, ...]:
    """Values for the places of ``IN_SCOPE``."""
    return scope.activity, scope.programme, scope.first, scope.last, scope.open_only
