"""A letter of the office: letterhead, text that flows, and who signs at its end."""

from db.queries.activities import SignatoryRow
from db.queries.settings import Papers
from exports.kit import colours, fonts
from exports.kit.flow import LEFT, Flow
from exports.kit.letterhead import SIGN_HEIGHT, draw_letterhead, draw_signatures
from exports.kit.paper import Paper
from exports.kit.sheet import Style
from exports.kit.wording import SAMPLE
from resources.texts import Texts

TITLE = Style(fonts.BOLD, 14, colours.INK, 1.3)
_TOP = 12.0


class Letter(Flow):
    """One or several letters in a file; ``begin`` starts each of them on a new page."""

    def __init__(
        self, paper: Paper, t: Texts, title: str, papers: Papers, *, sample: bool, subject: str = ""
    ) -> None:
        footer = " · ".join(part for part in (papers.name, subject) if part)
        mark, accent = t(SAMPLE) if sample else "", papers.templates.accent
        super().__init__(paper, t, title, footer, mark, accent)
        self._texts, self._papers, self._begun = t, papers, False

    def begin(self) -> None:
        """A new page with the letterhead."""
        if self._begun:
            self.turn()
        self._begun = True
        self.letterhead(_TOP)

    def letterhead(self, y: float) -> None:
        """The head of the office from ``y`` downwards."""
        self.y = draw_letterhead(self.sheet, LEFT, y, self.room, self._papers)

    def centred(self, text: str, style: Style = TITLE) -> None:
        """A title in the middle."""
        self.y = self.sheet.block(LEFT, self.y + 1, self.room, text, style, "center") + 1

    def sign(
        self,
        signatories: tuple[SignatoryRow, ...],
        place: str | None = None,
        day: str | None = None,
        *,
        dated: bool = True,
    ) -> None:
        """Who signs, never torn from each other; ``dated``: place and date stand above."""
        self.need(SIGN_HEIGHT)
        self.y = draw_signatures(
            self.sheet,
            *(LEFT, self.y + 4, self.room, self._texts, signatories, place, day),
            dated=dated,
        )
