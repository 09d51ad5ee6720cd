"""Activities with their sessions, places, organizations and signatories."""

from sqlalchemy import Index
from sqlmodel import Field

from db.models.base import Exchanged, count, owner, ref


class Series(Exchanged, table=True):
    """Activities that return; an activity has its edition number in it."""

    __tablename__ = "series"
    name: str
    yearly: bool | None = None
    notes: str | None = None


class Activity(Exchanged, table=True):
    """A workshop, training, meeting, campaign …; only title and status are compulsory.

    ``starts``, ``ends``: partial dates. ``basis``: recorded, reported, claimed, derived.
    ``sensitivity``: open, internal, restricted. ``completion_share``: percent of sessions for
    'completed'. ``seen_*``: people seen but not named, kept apart from the named list.
    """

    __tablename__ = "activity"
    __table_args__ = (
        Index("ix_activity_list", "removed", "starts", "id"),
        Index("ix_activity_programme", "programme_id"),
    )
    title: str
    theme: str | None = None
    number: str | None = None
    kind_id: str | None = ref("term")
    status_id: str = Field(foreign_key="term.id")
    basis: str = Field(default="recorded", sa_column_kwargs={"server_default": "recorded"})
    programme_id: str | None = ref("programme")
    forum_id: str | None = ref("forum", index=True)
    parent_id: str | None = ref("activity", index=True)
    series_id: str | None = ref("series")
    edition: int | None = None
    agreement_id: str | None = ref("agreement")
    mode_id: str | None = ref("term")
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
    languages: str | None = None
    sensitivity: str = Field(default="internal", sa_column_kwargs={"server_default": "internal"})
    completion_share: int = count(80)
    seen_female: int | None = None
    seen_male: int | None = None
    seen_unknown: int | None = None
    notes: str | None = None


class ActivityDistrict(Exchanged, table=True):
    """Place of an activity, in order. Id derived from both."""

    __tablename__ = "activity_district"
    activity_id: str = owner("activity")
    district_id: str = owner("district")
    rank: int = count()


class ActivityOrganization(Exchanged, table=True):
    """Organization with a role in an activity. Id derived from all three."""

    __tablename__ = "activity_organization"
    activity_id: str = owner("activity")
    organization_id: str = owner("organization")
    role_id: str = Field(foreign_key="term.id")
    rank: int = count()


class ActivitySession(Exchanged, table=True):
    """One sitting of an activity. Times as ``09:00``; minutes as a range where only that is known."""

    __tablename__ = "activity_session"
    activity_id: str = owner("activity")
    number: int
    date: str | None = None
    start_time: str | None = None
    end_time: str | None = None
    minutes_from: int | None = None
    minutes_to: int | None = None
    topic: str | None = None
    mode_id: str | None = ref("term")
    venue: str | None = None
    link: str | None = None
    method: str | None = None
    summary: str | None = None
    materials: str | None = None
    languages: str | None = None


class SessionPerson(Exchanged, table=True):
    """Person with a role in a session (speaker, moderator). Id derived from all three."""

    __tablename__ = "session_person"
    session_id: str = owner("activity_session")
    person_id: str = owner("person")
    role_id: str = Field(foreign_key="term.id")
    organization_id: str | None = ref("organization")
    position: str | None = None
    rank: int = count()


class Signatory(Exchanged, table=True):
    """Who signs the papers of an activity: caption ('Ketua Panitia'), name, position, number."""

    __tablename__ = "signatory"
    activity_id: str = owner("activity")
    caption: str
    name: str | None = None
    position: str | None = None
    number: str | None = None
    rank: int = count()
