"""The people of an activity: who is on its list, in which role, and from where as of that day."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit

from db.queries import participants as questions
from db.queries.participants import ParticipantRow
from desktop.desk import Desk
from desktop.kit.activity_tabs import ActivityTabs
from desktop.kit.enrolling import Enrolling
from desktop.kit.held_page import HeldPage
from desktop.kit.participant_form import ParticipantForm
from desktop.kit.parts import Empty, button, row
from desktop.kit.table import Column
from desktop.kit.wording import marked
from desktop.texts import N_

SEX_LETTERS = {"female": N_("F"), "male": N_("M"), "other": N_("O")}


class ParticipantsPage(HeldPage):
    """A line for each person, added by some letters of the name."""

    tables = frozenset({"activity", "participation", "attendance", "person", "organization"})

    def __init__(self, desk: Desk) -> None:
        t = desk.t
        empty = Empty(
            desk.theme,
            desk.icons,
            "users",
            t(N_("Nobody is registered yet")),
            t(N_("Type a name above and press Enter, or import the list that you have.")),
            button(t(N_("Import a list")), self._import, desk.icons, icon="upload"),
        )
        super().__init__(desk, t(N_("People")), columns(desk), empty)
        self.tabs = ActivityTabs(desk, self, "participants")
        self._rows: list[ParticipantRow] = []
        taken_in = button(t(N_("Import a list")), self._import, desk.icons, icon="upload")
        papers = button(
            t(N_("Papers")),
            lambda: desk.navigation.go("reports", self.tabs.activity),
            desk.icons,
            icon="printer",
        )
        self.head.addWidget(taken_in)
        self.head.addWidget(papers)
        self.adding = Enrolling(desk)
        self.search = QLineEdit()
        self.search.setPlaceholderText(t(N_("Search this list")))
        self.search.setAccessibleName(t(N_("Search this list")))
        self.search.setClearButtonEnabled(True)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(80)
        self._wait.timeout.connect(self._narrow)
        self.search.textChanged.connect(lambda _: self._wait.start())
        line = row(self.adding, self.search)
        line.setStretch(0, 3)
        line.setStretch(1, 2)
        self.box.insertLayout(2, line)
        self.panel = ParticipantForm(desk)
        self.use_form(self.panel, "participation")
        self.command(N_("Add a participant"), "Ctrl+N", self.adding.setFocus)
        self.command(N_("Search this list"), "Ctrl+F", self.search.setFocus)

    def open(self, row: str | None) -> None:
        if row is not None:
            self.tabs.show_activity(row)
            self.adding.activity = row
            self.close_panel()
            self.reload()

    def reload(self) -> None:
        if self.tabs.activity is not None:
            self.tabs.reload()
            self.desk.tasks.read(self, self._show, questions.people, self.tabs.activity, key="rows")

    def fill_panel(self, row: ParticipantRow) -> None:
        self.panel.show_row(row.id)

    def key(self, row: ParticipantRow) -> object:
        return row.id

    def _show(self, rows: list[ParticipantRow]) -> None:
        self._rows = rows
        self._narrow()

    def _narrow(self) -> None:
        """Those that have every typed word in what the list shows of them."""
        from db.rules.names import fold

        words = fold(self.search.text()).split()
        self.show_rows([one for one in self._rows if all(word in _searched(one) for word in words)])
        if self._rows:
            self.stack.setCurrentIndex(0)

    def _import(self) -> None:
        self.desk.navigation.go("imports", f"activity:{self.tabs.activity}")


def _searched(row: ParticipantRow) -> str:
    from db.rules.names import fold

    parts = (row.full_name, row.organization, row.position, row.district, row.phone)
    return fold(" ".join(part for part in parts if part))


def columns(desk: Desk) -> tuple[Column[ParticipantRow], ...]:
    """What the list shows of a participant."""
    t, guard = desk.t, desk.guard

    def there(row: ParticipantRow) -> str:
        from db.rules.attendance import THERE

        seen = sum(mark in THERE for mark in row.marks)
        return t(N_("{there} of {sessions}"), there=seen, sessions=len(row.marks))

    return (
        Column(t(N_("Name")), lambda row: marked(t, guard.name(row), row.sample), strong=True),
        Column(t(N_("F/M")), lambda row: t(SEX_LETTERS.get(row.sex or "", "")), 60),
        Column(t(N_("Role")), lambda row: t.label(row.role), 130),
        Column(t(N_("Organization")), lambda row: row.organization or "", 190),
        Column(t(N_("District")), lambda row: row.district or "", 160, spare=True),
        Column(t(N_("Registration")), lambda row: t.label(row.status), 150, spare=True),
        Column(t(N_("Sessions")), there, 110, right=True),
    )
