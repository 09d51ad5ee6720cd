"""What users do with activities and their sessions."""

from dataclasses import dataclass, field

from sqlmodel import Session

from db.edits.drafts import Draft, Findings, names_of, stored
from db.edits.edit import edit, get, keep, refuse
from db.engine import Reader
from db.errors import Problem
from db.log.identity import derived_id, new_id
from db.models import (
    Activity,
    ActivityDistrict,
    ActivityOrganization,
    Signatory,
)
from resources.texts import N_

LONGEST_TITLE = 500
NOT_A_SHARE = N_("This is a percentage from 1 to 100.")
NOT_A_COUNT = N_("This is a number of people, 0 or more.")


@dataclass(slots=True)
class SignatoryDraft:
    """Who signs: caption ('Ketua Panitia'), name, position, number."""

    caption: str
    name: str | None = None
    position: str | None = None
    number: str | None = None


@dataclass(slots=True)
class ActivityDraft(Draft):
    """An activity being edited; only title and status are compulsory.

    ``districts``: codes in order; ``organizations``: pairs of organization and role.
    """

    title: str | None = None
    status_id: str | None = "activity_status:planned"
    theme: str | None = None
    number: str | None = None
    kind_id: str | None = None
    programme_id: str | None = None
    forum_id: str | None = None
    parent_id: str | None = None
    mode_id: str | None = None
    starts: str | None = None
    ends: str | None = None
    time_zone: str | None = None
    venue: str | None = None
    platform: str | None = None
    link: str | None = None
    objective: str | None = None
    expected_outputs: str | None = None
    target_group: str | None = None
    background: str | None = None
    results: str | None = None
    lessons: str | None = None
    challenges: str | None = None
    recommendations: str | None = None
    closing: str | None = None
    participants_planned: int | None = None
    sensitivity: str = "internal"
    completion_share: int = 80
    seen_female: int | None = None
    seen_male: int | None = None
    seen_unknown: int | None = None
    notes: str | None = None
    districts: list[str] = field(default_factory=list)
    organizations: list[tuple[str, str]] = field(default_factory=list)
    signatories: list[SignatoryDraft] = field(default_factory=list)

    def check(self) -> list[Problem]:
        """What is wrong, field by field; puts what is right into its stored form."""
        findings = Findings(self)
        findings.required("title", LONGEST_TITLE)
        findings.required("status_id")
        findings.period()
        findings.required("completion_share")
        findings.number("completion_share", NOT_A_SHARE, 1, 100)
        for name in ("participants_planned", "seen_female", "seen_male", "seen_unknown"):
            findings.number(name, NOT_A_COUNT)
        return findings.problems


_LISTS = ("districts", "organizations", "signatories")


def draft(reader: Reader, activity: str) -> ActivityDraft | None:
    """The draft of an activity as it stands, for the form."""
    values = stored(reader, "activity", names_of(ActivityDraft, *_LISTS), activity)
    if values is None:
        return None
    return ActivityDraft(
        **values,
        districts=reader.rows(
            str,
            "SELECT district_id FROM activity_district WHERE activity_id = ? AND removed = 0"
            " ORDER BY rank",
            (activity,),
        ),
        organizations=reader.rows(
            lambda organization, role: (organization, role),
            "SELECT organization_id, role_id FROM activity_organization"
            " WHERE activity_id = ? AND removed = 0 ORDER BY rank",
            (activity,),
        ),
        signatories=reader.rows(
            SignatoryDraft,
            "SELECT caption, name, position, number FROM signatory"
            " WHERE activity_id = ? AND removed = 0 ORDER BY rank, id",
            (activity,),
        ),
    )


@edit(N_("Add activity"))
def add(session: Session, draft: ActivityDraft) -> str:
    """Plan or record an activity; answers the id."""
    refuse(draft.check())
    activity = Activity(id=new_id(), **draft.values(*_LISTS))
    session.add(activity)
    _relate(session, activity.id, draft)
    return activity.id


@edit(N_("Change activity"))
def change(session: Session, activity_id: str, draft: ActivityDraft) -> None:
    """Change an activity."""
    refuse(draft.check())
    activity = get(session, Activity, activity_id).sqlmodel_update(draft.values(*_LISTS))
    session.add(activity)
    _relate(session, activity_id, draft)


@edit(N_("Remove activity"))
def remove(session: Session, activity_id: str) -> None:
    """Take an activity out of every list and count; Undo brings it back whole."""
    activity = get(session, Activity, activity_id)
    activity.removed = True
    session.add(activity)


def _relate(session: Session, activity: str, draft: ActivityDraft) -> None:
    places = [
        ActivityDistrict(
            id=derived_id("activity_district", activity, district),
            activity_id=activity,
            district_id=district,
            rank=rank,
        )
        for rank, district in enumerate(draft.districts)
    ]
    roles = [
        ActivityOrganization(
            id=derived_id("activity_organization", activity, organization, role),
            activity_id=activity,
            organization_id=organization,
            role_id=role,
            rank=rank,
        )
        for rank, (organization, role) in enumerate(draft.organizations)
    ]
    signing = [
        Signatory(
            id=derived_id("signatory", activity, str(rank)),
            activity_id=activity,
            caption=one.caption,
            name=one.name,
            position=one.position,
            number=one.number,
            rank=rank,
        )
        for rank, one in enumerate(draft.signatories)
    ]
    keep(session, "activity_id", activity, ActivityDistrict, places)
    keep(session, "activity_id", activity, ActivityOrganization, roles)
    keep(session, "activity_id", activity, Signatory, signing)
