"""What a document is: a question, a pure making of bytes, and the choices in between."""

import contextlib
import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from db.errors import UserError
from db.rules.dates import PartialDate
from exports.kit.paper import USUAL_PAPER
from resources.texts import N_

CANNOT_WRITE = N_(
    "The file could not be written. Perhaps it is open in another program: close it there, "
    "or choose another name."
)
NO_SUCH_FOLDER = N_("This folder is not there. Choose another one.")
WRONG_CHOICE = N_("“{value}” is not possible for {choice}. Possible: {options}.")
MISSING_CHOICE = N_("This document needs {choice}.")
NO_SUCH_THING = N_("What this document is about is not in the workspace.")

ACTIVITY, PROGRAMME, DATE, SESSION, YES_NO, ONE_OF, LIST, NUMBER, TEXT, LINE = (
    *(
        "activity",
        "programme",
        "date",
        "session",
        "yes_no",
        "one_of",
        "list",
        "number",
        "text",
        "line",
    ),
)
PERSON, FORUM, DISTRICT, ORGANIZATION = "person", "forum", "district", "organization"
FIRST_DAY, LAST_DAY = "first_day", "last_day"


@dataclass(frozen=True, slots=True)
class Choice:
    """Something a user chooses before the document is made. ``label`` is a msgid.

    A LINE is free words; TEXT is a key of the workspace. A DATE stays as precise as it was typed; of a
    FIRST_DAY and a LAST_DAY, like ``2026``, the first and the last day it may mean are taken. A LIST holds several of its ``options`` in an order; None is what the document takes by itself,
    most often ``usual``.
    """

    key: str
    label: str
    kind: str
    default: Any = None
    options: tuple[tuple[str, str], ...] = ()
    required: bool = False
    usual: tuple[str, ...] = ()


Choices = Mapping[str, Any]
_CONTACTS = {"phone", "email"}


@dataclass(frozen=True, slots=True)
class Document:
    """``question(reader, choices)`` answers typed values; ``make(answer, texts, format)`` gives bytes.

    ``nameless``: it names nobody of those who took part. ``contacts``: it is made of contact data.
    """

    key: str
    title: str
    formats: tuple[str, ...]
    choices: tuple[Choice, ...]
    question: Callable[..., Any]
    make: Callable[..., bytes]
    nameless: bool = False
    contacts: bool = False

    def tells_contacts(self, chosen: Choices) -> bool:
        """Whether phone numbers or e-mail addresses of people stand in it, as it is chosen."""
        columns = chosen.get("columns") or ()
        return self.contacts or bool(chosen.get("contacts")) or bool(_CONTACTS & set(columns))

    def complete(self, given: Choices) -> dict[str, Any]:
        """The choices with their defaults.

        Raises:
            UserError: one is missing or not possible.
        """
        chosen = {}
        for choice in self.choices:
            value = given.get(choice.key, choice.default)
            if value is None and choice.required:
                raise UserError(MISSING_CHOICE, choice.key, choice=choice.key)
            chosen[choice.key] = None if value is None else _read(choice, value)
        return chosen


ABOUT_ACTIVITY = Choice("activity", N_("Activity"), ACTIVITY, required=True)
ON_PAPER = Choice(
    "paper",
    N_("Paper"),
    ONE_OF,
    USUAL_PAPER,
    ((USUAL_PAPER, N_("As in the settings")), ("a4", "A4"), ("f4", "F4 (215 × 330 mm)")),
)

# What many documents count: a programme with its components, between two days.
SCOPE = (
    Choice("programme", N_("Programme"), PROGRAMME),
    Choice("from", N_("From"), FIRST_DAY),
    Choice("to", N_("To"), LAST_DAY),
)


def in_order(
    chosen: Iterable[str] | None, possible: Iterable[str], usual: Iterable[str]
) -> tuple[str, ...]:
    """Sections that were chosen, else those of the workspace, else all; what is not possible is left out."""
    known = tuple(possible)
    return tuple(one for one in chosen or usual if one in known) or known


def _read(choice: Choice, value: Any) -> Any:
    """A choice as its kind asks for; texts come from the command line."""
    possible = tuple(key for key, _ in choice.options)
    if choice.kind == ONE_OF and value not in possible:
        raise UserError(
            WRONG_CHOICE, choice.key, value=value, choice=choice.key, options=", ".join(possible)
        )
    if choice.kind == LIST:
        several = (
            tuple(part.strip() for part in value.split(",")) if isinstance(value, str) else value
        )
        for one in several:
            _read(replace(choice, kind=ONE_OF), one)
        return tuple(several) or None
    if choice.kind == YES_NO and isinstance(value, str):
        return value.lower() in ("yes", "ya", "true", "1")
    if choice.kind in (FIRST_DAY, LAST_DAY):
        try:
            date = PartialDate.parse(value)
        except UserError as error:
            raise UserError(error.text, choice.key, **error.facts) from error
        return (date.first if choice.kind == FIRST_DAY else date.last).isoformat()
    if choice.kind == NUMBER and isinstance(value, str):
        try:
            return int(value)
        except ValueError as error:
            raise UserError(
                WRONG_CHOICE, choice.key, value=value, choice=choice.key, options="0, 1, 2 …"
            ) from error
    return value


def save(content: bytes, path: Path) -> None:
    """Write a file whole or not at all; the one that was there stays until the new one is complete.

    Raises:
        UserError: the folder is missing, read-only or full, or the file is open elsewhere.
    """
    if not path.parent.is_dir():
        raise UserError(NO_SUCH_FOLDER)
    partial = path.with_name(f"{path.name}.partial")
    try:
        with partial.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            partial.unlink()
        raise UserError(CANNOT_WRITE) from error
