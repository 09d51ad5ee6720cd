"""What users do with mentoring: write down visits and calls, what was found and what is next."""

from dataclasses import dataclass

from sqlmodel import Session

from db.edits.action_plans import share
from db.edits.drafts import Draft, Findings, names_of, stored
from db.edits.edit import edit, get, refuse
from db.engine import Reader
from db.errors import Problem
from db.log.identity import new_id
from db.models import ActionPlan, ActionStep, FollowUp
from resources.texts import N_

ABOUT_NOTHING = N_("Say which plan the visit was about, or which organization was visited.")


@dataclass(slots=True)
class FollowUpDraft(Draft):
    """A mentoring visit or call being written down, about a plan or an organization: what was found, what is next."""

    plan_id: str | None = None
    step_id: str | None = None
    date: str | None = None
    mentor_id: str | None = None
    mentor_name: str | None = None
    organization_id: str | None = None
    activity_id: str | None = None
    district_id: str | None = None
    mode_id: str | None = None
    found: str | None = None
    next: str | None = None
    progress: int | None = None

    def check(self) -> list[Problem]:
        """What is wrong, field by field; puts what is right into its stored form."""
        findings = Findings(self)
        if self.plan_id is None and self.organization_id is None:
            findings.note("plan_id", ABOUT_NOTHING)
        findings.date("date")
        share(findings, self.progress)
        return findings.problems


def draft(reader: Reader, follow_up: str) -> FollowUpDraft | None:
    """The draft of a visit or call as it stands, for the form."""
    values = stored(reader, "follow_up", names_of(FollowUpDraft), follow_up)
    return None if values is None else FollowUpDraft(**values)


@edit(N_("Record mentoring"))
def add(session: Session, draft: FollowUpDraft) -> str:
    """Write down a visit or call; answers its id. What it says of a step's progress goes to the step."""
    refuse(draft.check())
    if draft.plan_id is not None:
        get(session, ActionPlan, draft.plan_id)
    row = FollowUp(id=new_id(), **draft.values())
    session.add(row)
    if draft.step_id is not None:
        step = get(session, ActionStep, draft.step_id)
        if draft.progress is not None:
            session.add(step.sqlmodel_update({"progress": draft.progress}))
    return row.id


@edit(N_("Change mentoring"))
def change(session: Session, follow_up_id: str, draft: FollowUpDraft) -> None:
    """Change what was written down of a visit or call."""
    refuse(draft.check())
    session.add(get(session, FollowUp, follow_up_id).sqlmodel_update(draft.values()))


@edit(N_("Remove mentoring"))
def remove(session: Session, follow_up_id: str) -> None:
    """Take a visit or call out of the log of mentoring."""
    row = get(session, FollowUp, follow_up_id)
    row.removed = True
    session.add(row)
