"""Where facts come from and what hangs on things: files, figures that were only said, sources, quotes."""

from db.models.base import AboutSomething, Exchanged, count, flag, owner, ref, subject_index


class Attachment(AboutSomething, table=True):
    """Photo, document or link on any thing. The content is kept once, by its SHA-256, outside the log."""

    __tablename__ = "attachment"
    __table_args__ = subject_index("attachment")
    kind_id: str | None = ref("term")
    caption: str | None = None
    date: str | None = None
    place: str | None = None
    credit: str | None = None
    consent: str | None = None
    file_name: str | None = None
    media_type: str | None = None
    size: int | None = None
    sha256: str | None = None
    link: str | None = None
    rank: int = count()


class ReportedFigure(AboutSomething, table=True):
    """A figure that was said, beside counts from records and never added to them.

    ``measure``: participants, districts, sessions, countries, disability_share, hours …
    ``qualifier``: exact, more_than, less_than, about, between, planned, claimed.
    ``basis``: recorded, reported, claimed, derived. ``list_complete``: whether the places listed are all.
    """

    __tablename__ = "reported_figure"
    __table_args__ = subject_index("reported_figure")
    measure: str
    minimum: float | None = None
    maximum: float | None = None
    unit: str | None = None
    qualifier: str
    basis: str
    breakdown: str | None = None
    denominator: str | None = None
    list_complete: bool | None = None
    as_written: str | None = None
    date: str | None = None


class FigurePlace(Exchanged, table=True):
    """Place listed with a figure, as written and in the written order."""

    __tablename__ = "figure_place"
    figure_id: str = owner("reported_figure")
    district_id: str = owner("district")
    as_written: str | None = None
    rank: int = count()


class Source(Exchanged, table=True):
    """Text, file or person that a fact comes from."""

    __tablename__ = "source"
    title: str
    publisher: str | None = None
    author: str | None = None
    date: str | None = None
    kind_id: str | None = ref("term")
    secondary: bool = flag()
    address: str | None = None
    file_name: str | None = None
    notes: str | None = None


class Citation(AboutSomething, table=True):
    """A thing and the source that states it. Id derived from both."""

    __tablename__ = "citation"
    __table_args__ = subject_index("citation")
    source_id: str = owner("source")
    locator: str | None = None


class Quote(Exchanged, table=True):
    """Words said by a person; ``consent``: yes, no, None is 'not known'."""

    __tablename__ = "quote"
    words: str
    person_id: str | None = ref("person", index=True)
    speaker_as_written: str | None = None
    activity_id: str | None = ref("activity", index=True)
    session_id: str | None = ref("activity_session")
    agreement_id: str | None = ref("agreement")
    source_id: str | None = ref("source")
    consent: str | None = None


class Alias(AboutSomething, table=True):
    """Another spelling or former name of a thing. Id derived from thing and text."""

    __tablename__ = "alias"
    __table_args__ = subject_index("alias")
    text: str
    kind: str | None = None
