"""What users do with follow-up plans (RTL)."""

from dataclasses import dataclass, field

from sqlmodel import Session

from db.edits.drafts import Draft, Findings, nested
from db.edits.edit import edit, refuse
from db.errors import Problem
from db.log.identity import derived_id, new_id
from db.models import ActionPlan, ActionPlanParty, ActionStep
from resources.texts import N_

LONGEST_TITLE = 500
SIDES = ("government", "civil_society", "other")
NOT_A_SHARE = N_("This is a percentage from 0 to 100.")
NOT_A_SIDE = N_("A party stands on one of these sides: {sides}.")


@dataclass(slots=True)
class StepDraft(Draft):
    """A step of a plan. ``when_said``: a time in words where no date can be given; ``cost`` in Rupiah."""

    what: str | None = None
    objective: str | None = None
    target_group: str | None = None
    person_id: str | None = None
    organization_id: str | None = None
    in_charge: str | None = None
    with_whom: str | None = None
    starts: str | None = None
    ends: str | None = None
    when_said: str | None = None
    place: str | None = None
    district_id: str | None = None
    resources: str | None = None
    cost: int | None = None
    fund_source: str | None = None
    indicator: str | None = None
    status_id: str | None = None
    progress: int | None = None
    evidence: str | None = None

    def check(self) -> list[Problem]:
        """What is wrong, field by field; puts what is right into its stored form."""
        findings = Findings(self)
        findings.required("what", LONGEST_TITLE)
        findings.period()
        if self.progress is not None and not 0 <= self.progress <= 100:
            findings.note("progress", NOT_A_SHARE)
        return findings.problems


@dataclass(slots=True)
class ActionPlanDraft(Draft):
    """A plan being written down; ``parties``: pairs of organization and side; ``steps`` in order."""

    title: str | None = None
    district_id: str | None = None
    activity_id: str | None = None
    agreement_id: str | None = None
    problem: str | None = None
    aim: str | None = None
    modalities: str | None = None
    notes: str | None = None
    parties: list[tuple[str, str]] = field(default_factory=list)
    steps: list[StepDraft] = field(default_factory=list)

    def check(self) -> list[Problem]:
        """What is wrong, field by field; puts what is right into its stored form."""
        findings = Findings(self)
        findings.required("title", LONGEST_TITLE)
        if any(side not in SIDES for _, side in self.parties):
            findings.note("parties", NOT_A_SIDE, sides=", ".join(SIDES))
        return [*findings.problems, *nested("steps", self.steps)]


@edit(N_("Add follow-up plan"))
def add(session: Session, draft: ActionPlanDraft) -> str:
    """Write down a plan with its parties and steps; answers the id."""
    refuse(draft.check())
    plan = ActionPlan(id=new_id(), **draft.values("parties", "steps"))
    session.add(plan)
    for organization, side in dict(draft.parties).items():
        session.add(
            ActionPlanParty(
                id=derived_id("action_plan_party", plan.id, organization),
                plan_id=plan.id,
                organization_id=organization,
                side=side,
            )
        )
    for number, step in enumerate(draft.steps, start=1):
        session.add(ActionStep(id=new_id(), plan_id=plan.id, number=number, **step.values()))
    return plan.id
