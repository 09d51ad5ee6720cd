"""The counts of an activity, a programme or a period: who took part, how often, split every way.

Rules (a donor checks these first): a person *took part* when present or late in at least one session of
an activity that was held; *completed* at the share of sessions set for the activity. Age, organization
and district are those of the day. Merged people count once. In a period a person is put into a
category by the latest activity inside it, so the rows of a split add up to the people. 'Unknown' is a
category of its own. Planned activities never count, nor do those that were only claimed: a sum of
activities that somebody spoke of has no records behind it and would stand beside its own parts.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from db.engine import Reader
from db.queries import settings, taken_part
from db.queries.taken_part import NO_PROGRAMME, Read, Scope, TakenPart
from db.rules import disaggregation
from db.rules.ages import Bands

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
class CountedLine:
    """A participation behind the counts. ``labels``: category of each split, by its key.

    ``participant``: counted in all splits, not in that by role alone. ``once``: the line by which the person
    is one of the unique people; ``once_in_roles``: the same among all roles.
    """

    part: TakenPart
    labels: dict[str, Pair]
    participant: bool
    once: bool
    once_in_roles: bool


@dataclass(frozen=True, slots=True)
class _Way:
    """A way to split: its categories with their labels, and which of them a record belongs to.

    ``fixed``: all categories in their order, else those that occur. ``all_roles``: of everybody there.
    """

    key: str
    labels: dict[str, Pair]
    of: Any
    fixed: bool = True
    all_roles: bool = False


def statistics(reader: Reader, scope: Scope, within: Read | None = None) -> Statistics:
    """Count what the scope names. ``within``: what was read already, of a scope as wide or wider."""
    return with_lines(reader, scope, within)[0]


def with_lines(
    reader: Reader, scope: Scope, within: Read | None = None
) -> tuple[Statistics, Iterator[CountedLine]]:
    """The counts, and every line that they are made of, by day."""
    read = taken_part.read(reader, scope) if within is None else within.part(scope)
    held, records = read.held, read.records
    counted = [r for r in records if scope.all_roles or r.role_meaning == "participant"]
    there = [record for record in counted if record.there]
    latest = _latest(there)
    everybody = [record for record in records if record.there]
    all_latest = _latest(everybody)
    ways = _ways(reader, scope, there, everybody, within.records if within else None)
    splits, roles = _Splits(there, latest), _Splits(everybody, all_latest)
    found = Statistics(
        scope=scope,
        version=int(reader.value("SELECT stamp FROM log_state")),
        activities=tuple(one.id for one in held),
        sessions=sum(one.sessions for one in held),
        registered=len({record.person for record in counted}),
        people=len(latest),
        attendances=len(there),
        sittings=sum(record.there for record in there),
        completed=sum(record.completed for record in there),
        splits=tuple((roles if way.all_roles else splits).by(way) for way in ways),
        districts=_reach(reader, latest.values(), there),
        head_count=sum(one.head_count for one in held),
    )
    return found, _lines(scope, everybody, latest, all_latest, ways)


def _lines(
    scope: Scope,
    everybody: list[TakenPart],
    latest: dict[str, TakenPart],
    all_latest: dict[str, TakenPart],
    ways: tuple[_Way, ...],
) -> Iterator[CountedLine]:
    for one in everybody:
        participant = scope.all_roles or one.role_meaning == "participant"
        yield CountedLine(
            one,
            {
                way.key: way.labels.get(way.of(one) or "unknown", UNKNOWN)
                for way in ways
                if participant or way.key != "newness"
            },
            participant,
            once=participant and latest[one.person] is one,
            once_in_roles=all_latest[one.person] is one,
        )


def _ways(
    reader: Reader,
    scope: Scope,
    there: list[TakenPart],
    everybody: list[TakenPart],
    earlier: list[TakenPart] | None,
) -> tuple[_Way, ...]:
    labels = _labels(reader)
    bands = Bands.parse(_bands(reader, scope))
    return (
        _Way("sex", SEXES, lambda r: r.sex),
        _Way("age", _band_labels(bands), _banded(bands)),
        _Way("disability", DISABILITY, lambda r: r.disability),
        _Way("organization_kind", labels, lambda r: r.kind, fixed=False),
        _Way(
            "district",
            _places(reader, everybody),
            lambda r: _regency(r.district),
            fixed=False,
        ),
        _Way("role", labels, lambda r: r.role, fixed=False, all_roles=True),
        _Way("newness", NEWNESS, _newness(reader, scope, there, earlier)),
    )


class _Splits:
    """Splits the same people and attendances by any property of their records."""

    def __init__(self, there: list[TakenPart], latest: dict[str, TakenPart]) -> None:
        self._there = there
        self._latest = latest

    def by(self, way: _Way) -> Split:
        """Fixed categories in their order, empty ones too; else those that occur, the largest first.

        What is not known is a category of its own and comes last.
        """
        people, attendances = self._counted(way.of)
        occurring = {*people, *attendances}
        if way.fixed:
            order = [*way.labels, *(one for one in occurring if one not in way.labels)]
        else:
            order = sorted(
                occurring,
                key=lambda c: (
                    *(c == "unknown", -sum(people[c].values())),
                    way.labels.get(c, UNKNOWN),
                ),
            )
        return Split(
            way.key,
            tuple(_split_row(c, way.labels.get(c, UNKNOWN), people, attendances) for c in order),
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


def _latest(records: list[TakenPart]) -> dict[str, TakenPart]:
    return {record.person: record for record in records}


def _band_labels(bands: Bands) -> dict[str, Pair]:
    return {**{name: (name, name) for name in bands.names}, "unknown": UNKNOWN}


def _banded(bands: Bands) -> Any:
    """By age; else by the band that was said, where it is one of those asked for."""
    by_age = {age: bands.band(age) for age in range(130)}

    def of(record: TakenPart) -> str:
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


def _places(reader: Reader, records: list[TakenPart]) -> dict[str, Pair]:
    codes = {_regency(record.district) for record in records} - {None}
    found: dict[str, Pair] = {}
    for code in codes:
        name, english = reader.one(
            lambda *names: names, "SELECT name, name_en FROM district WHERE id = ?", (code,)
        ) or (code, None)
        found[str(code)] = (str(name), str(english or name))
    return found


def _newness(
    reader: Reader, scope: Scope, there: list[TakenPart], earlier: list[TakenPart] | None
) -> Any:
    """New: no earlier activity of the same programme that the person took part in."""
    if earlier is None:
        narrower = (scope.activity is not None or scope.first is not None) and there
        earlier = _of_programmes(reader, there) if narrower else there
    first: dict[tuple[str, str | None], str] = {}
    for record in earlier:
        if record.there:
            first.setdefault((record.person, record.programme), record.activity)

    def of(record: TakenPart) -> str:
        if record.first_time is not None:
            return "new" if record.first_time else "returning"
        return "new" if first[record.person, record.programme] == record.activity else "returning"

    return of


def _of_programmes(reader: Reader, there: list[TakenPart]) -> list[TakenPart]:
    """Everybody at all activities of the same programmes, up to the last of these days."""
    last = max(record.day for record in there)[:10] or None
    found: list[TakenPart] = []
    for programme in {record.programme for record in there}:
        scope = Scope(programme=programme or NO_PROGRAMME, last=last)
        found += [r for r in taken_part.records(reader, scope) if r.programme == programme]
    return found


def _reach(reader: Reader, latest: Any, there: list[TakenPart]) -> tuple[Reach, ...]:
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
