"""Place cards to fold: the name on both sides, so that it is read from the front and from behind."""

from db.errors import UserError
from db.queries.event import EventPerson
from exports.kit import colours, fonts
from exports.kit.labels import A4, Labels
from exports.kit.sheet import Sheet, Style
from exports.kit.wording import SAMPLE
from exports.papers.asked import Asked
from exports.papers.badges import NOBODY
from resources.texts import Texts

_CARDS = Labels(190, 92, 1, 3)
_NAME = Style(fonts.BOLD, 30, colours.INK, 1.15)
_DETAIL = Style(fonts.REGULAR, 13, colours.MUTED, 1.2)
_FOLD = 3.0  # millimetres of the mark where a card is folded


def make(asked: Asked, t: Texts, title: str, kind: str) -> bytes:
    """The cards as ``pdf``. Raises UserError where nobody is registered."""
    assert kind == "pdf"  # noqa: S101 - the only format of this document
    event = asked.event
    people = [one for one in event.people if asked.chosen["everybody"] or not one.participant]
    if not people:
        raise UserError(NOBODY)
    sheet = Sheet(A4, title=title, language=t.language, accent=asked.event.papers.templates.accent)
    for laid in _CARDS.sheets(people):
        for one, (x, y) in laid:
            sheet.frame(x, y, _CARDS.width, _CARDS.height, colours.LINE)
            fold = y + _CARDS.height / 2
            for edge in (x, x + _CARDS.width - _FOLD):
                sheet.line(edge, fold, edge + _FOLD, fold)
            _side(sheet, asked, t, one, x, fold)
            with sheet.upside_down(x + _CARDS.width / 2, fold):
                _side(sheet, asked, t, one, x, fold)
        sheet.next_page()
    return sheet.done()


def _side(sheet: Sheet, asked: Asked, t: Texts, one: EventPerson, x: float, top: float) -> None:
    """One half of a card, below ``top``."""
    room, half = _CARDS.width - 20, _CARDS.height / 2
    name = _NAME.fitting(one.name, room, 2)
    detail = t(SAMPLE) if asked.event.sample else one.organization or ""
    small = _DETAIL.fitting(detail, room, 1)
    high = len(name.lines(one.name, room)) * name.line + (small.line + 2 if detail else 0)
    y = sheet.block(x + 10, top + (half - high) / 2, room, one.name, name, "center")
    if detail:
        sheet.block(x + 10, y + 2, room, detail, small, "center")
