"""Follow-up plans (RTL) of districts, their steps and the mentoring afterwards."""

from sqlmodel import Field

from db.models.base import Exchanged, owner, ref


class ActionPlan(Exchanged, table=True):
    """Plan of a district, from an activity, with government and civil society as parties."""

    __tablename__ = "action_plan"
    title: str
    district_id: str | None = ref("district", index=True)
    activity_id: str | None = ref("activity", index=True)
    agreement_id: str | None = ref("agreement")
    problem: str | None = None
    aim: str | None = None
    modalities: str | None = None
    notes: str | None = None


class ActionPlanParty(Exchanged, table=True):
    """Party of a plan; ``side``: government, civil_society, other. Id derived from both."""

    __tablename__ = "action_plan_party"
    plan_id: str = owner("action_plan")
    organization_id: str = owner("organization")
    side: str | None = None


class ActionStep(Exchanged, table=True):
    """Step of a plan. ``progress``: percent 0–100. ``cost``: whole Rupiah.

    ``when_said``: a time as people said it ('setelah Lebaran') where no date can be given.
    """

    __tablename__ = "action_step"
    plan_id: str = owner("action_plan")
    number: int
    what: str
    objective: str | None = None
    target_group: str | None = None
    person_id: str | None = ref("person")
    organization_id: str | None = ref("organization")
    in_charge: str | None = None
    with_whom: str | None = None
    starts: str | None = None
    ends: str | None = None
    when_said: str | None = None
    place: str | None = None
    district_id: str | None = ref("district")
    resources: str | None = None
    cost: int | None = None
    fund_source: str | None = None
    indicator: str | None = None
    status_id: str | None = ref("term")
    progress: int | None = None
    evidence: str | None = None


class FollowUp(Exchanged, table=True):
    """Mentoring visit or call: what was found, what is next."""

    __tablename__ = "follow_up"
    date: str | None = None
    mentor_id: str | None = ref("person")
    mentor_name: str | None = None
    plan_id: str | None = Field(default=None, foreign_key="action_plan.id", index=True)
    step_id: str | None = Field(default=None, foreign_key="action_step.id")
    organization_id: str | None = ref("organization")
    activity_id: str | None = ref("activity")
    district_id: str | None = ref("district")
    mode_id: str | None = ref("term")
    found: str | None = None
    next: str | None = None
    progress: int | None = None
