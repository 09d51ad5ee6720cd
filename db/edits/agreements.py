"""What users do with agreements."""

from dataclasses import dataclass, field

from sqlmodel import Session

from db.edits.drafts import Draft, Findings, names_of, nested, stored
from db.edits.edit import edit, get, keep, refuse
from db.engine import Reader
from db.errors import Problem
from db.log.identity import derived_id, new_id
from db.models import Agreement, AgreementExtension, AgreementParty
from resources.texts import N_

LONGEST_TITLE = 500
_LISTS = ("parties", "extensions")


@dataclass(slots=True)
class PartyDraft(Draft):
    """A party of an agreement: who signed for it, and what it contributes."""

    organization_id: str | None = None
    own_number: str | None = None
    signatory_id: str | None = None
    signatory_name: str | None = None
    signatory_position: str | None = None
    contribution: str | None = None

    def check(self) -> list[Problem]:
        """What is wrong, field by field."""
        findings = Findings(self)
        findings.required("organization_id")
        return findings.problems


@dataclass(slots=True)
class ExtensionDraft(Draft):
    """A new end of an agreement; ``id`` of one that is there already."""

    until: str | None = None
    signed: str | None = None
    number: str | None = None
    id: str | None = None

    def check(self) -> list[Problem]:
        """What is wrong, field by field; puts what is right into its stored form."""
        findings = Findings(self)
        findings.required("until")
        findings.period("signed", "until")
        return findings.problems


@dataclass(slots=True)
class AgreementDraft(Draft):
    """An agreement being written down; ``parties`` in the order of the paper."""

    title: str | None = None
    number: str | None = None
    kind_id: str | None = None
    status_id: str | None = None
    parent_id: str | None = None
    programme_id: str | None = None
    signing_activity_id: str | None = None
    signed: str | None = None
    place: str | None = None
    district_id: str | None = None
    starts: str | None = None
    ends: str | None = None
    scope: str | None = None
    cross_cutting: str | None = None
    notes: str | None = None
    parties: list[PartyDraft] = field(default_factory=list)
    extensions: list[ExtensionDraft] = field(default_factory=list)

    def check(self) -> list[Problem]:
        """What is wrong, field by field; puts what is right into its stored form."""
        findings = Findings(self)
        findings.required("title", LONGEST_TITLE)
        findings.date("signed")
        findings.period()
        return [
            *findings.problems,
            *nested("parties", self.parties),
            *nested("extensions", self.extensions),
        ]


def draft(reader: Reader, agreement: str) -> AgreementDraft | None:
    """The draft of an agreement as it stands, for the form."""
    values = stored(reader, "agreement", names_of(AgreementDraft, *_LISTS), agreement)
    if values is None:
        return None
    return AgreementDraft(
        **values,
        parties=reader.rows(
            PartyDraft,
            f"SELECT {', '.join(names_of(PartyDraft))} FROM agreement_party"
            " WHERE agreement_id = ? AND removed = 0 ORDER BY rank, id",
            (agreement,),
        ),
        extensions=reader.rows(
            ExtensionDraft,
            f"SELECT {', '.join(names_of(ExtensionDraft))} FROM agreement_extension"
            " WHERE agreement_id = ? AND removed = 0 ORDER BY until, id",
            (agreement,),
        ),
    )


@edit(N_("Add agreement"))
def add(session: Session, draft: AgreementDraft) -> str:
    """Write down an agreement with its parties; answers the id."""
    refuse(draft.check())
    agreement = Agreement(id=new_id(), **draft.values(*_LISTS))
    session.add(agreement)
    _relate(session, agreement.id, draft)
    return agreement.id


@edit(N_("Change agreement"))
def change(session: Session, agreement_id: str, draft: AgreementDraft) -> None:
    """Change an agreement and its parties."""
    refuse(draft.check())
    session.add(get(session, Agreement, agreement_id).sqlmodel_update(draft.values(*_LISTS)))
    _relate(session, agreement_id, draft)


@edit(N_("Remove agreement"))
def remove(session: Session, agreement_id: str) -> None:
    """Take an agreement out of every list; what was done under it stays."""
    agreement = get(session, Agreement, agreement_id)
    agreement.removed = True
    session.add(agreement)
    _relate(session, agreement_id, AgreementDraft())


def _relate(session: Session, agreement: str, draft: AgreementDraft) -> None:
    each = {str(party.organization_id): party for party in draft.parties}
    parties = [
        AgreementParty(
            id=derived_id("agreement_party", agreement, organization),
            agreement_id=agreement,
            rank=rank,
            **party.values(),
        )
        for rank, (organization, party) in enumerate(each.items())
    ]
    keep(session, "agreement_id", agreement, AgreementParty, parties)
    extensions = [
        AgreementExtension(id=one.id or new_id(), agreement_id=agreement, **one.values("id"))
        for one in draft.extensions
    ]
    keep(session, "agreement_id", agreement, AgreementExtension, extensions)
