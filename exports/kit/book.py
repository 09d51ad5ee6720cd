"""A story as pages of a PDF: cover, contents with page numbers, chapters, photos."""

from exports.kit import colours, fonts
from exports.kit.flow import HEADING, LEFT, MUTED, SMALL
from exports.kit.letter import Letter
from exports.kit.paper import MM, Paper
from exports.kit.sheet import Style
from exports.kit.story import CONTENTS, Looks, Picture
from resources.texts import Texts

_KIND = Style(fonts.BOLD, 12, colours.ACCENT, 1.3)
_TITLE = Style(fonts.BOLD, 22, colours.INK, 1.25)
_NAME = Style(fonts.BOLD, 16, colours.INK, 1.25)
_COVER_LINE = Style(fonts.REGULAR, 11, colours.MUTED, 1.5)
_ENTRY = Style(fonts.REGULAR, 10, colours.INK, 1.3)
_ENTRY_LINE = 7.0  # millimetres from one entry of the contents to the next
_HEAD = 20.0
_TITLE_BELOW = 55.0  # millimetres from the letterhead to the title
_GAP = 6.0
_TALL = {2: 92.0, 4: 72.0}  # millimetres of a photo, by photos on a page


class Book(Letter):
    """See ``Story``."""

    def __init__(self, looks: Looks, t: Texts, paper: Paper) -> None:
        super().__init__(
            paper, t, looks.title, looks.papers, sample=looks.sample, subject=looks.subject
        )
        self._title = t(CONTENTS)
        self._chapters: list[tuple[str, int]] = []
        self._listed = False

    def cover(self, kind: str, title: str, lines: list[str]) -> None:
        sheet = self.sheet
        self.letterhead(_HEAD)
        y = sheet.block(LEFT, self.y + _TITLE_BELOW, self.room, kind.upper(), _KIND)
        y = sheet.block(LEFT, y + 3, self.room, title, _TITLE) + 6
        for line in lines:
            y = sheet.block(LEFT, y, self.room, line, _COVER_LINE)
        self.turn()

    def opening(self, kind: str, title: str, line: str) -> None:
        self.begin()
        self.y = self.sheet.block(LEFT, self.y + 2, self.room, kind.upper(), _KIND)
        self.y = self.sheet.block(LEFT, self.y + 1, self.room, title, _NAME)
        self.paragraph(line, MUTED)

    def contents(self) -> None:
        self._listed = True
        self.sheet.place_later(CONTENTS)
        self.y += _ENTRY_LINE  # the page is used, though its lines come later
        self.turn()

    def heading(self, text: str) -> None:
        super().heading(text)
        self._chapters.append((text, self.page))

    def pictures(self, pictures: list[Picture], per_page: int) -> None:
        side_by_side = per_page // 2
        wide = (self.room - _GAP * (side_by_side - 1)) / side_by_side
        tall = _TALL[per_page]
        for start in range(0, len(pictures), side_by_side):
            beside = pictures[start : start + side_by_side]
            below = max(len(SMALL.lines(one.caption, wide)) for one in beside) * SMALL.line
            if start and start % per_page == 0:
                self.turn()
            self.need(tall + below + 6)
            for number, one in enumerate(beside):
                x = LEFT + number * (wide + _GAP)
                self.sheet.image(one.content, x, self.y, wide, tall)
                self.sheet.block(x, self.y + tall + 1, wide, one.caption, SMALL, "center")
            self.y += tall + below + 6

    def done(self) -> bytes:
        if self._listed:
            with self.sheet.placed_later(CONTENTS):
                self._list_chapters()
        return super().done()

    def _list_chapters(self) -> None:
        """The page that was kept free for them."""
        y = self.sheet.block(LEFT, _HEAD, self.room, self._title, HEADING) + 6
        for text, page in self._chapters:
            line = _ENTRY.lines(text, self.room - 15)[0]
            self.sheet.text(LEFT, y, line, _ENTRY)
            self.sheet.text(LEFT + self.room, y, str(page), _ENTRY, "right")
            after, before = (
                fonts.width(said, _ENTRY.font, _ENTRY.size) / MM + 2 for said in (line, str(page))
            )
            self.sheet.line(
                *(LEFT + after, y, LEFT + self.room - before, y), width=0.4, colour=colours.HAIR
            )
            y += _ENTRY_LINE
