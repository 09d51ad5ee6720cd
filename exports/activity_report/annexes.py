"""Annexes of the activity report: the agenda, the attendance list and the photos."""

from db.queries.activity_report import ReportAnswer
from db.rules.attendance import LETTERS
from exports.activity_report.sections import SECTIONS
from exports.kit.columns import Column
from exports.kit.story import Picture, Story
from exports.kit.wording import said_hours, said_period
from resources.texts import N_, Texts

PHOTO = N_("Photo {number}")


def agenda(story: Story, t: Texts, answer: ReportAnswer) -> None:
    """The sessions in a table, where there is more than one."""
    sessions = answer.card.sessions
    if len(sessions) < 2:
        return
    story.turn()
    story.heading(t(SECTIONS["agenda"]))
    columns = [
        Column("day", t(N_("Date")), 40),
        Column("time", t(N_("Time")), 26),
        Column("topic", t(N_("Topic")), 66),
        Column("speakers", t(N_("Speakers")), 44),
    ]
    story.table(
        columns,
        [
            (
                said_period(t, one.date, None),
                said_hours(t, one),
                one.topic or t(N_("Session {number}"), number=one.number),
                "\n".join(name for name, _ in one.speakers),
            )
            for one in sessions
        ],
    )


def attendance(story: Story, t: Texts, answer: ReportAnswer) -> None:
    """Everybody with every mark; not for activities that are restricted."""
    grid = answer.grid
    if not grid.rows or answer.card.sensitivity == "restricted":
        return
    story.turn()
    story.heading(t(SECTIONS["attendance"]))
    columns = [
        Column("no", t(N_("No.")), 10, "center"),
        Column("name", t(N_("Name")), 55),
        Column("organization", t(N_("Organization / position")), 45),
        *(Column(s.id, str(s.number), 9, "center") for s in grid.sessions),
    ]
    letters = LETTERS[t.language]
    story.table(
        columns,
        [
            (
                number,
                row.shown,
                ""
                if row.sensitive
                else "\n".join(part for part in (row.organization, row.position) if part),
                *(letters[mark] if mark else "–" for mark in row.marks),
            )
            for number, row in enumerate(grid.rows, start=1)
        ],
    )


def photos(story: Story, t: Texts, answer: ReportAnswer, per_page: int) -> None:
    """Photos with consent, numbered."""
    if not answer.photos:
        return
    story.turn()
    story.heading(t(SECTIONS["photos"]))
    shown = []
    for number, photo in enumerate(answer.photos, start=1):
        said = " · ".join(part for part in (photo.caption, photo.credit) if part)
        name = t(PHOTO, number=number)
        shown.append(Picture(photo.content, f"{name}. {said}" if said else name))
    story.pictures(shown, per_page)
