"""The sheets of the summary workbook, in their order."""

from collections.abc import Iterable, Sequence
from typing import Any

from openpyxl.utils import get_column_letter

from db.queries.participants import Grid, ParticipantRow
from db.queries.summary_workbook import MOST_GRIDS
from db.rules.attendance import LATE, LETTERS, PRESENT, THERE
from exports.kit import followed
from exports.kit.columns import Column
from exports.kit.long_workbook import Formula, Link, LongWorkbook, Written
from exports.kit.paper import PAPERS
from exports.kit.wording import SAMPLE
from exports.summary_workbook import TITLE, WorkbookPlan, counts, data, lists
from resources.texts import N_, Texts

DEFINITIONS = (
    N_("Unique people: present or late in at least one session; each counted once."),
    N_("Attendances: person × activity. Sittings: person × session."),
    N_("Age, organization and district are those of the day of the activity."),
    N_("Only activities that were held are counted; what is not known has a row of its own."),
)
DICTIONARY = N_("Data dictionary")
TOO_MANY = N_("Attendance has sheets of its own for up to {most} activities; here are {held}.")


class Book:
    """Writes the workbook; the sheet that lists all others comes last and stands first."""

    def __init__(self, planned: WorkbookPlan, t: Texts) -> None:
        self._answer, self._t, self._names = planned.answer, t, planned.names
        mark = f" · {t(SAMPLE)}" if planned.answer.sample else ""
        self._heading = f"{t(TITLE)}: {{}}{mark}"
        self._book = LongWorkbook(t(TITLE), PAPERS[planned.paper], hxl=planned.hxl)
        self._written: list[Written] = []

    def make(self) -> bytes:
        """The file."""
        answer, t = self._answer, self._t
        behind = self._table(
            t(data.NAME),
            data.columns(t, names=self._names),
            data.rows(answer, t, names=self._names),
        )
        self._written += [
            counts.split_sheet(self._book, t, answer.statistics, split, behind, self._heading)
            for split in answer.statistics.splits
        ]
        self._written.append(counts.places_sheet(self._book, t, answer, behind, self._heading))
        self._lists()
        for number, grid in enumerate(answer.grids, start=1):
            self._grid(number, grid)
        self._dictionary()
        self._arrange(self._cover(behind))
        return self._book.done(answer.made_at)

    def _lists(self) -> None:
        answer, t = self._answer, self._t
        for name, table in (
            (N_("Activities"), lists.activities(answer, t)),
            (N_("Districts"), lists.districts(answer, t)),
            (N_("Action plans"), followed.steps(list(answer.steps), t)),
            (N_("Agreements"), followed.agreements(list(answer.agreements), t)),
            (N_("Reported figures"), lists.figures(answer, t)),
        ):
            self._table(t(name), table.columns, table.rows, wrap=True)

    def _grid(self, number: int, grid: Grid) -> None:
        """People × sessions; how often somebody was there, and how many were in a session, follow the marks."""
        if not grid.sessions:
            return
        t, answer = self._t, self._answer
        letters = LETTERS[t.language]
        hidden = grid.activity_id in answer.restricted
        columns = [
            Column("name", t(N_("Name")), 60),
            *(Column(s.id, f"{t(N_('Session'))} {s.number}", 18, "center") for s in grid.sessions),
            Column("there", t(N_("Sessions attended")), 26, "right"),
        ]
        last = get_column_letter(1 + len(grid.sessions))
        first = self._book.first_row
        rows = [
            (
                self._name(row, hidden=hidden),
                *(letters[mark] if mark else "" for mark in row.marks),
                _there(f"B{place}:{last}{place}", letters, row.marks),
            )
            for place, row in enumerate(grid.rows, start=first)
        ]
        end = first + len(rows) - 1
        by_session = list(zip(*(row.marks for row in grid.rows), strict=True))
        total = [
            t(N_("There")),
            *(
                _there(f"{letter}{first}:{letter}{end}", letters, marks)
                for letter, marks in zip(
                    map(get_column_letter, range(2, 2 + len(by_session))), by_session, strict=True
                )
            ),
        ]
        self._table(
            f"{t(N_('Attendance'))} {number}",
            columns,
            rows,
            heading=grid.title,
            total=[*total, None] if rows else (),
        )

    def _name(self, row: ParticipantRow, *, hidden: bool) -> str:
        named = self._names and not row.sensitive and not hidden
        return row.full_name if named else row.code or "–"

    def _dictionary(self) -> None:
        """Every column of every sheet, and what stands in it."""
        t = self._t
        columns = [
            Column("sheet", t(N_("Sheet")), 60),
            Column("column", t(N_("Column")), 60),
            Column("kind", t(N_("Kind")), 24),
            Column("meaning", t(N_("Meaning")), 150),
            Column("hxl", "HXL", 50),
        ]
        number, text = t(N_("Number")), t(N_("Text"))
        rows = [
            (
                *(one.sheet, column.label.replace("\n", " ")),
                number if column.align == "right" else text,
                *(column.meaning, column.hxl),
            )
            for one in self._written
            for column in one.columns
        ]
        self._table(t(DICTIONARY), columns, rows, wrap=True)

    def _arrange(self, cover: str) -> None:
        """The lines behind the counts come after what people look for, the dictionary last."""
        behind, *others, dictionary = (one.sheet for one in self._written)
        self._book.arrange([cover, *others, behind, dictionary])

    def _cover(self, behind: Written) -> str:
        """What was counted, the figures, all sheets, and the rules."""
        t, answer, counted = self._t, self._answer, self._answer.statistics
        scope = counted.scope
        period = " – ".join(part or "…" for part in (scope.first, scope.last))
        once, participant = behind.area("once"), behind.area("participant")
        rows: list[Sequence[Any]] = [
            (t(N_("Programme")), answer.programme or t(N_("all"))),
            (t(N_("Period")), period if scope.first or scope.last else t(N_("all"))),
            (t(N_("Data as of")), answer.made_at[:10]),
            (t(N_("Data version")), str(counted.version)),
            (t(N_("Activities held")), len(counted.activities)),
            (t(N_("Sessions")), counted.sessions),
            (t(N_("Registered people")), counted.registered),
            (t(N_("Unique people who took part")), Formula(f"=SUM({once})", counted.people)),
            (t(N_("Attendances")), Formula(f"=SUM({participant})", counted.attendances)),
            (
                t(N_("Sittings")),
                Formula(f"=SUMIFS({behind.area('there')},{participant},1)", counted.sittings),
            ),
            (
                t(N_("Completed")),
                Formula(f"=SUMIFS({behind.area('completed')},{participant},1)", counted.completed),
            ),
            (t(N_("Districts reached")), len(counted.districts)),
            (t(N_("Seen but not named")), counted.head_count),
            (),
            (t(N_("Sheets")),),
            *((Link(one.sheet, one.sheet),) for one in (*self._written[1:], behind)),
            (),
            *((t(text),) for text in DEFINITIONS),
        ]
        held = len(counted.activities)
        if not answer.grids and held > MOST_GRIDS:
            rows.append((t(TOO_MANY, most=MOST_GRIDS, held=t.number(held)),))
        return self._book.page(
            t(N_("Cover")), self._heading.format(answer.papers.name), (80, 80), rows
        )

    def _table(
        self,
        name: str,
        columns: Sequence[Column],
        rows: Iterable[Sequence[Any]],
        *,
        heading: str = "",
        total: Sequence[Any] = (),
        wrap: bool = False,
    ) -> Written:
        said = self._heading.format(heading or name)
        written = self._book.table(name, said, columns, rows, total=total, wrap=wrap)
        self._written.append(written)
        return written


def _there(area: str, letters: dict[str, str], marks: Sequence[str | None]) -> Formula:
    """How many marks of an area say that somebody was there."""
    counted = "+".join(f'COUNTIF({area},"{letters[mark]}")' for mark in (PRESENT, LATE))
    return Formula(f"={counted}", sum(mark in THERE for mark in marks))
