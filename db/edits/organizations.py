"""What users do with organizations."""

from dataclasses import dataclass, field

from sqlmodel import Session

from db.edits.drafts import Draft, Findings, names_of, stored
from db.edits.edit import edit, get, keep, reader_of, refuse
from db.engine import Reader
from db.errors import Problem
from db.log.identity import derived_id, new_id
from db.models import Organization, OrganizationDistrict, OrganizationNetwork
from db.rules.phones import normalise
from resources.texts import N_

_LISTS = ("districts", "networks")
OWN_PARENT = N_("An organization cannot be a unit of itself.")


@dataclass(slots=True)
class OrganizationDraft(Draft):
    """An organization being edited; ``districts``: where it works; ``networks``: what it belongs to."""

    name: str | None = None
    acronym: str | None = None
    kind_id: str | None = None
    level: str | None = None
    parent_id: str | None = None
    district_id: str | None = None
    contact_id: str | None = None
    contact_name: str | None = None
    phone: str | None = None
    email: str | None = None
    website: str | None = None
    address: str | None = None
    notes: str | None = None
    districts: list[str] = field(default_factory=list)
    networks: list[str] = field(default_factory=list)

    def check(self) -> list[Problem]:
        """What is wrong, field by field; puts what is right into its stored form."""
        findings = Findings(self)
        findings.required("name")
        findings.rewritten("phone", normalise)
        findings.email()
        return findings.problems


def draft(reader: Reader, organization: str) -> OrganizationDraft | None:
    """The draft of an organization as it stands, for the form."""
    values = stored(reader, "organization", names_of(OrganizationDraft, *_LISTS), organization)
    if values is None:
        return None
    districts = reader.rows(
        str,
        "SELECT district_id FROM organization_district WHERE organization_id = ? AND removed = 0"
        " ORDER BY district_id",
        (organization,),
    )
    networks = reader.rows(
        str,
        "SELECT network_id FROM organization_network WHERE organization_id = ? AND removed = 0"
        " ORDER BY network_id",
        (organization,),
    )
    return OrganizationDraft(**values, districts=districts, networks=networks)


@edit(N_("Add organization"))
def add(session: Session, draft: OrganizationDraft) -> str:
    """Register an organization; answers the id."""
    refuse(draft.check())
    organization = Organization(id=new_id(), **draft.values(*_LISTS))
    session.add(organization)
    _relate(session, organization.id, draft)
    return organization.id


@edit(N_("Change organization"))
def change(session: Session, organization_id: str, draft: OrganizationDraft) -> None:
    """Change an organization. Refused where it would become a unit of itself."""
    refuse(draft.check())
    organization = get(session, Organization, organization_id)
    if draft.parent_id and organization_id in _above(reader_of(session), draft.parent_id):
        refuse([Problem("parent_id", OWN_PARENT)])
    organization.sqlmodel_update(draft.values(*_LISTS))
    session.add(organization)
    _relate(session, organization_id, draft)


@edit(N_("Remove organization"))
def remove(session: Session, organization_id: str) -> None:
    """Take an organization out of every list; what it did stays."""
    organization = get(session, Organization, organization_id)
    organization.removed = True
    session.add(organization)


def _above(reader: Reader, organization: str) -> set[str]:
    """An organization and everything it is a unit of."""
    rows = reader.rows(
        str,
        "WITH RECURSIVE up (id) AS (SELECT ? UNION SELECT o.parent_id FROM organization AS o"
        " JOIN up ON o.id = up.id WHERE o.parent_id IS NOT NULL) SELECT id FROM up",
        (organization,),
    )
    return set(rows)


def _relate(session: Session, organization: str, draft: OrganizationDraft) -> None:
    districts = [
        OrganizationDistrict(
            id=derived_id("organization_district", organization, district),
            organization_id=organization,
            district_id=district,
        )
        for district in dict.fromkeys(draft.districts)
    ]
    networks = [
        OrganizationNetwork(
            id=derived_id("organization_network", organization, network),
            organization_id=organization,
            network_id=network,
        )
        for network in dict.fromkeys(draft.networks)
        if network != organization
    ]
    keep(session, "organization_id", organization, OrganizationDistrict, districts)
    keep(session, "organization_id", organization, OrganizationNetwork, networks)
