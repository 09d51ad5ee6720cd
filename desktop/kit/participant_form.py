"""A person at an activity, as of that day."""

from typing import Any

from desktop.desk import Desk
from desktop.kit import picks
from desktop.kit.draft_form import DraftForm
from desktop.kit.fields import CheckField, ChoiceField, LongField, NumberField, TextField
from desktop.texts import N_

FIRST_TIME = ((True, N_("First time")), (False, N_("Has been here before")))


class ParticipantForm(DraftForm):
    """What is known of one participant; organization, position and district stay as of that day."""

    edits = "db.edits.participants"
    kind = "ParticipantDraft"
    remover = "withdraw"
    saved_text = N_("Participant saved")
    removed_text = N_("Participant taken off the list")
    offers = (
        ("role_id", "role"),
        ("status_id", "participation_status"),
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        t, unsaid = desk.t, desk.t(N_("Not stated"))
        self.add(
            ChoiceField(desk, "role_id", t(N_("Role")), []),
            ChoiceField(desk, "status_id", t(N_("Registration")), [], empty=unsaid),
        )
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
        from db.queries import people

        return people.row(reader, draft.person_id)

    def values(self, draft: Any, more: Any) -> dict[str, Any]:
        self.heading.setText(self._desk.guard.name(more) if more else "")
        return super().values(draft, more)
