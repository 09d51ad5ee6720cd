"""Questions about the people at one activity and their attendance."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from db.engine import Reader
from db.queries.listing import Facet, Listing
from db.rules.attendance import THERE
from db.rules.names import FullName
from resources.texts import N_

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class ParticipantRow:
    """Person at an activity, as of that day. ``marks``: one per session, None is 'not recorded'."""

    id: str
    person_id: str
    name: str
    full_name: str
    code: str | None
    sex: str | None
    birth: str | None
    age: int | None
    role_id: str
    role: Pair
    role_meaning: str | None
    status: Pair | None
    organization: str | None
    position: str | None
    district: str | None
    village: str | None
    phone: str | None
    email: str | None
    disability: str
    photo_consent: bool | None
    sensitive: bool
    sample: bool
    marks: tuple[str | None, ...]

    @property
    def shown(self) -> str:
        """The name as it may leave: of a protected person the code."""
        return (self.code or "–") if self.sensitive else self.full_name

    @property
    def took_part(self) -> bool:
        """Present or late in at least one session."""
        return any(mark in THERE for mark in self.marks)


@dataclass(frozen=True, slots=True)
class SessionHead:
    """Column of the grid."""

    id: str
    number: int
    date: str | None
    topic: str | None


@dataclass(frozen=True, slots=True)
class Grid:
    """People × sessions of an activity. ``arrivals``: when somebody came, by participation and session."""

    activity_id: str
    title: str
    sessions: tuple[SessionHead, ...]
    rows: tuple[ParticipantRow, ...]
    arrivals: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def there(self, position: int) -> int:
        """How many were there in a session."""
        return sum(row.marks[position] in THERE for row in self.rows)

    def recorded(self, position: int) -> int:
        """For how many a session has a mark."""
        return sum(row.marks[position] is not None for row in self.rows)


def grid(reader: Reader, activity: str) -> Grid | None:
    """The attendance of an activity, people in the order of the sheet; None where there is none."""
    title = reader.value("SELECT title FROM activity WHERE id = ? AND removed = 0", (activity,))
    if title is None:
        return None
    heads = reader.rows(
        SessionHead,
        "SELECT id, number, date, topic FROM activity_session"
        " WHERE activity_id = ? AND removed = 0 ORDER BY number, id",
        (activity,),
    )
    columns = {head.id: i for i, head in enumerate(heads)}
    marks: dict[str, list[str | None]] = {}
    arrivals: dict[tuple[str, str], str] = {}
    for participation, session, status, arrived in reader.each(
        "SELECT x.participation_id, x.session_id, x.status, x.arrived FROM attendance AS x"
        " JOIN participation AS a ON a.id = x.participation_id"
        " WHERE a.activity_id = ? AND x.removed = 0 AND a.removed = 0",
        (activity,),
    ):
        if session in columns:
            row = marks.setdefault(participation, [None] * len(heads))
            row[columns[session]] = status
            if arrived:
                arrivals[participation, session] = arrived
    nothing = (None,) * len(heads)
    rows = reader.rows(
        lambda *values: _row(tuple(marks.get(str(values[0]), nothing)), *values),
        f"{_SELECT} WHERE a.activity_id = ? AND a.removed = 0 AND p.removed = 0"
        " ORDER BY coalesce(a.sheet_order, 1000000), p.name COLLATE NOCASE, p.id",
        (activity,),
    )
    return Grid(activity, title, tuple(heads), tuple(rows), arrivals)


def count(reader: Reader, activity: str) -> int:
    """How many people are registered."""
    return int(
        reader.value(
            "SELECT count(*) FROM participation AS a JOIN person AS p ON p.id = a.person_id"
            " WHERE a.activity_id = ? AND a.removed = 0 AND p.removed = 0",
            (activity,),
        )
    )


def _disability() -> str:
    from db.rules.disability import disability_sql

    return disability_sql("p")


_SELECT = (
    "SELECT a.id, p.id, p.name, p.title_before, p.title_after, p.code, p.sex, p.birth, a.age,"
    " r.id, r.label_id, r.label_en, r.meaning, s.label_id, s.label_en,"
    " coalesce(o.acronym, o.name), a.position, d.name, p.village, p.phone, p.email,"
    f" {_disability()}, (SELECT c.given AND c.withdrawn IS NULL FROM consent AS c"
    "  WHERE c.person_id = p.id AND c.purpose_id = 'consent_purpose:photo' AND c.removed = 0"
    "  ORDER BY c.date DESC LIMIT 1), p.sensitive, a.sample"
    " FROM participation AS a JOIN person AS p ON p.id = a.person_id"
    " JOIN term AS r ON r.id = a.role_id LEFT JOIN term AS s ON s.id = a.status_id"
    " LEFT JOIN organization AS o ON o.id = a.organization_id"
    " LEFT JOIN district AS d ON d.id = a.district_id"
)


def _row(marks: tuple[str | None, ...], *v: Any) -> ParticipantRow:
    name = str(v[2])
    return ParticipantRow(
        *(v[0], v[1], name, str(FullName(v[3], name, v[4])), v[5], v[6], v[7], v[8]),
        *(v[9], (v[10], v[11]), v[12], (v[13], v[14]) if v[13] else None),
        *(v[15], v[16], v[17], v[18], v[19], v[20], v[21]),
        *(None if v[22] is None else bool(v[22]), bool(v[23]), bool(v[24]), marks),
    )


@dataclass(frozen=True, slots=True)
class MarkRow:
    """A mark of one person in one session."""

    participation_id: str
    name: str
    session_id: str
    session: int
    status: str | None


def people(reader: Reader, activity: str | None) -> list[ParticipantRow]:
    """The people of an activity, in the order of the sheet."""
    found = grid(reader, activity) if activity else None
    return [] if found is None else list(found.rows)


def marks(reader: Reader, activity: str | None) -> list[MarkRow]:
    """Every mark of an activity, 'not recorded' too."""
    found = grid(reader, activity) if activity else None
    if found is None:
        return []
    return [
        MarkRow(row.id, row.full_name, head.id, head.number, row.marks[position])
        for row in found.rows
        for position, head in enumerate(found.sessions)
    ]


@dataclass(frozen=True, slots=True)
class EnrolledRow:
    """Line of the list of an activity. ``there``: in how many of its ``sessions`` somebody was."""

    id: str
    person_id: str
    full_name: str
    code: str | None
    sensitive: bool
    sex: str | None
    role: Pair
    status: Pair | None
    organization: str | None
    position: str | None
    district: str | None
    phone: str | None
    email: str | None
    there: int
    sessions: int
    sample: bool

    @property
    def shown(self) -> str:
        """The name as it may leave: of a protected person the code."""
        return (self.code or "–") if self.sensitive else self.full_name


def _enrolled(row: str, person: str, *v: Any) -> EnrolledRow:
    before, name, after, code, sensitive, sex, role, role_en, status, status_en, *rest = v
    *middle, sample = rest
    return EnrolledRow(  # type: ignore[misc]  # as selected
        *(row, person, str(FullName(before, name, after)), code, bool(sensitive), sex),
        *((role, role_en), (status, status_en) if status else None),
        *middle,
        sample=bool(sample),
    )


_MARKED = (
    "(SELECT count(*) FROM attendance AS x JOIN activity_session AS n ON n.id = x.session_id"
    " WHERE x.participation_id = {0}.id AND x.removed = 0 AND n.removed = 0 AND x.status {1})"
)
_PRESENT = ", ".join(f"'{mark}'" for mark in sorted(THERE))
_THERE = _MARKED.format("{0}", f"IN ({_PRESENT})")
_ANY = _MARKED.format("{0}", "IS NOT NULL")
_NAME = "(SELECT p.name FROM person AS p WHERE p.id = r.person_id)"
_OFFICE = (
    "(SELECT coalesce(o.acronym, o.name) FROM organization AS o WHERE o.id = r.organization_id)"
)
_HOME = "(SELECT d.name FROM district AS d WHERE d.id = r.district_id)"
_SEX = "(SELECT p.sex FROM person AS p WHERE p.id = r.person_id)"

LISTING = Listing(
    table="participation",
    make=_enrolled,
    columns=(
        "a.id, p.id, p.title_before, p.name, p.title_after, p.code, p.sensitive, p.sex, r.label_id,"
        " r.label_en, s.label_id, s.label_en, coalesce(o.acronym, o.name), a.position, d.name,"
        f" p.phone, p.email, {_THERE.format('a')}, (SELECT count(*) FROM activity_session AS n"
        "  WHERE n.activity_id = a.activity_id AND n.removed = 0), a.sample"
    ),
    joins=(
        " JOIN participation AS a ON a.id = f.id JOIN person AS p ON p.id = a.person_id"
        " JOIN term AS r ON r.id = a.role_id LEFT JOIN term AS s ON s.id = a.status_id"
        " LEFT JOIN organization AS o ON o.id = a.organization_id"
        " LEFT JOIN district AS d ON d.id = a.district_id"
    ),
    order=f"coalesce(r.sheet_order, 1000000), {_NAME} COLLATE NOCASE, r.person_id",
    sorts={
        "name": _NAME,
        "sex": _SEX,
        "role": "(SELECT t.rank FROM term AS t WHERE t.id = r.role_id)",
        "organization": _OFFICE,
        "position": "r.position",
        "district": _HOME,
        "status": "(SELECT t.rank FROM term AS t WHERE t.id = r.status_id)",
        "there": _THERE.format("r"),
    },
    facets=(
        Facet("role", N_("Role"), "r.role_id", names="term"),
        Facet("status", N_("Registration"), "r.status_id", names="term"),
        Facet(
            "attendance",
            N_("Attendance"),
            f"CASE WHEN {_THERE.format('r')} > 0 THEN 'there' WHEN {_ANY.format('r')} > 0 THEN 'away'"
            " ELSE 'none' END",
            words={
                "there": N_("Was there at least once"),
                "away": N_("Recorded, never there"),
                "none": N_("No attendance recorded"),
            },
        ),
        Facet(
            "sex",
            N_("Sex"),
            _SEX,
            words={"female": N_("Female"), "male": N_("Male"), "other": N_("Other")},
        ),
        Facet("organization", N_("Organization"), "r.organization_id", names="organization"),
        Facet("district", N_("District"), "r.district_id", names="district"),
    ),
    listed=(
        "r.removed = 0 AND EXISTS (SELECT 1 FROM person AS p WHERE p.id = r.person_id"
        " AND p.removed = 0)"
    ),
    searched=f"concat_ws(' ', {_OFFICE}, r.position, {_HOME})",
    person="r.person_id",
    within="r.activity_id",
)
