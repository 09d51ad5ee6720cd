"""What users do with people at an activity: register, change, withdraw, and mark who was there."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from db.edits import people
from db.edits.drafts import Draft, Findings, names_of, stored
from db.edits.edit import GONE, edit, get, put, reader_of, refuse
from db.engine import Reader
from db.errors import Problem, UserError
from db.log.identity import derived_id
from db.log.stamp import time_text
from db.models import Activity, ActivitySession, Attendance, Participation, Person
from db.rules.ages import OLDEST, band_text
from db.rules.attendance import PRESENT, STATUSES, by_arrival
from db.rules.names import split_titles
from resources.texts import N_

NO_SUCH_MARK = N_("“{typed}” is not a mark of attendance.")
NOT_IN_RANGE = N_("This is a number from 0 to {most}.")
NOT_AN_AMOUNT = N_("This is an amount in whole rupiah, 0 or more.")
OTHER_ACTIVITY = N_("This session belongs to another activity.")


@dataclass(slots=True)
class ParticipantDraft(Draft):
    """A person at an activity being edited.

    When somebody is registered, None for organization, position and district means: those of now.
    """

    activity_id: str | None = None
    person_id: str | None = None
    role_id: str = "role:participant"
    status_id: str | None = "participation_status:confirmed"
    organization_id: str | None = None
    position: str | None = None
    district_id: str | None = None
    age: int | None = None
    age_band: str | None = None
    first_time: bool | None = None
    pre_test: float | None = None
    post_test: float | None = None
    certificate_number: str | None = None
    transport_paid: int | None = None
    sheet_order: int | None = None
    guardian_name: str | None = None
    guardian_consent: bool = False
    notes: str | None = None

    def check(self) -> list[Problem]:
        """What is wrong, field by field."""
        findings = Findings(self)
        findings.required("activity_id")
        findings.required("person_id")
        findings.rewritten("age_band", band_text)
        findings.number("age", NOT_IN_RANGE, most=OLDEST)
        for name in ("pre_test", "post_test"):
            findings.number(name, NOT_IN_RANGE, most=100, whole=False)
        findings.number("transport_paid", NOT_AN_AMOUNT)
        return findings.problems


@dataclass(slots=True)
class MarkDraft(Draft):
    """A mark being set: ``status`` None means 'not recorded'."""

    participation_id: str | None = None
    session_id: str | None = None
    status: str | None = None
    arrived: str | None = None
    minutes: int | None = None
    mode: str | None = None
    how: str = "typed"

    def check(self) -> list[Problem]:
        """What is wrong, field by field."""
        findings = Findings(self)
        findings.required("participation_id")
        findings.required("session_id")
        if self.status not in (None, *STATUSES):
            findings.note("status", NO_SUCH_MARK, typed=self.status)
        return findings.problems


def draft(reader: Reader, participation: str) -> ParticipantDraft | None:
    """The draft of a participation as it stands, for the form."""
    values = stored(reader, "participation", names_of(ParticipantDraft), participation)
    return None if values is None else ParticipantDraft(**values)


@edit(N_("Register participant"))
def register(session: Session, draft: ParticipantDraft) -> str:
    """Register a person for an activity; answers the id of the participation."""
    refuse(draft.check())
    get(session, Activity, str(draft.activity_id))
    return _register(session, draft)


@edit(N_("Register participants"))
def register_many(session: Session, drafts: list[ParticipantDraft]) -> list[str]:
    """Register several people at once."""
    for draft in drafts:
        refuse(draft.check())
    return [_register(session, draft) for draft in drafts]


@edit(N_("Register new participant"))
def register_new(
    session: Session, activity_id: str, person: people.PersonDraft, session_id: str | None = None
) -> str:
    """A walk-in: a new person, registered, and present in a session where one is given."""
    get(session, Activity, activity_id)
    person_id = people.add(session, person)
    session.flush()
    row = _register(session, ParticipantDraft(activity_id=activity_id, person_id=person_id))
    if session_id is not None:
        session.flush()
        _mark(session, MarkDraft(row, session_id, PRESENT))
    return row


@edit(N_("Register participant"))
def walk_in(
    session: Session, activity_id: str, person_id: str, session_id: str | None = None
) -> str:
    """Somebody known came: registered where not yet, and present in a session where one is given."""
    row = derived_id("participation", activity_id, person_id)
    known = session.get(Participation, row)
    if known is None or known.removed:
        get(session, Activity, activity_id)
        _register(session, ParticipantDraft(activity_id=activity_id, person_id=person_id))
        session.flush()
    if session_id is not None:
        _mark(session, MarkDraft(row, session_id, PRESENT))
    return row


@edit(N_("Register new participant"))
def walk_in_new(
    session: Session, activity_id: str, name: str, session_id: str | None = None
) -> str:
    """Somebody new came, of whom only the name is known; titles in it are kept as titles."""
    parts = split_titles(name)
    person = people.PersonDraft(name=parts.name, title_before=parts.before, title_after=parts.after)
    return register_new(session, activity_id, person, session_id)


@edit(N_("Change participant"))
def change(session: Session, participation_id: str, draft: ParticipantDraft) -> None:
    """Change what is known of a person at an activity."""
    refuse(draft.check())
    row = get(session, Participation, participation_id)
    row.sqlmodel_update(draft.values("activity_id", "person_id"))
    session.add(row)


@edit(N_("Withdraw participant"))
def withdraw(session: Session, participation_id: str) -> None:
    """Take a person off the list of an activity; Undo brings the marks back too."""
    row = get(session, Participation, participation_id)
    row.removed = True
    session.add(row)


@edit(N_("Mark attendance"))
def mark(session: Session, draft: MarkDraft) -> str:
    """Set one mark; answers the id of the attendance."""
    refuse(draft.check())
    return _mark(session, draft)


@edit(N_("Mark attendance"))
def mark_many(session: Session, drafts: list[MarkDraft]) -> int:
    """Set several marks at once; answers how many."""
    for draft in drafts:
        refuse(draft.check())
        _mark(session, draft)
    return len(drafts)


@edit(N_("Mark attendance"))
def mark_cells(session: Session, cells: Sequence[tuple[str, str, str | None, str | None]]) -> int:
    """Set the marks of some cells of the grid: participation, session, status, time of arrival.

    Who came after the session began is late; who came before is present. Answers how many.
    """
    return _mark_cells(session, cells, "typed")


@edit(N_("Check in"))
def check_in(session: Session, cells: Sequence[tuple[str, str, str | None, str | None]]) -> int:
    """As ``mark_cells``, at the door: by name, by badge or by scanner."""
    return _mark_cells(session, cells, "qr")


@edit(N_("Mark all present"))
def all_present(session: Session, session_id: str) -> int:
    """Present for everybody without a mark in a session; answers how many. Marks that are there stay."""
    activity = get(session, ActivitySession, session_id).activity_id
    unmarked = reader_of(session).rows(
        str,
        "SELECT a.id FROM participation AS a JOIN person AS p ON p.id = a.person_id"
        " LEFT JOIN attendance AS x ON x.participation_id = a.id AND x.session_id = ?"
        "  AND x.removed = 0"
        " WHERE a.activity_id = ? AND a.removed = 0 AND p.removed = 0 AND x.status IS NULL",
        (session_id, activity),
    )
    for participation in unmarked:
        _mark(session, MarkDraft(participation, session_id, PRESENT, how="list"))
    return len(unmarked)


def _register(session: Session, draft: ParticipantDraft) -> str:
    """Freeze organization, position and district as of now, where the draft does not say otherwise."""
    person = get(session, Person, str(draft.person_id))
    known = reader_of(session).one(
        lambda organization, position: (organization, position),
        "SELECT organization_id, position FROM affiliation WHERE person_id = ? AND main"
        " AND removed = 0",
        (person.id,),
    )
    values = draft.values()
    if draft.organization_id is None and known is not None:
        values["organization_id"] = known[0]
        values["position"] = draft.position or known[1]
    values["position"] = values["position"] or person.position
    values["district_id"] = draft.district_id or person.district_id
    row = derived_id("participation", str(draft.activity_id), person.id)
    put(session, Participation(id=row, **values))
    return row


def _mark(session: Session, draft: MarkDraft) -> str:
    participation = session.get(Participation, draft.participation_id)
    sitting = session.get(ActivitySession, draft.session_id)
    if participation is None or sitting is None or participation.removed or sitting.removed:
        raise UserError(GONE)
    if participation.activity_id != sitting.activity_id:
        raise UserError(OTHER_ACTIVITY)
    row = derived_id("attendance", participation.id, sitting.id)
    put(
        session,
        Attendance(
            id=row,
            participation_id=participation.id,
            session_id=sitting.id,
            status=draft.status,
            mode=draft.mode,
            minutes=draft.minutes,
            arrived=draft.arrived,
            recorded_how=draft.how if draft.status else None,
            recorded_at=time_text() if draft.status else None,
        ),
    )
    return row


def _mark_cells(
    session: Session, cells: Sequence[tuple[str, str, str | None, str | None]], how: str
) -> int:
    starts: dict[str, str | None] = {}
    for participation, sitting, status, arrived in cells:
        if arrived is not None:
            if sitting not in starts:
                starts[sitting] = get(session, ActivitySession, sitting).start_time
            status = by_arrival(starts[sitting], arrived)
        draft = MarkDraft(participation, sitting, status, arrived, how=how)
        refuse(draft.check())
        _mark(session, draft)
    return len(cells)
