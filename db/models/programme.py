"""Programmes, who takes part in them, and their indicators."""

from sqlmodel import Field

from db.models.base import Exchanged, count, flag, owner, ref


class Programme(Exchanged, table=True):
    """A programme or a component of one (``parent_id``).

    ``age_bands``: own bands as ``0-17,18-24,25+``; None means the bands of the workspace.
    """

    __tablename__ = "programme"
    name: str
    code: str | None = None
    parent_id: str | None = ref("programme")
    objective: str | None = None
    target_group: str | None = None
    approach: str | None = None
    starts: str | None = None
    ends: str | None = None
    age_bands: str | None = None
    notes: str | None = None


class ProgrammeOrganization(Exchanged, table=True):
    """Organization with a role in a programme (lead, funder, partner). Id derived from all three."""

    __tablename__ = "programme_organization"
    programme_id: str = owner("programme")
    organization_id: str = owner("organization")
    role_id: str = Field(foreign_key="term.id")


class ProgrammeDistrict(Exchanged, table=True):
    """District of a programme. Id derived from both."""

    __tablename__ = "programme_district"
    programme_id: str = owner("programme")
    district_id: str = owner("district")


class Indicator(Exchanged, table=True):
    """What a programme measures; ``split`` names the disaggregation its funder asks for."""

    __tablename__ = "indicator"
    programme_id: str = owner("programme")
    number: str | None = None
    name: str
    unit: str | None = None
    baseline: float | None = None
    target: float | None = None
    split: str | None = None
    single_count: bool = flag()
    evidence: str | None = None
    rank: int = count()


class IndicatorValue(Exchanged, table=True):
    """Target and actual of an indicator in a period, per category of its split."""

    __tablename__ = "indicator_value"
    indicator_id: str = owner("indicator")
    starts: str
    ends: str
    category: str | None = None
    target: float | None = None
    actual: float | None = None
    notes: str | None = None
