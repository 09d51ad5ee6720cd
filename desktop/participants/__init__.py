"""The people of an activity: who is on its list, in which role, and from where as of that day."""

from collections.abc import Sequence

from db.queries import participants as questions
from db.queries.participants import EnrolledRow
from desktop.desk import Desk
from desktop.kit import picks
from desktop.kit.activity_tabs import ActivityTabs
from desktop.kit.enrolling import Enrolling
from desktop.kit.list_page import ListPage, Words
from desktop.kit.many import Step
from desktop.kit.participant_form import ParticipantForm
from desktop.kit.parts import button
from desktop.kit.setting import Setting
from desktop.kit.table import Column
from desktop.kit.wording import marked
from desktop.texts import N_, NN_

SEX_LETTERS = {"female": N_("F"), "male": N_("M"), "other": N_("O")}
TAKE_OFF = N_("Take off the list")


class ParticipantsPage(ListPage):
    """A line for each person, added by some letters of the name."""

    tables = frozenset(
        {"activity_session", "participation", "attendance", "person", "organization"}
    )
    listing = questions.LISTING
    form_class = ParticipantForm
    settings = (
        Setting("role_id", N_("Role"), "role", required=True),
        Setting("status_id", N_("Registration"), "participation_status"),
        Setting("organization_id", N_("Organization"), pick=lambda _: picks.organizations()),
        Setting("district_id", N_("District"), pick=lambda _: picks.districts()),
    )
    words = Words(
        title=N_("People"),
        new="",
        search=N_("Search name, organization, position or district"),
        icon="users",
        empty=N_("Nobody is registered yet"),
        empty_sentence=N_("Type a name above and press Enter, or import the list that you have."),
        counted=NN_("{n} person", "{n} people"),
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, columns(desk))
        t = desk.t
        self.tabs = ActivityTabs(desk, self, "participants")
        for title, icon, step in (
            (N_("Import a list"), "upload", self._import),
            (N_("Papers"), "printer", self._papers),
        ):
            self.buttons.addWidget(button(t(title), step, desk.icons, icon=icon))
        self.adding = Enrolling(desk)
        self.box.insertWidget(2, self.adding)
        self.command(N_("Add a participant"), "Ctrl+N", self.adding.setFocus)
        self.command(
            N_("Copy as table, with phone numbers"),
            "Ctrl+Alt+C",
            lambda: self.list.copy(contacts=True),
        )

    def open(self, row: str | None) -> None:
        if row is None:
            return
        self.adding.activity = row
        self.hide_detail()
        if row != self.tabs.activity:
            self.list.within(row)
        self.tabs.show_activity(row)

    def reload(self) -> None:
        if self.tabs.activity is not None:
            self.tabs.reload()
            super().reload()

    def steps(self) -> Sequence[Step]:
        *settings, _ = super().steps()
        return (*settings, Step(TAKE_OFF, "trash-2", self.remove_many))

    def say_number(self, text: str) -> None:
        self.tabs.note(text)

    def _import(self) -> None:
        self.desk.navigation.go("imports", f"activity:{self.tabs.activity}")

    def _papers(self) -> None:
        self.desk.navigation.go("reports", self.tabs.activity)


def columns(desk: Desk) -> tuple[Column[EnrolledRow], ...]:
    """What the list shows of a participant; of a protected one the code, until names are shown."""
    from db.rules.phones import pretty

    t, guard = desk.t, desk.guard

    def unless(row: EnrolledRow, text: str | None) -> str:
        return (text or "") if guard.unlocked or not row.sensitive else ""

    def there(row: EnrolledRow) -> str:
        return t(N_("{there} of {sessions}"), there=row.there, sessions=row.sessions)

    return (
        Column(
            t(N_("Name")),
            lambda row: marked(t, guard.name(row), row.sample),
            strong=True,
            key="name",
        ),
        Column(t(N_("F/M")), lambda row: t(SEX_LETTERS.get(row.sex or "", "")), 60, key="sex"),
        Column(t(N_("Role")), lambda row: t.label(row.role), 120, key="role"),
        Column(t(N_("Organization")), lambda row: row.organization or "", 180, key="organization"),
        Column(t(N_("District")), lambda row: row.district or "", 160, spare=True, key="district"),
        Column(
            t(N_("Registration")), lambda row: t.label(row.status), 140, spare=True, key="status"
        ),
        Column(t(N_("Sessions")), there, 90, right=True, key="there"),
        Column(
            *(t(N_("Position")), lambda row: unless(row, row.position), 150),
            extra=True,
            key="position",
        ),
        Column(
            *(t(N_("Phone")), lambda row: unless(row, pretty(row.phone)), 140),
            extra=True,
            key="phone",
            private=True,
        ),
        Column(
            *(t(N_("E-mail")), lambda row: unless(row, row.email), 180),
            extra=True,
            key="email",
            private=True,
        ),
    )
