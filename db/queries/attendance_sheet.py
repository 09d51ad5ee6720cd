"""What an attendance sheet needs to know of an activity, as of its day."""

import datetime as dt
from dataclasses import dataclass

from db.engine import Reader
from db.queries import activities, participants, settings
from db.queries.activities import SignatoryRow
from db.queries.settings import Papers
from db.rules.ages import Bands, age_on
from db.rules.dates import first_day
from db.rules.disability import NOT_ASKED

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class SheetPerson:
    """Line of the sheet. Of a protected person only the code is known here."""

    name: str
    sex: str | None
    age: str | None
    disability: str | None
    organization: str | None
    position: str | None
    district: str | None
    village: str | None
    phone: str | None
    email: str | None
    photo: bool | None
    marks: tuple[str | None, ...]
    row: str
    sample: bool


@dataclass(frozen=True, slots=True)
class SheetSession:
    """A session of the sheet."""

    id: str
    number: int
    date: str | None
    start_time: str | None
    end_time: str | None
    topic: str | None


@dataclass(frozen=True, slots=True)
class SheetAnswer:
    """Everything on the sheet. ``session`` None: the whole activity, or its ``day``, as a grid of sessions."""

    activity_id: str
    title: str
    starts: str | None
    ends: str | None
    time_zone: str | None
    venue: str | None
    places: str | None
    platform: str | None
    organizers: tuple[str, ...]
    programme: str | None
    papers: Papers
    role: Pair
    restricted: bool
    sessions: tuple[SheetSession, ...]
    session: SheetSession | None
    day: str | None
    people: tuple[SheetPerson, ...]
    signatories: tuple[SignatoryRow, ...]
    sample: bool


def attendance_sheet(
    reader: Reader, activity: str, session: str | None = None, role: str | None = None
) -> SheetAnswer | None:
    """The sheet of an activity, of one session or of a day of it; None where there is none.

    ``session``: an id, or a date (2026-11-24); ``role``: one role only.
    """
    card = activities.card(reader, activity)
    grid = participants.grid(reader, activity)
    if card is None or grid is None:
        return None
    sittings = tuple(
        SheetSession(s.id, s.number, s.date, s.start_time, s.end_time, s.topic)
        for s in card.sessions
    )
    chosen = next((s for s in sittings if s.id == session), None)
    whole = session is None
    shown = [
        number for number, s in enumerate(sittings) if whole or s is chosen or s.date == session
    ]
    if not shown and not whole:
        return None
    on = None if whole or chosen else session
    day = first_day((chosen.date if chosen else on) or card.row.starts or card.row.ends)
    rows = [row for row in grid.rows if role in (None, row.role_id)]
    roles = {row.role for row in rows}
    restricted = card.sensitivity == "restricted"
    papers, bands = settings.papers(reader), Bands.parse(settings.age_bands(reader))
    return SheetAnswer(
        activity_id=activity,
        title=card.row.title,
        starts=card.row.starts,
        ends=card.row.ends,
        time_zone=card.time_zone,
        venue=card.venue,
        places=card.row.places,
        platform=card.platform or card.link,
        organizers=tuple(
            one.organization
            for one in card.organizations
            if one.role_id in ("organization_role:organizer", "organization_role:co_organizer")
        ),
        programme=card.row.programme,
        papers=papers,
        role=roles.pop() if len(roles) == 1 else ("Peserta", "Participants"),
        restricted=restricted,
        sessions=tuple(sittings[number] for number in shown),
        session=chosen,
        day=on,
        people=tuple(_person(row, day, bands, shown, coded=restricted) for row in rows),
        signatories=card.signatories or papers.signatories,
        sample=card.row.sample or any(row.sample for row in rows),
    )


def _person(
    row: participants.ParticipantRow,
    day: dt.date | None,
    bands: Bands,
    positions: list[int],
    *,
    coded: bool,
) -> SheetPerson:
    """A line; protected people, and everybody on a restricted sheet, appear by code alone."""
    marks = tuple(row.marks[position] for position in positions)
    if coded or row.sensitive:
        code = row.code or "–"
        nothing = (None,) * 10
        return SheetPerson(code, *nothing, marks, row.id, row.sample)
    age = row.age if row.age is not None else age_on(row.birth, day)
    return SheetPerson(
        name=row.full_name,
        sex=row.sex,
        age=None if age is None else bands.band(age),
        disability=None if row.disability == NOT_ASKED else row.disability,
        organization=row.organization,
        position=row.position,
        district=row.district,
        village=row.village,
        phone=row.phone,
        email=row.email,
        photo=row.photo_consent,
        marks=marks,
        row=row.id,
        sample=row.sample,
    )
