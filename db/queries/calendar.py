"""Questions for calendars: what is on, and when."""

from dataclasses import dataclass

from db.engine import Reader
from db.queries import activities
from db.queries.activities import SessionRow
from db.queries.taken_part import inside


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """An activity with a date. ``starts`` and ``ends`` as they are stored; ``off``: postponed or cancelled."""

    id: str
    title: str
    starts: str
    ends: str | None
    place: str
    time_zone: str | None
    off: bool
    sessions: tuple[SessionRow, ...]


def entries(reader: Reader, programme: str | None = None) -> list[CalendarEntry]:
    """Activities with a date, of a programme where one is given, by their start."""
    return [
        CalendarEntry(
            row,
            title,
            starts,
            ends,
            place,
            zone,
            bool(off),
            tuple(activities.sessions(reader, row)),
        )
        for row, title, starts, ends, place, zone, off in reader.each(
            "SELECT v.id, v.title, v.starts, v.ends,"
            f" concat_ws(', ', v.venue, {activities.PLACES}), v.time_zone, s.meaning = 'off'"
            " FROM activity AS v JOIN term AS s ON s.id = v.status_id"
            " WHERE v.removed = 0 AND v.starts IS NOT NULL"
            f" AND (?1 IS NULL OR v.programme_id IN {inside('?1')})"
            " ORDER BY v.starts, v.id",
            (programme,),
        )
    ]


def last_change(reader: Reader) -> str:
    """When the workspace was changed last, in UTC."""
    return str(reader.value("SELECT made_at FROM edit ORDER BY stamp DESC LIMIT 1"))
