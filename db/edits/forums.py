"""What users do with forums and groups."""

from dataclasses import dataclass, field

from sqlmodel import Session

from db.edits.drafts import Draft, Findings, nested
from db.edits.edit import edit, refuse
from db.errors import Problem
from db.log.identity import derived_id, new_id
from db.models import Forum, ForumFounder, ForumMember
from resources.texts import N_

ONE_MEMBER = N_("A member is either a person or an organization.")


@dataclass(slots=True)
class MemberDraft(Draft):
    """A member of a forum: a person or an organization, with a role and a period."""

    person_id: str | None = None
    organization_id: str | None = None
    role_id: str | None = None
    starts: str | None = None
    ends: str | None = None

    def check(self) -> list[Problem]:
        """What is wrong, field by field; puts what is right into its stored form."""
        findings = Findings(self)
        if (self.person_id is None) == (self.organization_id is None):
            findings.note("person_id", ONE_MEMBER)
        findings.period()
        return findings.problems


@dataclass(slots=True)
class ForumDraft(Draft):
    """A forum being written down; ``founders``: organizations."""

    name: str | None = None
    programme_id: str | None = None
    organization_id: str | None = None
    district_id: str | None = None
    founding_activity_id: str | None = None
    founded: str | None = None
    status_id: str | None = None
    aims: str | None = None
    notes: str | None = None
    founders: list[str] = field(default_factory=list)
    members: list[MemberDraft] = field(default_factory=list)

    def check(self) -> list[Problem]:
        """What is wrong, field by field; puts what is right into its stored form."""
        findings = Findings(self)
        findings.required("name")
        findings.date("founded")
        return [*findings.problems, *nested("members", self.members)]


@edit(N_("Add forum"))
def add(session: Session, draft: ForumDraft) -> str:
    """Write down a forum with its founders and members; answers the id."""
    refuse(draft.check())
    forum = Forum(id=new_id(), **draft.values("founders", "members"))
    session.add(forum)
    for organization in dict.fromkeys(draft.founders):
        session.add(
            ForumFounder(
                id=derived_id("forum_founder", forum.id, organization),
                forum_id=forum.id,
                organization_id=organization,
            )
        )
    members = {member.person_id or member.organization_id: member for member in draft.members}
    for who, member in members.items():
        row = derived_id("forum_member", forum.id, str(who))
        session.add(ForumMember(id=row, forum_id=forum.id, **member.values()))
    return forum.id
