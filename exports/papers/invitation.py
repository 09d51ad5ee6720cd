"""Letter of invitation, to everybody by name or with the list behind it; the list as a workbook as well."""

from db.queries.event import EventPerson
from db.rules.dates import PartialDate
from exports.kit.columns import Column
from exports.kit.flow import BODY, LEFT
from exports.kit.letter import Letter
from exports.kit.letterhead import DOTS
from exports.kit.numbering import numbered
from exports.kit.paper import paper
from exports.kit.wording import town
from exports.papers.asked import Asked, when_and_where
from resources.texts import N_, Texts

LISTED = N_("People invited")
DEAR = N_("Dear Sir or Madam,")
INVITED = N_("We have the honour to invite you to “{title}”, which takes place as follows:")
CONFIRM = N_("Please let {contact} know whether you will come.")
THANKS = N_("We thank you for your attention and look forward to seeing you.")
TO = N_("Addressed to")
ALL_LISTED = N_("those named in the list attached")


def make(asked: Asked, t: Texts, title: str, kind: str) -> bytes:
    """Letters as ``pdf``, or those invited as ``xlsx``."""
    if kind == "xlsx":
        return _workbook(asked, t)
    event = asked.event
    letter = Letter(paper(asked.paper), t, title, event.papers, sample=event.sample)
    invited = event.participants
    if asked.chosen["each"]:
        for whom in map(_addressed, invited):
            _write(letter, asked, t, whom)
        if not invited:
            _write(letter, asked, t, [DOTS])
    else:
        _write(letter, asked, t, [t(ALL_LISTED)])
        letter.turn()
        letter.heading(t(LISTED))
        letter.table(_columns(t), _rows(invited))
    return letter.done()


def _write(letter: Letter, asked: Asked, t: Texts, whom: list[str]) -> None:
    event, chosen = asked.event, asked.chosen
    letter.begin()
    where = ", ".join(
        part for part in (town(event.card.row.places), _day(chosen["date"], t)) if part
    )
    letter.sheet.text(LEFT + letter.room, letter.y + 3, where, BODY, "right")
    attached = "–" if chosen["each"] else t(N_("1 list"))
    letter.facts(
        [
            (t(N_("Number")), _number(asked)),
            (t(N_("Attached")), attached),
            (t(N_("Concerning")), t(N_("Invitation"))),
        ]
    )
    letter.paragraph("\n".join([t(TO), *whom]))
    letter.paragraph(t(DEAR))
    letter.paragraph(t(INVITED, title=event.card.row.title))
    letter.facts(when_and_where(asked, t))
    if chosen["contact"]:
        letter.paragraph(t(CONFIRM, contact=chosen["contact"]))
    own = event.papers.templates.invitation[0 if t.language == "id" else 1]
    letter.paragraph(own or t(THANKS))
    letter.sign(event.signatories[-1:], dated=False)


def _number(asked: Asked) -> str:
    """As it was typed; a number alone goes into the pattern of the office. Dots where none was typed."""
    typed, pattern = asked.chosen["number"] or "", asked.event.papers.templates.letter_number
    if not (pattern and typed.isdigit()):
        return typed or DOTS
    date = asked.chosen["date"]
    return numbered(pattern, int(typed), PartialDate.parse(date).first if date else None)


def _day(text: str | None, t: Texts) -> str:
    """The date of the letter as it was typed in any way people write dates; dots where none was."""
    if not text:
        return DOTS
    date = PartialDate.parse(text)
    return t.date(date.first, date.precision)


def _addressed(one: EventPerson) -> list[str]:
    return [part for part in (one.name, one.position, one.organization) if part]


def _columns(t: Texts) -> list[Column]:
    return [
        Column("no", t(N_("No.")), 11.5, "center"),
        Column("name", t(N_("Full name")), 52),
        Column("position", t(N_("Position")), 40),
        Column("organization", t(N_("Organization")), 48),
        Column("district", t(N_("District")), 36),
    ]


def _rows(people: list[EventPerson]) -> list[tuple[object, ...]]:
    return [
        (number, one.name, one.position or "", one.organization or "", one.district or "")
        for number, one in enumerate(people, start=1)
    ]


def _workbook(asked: Asked, t: Texts) -> bytes:
    from exports.kit.columns import Table
    from exports.kit.lists import listed

    title = f"{t(LISTED)} – {asked.event.card.row.title}"
    return listed(
        t(LISTED),
        title,
        Table(tuple(_columns(t)), tuple(_rows(asked.event.participants))),
        asked.paper,
    )
