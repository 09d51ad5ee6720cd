"""What the papers around an event share: their question, and how the event is said."""

from dataclasses import dataclass
from typing import Any

from db.engine import Reader
from db.errors import UserError
from db.queries.event import Event, event
from exports.document import NO_SUCH_THING, Choices
from exports.kit.paper import chosen
from exports.kit.wording import said_period
from resources.texts import N_, Texts


@dataclass(frozen=True, slots=True)
class Asked:
    """An event, and what was chosen. ``paper``: its name."""

    event: Event
    chosen: dict[str, Any]
    paper: str


def question(reader: Reader, choices: Choices) -> Asked:
    """Ask for an event. Raises UserError where the activity is not there."""
    found = event(reader, choices["activity"])
    if found is None:
        raise UserError(NO_SUCH_THING)
    given = dict(choices)
    return Asked(found, given, chosen(given.get("paper", "a4"), found.papers.paper))


def dates(asked: Asked, t: Texts) -> str:
    """On which days it is."""
    row = asked.event.card.row
    return said_period(t, row.starts, row.ends)


def place(asked: Asked) -> str:
    """Venue and districts; the platform of an event online."""
    card = asked.event.card
    parts = (card.venue, card.row.places) if card.venue or card.row.places else (card.platform,)
    return ", ".join(part for part in parts if part)


def hours(asked: Asked, t: Texts) -> str:
    """From the first to the last hour that a session names, with the time zone."""
    card = asked.event.card
    starts = sorted(one.start_time for one in card.sessions if one.start_time)
    ends = sorted(one.end_time for one in card.sessions if one.end_time)
    if not starts:
        return ""
    zone = f" {card.time_zone}" if card.time_zone else ""
    until = t.time(ends[-1]) if ends else t(N_("finished"))
    return f"{t.time(starts[0])}–{until}{zone}"


def when_and_where(asked: Asked, t: Texts) -> list[tuple[str, str]]:
    """Day, hours and place, as letters list them; what is not known is left out."""
    facts = (
        (t(N_("Day, date")), dates(asked, t)),
        (t(N_("Time")), hours(asked, t)),
        (t(N_("Place")), place(asked)),
    )
    return [(label, value) for label, value in facts if value]


def about(asked: Asked, t: Texts) -> list[tuple[str, str]]:
    """The same, and what it is."""
    return [*when_and_where(asked, t), (t(N_("Event")), asked.event.card.row.title)]
