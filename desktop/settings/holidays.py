"""Holidays: public holidays and collective leave, year by year."""

import datetime as dt
from typing import Any

from db.queries import holidays as questions
from db.queries.holidays import HolidayRow
from desktop.desk import Desk
from desktop.kit.fields import CheckField, ChoiceField, DateField, TextField
from desktop.kit.form import Form
from desktop.kit.table import Column
from desktop.settings.list_section import ListSection
from desktop.texts import N_, Texts


class HolidaysSection(ListSection):
    """One year at a time, this year first."""

    tables = frozenset({"holiday"})
    new = N_("New holiday")

    def __init__(self, desk: Desk) -> None:
        t = desk.t
        now = dt.datetime.now().astimezone().year
        self.year = ChoiceField(desk, "year", t(N_("Year")), [(now, str(now))])
        super().__init__(desk, t(N_("Holidays")), _columns(t))
        self.year.edited.connect(self._another)
        self.year.setMaximumWidth(desk.theme.px(140))
        self.above.insertWidget(0, self.year)
        self.above.insertStretch(1, 1)
        self.tools.addWidget(self.new_button)

    def make_form(self) -> Form:
        t, desk = self.desk.t, self.desk
        form = Form(desk)
        form.add(DateField(desk, "date", t(N_("Date")), hint=t(N_("like 17 August 2026"))))
        form.add(TextField(desk, "name_id", t(N_("Name in Indonesian")), required=True))
        form.add(TextField(desk, "name_en", t(N_("Name in English"))))
        form.add(CheckField(desk, "estimated", t(N_("Not decreed yet"))))
        form.close_box()
        return form

    def reload(self) -> None:
        tasks = self.desk.tasks
        tasks.read(self, self._offer, questions.years, key="years")
        tasks.read(self, self.show_rows, questions.holidays, self.year.read_value(), key="holidays")

    def values_of(self, row: HolidayRow) -> dict[str, Any]:
        return {
            "date": row.date,
            "name_id": row.name[0],
            "name_en": row.name[1],
            "estimated": row.estimated,
        }

    def title_of(self, row: HolidayRow) -> tuple[str, str]:
        return row.name

    def store(self, row: str | None, values: dict[str, Any]) -> None:
        self.desk.tasks.call(self, lambda _: self._store(row, values), _ready)

    def remove(self, row: str) -> None:
        def removed(_: Any) -> None:
            self._row = None
            self._filled.forget()
            self.desk.navigation.say(self.desk.t(N_("Holiday removed")), undoable=True)

        def start(_: Any) -> None:
            from db.edits import holidays as edits

            self.desk.tasks.edit(self, removed, edits.remove, row)

        self.desk.tasks.call(self, start, _ready)

    def _store(self, row: str | None, values: dict[str, Any]) -> None:
        from db.edits import holidays as edits

        refused = self.form.refused
        draft = edits.HolidayDraft(**values)
        if row is None:
            self.desk.tasks.edit(
                self, lambda new: self._kept(new, draft), edits.add, draft, refused=refused
            )
            return
        self.desk.tasks.edit(
            self, lambda _: self._kept(row, draft), edits.change, row, draft, refused=refused
        )

    def _kept(self, row: str, draft: Any) -> None:
        """Saved: show the year that it lies in, or it would seem lost."""
        self.done(row, self.desk.t(N_("Holiday saved")))
        year = int(draft.date[:4])
        if year != self.year.read_value():
            self.year.set_options([(year, str(year))])
            self.year.show_value(year)

    def _offer(self, years: list[int]) -> None:
        chosen = self.year.read_value()
        self.year.set_options(
            [(year, str(year)) for year in sorted({*years, chosen}, reverse=True)]
        )
        self.year.show_value(chosen)

    def _another(self) -> None:
        self._row = None
        self._filled.forget()
        self.reload()


def _columns(t: Texts) -> tuple[Column[HolidayRow], ...]:
    return (
        Column(t(N_("Date")), lambda row: t.day_and_date(dt.date.fromisoformat(row.date)), 200),
        Column(t(N_("Name")), lambda row: t.label(row.name), strong=True),
        Column(
            t(N_("State")),
            lambda row: t(N_("not decreed yet")) if row.estimated else "",
            150,
            spare=True,
        ),
    )


def _ready(_: Any) -> None:
    """Load the table classes in the queue of the database, where they hold nobody up."""
    import db.edits.holidays  # noqa: F401
