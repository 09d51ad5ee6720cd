"""What users do with programmes."""

from dataclasses import dataclass, field

from sqlmodel import Session

from db.edits.drafts import Draft, Findings, names_of, stored
from db.edits.edit import edit, get, keep, reader_of, refuse
from db.engine import Reader
from db.errors import Problem, UserError
from db.log.identity import derived_id, new_id
from db.models import Programme, ProgrammeDistrict, ProgrammeOrganization
from db.rules.ages import bands_text
from resources.texts import N_

OWN_PARENT = N_("A programme cannot be a component of itself.")
HAS_ACTIVITIES = N_(
    "This programme has activities ({n}). Move them to another programme first, then remove it."
)
_LISTS = ("districts", "organizations")


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


def draft(reader: Reader, programme: str) -> ProgrammeDraft | None:
    """The draft of a programme as it stands, for the form."""
    values = stored(reader, "programme", names_of(ProgrammeDraft, *_LISTS), programme)
    if values is None:
        return None
    return ProgrammeDraft(
        **values,
        districts=reader.rows(
            str,
            "SELECT district_id FROM programme_district WHERE programme_id = ? AND removed = 0"
            " ORDER BY district_id",
            (programme,),
        ),
        organizations=reader.rows(
            lambda organization, role: (organization, role),
            "SELECT organization_id, role_id FROM programme_organization"
            " WHERE programme_id = ? AND removed = 0 ORDER BY role_id, organization_id",
            (programme,),
        ),
    )


@edit(N_("Add programme"))
def add(session: Session, draft: ProgrammeDraft) -> str:
    """Write down a programme; answers the id."""
    refuse(draft.check())
    programme = Programme(id=new_id(), **draft.values(*_LISTS))
    session.add(programme)
    _relate(session, programme.id, draft)
    return programme.id


@edit(N_("Change programme"))
def change(session: Session, programme_id: str, draft: ProgrammeDraft) -> None:
    """Change a programme. Refused where it would become a component of itself."""
    refuse(draft.check())
    programme = get(session, Programme, programme_id)
    if draft.parent_id and programme_id in _above(reader_of(session), draft.parent_id):
        refuse([Problem("parent_id", OWN_PARENT)])
    session.add(programme.sqlmodel_update(draft.values(*_LISTS)))
    _relate(session, programme_id, draft)


@edit(N_("Remove programme"))
def remove(session: Session, programme_id: str) -> None:
    """Take a programme out of every list. Refused while activities belong to it or to a component."""
    programme = get(session, Programme, programme_id)
    activities = reader_of(session).value(
        "SELECT count(*) FROM activity WHERE removed = 0 AND programme_id IN"
        " (SELECT ?1 UNION SELECT id FROM programme WHERE parent_id = ?1 AND removed = 0)",
        (programme_id,),
    )
    if activities:
        raise UserError(HAS_ACTIVITIES, n=activities)
    programme.removed = True
    session.add(programme)
    _relate(session, programme_id, ProgrammeDraft())


def _above(reader: Reader, programme: str) -> set[str]:
    """A programme and everything it is a component of."""
    return set(
        reader.rows(
            str,
            "WITH RECURSIVE up (id) AS (SELECT ? UNION SELECT p.parent_id FROM programme AS p"
            " JOIN up ON p.id = up.id WHERE p.parent_id IS NOT NULL) SELECT id FROM up",
            (programme,),
        )
    )


def _relate(session: Session, programme: str, draft: ProgrammeDraft) -> None:
    districts = [
        ProgrammeDistrict(
            id=derived_id("programme_district", programme, district),
            programme_id=programme,
            district_id=district,
        )
        for district in dict.fromkeys(draft.districts)
    ]
    organizations = [
        ProgrammeOrganization(
            id=derived_id("programme_organization", programme, organization, role),
            programme_id=programme,
            organization_id=organization,
            role_id=role,
        )
        for organization, role in dict.fromkeys(draft.organizations)
    ]
    keep(session, "programme_id", programme, ProgrammeDistrict, districts)
    keep(session, "programme_id", programme, ProgrammeOrganization, organizations)
