"""Who is the same person: candidates by what they share, and how probable it is.

Agreement and difference of each trait are weighed by how common the trait is among the people known
(the model of Fellegi and Sunter, 'A theory for record linkage', JASA 64, 1969, with weights by
frequency). A name alone is never enough to be sure.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from rapidfuzz import fuzz
from rapidfuzz.distance import JaroWinkler

from db.rules.names import fold, split_titles

SURE = 0.95
POSSIBLE = 0.40
_OTHER_NAME = 0.65  # below this two names are not spellings of one
_A_DAY = len("1970-05-12")
_MOST_CANDIDATES = 400  # of one block; a name that common tells nothing by itself


@dataclass(slots=True)
class Traits:
    """What a person is compared by. ``name`` is folded; ``birth`` is a stored date.

    ``words``: those of the name; ``key``: the same in a fixed order; ``year``: that of the birth.
    """

    id: str
    name: str
    sex: str | None = None
    birth: str | None = None
    phone: str | None = None
    email: str | None = None
    organization: str | None = None
    district: str | None = None
    position: str | None = None
    words: frozenset[str] = field(init=False)
    key: str = field(init=False)
    year: str | None = field(init=False)

    def __post_init__(self) -> None:
        words = self.name.split()
        self.words = frozenset(words)
        self.key = " ".join(sorted(words))
        self.year = self.birth[:4] if self.birth else None


@dataclass(frozen=True, slots=True)
class Pair:
    """Two people who may be one, and how probable that is."""

    first: str
    second: str
    probability: float


def folded(name: str) -> str:
    """A name as it is compared: without titles, by its sounds."""
    return fold(split_titles(name).name)


class People:
    """Known people, found by what they share with somebody."""

    def __init__(self, known: Iterable[Traits] = ()) -> None:
        self._by_id: dict[str, Traits] = {}
        self._blocks: dict[tuple[str, ...], list[str]] = defaultdict(list)
        self._names: Counter[str] = Counter()
        self._years: Counter[str] = Counter()
        self._organizations: Counter[str] = Counter()
        self._districts: Counter[str] = Counter()
        for one in known:
            self.add(one)

    def __len__(self) -> int:
        return len(self._by_id)

    def add(self, one: Traits) -> None:
        """Know one more person."""
        self._by_id[one.id] = one
        for block in blocks(one):
            self._blocks[block].append(one.id)
        self._names[one.key] += 1
        for counter, value in (
            (self._years, one.year),
            (self._organizations, one.organization),
            (self._districts, one.district),
        ):
            if value:
                counter[value] += 1

    def forget(self) -> None:
        """Know nobody any more: one by one, as Python holds its lock while it frees a hundred thousand at once."""
        for known in (self._by_id, self._blocks):
            while known:
                known.popitem()

    def candidates(self, one: Traits) -> Iterator[Traits]:
        """People who share a name, a phone, an address, or part of the name and the year of birth."""
        seen = {one.id}
        for block in blocks(one):
            found = self._blocks.get(block, ())
            if len(found) > _MOST_CANDIDATES:
                continue
            for row in found:
                if row not in seen:
                    seen.add(row)
                    yield self._by_id[row]

    def best(self, one: Traits) -> tuple[Traits, float] | None:
        """The most probable of the candidates, if any is possible."""
        found = [(self.probability(one, other), other.id, other) for other in self.candidates(one)]
        if not found:
            return None
        probability, _, other = max(found)
        return (other, probability) if probability >= POSSIBLE else None

    def pairs(self, step: Callable[[int, int], None] | None = None) -> list[Pair]:
        """All possible pairs among the people known, the most probable first; ``step`` is told progress."""
        found = {}
        for number, one in enumerate(self._by_id.values()):
            if step is not None and number % 1000 == 0:
                step(number, len(self._by_id))
            for other in self.candidates(one):
                if one.id < other.id:
                    found[one.id, other.id] = self.probability(one, other)
        likely = [Pair(*ids, p) for ids, p in found.items() if p >= POSSIBLE]
        return sorted(likely, key=lambda pair: (-pair.probability, pair.first, pair.second))

    def probability(self, a: Traits, b: Traits) -> float:
        """How probable it is that two people are one."""
        many = max(len(self._by_id), 50)
        name, alike = self._name_weight(a, b, many)
        strong = _strong(a, b)
        if alike < _OTHER_NAME and strong != "same":
            return 0.0
        weight = name - math.log(many)
        weight += 9 * (strong == "same") - 1.0 * (strong == "other")
        birth, weighs = self._birth_weight(a, b, many)
        weight += weighs
        if a.sex and b.sex:
            weight += 0.6 if a.sex == b.sex else -4.0
        around = 0
        for counter, one, other, away in (
            (self._organizations, a.organization, b.organization, -0.8),
            (self._districts, a.district, b.district, -1.2),
        ):
            if one and other:
                around += one == other
                weight += self._rare(counter[one], many, 4.0) * 0.7 if one == other else away
        if a.position and b.position:
            weight += 0.8 if a.position.lower() == b.position.lower() else -0.2
        probability = 1 / (1 + math.exp(-max(-40.0, min(40.0, weight))))
        certain = alike >= 0.88 and (
            strong == "same" or birth == "day" or (birth == "year" and around > 0)
        )
        if a.sex and b.sex and a.sex != b.sex and strong != "same":
            certain = False
        return probability if certain else min(probability, SURE - 0.05)

    def _name_weight(self, a: Traits, b: Traits, many: int) -> tuple[float, float]:
        """Weight of two names, and how alike they are (0 to 1)."""
        if a.key == b.key:
            return self._rare(max(self._names[a.key], 1), many, 9.0), 1.0
        first, second = a.words, b.words
        if first and second and (first <= second or second <= first):
            shared = min(len(first), len(second))
            return (1.0 + 1.2 * shared, 0.9 if shared > 1 else 0.8)
        alike = max(fuzz.ratio(a.key, b.key) / 100, _word_by_word(first, second))
        if alike >= 0.94:
            return 4.5, alike
        if alike >= 0.88:
            return 2.5, alike
        if alike >= 0.8:
            return -0.5, alike
        return (-3.0 if alike >= _OTHER_NAME else -7.0), alike

    def _birth_weight(self, a: Traits, b: Traits, many: int) -> tuple[str, float]:
        """What two births say ('day', 'year', 'other', 'unknown'), and its weight."""
        if not (a.birth and b.birth and a.year and b.year):
            return "unknown", 0.0
        if len(a.birth) == len(b.birth) == _A_DAY:
            if a.birth == b.birth:
                return "day", 6.5
            if a.year != b.year:
                return "other", -5.0
            swapped = a.birth[5:7] == b.birth[8:10] and a.birth[8:10] == b.birth[5:7]
            return ("year", 3.5) if swapped else ("other", -3.0)
        if a.year == b.year:
            return "year", self._rare(self._years[a.year], many, 4.0)
        return "other", -0.5 if abs(int(a.year) - int(b.year)) == 1 else -4.0

    def _rare(self, count: int, many: int, most: float) -> float:
        """Weight of sharing a trait that ``count`` of the people have."""
        return min(most, math.log((many + 1) / max(count, 1)))


def _word_by_word(first: frozenset[str], second: frozenset[str]) -> float:
    """How alike the least alike word of the shorter name is to its nearest in the other."""
    if not first or not second:
        return 0.0
    if len(first) == len(second):
        return max(_least_alike(first, second), _least_alike(second, first))
    return _least_alike(*sorted((first, second), key=len))


def _least_alike(few: frozenset[str], many: frozenset[str]) -> float:
    return min(max(JaroWinkler.similarity(one, other) for other in many) for one in few)


def _strong(a: Traits, b: Traits) -> str:
    """Whether phone or e-mail say that two are the same, or not."""
    same = (a.phone and a.phone == b.phone) or (a.email and a.email == b.email)
    if same:
        return "same"
    other = (a.phone and b.phone) or (a.email and b.email)
    return "other" if other else "unknown"


def blocks(one: Traits) -> Iterator[tuple[str, ...]]:
    """What people who may be one have in common, at least one of these.

    The words of the name; the phone; the address; and, where the name may be spelt otherwise, the day
    of birth, or its year with the district and part of the name.
    """
    if one.key:
        yield ("name", one.key)
    if one.phone:
        yield ("phone", one.phone)
    if one.email:
        yield ("email", one.email.lower())
    if one.birth is None or one.year is None:
        return
    if len(one.birth) == _A_DAY:
        yield ("day", one.birth)
    else:
        for word in one.words:
            yield ("word", word[:5], one.year, one.district or "")
