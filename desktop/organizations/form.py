"""The form of an organization, with what hangs on it."""

from typing import Any

from desktop.desk import Desk
from desktop.kit import picks
from desktop.kit.draft_form import DraftForm
from desktop.kit.fields import ChoiceField, LongField, TextField
from desktop.kit.related import Related
from desktop.kit.rows_field import RowsField
from desktop.texts import N_

LEVELS = (
    ("village", N_("Village")),
    ("subdistrict", N_("Kecamatan")),
    ("regency", N_("Kabupaten or kota")),
    ("province", N_("Province")),
    ("national", N_("National")),
    ("international", N_("International")),
)


class OrganizationForm(DraftForm):
    """An organization, or a unit of one."""

    edits = "db.edits.organizations"
    kind = "OrganizationDraft"
    new_text = N_("New organization")
    saved_text = N_("Organization saved")
    removed_text = N_("Organization removed")
    offers = (("kind_id", "organization_kind"),)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        t, unsaid = desk.t, desk.t(N_("Not stated"))
        levels = [(key, t(text)) for key, text in LEVELS]
        self.add(TextField(desk, "name", t(N_("Name")), required=True))
        self.add(TextField(desk, "acronym", t(N_("Acronym"))))
        self.add(ChoiceField(desk, "level", t(N_("Level")), levels, empty=unsaid))
        self.add(ChoiceField(desk, "kind_id", t(N_("Kind")), [], empty=unsaid))
        self.add(picks.field(desk, "parent_id", t(N_("Unit of")), picks.organizations()))
        self.add(picks.field(desk, "district_id", t(N_("Seat")), picks.districts()))
        self.add(RowsField(desk, "districts", t(N_("Works in")), pick=picks.districts()))
        self.add(RowsField(desk, "networks", t(N_("Networks")), pick=picks.organizations()))
        self.section(t(N_("Contact")))
        self.add(picks.field(desk, "contact_id", t(N_("Contact, a member")), picks.people(desk)))
        self.add(TextField(desk, "contact_name", t(N_("Contact person"))))
        self.add(
            TextField(desk, "phone", t(N_("Phone"))), TextField(desk, "email", t(N_("E-mail")))
        )
        self.add(TextField(desk, "website", t(N_("Website"))))
        self.add(LongField(desk, "address", t(N_("Address"))))
        self.add(LongField(desk, "notes", t(N_("Notes"))))
        self.related = Related(
            desk, "organization", without=("organization_district", "participation")
        )
        self.add_widget(self.related)
        self.close_box()

    def headline(self, draft: Any) -> str:
        return draft.name or ""

    def values(self, draft: Any, more: Any) -> dict[str, Any]:
        self.related.show_row(self.row)
        return super().values(draft, more)
