"""The sheets of the summary workbook."""

from typing import Any

from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.utils import get_column_letter

from db.queries.participants import Grid
from db.queries.statistics import SEXES, Split
from db.queries.summary_workbook import WorkbookAnswer
from db.rules.attendance import LETTERS
from exports.kit import followed, splits
from exports.kit.columns import Column, Table
from exports.kit.paper import PAPERS
from exports.kit.wording import SAMPLE, said_period
from exports.kit.workbook import (
    HEAD_FONT,
    STRONG_FONT,
    TITLE_FONT,
    Sums,
    done,
    print_setup,
    put_sum,
    put_table,
    sheet_title,
    write,
)
from exports.summary_workbook import TITLE, lists
from resources.texts import N_, Texts

_HEAD_ROW = 3
DEFINITIONS = (
    N_("Unique people: present or late in at least one session; each counted once."),
    N_("Attendances: person × activity. Sittings: person × session."),
    N_("Age, organization and district are those of the day of the activity."),
    N_("Only activities that were held are counted; what is not known has a row of its own."),
)


class Book:
    """Writes the workbook sheet by sheet."""

    def __init__(self, answer: WorkbookAnswer, t: Texts, *, names: bool) -> None:
        self._answer, self._t, self._names = answer, t, names
        self._book = Workbook()
        self._book.remove(self._book.active)
        self._sums: Sums = {}

    def make(self) -> bytes:
        """The file."""
        self._cover()
        for split in self._answer.statistics.splits:
            self._split(split)
        self._activities()
        self._reach()
        self._people()
        for number, grid in enumerate(self._answer.grids, start=1):
            self._grid(number, grid)
        t = self._t
        self._table(
            t(N_("Agreements")), followed.agreements(list(self._answer.agreements), t), "Perjanjian"
        )
        self._table(t(N_("Reported figures")), lists.figures(self._answer, t), "Angka")
        return done(self._book, self._answer.made_at, self._sums)

    def _cover(self) -> None:
        t, counted = self._t, self._answer.statistics
        sheet = self._sheet(t(N_("Cover")), self._answer.workspace)
        scope = counted.scope
        period = (
            " – ".join(part or "…" for part in (scope.first, scope.last))
            if scope.first or scope.last
            else t(N_("all"))
        )
        rows: list[tuple[str, object]] = [
            (t(N_("Programme")), self._answer.programme or t(N_("all"))),
            (t(N_("Period")), period),
            (t(N_("Data as of")), self._answer.made_at[:10]),
            (t(N_("Data version")), str(counted.version)),
            (t(N_("Activities held")), len(counted.activities)),
            (t(N_("Sessions")), counted.sessions),
            (t(N_("Registered people")), counted.registered),
            (t(N_("Unique people who took part")), counted.people),
            (t(N_("Attendances")), counted.attendances),
            (t(N_("Sittings")), counted.sittings),
            (t(N_("Completed")), counted.completed),
            (t(N_("Districts reached")), len(counted.districts)),
            (t(N_("Seen but not named")), counted.head_count),
        ]
        for row, (label, value) in enumerate(rows, start=_HEAD_ROW):
            write(sheet, row, 1, label)
            write(sheet, row, 2, value)
        for row, text in enumerate(DEFINITIONS, start=_HEAD_ROW + len(rows) + 1):
            write(sheet, row, 1, t(text))
        sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 38, 40
        print_setup(sheet, PAPERS["a4"], landscape=False)

    def _split(self, split: Split) -> None:
        """Figures as numbers; sums of rows and columns as formulas, so they follow a corrected cell."""
        t = self._t
        # Refuses where the split does not tie.
        splits.rows(self._answer.statistics, split, t)
        title = t(splits.TITLES[split.key])
        sheet = self._sheet(title, title)
        columns = splits.head(t)
        people = len(SEXES) + 2
        first, last = get_column_letter(2), get_column_letter(people - 1)
        for position, column in enumerate(columns, start=1):
            write(sheet, _HEAD_ROW, position, column.label)
            sheet.cell(_HEAD_ROW, position).font = HEAD_FONT
            sheet.column_dimensions[get_column_letter(position)].width = column.width * 0.5 + 2
        row = _HEAD_ROW
        for one in split.rows:
            row += 1
            write(sheet, row, 1, t.label(one.label))
            for position, value in enumerate(one.by_sex, start=2):
                write(sheet, row, position, value)
            area = f"{first}{row}:{last}{row}"
            put_sum(sheet, row, people, area, sum(one.by_sex), self._sums)
            write(sheet, row, people + 1, one.attendances)
        total = row + 1
        self._totals(sheet, total, split)
        sheet.freeze_panes = sheet.cell(_HEAD_ROW + 1, 2)
        sheet.auto_filter.ref = f"A{_HEAD_ROW}:{get_column_letter(people + 1)}{max(row, _HEAD_ROW)}"
        sheet.print_area = f"A1:{get_column_letter(people + 1)}{total + 22}"
        print_setup(sheet, PAPERS["a4"], landscape=True, titles=_HEAD_ROW)
        if split.rows:
            sheet.add_chart(self._chart(sheet, title, row, people), f"A{total + 2}")

    def _totals(self, sheet: Any, total: int, split: Split) -> None:
        columns = list(
            zip(*((*x.by_sex, sum(x.by_sex), x.attendances) for x in split.rows), strict=True)
        )
        write(sheet, total, 1, self._t(splits.TOTAL))
        for position, column in enumerate(columns, start=2):
            letter = get_column_letter(position)
            area = f"{letter}{_HEAD_ROW + 1}:{letter}{total - 1}"
            put_sum(sheet, total, position, area, sum(column), self._sums)
        for position in range(1, len(SEXES) + 4):
            sheet.cell(total, position).font = STRONG_FONT

    def _chart(self, sheet: Any, title: str, last: int, people: int) -> BarChart:
        chart = BarChart()
        chart.type, chart.grouping, chart.overlap = "bar", "stacked", 100
        chart.title, chart.height, chart.width = title, 9, 20
        chart.add_data(
            Reference(sheet, min_col=2, max_col=people - 1, min_row=_HEAD_ROW, max_row=last),
            titles_from_data=True,
        )
        chart.set_categories(Reference(sheet, min_col=1, min_row=_HEAD_ROW + 1, max_row=last))
        # Without these Excel hides the axes of charts that openpyxl writes.
        chart.x_axis.delete = chart.y_axis.delete = False
        return chart

    def _activities(self) -> None:
        t = self._t
        columns = (
            Column("no", t(N_("No.")), 10),
            Column("title", t(N_("Activity")), 90),
            Column("kind", t(N_("Kind")), 40),
            Column("status", t(N_("Status")), 30),
            Column("date", t(N_("Date")), 55),
            Column("places", t(N_("District")), 55),
            Column("programme", t(N_("Programme")), 55),
            Column("sessions", t(N_("Sessions")), 20),
            Column("registered", t(N_("Registered")), 22),
        )
        rows = tuple(
            (
                *(number, one.title, t.label(one.kind), t.label(one.status)),
                *(said_period(t, one.starts, one.ends), one.places or "", one.programme or ""),
                *(one.sessions, one.registered),
            )
            for number, one in enumerate(self._answer.activities, start=1)
        )
        self._table(t(N_("Activities")), Table(columns, rows), "Kegiatan")

    def _reach(self) -> None:
        t = self._t
        columns = (
            Column("code", t(N_("Code")), 26),
            Column("district", t(N_("District")), 70),
            Column("people", t(N_("People")), 20),
            Column("government", t(N_("Government")), 26),
            Column("civil_society", t(N_("Civil society")), 26),
            Column("both", t(N_("Both")), 20),
        )
        yes = {True: t(N_("yes")), False: ""}
        rows = tuple(
            (
                *(one.district_id, one.district, one.people),
                *(yes["government" in one.meanings], yes["civil_society" in one.meanings]),
                yes[one.both],
            )
            for one in self._answer.statistics.districts
        )
        self._table(t(N_("Districts")), Table(columns, rows), "Wilayah")

    def _people(self) -> None:
        """People × activities; names only where they were asked for, protected people by code."""
        t = self._t
        columns = (
            Column("name", t(N_("Name")), 60),
            Column("sex", t(N_("Sex")), 24),
            Column("organization", t(N_("Organization")), 55),
            Column("district", t(N_("District")), 45),
            Column("activity", t(N_("Activity")), 80),
            Column("role", t(N_("Role")), 30),
            Column("there", t(N_("Sessions attended")), 24),
        )
        rows = tuple(
            (
                self._name(row.full_name, row.code, protected=row.sensitive),
                t.label(SEXES[row.sex or "unknown"]),
                "" if row.sensitive else row.organization or "",
                "" if row.sensitive else row.district or "",
                grid.title,
                t.label(row.role),
                sum(mark in ("present", "late") for mark in row.marks),
            )
            for grid in self._answer.grids
            for row in grid.rows
        )
        self._table(t(N_("People and activities")), Table(columns, rows), "Orang")

    def _grid(self, number: int, grid: Grid) -> None:
        t = self._t
        if not grid.sessions:
            return
        columns = (
            Column("name", t(N_("Name")), 60),
            *(Column(s.id, f"{t(N_('Session'))} {s.number}", 18, "center") for s in grid.sessions),
        )
        letters = LETTERS[t.language]
        rows = tuple(
            (
                self._name(row.full_name, row.code, protected=row.sensitive),
                *(letters[mark] if mark else "" for mark in row.marks),
            )
            for row in grid.rows
        )
        title = f"{t(N_('Attendance'))} {number}"
        self._table(title, Table(columns, rows), f"Hadir{number}", heading=grid.title)

    def _name(self, name: str, code: str | None, *, protected: bool) -> str:
        return name if self._names and not protected else code or "–"

    def _sheet(self, title: str, heading: str) -> Any:
        sheet = self._book.create_sheet(sheet_title(title))
        mark = f" · {self._t(SAMPLE)}" if self._answer.sample else ""
        write(sheet, 1, 1, f"{self._t(TITLE)}: {heading}{mark}")
        sheet.cell(1, 1).font = TITLE_FONT
        return sheet

    def _table(self, title: str, table: Table, name: str, heading: str = "") -> None:
        sheet = self._sheet(title, heading or title)
        end = put_table(sheet, table, _HEAD_ROW, name)
        sheet.freeze_panes = sheet.cell(_HEAD_ROW + 1, 2)
        sheet.print_area = f"A1:{get_column_letter(len(table.columns))}{end}"
        print_setup(sheet, PAPERS["a4"], landscape=True, titles=_HEAD_ROW)
