"""What users do with several rows of a list at once: each is one edit, taken back by one Undo."""

from collections.abc import Sequence

from sqlmodel import Session

from db.edits import (
    action_plans,
    action_steps,
    activities,
    agreements,
    follow_ups,
    forums,
    issues,
    organizations,
    people,
    programmes,
)
from db.edits.edit import edit, get, reader_of
from db.edits.participants import ParticipantDraft, register
from db.models import Activity
from resources.texts import N_

_REMOVERS = {
    "person": people.remove,
    "organization": organizations.remove,
    "activity": activities.remove,
    "programme": programmes.remove,
    "forum": forums.remove,
    "agreement": agreements.remove,
    "action_plan": action_plans.remove,
    "action_step": action_steps.remove,
    "follow_up": follow_ups.remove,
    "issue": issues.remove,
}


@edit(N_("Remove entries"))
def remove(session: Session, table: str, rows: Sequence[str]) -> int:
    """Take several rows of one table out of their list; refused as a whole where one may not go."""
    for row in rows:
        _REMOVERS[table](session, row)
    return len(rows)


@edit(N_("Register participants"))
def enrol(session: Session, activity_id: str, people_ids: Sequence[str]) -> int:
    """Register several members for an activity; who is on its list already stays as they are."""
    there = set(
        reader_of(session).rows(
            str,
            "SELECT person_id FROM participation WHERE activity_id = ? AND removed = 0",
            (activity_id,),
        )
    )
    new = [row for row in people_ids if row not in there]
    for row in new:
        register(session, ParticipantDraft(activity_id=activity_id, person_id=row))
    return len(new)


@edit(N_("Change status of activities"))
def set_status(session: Session, rows: Sequence[str], status_id: str) -> int:
    """Give several activities one status."""
    for row in rows:
        activity = get(session, Activity, row)
        activity.status_id = status_id
        session.add(activity)
    return len(rows)
