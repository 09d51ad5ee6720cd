"""What users do with follow-up plans (RTL)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlmodel import Session

from db.edits.drafts import Draft, Findings, names_of, nested, stored
from db.edits.edit import edit, get, keep, refuse
from db.engine import Reader
from db.errors import Problem
from db.log.identity import derived_id, new_id
from db.models import ActionPlan, ActionPlanParty, ActionStep
from resources.texts import N_

LONGEST_TITLE = 500
_LISTS = ("parties", "steps")
SIDES = ("government", "civil_society", "other")
NOT_A_SHARE = N_("This is a percentage from 0 to 100.")
NOT_A_SIDE = N_("A party stands on one of these sides: {sides}.")


@dataclass(slots=True)
class StepDraft(Draft):
    """A step of a plan; ``id`` of one that is there already.

    ``when_said``: a time in words where no date can be given; ``cost`` in Rupiah.
    """

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
    id: str | None = None

    def check(self) -> list[Problem]:
        """What is wrong, field by field; puts what is right into its stored form."""
        findings = Findings(self)
        findings.required("what", LONGEST_TITLE)
        findings.period()
        share(findings, self.progress)
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


def draft(reader: Reader, plan: str) -> ActionPlanDraft | None:
    """The draft of a plan as it stands, for the form."""
    values = stored(reader, "action_plan", names_of(ActionPlanDraft, *_LISTS), plan)
    if values is None:
        return None
    return ActionPlanDraft(
        **values,
        parties=reader.rows(
            lambda organization, side: (organization, side),
            "SELECT organization_id, side FROM action_plan_party WHERE plan_id = ? AND removed = 0"
            " ORDER BY side, organization_id",
            (plan,),
        ),
        steps=reader.rows(
            StepDraft,
            f"SELECT {', '.join(names_of(StepDraft))} FROM action_step"
            " WHERE plan_id = ? AND removed = 0 ORDER BY number, id",
            (plan,),
        ),
    )


@edit(N_("Add follow-up plan"))
def add(session: Session, draft: ActionPlanDraft) -> str:
    """Write down a plan with its parties and steps; answers the id."""
    refuse(draft.check())
    plan = ActionPlan(id=new_id(), **draft.values(*_LISTS))
    session.add(plan)
    _relate(session, plan.id, draft)
    return plan.id


@edit(N_("Add follow-up plans"))
def add_begun(session: Session, plans: Sequence[Mapping[str, Any]]) -> list[str]:
    """Write down several plans by what they begin with, as fields of their drafts; answers their ids."""
    return [add(session, ActionPlanDraft(**values)) for values in plans]


@edit(N_("Change follow-up plan"))
def change(session: Session, plan_id: str, draft: ActionPlanDraft) -> None:
    """Change a plan; steps keep their identity, in the order of the draft."""
    refuse(draft.check())
    session.add(get(session, ActionPlan, plan_id).sqlmodel_update(draft.values(*_LISTS)))
    _relate(session, plan_id, draft)


@edit(N_("Remove follow-up plan"))
def remove(session: Session, plan_id: str) -> None:
    """Take a plan with its steps out of every list; the mentoring that was done stays."""
    plan = get(session, ActionPlan, plan_id)
    plan.removed = True
    session.add(plan)
    _relate(session, plan_id, ActionPlanDraft())


def _relate(session: Session, plan: str, draft: ActionPlanDraft) -> None:
    parties = [
        ActionPlanParty(
            id=derived_id("action_plan_party", plan, organization),
            plan_id=plan,
            organization_id=organization,
            side=side,
        )
        for organization, side in dict(draft.parties).items()
    ]
    steps = [
        ActionStep(id=step.id or new_id(), plan_id=plan, number=number, **step.values("id"))
        for number, step in enumerate(draft.steps, start=1)
    ]
    keep(session, "plan_id", plan, ActionPlanParty, parties)
    keep(session, "plan_id", plan, ActionStep, steps)


def share(findings: Findings, progress: int | None) -> None:
    """Progress is a share in percent, where it is known."""
    if progress is not None and not 0 <= progress <= 100:
        findings.note("progress", NOT_A_SHARE)
