"""The course of the sessions in the activity report."""

from collections.abc import Callable

from db.queries.activities import SessionRow
from db.rules.dates import stored
from exports.kit.story import Story
from exports.kit.wording import said_hours
from resources.texts import N_, NN_, Texts

HOURS = NN_("{span} hour", "{span} hours")
MINUTES = NN_("{span} minute", "{span} minutes")


def course(
    story: Story, t: Texts, sessions: tuple[SessionRow, ...], chapter: Callable[[str], None]
) -> None:
    """Each session with its time, its speakers, how it was held and what was said."""
    if not sessions:
        return
    chapter("course")
    for session in sessions:
        title = t(N_("Session {number}"), number=session.number)
        story.subheading(f"{title}: {session.topic}" if session.topic else title)
        date = stored(session.date)
        lines = [
            (t(N_("Date")), t.date(date.first, date.precision) if date else ""),
            (t(N_("Time")), said_hours(t, session)),
            (t(N_("Duration")), _duration(t, session)),
            (
                t(N_("Speakers")),
                ", ".join(f"{name} ({t.label(role)})" for name, role in session.speakers),
            ),
            (t(N_("Method")), session.method or ""),
            (t(N_("Materials")), session.materials or ""),
        ]
        story.facts([(label, value) for label, value in lines if value])
        if session.summary:
            story.paragraph(session.summary)


def _duration(t: Texts, session: SessionRow) -> str:
    """``2–3 hours``, where no clock was told."""
    low, high = session.minutes_from, session.minutes_to
    if session.start_time or low is None or high is None:
        return ""
    if low % 60 or high % 60:
        return t.count(*MINUTES, high, span=t.span(low, high))
    return t.count(*HOURS, high // 60, span=t.span(low // 60, high // 60))
