"""Questions about people who may be one and the same."""

from collections.abc import Callable
from dataclasses import dataclass

from db.engine import Reader
from db.rules.matching import People, Traits, folded


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
    people = People(
        Traits(row, folded(name), *rest)
        for row, name, *rest in reader.each(
            "SELECT p.id, p.name, p.sex, p.birth, p.phone, p.email, a.organization_id, p.district_id,"
            " coalesce(a.position, p.position) FROM person AS p NOT INDEXED"
            " LEFT JOIN affiliation AS a ON a.person_id = p.id AND a.main AND a.removed = 0"
            " WHERE p.removed = 0 AND p.merged_into IS NULL"
        )
    )
    likely = [
        pair for pair in people.pairs(step) if frozenset((pair.first, pair.second)) not in decided
    ]
    sides: dict[str, Side] = {}
    for pair in likely[:limit]:
        for row in (pair.first, pair.second):
            if row not in sides:
                sides[row] = _side(reader, row)
    return [
        PairRow(sides[pair.first], sides[pair.second], round(pair.probability, 4))
        for pair in likely[:limit]
    ]


def _side(reader: Reader, person: str) -> Side:
    found = reader.one(
        Side,
        "SELECT p.id, p.name, p.sex, p.birth, p.phone, p.email, o.name,"
        " coalesce(a.position, p.position), d.name,"
        " (SELECT count(*) FROM participation WHERE person_id = p.id AND removed = 0), p.sample"
        " FROM person AS p"
        " LEFT JOIN affiliation AS a ON a.person_id = p.id AND a.main AND a.removed = 0"
        " LEFT JOIN organization AS o ON o.id = a.organization_id"
        " LEFT JOIN district AS d ON d.id = p.district_id WHERE p.id = ?",
        (person,),
    )
    assert found is not None  # noqa: S101 - listed a moment ago, in the same reading
    return found
