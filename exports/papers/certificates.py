"""Certificates for those who completed an activity, one on a page."""

from db.errors import UserError
from db.queries.event import EventPerson
from db.rules.dates import first_day
from exports.kit import colours, fonts
from exports.kit.letterhead import draw_letterhead, draw_sample, draw_signatures
from exports.kit.numbering import numbered
from exports.kit.paper import paper
from exports.kit.sheet import Sheet, Style
from exports.kit.wording import town
from exports.papers.asked import Asked, dates, place
from resources.texts import N_, NN_, Texts

NOBODY = N_("Nobody has completed this activity yet. Take the attendance of all sessions first.")
HEAD = N_("Certificate")
NUMBER = N_("Number: {number}")
GIVEN = N_("is given to")
AS = N_("who took part as {role} in")
HELD = N_("on {dates} at {place}")
HELD_SOMEWHERE = N_("on {dates}")
HOURS = NN_("{n} hour in all", "{n} hours in all")
_HEAD = Style(fonts.BOLD, 30, colours.ACCENT, 1.2)
_NUMBER = Style(fonts.REGULAR, 10, colours.MUTED, 1.3)
_LINE = Style(fonts.REGULAR, 12, colours.INK, 1.4)
_NAME = Style(fonts.BOLD, 26, colours.INK, 1.25)
_EVENT = Style(fonts.BOLD, 14, colours.INK, 1.3)
_EDGE, _SIDE, _SIGNED = (
    9.0,
    30.0,
    148.0,
)  # millimetres: of the frame, of the text, of the signatures
PATTERN = "{no}/SERT/{month}/{year}"


def make(asked: Asked, t: Texts, title: str, kind: str) -> bytes:
    """The certificates as ``pdf``. Raises UserError where nobody completed the activity."""
    assert kind == "pdf"  # noqa: S101 - the only format of this document
    event = asked.event
    people = [
        one
        for one in event.people
        if (one.completed if one.participant else asked.chosen["team"] and one.there)
    ]
    if not people:
        raise UserError(NOBODY)
    sheet = Sheet(paper("a4", "landscape"), title=title, language=t.language)
    for number, one in enumerate(people, start=1):
        sheet.bookmark(one.name)
        _certificate(sheet, asked, t, one, number)
        sheet.next_page()
    return sheet.done()


def _certificate(sheet: Sheet, asked: Asked, t: Texts, one: EventPerson, number: int) -> None:
    event, wide, high = asked.event, sheet.paper.width, sheet.paper.height
    row, papers, room = event.card.row, event.papers, wide - 2 * _SIDE
    for edge in (_EDGE, _EDGE + 1.5):
        sheet.frame(edge, edge, wide - 2 * edge, high - 2 * edge, colours.ACCENT)
    y = draw_letterhead(sheet, _SIDE, 16, room, papers)
    day = first_day(row.ends or row.starts)
    said = one.certificate or numbered(asked.chosen["pattern"] or PATTERN, number, day)
    role = t.label(one.role)
    where = place(asked)
    held = (
        t(HELD, dates=dates(asked, t), place=where)
        if where
        else t(HELD_SOMEWHERE, dates=dates(asked, t))
    )
    lines = [
        (t(HEAD).upper(), _HEAD, 0.0),
        (t(NUMBER, number=said), _NUMBER, 3.0),
        (t(GIVEN), _LINE, 1.0),
        (one.name, _NAME.fitting(one.name, room, 2), 0.5),
        (one.organization or "", _NUMBER, 3.0),
        (t(AS, role=role), _LINE, 1.0),
        (row.title, _EVENT.fitting(row.title, room, 3, 9), 1.0),
        (held, _LINE.fitting(held, room, 2), 1.0),
        (t.count(*HOURS, _hours(asked)) if _hours(asked) else "", _LINE, 0.0),
    ]
    for text, style, below in lines:
        if text:
            y = sheet.block(_SIDE, y, room, text, style, "center") + below
    draw_signatures(
        sheet,
        _SIDE,
        max(y + 2, _SIGNED),
        room,
        t,
        event.signatories,
        town(row.places),
        row.ends or row.starts,
    )
    if event.sample:
        draw_sample(sheet, t)


def _hours(asked: Asked) -> int:
    """Full hours of all sessions whose beginning and end are known; 0 where one is not."""
    minutes = 0
    for one in asked.event.card.sessions:
        if one.start_time is None or one.end_time is None:
            return 0
        (hour, minute), (until, past) = (
            map(int, clock.split(":")) for clock in (one.start_time, one.end_time)
        )
        minutes += 60 * (until - hour) + past - minute
    return minutes // 60
