"""Rows that tie things together, with the ids that every device derives for the same fact."""

from db.demo.shelf import key
from db.log.identity import derived_id
from db.models import (
    ActivityDistrict,
    ActivityOrganization,
    Alias,
    Participation,
    ProgrammeOrganization,
    SessionPerson,
    Statement,
    Tagging,
)


def places(activity: str, *codes: str) -> list[ActivityDistrict]:
    """Places of an activity, in order."""
    return [
        ActivityDistrict(
            id=derived_id("activity_district", activity, code),
            activity_id=activity,
            district_id=code,
            rank=rank,
        )
        for rank, code in enumerate(codes)
    ]


def roles(activity: str, role: str, *organizations: str) -> list[ActivityOrganization]:
    """Organizations in one role (code of the vocabulary) at an activity, in order."""
    role_id = f"organization_role:{role}"
    return [
        ActivityOrganization(
            id=derived_id("activity_organization", activity, organization, role_id),
            activity_id=activity,
            organization_id=organization,
            role_id=role_id,
            rank=rank,
        )
        for rank, organization in enumerate(organizations)
    ]


def takes_part_in(programme: str, role: str, *organizations: str) -> list[ProgrammeOrganization]:
    """Organizations in one role in a programme."""
    role_id = f"organization_role:{role}"
    return [
        ProgrammeOrganization(
            id=derived_id("programme_organization", programme, organization, role_id),
            programme_id=programme,
            organization_id=organization,
            role_id=role_id,
        )
        for organization in organizations
    ]


def was_there(
    activity: str, person: str, role: str, organization: str | None, position: str
) -> Participation:
    """A named person at an activity, for whom and as what."""
    return Participation(
        id=derived_id("participation", activity, person),
        activity_id=activity,
        person_id=person,
        role_id=f"role:{role}",
        status_id="participation_status:came",
        organization_id=organization,
        position=position,
    )


def speaks(
    session: str, rank: int, person: str, role: str, organization: str | None, position: str
) -> SessionPerson:
    """A person with a role in a session."""
    role_id = f"role:{role}"
    return SessionPerson(
        id=derived_id("session_person", session, person, role_id),
        session_id=session,
        person_id=person,
        role_id=role_id,
        organization_id=organization,
        position=position,
        rank=rank,
    )


def statements(
    subject: str, row: str, level: str, basis: str, *texts: str, start: int = 0
) -> list[Statement]:
    """Objectives, components, scope items … of a thing, in order."""
    return [
        Statement(
            id=key("statement", f"{subject}|{row}|{level}|{rank}"),
            subject=subject,
            subject_id=row,
            level=level,
            text=text,
            basis=basis,
            rank=rank,
        )
        for rank, text in enumerate(texts, start)
    ]


def aliases(subject: str, row: str, *texts: str) -> list[Alias]:
    """Other spellings of a thing, as a text writes them."""
    return [
        Alias(
            id=derived_id("alias", subject, row, text),
            subject=subject,
            subject_id=row,
            text=text,
            kind="as_written",
        )
        for text in texts
    ]


def tagged(subject: str, row: str, tag: str) -> Tagging:
    """A tag on a thing."""
    return Tagging(
        id=derived_id("tagging", subject, row, tag), subject=subject, subject_id=row, tag_id=tag
    )
