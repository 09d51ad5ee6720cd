"""What users do with single steps of follow-up plans: add, change, move on, take out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session

from db.edits import action_plans
from db.edits.action_plans import NOT_A_SHARE
from db.edits.drafts import names_of, stored
from db.edits.edit import edit, get, reader_of, refuse
from db.engine import Reader
from db.errors import Problem
from db.log.identity import new_id
from db.models import ActionPlan, ActionStep
from resources.texts import N_

CLOSED = "step_status:done"


@dataclass(slots=True)
class StepDraft(action_plans.StepDraft):
    """A step being edited by itself; ``number`` None: after the last one of the plan."""

    plan_id: str | None = None
    number: int | None = None

    def check(self) -> list[Problem]:
        """What is wrong, field by field; puts what is right into its stored form."""
        problems = action_plans.StepDraft.check(self)
        if self.plan_id is None:
            problems.append(Problem("plan_id", NO_PLAN))
        return problems


NO_PLAN = N_("A step belongs to a plan.")


def draft(reader: Reader, step: str) -> StepDraft | None:
    """The draft of a step as it stands, for the form."""
    values = stored(reader, "action_step", names_of(StepDraft), step)
    return None if values is None else StepDraft(**values)


@edit(N_("Add step"))
def add(session: Session, draft: StepDraft) -> str:
    """Write down a step at the end of its plan; answers the id."""
    refuse(draft.check())
    get(session, ActionPlan, str(draft.plan_id))
    if draft.number is None:
        last = reader_of(session).value(
            "SELECT max(number) FROM action_step WHERE plan_id = ? AND removed = 0",
            (draft.plan_id,),
        )
        draft.number = (last or 0) + 1
    step = ActionStep(**{**draft.values(), "id": new_id()})
    session.add(step)
    return step.id


@edit(N_("Add steps"))
def add_many(session: Session, plan_id: str, steps: Sequence[Mapping[str, Any]]) -> int:
    """Write down several steps at the end of a plan, as they were read from a table; answers how many.

    All of them, or none where one is refused.
    """
    for values in steps:
        add(session, StepDraft(**values, plan_id=plan_id))
    return len(steps)


@edit(N_("Change step"))
def change(session: Session, step_id: str, draft: StepDraft) -> None:
    """Change a step."""
    refuse(draft.check())
    session.add(get(session, ActionStep, step_id).sqlmodel_update(draft.values("id", "plan_id")))


@edit(N_("Remove step"))
def remove(session: Session, step_id: str) -> None:
    """Take a step out of its plan."""
    step = get(session, ActionStep, step_id)
    step.removed = True
    session.add(step)


@edit(N_("Report progress"))
def report_progress(
    session: Session, step_id: str, status_id: str | None, progress: int | None
) -> None:
    """Status of one step, and how far it is in percent."""
    if progress is not None and not 0 <= progress <= 100:
        refuse([Problem("progress", NOT_A_SHARE)])
    step = get(session, ActionStep, step_id)
    session.add(step.sqlmodel_update({"status_id": status_id, "progress": progress}))


@edit(N_("Move step"))
def move(session: Session, step_id: str, status_id: str | None) -> None:
    """Give a step another status; what is done is done to 100 percent."""
    step = get(session, ActionStep, step_id)
    progress = 100 if status_id == CLOSED else step.progress
    session.add(step.sqlmodel_update({"status_id": status_id, "progress": progress}))
