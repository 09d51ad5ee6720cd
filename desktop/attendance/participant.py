"""A person at an activity, as of that day."""

from typing import Any

from db.queries import vocabularies
from desktop.desk import Desk
from desktop.kit import picks
from desktop.kit.child_form import ChildForm
from desktop.kit.fields import CheckField, ChoiceField, LongField, NumberField, TextField
from desktop.texts import N_

FIRST_TIME = ((True, N_("First time")), (False, N_("Has been here before")))


class ParticipantForm(ChildForm):
    """What is known of one participant; organization, position and district stay as of that day."""

    edits = "db.edits.participants"
    kind = "ParticipantDraft"
    remover = "withdraw"
    saved_text = N_("Participant saved")
    removed_text = N_("Participant taken off the list")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        t, unsaid = desk.t, desk.t(N_("Not stated"))
        self._role = ChoiceField(desk, "role_id", t(N_("Role")), [])
        self._status = ChoiceField(desk, "status_id", t(N_("Registration")), [], empty=unsaid)
        self.add(self._role, self._status)
        self.add(picks.field(desk, "organization_id", t(N_("Organization")), picks.organizations()))
        self.add(TextField(desk, "position", t(N_("Position"))))
        self.add(picks.field(desk, "district_id", t(N_("District")), picks.districts()))
        self.add(
            NumberField(desk, "age", t(N_("Age"))),
            TextField(desk, "age_band", t(N_("Age band")), hint="18–24"),
        )
        self.add(
            ChoiceField(
                desk,
                "first_time",
                t(N_("First time here?")),
                [(key, t(text)) for key, text in FIRST_TIME],
                empty=t(N_("From earlier activities")),
            )
        )
        self.add(
            NumberField(desk, "pre_test", t(N_("Pre-test"))),
            NumberField(desk, "post_test", t(N_("Post-test"))),
        )
        self.add(
            TextField(desk, "certificate_number", t(N_("Certificate no."))),
            NumberField(desk, "transport_paid", t(N_("Transport (Rp)"))),
        )
        self.add(TextField(desk, "guardian_name", t(N_("Parent or guardian"))))
        self.add(CheckField(desk, "guardian_consent", t(N_("Parent or guardian agreed"))))
        self.add(NumberField(desk, "sheet_order", t(N_("Place on the sheet"))))
        self.add(LongField(desk, "notes", t(N_("Notes"))))
        self.close_box()

    def ask_more(self, reader: Any, draft: Any) -> Any:
        from db.queries import districts, organizations, people

        person = people.row(reader, draft.person_id)
        district = districts.named(reader, draft.district_id) if draft.district_id else None
        return (
            person.full_name if person else "",
            (district.id, district.name) if district else None,
            organizations.named(reader, draft.organization_id),
            vocabularies.terms(reader, "role"),
            vocabularies.terms(reader, "participation_status"),
        )

    def values(self, draft: Any, more: Any) -> dict[str, Any]:
        name, district, organization, roles, statuses = more
        t = self._desk.t
        self.heading.setText(name)
        self._role.set_options([(term.id, t.label(term.label)) for term in roles])
        self._status.set_options([(term.id, t.label(term.label)) for term in statuses])
        values = super().values(draft, more)
        return {**values, "district_id": district, "organization_id": organization}
