"""People at activities and in sessions, as of that day."""

from sqlmodel import Field

from db.models.base import Exchanged, flag, owner, ref


class Participation(Exchanged, table=True):
    """Person at an activity. Id derived from both.

    ``organization_id``, ``position``, ``district_id``, ``age``, ``age_band``: as of that day and kept
    when the person moves. ``age`` only where it was stated; else it follows from the birth date.
    ``first_time``: True new, False returning, None derived from earlier activities.
    ``transport_paid``: whole Rupiah. ``sheet_order``: place on the paper sheet.
    """

    __tablename__ = "participation"
    activity_id: str = owner("activity")
    person_id: str = owner("person")
    role_id: str = Field(foreign_key="term.id")
    status_id: str | None = ref("term")
    organization_id: str | None = ref("organization")
    position: str | None = None
    district_id: str | None = ref("district")
    age: int | None = None
    age_band: str | None = None
    first_time: bool | None = None
    pre_test: float | None = None
    post_test: float | None = None
    certificate_number: str | None = None
    transport_paid: int | None = None
    sheet_order: int | None = None
    guardian_name: str | None = None
    guardian_consent: bool = flag()
    notes: str | None = None


class ParticipationRole(Exchanged, table=True):
    """A further role of the same person at the same activity. Id derived from both."""

    __tablename__ = "participation_role"
    participation_id: str = owner("participation")
    role_id: str = Field(foreign_key="term.id")


class Attendance(Exchanged, table=True):
    """Participation × session. Id derived from both.

    ``status``: present, late, excused, sick, absent; None is 'not recorded'.
    ``mode``: in_person, online. ``recorded_how``: typed, list, qr, photo, import.
    """

    __tablename__ = "attendance"
    participation_id: str = owner("participation")
    session_id: str = owner("activity_session")
    status: str | None = None
    mode: str | None = None
    minutes: int | None = None
    arrived: str | None = None
    recorded_how: str | None = None
    recorded_at: str | None = None
    notes: str | None = None
