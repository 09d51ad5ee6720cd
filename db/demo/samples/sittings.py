"""Made-up participants at activities, those of the texts included, and who was there in which session."""

from collections.abc import Iterator

from db.demo.facts.activities import FOUNDING
from db.demo.facts.activities_of_2020 import CHAMPIONS
from db.demo.facts.relations import speaks
from db.demo.facts.trainings import ONLINE, SESSIONS
from db.demo.samples import offices
from db.demo.samples.chance import between, pick, share
from db.demo.samples.crowds import DISTRICTS, Someone, crowd
from db.demo.samples.events import EVENTS, Event
from db.demo.samples.people import guardian
from db.demo.shelf import key
from db.log.identity import derived_id
from db.models import ActivitySession, Attendance, Exchanged, Participation

# Share of all marks → mark; what is left over is not recorded.
_MARKS = ((0.80, "present"), (0.88, "late"), (0.92, "excused"), (0.95, "sick"), (0.98, "absent"))
_SELDOM = 0.06  # who is like this misses every other session
_ANSWERS = ("confirmed",) * 6 + ("invited",) * 2 + ("waiting", "refused")
_TESTED = {"perencanaan-2026": True, "pelatihan-2026": False}  # whether the second test has been
_TRANSPORT = 150_000
_ROLES = ("person_in_charge", "facilitator", "facilitator", "note_taker", "sign_interpreter", "assistant")  # fmt: skip
_COMPLETED = 80

_FOUNDING_TOPICS = ("Perkenalan komunitas", "Hambatan di daerah", "Bentuk forum", "Rencana bersama")
_CHAMPION_TOPICS = ("Mengenal usaha kecil", "Praktik mengolah limbah")


def rows() -> Iterator[Exchanged]:
    """Participations and attendances; what a text says of its participants stays with the text."""
    yield from _online_training()
    yield from _founding_workshop()
    yield from _webinar()
    for event in EVENTS:
        yield from _event(event)


def _online_training() -> Iterator[Exchanged]:
    for order, one in enumerate(crowd("training"), start=1):
        row = _participation(ONLINE, one, order, "came")
        yield row
        for session in SESSIONS:
            yield from _mark(row.id, one, session, "online")


def _founding_workshop() -> Iterator[Exchanged]:
    """Its sessions are made up as well: the text tells of none."""
    days = ("2015-09-08", "2015-09-08", "2015-09-09", "2015-09-09")
    sessions = [
        ActivitySession(
            id=key("activity_session", f"A03-{number}"),
            activity_id=FOUNDING,
            number=number,
            date=day,
            topic=topic,
        )
        for number, (day, topic) in enumerate(zip(days, _FOUNDING_TOPICS, strict=True), start=1)
    ]
    yield from sessions
    for order, one in enumerate(crowd("founders"), start=1):
        row = _participation(FOUNDING, one, order, "came")
        yield row
        for session in sessions:
            yield from _mark(row.id, one, session.id, "in_person", session.date)


def _webinar() -> Iterator[Exchanged]:
    """Children: each with a guardian who agreed."""
    sessions = [
        ActivitySession(
            id=key("activity_session", f"A19-{number}"),
            activity_id=CHAMPIONS,
            number=number,
            topic=topic,
            mode_id="activity_mode:online",
        )
        for number, topic in enumerate(_CHAMPION_TOPICS, start=1)
    ]
    yield from sessions
    for order, one in enumerate(crowd("champions"), start=1):
        row = _participation(CHAMPIONS, one, order, "came")
        row.guardian_name, row.guardian_consent = guardian(one)[0], True
        yield row
        for session in sessions:
            yield from _mark(row.id, one, session.id, "online")


def _event(event: Event) -> Iterator[Exchanged]:
    for order, one in enumerate(_invited(event), start=1):
        yield from _at_event(event, one, order)
    if event.size:
        yield from _crew(event)


def _invited(event: Event) -> list[Someone]:
    """People of the programme, and a few who know the training of 2023; some are asked before others."""

    def turn(one: Someone) -> float:
        near, official = one.district == event.place, one.kind == "bappeda"
        far = one.district not in DISTRICTS
        return share(event.key, one.key) - 0.25 * near - 0.25 * official + 0.6 * far

    return sorted([*crowd("members"), *crowd("training")], key=turn)[: event.size]


def _at_event(event: Event, one: Someone, order: int) -> Iterator[Exchanged]:
    coming = "came" if event.held else pick(_ANSWERS, "answer", event.key, one.key)
    row = _participation(event.id, one, order, coming)
    marks = [
        mark
        for number, (day, (start, _)) in enumerate(event.sittings[: event.held], start=1)
        for mark in _mark(row.id, one, event.session(number), _how(event, one), day, start)
    ]
    _results(event, one, row, marks)
    yield row
    yield from marks


def _how(event: Event, one: Someone) -> str:
    if event.mode == "hybrid":
        return "in_person" if one.district[:2] == event.place[:2] else "online"
    return event.mode


def _results(event: Event, one: Someone, row: Participation, marks: list[Attendance]) -> None:
    """Tests, certificate and transport of somebody who was there."""
    there = sum(mark.status in ("present", "late") for mark in marks)
    if event.key in _TESTED and there:
        row.pre_test = between(35, 75, "pre", event.key, one.key)
        if _TESTED[event.key] and marks[-1].status in ("present", "late"):
            row.post_test = min(100, row.pre_test + between(-3, 35, "gain", event.key, one.key))
    finished = event.status == "done" and len(event.sittings) > 1
    if finished and there * 100 >= _COMPLETED * len(event.sittings):
        row.certificate_number = f"{EVENTS.index(event) + 1:03d}.{row.sheet_order:02d}/RRW/{event.starts[:4]}"  # fmt: skip
    if there and event.mode == "in_person":
        row.transport_paid = _TRANSPORT


def _crew(event: Event) -> Iterator[Exchanged]:
    """The team behind the activity, and who of it speaks in which session."""
    team = crowd("team")
    for one, role in zip(team, _ROLES, strict=True):
        row = _participation(event.id, one, None, "came" if event.held else "confirmed")
        row.role_id = f"role:{role}"
        yield row
        for number, (day, (start, _)) in enumerate(event.sittings[: event.held], start=1):
            yield from _mark(row.id, one, event.session(number), _how(event, one), day, start)
    for number in range(1, len(event.sittings) + 1):
        one = team[1 + number % 2]
        yield speaks(event.session(number), 0, one.id, "facilitator", offices.HOME, one.position)


def _participation(activity: str, one: Someone, order: int | None, status: str) -> Participation:
    return Participation(
        id=derived_id("participation", activity, one.id),
        activity_id=activity,
        person_id=one.id,
        role_id="role:participant",
        status_id=f"participation_status:{status}",
        organization_id=one.organization,
        position=one.position,
        district_id=one.district,
        sheet_order=order,
    )


def _mark(
    participation: str,
    one: Someone,
    session: str,
    mode: str,
    day: str | None = None,
    start: str | None = None,
) -> Iterator[Attendance]:
    """A mark, or none where it was not recorded. ``start``: hour of the session, where it is known."""
    chance = share("mark", session, one.key)
    if share("seldom", one.key) < _SELDOM:
        chance = chance / 8 + 0.85 if share("missing", session, one.key) < 0.5 else chance
    status = next((mark for limit, mark in _MARKS if chance < limit), None)
    if status is None:
        return
    yield Attendance(
        id=derived_id("attendance", participation, session),
        participation_id=participation,
        session_id=session,
        status=status,
        mode=mode if status in ("present", "late") else None,
        arrived=f"{start[:3]}{between(31, 58, 'late', session, one.key)}"
        if status == "late" and start
        else None,
        recorded_how="typed" if mode == "online" else pick(("list", "list", "qr"), "how", session),
        recorded_at=f"{day}T09:00:00+00:00" if day else None,
    )
