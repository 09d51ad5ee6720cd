"""What users do with the sessions of an activity, and with those who speak in them."""

import re
from dataclasses import dataclass

from sqlmodel import Session

from db.edits.drafts import Draft, Findings, names_of, stored
from db.edits.edit import edit, get, keep, reader_of, refuse
from db.engine import Reader
from db.errors import Problem
from db.log.identity import derived_id, new_id
from db.models import Activity, ActivitySession, SessionPerson
from resources.texts import N_

NOT_A_TIME = N_("Write the time like 09.00.")
NUMBER_FROM_ONE = N_("Sessions are numbered from 1.")


@dataclass(slots=True)
class SessionDraft(Draft):
    """A session being edited. ``number`` None: the next one of the activity.

    ``people``: pairs of person and role, in order; None leaves them as they are.
    """

    activity_id: str | None = None
    number: int | None = None
    date: str | None = None
    start_time: str | None = None
    end_time: str | None = None
    minutes_from: int | None = None
    minutes_to: int | None = None
    topic: str | None = None
    mode_id: str | None = None
    venue: str | None = None
    link: str | None = None
    method: str | None = None
    summary: str | None = None
    materials: str | None = None
    languages: str | None = None
    people: list[tuple[str, str]] | None = None

    def check(self) -> list[Problem]:
        """What is wrong, field by field; puts what is right into its stored form."""
        findings = Findings(self)
        findings.required("activity_id")
        findings.date("date")
        for name in ("start_time", "end_time"):
            value = getattr(self, name)
            if value is None:
                continue
            found = re.fullmatch(r"([01]?\d|2[0-3])[.:]([0-5]\d)", value)
            if found:
                setattr(self, name, f"{int(found[1]):02d}:{found[2]}")
            else:
                findings.note(name, NOT_A_TIME)
        findings.number("number", NUMBER_FROM_ONE, 1)
        return findings.problems


def draft(reader: Reader, session: str) -> SessionDraft | None:
    """The draft of a session as it stands, for the form."""
    values = stored(reader, "activity_session", names_of(SessionDraft, "people"), session)
    if values is None:
        return None
    return SessionDraft(
        **values,
        people=reader.rows(
            lambda person, role: (person, role),
            "SELECT person_id, role_id FROM session_person WHERE session_id = ? AND removed = 0"
            " ORDER BY rank, id",
            (session,),
        ),
    )


@edit(N_("Add session"))
def add(session: Session, draft: SessionDraft) -> str:
    """Add a session to an activity; answers the id."""
    refuse(draft.check())
    get(session, Activity, str(draft.activity_id))
    return _add(session, draft)


@edit(N_("Plan sessions"))
def add_many(session: Session, drafts: list[SessionDraft]) -> list[str]:
    """Add several sessions at once; answers the ids."""
    for draft in drafts:
        refuse(draft.check())
    return [_add(session, draft) for draft in drafts]


@edit(N_("Change session"))
def change(session: Session, session_id: str, draft: SessionDraft) -> None:
    """Change a session; its activity stays."""
    refuse(draft.check())
    row = get(session, ActivitySession, session_id)
    number = draft.number or row.number
    row.sqlmodel_update({**draft.values("activity_id", "people"), "number": number})
    session.add(row)
    _speak(session, session_id, draft)


@edit(N_("Remove session"))
def remove(session: Session, session_id: str) -> None:
    """Take a session out; its attendance no longer counts."""
    row = get(session, ActivitySession, session_id)
    row.removed = True
    session.add(row)


def _add(session: Session, draft: SessionDraft) -> str:
    number = draft.number
    if number is None:
        last = reader_of(session).value(
            "SELECT max(number) FROM activity_session WHERE activity_id = ? AND removed = 0",
            (draft.activity_id,),
        )
        number = (last or 0) + 1
    row = ActivitySession(id=new_id(), **{**draft.values("people"), "number": number})
    session.add(row)
    _speak(session, row.id, draft)
    return row.id


def _speak(session: Session, row: str, draft: SessionDraft) -> None:
    if draft.people is None:
        return
    spoken = [
        SessionPerson(
            id=derived_id("session_person", row, person, role),
            session_id=row,
            person_id=person,
            role_id=role,
            rank=rank,
        )
        for rank, (person, role) in enumerate(draft.people)
    ]
    keep(session, "session_id", row, SessionPerson, spoken)
