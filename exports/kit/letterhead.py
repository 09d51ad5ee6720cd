"""The top of official papers: letterhead, title, and who signs at the end."""

from db.queries.activities import SignatoryRow
from db.queries.settings import Papers
from db.rules.dates import first_day
from exports.kit import colours, fonts
from exports.kit.sheet import Sheet, Style
from exports.kit.wording import SAMPLE
from resources.texts import N_, Texts

_OFFICE = Style(fonts.BOLD, 12, colours.INK, 1.25)
_LINE = Style(fonts.REGULAR, 8.5, colours.MUTED, 1.3)
_SIGN = Style(fonts.REGULAR, 9, colours.INK, 1.3)
_NAME = Style(fonts.BOLD, 9, colours.INK, 1.3)
_SAMPLE = Style(fonts.BOLD, 8, colours.SECOND, 1.2)

SIGN_HEIGHT = 46.0  # millimetres that a sign-off needs
_LOGO = 20.0  # millimetres that a logo is wide and high at most


def draw_letterhead(sheet: Sheet, x: float, y: float, room: float, papers: Papers) -> float:
    """Name and lines of the office, centred, above a double rule; answers where it ends.

    Its logo stands at the left, that of a partner at the right; the text keeps to the middle.
    """
    logos = (papers.logo, papers.partner_logo)
    top, aside = y, _LOGO + 3 if any(logos) else 0.0
    for position, line in enumerate((papers.name, *papers.lines)):
        style = _OFFICE if position == 0 else _LINE
        y = sheet.block(x + aside, y, room - 2 * aside, line, style, "center")
    for logo, left in zip(logos, (x, x + room - _LOGO), strict=True):
        if logo:
            sheet.image(logo, left, top, _LOGO, _LOGO)
            y = max(y, top + _LOGO)
    y += 2
    sheet.line(x, y, x + room, y, width=1.4, colour=colours.INK)
    sheet.line(x, y + 0.8, x + room, y + 0.8, width=0.5, colour=colours.INK)
    return y + 5


def draw_sample(sheet: Sheet, t: Texts) -> None:
    """The mark of made-up data in the corner of a page."""
    sheet.text(sheet.paper.width - 15, 8, t(SAMPLE), _SAMPLE, "right")


def draw_signatures(
    sheet: Sheet,
    x: float,
    y: float,
    room: float,
    t: Texts,
    signatories: tuple[SignatoryRow, ...],
    place: str | None,
    day: str | None,
    *,
    dated: bool = True,
) -> float:
    """Up to three who sign, side by side; place and date stand above the last. Answers where it ends.

    ``dated``: else the date stands elsewhere on the paper.
    """
    signing = signatories or (SignatoryRow(t(CHAIR), None, None, None),)
    width = room / len(signing)
    date = first_day(day)
    where = ", ".join(part for part in (place, t.date(date) if date else DOTS) if part)
    captions = max(len(_SIGN.lines(one.caption, width)) for one in signing)
    bottom = y
    for position, one in enumerate(signing):
        left = x + position * width
        if dated and position == len(signing) - 1:
            sheet.block(left, y, width, where, _SIGN, "center")
        sheet.block(left, y + 5, width, one.caption, _SIGN, "center")
        line = y + 5 + captions * _SIGN.line + 18
        line = sheet.block(left, line, width, one.name or DOTS, _NAME, "center")
        for detail in (one.position, one.number):
            if detail:
                line = sheet.block(left, line, width, detail, _SIGN, "center")
        bottom = max(bottom, line)
    return bottom


CHAIR = N_("Committee chair")
DOTS = "." * 34
