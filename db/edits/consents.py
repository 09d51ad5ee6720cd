"""What users do with consents: each answer to each question is written down, and none is overwritten."""

import datetime as dt
from dataclasses import dataclass

from sqlmodel import Session, desc, select

from db.edits.drafts import Draft, Findings
from db.edits.edit import edit, get, refuse
from db.errors import Problem
from db.log.identity import new_id
from db.models import Consent, Person
from resources.texts import N_


@dataclass(slots=True)
class ConsentDraft(Draft):
    """An answer: ``given`` yes or no, when, how, and who gave it for somebody who may not."""

    person_id: str | None = None
    purpose_id: str | None = None
    given: bool | None = None
    date: str | None = None
    how_id: str | None = None
    text_version: str | None = None
    given_by: str | None = None
    relation: str | None = None

    def check(self) -> list[Problem]:
        """What is wrong, field by field; puts what is right into its stored form."""
        findings = Findings(self)
        for name in ("person_id", "purpose_id", "given"):
            findings.required(name)
        findings.date("date")
        return findings.problems


@edit(N_("Record consent"))
def add(session: Session, draft: ConsentDraft) -> str:
    """Write down an answer; answers its id.

    The same answer as before is made more exact, where it says more. A no after a yes withdraws the
    yes, which stays known; any other answer takes the place of the one before.
    """
    refuse(draft.check())
    get(session, Person, str(draft.person_id))
    known = session.exec(
        select(Consent)
        .where(
            Consent.person_id == draft.person_id,
            Consent.purpose_id == draft.purpose_id,
            Consent.removed == False,  # noqa: E712 - SQL
        )
        .order_by(desc(Consent.date), desc(Consent.id))
    ).first()
    now = None if known is None else known.given and known.withdrawn is None
    if known is None or (draft.given and not now):
        if known is not None:
            known.removed = True
            session.add(known)
        known = Consent(id=new_id(), **draft.values())
    elif now and not draft.given:
        known.withdrawn = draft.date or dt.date.today().isoformat()  # noqa: DTZ011 - the day where it is said
    else:
        known.sqlmodel_update({k: v for k, v in draft.values().items() if v is not None})
    session.add(known)
    return known.id
