"""Sample data by sentences: ``world.person("Siti Aminah", sex="female")``."""

from typing import Any

from sqlmodel import Session

from db.database import Database
from db.edits import activities, organizations, participants, people, sessions
from db.edits.edit import edit, get
from db.models import Person


@edit("Mark as the same person")
def mark_duplicate(session: Session, person: str, of: str) -> None:
    """What arrives where two devices merged the same people each in its own way: rings, too."""
    row = get(session, Person, person)
    row.merged_into = of
    session.add(row)


class World:
    """Things in a workspace; every method answers an id."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def person(self, name: str = "Siti Aminah", **fields: Any) -> str:
        return self.database.edit(people.add, people.PersonDraft(name=name, **fields)).value

    def organization(self, name: str = "Yayasan Melati", **fields: Any) -> str:
        draft = organizations.OrganizationDraft(name=name, **fields)
        return self.database.edit(organizations.add, draft).value

    def activity(self, title: str = "Lokakarya", status: str = "done", **fields: Any) -> str:
        draft = activities.ActivityDraft(
            title=title, status_id=f"activity_status:{status}", **fields
        )
        return self.database.edit(activities.add, draft).value

    def session(self, activity: str, **fields: Any) -> str:
        draft = sessions.SessionDraft(activity_id=activity, **fields)
        return self.database.edit(sessions.add, draft).value

    def participant(self, activity: str, person: str, **fields: Any) -> str:
        draft = participants.ParticipantDraft(activity_id=activity, person_id=person, **fields)
        return self.database.edit(participants.register, draft).value

    def mark(self, participation: str, session: str, status: str | None = "present") -> str:
        draft = participants.MarkDraft(participation, session, status)
        return self.database.edit(participants.mark, draft).value

    def programme(self, name: str = "Program Uji") -> str:
        from tests.db import intentions

        return self.database.edit(intentions.add_programme, name).value
