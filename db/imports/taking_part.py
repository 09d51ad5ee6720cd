"""Participants and their presence from a list, at an activity that is there or that the list names."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlmodel import Session

from db.edits import activities, sessions
from db.errors import UserError
from db.imports import fields
from db.imports.plan import Plan, PlanLine
from db.imports.returning import OF_THE_DAY
from db.imports.writing import change_row, put_rows
from db.log.identity import derived_id
from db.log.stamp import time_text
from db.models import Attendance, Participation
from db.rules.attendance import PRESENT
from resources.texts import N_

NO_ACTIVITY = N_(
    "For which activity is this list? Choose one, or write the title of the activity above the list."
)


def write(
    session: Session,
    plan: Plan,
    lines: Sequence[PlanLine],
    people: Mapping[int, str],
    organizations: Mapping[str, str],
) -> str:
    """Participations and attendances of all lines; answers the activity.

    Raises:
        UserError: no activity is named, neither by the user nor by the list.
    """
    activity, sessions = _activity(session, plan)
    participants: dict[str, dict[str, Any]] = {}
    marks: dict[str, dict[str, Any]] = {}
    for line in lines:
        person = people[line.number or 0]
        row = derived_id("participation", activity, person)
        if line.touched is not None:
            _change(session, row, line, organizations)
        elif row not in participants:
            participants[row] = _participation(row, activity, person, line, organizations)
            participants[row]["sheet_order"] = len(participants)
        for key, sitting in sessions.items():
            mark = PRESENT if key == "" else line.presence.get(key)
            if mark is not None:
                one = _attendance(row, sitting, mark, line)
                marks[one["id"]] = one
            elif key in line.presence:
                gone = derived_id("attendance", row, sitting)
                change_row(session, Attendance, gone, status=None, recorded_how=None)
    put_rows(session, Participation, participants)
    put_rows(session, Attendance, marks)
    return activity


def _activity(session: Session, plan: Plan) -> tuple[str, dict[str, str]]:
    """The activity, made where there is none yet, and the session of every column of presence."""
    known = {one.key: one.session for one in plan.sittings if one.session is not None}
    if plan.activity is not None:
        return plan.activity, known
    offer = plan.offer
    if not offer.title:
        raise UserError(NO_ACTIVITY)
    draft = activities.ActivityDraft(
        title=offer.title,
        status_id="activity_status:done",
        starts=offer.starts,
        ends=offer.ends,
        venue=offer.venue,
    )
    activity = activities.add(session, draft)
    session.flush()
    made: dict[str, str] = {}
    by_heading: dict[str, str] = {}
    for one in plan.sittings:
        if one.heading not in by_heading:
            sitting = sessions.SessionDraft(activity_id=activity, date=one.date)
            by_heading[one.heading] = sessions.add(session, sitting)
            session.flush()
        made[one.key] = by_heading[one.heading]
    return activity, made


def _change(session: Session, row: str, line: PlanLine, organizations: Mapping[str, str]) -> None:
    """What was changed of somebody as of that day, in a list that came back."""
    said = {change.field: change.new for change in line.changes if change.field in OF_THE_DAY}
    if "organization_id" in said:
        said["organization_id"] = organizations.get(
            str(said["organization_id"]), said["organization_id"]
        )
    if said:
        change_row(session, Participation, row, **said)


def _participation(
    row: str, activity: str, person: str, line: PlanLine, organizations: Mapping[str, str]
) -> dict[str, Any]:
    """Organization, position, district and age are those of the list, and stay when the person moves."""
    organization = line.fields.get("organization_id")
    return {
        "id": row,
        "activity_id": activity,
        "person_id": person,
        "role_id": line.fields.get("role_id", "role:participant"),
        "status_id": "participation_status:confirmed",
        "organization_id": organizations.get(str(organization), organization),
        "position": line.fields.get(fields.POSITION),
        "district_id": line.fields.get("district"),
        "age": line.fields.get("age"),
        "age_band": line.fields.get("age_band"),
        "pre_test": line.fields.get("pre_test"),
        "post_test": line.fields.get("post_test"),
    }


def _attendance(row: str, session: str, mark: str, line: PlanLine) -> dict[str, Any]:
    joined = line.fields.get(fields.JOINED)
    minutes = line.fields.get("minutes")
    return {
        "id": derived_id("attendance", row, session),
        "participation_id": row,
        "session_id": session,
        "status": mark,
        "mode": "in_person" if minutes is None else "online",
        "minutes": minutes,
        "arrived": joined.strftime("%H:%M") if joined else None,
        "recorded_how": "import",
        "recorded_at": time_text(),
    }
