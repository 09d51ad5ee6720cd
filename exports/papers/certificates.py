"""Certificates for those who completed an activity, one on a page."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from db.errors import UserError
from db.queries.activities import SignatoryRow
from db.queries.event import EventPerson
from db.queries.settings import Papers, Templates
from db.rules.dates import first_day
from exports.kit import colours, fonts
from exports.kit.letterhead import draw_letterhead, draw_sample, draw_signatures
from exports.kit.numbering import numbered
from exports.kit.paper import paper
from exports.kit.sheet import Sheet, Style
from exports.kit.wording import town
from exports.papers.asked import Asked, dates, place
from resources.texts import N_, NN_, Texts, translator

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
# Millimetres: of the frame, of the text, of the signatures, and of the text where a background has its own head.
_EDGE, _SIDE, _SIGNED, _BELOW_BACKGROUND = 9.0, 30.0, 148.0, 46.0
PATTERN = "{no}/SERT/{month}/{year}"


@dataclass(frozen=True, slots=True)
class Certificate:
    """What stands on one, in one language or in both with a slash between them; ``t`` says its date."""

    t: Texts
    head: str
    number: str
    given: str
    name: str
    organization: str
    role: str
    title: str
    held: str
    hours: str
    words: str


@dataclass(frozen=True, slots=True)
class Frame:
    """What all certificates of a file share."""

    papers: Papers
    signatories: tuple[SignatoryRow, ...]
    place: str
    day: str | None
    sample: bool


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
    row, first = event.card.row, asked.chosen["first"]
    frame = Frame(
        *(event.papers, event.signatories, town(row.places), row.ends or row.starts, event.sample)
    )
    made = (
        certificate(asked, _languages(t, asked.chosen["languages"], one), one, number)
        for number, one in enumerate(people, start=first)
    )
    return pages(frame, made, t, title)


def pages(frame: Frame, certificates: Iterable[Certificate], t: Texts, title: str) -> bytes:
    """One on each page; ``t``: the language of the file."""
    accent = frame.papers.templates.accent
    sheet = Sheet(paper("a4", "landscape"), title=title, language=t.language, accent=accent)
    for one in certificates:
        sheet.bookmark(one.name)
        _draw(sheet, frame, one)
        sheet.next_page()
    return sheet.done()


def _languages(t: Texts, wanted: str, one: EventPerson) -> tuple[Texts, ...]:
    """In which languages somebody gets the certificate."""
    if wanted == "both":
        return t, translator("en" if t.language == "id" else "id")
    return (translator("en"),) if wanted == "person" and one.abroad else (t,)


def said(languages: tuple[Texts, ...], speak: Callable[[Texts], str]) -> str:
    """The same in each of the languages; once where they say it alike."""
    return " / ".join(dict.fromkeys(text for one in languages if (text := speak(one))))


def certificate(
    asked: Asked, languages: tuple[Texts, ...], one: EventPerson, running: int
) -> Certificate:
    """That of one person, with the number that was kept or the running one."""
    event = asked.event
    row, templates = event.card.row, event.papers.templates
    day = first_day(row.ends or row.starts)
    pattern = asked.chosen["pattern"] or templates.certificate_number or PATTERN
    number = one.certificate or numbered(pattern, running, day)
    where, hours = place(asked), _hours(asked)

    def held(t: Texts) -> str:
        if where:
            return t(HELD, dates=dates(asked, t), place=where)
        return t(HELD_SOMEWHERE, dates=dates(asked, t))

    return Certificate(
        t=languages[0],
        head=said(languages, lambda t: t(HEAD).upper()),
        number=said(languages, lambda t: t(NUMBER, number=number)),
        given=said(languages, lambda t: t(GIVEN)),
        name=one.name,
        organization=one.organization or "",
        role=said(languages, lambda t: t(AS, role=t.label(one.role))),
        title=row.title,
        held=said(languages, held),
        hours=said(languages, lambda t: t.count(*HOURS, hours)) if hours else "",
        words=said(languages, lambda t: own_words(templates, t)),
    )


def own_words(templates: Templates, t: Texts) -> str:
    """What the office adds to its certificates."""
    return templates.certificate[0 if t.language == "id" else 1] or ""


def _draw(sheet: Sheet, frame: Frame, one: Certificate) -> None:
    wide, high = sheet.paper.width, sheet.paper.height
    papers, room = frame.papers, wide - 2 * _SIDE
    background = papers.templates.certificate_background
    if background:
        sheet.image(background, 0, 0, wide, high)
        y = _BELOW_BACKGROUND
    else:
        for edge in (_EDGE, _EDGE + 1.5):
            sheet.frame(edge, edge, wide - 2 * edge, high - 2 * edge, colours.ACCENT)
        y = draw_letterhead(sheet, _SIDE, 16, room, papers)
    lines = [
        (one.head, _HEAD.fitting(one.head, room, 1), 0.0),
        (one.number, _NUMBER.fitting(one.number, room, 1), 3.0),
        (one.given, _LINE, 1.0),
        (one.name, _NAME.fitting(one.name, room, 2), 0.5),
        (one.organization, _NUMBER, 3.0),
        (one.role, _LINE.fitting(one.role, room, 2), 1.0),
        (one.title, _EVENT.fitting(one.title, room, 3, 9), 1.0),
        (one.held, _LINE.fitting(one.held, room, 2), 1.0),
        (one.hours, _LINE, 1.0),
        (one.words, _NUMBER.fitting(one.words, room, 3), 0.0),
    ]
    for text, style, below in lines:
        if text:
            y = sheet.block(_SIDE, y, room, text, style, "center") + below
    draw_signatures(
        *(sheet, _SIDE, max(y + 2, _SIGNED), room, one.t),
        *(frame.signatories, frame.place, frame.day),
    )
    if frame.sample:
        draw_sample(sheet, one.t)


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
