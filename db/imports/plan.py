"""What would happen: a plan of lines, each with an action, that a user looks at before anything is written."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from db.imports.columns import Column
from db.imports.tables import Table
from db.imports.values import Finding
from resources.texts import N_

NEW, UPDATE, LINK, SKIP, DOUBT, PROBLEM = "new", "update", "link", "skip", "doubt", "problem"
ACTIONS = {
    NEW: N_("New"),
    UPDATE: N_("Changed"),
    LINK: N_("Known, unchanged"),
    SKIP: N_("Left out"),
    DOUBT: N_("Please decide"),
    PROBLEM: N_("Problem"),
}

# What a user may decide about a line.
SAME, OTHER, LEAVE_OUT = "same", "other", "leave_out"


@dataclass(frozen=True, slots=True)
class Change:
    """A field that would change: stored values."""

    field: str
    old: Any
    new: Any


@dataclass(frozen=True, slots=True)
class Likeness:
    """Somebody a line may mean: a row of the workspace (``id``) or an earlier line of the file.

    ``veiled``: protected; the name is the code, and what is known already is not told.
    """

    id: str | None
    line: int | None
    name: str
    probability: float
    detail: str = ""
    veiled: bool = False


@dataclass(slots=True)
class PlanLine:
    """One line of the file. ``text``: what a line that is left out says.

    ``touched``: see ``Entry``.
    ``number``: its place among the lines that hold something; ``twin``: the number of the earlier
    line that is the same person. ``presence``: marks by the key of a sitting. ``when``: stored date
    of a form.
    """

    sheet: str
    line: int
    action: str
    fields: dict[str, Any] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    match: Likeness | None = None
    changes: list[Change] = field(default_factory=list)
    text: str = ""
    number: int | None = None
    twin: int | None = None
    identity: str | None = None
    when: str | None = None
    presence: dict[str, str | None] = field(default_factory=dict)
    touched: frozenset[str] | None = None

    def correct(self, own: Mapping[str, Any]) -> None:
        """Put in what the user typed instead; what was found wrong there is settled with it."""
        self.fields.update(own)
        self.findings = [one for one in self.findings if one.field not in own]

    @property
    def written(self) -> bool:
        """Whether this line would change the workspace."""
        return self.action in (NEW, UPDATE, LINK)


@dataclass(frozen=True, slots=True)
class TableSeen:
    """A table that was found: where, under which heading, with which columns.

    ``samples``: for each column the first text in it.
    """

    sheet: str
    heading_lines: tuple[int, ...]
    columns: tuple[Column, ...]
    samples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Offer:
    """What the lines above the table say of the activity; stored dates."""

    title: str | None = None
    starts: str | None = None
    ends: str | None = None
    venue: str | None = None


@dataclass(frozen=True, slots=True)
class Sitting:
    """A column of presence and its session. ``key`` '' is the whole list: who is on it was there.

    ``session``: the session's id; None where it is to be made, on ``date`` (stored) if that is known.
    """

    key: str
    heading: str
    session: str | None
    date: str | None = None


@dataclass(slots=True)
class Plan:
    """Everything a preview shows, and all that writing needs.

    ``organizations``: names that are not in the workspace yet, by their key. ``chosen``: meanings
    of columns that the user gave, to be remembered for the next list with these headings.
    """

    target: str
    file: str
    tables: list[TableSeen]
    lines: list[PlanLine]
    activity: str | None = None
    offer: Offer = Offer()
    organizations: dict[str, str] = field(default_factory=dict)
    sittings: list[Sitting] = field(default_factory=list)
    chosen: dict[str, str] = field(default_factory=dict)

    def counts(self) -> dict[str, int]:
        """How many lines have which action, all actions listed."""
        found = Counter(line.action for line in self.lines)
        return {action: found[action] for action in ACTIONS}


@dataclass(frozen=True, slots=True)
class Found:
    """A table of the kind that is wanted, its columns, and the other tables of its sheet."""

    table: Table
    columns: Sequence[Column]
    others: Sequence[Table]


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the user said about a file.

    ``activity``, ``session``: what a list of participants is about. ``chosen``: meanings of columns by
    heading or letter; ``decided``: SAME, OTHER or LEAVE_OUT by sheet and line; ``edited``: fields changed in the
    preview, as stored values, by sheet and line.
    """

    activity: str | None = None
    session: str | None = None
    chosen: Mapping[str, str] | None = None
    decided: Mapping[tuple[str, int], str] | None = None
    edited: Mapping[tuple[str, int], Mapping[str, Any]] | None = None
