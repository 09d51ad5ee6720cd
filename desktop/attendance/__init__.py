"""Attendance: people × sessions of one activity, faster than paper."""

from collections.abc import Iterator
from typing import Any

from db.queries import participants as questions
from db.queries import people
from db.queries.participants import Grid
from db.rules.attendance import LABELS, LETTERS
from desktop.attendance.grid import GridModel, GridView
from desktop.attendance.participant import ParticipantForm
from desktop.desk import Desk
from desktop.kit import picks
from desktop.kit.beside import Beside
from desktop.kit.fields import SearchLine
from desktop.kit.page import Page
from desktop.kit.parts import Card, button, icon_button, label, row
from desktop.texts import N_, NN_


class AttendancePage(Page):
    """The grid of one activity; opened from its page."""

    tables = frozenset({"attendance", "participation", "activity_session", "person", "activity"})

    def __init__(self, desk: Desk) -> None:
        t, icons, theme = desk.t, desk.icons, desk.theme
        super().__init__(desk, t(N_("Attendance")))
        self._activity: str | None = None
        self.all_present = button(t(N_("All present")), self.mark_all, icons, icon="check")
        self.all_present.setToolTip(ALL_PRESENT_KEY)
        self.all_present.setShortcut(ALL_PRESENT_KEY)
        self.details = icon_button(t(N_("Details")), "eye", self.show_details, icons)
        self.details.setToolTip(f"{t(N_('Details'))} ({DETAILS_KEY})")
        self.details.setShortcut(DETAILS_KEY)
        sheet = button(t(N_("Print sheet")), lambda: self._go("reports"), icons, icon="printer")
        done = button(
            t(N_("Done")),
            lambda: desk.navigation.go("activities", self._activity),
            icons,
            kind="primary",
        )
        for widget in (self.all_present, self.details, sheet, done):
            self.head.addWidget(widget)
        self.totals = label("", "heading")
        legend = "   ".join(
            f"{letter} {t(LABELS[mark])}" for mark, letter in LETTERS[t.language].items()
        )
        keys = t(N_("Space = present · Enter = next · Backspace = clear"))
        self.legend = label(f"{legend}   ·   {keys}", "muted", wrap=True)
        self.box.addLayout(row(self.legend, self.totals))
        who = picks.people()
        hint = t(N_("Add a participant: type some letters of the name, then Enter"))
        self.adding = SearchLine(desk, who.suggest, who.say, hint)
        self.adding.picked.connect(self._register)
        self.adding.entered.connect(self._register_typed)
        self.box.addWidget(self.adding)
        self.model = GridModel(t, self)
        self.view = GridView(theme, self.model, t(N_("Attendance")))
        self.view.marked.connect(self.mark)
        card = Card(theme, padding=1)
        card.box.addWidget(self.view)
        self.box.addWidget(card, 1)
        self.participant = ParticipantForm(desk)
        self.participant.closed.connect(self._hide_details)
        self.detail = Beside(self)
        self.model.modelReset.connect(self._say_totals)
        self.model.dataChanged.connect(self._say_totals)
        self.view.selectionModel().currentChanged.connect(lambda *_: self._say_totals())
        self.view.selectionModel().currentRowChanged.connect(lambda *_: self._follow())

    def open(self, row: str | None) -> None:
        if row is not None:
            self._activity = row
            self.reload()

    def reload(self) -> None:
        if self._activity is not None:
            self.desk.tasks.read(self, self._show, questions.grid, self._activity, key="grid")

    def mark(self, participation: str, session: str, status: str | None) -> None:
        """Set one mark; the grid shows it at once, the answer only confirms."""
        from db.edits import participants as edits

        self.model.set_mark(participation, session, status)
        draft = edits.MarkDraft(participation, session, status)
        self.desk.tasks.edit(self, _nothing, edits.mark, draft)

    def mark_all(self) -> None:
        """Present for everybody without a mark in the session that the cursor stands in."""
        from db.edits import participants as edits

        session = self.view.session()
        if session is not None:
            self.desk.tasks.edit(self, self._marked, edits.all_present, session)

    def show_details(self) -> None:
        """All about the participant that the cursor stands on, beside the grid."""
        row = self.view.participation()
        if row is not None:
            self.participant.show_row(row)
            self.detail.show_form(self.participant)
            self.participant.focus()

    def _follow(self) -> None:
        """Details that are open show whom the cursor stands on; what is being typed stays."""
        if self.detail.isVisible() and not self.participant.dirty:
            row = self.view.participation()
            if row is not None and row != self.participant.row:
                self.participant.show_row(row)

    def _hide_details(self) -> None:
        self.detail.close_form()
        self.view.setFocus()

    def _marked(self, count: int) -> None:
        said = self.desk.t.count(*MARKED, count)
        self.desk.navigation.say(said, undoable=True)
        self.view.setFocus()

    def _register(self, person: str) -> None:
        from db.edits import participants as edits

        draft = edits.ParticipantDraft(activity_id=self._activity, person_id=person)
        self.desk.tasks.edit(self, self._registered, edits.register, draft)

    def _register_typed(self, name: str) -> None:
        """Enter after a name: the one who is called so, or a new person who walked in."""
        self.desk.tasks.read(self, lambda found: self._walk_in(name, found), people.similar, name)

    def _walk_in(self, name: str, found: list[people.PersonChoice]) -> None:
        if len(found) == 1:
            self._register(found[0].id)
            return
        from db.edits import participants as edits
        from db.edits.people import PersonDraft
        from db.rules.names import split_titles

        parts = split_titles(name)
        person = PersonDraft(name=parts.name, title_before=parts.before, title_after=parts.after)
        self.desk.tasks.edit(self, self._registered, edits.register_new, self._activity, person)

    def _registered(self, _: Any) -> None:
        self.adding.clear()
        self.adding.setFocus()
        self.desk.navigation.say(self.desk.t(N_("Participant registered")), undoable=True)

    def _show(self, grid: Grid | None) -> None:
        if grid is None:
            return
        self.title.setText(grid.title)
        self.subtitle.setText(
            " · ".join(
                (
                    *self._said_people(grid),
                    self.desk.t.count(*SESSIONS, len(grid.sessions)),
                )
            )
        )
        self.details.setEnabled(bool(grid.rows))
        self.all_present.setEnabled(bool(grid.sessions and grid.rows))
        self.view.show_grid(grid)

    def _said_people(self, grid: Grid) -> Iterator[str]:
        """How many came to take part, and apart from them the team, guests and assistants."""
        t = self.desk.t
        others = sum(row.role_meaning != PARTICIPANT for row in grid.rows)
        yield t.count(*PEOPLE, len(grid.rows) - others)
        if others:
            yield t.count(*OTHERS, others)

    def _say_totals(self) -> None:
        position = self.view.session_position()
        grid = self.model.grid
        if grid is None or position is None:
            self.totals.setText("")
            return
        self.totals.setText(
            self.desk.t(
                TOTALS,
                session=grid.sessions[position].number,
                there=self.model.there(position),
                recorded=self.model.recorded(position),
                people=len(grid.rows),
            )
        )

    def _go(self, page: str) -> None:
        if self._activity is not None:
            self.desk.navigation.go(page, self._activity)


ALL_PRESENT_KEY, DETAILS_KEY = "F6", "F4"
PARTICIPANT = "participant"
MARKED = NN_("{n} person marked present", "{n} people marked present")
PEOPLE = NN_("{n} participant", "{n} participants")
OTHERS = NN_("{n} other", "{n} others")
SESSIONS = NN_("{n} session", "{n} sessions")
TOTALS = N_("Session {session}: {there} present · {recorded} of {people} recorded")


def _nothing(_: Any) -> None:
    """The grid shows the mark already."""
