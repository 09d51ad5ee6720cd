"""The sessions of an activity: when, about what, and who speaks."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from db.queries import activities as questions
from db.queries.activities import SessionRow
from db.rules.dates import stored
from desktop.desk import Desk
from desktop.kit.activity_tabs import ActivityTabs
from desktop.kit.held_page import HeldPage
from desktop.kit.many import Step
from desktop.kit.parts import Empty, button
from desktop.kit.table import Column
from desktop.kit.wording import said_date
from desktop.sessions.form import SessionForm
from desktop.texts import N_, NN_, Texts

REMOVED = NN_("{n} session removed", "{n} sessions removed")


class SessionsPage(HeldPage):
    """A line for each sitting, its form beside it."""

    tables = frozenset({"activity_session", "session_person", "person"})

    def __init__(self, desk: Desk) -> None:
        t = desk.t
        first = button(t(N_("Add session")), self.add, desk.icons, icon="plus", kind="primary")
        empty = Empty(
            desk.theme,
            desk.icons,
            "clock",
            t(N_("No sessions yet")),
            t(
                N_(
                    "Attendance is recorded per session: add one for each morning, afternoon or day."
                )
            ),
            first,
        )
        super().__init__(desk, t(N_("Sessions")), columns(t), empty)
        self.tabs = ActivityTabs(desk, self, "sessions")
        self._rows: list[SessionRow] = []
        self._starts: str | None = None
        self.new_button = button(
            t(N_("Add session")), self.add, desk.icons, icon="plus", kind="primary"
        )
        self.buttons.addWidget(self.new_button)
        self.panel = SessionForm(desk)
        self.detail.hold(self.panel)
        self.use_form(self.panel, "activity_session")
        self.command(N_("Add session"), "Ctrl+N", self.add)

    def steps(self) -> Sequence[Step]:
        return (Step(N_("Remove"), "trash-2", self.remove_many),)

    def remove_many(self, rows: list[str]) -> None:
        """Take several sessions out; one undo brings them back."""
        t = self.desk.t

        def removed(number: int) -> None:
            self.close_panel()
            self.desk.navigation.say(t.count(*REMOVED, number), undoable=True)

        self.desk.tasks.edit(self, removed, "db.edits.many:remove", "activity_session", rows)

    def open(self, row: str | None) -> None:
        if row is not None:
            self.close_panel()
            self.tabs.show_activity(row)

    def reload(self) -> None:
        if self.tabs.activity is not None:
            self.tabs.reload()
            self.desk.tasks.read(self, self._show, _sessions, self.tabs.activity, key="rows")

    def add(self) -> None:
        """Begin a session on the day after the last one."""
        self.table.clearSelection()
        self.detail.show_form(self.panel)
        self.panel.show_new(activity_id=self.tabs.activity, date=self._next_day())
        self.panel.focus()

    def fill_panel(self, row: SessionRow) -> None:
        self.panel.show_row(row.id)

    def key(self, row: SessionRow) -> object:
        return row.id

    def _show(self, found: tuple[list[SessionRow], str | None]) -> None:
        self._rows, self._starts = found
        self.show_rows(self._rows)

    def _next_day(self) -> str | None:
        last = stored(self._rows[-1].date) if self._rows else None
        if last is not None:
            return (last.last + dt.timedelta(days=1)).isoformat()
        return self._starts if self._starts and "~" not in self._starts else None


def _sessions(reader: Any, activity: str) -> tuple[list[SessionRow], str | None]:
    starts = reader.value("SELECT starts FROM activity WHERE id = ?", (activity,))
    return questions.sessions(reader, activity), starts


def columns(t: Texts) -> tuple[Column[SessionRow], ...]:
    """What the list shows of a session."""

    def times(row: SessionRow) -> str:
        return "–".join(t.time(one) for one in (row.start_time, row.end_time) if one)

    def speakers(row: SessionRow) -> str:
        return ", ".join(name for name, _ in row.speakers)

    return (
        Column(t(N_("No.")), lambda row: t.number(row.number), 60),
        Column(t(N_("Topic")), lambda row: row.topic or "", strong=True),
        Column(t(N_("Date")), lambda row: said_date(t, row.date), 160),
        Column(t(N_("Time")), times, 120),
        Column(t(N_("Speakers and team")), speakers, 220, spare=True),
    )
