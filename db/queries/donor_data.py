"""People who took part, as a donor may know them: a line for each, without name, told less of where few are alike."""

import hashlib
import hmac
from dataclasses import dataclass, replace

from db.engine import Reader
from db.queries import samples, statistics
from db.queries.circle import own_keys
from db.queries.statistics import Pair
from db.queries.taken_part import Scope, held
from db.rules.disclosure import Told, told

COLUMNS = ("sex", "age", "disability", "organization_kind", "district")
# What is given up first is what donors ask for least.
_STEPS = (
    ("organization_kind", None),
    ("district", "province"),
    ("district", None),
    ("age", None),
    ("disability", None),
    ("sex", None),
)
_LETTERS = 12  # of a pseudonym: two people in a million share one with a chance of 1 in 500


@dataclass(frozen=True, slots=True)
class Participant:
    """A person: the pseudonym, and how often she or he was there."""

    pseudonym: str
    new: bool
    activities: int
    sessions: int
    completed: int


@dataclass(frozen=True, slots=True)
class DonorAnswer:
    """``people`` by the positions that ``told`` speaks of; ``labels``: what a category is called.

    ``restricted``: activities that are left out as a whole.
    """

    people: tuple[Participant, ...]
    told: Told
    labels: dict[str, Pair]
    least: int
    restricted: int
    version: int
    scope: Scope
    sample: bool


def donor_data(reader: Reader, scope: Scope, least: int) -> DonorAnswer:
    """Ask for the data set. Nobody is alone: of fewer than ``least`` who are alike less is told.

    Pseudonyms are made with a key that never leaves this computer: the same person has the same one in every
    data set of the programme from here, and nobody else can work them out.
    """
    counted, lines = statistics.with_lines(reader, scope)
    key = f"{own_keys(reader).signing}:{scope.programme or ''}".encode()
    provinces = dict(
        reader.rows(
            lambda code, name, english: (code, (name, english or name)),
            "SELECT id, name, name_en FROM district WHERE level = 'province'",
        )
    )
    labels: dict[str, Pair] = {}
    there: dict[str, Participant] = {}
    rows: dict[str, dict[str, str]] = {}
    for line in lines:
        if not line.participant:
            continue
        part = line.part
        before = there.get(part.person)
        there[part.person] = Participant(
            _pseudonym(key, part.person),
            line.labels["newness"] == statistics.NEWNESS["new"] or bool(before and before.new),
            (before.activities if before else 0) + 1,
            (before.sessions if before else 0) + part.there,
            (before.completed if before else 0) + part.completed,
        )
        if line.once:  # categories are those of the latest activity, as in every count
            province = provinces.get((part.district or "")[:2], statistics.UNKNOWN)
            told_of = {**{c: line.labels[c] for c in COLUMNS}, "province": province}
            labels |= {_key(pair): pair for pair in told_of.values()}
            rows[part.person] = {column: _key(pair) for column, pair in told_of.items()}
    order = sorted(there, key=lambda person: there[person].pseudonym)
    return DonorAnswer(
        people=tuple(there[person] for person in order),
        told=told([rows[person] for person in order], COLUMNS, _STEPS, least),
        labels=labels,
        least=least,
        restricted=_left_out(reader, scope),
        version=counted.version,
        scope=scope,
        sample=samples.among(reader, counted.activities),
    )


def _key(label: Pair) -> str:
    """Categories are alike where they are called alike in both languages."""
    return "\n".join(label)


def _pseudonym(key: bytes, person: str) -> str:
    return hmac.new(key, person.encode(), hashlib.sha256).hexdigest()[:_LETTERS].upper()


def _left_out(reader: Reader, scope: Scope) -> int:
    everything = {one.id for one in held(reader, replace(scope, open_only=False))}
    return len(everything - {one.id for one in held(reader, scope)})
