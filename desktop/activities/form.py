"""The fields of an activity."""

from collections.abc import Mapping, Sequence
from typing import Any

from desktop.desk import Desk
from desktop.kit import picks
from desktop.kit.fields import ChoiceField, DateField, LongField, NumberField, TextField
from desktop.kit.form import Form
from desktop.kit.rows_field import Cell, RowsField
from desktop.texts import N_

WRITTEN = (
    ("objective", N_("Objective")),
    ("background", N_("Background")),
    ("results", N_("Results")),
    ("lessons", N_("Lessons learned")),
    ("challenges", N_("Challenges")),
    ("recommendations", N_("Recommendations")),
    ("closing", N_("Closing words")),
    ("notes", N_("Notes")),
)
SENSITIVITIES = (
    ("open", N_("Everybody")),
    ("internal", N_("Inside the organization")),
    ("restricted", N_("Restricted: codes instead of names")),
)
VOCABULARIES = {
    "kind_id": "activity_kind",
    "status_id": "activity_status",
    "mode_id": "activity_mode",
}
ROLES = "organization_role"


def add_fields(desk: Desk, form: Form) -> None:
    """Add every field to a form, in the order in which an activity is planned and told."""
    t, hint, unsaid = desk.t, desk.t(N_("e.g. 8/9/2026")), desk.t(N_("Not stated"))
    form.add(TextField(desk, "title", t(N_("Title")), required=True))
    form.add(
        ChoiceField(desk, "kind_id", t(N_("Kind")), [], empty=unsaid),
        ChoiceField(desk, "status_id", t(N_("Status")), [], required=True),
    )
    form.add(
        DateField(desk, "starts", t(N_("Start")), hint=hint),
        DateField(desk, "ends", t(N_("End")), hint=hint),
    )
    form.add(RowsField(desk, "districts", t(N_("Districts")), pick=picks.districts()))
    form.add(ChoiceField(desk, "mode_id", t(N_("Held")), [], empty=unsaid))
    form.add(
        TextField(desk, "venue", t(N_("Venue"))), TextField(desk, "platform", t(N_("Platform")))
    )
    form.add(ChoiceField(desk, "programme_id", t(N_("Programme")), [], empty=t(N_("None"))))
    form.add(
        RowsField(
            desk,
            "organizations",
            t(N_("Organizations")),
            [Cell("role", t(N_("Role")), [])],
            pick=picks.organizations(),
        )
    )
    form.add(
        TextField(desk, "number", t(N_("Number"))),
        NumberField(desk, "participants_planned", t(N_("Participants planned"))),
    )
    form.add(
        NumberField(desk, "seen_female", t(N_("Women counted"))),
        NumberField(desk, "seen_male", t(N_("Men counted"))),
    )
    for key, title in WRITTEN:
        form.add(LongField(desk, key, t(title)))
    form.add(
        RowsField(
            desk,
            "signatories",
            t(N_("Who signs the papers")),
            [
                Cell("caption", t(N_("Line above"))),
                Cell("name", t(N_("Name"))),
                Cell("position", t(N_("Position"))),
            ],
            add=t(N_("Add a signature")),
        )
    )
    sensitivities = [(key, t(text)) for key, text in SENSITIVITIES]
    form.add(ChoiceField(desk, "sensitivity", t(N_("Who may see it")), sensitivities))
    form.add(NumberField(desk, "completion_share", t(N_("Completed from, in %"))))


def shown(draft: Any, names: Mapping[str, str]) -> dict[str, Any]:
    """What the fields show of a draft; ``names``: of districts and organizations by id."""
    return {
        "districts": [{"id": row, "name": names.get(row, row)} for row in draft.districts],
        "organizations": [
            {"id": row, "name": names.get(row, row), "role": role}
            for row, role in draft.organizations
        ],
        "signatories": [
            {"caption": one.caption, "name": one.name, "position": one.position}
            for one in draft.signatories
        ],
    }


def typed(values: dict[str, Any], signed: Sequence[Any]) -> dict[str, Any]:
    """Values as a draft takes them. ``signed``: signatories as they were, for what no field shows."""
    from db.edits.activities import SignatoryDraft

    numbers = {(one.caption, one.name): one.number for one in signed}
    return {
        **values,
        "districts": [row["id"] for row in values["districts"]],
        "organizations": [(row["id"], row["role"]) for row in values["organizations"]],
        "signatories": [
            SignatoryDraft(
                row["caption"] or "",
                row["name"],
                row["position"],
                numbers.get((row["caption"], row["name"])),
            )
            for row in values["signatories"]
        ],
    }
