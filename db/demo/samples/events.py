"""The made-up activities around 20 November 2026: when, where, in which sessions, by whom."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from db.demo.facts.relations import places, roles
from db.demo.samples import offices
from db.demo.samples.crowds import crowd
from db.demo.samples.programme import PROGRAMME, forum
from db.demo.samples.stories import STORIES
from db.demo.shelf import key
from db.models import Activity, ActivitySession, Exchanged, Signatory

_id = partial(key, "activity")

MORNING, AFTERNOON = ("09:00", "12:00"), ("13:00", "15:30")


@dataclass(frozen=True, slots=True)
class Event:
    """An activity. ``sittings``: day and hours of each session; ``held``: how many have been; ``size``: people."""

    key: str
    status: str
    starts: str
    ends: str
    place: str
    venue: str | None
    sittings: tuple[tuple[str, tuple[str, str]], ...]
    held: int
    size: int
    mode: str = "in_person"
    seen: tuple[int, int, int] | None = None

    @property
    def id(self) -> str:
        """Id of the activity."""
        return _id(self.key)

    @property
    def zone(self) -> str:
        """Clock of the place."""
        return "WITA" if self.place[:2] in ("53", "72", "73") else "WIB"

    def session(self, number: int) -> str:
        """Id of a session, numbered from 1."""
        return key("activity_session", f"{self.key}-{number}")


def _days(*days: str) -> tuple[tuple[str, tuple[str, str]], ...]:
    """A morning and an afternoon on each day."""
    return tuple((day, hours) for day in days for hours in (MORNING, AFTERNOON))


EVENTS = (
    Event("pembentukan-2025", "done", "2025-03-11", "2025-03-12", "33.25", "Balai Desa Sidomulyo", _days("2025-03-11", "2025-03-12"), 4, 24),
    Event("pelatih-2025", "done", "2025-06-17", "2025-06-19", "33.07", "Wisma Lereng Sejuk", _days("2025-06-17", "2025-06-18", "2025-06-19"), 6, 20),
    Event("fgd-2025", "done", "2025-09-23", "2025-09-23", "72.71", "Aula Kelurahan Tanjung", _days("2025-09-23"), 2, 18, mode="hybrid"),
    Event("perencanaan-2026", "done", "2026-02-10", "2026-02-12", "35.09", "Gedung Serbaguna Wanasari", _days("2026-02-10", "2026-02-11", "2026-02-12"), 6, 30),
    Event("kunjungan-2026", "done", "2026-04-15", "2026-04-15", "33.07", "Mal Pelayanan Publik", _days("2026-04-15"), 2, 12),
    Event("webinar-2026", "done", "2026-05-21", "2026-05-21", "33.25", None, (("2026-05-21", ("09:30", "11:30")),), 1, 25, mode="online", seen=(0, 0, 38)),
    Event("audiensi-2026", "done", "2026-07-08", "2026-07-08", "33.25", "Kantor Bappeda", (("2026-07-08", ("10:00", "12:00")),), 1, 10, seen=(2, 3, 0)),
    Event("penandatanganan-2026", "done", "2026-08-19", "2026-08-19", "35.09", "Pendopo", (("2026-08-19", ("09:00", "10:00")),), 1, 8),
    Event("monev-2026", "partly_done", "2026-10-06", "2026-10-06", "33.25", "Kantor Yayasan Rumah Rembuk Warga", _days("2026-10-06"), 2, 15, mode="hybrid"),
    Event("pelatihan-2026", "running", "2026-11-19", "2026-11-20", "33.07", "Wisma Lereng Sejuk", _days("2026-11-19", "2026-11-20"), 2, 28),
    Event("lokakarya-2026", "planned", "2026-11-26", "2026-11-27", "33.25", "Balai Desa Sidomulyo", _days("2026-11-26", "2026-11-27"), 0, 30),
    Event("festival-2026", "postponed", "2026-12-08", "2026-12-08", "35.09", None, (), 0, 0),
)  # fmt: skip


def rows() -> Iterator[Exchanged]:
    """Activities with their places, organizations, signatories and sessions."""
    for event in EVENTS:
        yield _activity(event)
        yield from places(event.id, event.place)
        yield from roles(event.id, "organizer", offices.HOME)
        yield from roles(event.id, "co_organizer", offices.civil(event.place))
        yield from roles(event.id, "funder", offices.FUNDER)
        if event.mode != "online":
            yield from roles(event.id, "host", offices.planning(event.place))
        yield from _signatories(event)
        yield from _sessions(event)


def _activity(event: Event) -> Activity:
    story = STORIES[event.key]
    female, male, unknown = event.seen or (None, None, None)
    return Activity(
        id=event.id,
        title=story.title,
        number=f"{EVENTS.index(event) + 1:03d}/RRW/{event.starts[:4]}",
        kind_id=f"activity_kind:{story.kind}",
        status_id=f"activity_status:{event.status}",
        programme_id=PROGRAMME,
        forum_id=forum("33.25") if event.key in ("audiensi-2026", "lokakarya-2026") else None,
        mode_id=f"activity_mode:{event.mode}",
        starts=event.starts,
        ends=event.ends,
        time_zone=event.zone,
        venue=event.venue,
        platform=None if event.mode == "in_person" else "Zoom",
        objective=story.objective,
        expected_outputs=story.outputs,
        background=story.background,
        results=story.results,
        lessons=story.lessons,
        challenges=story.challenges,
        recommendations=story.recommendations,
        participants_planned=event.size or None,
        seen_female=female,
        seen_male=male,
        seen_unknown=unknown,
    )


def _signatories(event: Event) -> Iterator[Signatory]:
    manager, committee = crowd("team")[:2]
    for rank, (caption, one) in enumerate((("Mengetahui", manager), ("Ketua Panitia", committee))):
        yield Signatory(
            id=key("signatory", f"{event.key}-{rank}"),
            activity_id=event.id,
            caption=caption,
            name=one.name,
            position=one.position,
            rank=rank,
        )


def _sessions(event: Event) -> Iterator[ActivitySession]:
    topics = STORIES[event.key].topics
    for number, ((day, (start, end)), topic) in enumerate(
        zip(event.sittings, topics, strict=True), start=1
    ):
        held = number <= event.held
        yield ActivitySession(
            id=event.session(number),
            activity_id=event.id,
            number=number,
            date=day,
            start_time=start,
            end_time=end,
            topic=topic,
            mode_id=f"activity_mode:{event.mode}",
            method="Diskusi kelompok dan praktik" if number % 2 == 0 else "Paparan dan tanya jawab",
            summary=f"Peserta membahas “{topic.lower()}” dan mencatat hasilnya." if held else None,
        )
