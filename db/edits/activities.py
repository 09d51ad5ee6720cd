"""What users do with activities and their sessions."""

import datetime as dt
import re
from dataclasses import dataclass, field

from sqlmodel import Session, select

from db.edits.drafts import Draft, Findings
from db.edits.edit import edit, get, put, reader_of, refuse
from db.engine import Reader
from db.errors import Problem
from db.log.identity import derived_id, new_id
from db.models import (
    Activity,
    ActivityDistrict,
    ActivityOrganization,
    ActivitySession,
    SessionPerson,
    Signatory,
)
from resources.texts import N_

LONGEST_TITLE = 500
NOT_A_SHARE = N_("This is a percentage from 1 to 100.")
NOT_A_COUNT = N_("This is a number of people, 0 or more.")
NOT_A_TIME = N_("Write the time like 09.00.")
NUMBER_FROM_ONE = N_("Sessions are numbered from 1.")


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
        if not 1 <= self.completion_share <= 100:
            findings.note("completion_share", NOT_A_SHARE)
        for name in ("participants_planned", "seen_female", "seen_male", "seen_unknown"):
            value = getattr(self, name)
            if value is not None and value < 0:
                findings.note(name, NOT_A_COUNT)
        return findings.problems


@dataclass(slots=True)
class SessionDraft(Draft):
    """A session being edited. ``number`` None: the next one of the activity."""

    activity_id: str | None = None
    number: int | None = None
    date: str | None = None
    start_time: str | None = None
    end_time: str | None = None
    minutes_from: int | None = None
    minutes_to: int | None = None
    topic: str | None = None
    mode_id: str | None = None
    venue: str | None = None
    link: str | None = None
    method: str | None = None
    summary: str | None = None
    materials: str | None = None
    languages: str | None = None

    def check(self) -> list[Problem]:
        """What is wrong, field by field; puts what is right into its stored form."""
        findings = Findings(self)
        findings.required("activity_id")
        findings.date("date")
        for name in ("start_time", "end_time"):
            value = getattr(self, name)
            if value is None:
                continue
            found = re.fullmatch(r"([01]?\d|2[0-3])[.:]([0-5]\d)", value)
            if found:
                setattr(self, name, f"{int(found[1]):02d}:{found[2]}")
            else:
                findings.note(name, NOT_A_TIME)
        if self.number is not None and self.number < 1:
            findings.note("number", NUMBER_FROM_ONE)
        return findings.problems


_LISTS = ("districts", "organizations", "signatories")


def draft(reader: Reader, activity: str) -> ActivityDraft | None:
    """The draft of an activity as it stands, for the form."""
    names = [name for name in ActivityDraft.__dataclass_fields__ if name not in _LISTS]
    values = reader.one(
        lambda *values: dict(zip(names, values, strict=True)),
        f"SELECT {', '.join(names)} FROM activity WHERE id = ? AND removed = 0",
        (activity,),
    )
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


@edit(N_("Add session"))
def add_session(session: Session, draft: SessionDraft) -> str:
    """Add a session to an activity; answers the id."""
    refuse(draft.check())
    get(session, Activity, str(draft.activity_id))
    return _add_session(session, draft)


@edit(N_("Plan sessions"))
def plan_sessions(session: Session, drafts: list[SessionDraft]) -> list[str]:
    """Add several sessions at once; answers the ids."""
    for draft in drafts:
        refuse(draft.check())
    return [_add_session(session, draft) for draft in drafts]


@edit(N_("Change session"))
def change_session(session: Session, session_id: str, draft: SessionDraft) -> None:
    """Change a session; its activity stays."""
    refuse(draft.check())
    row = get(session, ActivitySession, session_id)
    number = draft.number or row.number
    row.sqlmodel_update({**draft.values("activity_id"), "number": number})
    session.add(row)


@edit(N_("Remove session"))
def remove_session(session: Session, session_id: str) -> None:
    """Take a session out; its attendance no longer counts."""
    row = get(session, ActivitySession, session_id)
    row.removed = True
    session.add(row)


@edit(N_("Set session people"))
def set_people(session: Session, session_id: str, people: list[tuple[str, str]]) -> None:
    """Who has which role in a session: pairs of person and role, in order."""
    get(session, ActivitySession, session_id)
    keep = {derived_id("session_person", session_id, *pair) for pair in people}
    for row in session.exec(select(SessionPerson).where(SessionPerson.session_id == session_id)):
        row.removed = row.id not in keep
        session.add(row)
    for rank, (person, role) in enumerate(people):
        put(
            session,
            SessionPerson(
                id=derived_id("session_person", session_id, person, role),
                session_id=session_id,
                person_id=person,
                role_id=role,
                rank=rank,
            ),
        )


def days_between(first: dt.date, last: dt.date) -> list[dt.date]:
    """Every day from the first to the last."""
    return [first + dt.timedelta(days=i) for i in range((last - first).days + 1)]


def _add_session(session: Session, draft: SessionDraft) -> str:
    if draft.number is None:
        last = reader_of(session).value(
            "SELECT max(number) FROM activity_session WHERE activity_id = ? AND removed = 0",
            (draft.activity_id,),
        )
        draft.number = (last or 0) + 1
    row = ActivitySession(id=new_id(), **draft.values())
    session.add(row)
    return row.id


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
    for table, rows in (
        (ActivityDistrict, places),
        (ActivityOrganization, roles),
        (Signatory, signing),
    ):
        keep = {row.id for row in rows}
        for known in session.exec(select(table).where(table.activity_id == activity)):
            known.removed = known.id not in keep
            session.add(known)
        for row in rows:
            put(session, row)
