"""What users do with several rows of a list at once: each is one edit, taken back by one Undo."""

from collections.abc import Sequence

from sqlmodel import Session

from db.edits import (
    action_plans,
    action_steps,
    activities,
    agreements,
    attachments,
    follow_ups,
    forums,
    issues,
    organizations,
    participants,
    people,
    programmes,
    sessions,
)
from db.edits.edit import edit, get, reader_of
from db.edits.participants import ParticipantDraft, register
from db.models import (
    ActionPlan,
    ActionStep,
    Activity,
    Agreement,
    Exchanged,
    FollowUp,
    Forum,
    Issue,
    Organization,
    Participation,
    Person,
)
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
    "participation": participants.withdraw,
    "activity_session": sessions.remove,
    "attachment": attachments.remove,
}
# What the pages let several rows share; everything else is changed one by one, in its form.
_SETTABLE: dict[str, tuple[type[Exchanged], frozenset[str]]] = {
    "person": (Person, frozenset({"district_id"})),
    "organization": (Organization, frozenset({"kind_id", "district_id"})),
    "activity": (Activity, frozenset({"status_id", "programme_id", "kind_id"})),
    "forum": (Forum, frozenset({"district_id", "programme_id"})),
    "agreement": (Agreement, frozenset({"kind_id", "programme_id"})),
    "action_plan": (ActionPlan, frozenset({"district_id", "activity_id", "agreement_id"})),
    "action_step": (ActionStep, frozenset({"status_id", "organization_id", "person_id"})),
    "follow_up": (FollowUp, frozenset({"mode_id", "mentor_id", "district_id"})),
    "issue": (Issue, frozenset({"theme_id", "district_id"})),
    "participation": (
        Participation,
        frozenset({"role_id", "status_id", "organization_id", "district_id"}),
    ),
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


@edit(N_("Change entries"))
def set_field(
    session: Session, table: str, rows: Sequence[str], field: str, value: str | None
) -> int:
    """Give several rows of one table the same value in a field; answers how many."""
    if table == "attachment":
        return attachments.describe(session, rows, field, value)
    model, fields = _SETTABLE[table]
    if field not in fields:
        raise KeyError(field)
    for row in rows:
        if (table, field) == ("action_step", "status_id"):
            action_steps.move(session, row, value)
        else:
            session.add(get(session, model, row).sqlmodel_update({field: value}))
    return len(rows)
