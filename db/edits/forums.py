"""What users do with forums and groups."""

from dataclasses import dataclass, field

from sqlmodel import Session

from db.edits.drafts import Draft, Findings, names_of, nested, stored
from db.edits.edit import edit, get, keep, refuse
from db.engine import Reader
from db.errors import Problem
from db.log.identity import derived_id, new_id
from db.models import Forum, ForumFounder, ForumMember
from resources.texts import N_

_LISTS = ("founders", "members")
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


def draft(reader: Reader, forum: str) -> ForumDraft | None:
    """The draft of a forum as it stands, for the form."""
    values = stored(reader, "forum", names_of(ForumDraft, *_LISTS), forum)
    if values is None:
        return None
    return ForumDraft(
        **values,
        founders=reader.rows(
            str,
            "SELECT organization_id FROM forum_founder WHERE forum_id = ? AND removed = 0"
            " ORDER BY organization_id",
            (forum,),
        ),
        members=reader.rows(
            MemberDraft,
            f"SELECT {', '.join(names_of(MemberDraft))} FROM forum_member"
            " WHERE forum_id = ? AND removed = 0 ORDER BY id",
            (forum,),
        ),
    )


@edit(N_("Add forum"))
def add(session: Session, draft: ForumDraft) -> str:
    """Write down a forum with its founders and members; answers the id."""
    refuse(draft.check())
    forum = Forum(id=new_id(), **draft.values(*_LISTS))
    session.add(forum)
    _relate(session, forum.id, draft)
    return forum.id


@edit(N_("Change forum"))
def change(session: Session, forum_id: str, draft: ForumDraft) -> None:
    """Change a forum, its founders and its members."""
    refuse(draft.check())
    session.add(get(session, Forum, forum_id).sqlmodel_update(draft.values(*_LISTS)))
    _relate(session, forum_id, draft)


@edit(N_("Remove forum"))
def remove(session: Session, forum_id: str) -> None:
    """Take a forum out of every list; what it did stays."""
    forum = get(session, Forum, forum_id)
    forum.removed = True
    session.add(forum)
    _relate(session, forum_id, ForumDraft())


def _relate(session: Session, forum: str, draft: ForumDraft) -> None:
    founders = [
        ForumFounder(
            id=derived_id("forum_founder", forum, organization),
            forum_id=forum,
            organization_id=organization,
        )
        for organization in dict.fromkeys(draft.founders)
    ]
    each = {str(member.person_id or member.organization_id): member for member in draft.members}
    members = [
        ForumMember(id=derived_id("forum_member", forum, who), forum_id=forum, **member.values())
        for who, member in each.items()
    ]
    keep(session, "forum_id", forum, ForumFounder, founders)
    keep(session, "forum_id", forum, ForumMember, members)
