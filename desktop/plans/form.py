"""The forms of a follow-up plan and of one step of it."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any

from PySide6.QtCore import Signal

from db.queries.action_plans import StepRow
from db.queries.mentoring import VisitRow
from desktop.desk import Desk
from desktop.kit import picks
from desktop.kit.draft_form import ChildForm, DraftForm
from desktop.kit.fields import ChoiceField, DateField, LongField, NumberField, TextField
from desktop.kit.links import Links
from desktop.kit.parts import button
from desktop.kit.related import Related
from desktop.kit.rows_field import Cell, RowsField
from desktop.kit.wording import said_date, said_when, today
from desktop.plans.progress import Progress
from desktop.plans.visit import VisitForm
from desktop.texts import N_, Texts

SIDES = (
    ("government", N_("Government")),
    ("civil_society", N_("Civil society")),
    ("other", N_("Other side")),
)
LATE = N_("late")


class StepForm(ChildForm):
    """A step in place of its plan."""

    edits = "db.edits.action_steps"
    kind = "StepDraft"
    new_text = N_("New step")
    saved_text = N_("Step saved")
    removed_text = N_("Step removed")
    several = True
    offers = (("status_id", "step_status"),)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        t, hint = desk.t, desk.t(N_("e.g. 8/9/2026"))
        self.add(picks.field(desk, "plan_id", t(N_("Plan")), picks.plans()))
        # As the columns of the table that people know, so that it is typed from left to right.
        self.add(LongField(desk, "what", t(N_("What is done")), lines=3))
        self.add(TextField(desk, "in_charge", t(N_("In charge, in words"))))
        self.add(TextField(desk, "with_whom", t(N_("With whom"))))
        self.add(
            DateField(desk, "starts", t(N_("From")), hint=hint),
            DateField(desk, "ends", t(N_("Until")), hint=hint),
        )
        self.add(TextField(desk, "when_said", t(N_("Time as people say it"))))
        self.add(TextField(desk, "place", t(N_("Place"))))
        self.add(
            NumberField(desk, "cost", t(N_("Cost (Rp)"))),
            TextField(desk, "fund_source", t(N_("Paid by"))),
        )
        self.add(LongField(desk, "indicator", t(N_("How it is seen that it is done")), lines=2))
        self.add(
            ChoiceField(desk, "status_id", t(N_("Status")), [], empty=t(N_("Not stated"))),
            NumberField(desk, "progress", t(N_("Progress in %"))),
        )
        self.add(picks.field(desk, "organization_id", t(N_("In charge")), picks.organizations()))
        self.add(picks.field(desk, "person_id", t(N_("Person in charge")), picks.people(desk)))
        self.add(picks.field(desk, "district_id", t(N_("District")), picks.districts()))
        for key, title in (
            ("resources", N_("What is needed")),
            ("objective", N_("Objective")),
            ("target_group", N_("Target group")),
            ("evidence", N_("Evidence")),
        ):
            self.add(LongField(desk, key, t(title), lines=2))
        self.close_box()

    def focus(self) -> None:
        """Where the plan is known, on what is done."""
        self.fields["what" if self.begun.get("plan_id") else "plan_id"].setFocus()

    def headline(self, draft: Any) -> str:
        return draft.what or ""


class PlanForm(DraftForm):
    """``stepping`` and ``mentoring``: a step, or a visit, by its id; '' begins a new one. ``pasting``: steps come from
    a table.
    """

    stepping = Signal(str)
    mentoring = Signal(str)
    pasting = Signal()
    edits = "db.edits.action_plans"
    kind = "ActionPlanDraft"
    new_text = N_("New follow-up plan")
    saved_text = N_("Follow-up plan saved")
    removed_text = N_("Follow-up plan removed")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        t = desk.t
        none = t(N_("No steps yet: who does what until when?"))
        self.steps = Links(desk, t(N_("Steps")), none, t(N_("Add step")))
        self.steps.opened.connect(self.stepping)
        none = t(N_("Nobody has been there yet."))
        self.visits = Links(desk, t(N_("Mentoring")), none, t(N_("Record mentoring")))
        self.visits.opened.connect(self.mentoring)
        self.paste_button = button(
            t(N_("Paste steps from a table")), self.pasting.emit, desk.icons, icon="sheet"
        )
        self.progress = Progress(desk)
        for widget in (self.steps, self.paste_button, self.visits, self.progress):
            self.add_widget(widget)
        self.add(TextField(desk, "title", t(N_("Title")), required=True))
        self.add(picks.field(desk, "district_id", t(N_("District")), picks.districts()))
        self.add(picks.field(desk, "activity_id", t(N_("From the activity")), picks.activities()))
        self.add(
            picks.field(desk, "agreement_id", t(N_("Under the agreement")), picks.agreements())
        )
        sides = [(key, t(text)) for key, text in SIDES]
        self.add(
            RowsField(
                desk,
                "parties",
                t(N_("Parties")),
                [Cell("side", t(N_("Side")), sides)],
                pick=picks.organizations(),
            )
        )
        for key, title in (
            ("problem", N_("Barrier")),
            ("aim", N_("Aim")),
            ("modalities", N_("What is there already")),
            ("notes", N_("Notes")),
        ):
            self.add(LongField(desk, key, t(title)))
        self.related = Related(
            desk, "action_plan", without=("action_step", "action_plan_party", "follow_up")
        )
        self.add_widget(self.related)
        self.close_box()

    @cached_property
    def step_form(self) -> StepForm:
        """Made when a step is opened first."""
        return StepForm(self._desk)

    @cached_property
    def visit_form(self) -> VisitForm:
        """Made when a visit is opened first."""
        return VisitForm(self._desk)

    def headline(self, draft: Any) -> str:
        return draft.title or ""

    def ask_more(self, reader: Any, draft: Any) -> Any:  # noqa: ARG002 - the row says it all
        from db.queries import action_plans, mentoring, plan_progress

        if self.row is None:
            return [], [], ()
        return (
            action_plans.steps(reader, plan=self.row),
            mentoring.of_plan(reader, self.row),
            plan_progress.course(reader, today(), [self.row]),
        )

    def values(self, draft: Any, more: Any) -> dict[str, Any]:
        steps, visits, months = more
        t = self._desk.t
        for widget in (self.steps, self.paste_button, self.visits):
            widget.setVisible(self.row is not None)
        self.steps.show_lines(step_lines(t, steps))
        self.visits.show_lines(visit_lines(t, visits))
        self.progress.show_months(months)
        self.related.show_row(self.row)
        return super().values(draft, more)


def step_time(t: Texts, step: StepRow) -> str:
    """When a step is due, as dates or as people said it."""
    return said_when(t, step.starts, step.ends) or step.said or ""


def step_lines(t: Texts, steps: Iterable[StepRow]) -> Iterator[tuple[str, str]]:
    """What is done; below it who, when, and how far it is."""
    for one in steps:
        progress = t.percent(one.progress / 100) if one.progress is not None else ""
        late = t(LATE) if one.late else ""
        parts = (one.who, step_time(t, one), t.label(one.status), progress, late)
        yield one.id, f"{one.number}. {one.what}\n{' · '.join(part for part in parts if part)}"


def visit_lines(t: Texts, visits: Iterable[VisitRow]) -> Iterator[tuple[str, str]]:
    """When and how; below it what was found."""
    for one in visits:
        parts = (said_date(t, one.date), t.label(one.mode), one.mentor)
        said = " · ".join(part for part in parts if part)
        yield one.id, f"{said}\n{one.found or one.next or ''}".strip()
