"""Members: the list, and one person beside it."""

from collections.abc import Sequence
from typing import Any

from db.queries import people as questions
from db.queries.people import PersonRow
from desktop.desk import Desk
from desktop.kit import picks
from desktop.kit.erasing import erase
from desktop.kit.list_page import ListPage, Words
from desktop.kit.many import Step
from desktop.kit.parts import button
from desktop.kit.setting import Setting
from desktop.kit.table import Column
from desktop.kit.wording import marked, said_date
from desktop.people.form import PersonForm
from desktop.texts import N_, NN_

ERASE = N_(
    "Erase {name} for ever, on every computer and in the backups? What is counted stays right. "
    "This cannot be undone. Write why, without any name:"
)
SEX_LETTERS = {"female": N_("F"), "male": N_("M"), "other": N_("O")}
ENROLLED = NN_("{n} member registered", "{n} members registered")
PROTECTED = NN_("{n} member protected", "{n} members protected")


class PeoplePage(ListPage):
    """The members of the workspace."""

    tables = frozenset({"person", "affiliation", "organization", "alias", "consent", "tagging"})
    listing = questions.LISTING
    form_class = PersonForm
    settings = (Setting("district_id", N_("District"), pick=lambda _: picks.districts()),)
    words = Words(
        title=N_("Members"),
        new=N_("New member"),
        search=N_("Search name, village or phone"),
        icon="users",
        empty=N_("No members yet"),
        empty_sentence=N_(
            "Register the first member. You can then invite members to activities and record their attendance."
        ),
        counted=NN_("{n} member", "{n} members"),
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, columns(desk))
        twice = button(
            desk.t(N_("Find duplicates")),
            lambda: desk.navigation.go("duplicates"),
            desk.icons,
            icon="copy",
        )
        self.buttons.put_first(twice)
        self.command(
            N_("Copy as table, with phone numbers"),
            "Ctrl+Alt+C",
            lambda: self.list.copy(contacts=True),
        )
        self.command(
            N_("Find members written down twice"),
            "Ctrl+Shift+D",
            lambda: desk.navigation.go("duplicates"),
        )

    def steps(self) -> Sequence[Step]:
        return (
            Step(N_("Register for an activity"), "user-plus", self.enrol),
            Step(N_("Protect names"), "lock", self.protect),
            *super().steps(),
        )

    def connect_form(self, form: Any) -> None:
        form.erasing.connect(self.erase)
        form.consenting.connect(self.edit_consent)

    def edit_consent(self, purpose: str) -> None:
        """Write down an answer to one question of consent."""
        import datetime as dt

        form = self.form.consent_form
        self.show_child(form)
        today = dt.date.today().isoformat()  # noqa: DTZ011 - the day where it is said
        form.show_new(person_id=self._row, purpose_id=purpose, given=True, date=today)

    def enrol(self, rows: list[str]) -> None:
        """Register several members for an activity that is picked."""
        from desktop.kit.pick_one import PickOne

        def picked(activity: str) -> None:
            self.desk.tasks.edit(self, self._say(ENROLLED), "db.edits.many:enrol", activity, rows)

        title = self.desk.t(N_("Register for which activity?"))
        PickOne(self.desk, title, picks.activities(), self, picked).open_at(self.list.many)

    def protect(self, rows: list[str]) -> None:
        """Protect the names of several members."""
        self.desk.tasks.edit(
            self, self._say(PROTECTED), "db.edits.people:protect", rows, protected=True
        )

    def erase(self) -> None:
        """Forget the member for ever, on every computer; the reason is asked for, and is the yes."""
        if self._row is not None:
            asked = self.desk.t(ERASE, name=self.form.heading.text())
            erase(self.desk, self, self._row, asked, self.hide_detail)

    def _say(self, words: tuple[str, str]) -> Any:
        t = self.desk.t
        return lambda number: self.desk.navigation.say(t.count(*words, number), undoable=True)


def columns(desk: Desk) -> tuple[Column[PersonRow], ...]:
    """What the list shows of a person; of a protected one the code, until names are shown."""
    from db.rules.phones import pretty

    t, guard = desk.t, desk.guard

    def unless(row: PersonRow, text: str | None) -> str:
        return (text or "") if guard.unlocked or not row.sensitive else ""

    return (
        Column(
            t(N_("Name")),
            lambda row: marked(t, guard.name(row), row.sample),
            strong=True,
            key="name",
        ),
        Column(t(N_("F/M")), lambda row: t(SEX_LETTERS.get(row.sex or "", "")), 60, key="sex"),
        Column(t(N_("Organization")), lambda row: row.organization or "", 170, key="organization"),
        Column(t(N_("District")), lambda row: row.district or "", 170, spare=True, key="district"),
        Column(
            *(t(N_("Phone")), lambda row: unless(row, pretty(row.phone)), 130),
            spare=True,
            key="phone",
            private=True,
        ),
        Column(
            t(N_("Position")),
            lambda row: unless(row, row.position),
            150,
            extra=True,
            key="position",
        ),
        Column(
            t(N_("Village")), lambda row: unless(row, row.village), 150, extra=True, key="village"
        ),
        Column(
            t(N_("Date of birth")),
            lambda row: unless(row, said_date(t, row.birth)),
            150,
            extra=True,
            key="birth",
        ),
    )
