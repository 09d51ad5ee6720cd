"""Agreements between organizations, their parties, extensions and commitments."""

from sqlmodel import Field

from db.models.base import Exchanged, count, owner, ref


class Agreement(Exchanged, table=True):
    """MoU, PKS, SPK (Surat Perjanjian Kerja sama), SK; ``parent_id``: the one it carries out."""

    __tablename__ = "agreement"
    title: str
    number: str | None = None
    kind_id: str | None = ref("term")
    status_id: str | None = ref("term")
    parent_id: str | None = ref("agreement")
    programme_id: str | None = ref("programme")
    signing_activity_id: str | None = ref("activity")
    signed: str | None = None
    place: str | None = None
    district_id: str | None = ref("district")
    starts: str | None = None
    ends: str | None = None
    scope: str | None = None
    cross_cutting: str | None = None
    notes: str | None = None


class AgreementParty(Exchanged, table=True):
    """Party of an agreement, who signed for it and what it contributes. Id derived from both."""

    __tablename__ = "agreement_party"
    agreement_id: str = owner("agreement")
    organization_id: str = owner("organization")
    own_number: str | None = None
    signatory_id: str | None = ref("person")
    signatory_name: str | None = None
    signatory_position: str | None = None
    contribution: str | None = None
    rank: int = count()


class AgreementExtension(Exchanged, table=True):
    """New end date of an agreement."""

    __tablename__ = "agreement_extension"
    agreement_id: str = owner("agreement")
    until: str
    signed: str | None = None
    number: str | None = None


class Commitment(Exchanged, table=True):
    """What a party promised: agreed and done are counted, left follows."""

    __tablename__ = "commitment"
    agreement_id: str = owner("agreement")
    organization_id: str | None = Field(default=None, foreign_key="organization.id")
    text: str
    unit: str | None = None
    agreed: float | None = None
    done: float | None = None
    due: str | None = None
    status_id: str | None = ref("term")
    rank: int = count()
