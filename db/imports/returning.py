"""Lists that Rembuk gave out and that come back: what was changed in them, and what was changed here meanwhile.

A list that is given out carries a hidden sheet with, for each row, the texts that were shown and the
values behind them. A cell that still says what it said was not touched, whatever happened here since.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from db.engine import Reader
from db.imports import fields
from db.imports.cells import text_of
from db.imports.columns import PARTICIPANTS, Column
from db.imports.entries import Entry
from db.imports.plan import Change
from db.imports.tables import Record
from db.imports.values import DOUBT, PROBLEM, Finding
from db.queries import lists
from resources.texts import N_

SHEET, SIGN, HEADING = "_rembuk", "rembuk-list-1", "Rembuk ID"
MEANWHILE = N_("Changed here meanwhile: now {now}, in the file {new}. Which one is right?")
MEANWHILE_TOO = N_("This was changed here meanwhile, too. Which one is right?")
NOT_HERE = N_(
    "This row is of a member who is not in this workspace. Empty its first, hidden cell to enter "
    "somebody new."
)
MARK = "mark:"

# The columns behind each meaning.
BEHIND = {
    fields.NAME: ("name", "title_before", "title_after"),
    fields.SEX: ("sex",),
    fields.BIRTH: ("birth",),
    fields.VILLAGE: ("village",),
    fields.PHONE: ("phone",),
    fields.EMAIL: ("email",),
    fields.NOTES: ("notes",),
    fields.ORGANIZATION: ("organization_id",),
    fields.POSITION: ("position",),
    fields.DISTRICT: ("district_id",),
}
_IN_WORDS = frozenset({"name", "village", "phone", "email", "notes", "position"})
# What a participant has as of that day; it changes nothing of the person.
OF_THE_DAY = frozenset({"organization_id", "position", "district_id"})


@dataclass(frozen=True, slots=True)
class Given:
    """A row as it was given out: texts by meaning or heading, stored values by column."""

    shown: Mapping[str, str]
    stored: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class GivenList:
    """What a list carries of its own. ``sessions``: ids by the headings of their columns."""

    target: str
    activity: str | None = None
    sessions: Mapping[str, str] = field(default_factory=dict)
    rows: Mapping[str, Given] = field(default_factory=dict)

    def now(self, reader: Reader) -> dict[str, Mapping[str, Any]]:
        """What is stored for its rows at this moment."""
        of_activity = self.target == PARTICIPANTS and self.activity is not None
        found: Iterable[lists.Listed] = (
            lists.participants(reader, str(self.activity)) if of_activity else lists.members(reader)
        )
        return {one.id: one.stored for one in found}


def packed(given: GivenList) -> Iterator[tuple[str, str]]:
    """The hidden sheet, line by line."""
    head = {"target": given.target, "activity": given.activity, "sessions": given.sessions}
    yield SIGN, _json(head)
    for row, one in given.rows.items():
        yield row, _json({"shown": one.shown, "stored": one.stored})


def given_list(path: Path) -> GivenList | None:
    """What the hidden sheet of a file says; None where the list is none of ours, or the sheet is damaged."""
    import python_calamine as calamine

    try:
        with path.open("rb") as file:
            if file.read(2) != b"PK":
                return None
        book = calamine.CalamineWorkbook.from_path(str(path))
        if SHEET not in book.sheet_names:
            return None
        (sign, head), *lines = book.get_sheet_by_name(SHEET).to_python()
        if sign != SIGN:
            return None
        rows = {str(row): Given(**json.loads(str(said))) for row, said in lines}
        return GivenList(**json.loads(str(head)), rows=rows)
    except (OSError, ValueError, KeyError, TypeError, calamine.CalamineError):
        return None


def mark_touched(given: GivenList, entry: Entry, record: Record, columns: Sequence[Column]) -> None:
    """Note which cells of a row that comes back say something else than when they were given out."""
    row = given.rows.get(entry.row_id or "")
    if row is None:
        return
    entry.touched = set()
    for column in columns:
        key = column.heading if column.meaning == fields.PRESENCE else column.meaning
        text = text_of(record.cells[column.index])
        is_mark = column.meaning == fields.PRESENCE
        if text == " ".join(row.shown.get(key, "").split()):
            if is_mark:
                entry.presence.pop(column.index, None)
        elif not is_mark or not text or column.index in entry.presence:
            entry.touched.add(key)
            if is_mark:
                entry.presence.setdefault(column.index, None)  # the mark was taken away
    kept = {*entry.touched, "presence"}
    entry.findings = [one for one in entry.findings if one.field in kept]


def compared(
    given: GivenList,
    entry: Entry,
    now: Mapping[str, Any],
    new: Mapping[str, Any],
    marks: Mapping[str, str | None],
) -> tuple[list[Change], list[Finding]]:
    """What the touched cells would change, and what was changed here since. ``marks``: by heading."""
    before = given.rows[str(entry.row_id)].stored
    wanted: list[tuple[str, str, Any]] = [
        (meaning, column, new.get(column))
        for meaning in BEHIND
        if meaning in (entry.touched or ())
        for column in BEHIND[meaning]
    ]
    wanted += [
        (heading, f"{MARK}{given.sessions[heading]}", mark)
        for heading, mark in marks.items()
        if heading in (entry.touched or ()) and heading in given.sessions
    ]
    changes, findings = [], []
    for meaning, column, value in wanted:
        old = now.get(column)
        if value == old:
            continue
        changes.append(Change(column, old, value))
        if old != before.get(column):
            if column in _IN_WORDS:
                facts = {"now": old or "–", "new": value or "–"}
                findings.append(Finding(meaning, DOUBT, MEANWHILE, facts))
            else:
                findings.append(Finding(meaning, DOUBT, MEANWHILE_TOO))
    return changes, findings


def not_here() -> Finding:
    """The member of a row is not in the workspace."""
    return Finding(fields.NAME, PROBLEM, NOT_HERE)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=dict)
