"""Attendance: people × sessions of one activity, faster than paper."""

import datetime as dt
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent

from db.errors import UserError
from db.queries import participants as questions
from db.queries.participants import Grid
from db.rules.attendance import LABELS, LATE, LETTERS
from desktop.attendance.grid import GridView
from desktop.attendance.model import Cell, GridModel
from desktop.attendance.totals import Totals
from desktop.desk import Desk
from desktop.kit.activity_tabs import ActivityTabs
from desktop.kit.beside import Beside
from desktop.kit.enrolling import Enrolling
from desktop.kit.page import Page
from desktop.kit.participant_form import ParticipantForm
from desktop.kit.parts import Card, button, label, row
from desktop.kit.typing import Line
from desktop.texts import N_, NN_
from desktop.theme import NORMAL

LOW = 430  # effective pixels of a window below which the letters are told by F1 alone


class AttendancePage(Page):
    """The grid of one activity; opened from its page."""

    tables = frozenset(
        {"attendance", "participation", "activity_session", "person", "organization"}
    )

    def __init__(self, desk: Desk) -> None:
        t, theme = desk.t, desk.theme
        super().__init__(desk, t(N_("Attendance")))
        self.tabs = ActivityTabs(desk, self, "attendance")
        self.model = GridModel(t, desk.guard, self)
        self.view = GridView(theme, t, self.model, t(N_("Attendance")))
        self.view.marked.connect(self.mark)
        self.view.late_typed.connect(self.mark_late)
        self._make_head()
        legend = "   ".join(
            f"{letter} {t(LABELS[mark])}" for mark, letter in LETTERS[t.language].items()
        )
        keys = t(KEYS_SAID)
        self.legend = label(f"{legend}   ·   {keys}", "muted", wrap=True)
        self.totals = label("", "heading")
        self.box.addLayout(row(self.legend, self.totals))
        self.adding = Enrolling(desk)
        self.adding.registered.connect(self._registered)
        self.finding = Line()
        self.finding.setPlaceholderText(t(N_("Go to somebody (Ctrl+F)")))
        self.finding.setAccessibleName(t(N_("Go to somebody in the grid")))
        self.finding.textChanged.connect(self.view.find_person)
        self.finding.returnPressed.connect(self._to_grid)
        self.finding.setMinimumWidth(theme.px(190))
        line = row(self.adding, self.finding)
        line.setStretch(0, 3)
        line.setStretch(1, 1)
        self.box.addLayout(line)
        card = Card(theme, padding=1)
        card.box.addWidget(self.view)
        self.box.addWidget(card, 1)
        self.splits = Totals(desk, self.model)
        self.box.addWidget(self.splits)
        self._arrived: str | None = None
        self._counting = QTimer(self)  # after the mark was painted, and once for all that changed
        self._counting.setSingleShot(True)
        self._counting.timeout.connect(self._say_totals)
        for changed in (
            *(self.model.modelReset, self.model.dataChanged),
            self.view.selectionModel().currentChanged,
        ):
            changed.connect(lambda *_: self._counting.start(0))
        self._make_commands()
        self.participant = ParticipantForm(desk)
        for leaving in (self.participant.stored, self.participant.gone, self.participant.left):
            leaving.connect(lambda *_: self._hide_details())
        self.detail = Beside(self)
        self.detail.hold(self.participant)
        self.view.selectionModel().currentRowChanged.connect(lambda *_: self._follow())

    def open(self, row: str | None) -> None:
        if row is not None:
            self.tabs.show_activity(row)
            self.adding.activity = row
            self.view.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self.legend.setVisible(self.window().height() * NORMAL / self.desk.theme.base >= LOW)

    def reload(self) -> None:
        if self.tabs.activity is not None:
            self.tabs.reload()
            self.desk.tasks.read(self, self._show, questions.grid, self.tabs.activity, key="grid")

    def mark(self, cells: Sequence[Cell], status: str | None) -> None:
        """Set the marks of some cells; the grid shows them at once, the answer only confirms."""
        self._write([(*cell, status, None) for cell in cells])

    def mark_late(self, cell: Cell, arrived: str) -> None:
        """Late, with the time of arrival."""
        self._write([(*cell, LATE, arrived)])

    def _write(self, marks: list[tuple[str, str, str | None, str | None]]) -> None:
        cells = [(participation, session) for participation, session, _, _ in marks]
        self.model.set_marks(cells, marks[0][2])

        def refused(error: UserError) -> None:
            self.model.written(cells)
            self.desk.tasks.failed.emit(error)
            self.reload()

        self.desk.tasks.edit(
            *(self, lambda _: self.model.written(cells), "db.edits.participants:mark_cells", marks),
            refused=refused,
        )

    def mark_all(self) -> None:
        """Present for everybody without a mark in the session that the cursor stands in."""
        session = self.view.session()
        if session is not None:
            self.desk.tasks.edit(self, self._marked, "db.edits.participants:all_present", session)

    def check_in(self) -> None:
        """Large letters for a laptop at the door."""
        session = self.view.session() or ""
        self.desk.navigation.go("check_in", f"{self.tabs.activity}:{session}")

    def _make_head(self) -> None:
        t, icons = self.desk.t, self.desk.icons
        self.all_present = button(t(N_("All present")), self.mark_all, icons, icon="check")
        self.all_present.setToolTip(ALL_PRESENT_KEY)
        self.door = button(t(N_("Check-in at the door")), self.check_in, icons, icon="user-plus")
        sheet = button(t(N_("Print sheet")), self._print, icons, icon="printer")
        for made in (self.all_present, self.door, sheet):
            self.buttons.addWidget(made)

    def _make_commands(self) -> None:
        for title, keys, step in (
            (N_("All present"), ALL_PRESENT_KEY, self.mark_all),
            (N_("Check-in at the door"), "F9", self.check_in),
            (N_("Papers of this activity"), "F8", self._print),
            (N_("Add a participant"), "Ctrl+N", self.adding.setFocus),
            (N_("Go to somebody in the grid"), "Ctrl+F", self.finding.setFocus),
            (
                N_("Next of this name"),
                "F3",
                lambda: self.view.find_person(self.finding.text(), onwards=True),
            ),
            (N_("To the grid"), "Ctrl+G", self.view.setFocus),
            (N_("Fill down"), "Ctrl+D", self.view.fill_down),
            (N_("Details"), "F4", self.show_details),
        ):
            self.command(title, keys, step)

    def _to_grid(self) -> None:
        self.finding.clear()
        self.view.setFocus()

    def _print(self) -> None:
        if self.tabs.activity is not None:
            self.desk.navigation.go("reports", self.tabs.activity)

    def show_details(self) -> None:
        """All about the participant that the cursor stands on, beside the grid."""
        row = self.view.participation()
        if row is not None:
            self.participant.show_row(row)
            self.detail.show_form(self.participant)
            self.participant.focus()

    def _follow(self) -> None:
        """Details that are open show whom the cursor stands on; what is being typed stays."""
        row = self.view.participation()
        if self.detail.isVisible() and not self.participant.dirty and row is not None:
            self.participant.show_row(row)

    def _hide_details(self) -> None:
        self.detail.close_form()
        self.view.setFocus()

    def _marked(self, count: int) -> None:
        self.desk.navigation.say(self.desk.t.count(*MARKED, count), undoable=True)
        self.view.setFocus()

    def _registered(self, participation: str) -> None:
        """Who walked in is stood on as soon as the grid shows them."""
        self._arrived = participation

    def _show(self, grid: Grid | None) -> None:
        if grid is None:
            return
        parts = (*self._said_people(grid), self.desk.t.count(*SESSIONS, len(grid.sessions)))
        self.splits.name(" · ".join(parts))
        for widget in (self.all_present, self.door):
            widget.setEnabled(bool(grid.sessions))
        self.view.show_grid(grid)
        if self._arrived is not None:
            self.view.stand_on(self._arrived)
            self._arrived = None

    def _said_people(self, grid: Grid) -> Iterator[str]:
        """How many came to take part, and apart from them the team, guests and assistants."""
        t = self.desk.t
        others = sum(row.role_meaning != PARTICIPANT for row in grid.rows)
        yield t.count(*PEOPLE, len(grid.rows) - others)
        if others:
            yield t.count(*OTHERS, others)

    def _say_totals(self) -> None:
        position, grid = self.view.session_position(), self.model.grid
        if grid is None or position is None:
            self.totals.setText("")
            return
        # Who is added on the day of a session has just come in; before it, they are only expected.
        session = grid.sessions[position]
        today = dt.date.today().isoformat()  # noqa: DTZ011 - the day on the wall
        self.adding.session = session.id if session.date == today else None
        self.totals.setText(
            self.desk.t(
                TOTALS,
                session=grid.sessions[position].number,
                there=self.model.there(position),
                recorded=self.model.recorded(position),
                people=len(grid.rows),
            )
        )
        self.splits.show_session(position)


ALL_PRESENT_KEY = "F6"
PARTICIPANT = "participant"
KEYS_SAID = N_(
    "Space = present · Enter = next · Backspace = clear · a time like 09.20 = late · Shift with arrows marks several"
)
MARKED = NN_("{n} person marked present", "{n} people marked present")
PEOPLE = NN_("{n} participant", "{n} participants")
OTHERS = NN_("{n} other", "{n} others")
SESSIONS = NN_("{n} session", "{n} sessions")
TOTALS = N_("Session {session}: {there} present · {recorded} of {people} recorded")
