"""Members: the list, and one person beside it."""

from typing import Any

from db.queries import people as questions
from db.queries.people import PersonRow
from desktop.desk import Desk
from desktop.kit.fields import (
    CheckField,
    ChoiceField,
    DateField,
    LongField,
    PickField,
    TextField,
)
from desktop.kit.form import Form
from desktop.kit.list_page import ListPage, Words
from desktop.kit.table import Column
from desktop.kit.wording import marked
from desktop.texts import N_, NN_, Texts

SEXES = (
    ("female", N_("Female")),
    ("male", N_("Male")),
    ("other", N_("Other")),
    ("not_said", N_("Prefers not to say")),
)
SEX_LETTERS = {"female": N_("F"), "male": N_("M"), "other": N_("O")}
SAID = (("yes", N_("Yes")), ("no", N_("No")), ("not_said", N_("Prefers not to say")))


class PeoplePage(ListPage):
    """The members of the workspace."""

    tables = frozenset({"person", "affiliation", "organization", "alias"})
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

    def make_form(self) -> Form:
        t, desk = self.desk.t, self.desk
        form = Form(desk)
        unsaid = t(N_("Not recorded"))
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
        form.add(_district(desk))
        form.add(TextField(desk, "village", t(N_("Village"))))
        form.add(_organization(desk))
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
        form.close_box()
        return form

    def show_row(self, row: str) -> None:
        self.desk.tasks.read(self, lambda found: self._fill(row, found), _person, row, key="draft")

    def store(self, row: str | None, values: dict[str, Any]) -> None:
        self.desk.tasks.call(self, lambda _: self._store(row, values), _ready)

    def remove(self, row: str) -> None:
        from db.edits import people as edits

        self.desk.tasks.edit(self, self._removed, edits.remove, row)

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
        self._draft, name, district, organization = found
        values = {key: getattr(self._draft, key) for key in self.form.fields}
        values["district_id"], values["organization_id"] = district, organization
        self.form.heading.setText(name)
        self.form.show_values(values)

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


def _ready(_: Any) -> None:
    """Load the table classes in the queue of the database, where they hold nobody up."""
    import db.edits.people  # noqa: F401


def _person(reader: Any, row: str) -> Any:
    from db.edits import people as edits
    from db.queries import districts

    draft = edits.draft(reader, row)
    found = questions.row(reader, row)
    if draft is None or found is None:
        return None
    district = districts.named(reader, draft.district_id) if draft.district_id else None
    organization = reader.one(
        lambda *pair: pair,
        "SELECT id, name FROM organization WHERE id = ?",
        (draft.organization_id,),
    )
    return draft, found.full_name, (district.id, district.name) if district else None, organization


def _district(desk: Desk) -> PickField:
    from db.queries import districts

    t = desk.t
    return PickField(
        desk,
        "district_id",
        t(N_("District")),
        districts.suggest,
        lambda one: f"{one.name} · {one.within}" if one.within else one.name,
        t(N_("Type some letters")),
    )


def _organization(desk: Desk) -> PickField:
    from db.queries import organizations

    t = desk.t
    return PickField(
        desk,
        "organization_id",
        t(N_("Organization")),
        lambda reader, text: organizations.page(reader, search_text=text, limit=12),
        lambda one: one.name,
        t(N_("Type some letters")),
    )
