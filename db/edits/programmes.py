"""What users do with programmes."""

from dataclasses import dataclass, field

from sqlmodel import Session

from db.edits.drafts import Draft, Findings
from db.edits.edit import edit, refuse
from db.errors import Problem
from db.log.identity import derived_id, new_id
from db.models import Programme, ProgrammeDistrict, ProgrammeOrganization
from db.rules.ages import bands_text
from resources.texts import N_


@dataclass(slots=True)
class ProgrammeDraft(Draft):
    """A programme being written down.

    ``districts``: codes; ``organizations``: pairs of organization and role;
    ``age_bands``: own bands like ``0-17,18-24,25+``.
    """

    name: str | None = None
    code: str | None = None
    parent_id: str | None = None
    objective: str | None = None
    target_group: str | None = None
    approach: str | None = None
    starts: str | None = None
    ends: str | None = None
    age_bands: str | None = None
    notes: str | None = None
    districts: list[str] = field(default_factory=list)
    organizations: list[tuple[str, str]] = field(default_factory=list)

    def check(self) -> list[Problem]:
        """What is wrong, field by field; puts what is right into its stored form."""
        findings = Findings(self)
        findings.required("name")
        findings.period()
        findings.rewritten("age_bands", bands_text)
        return findings.problems


@edit(N_("Add programme"))
def add(session: Session, draft: ProgrammeDraft) -> str:
    """Write down a programme; answers the id."""
    refuse(draft.check())
    programme = Programme(id=new_id(), **draft.values("districts", "organizations"))
    session.add(programme)
    for district in dict.fromkeys(draft.districts):
        session.add(
            ProgrammeDistrict(
                id=derived_id("programme_district", programme.id, district),
                programme_id=programme.id,
                district_id=district,
            )
        )
    for organization, role in dict.fromkeys(draft.organizations):
        session.add(
            ProgrammeOrganization(
                id=derived_id("programme_organization", programme.id, organization, role),
                programme_id=programme.id,
                organization_id=organization,
                role_id=role,
            )
        )
    return programme.id
