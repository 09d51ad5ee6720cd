"""Who the lines of a list are: somebody new, somebody known, or a doubt for the user to decide."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from db.engine import Reader
from db.imports import known, sittings
from db.imports.entries import Entry
from db.imports.plan import (
    DOUBT,
    LEAVE_OUT,
    LINK,
    NEW,
    PROBLEM,
    SAME,
    SKIP,
    UPDATE,
    Change,
    Likeness,
    Plan,
    PlanLine,
)
from db.imports.returning import GivenList, compared, not_here
from db.queries.duplicates import alike
from db.rules.dates import DAY, stored
from db.rules.matching import SURE, People, Traits, folded
from db.rules.names import split_titles

_EACH = 500  # lines between two reports of progress

Step = Callable[[int, int], None]


class Recognition:
    """Decides for every entry whether it is somebody new, somebody known, or in doubt."""

    def __init__(
        self,
        reader: Reader,
        plan: Plan,
        entries: Sequence[Entry],
        decided: Mapping[tuple[str, int], str],
        step: Step,
        given: GivenList | None = None,
    ) -> None:
        self._given, self._now = given, given.now(reader) if given is not None else {}
        self._headings = {
            sittings.key(table.sheet, column.index): column.heading
            for table in plan.tables
            for column in table.columns
        }
        self._plan, self._entries, self._decided, self._step = plan, entries, decided, step
        self._traits = [_traits(str(number), entry) for number, entry in enumerate(entries)]
        identities = [one for entry in entries for one in (entry.identity, entry.row_id) if one]
        self._forms = known.forms(reader, identities) if identities else {}
        self._known = People(alike(reader, self._traits))
        self._own = People()
        self._reader = reader

    def add_lines(self) -> None:
        """Add a line to the plan for every entry."""
        found: list[tuple[Entry, PlanLine]] = []
        for number, (entry, traits) in enumerate(zip(self._entries, self._traits, strict=True)):
            if number % _EACH == 0:
                self._step(number, len(self._entries))
            line = self._line(number, entry, traits)
            found.append((entry, line))
            if line.twin is None and line.action != PROBLEM:
                self._own.add(traits)
        stored_now = known.details(
            self._reader, {line.match.id for _, line in found if line.match and line.match.id}
        )
        for entry, line in found:
            self._compare(entry, line, stored_now)
        self._veil([line for _, line in found])
        self._plan.lines += [line for _, line in found]

    def _veil(self, lines: list[PlanLine]) -> None:
        meant = {line.match.id for line in lines if line.match and line.match.id}
        codes = known.protected(self._reader, meant)
        for line in lines:
            if line.match is not None and line.match.id in codes:
                line.match = replace(line.match, name=codes[line.match.id], veiled=True)
                line.changes = [replace(one, old=None) for one in line.changes]

    def _line(self, number: int, entry: Entry, traits: Traits) -> PlanLine:
        line = PlanLine(
            *(entry.sheet, entry.line, NEW, entry.fields, entry.findings),
            number=number,
            identity=entry.identity,
            when=entry.when.date().isoformat() if entry.when else None,
            presence={sittings.key(entry.sheet, i): mark for i, mark in entry.presence.items()},
            touched=None if entry.touched is None else frozenset(entry.touched),
        )
        said = self._decided.get((entry.sheet, entry.line))
        if said == LEAVE_OUT:
            line.action = SKIP
        elif entry.problems():
            line.action = PROBLEM
        elif entry.row_id or (entry.identity and entry.identity in self._forms):
            row = entry.row_id or self._forms[str(entry.identity)]
            line.match, line.action = (
                Likeness(row, None, entry.fields.get("full_name", ""), 1.0),
                LINK,
            )
        else:
            self._recognise(line, traits, said)
            if line.action == NEW and entry.doubts() and said is None:
                line.action = DOUBT
        return line

    def _recognise(self, line: PlanLine, traits: Traits, said: str | None) -> None:
        found = [(self._known.best(traits), False), (self._own.best(traits), True)]
        likely = [(one[1], one[0], own) for one, own in found if one is not None]
        if not likely:
            return
        # A known person who is surely meant comes before an earlier line of the same file.
        probability, other, own = max(likely, key=lambda one: (min(one[0], SURE), not one[2]))
        earlier = self._entries[int(other.id)] if own else None
        name = earlier.fields["full_name"] if earlier else ""
        line.match = Likeness(
            *(None if own else other.id, earlier.line if earlier else None, name, probability)
        )
        if said == SAME or (said is None and probability >= SURE):
            line.action = LINK
            line.twin = int(other.id) if own else None
        elif said is None:
            line.action = DOUBT

    def _compare(
        self, entry: Entry, line: PlanLine, stored_now: Mapping[str, Mapping[str, Any]]
    ) -> None:
        if line.match is None:
            return
        if entry.touched is not None and self._given is not None:
            self._compare_given(self._given, entry, line)
            return
        now: Mapping[str, Any]
        if line.match.id is not None:
            now = stored_now.get(line.match.id, {})
            line.match = replace(line.match, name=str(now.get("name", "")))
        elif line.twin is not None:
            now = stored_fields(self._entries[line.twin].fields)
            line.match = replace(line.match, id=None)
        else:
            return
        line.changes = changes(now, stored_fields(entry.fields))
        if line.action == LINK and line.changes:
            line.action = UPDATE

    def _compare_given(self, given: GivenList, entry: Entry, line: PlanLine) -> None:
        """A row of a list that Rembuk gave out: only cells that were touched count."""
        assert line.match is not None  # noqa: S101 - a row of ours names its person
        now = self._now.get(str(entry.row_id))
        if now is None:
            line.findings.append(not_here())
            line.action, line.match = PROBLEM, None
            return
        line.match = replace(line.match, name=str(now["name"]))
        marks = {self._headings[key]: mark for key, mark in line.presence.items()}
        new = dict.fromkeys(_COLUMNS) | stored_fields(entry.fields)
        line.changes, conflicts = compared(given, entry, now, new, marks)
        if line.action != LINK:
            return
        if line.changes:
            line.action = UPDATE
        if conflicts and self._decided.get((entry.sheet, entry.line)) != SAME:
            line.findings += conflicts
            line.action = DOUBT


def _traits(number: str, entry: Entry) -> Traits:
    get = entry.fields.get
    return Traits(
        *(number, folded(str(get("full_name") or "")), get("sex"), get("birth"), get("phone")),
        *(get("email"), get("organization_id"), get("district"), get("position")),
    )


_SAME_NAMES = {"district": "district_id"}


def stored_fields(found: Mapping[str, Any]) -> dict[str, Any]:
    """Fields of a line as columns of a person, with ``organization_id``; what is not said is left out."""
    values = {
        _SAME_NAMES.get(name, name): value
        for name, value in found.items()
        if _SAME_NAMES.get(name, name) in _COLUMNS and value is not None
    }
    if found.get("full_name"):
        name = split_titles(str(found["full_name"]))
        values["name"] = name.name
        values["title_before"], values["title_after"] = name.before, name.after
    return values


_COLUMNS = frozenset({*known.PERSON_FIELDS, "organization_id"})


def changes(now: Mapping[str, Any], new: Mapping[str, Any]) -> list[Change]:
    """What would change. Nothing said overwrites nothing; what is known better stays."""
    found = []
    for name, value in new.items():
        old = now.get(name)
        if value is None or value == old or (name == "whatsapp" and not value):
            continue
        if name == "whatsapp" and bool(old) == bool(value):
            continue
        if name == "name" and old and _key(str(old)) == _key(str(value)):
            continue
        if name == "birth" and old and _known_better(str(old), str(value)):
            continue
        if name in ("title_before", "title_after") and old:
            continue
        found.append(Change(name, old, value))
    return found


def _key(name: str) -> str:
    """A name whatever the order and spelling of its words."""
    return " ".join(sorted(folded(name).split()))


def _known_better(old: str, new: str) -> bool:
    before, after = stored(old), stored(new)
    if before is None or after is None:
        return False
    if before.precision == DAY and after.precision != DAY:
        return abs(before.first.year - after.first.year) <= 1
    return (
        before.precision == after.precision != DAY
        and abs(before.first.year - after.first.year) <= 1
    )
