"""What users do with commitments: what a party of an agreement promised, counted down."""

from dataclasses import dataclass

from sqlmodel import Session

from db.edits.drafts import Draft, Findings, names_of, stored
from db.edits.edit import edit, get, reader_of, refuse
from db.edits.indicators import NOT_A_NUMBER
from db.engine import Reader
from db.errors import Problem
from db.log.identity import new_id
from db.models import Agreement, Commitment
from resources.texts import N_

LONGEST_TEXT = 2000


@dataclass(slots=True)
class CommitmentDraft(Draft):
    """A promise being written down; ``agreed`` and ``done`` are counted in ``unit``."""

    agreement_id: str | None = None
    organization_id: str | None = None
    text: str | None = None
    unit: str | None = None
    agreed: float | None = None
    done: float | None = None
    due: str | None = None
    status_id: str | None = None

    def check(self) -> list[Problem]:
        """What is wrong, field by field; puts what is right into its stored form."""
        findings = Findings(self)
        findings.required("agreement_id")
        findings.required("text", LONGEST_TEXT)
        for name in ("agreed", "done"):
            findings.decimal(name, NOT_A_NUMBER)
        findings.date("due")
        return findings.problems


def draft(reader: Reader, commitment: str) -> CommitmentDraft | None:
    """The draft of a commitment as it stands, for the form."""
    values = stored(reader, "commitment", names_of(CommitmentDraft), commitment)
    return None if values is None else CommitmentDraft(**values)


@edit(N_("Add commitment"))
def add(session: Session, draft: CommitmentDraft) -> str:
    """Write down a promise, below the others of the agreement; answers the id."""
    refuse(draft.check())
    get(session, Agreement, str(draft.agreement_id))
    last = reader_of(session).value(
        "SELECT max(rank) FROM commitment WHERE agreement_id = ? AND removed = 0",
        (draft.agreement_id,),
    )
    row = Commitment(id=new_id(), rank=0 if last is None else int(last) + 1, **draft.values())
    session.add(row)
    return row.id


@edit(N_("Change commitment"))
def change(session: Session, commitment_id: str, draft: CommitmentDraft) -> None:
    """Change a promise, or count what was done of it."""
    refuse(draft.check())
    session.add(get(session, Commitment, commitment_id).sqlmodel_update(draft.values()))


@edit(N_("Remove commitment"))
def remove(session: Session, commitment_id: str) -> None:
    """Take a promise out of its agreement."""
    row = get(session, Commitment, commitment_id)
    row.removed = True
    session.add(row)
