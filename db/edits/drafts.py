"""What all drafts share: cleaning what was typed, and noting what is wrong with it."""

import dataclasses
import math
from collections.abc import Callable, Sequence
from typing import Any, Protocol, TypeVar

from db.engine import Reader
from db.errors import Problem, UserError
from db.rules.dates import OPEN, PartialDate
from resources.texts import N_

T = TypeVar("T")

REQUIRED = N_("Please fill in this field.")
TOO_LONG = N_("This is too long: at most {most} characters.")
ENDS_BEFORE = N_("The end lies before the start.")
NOT_AN_ADDRESS = N_("This is not an e-mail address. It looks like name@example.org.")

LONGEST_NAME = 200

# A NUL would end a text in the log; soft hyphens come with text from web pages and stay invisible.
_UNWANTED = dict.fromkeys(map(ord, "\0\u00ad"))


class Draft:
    """Base of drafts: plain dataclasses that a form, the command line or an import fills."""

    __slots__ = ()

    def clean(self) -> None:
        """Strip texts; what is empty then is 'not stated'."""
        for field in dataclasses.fields(self):  # type: ignore[arg-type]  # every draft is a dataclass
            value = getattr(self, field.name)
            if isinstance(value, str):
                text = value.translate(_UNWANTED).strip()
                setattr(self, field.name, text or None)

    def values(self, *without: str) -> dict[str, Any]:
        """Field → value, for the row."""
        return {
            field.name: getattr(self, field.name)
            for field in dataclasses.fields(self)  # type: ignore[arg-type]  # as above
            if field.name not in without
        }


def stored(reader: Reader, table: str, names: Sequence[str], row: str) -> dict[str, Any] | None:
    """The columns of a listed row, by name; None where it is not there."""
    return reader.one(
        lambda *values: dict(zip(names, values, strict=True)),
        f"SELECT {', '.join(names)} FROM {table} WHERE id = ? AND removed = 0",
        (row,),
    )


def names_of(draft: type[Draft], *without: str) -> list[str]:
    """Fields of a kind of draft."""
    return [name for name in draft.__dataclass_fields__ if name not in without]  # type: ignore[attr-defined]  # as above


class Findings:
    """Collects the problems of a draft, field by field."""

    def __init__(self, draft: Draft) -> None:
        draft.clean()
        self._draft = draft
        self.problems: list[Problem] = []

    def note(self, field: str, text: str, **facts: object) -> None:
        """Something is wrong with a field."""
        self.problems.append(Problem(field, text, facts))

    def required(self, field: str, most: int = LONGEST_NAME) -> None:
        """The field must hold something, and not too much."""
        value = getattr(self._draft, field)
        if value is None:
            self.note(field, REQUIRED)
        elif isinstance(value, str) and len(value) > most:
            self.note(field, TOO_LONG, most=most)

    def rewritten(self, field: str, rule: Callable[[str], str]) -> None:
        """Put a field into its stored form by a rule that refuses what it cannot read."""
        value = getattr(self._draft, field)
        if value is None:
            return
        try:
            setattr(self._draft, field, rule(value))
        except UserError as refusal:
            self.note(field, refusal.text, **refusal.facts)

    def date(self, field: str) -> None:
        """The field is a date, however it was typed, or open."""
        self.rewritten(
            field, lambda text: OPEN if text == OPEN else PartialDate.parse(text).start_text()
        )

    def period(self, start: str = "starts", end: str = "ends") -> None:
        """Two fields are a start and an end in the right order."""
        self.date(start)
        self.rewritten(
            end, lambda text: OPEN if text == OPEN else PartialDate.parse(text).end_text()
        )
        first, last = getattr(self._draft, start), getattr(self._draft, end)
        known = first and last and OPEN not in (first, last) and not self.problems
        if known and last[:10] < first[:10]:
            self.note(end, ENDS_BEFORE)

    def number(
        self, field: str, text: str, least: float = 0, most: float = math.inf, *, whole: bool = True
    ) -> None:
        """The field is a number from ``least`` to ``most``; else ``text`` says what it should be."""
        value = getattr(self._draft, field)
        kind = int if whole else int | float
        if value is not None and not (isinstance(value, kind) and least <= value <= most):
            self.note(field, text, most=most)

    def decimal(self, field: str, text: str) -> None:
        """The field is a number; else ``text`` says what it should be."""
        if not isinstance(getattr(self._draft, field), int | float | None):
            self.note(field, text)

    def email(self, field: str = "email") -> None:
        """The field looks like an e-mail address."""
        value = getattr(self._draft, field)
        if value is not None and not (value.count("@") == 1 and "." in value.split("@")[1]):
            self.note(field, NOT_AN_ADDRESS)


class Checked(Protocol):
    """A draft that says what is wrong with it."""

    def check(self) -> list[Problem]:
        """Problems, field by field."""


def nested(field: str, drafts: Sequence[Checked]) -> list[Problem]:
    """Problems of the drafts that a draft holds, each with its place: ``steps[0].what``."""
    return [
        Problem(f"{field}[{number}].{problem.field}", problem.text, problem.facts)
        for number, draft in enumerate(drafts)
        for problem in draft.check()
    ]
