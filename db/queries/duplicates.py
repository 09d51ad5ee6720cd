"""Questions about people who may be one and the same."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from db.engine import Reader
from db.rules.matching import Pair, People, Traits, blocks, folded
from db.rules.names import fold

_TRAITS = "id, name, sex, birth, phone, email, NULL, district_id, position"


@dataclass(frozen=True, slots=True)
class Side:
    """One of a pair, as it is laid beside the other. ``activities``: how many she or he took part in."""

    id: str
    name: str
    sex: str | None
    birth: str | None
    phone: str | None
    email: str | None
    organization: str | None
    position: str | None
    district: str | None
    activities: int
    sample: int
    code: str | None
    sensitive: int

    @property
    def full_name(self) -> str:
        """The name as it is written."""
        return self.name

    @property
    def shown(self) -> str:
        """The name as everybody may see it: of a protected person the code."""
        return (self.code or "–") if self.sensitive else self.name


@dataclass(frozen=True, slots=True)
class PairRow:
    """Two people who may be one; ``probability`` from 0 to 1."""

    first: Side
    second: Side
    probability: float


def pairs(
    reader: Reader, *, limit: int = 200, step: Callable[[int, int], None] | None = None
) -> list[PairRow]:
    """Pairs that nobody has decided about yet, the most probable first."""
    decided = {
        frozenset(pair)
        for pair in reader.each(
            "SELECT first_id, second_id FROM different_people WHERE removed = 0"
        )
    }
    people = People()
    try:
        for row, name, *rest in _told(
            step,
            reader,
            "SELECT p.id, p.name, p.sex, p.birth, p.phone, p.email, a.organization_id, p.district_id,"
            " coalesce(a.position, p.position) FROM person AS p NOT INDEXED"
            " LEFT JOIN affiliation AS a ON a.person_id = p.id AND a.main AND a.removed = 0"
            " WHERE p.removed = 0 AND p.merged_into IS NULL AND p.id NOT IN (SELECT person_id FROM erasure)",
        ):
            people.add(Traits(row, folded(name), *rest))
        found = people.pairs(step)
    finally:
        people.forget()
    likely = [pair for pair in found if frozenset((pair.first, pair.second)) not in decided]
    return _rows(reader, likely[:limit])


def _told(
    step: Callable[[int, int], None] | None, reader: Reader, sql: str
) -> Iterator[tuple[Any, ...]]:
    """Rows one by one; reading all of them can be stopped, too."""
    for number, row in enumerate(reader.each(sql)):
        if step is not None and number % 500 == 0:
            step(0, 1)
        yield row


def among(reader: Reader, people: Sequence[str], *, limit: int = 20) -> tuple[int, list[PairRow]]:
    """How many of these people may be somebody who is known already, and the most probable pairs."""
    if not people:
        return 0, []
    wanted = reader.rows(
        lambda row, name, *rest: Traits(row, fold(name), *rest),
        f"SELECT {_TRAITS} FROM person WHERE removed = 0 AND merged_into IS NULL AND id NOT IN (SELECT person_id FROM erasure)"
        " AND id IN (SELECT value FROM json_each(?))",
        (json.dumps(people),),
    )
    known = People(alike(reader, wanted))
    best = ((one.id, known.best(one)) for one in wanted)
    likely = sorted(
        (Pair(row, match[0].id, match[1]) for row, match in best if match is not None),
        key=lambda pair: (-pair.probability, pair.first),
    )
    return len(likely), _rows(reader, likely[:limit])


def alike(reader: Reader, wanted: Iterable[Traits]) -> list[Traits]:
    """People of the workspace who have something in common with one of those wanted."""
    shared = {block for one in wanted for block in blocks(one)}
    found = []
    # The index over names would visit the people in the order of names: five times slower than the table.
    for row, name, *rest in reader.each(
        f"SELECT {_TRAITS} FROM person NOT INDEXED"
        " WHERE removed = 0 AND merged_into IS NULL AND id NOT IN (SELECT person_id FROM erasure)"
    ):
        one = Traits(row, fold(name), *rest)
        if not shared.isdisjoint(blocks(one)):
            found.append(one)
    for one, (organization, position) in zip(
        found, _belonging(reader, [one.id for one in found]), strict=True
    ):
        one.organization, one.position = organization, position or one.position
    return found


def _belonging(reader: Reader, people: list[str]) -> list[tuple[str | None, str | None]]:
    """Main organization and position of some people, in their order."""
    return reader.rows(
        lambda organization, position: (organization, position),
        "SELECT (SELECT organization_id FROM affiliation WHERE person_id = p.value AND main AND removed = 0),"
        " (SELECT position FROM affiliation WHERE person_id = p.value AND main AND removed = 0)"
        " FROM json_each(?) AS p ORDER BY p.key",
        (json.dumps(people),),
    )


def _rows(reader: Reader, likely: list[Pair]) -> list[PairRow]:
    people = dict.fromkeys(row for pair in likely for row in (pair.first, pair.second))
    sides = {row: _side(reader, row) for row in people}
    return [
        PairRow(sides[pair.first], sides[pair.second], round(pair.probability, 4))
        for pair in likely
    ]


def _side(reader: Reader, person: str) -> Side:
    found = reader.one(
        Side,
        "SELECT p.id, p.name, p.sex, p.birth, p.phone, p.email, o.name,"
        " coalesce(a.position, p.position), d.name,"
        " (SELECT count(*) FROM participation WHERE person_id = p.id AND removed = 0), p.sample,"
        " p.code, p.sensitive"
        " FROM person AS p"
        " LEFT JOIN affiliation AS a ON a.person_id = p.id AND a.main AND a.removed = 0"
        " LEFT JOIN organization AS o ON o.id = a.organization_id"
        " LEFT JOIN district AS d ON d.id = p.district_id WHERE p.id = ?",
        (person,),
    )
    assert found is not None  # noqa: S101 - listed a moment ago, in the same reading
    return found
