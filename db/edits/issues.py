"""What users do with barriers, what was tried, and good practices."""

from dataclasses import dataclass

from sqlmodel import Session

from db.edits.drafts import Draft, Findings, names_of, stored
from db.edits.edit import edit, get, refuse
from db.engine import Reader
from db.errors import Problem
from db.log.identity import new_id
from db.models import Issue
from resources.texts import N_

LONGEST_TITLE = 500


@dataclass(slots=True)
class IssueDraft(Draft):
    """A barrier being written down; ``repeatable``: others can follow what was tried."""

    title: str | None = None
    theme_id: str | None = None
    district_id: str | None = None
    activity_id: str | None = None
    session_id: str | None = None
    described_by_id: str | None = None
    described_by: str | None = None
    barrier: str | None = None
    solution: str | None = None
    with_whom: str | None = None
    result: str | None = None
    repeatable: bool = False

    def check(self) -> list[Problem]:
        """What is wrong, field by field; puts what is right into its stored form."""
        findings = Findings(self)
        findings.required("title", LONGEST_TITLE)
        return findings.problems


def draft(reader: Reader, issue: str) -> IssueDraft | None:
    """The draft of a barrier as it stands, for the form."""
    values = stored(reader, "issue", names_of(IssueDraft), issue)
    if values is None:
        return None
    return IssueDraft(**{**values, "repeatable": bool(values["repeatable"])})


@edit(N_("Add barrier or practice"))
def add(session: Session, draft: IssueDraft) -> str:
    """Write down a barrier, with what was tried; answers the id."""
    refuse(draft.check())
    issue = Issue(id=new_id(), **draft.values())
    session.add(issue)
    return issue.id


@edit(N_("Change barrier or practice"))
def change(session: Session, issue_id: str, draft: IssueDraft) -> None:
    """Change what is known of a barrier."""
    refuse(draft.check())
    session.add(get(session, Issue, issue_id).sqlmodel_update(draft.values()))


@edit(N_("Remove barrier or practice"))
def remove(session: Session, issue_id: str) -> None:
    """Take a barrier out of every list."""
    issue = get(session, Issue, issue_id)
    issue.removed = True
    session.add(issue)
