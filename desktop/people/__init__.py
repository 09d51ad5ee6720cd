"""Members: the list, and one person beside it."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.queries import people as questions
from db.queries.people import PersonRow, TakenPart
from desktop.desk import Desk
from desktop.kit import picks
from desktop.kit.erasing import erase
from desktop.kit.fields import (
    CheckField,
    ChoiceField,
    DateField,
    LongField,
    TextField,
)
from desktop.kit.form import Form
from desktop.kit.links import Links
from desktop.kit.list_page import ListPage, Words
from desktop.kit.parts import button
from desktop.kit.table import Column
from desktop.kit.wording import SEXES, marked, said_date
from desktop.texts import N_, NN_, Texts

if TYPE_CHECKING:
    from desktop.people.consents import ConsentForm

ERASE = N_(
    "Erase {name} for ever, on every computer and in the backups? What is counted stays right. "
    "This cannot be undone. Write why, without any name:"
)
THERE = N_("{there} of {sessions} sessions")
SEX_LETTERS = {"female": N_("F"), "male": N_("M"), "other": N_("O")}
SAID = (("yes", N_("Yes")), ("no", N_("No")), ("not_said", N_("Prefers not to say")))


class PeoplePage(ListPage):
    """The members of the workspace."""

    tables = frozenset({"person", "affiliation", "organization", "alias", "consent"})
    table_name = "person"
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
        super().__init__(desk, columns(desk.t), questions.page, questions.count)
        twice = button(
            desk.t(N_("Find duplicates")),
            lambda: desk.navigation.go("duplicates"),
            desk.icons,
            icon="copy",
        )
        self.head.insertWidget(1, twice)

    def make_form(self) -> Form:
        t, desk = self.desk.t, self.desk
        form = Form(desk)
        unsaid = t(N_("Not recorded"))
        form.add_widget(self._make_ways())
        form.add(TextField(desk, "name", t(N_("Full name")), required=True))
        form.add(
            TextField(desk, "title_before", t(N_("Title before")), hint="Dr., Hj."),
            TextField(desk, "title_after", t(N_("Title after")), hint="S.H., M.Si"),
        )
        form.add(
            ChoiceField(
                desk, "sex", t(N_("Sex")), [(key, t(text)) for key, text in SEXES], empty=unsaid
            ),
            DateField(
                desk, "birth", t(N_("Date or year of birth")), hint=t(N_("e.g. 14/12/1980 or 1980"))
            ),
        )
        form.add(
            TextField(desk, "phone", t(N_("Phone")), hint="0812 3456 7890"),
            TextField(desk, "email", t(N_("E-mail"))),
        )
        form.add(picks.field(desk, "district_id", t(N_("District")), picks.districts()))
        form.add(TextField(desk, "village", t(N_("Village"))))
        form.add(picks.field(desk, "organization_id", t(N_("Organization")), picks.organizations()))
        form.add(
            TextField(desk, "position", t(N_("Position"))),
            TextField(desk, "occupation", t(N_("Occupation"))),
        )
        form.add(
            ChoiceField(
                desk,
                "disability_said",
                t(N_("Disability")),
                [(key, t(text)) for key, text in SAID],
                empty=t(N_("Not asked")),
            ),
            TextField(desk, "accommodation", t(N_("What is needed"))),
        )
        form.add(CheckField(desk, "sensitive", t(N_("Protect the name in every export"))))
        form.add(LongField(desk, "notes", t(N_("Notes"))))
        self.erase_button = button(t(N_("Erase for ever …")), self.erase, desk.icons, kind="ghost")
        form.add_widget(self.erase_button)
        form.close_box()
        return form

    def show_new(self) -> None:
        self._ways.hide()
        self.erase_button.hide()
        self.form.show_values({})

    @cached_property
    def consent_form(self) -> "ConsentForm":
        """Made when it is needed first: the list of members is what people wait for."""
        from desktop.people.consents import ConsentForm

        return ConsentForm(self.desk)

    def edit_consent(self, purpose: str) -> None:
        """Write down an answer to one question of consent."""
        import datetime as dt

        self.show_child(self.consent_form)
        today = dt.date.today().isoformat()  # noqa: DTZ011 - the day where it is said
        self.consent_form.show_new(person_id=self._row, purpose_id=purpose, given=True, date=today)

    def show_row(self, row: str) -> None:
        self.desk.tasks.read(self, lambda found: self._fill(row, found), _person, row, key="draft")

    def store(self, row: str | None, values: dict[str, Any]) -> None:
        self.desk.tasks.call(self, lambda _: self._store(row, values), _ready)

    def remove(self, row: str) -> None:
        from db.edits import people as edits

        self.desk.tasks.edit(self, self._removed, edits.remove, row)

    def erase(self) -> None:
        """Forget the member for ever, on every computer; the reason is asked for, and is the yes."""
        if self._row is not None:
            asked = self.desk.t(ERASE, name=self.form.heading.text())
            erase(self.desk, self, self._row, asked, self.hide_detail)

    def _make_ways(self) -> QWidget:
        """What hangs on a member: consents, and the activities taken part in."""
        desk, t = self.desk, self.desk.t
        self._ways = QWidget()
        box = QVBoxLayout(self._ways)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(desk.theme.px(8))
        self.consents = Links(desk, t(N_("Consent")), "")
        self.consents.opened.connect(self.edit_consent)
        self.activities = Links(desk, t(N_("Activities")), t(N_("Has not been registered yet.")))
        self.activities.opened.connect(lambda row: desk.navigation.go("activities", row))
        box.addWidget(self.consents)
        box.addWidget(self.activities)
        self._ways.hide()
        return self._ways

    def _store(self, row: str | None, values: dict[str, Any]) -> None:
        from db.edits import people as edits

        refused = self.form.refused
        said = self.desk.t(N_("Member saved"))
        if row is None:
            draft = edits.PersonDraft(**values)
            self.desk.tasks.edit(
                self, lambda new: self.done(new, said), edits.add, draft, refused=refused
            )
            return
        draft = self._draft
        for key, value in values.items():
            setattr(draft, key, value)
        self.desk.tasks.edit(
            self, lambda _: self.done(row, said), edits.change, row, draft, refused=refused
        )

    def _fill(self, row: str, found: Any) -> None:
        if found is None or row != self._row:
            return
        from desktop.people.consents import lines

        t = self.desk.t
        self._draft, card, district, organization = found
        values = {key: getattr(self._draft, key) for key in self.form.fields}
        values["district_id"], values["organization_id"] = district, organization
        self.form.heading.setText(card.row.full_name)
        self.form.show_values(values)
        self.consents.show_lines(lines(t, card.consents))
        self.activities.show_lines(activity_lines(t, card.activities))
        self._ways.show()
        self.erase_button.show()

    def _removed(self, _: Any) -> None:
        self.hide_detail()
        self.desk.navigation.say(self.desk.t(N_("Member removed")), undoable=True)


def columns(t: Texts) -> tuple[Column[PersonRow], ...]:
    """What the list shows of a person."""
    from db.rules.phones import pretty

    return (
        Column(t(N_("Name")), lambda row: marked(t, row.full_name, row.sample), strong=True),
        Column(t(N_("F/M")), lambda row: t(SEX_LETTERS.get(row.sex or "", "")), 60),
        Column(t(N_("Organization")), lambda row: row.organization or "", 170),
        Column(t(N_("District")), lambda row: row.district or "", 170, spare=True),
        Column(t(N_("Phone")), lambda row: pretty(row.phone), 130, spare=True),
    )


def activity_lines(t: Texts, taken: Iterable[TakenPart]) -> Iterator[tuple[str, str]]:
    """Title of each activity, below it when, in which role, and how often there."""
    for one in taken:
        there = t(THERE, there=one.there, sessions=one.sessions) if one.sessions else ""
        parts = (said_date(t, one.starts), t.label(one.role), there)
        yield one.activity_id, f"{one.title}\n{' · '.join(part for part in parts if part)}"


def _ready(_: Any) -> None:
    """Load the table classes in the queue of the database, where they hold nobody up."""
    import db.edits.consents
    import db.edits.people  # noqa: F401


def _person(reader: Any, row: str) -> Any:
    from db.edits import people as edits
    from db.queries import districts, organizations

    draft = edits.draft(reader, row)
    card = questions.card(reader, row)
    if draft is None or card is None:
        return None
    district = districts.named(reader, draft.district_id) if draft.district_id else None
    organization = organizations.named(reader, draft.organization_id)
    return draft, card, (district.id, district.name) if district else None, organization
