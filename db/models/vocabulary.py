"""Words that an admin may extend: kinds, roles, statuses; tags; settings and holidays of the workspace."""

from db.models.base import AboutSomething, Exchanged, count, flag, owner, subject_index


class Term(Exchanged, table=True):
    """A word of a vocabulary, keyed ``vocabulary:code``.

    ``meaning`` ties words that an admin adds to what the counting rules know, e.g. a status
    ``piloted`` with the meaning ``held``.
    """

    __tablename__ = "term"
    vocabulary: str
    code: str
    label_id: str
    label_en: str
    meaning: str | None = None
    rank: int = count()


class Tag(Exchanged, table=True):
    """Free word given to things: groups of people, themes, Sustainable Development Goals."""

    __tablename__ = "tag"
    name: str
    kind: str | None = None


class Tagging(AboutSomething, table=True):
    """A tag on a thing. Id derived from both."""

    __tablename__ = "tagging"
    __table_args__ = subject_index("tagging")
    tag_id: str = owner("tag")


class Setting(Exchanged, table=True):
    """Setting of the workspace (letterhead, signatories, age bands), keyed by its name; JSON value."""

    __tablename__ = "setting"
    value: str


class Holiday(Exchanged, table=True):
    """Public holiday or collective leave, editable; keyed ``2026-08-17:slug`` when it ships with us."""

    __tablename__ = "holiday"
    date: str
    name_id: str
    name_en: str
    estimated: bool = flag()
