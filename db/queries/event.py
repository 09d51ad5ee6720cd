"""What the papers around an event need to know: whom to invite, who came how often, who signs."""

from dataclasses import dataclass

from db.engine import Reader
from db.queries import activities, participants, settings
from db.queries.activities import ActivityCard, SignatoryRow
from db.queries.participants import ParticipantRow
from db.queries.settings import Papers
from db.rules.attendance import THERE, completed


@dataclass(frozen=True, slots=True)
class EventPerson:
    """Somebody registered. Of a protected person ``name`` is the code and nothing else is known.

    ``abroad``: from another country. ``days``: on how many days there; ``transport``: whole Rupiah that were paid,
    None where not recorded.
    """

    row: str
    name: str
    sex: str | None
    organization: str | None
    position: str | None
    district: str | None
    role: tuple[str, str]
    participant: bool
    there: int
    days: int
    completed: bool
    certificate: str | None
    transport: int | None
    abroad: bool


@dataclass(frozen=True, slots=True)
class Counted:
    """People by sex; ``others``: other and not stated. They add up."""

    people: int
    women: int
    men: int
    others: int


@dataclass(frozen=True, slots=True)
class Event:
    """An activity with its people in the order of the sheet."""

    card: ActivityCard
    people: tuple[EventPerson, ...]
    papers: Papers
    sample: bool

    @property
    def signatories(self) -> tuple[SignatoryRow, ...]:
        """Who signs its papers: those of the activity, or of the workspace."""
        return self.card.signatories or self.papers.signatories

    @property
    def participants(self) -> list[EventPerson]:
        """Everybody but speakers, team and guests."""
        return [one for one in self.people if one.participant]

    @property
    def counted(self) -> Counted:
        """Participants who were there at least once."""
        there = [one.sex for one in self.participants if one.there]
        women, men = there.count("female"), there.count("male")
        return Counted(len(there), women, men, len(there) - women - men)

    @property
    def came(self) -> list[EventPerson]:
        """Who was there at least once."""
        return [one for one in self.people if one.there]


def event(reader: Reader, activity: str) -> Event | None:
    """An activity for the papers around it; None where there is none."""
    card, grid = activities.card(reader, activity), participants.grid(reader, activity)
    if card is None or grid is None:
        return None
    dates = [one.date for one in card.sessions]
    kept: dict[str, tuple[str | None, int | None, bool]] = {
        row: (number, amount, bool(abroad))
        for row, number, amount, abroad in reader.each(
            "SELECT x.id, x.certificate_number, x.transport_paid, d.level IN ('country', 'division')"
            " FROM participation AS x LEFT JOIN district AS d ON d.id = x.district_id"
            " WHERE x.activity_id = ? AND x.removed = 0",
            (activity,),
        )
    }
    coded = card.sensitivity == "restricted"
    return Event(
        card,
        tuple(
            _person(row, dates, card.completion_share, *kept[row.id], coded=coded)
            for row in grid.rows
        ),
        settings.papers(reader),
        card.row.sample or any(row.sample for row in grid.rows),
    )


def _person(
    row: ParticipantRow,
    dates: list[str | None],
    share: int,
    certificate: str | None,
    transport: int | None,
    abroad: bool,  # noqa: FBT001 - as it is kept
    *,
    coded: bool,
) -> EventPerson:
    hidden = coded or row.sensitive
    there = [place for place, mark in enumerate(row.marks) if mark in THERE]
    return EventPerson(
        row=row.id,
        name=(row.code or "–") if hidden else row.full_name,
        sex=None if hidden else row.sex,
        organization=None if hidden else row.organization,
        position=None if hidden else row.position,
        district=None if hidden else row.district,
        role=row.role,
        participant=row.role_meaning == "participant",
        there=len(there),
        # Sessions without a date are days of their own: nobody said that two were on one day.
        days=len({dates[place] or place for place in there}),
        completed=completed(row.marks, share),
        certificate=certificate,
        transport=transport,
        abroad=abroad,
    )
