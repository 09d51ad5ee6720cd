"""Small edits that the tests of the log carry out."""

from sqlalchemy import text
from sqlmodel import Session

from db.edits.edit import edit, get
from db.log.identity import derived_id, new_id
from db.models import Activity, Participation, Person, Programme


@edit("Add person")
def add_person(session: Session, name: str, **fields: object) -> str:
    person = Person(id=new_id(), name=name, **fields)
    session.add(person)
    return person.id


@edit("Change person")
def change_person(session: Session, row: str, **fields: object) -> None:
    session.add(get(session, Person, row).sqlmodel_update(fields))


@edit("Run a statement")
def run(session: Session, statement: str, **parameters: object) -> None:
    session.execute(text(statement), parameters)


@edit("Add activity")
def add_activity(session: Session, title: str) -> str:
    activity = Activity(id=new_id(), title=title, status_id="activity_status:planned")
    session.add(activity)
    return activity.id


@edit("Register participant")
def register(session: Session, activity: str, person: str) -> str:
    row = derived_id("participation", activity, person)
    session.add(
        Participation(id=row, activity_id=activity, person_id=person, role_id="role:participant")
    )
    return row


@edit("Fail in the middle")
def fail_in_the_middle(session: Session) -> None:
    session.add(Person(id=new_id(), name="Nobody"))
    session.flush()
    raise LookupError


@edit("Add programme")
def add_programme(session: Session, name: str) -> str:
    row = Programme(id=new_id(), name=name)
    session.add(row)
    return row.id
