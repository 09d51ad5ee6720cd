"""Nouns: the tables. They never leave ``db``."""

from sqlmodel import SQLModel

from db.models.action_plan import ActionPlan, ActionPlanParty, ActionStep, FollowUp
from db.models.activity import (
    Activity,
    ActivityDistrict,
    ActivityOrganization,
    ActivitySession,
    Series,
    SessionPerson,
    Signatory,
)
from db.models.agreement import Agreement, AgreementExtension, AgreementParty, Commitment
from db.models.base import Exchanged
from db.models.device import Device, Erasure
from db.models.district import District
from db.models.evidence import (
    Alias,
    Attachment,
    Citation,
    FigurePlace,
    Quote,
    ReportedFigure,
    Source,
)
from db.models.forum import Forum, ForumFounder, ForumMember
from db.models.learning import Issue, Recommendation, Statement
from db.models.organization import Organization, OrganizationDistrict, OrganizationNetwork
from db.models.participation import Attendance, Participation, ParticipationRole
from db.models.person import Affiliation, Consent, DifferentPeople, Person
from db.models.programme import (
    Indicator,
    IndicatorValue,
    Programme,
    ProgrammeDistrict,
    ProgrammeOrganization,
)
from db.models.vocabulary import Holiday, Setting, Tag, Tagging, Term

__all__ = [
    "ActionPlan",
    "ActionPlanParty",
    "ActionStep",
    "Activity",
    "ActivityDistrict",
    "ActivityOrganization",
    "ActivitySession",
    "Affiliation",
    "Agreement",
    "AgreementExtension",
    "AgreementParty",
    "Alias",
    "Attachment",
    "Attendance",
    "Citation",
    "Commitment",
    "Consent",
    "Device",
    "DifferentPeople",
    "District",
    "Erasure",
    "Exchanged",
    "FigurePlace",
    "FollowUp",
    "Forum",
    "ForumFounder",
    "ForumMember",
    "Holiday",
    "Indicator",
    "IndicatorValue",
    "Issue",
    "Organization",
    "OrganizationDistrict",
    "OrganizationNetwork",
    "Participation",
    "ParticipationRole",
    "Person",
    "Programme",
    "ProgrammeDistrict",
    "ProgrammeOrganization",
    "Quote",
    "Recommendation",
    "ReportedFigure",
    "Series",
    "SessionPerson",
    "Setting",
    "Signatory",
    "Source",
    "Statement",
    "Tag",
    "Tagging",
    "Term",
]

# A merge brings rows in any order; references are checked when the transaction ends.
for _table in SQLModel.metadata.tables.values():
    for _constraint in _table.foreign_key_constraints:
        _constraint.deferrable = True
        _constraint.initially = "DEFERRED"

# An activity founds a forum and belongs to it, signs an agreement and is done under it.
for _column in (Forum.__table__.c.founding_activity_id, Agreement.__table__.c.signing_activity_id):  # type: ignore[attr-defined]  # SQLModel hides the table
    for _key in _column.foreign_keys:
        _key.constraint.use_alter = True
