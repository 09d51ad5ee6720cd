"""Agenda of an activity: its sessions day by day, with who speaks."""

from itertools import groupby

from db.queries.activities import SessionRow
from exports.kit.columns import Column
from exports.kit.letter import Letter
from exports.kit.paper import paper
from exports.kit.wording import said_hours, said_period
from exports.papers.asked import Asked, about
from resources.texts import N_, Texts

NO_SESSIONS = N_("No sessions were planned yet.")


def make(asked: Asked, t: Texts, title: str, kind: str) -> bytes:
    """The agenda as ``pdf``."""
    assert kind == "pdf"  # noqa: S101 - the only format of this document
    event = asked.event
    letter = Letter(paper(asked.paper), t, title, event.papers, sample=event.sample)
    letter.begin()
    letter.centred(title.upper())
    letter.facts(about(asked, t))
    for day, sessions in groupby(event.card.sessions, key=lambda one: one.date):
        if day is not None:
            letter.subheading(said_period(t, day, None))
        letter.table(_columns(t), [_row(t, one) for one in sessions])
    if not event.card.sessions:
        letter.paragraph(t(NO_SESSIONS))
    return letter.done()


def _columns(t: Texts) -> list[Column]:
    return [
        Column("time", t(N_("Time")), 26),
        Column("topic", t(N_("Topic")), 70),
        Column("method", t(N_("Method")), 28),
        Column("speakers", t(N_("Speakers")), 50),
    ]


def _row(t: Texts, one: SessionRow) -> tuple[object, ...]:
    speakers = "\n".join(f"{name} ({t.label(role)})" for name, role in one.speakers)
    topic = one.topic or t(N_("Session {number}"), number=one.number)
    return said_hours(t, one), topic, one.method or "", speakers
