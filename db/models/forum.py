"""Forums and groups, their founders and their members."""

from sqlmodel import Field

from db.models.base import Exchanged, owner, ref


class Forum(Exchanged, table=True):
    """A forum, network or grass-roots group; ``organization_id`` when it also acts as an organization."""

    __tablename__ = "forum"
    name: str
    programme_id: str | None = ref("programme")
    organization_id: str | None = ref("organization")
    district_id: str | None = ref("district")
    founding_activity_id: str | None = ref("activity")
    founded: str | None = None
    status_id: str | None = ref("term")
    aims: str | None = None
    notes: str | None = None


class ForumFounder(Exchanged, table=True):
    """Organization that founded a forum. Id derived from forum and organization."""

    __tablename__ = "forum_founder"
    forum_id: str = owner("forum")
    organization_id: str = owner("organization")
    role_id: str | None = ref("term")


class ForumMember(Exchanged, table=True):
    """Person or organization in a forum. Id derived from forum and member."""

    __tablename__ = "forum_member"
    forum_id: str = owner("forum")
    person_id: str | None = Field(default=None, foreign_key="person.id", index=True)
    organization_id: str | None = Field(default=None, foreign_key="organization.id", index=True)
    role_id: str | None = ref("term")
    starts: str | None = None
    ends: str | None = None
