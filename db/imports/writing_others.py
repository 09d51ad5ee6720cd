"""Carrying out the plans of directories and work plans, each as one edit."""

from typing import Any

from sqlmodel import Session

from db.edits import activities, sessions
from db.edits.edit import edit, reader_of
from db.imports import directory, work_plan
from db.imports.plan import DOUBT, Plan, PlanLine
from db.imports.writing import LIKELY, NONE, Imported, add_rows, change_row, put_rows, remember
from db.log.identity import derived_id, new_id
from db.models import Activity, ActivityDistrict, Organization
from resources.texts import N_


def _wanted(plan: Plan, accept_doubts: str) -> list[PlanLine]:
    """Lines to carry out, in the order of the file."""
    return sorted(
        (
            line
            for line in plan.lines
            if line.number is not None
            and (line.written or (line.action == DOUBT and accept_doubts == LIKELY))
        ),
        key=lambda line: line.number or 0,
    )


@edit(N_("Import directory"))
def organizations(session: Session, plan: Plan, accept_doubts: str = NONE) -> Imported:
    """Write the organizations of a plan."""
    new: dict[int, dict[str, Any]] = {}
    changed = 0
    for line in _wanted(plan, accept_doubts):
        values = {name: line.fields.get(name) for name in directory.COLUMNS}
        more = {change.field: change.new for change in line.changes}
        if line.twin is not None and line.twin in new:
            new[line.twin].update(more)
        elif line.match is not None and line.match.id is not None:
            if more:
                change_row(session, Organization, line.match.id, **more)
                changed += 1
        else:
            new[line.number or 0] = {"id": new_id(), **values}
    add_rows(session, Organization, list(new.values()))
    remember(session, plan)
    return Imported(len(new), changed, len(new), _left(plan, accept_doubts))


@edit(N_("Import work plan"))
def work_plans(session: Session, plan: Plan, accept_doubts: str = NONE) -> Imported:
    """Write the activities of a plan with their sessions. A session that is there is not made again."""
    rows: dict[int, str] = {}
    new = changed = 0
    for line in _wanted(plan, accept_doubts):
        if line.twin is not None:
            if line.twin in rows:
                _session(session, rows[line.twin], line)
            continue
        if line.match is not None and line.match.id is not None:
            row = line.match.id
            more = {change.field: change.new for change in line.changes}
            if more:
                change_row(session, Activity, row, **more)
                changed += 1
        else:
            values: dict[str, Any] = {name: line.fields.get(name) for name in work_plan.COLUMNS}
            row = activities.add(session, activities.ActivityDraft(**values))
            new += 1
        session.flush()
        rows[line.number or 0] = row
        _place(session, row, line)
        if work_plan.has_session(line.fields):
            _session(session, row, line)
    remember(session, plan)
    return Imported(new, changed, 0, _left(plan, accept_doubts))


def _left(plan: Plan, accept_doubts: str) -> int:
    return sum(line.action == DOUBT for line in plan.lines) if accept_doubts == NONE else 0


def _place(session: Session, activity: str, line: PlanLine) -> None:
    district = line.fields.get("district")
    if district:
        row = derived_id("activity_district", activity, district)
        values = {"id": row, "activity_id": activity, "district_id": district, "rank": 0}
        put_rows(session, ActivityDistrict, {row: values})


def _session(session: Session, activity: str, line: PlanLine) -> None:
    draft = sessions.SessionDraft(
        activity_id=activity,
        date=line.fields.get("starts"),
        start_time=line.fields.get("start_time"),
        end_time=line.fields.get("end_time"),
        topic=line.fields.get("topic") or line.fields.get("session"),
    )
    there = reader_of(session).value(
        "SELECT count(*) FROM activity_session WHERE activity_id = ? AND removed = 0"
        " AND date IS ? AND start_time IS ? AND topic IS ?",
        (activity, draft.date, draft.start_time, draft.topic),
    )
    if not there:
        sessions.add(session, draft)
        session.flush()
