"""Activities and their sessions for any calendar (iCalendar, RFC 5545)."""

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from db.engine import Reader
from db.queries.calendar import CalendarEntry, entries, last_change
from db.queries.settings import papers
from db.rules.dates import DAY, stored
from exports.document import PROGRAMME, Choice, Choices, Document
from resources.texts import N_, Texts

if TYPE_CHECKING:
    from icalendar import Event

TITLE = N_("Calendar of activities")
_ZONES = {"WIB": 7, "WITA": 8, "WIT": 9}  # hours before UTC; Indonesia has no summer time


@dataclass(frozen=True, slots=True)
class _Asked:
    name: str
    entries: list[CalendarEntry]
    changed: str


def _question(reader: Reader, choices: Choices) -> _Asked:
    return _Asked(papers(reader).name, entries(reader, choices["programme"]), last_change(reader))


def make(asked: _Asked, t: Texts, kind: str) -> bytes:
    """The calendar as ``ics``. What has no day yet, only a month or a year, is left out."""
    from icalendar import Calendar

    assert kind == "ics"  # noqa: S101 - the only format of this document
    calendar = Calendar()
    calendar.add("prodid", "-//Rembuk//Rembuk//ID")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", asked.name)
    changed = dt.datetime.fromisoformat(asked.changed)
    for entry in asked.entries:
        for event in _events(entry, t, changed):
            calendar.add_component(event)
    return bytes(calendar.to_ical())


def _events(entry: CalendarEntry, t: Texts, changed: dt.datetime) -> "list[Event]":
    """A session with its hours is an event of its own; without any the activity takes whole days."""
    timed = [one for one in entry.sessions if one.date and one.start_time]
    if timed:
        return [
            _event(
                entry,
                one.id,
                f"{entry.title}: {one.topic or t(N_('Session {number}'), number=one.number)}",
                _moment(entry, str(one.date), str(one.start_time)),
                _moment(entry, str(one.date), one.end_time) if one.end_time else None,
                changed,
            )
            for one in timed
        ]
    first, last = stored(entry.starts), stored(entry.ends) or stored(entry.starts)
    if first is None or last is None or not first.precision == last.precision == DAY:
        return []
    after = last.last + dt.timedelta(days=1)  # the end of an event is the first day after it
    return [_event(entry, entry.id, entry.title, first.first, after, changed)]


def _event(
    entry: CalendarEntry,
    uid: str,
    title: str,
    starts: dt.date,
    ends: dt.date | None,
    changed: dt.datetime,
) -> "Event":
    from icalendar import Event

    event = Event()
    event.add("uid", f"{uid}@rembuk")
    event.add("dtstamp", changed)
    event.add("summary", title)
    event.add("dtstart", starts)
    if ends is not None:
        event.add("dtend", ends)
    if entry.place:
        event.add("location", entry.place)
    if entry.off:
        event.add("status", "CANCELLED")
    return event


def _moment(entry: CalendarEntry, day: str, clock: str) -> dt.datetime:
    """A time in UTC; where no zone was named it floats, as the clock on the wall."""
    at = dt.datetime.fromisoformat(f"{day}T{clock}")
    hours = _ZONES.get(entry.time_zone or "")
    if hours is None:
        return at
    return at.replace(tzinfo=dt.timezone(dt.timedelta(hours=hours))).astimezone(dt.UTC)


DOCUMENT = Document(
    key="calendar",
    title=TITLE,
    formats=("ics",),
    choices=(Choice("programme", N_("Programme"), PROGRAMME),),
    question=_question,
    make=make,
    nameless=True,
)
