"""What was learned: barriers and good practices, recommendations, objectives and results."""

from db.models.base import AboutSomething, Exchanged, count, flag, ref, subject_index


class Issue(Exchanged, table=True):
    """Barrier and solution; ``repeatable``: a good practice that others can follow."""

    __tablename__ = "issue"
    title: str
    theme_id: str | None = ref("term")
    district_id: str | None = ref("district", index=True)
    activity_id: str | None = ref("activity", index=True)
    session_id: str | None = ref("activity_session")
    described_by_id: str | None = ref("person")
    described_by: str | None = None
    barrier: str | None = None
    solution: str | None = None
    with_whom: str | None = None
    result: str | None = None
    repeatable: bool = flag()


class Recommendation(Exchanged, table=True):
    """Advice that came out of an activity or an agreement, to whom, and what became of it."""

    __tablename__ = "recommendation"
    text: str
    activity_id: str | None = ref("activity", index=True)
    agreement_id: str | None = ref("agreement")
    organization_id: str | None = ref("organization")
    to_whom: str | None = None
    status_id: str | None = ref("term")


class Statement(AboutSomething, table=True):
    """Objective, component, scope item, expected output, outcome or expectation, in its own words.

    ``level``: objective, component, scope, output, outcome, expectation, contribution.
    ``basis``: recorded, reported, claimed, planned.
    """

    __tablename__ = "statement"
    __table_args__ = subject_index("statement")
    level: str
    text: str
    basis: str | None = None
    rank: int = count()
