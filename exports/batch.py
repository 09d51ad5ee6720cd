"""A document for each of several activities, as files in a folder."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from db.engine import Reader
from db.errors import UserError
from db.queries import activities
from db.queries.activities import ActivityRow
from db.rules.file_names import file_name
from db.rules.periods import MONTH, Period, around, week
from exports.document import Choices, Document, save
from resources.texts import N_, Texts

Step = Callable[[int, int], None]
"""Told how many of how many are done; raises where the user stops."""


SPANS: dict[str, tuple[str, Callable[[dt.date], Period]]] = {
    "this_week": (N_("This week"), week),
    "next_week": (N_("Next week"), lambda day: week(day).after),
    "this_month": (N_("This month"), lambda day: around(day, MONTH)),
    "last_month": (N_("Last month"), lambda day: around(day, MONTH).before),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """Answers of the activities of a period. ``refused``: activities for which there is nothing to make, and why."""

    answers: tuple[tuple[ActivityRow, Any], ...]
    refused: tuple[tuple[str, UserError], ...]


@dataclass(frozen=True, slots=True)
class Written:
    """The files, and the activities that got none."""

    files: tuple[Path, ...]
    refused: tuple[tuple[str, UserError], ...]


def ask(reader: Reader, document: Document, given: Choices, period: Period, step: Step) -> Asked:
    """Ask the question of the document for every activity of a period."""
    found = activities.between(reader, period.first.isoformat(), period.last.isoformat())
    answers, refused = [], []
    for number, row in enumerate(found, start=1):
        step(number, len(found))
        try:
            choices = document.complete({**given, "activity": row.id, "session": None})
            answers.append((row, document.question(reader, choices)))
        except UserError as error:
            refused.append((row.title, error))
    return Asked(tuple(answers), tuple(refused))


def write(
    asked: Asked, document: Document, t: Texts, kind: str, folder: Path, step: Step
) -> Written:
    """Make and save them one after the other; what was saved stays where the user stops.

    Raises:
        UserError: the folder is gone, full or read-only, or a file is open elsewhere.
    """
    files: list[Path] = []
    refused = list(asked.refused)
    names: set[str] = set()
    for number, (row, answer) in enumerate(asked.answers, start=1):
        step(number, len(asked.answers))
        try:
            content = document.make(answer, t, kind)
        except UserError as error:
            refused.append((row.title, error))
            continue
        place = folder / _name(row, t(document.title), kind, names)
        save(content, place)
        files.append(place)
    return Written(tuple(files), tuple(refused))


def _name(row: ActivityRow, title: str, kind: str, taken: set[str]) -> str:
    """A name that no other file of this batch has."""
    day, number = (row.starts or "")[:10], 1
    name = file_name(day, title, row.title, ending=kind)
    while name in taken:
        number += 1
        name = file_name(day, title, row.title[:40], str(number), ending=kind)
    taken.add(name)
    return name


def about_activities(documents: Sequence[Document]) -> list[Document]:
    """Those that are made for one activity each."""
    return [
        one
        for one in documents
        if any(choice.key == "activity" and choice.required for choice in one.choices)
    ]
