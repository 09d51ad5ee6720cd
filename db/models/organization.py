"""Organizations, their units, their districts of work and the networks they belong to."""

from sqlalchemy import Index, text
from sqlmodel import Field

from db.models.base import Exchanged, owner, ref


class Organization(Exchanged, table=True):
    """An organization, or a unit of one (``parent_id``).

    ``level``: international, national, province, regency, subdistrict, village.
    """

    __tablename__ = "organization"
    __table_args__ = (Index("ix_organization_list", "removed", text("name COLLATE NOCASE"), "id"),)
    name: str
    acronym: str | None = None
    kind_id: str | None = ref("term")
    level: str | None = None
    parent_id: str | None = ref("organization", index=True)
    district_id: str | None = ref("district", index=True)
    contact_id: str | None = ref("person")
    contact_name: str | None = None
    phone: str | None = None
    email: str | None = None
    website: str | None = None
    address: str | None = None
    notes: str | None = None


class OrganizationDistrict(Exchanged, table=True):
    """District an organization works in. Id derived from both."""

    __tablename__ = "organization_district"
    organization_id: str = owner("organization")
    district_id: str = owner("district")


class OrganizationNetwork(Exchanged, table=True):
    """Membership of an organization in a network. Id derived from both."""

    __tablename__ = "organization_network"
    organization_id: str = owner("organization")
    network_id: str = Field(foreign_key="organization.id", index=True)
