"""Name badges: several on a sheet of A4, with lines to cut along, and a code that the door can read."""

from db.errors import UserError
from db.queries.event import EventPerson
from exports.kit import colours, fonts
from exports.kit.labels import A4, BADGES, Labels
from exports.kit.marks import draw_code
from exports.kit.sheet import Sheet, Style
from exports.kit.wording import SAMPLE
from exports.papers.asked import Asked
from resources.texts import N_, Texts

NOBODY = N_("Nobody is registered yet. Register the participants first.")
_OFFICE = Style(fonts.MEDIUM, 7.5, colours.MUTED, 1.2)
_EVENT = Style(fonts.REGULAR, 7, colours.MUTED, 1.2)
_NAME = Style(fonts.BOLD, 20, colours.INK, 1.15)
_DETAIL = Style(fonts.REGULAR, 9.5, colours.INK, 1.2)
_ROLE = Style(fonts.BOLD, 9, colours.ACCENT, 1.2)
_CODE, _EDGE = 14.0, 5.0  # millimetres


def make(asked: Asked, t: Texts, title: str, kind: str) -> bytes:
    """The badges as ``pdf``. Raises UserError where nobody is registered."""
    assert kind == "pdf"  # noqa: S101 - the only format of this document
    event, labels = asked.event, BADGES[asked.chosen["size"]]
    if not event.people:
        raise UserError(NOBODY)
    sheet = Sheet(A4, title=title, language=t.language, accent=asked.event.papers.templates.accent)
    for laid in labels.sheets(event.people):
        for one, (x, y) in laid:
            sheet.frame(x, y, labels.width, labels.height, colours.LINE)
            _badge(sheet, asked, t, one, labels, x, y)
        sheet.next_page()
    return sheet.done()


def _badge(
    sheet: Sheet, asked: Asked, t: Texts, one: EventPerson, labels: Labels, x: float, y: float
) -> None:
    event, room = asked.event, labels.width - 2 * _EDGE
    left, bottom = x + _EDGE, y + labels.height - _EDGE
    office = t(SAMPLE) if event.sample else event.papers.name
    top = sheet.block(left, y + _EDGE - 1, room, office, _OFFICE.fitting(office, room, 1, 5))
    small = _EVENT.fitting(event.card.row.title, room, 2, 5)
    for line in small.lines(event.card.row.title, room)[:2]:
        sheet.text(left, top + small.size * 0.36, line, small)
        top += small.line
    coded = asked.chosen["code"]
    foot = _CODE if coded else _ROLE.line
    name = _NAME.fitting(one.name, room, 2)
    high = len(name.lines(one.name, room)) * name.line
    middle = top + max((bottom - foot - top - high) / 2, 0)
    sheet.block(left, middle, room, one.name, name, "center")
    beside = room - (_CODE + 2 if coded else 0)
    detail = one.organization or one.district or ""
    small = _DETAIL.fitting(detail, beside, 2, 6)
    lines = small.lines(detail, beside)[:2] if detail else ()
    at = bottom - _ROLE.line - len(lines) * small.line
    for line in lines:
        sheet.text(left, at + small.size * 0.36, line, small)
        at += small.line
    sheet.text(left, at + _ROLE.size * 0.36, t.label(one.role).upper(), _ROLE)
    if coded:
        draw_code(
            sheet, f"rembuk:p:{one.row}", x + labels.width - _EDGE - _CODE, bottom - _CODE, _CODE
        )
