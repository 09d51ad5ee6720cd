"""Organizations: the list, and one of them beside it."""

from typing import Any

from db.queries import organizations as questions
from db.queries import vocabularies
from db.queries.organizations import OrganizationRow
from desktop.desk import Desk
from desktop.kit import picks
from desktop.kit.fields import ChoiceField, LongField, TextField
from desktop.kit.form import Form
from desktop.kit.list_page import ListPage, Words
from desktop.kit.table import Column
from desktop.kit.wording import marked
from desktop.texts import N_, NN_, Texts


class OrganizationsPage(ListPage):
    """The organizations of the workspace."""

    tables = frozenset({"organization", "affiliation", "term", "alias"})
    table_name = "organization"
    words = Words(
        title=N_("Organizations"),
        new=N_("New organization"),
        search=N_("Search name or acronym"),
        icon="building-2",
        empty=N_("No organizations yet"),
        empty_sentence=N_(
            "Add the organizations that your members come from, government offices too."
        ),
        counted=NN_("{n} organization", "{n} organizations"),
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, columns(desk.t), questions.page, questions.count)

    def make_form(self) -> Form:
        t, desk = self.desk.t, self.desk
        form = Form(desk)
        form.add(TextField(desk, "name", t(N_("Name")), required=True))
        form.add(TextField(desk, "acronym", t(N_("Acronym"))))
        self._kind = ChoiceField(desk, "kind_id", t(N_("Kind")), [], empty=t(N_("Not stated")))
        form.add(self._kind)
        form.add(picks.field(desk, "district_id", t(N_("Seat")), picks.districts()))
        form.add(TextField(desk, "contact_name", t(N_("Contact person"))))
        form.add(
            TextField(desk, "phone", t(N_("Phone"))), TextField(desk, "email", t(N_("E-mail")))
        )
        form.add(TextField(desk, "website", t(N_("Website"))))
        form.add(LongField(desk, "address", t(N_("Address"))))
        form.add(LongField(desk, "notes", t(N_("Notes"))))
        form.close_box()
        return form

    def reload(self) -> None:
        super().reload()
        self.desk.tasks.read(
            self, self._kinds, vocabularies.terms, "organization_kind", key="kinds"
        )

    def show_row(self, row: str) -> None:
        self.desk.tasks.read(
            self, lambda found: self._fill(row, found), _organization, row, key="draft"
        )

    def store(self, row: str | None, values: dict[str, Any]) -> None:
        self.desk.tasks.call(self, lambda _: self._store(row, values), _ready)

    def remove(self, row: str) -> None:
        from db.edits import organizations as edits

        self.desk.tasks.edit(self, self._removed, edits.remove, row)

    def _kinds(self, terms: list[vocabularies.TermRow]) -> None:
        self._kind.set_options([(term.id, self.desk.t.label(term.label)) for term in terms])

    def _store(self, row: str | None, values: dict[str, Any]) -> None:
        from db.edits import organizations as edits

        refused = self.form.refused
        said = self.desk.t(N_("Organization saved"))
        if row is None:
            draft = edits.OrganizationDraft(**values)
            self.desk.tasks.edit(
                self, lambda new: self.done(new, said), edits.add, draft, refused=refused
            )
            return
        for key, value in values.items():
            setattr(self._draft, key, value)
        self.desk.tasks.edit(
            self, lambda _: self.done(row, said), edits.change, row, self._draft, refused=refused
        )

    def _fill(self, row: str, found: Any) -> None:
        if found is None or row != self._row:
            return
        self._draft, district = found
        values = {key: getattr(self._draft, key) for key in self.form.fields}
        values["district_id"] = district
        self.form.heading.setText(self._draft.name)
        self.form.show_values(values)

    def _removed(self, _: Any) -> None:
        self.hide_detail()
        self.desk.navigation.say(self.desk.t(N_("Organization removed")), undoable=True)


def columns(t: Texts) -> tuple[Column[OrganizationRow], ...]:
    """What the list shows of an organization."""
    return (
        Column(t(N_("Name")), lambda row: marked(t, row.name, row.sample), strong=True),
        Column(t(N_("Acronym")), lambda row: row.acronym or "", 110, spare=True),
        Column(t(N_("Kind")), lambda row: t.label(row.kind), 200),
        Column(t(N_("Seat")), lambda row: row.district or "", 160, spare=True),
        Column(t(N_("Members")), lambda row: t.number(row.members), 90, right=True),
    )


def _ready(_: Any) -> None:
    """Load the table classes in the queue of the database, where they hold nobody up."""
    import db.edits.organizations  # noqa: F401


def _organization(reader: Any, row: str) -> Any:
    from db.edits import organizations as edits
    from db.queries import districts

    draft = edits.draft(reader, row)
    if draft is None:
        return None
    district = districts.named(reader, draft.district_id) if draft.district_id else None
    return draft, (district.id, district.name) if district else None
