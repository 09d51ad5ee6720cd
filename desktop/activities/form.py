"""The form of an activity: what is planned, where, by whom; what came of it has its own page."""

from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.desk import Desk
from desktop.kit import picks
from desktop.kit.draft_form import DraftForm
from desktop.kit.fields import ChoiceField, DateField, LongField, NumberField, TextField
from desktop.kit.flow import Flow
from desktop.kit.parts import button
from desktop.kit.rows_field import Cell, RowsField
from desktop.texts import N_

SENSITIVITIES = (
    ("open", N_("Everybody")),
    ("internal", N_("Inside the organization")),
    ("restricted", N_("Restricted: codes instead of names")),
)
WAYS = (
    ("attendance", N_("Participants and attendance"), "clipboard-check"),
    ("sessions", N_("Sessions"), "clock"),
    ("results", N_("Results"), "target"),
    ("follow_up", N_("Follow-up"), "list-checks"),
    ("files", N_("Photos and files"), "image"),
    ("reports", N_("Papers"), "printer"),
)
LISTS = "db.edits.activities:SignatoryDraft"


class ActivityForm(DraftForm):
    """``going``: to another page about this activity. ``ways``: with buttons that lead there."""

    going = Signal(str)
    edits = "db.edits.activities"
    kind = "ActivityDraft"
    new_text = N_("New activity")
    saved_text = N_("Activity saved")
    removed_text = N_("Activity removed")
    offers = (
        ("kind_id", "activity_kind"),
        ("status_id", "activity_status"),
        ("mode_id", "activity_mode"),
        ("organizations.role", "organization_role"),
    )

    def __init__(self, desk: Desk, *, ways: bool = True) -> None:
        super().__init__(desk)
        self._ways = self._make_ways(desk) if ways else None
        if self._ways is not None:
            self.add_widget(self._ways)
        self._add_plan(desk)
        self._add_partners(desk)
        self._add_counts(desk)
        self.close_box()

    def headline(self, draft: Any) -> str:
        return draft.title or ""

    def values(self, draft: Any, more: Any) -> dict[str, Any]:
        if self._ways is not None:
            self._ways.setVisible(self.row is not None)
        return super().values(draft, more)

    def _make_ways(self, desk: Desk) -> QWidget:
        made = QWidget()
        box = QVBoxLayout(made)
        box.setContentsMargins(0, 0, 0, 0)
        flow = Flow(spacing=desk.theme.px(6))
        opened = button(
            desk.t(N_("Open this activity")),
            lambda: self.going.emit("activity"),
            desk.icons,
            icon="external-link",
            kind="primary",
        )
        box.addWidget(opened)
        for page, title, icon in WAYS:
            flow.addWidget(
                button(desk.t(title), partial(self.going.emit, page), desk.icons, icon=icon)
            )
        box.addLayout(flow)
        made.hide()
        return made

    def _add_plan(self, desk: Desk) -> None:
        t, hint, unsaid = desk.t, desk.t(N_("e.g. 8/9/2026")), desk.t(N_("Not stated"))
        self.add(TextField(desk, "title", t(N_("Title")), required=True))
        self.add(
            ChoiceField(desk, "kind_id", t(N_("Kind")), [], empty=unsaid),
            ChoiceField(desk, "status_id", t(N_("Status")), [], required=True),
        )
        self.add(
            DateField(desk, "starts", t(N_("Start")), hint=hint),
            DateField(desk, "ends", t(N_("End")), hint=hint),
        )
        self.add(RowsField(desk, "districts", t(N_("Districts")), pick=picks.districts()))
        self.add(
            ChoiceField(desk, "mode_id", t(N_("Held")), [], empty=unsaid),
            TextField(desk, "time_zone", t(N_("Time zone")), hint="WIB"),
        )
        self.add(
            TextField(desk, "venue", t(N_("Venue"))), TextField(desk, "platform", t(N_("Platform")))
        )
        self.add(TextField(desk, "link", t(N_("Link"))))
        self.add(picks.field(desk, "programme_id", t(N_("Programme")), picks.programmes()))
        self.add(picks.field(desk, "forum_id", t(N_("Forum")), picks.forums()))
        self.add(picks.field(desk, "parent_id", t(N_("Part of the activity")), picks.activities()))
        self.add(TextField(desk, "theme", t(N_("Theme"))))
        for key, title in (
            ("background", N_("Background")),
            ("objective", N_("Objective")),
            ("expected_outputs", N_("Expected outputs")),
            ("target_group", N_("Target group")),
        ):
            self.add(LongField(desk, key, t(title)))

    def _add_partners(self, desk: Desk) -> None:
        t = desk.t
        self.add(
            RowsField(
                desk,
                "organizations",
                t(N_("Organizations")),
                [Cell("role", t(N_("Role")), [])],
                pick=picks.organizations(),
            )
        )
        self.add(
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
                kind=LISTS,
            )
        )

    def _add_counts(self, desk: Desk) -> None:
        t = desk.t
        self.add(
            TextField(desk, "number", t(N_("Number"))),
            NumberField(desk, "participants_planned", t(N_("Participants planned"))),
        )
        self.section(t(N_("Counted, not named")))
        self.add(
            NumberField(desk, "seen_female", t(N_("Women counted"))),
            NumberField(desk, "seen_male", t(N_("Men counted"))),
        )
        self.add(NumberField(desk, "seen_unknown", t(N_("Counted, sex not known"))))
        sensitivities = [(key, t(text)) for key, text in SENSITIVITIES]
        self.add(ChoiceField(desk, "sensitivity", t(N_("Who may see it")), sensitivities))
        self.add(NumberField(desk, "completion_share", t(N_("Completed from, in %"))))
        self.add(LongField(desk, "notes", t(N_("Notes"))))
