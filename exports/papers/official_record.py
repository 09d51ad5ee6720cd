"""Official record of an event (berita acara): day and date in words, who came, and who signs for it."""

from db.errors import UserError
from db.rules.dates import first_day
from exports.kit.letter import Letter
from exports.kit.letterhead import DOTS
from exports.kit.paper import paper
from exports.kit.wording import town
from exports.papers.asked import Asked, place
from resources.texts import N_, NN_, Texts
from resources.words import MONTHS

NO_DATE = N_("The activity has no date yet. Write it down first.")
NUMBER = N_("Number: {number}")
HELD = N_(
    "On this day, {weekday}, the {day} of {month} in the year {year}, at {place}, the following "
    "event was held: {title}."
)
CAME = NN_(
    "{n} person took part (women: {women}, men: {men}, not said: {others}), as the attached "
    "attendance sheet shows.",
    "{n} people took part (women: {women}, men: {men}, not said: {others}), as the attached "
    "attendance sheet shows.",
)
RESULTS = N_("Results:")
CLOSING = N_("This record was made truthfully, to be used as it should be.")


def make(asked: Asked, t: Texts, title: str, kind: str) -> bytes:
    """The record as ``pdf``. Raises UserError where the activity has no date."""
    assert kind == "pdf"  # noqa: S101 - the only format of this document
    event = asked.event
    row, day = event.card.row, first_day(event.card.row.starts)
    if day is None:
        raise UserError(NO_DATE)
    letter = Letter(paper(asked.paper), t, title, event.papers, sample=event.sample)
    letter.begin()
    letter.centred(title.upper())
    letter.paragraph(t(NUMBER, number=asked.chosen["number"] or DOTS))
    letter.paragraph(
        t(
            HELD,
            weekday=t.weekday(day),
            day=t.words(day.day),
            month=MONTHS[t.language][day.month - 1],
            year=t.words(day.year),
            place=place(asked) or DOTS,
            title=row.title,
        )
    )
    came = event.counted
    if came.people:
        letter.paragraph(
            t.count(
                *CAME,
                came.people,
                women=t.number(came.women),
                men=t.number(came.men),
                others=t.number(came.others),
            )
        )
    if event.card.text.results:
        letter.paragraph(t(RESULTS))
        letter.paragraph(event.card.text.results)
    letter.paragraph(t(CLOSING))
    letter.sign(event.signatories, town(row.places), row.starts)
    return letter.done()
