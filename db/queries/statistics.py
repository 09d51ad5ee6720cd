"""The counts of an activity, a programme or a period: who took part, how often, split every way.

Rules (a donor checks these first): a person *took part* when present or late in at least one session of
an activity that was held; *completed* at the share of sessions set for the activity. Age, organization
and district are those of the day. Merged people count once. In a period a person is put into a
category by the latest activity inside it, so the rows of a split add up to the people. 'Unknown' is a
category of its own. Planned activities never count, nor do those that were only claimed: a sum of
activities that somebody spoke of has no records behind it and would stand beside its own parts.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import Any

from db.engine import Reader
from db.queries import settings
from db.rules import disaggregation
from db.rules.ages import Bands
from db.rules.disability import disability_sql

Pair = tuple[str, str]

UNKNOWN: Pair = ("Tidak diketahui", "Unknown")
SEXES: dict[str, Pair] = {
    "female": ("Perempuan", "Female"),
    "male": ("Laki-laki", "Male"),
    "other": ("Lainnya", "Other"),
    "not_said": ("Tidak menyebut", "Not said"),
    "unknown": UNKNOWN,
}
DISABILITY: dict[str, Pair] = {
    "yes": ("Penyandang disabilitas", "With disability"),
    "no": ("Tidak", "Without disability"),
    "not_asked": ("Tidak ditanya", "Not asked"),
}
NEWNESS: dict[str, Pair] = {
    "new": ("Peserta baru", "First-time"),
    "returning": ("Peserta lama", "Returning"),
}
GOVERNMENT, CIVIL_SOCIETY = "government", "civil_society"


@dataclass(frozen=True, slots=True)
class Scope:
    """What is counted. Dates as ``2023-12-14``, both included; None means no limit."""

    activity: str | None = None
    programme: str | None = None
    first: str | None = None
    last: str | None = None
    all_roles: bool = False


@dataclass(frozen=True, slots=True)
class SplitRow:
    """A category: unique people by sex (keys of SEXES), and attendances."""

    category: str
    label: Pair
    by_sex: tuple[int, ...]
    people: int
    attendances: int


@dataclass(frozen=True, slots=True)
class Split:
    """One way to split the same people; the rows add up to all of them."""

    key: str
    rows: tuple[SplitRow, ...]

    @property
    def people(self) -> int:
        """Sum over the rows."""
        return sum(row.people for row in self.rows)

    @property
    def known(self) -> int:
        """People of whom the category is known: what shares are of."""
        return disaggregation.known({row.category: row.people for row in self.rows})

    @property
    def shares(self) -> tuple[float | None, ...]:
        """Share of each row of those known, 0 to 1; None for what is not known, or too few to tell."""
        told = disaggregation.told_shares({row.category: row.people for row in self.rows})
        return tuple(told[row.category] for row in self.rows)


@dataclass(frozen=True, slots=True)
class Reach:
    """A kabupaten/kota with people who took part, and the kinds of organization they came from."""

    district_id: str
    district: str
    people: int
    meanings: frozenset[str]

    @property
    def both(self) -> bool:
        """Somebody from government and somebody from civil society."""
        return {GOVERNMENT, CIVIL_SOCIETY} <= self.meanings


@dataclass(frozen=True, slots=True)
class Statistics:
    """The counts, with everything that is needed to trace them.

    ``people``: unique people who took part. ``attendances``: person × activity. ``sittings``: person ×
    session. ``completed``: person × activity. ``version``: stamp of the newest change in the file.
    """

    scope: Scope
    version: int
    activities: tuple[str, ...]
    sessions: int
    registered: int
    people: int
    attendances: int
    sittings: int
    completed: int
    splits: tuple[Split, ...]
    districts: tuple[Reach, ...]
    head_count: int

    def split(self, key: str) -> Split:
        """One of: sex, age, disability, organization_kind, district, role, newness."""
        return next(split for split in self.splits if split.key == key)


@dataclass(frozen=True, slots=True)
class _Record:
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

    @property
    def completed(self) -> bool:
        return self.there > 0 and self.there * 100 >= self.share * self.sessions


def statistics(reader: Reader, scope: Scope) -> Statistics:
    """Count what the scope names."""
    held = reader.rows(
        _Held, f"SELECT v.id, v.head_count, {_SESSIONS} FROM ({_HELD}) AS v", _bind(scope)
    )
    records = _records(reader, scope)
    counted = [r for r in records if scope.all_roles or r.role_meaning == "participant"]
    there = [record for record in counted if record.there]
    latest = {record.person: record for record in there}  # ordered by day: the last one wins
    splits = _Splits(there, latest)
    labels = _labels(reader)
    bands = Bands.parse(_bands(reader, scope))
    band = _banded(bands)
    return Statistics(
        scope=scope,
        version=int(reader.value("SELECT stamp FROM log_state")),
        activities=tuple(one.id for one in held),
        sessions=sum(one.sessions for one in held),
        registered=len({record.person for record in counted}),
        people=len(latest),
        attendances=len(there),
        sittings=sum(record.there for record in there),
        completed=sum(record.completed for record in there),
        splits=(
            splits.fixed("sex", SEXES, lambda r: r.sex),
            splits.fixed("age", _band_labels(bands), band),
            splits.fixed("disability", DISABILITY, lambda r: r.disability),
            splits.found("organization_kind", labels, lambda r: r.kind),
            splits.found("district", _places(reader, there), lambda r: _regency(r.district)),
            _Splits(all_there := [r for r in records if r.there], _latest(all_there)).found(
                "role", labels, lambda r: r.role
            ),
            splits.fixed("newness", NEWNESS, _newness(reader, scope, there)),
        ),
        districts=_reach(reader, latest.values(), there),
        head_count=sum(one.head_count for one in held),
    )


@dataclass(frozen=True, slots=True)
class _Held:
    id: str
    head_count: int
    sessions: int


_DAY = "coalesce(v.starts, v.ends)"
_HELD = (
    f"SELECT v.id AS id, v.programme_id AS programme, {_DAY} AS day, v.completion_share AS share,"
    " coalesce(v.seen_female, 0) + coalesce(v.seen_male, 0) + coalesce(v.seen_unknown, 0)"
    "  AS head_count"
    " FROM activity AS v JOIN term AS s ON s.id = v.status_id"
    " WHERE v.removed = 0 AND s.meaning = 'held' AND v.basis <> 'claimed'"
    " AND (?1 IS NULL OR v.id = ?1) AND (?2 IS NULL OR v.programme_id = ?2)"
    f" AND (?3 IS NULL OR substr({_DAY}, 1, 10) >= ?3)"
    f" AND (?4 IS NULL OR substr({_DAY}, 1, 10) <= ?4)"
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


def _records(reader: Reader, scope: Scope) -> list[_Record]:
    """Participations in held activities, by day."""
    return reader.rows(
        _Record,
        f"WITH v AS MATERIALIZED (SELECT v.*, {_SESSIONS} AS sessions FROM ({_HELD}) AS v),"
        f" marks AS MATERIALIZED ({_THERE})"
        " SELECT coalesce(m.representative, a.person_id), v.id, v.programme, coalesce(v.day, ''),"
        f" coalesce(marks.there, 0), v.sessions, v.share, coalesce(p.sex, 'unknown'), {_AGE},"
        f" coalesce(a.age_band, p.age_band), {disability_sql('p')}, o.kind_id, k.meaning,"
        " a.district_id, a.role_id, r.meaning, a.first_time"
        " FROM v CROSS JOIN participation AS a ON a.activity_id = v.id AND a.removed = 0"
        " LEFT JOIN marks ON marks.id = a.id"
        " LEFT JOIN merged_person AS m ON m.id = a.person_id"
        " JOIN person AS p ON p.id = coalesce(m.representative, a.person_id) AND p.removed = 0"
        " JOIN term AS r ON r.id = a.role_id"
        " LEFT JOIN organization AS o ON o.id = a.organization_id"
        " LEFT JOIN term AS k ON k.id = o.kind_id ORDER BY v.day, v.id, a.id",
        _bind(scope),
    )


def _bind(scope: Scope) -> tuple[str | None, ...]:
    return scope.activity, scope.programme, scope.first, scope.last


class _Splits:
    """Splits the same people and attendances by any property of their records."""

    def __init__(self, there: list[_Record], latest: dict[str, _Record]) -> None:
        self._there = there
        self._latest = latest

    def fixed(self, key: str, labels: dict[str, Pair], of: Any) -> Split:
        """Every category that there is, in its order, empty ones too; unknown where it occurs."""
        people, attendances = self._counted(of)
        order = dict(labels)
        for category in (*people, *attendances):
            order.setdefault(category, UNKNOWN)
        return Split(key, tuple(_split_row(c, order[c], people, attendances) for c in order))

    def found(self, key: str, labels: dict[str, Pair], of: Any) -> Split:
        """The categories that occur, the largest first, unknown last."""
        people, attendances = self._counted(of)
        order = sorted(
            {*people, *attendances},
            key=lambda c: (c == "unknown", -sum(people[c].values()), labels.get(c, UNKNOWN)),
        )
        return Split(
            key, tuple(_split_row(c, labels.get(c, UNKNOWN), people, attendances) for c in order)
        )

    def _counted(self, of: Any) -> tuple[dict[str, Counter[str]], Counter[str]]:
        people: dict[str, Counter[str]] = defaultdict(Counter)
        for record in self._latest.values():
            people[of(record) or "unknown"][record.sex] += 1
        return people, Counter(of(record) or "unknown" for record in self._there)


def _split_row(
    category: str, label: Pair, people: dict[str, Counter[str]], attendances: Counter[str]
) -> SplitRow:
    by_sex = people[category]
    return SplitRow(
        category,
        label,
        tuple(by_sex[sex] for sex in SEXES),
        sum(by_sex.values()),
        attendances[category],
    )


def _latest(records: list[_Record]) -> dict[str, _Record]:
    return {record.person: record for record in records}


def _band_labels(bands: Bands) -> dict[str, Pair]:
    return {**{name: (name, name) for name in bands.names}, "unknown": UNKNOWN}


def _banded(bands: Bands) -> Any:
    """By age; else by the band that was said, where it is one of those asked for."""
    by_age = {age: bands.band(age) for age in range(130)}

    def of(record: _Record) -> str:
        if record.age is None:
            return bands.said(record.band)
        return by_age.get(record.age) or bands.band(record.age)

    return of


def _bands(reader: Reader, scope: Scope) -> str:
    """Bands of the programme, or those of the workspace."""
    own = reader.value(
        "SELECT age_bands FROM programme WHERE id = coalesce(?,"
        " (SELECT programme_id FROM activity WHERE id = ?))",
        (scope.programme, scope.activity),
    )
    return own or settings.age_bands(reader)


def _labels(reader: Reader) -> dict[str, Pair]:
    rows = reader.each(
        "SELECT id, label_id, label_en FROM term WHERE vocabulary IN ('organization_kind', 'role')"
    )
    return {row: (label_id, label_en) for row, label_id, label_en in rows}


def _regency(district: str | None) -> str | None:
    """Kabupaten/kota of a place by its code; provinces and countries are none."""
    if district is None or "|" in district:
        return district
    return district[:5] if district[:2].isdigit() and len(district) >= 5 else district


def _places(reader: Reader, records: list[_Record]) -> dict[str, Pair]:
    codes = {_regency(record.district) for record in records} - {None}
    found: dict[str, Pair] = {}
    for code in codes:
        name, english = reader.one(
            lambda *names: names, "SELECT name, name_en FROM district WHERE id = ?", (code,)
        ) or (code, None)
        found[str(code)] = (str(name), str(english or name))
    return found


def _newness(reader: Reader, scope: Scope, there: list[_Record]) -> Any:
    """New: no earlier activity of the same programme that the person took part in."""
    first: dict[tuple[str, str | None], str] = {}
    narrower = scope.activity is not None or scope.first is not None
    earlier = there
    if narrower and there:
        programmes = {record.programme for record in there}
        wide = Scope(last=max(record.day for record in there)[:10] or None)
        earlier = [r for r in _records(reader, wide) if r.there and r.programme in programmes]
    for record in earlier:
        first.setdefault((record.person, record.programme), record.activity)

    def of(record: _Record) -> str:
        if record.first_time is not None:
            return "new" if record.first_time else "returning"
        return "new" if first[record.person, record.programme] == record.activity else "returning"

    return of


def _reach(reader: Reader, latest: Any, there: list[_Record]) -> tuple[Reach, ...]:
    """Distinct kabupaten/kota, a not-certain one once."""
    people = Counter(_regency(record.district) for record in latest)
    meanings: dict[str | None, set[str]] = defaultdict(set)
    for record in there:
        if record.meaning:
            meanings[_regency(record.district)].add(record.meaning)
    places = reader.each("SELECT id, name FROM district WHERE level IN ('regency', 'uncertain')")
    reached = [
        Reach(code, name, people[code], frozenset(meanings[code]))
        for code, name in places
        if code in meanings or people[code]
    ]
    return tuple(sorted(reached, key=lambda one: (-one.people, one.district)))
