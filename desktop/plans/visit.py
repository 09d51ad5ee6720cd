"""The form of a mentoring visit or call: beside its plan, and in the log of all of them."""

from functools import partial
from typing import Any

from db.queries import action_plans as questions
from db.queries.action_plans import StepRow
from desktop.desk import Desk
from desktop.kit import picks
from desktop.kit.draft_form import ChildForm
from desktop.kit.fields import ChoiceField, DateField, LongField, NumberField, TextField
from desktop.kit.wording import said_date
from desktop.texts import N_


class VisitForm(ChildForm):
    """Who was where, what was found and what is next; about a plan, one of its steps, or an organization."""

    edits = "db.edits.follow_ups"
    kind = "FollowUpDraft"
    new_text = N_("New mentoring")
    saved_text = N_("Mentoring saved")
    removed_text = N_("Mentoring removed")
    offers = (("mode_id", "follow_up_mode"),)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        t = desk.t
        self.add(
            DateField(desk, "date", t(N_("Date")), hint=t(N_("e.g. 8/9/2026"))),
            ChoiceField(desk, "mode_id", t(N_("Kind of contact")), [], empty=t(N_("Not stated"))),
        )
        self.add(picks.field(desk, "mentor_id", t(N_("Mentor, a member")), picks.people(desk)))
        self.add(TextField(desk, "mentor_name", t(N_("Mentor"))))
        self._plan = picks.field(desk, "plan_id", t(N_("Plan")), picks.plans())
        self._plan.edited.connect(self._ask_steps)
        self.add(self._plan)
        self._step = ChoiceField(desk, "step_id", t(N_("About the step")), [], empty=t(N_("All")))
        self.add(self._step)
        self.add(picks.field(desk, "organization_id", t(N_("Visited")), picks.organizations()))
        self.add(picks.field(desk, "district_id", t(N_("District")), picks.districts()))
        self.add(LongField(desk, "found", t(N_("What was found")), lines=4))
        self.add(LongField(desk, "next", t(N_("What is next")), lines=4))
        self.add(NumberField(desk, "progress", t(N_("Progress in %"))))
        self.close_box()

    def headline(self, draft: Any) -> str:
        return said_date(self._desk.t, draft.date)

    def ask_more(self, reader: Any, draft: Any) -> Any:
        return questions.steps(reader, plan=draft.plan_id) if draft.plan_id else []

    def values(self, draft: Any, more: Any) -> dict[str, Any]:
        self._offer_steps(more)
        return super().values(draft, more)

    def _ask_steps(self) -> None:
        """Another plan has other steps."""
        plan = self._plan.read_value()
        self._step.show_value(None)
        if plan is None:
            self._offer_steps([])
        else:
            ask = partial(questions.steps, plan=plan)
            self._desk.tasks.read(self, self._offer_steps, ask, key="steps")

    def _offer_steps(self, steps: list[StepRow]) -> None:
        self._step.set_options([(one.id, f"{one.number}. {one.what}") for one in steps])
