"""One line of a list understood, the cells of a table by what they mean, and what a line says of taking part."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from db.imports import fields, values
from db.imports.cells import Cell, text_of
from db.imports.columns import Column
from db.imports.tables import Record, Table
from db.imports.values import DOUBT, PROBLEM, Finding

TOOK_PART = (
    *(fields.PRESENCE, fields.PRE_TEST, fields.POST_TEST),
    *(fields.MINUTES, fields.JOINED, fields.LEFT),
)


@dataclass(slots=True)
class Entry:
    """One line understood. ``fields`` → stored values (see ``fields``); ``findings``: what to look at.

    ``identity``: the form's own id, or the id of a row of Rembuk; ``when``: time stamp of the form.
    ``touched``: meanings of the cells that were changed in a list given out by Rembuk, and headings of
    its sessions; None where the list is another. A presence of None takes a mark away.
    """

    sheet: str
    line: int
    fields: dict[str, Any]
    findings: list[Finding] = field(default_factory=list)
    identity: str | None = None
    row_id: str | None = None
    when: dt.datetime | None = None
    presence: dict[int, str | None] = field(default_factory=dict)
    touched: set[str] | None = None

    def correct(self, own: Mapping[str, Any]) -> None:
        """Put in what the user typed instead; what was found wrong there is settled with it."""
        self.fields.update(own)
        self.findings = [one for one in self.findings if one.field not in own]

    def doubts(self) -> bool:
        """Whether somebody must look before this line is written."""
        return any(one.severity == DOUBT for one in self.findings)

    def problems(self) -> bool:
        """Whether this line cannot be written as it is."""
        return any(one.severity == PROBLEM and one.field == fields.NAME for one in self.findings)


class Meant:
    """The cells of a table by meaning: ``at`` one column each, ``many`` where several may mean the same."""

    def __init__(self, table: Table, columns: Sequence[Column]) -> None:
        self._records = table.records
        self.at = {one.meaning: one.index for one in columns}
        self.many = {
            meaning: [one.index for one in columns if one.meaning == meaning]
            for meaning in fields.MANY
        }

    def column(self, meaning: str) -> list[Cell]:
        """Every cell of a column; none where no column means it."""
        at = self.at.get(meaning)
        return [] if at is None else [record.cells[at] for record in self._records]

    def raw(self, record: Record, meaning: str) -> Cell:
        """A cell as it stands."""
        at = self.at.get(meaning)
        return None if at is None else record.cells[at]

    def cell(self, record: Record, meaning: str) -> Cell:
        """A cell; None also where a dash or 'n/a' says that nothing is known."""
        cell = self.raw(record, meaning)
        return None if values.blank(cell) else cell


class TakingPart:
    """Reads marks of presence, results of tests, and times of online meetings."""

    def __init__(self, meant: Meant) -> None:
        self._meant = meant
        self._american = {
            meaning: values.stamps_month_first(meant.column(meaning))
            for meaning in (fields.JOINED, fields.LEFT)
        }

    def read(self, entry: Entry, record: Record) -> None:
        """Put what the record says into the entry."""
        for index in self._meant.many[fields.PRESENCE]:
            mark, finding = values.presence(record.cells[index])
            if finding is not None:
                entry.findings.append(finding)
            elif mark is not None:
                entry.presence[index] = mark
        for meaning, key in (
            (fields.PRE_TEST, "pre_test"),
            (fields.POST_TEST, "post_test"),
            (fields.MINUTES, "minutes"),
        ):
            cell = self._meant.cell(record, meaning)
            amount = values.minutes(cell) if meaning == fields.MINUTES else values.number(cell)
            if amount is not None:
                entry.fields[key] = int(amount) if amount.is_integer() else amount
            elif cell is not None:
                entry.findings.append(
                    Finding(key, PROBLEM, values.NOT_A_NUMBER, {"typed": text_of(cell)})
                )
        for meaning, american in self._american.items():
            when = values.moment(self._meant.cell(record, meaning), american=american)
            if when is not None:
                entry.fields[meaning] = when
