"""A document that goes on from top to bottom; its content does not know whether pages or a Word file come of it."""

from dataclasses import dataclass
from typing import Protocol

from reportlab.graphics.shapes import Drawing

from db.queries.activities import SignatoryRow
from db.queries.settings import Papers
from exports.kit.charts import Chart
from exports.kit.columns import Column
from exports.kit.flow import BODY
from exports.kit.paper import paper
from exports.kit.sheet import Style
from resources.texts import N_, Texts

CONTENTS = N_("Contents")


@dataclass(frozen=True, slots=True)
class Picture:
    """A photo with what stands below it."""

    content: bytes
    caption: str


class Story(Protocol):
    """What content is told to. Measures in millimetres; ``room`` is what lies between the margins."""

    room: float

    def cover(self, kind: str, title: str, lines: list[str]) -> None:
        """A page of its own: letterhead, what it is, its title, and what belongs to it."""

    def opening(self, kind: str, title: str, line: str) -> None:
        """In place of a cover: letterhead, what it is, its title and a line, and the text goes on below."""

    def contents(self) -> None:
        """A page with the headings that follow and where they stand."""

    def need(self, millimetres: float) -> None:
        """What follows stays together, where pages are known."""

    def turn(self) -> None:
        """What follows begins on a new page."""

    def heading(self, text: str) -> None:
        """A chapter."""

    def subheading(self, text: str) -> None:
        """A heading inside a chapter."""

    def paragraph(self, text: str, style: Style = BODY) -> None:
        """Lines as the writer broke them. ``style``: BODY, MUTED for what is missing, SMALL for notes."""

    def facts(self, pairs: list[tuple[str, str]]) -> None:
        """Label and value, side by side."""

    def table(
        self,
        columns: list[Column],
        rows: list[tuple[object, ...]],
        *,
        total: bool = False,
        strong: frozenset[int] = frozenset(),
    ) -> None:
        """A table whose head is repeated. ``total``: its last row is one; ``strong``: so are these."""

    def chart(self, chart: Chart) -> None:
        """A chart, never torn."""

    def drawing(self, drawing: Drawing, said: str) -> None:
        """A drawing, never torn; ``said``: what it shows, for those who do not see it."""

    def pictures(self, pictures: list[Picture], per_page: int) -> None:
        """Photos with their captions, two or four on a page."""

    def sign(
        self,
        signatories: tuple[SignatoryRow, ...],
        place: str | None = None,
        day: str | None = None,
    ) -> None:
        """Who signs, never torn from each other."""

    def done(self) -> bytes:
        """The file."""


@dataclass(frozen=True, slots=True)
class Looks:
    """What every story takes: ``subject`` is said at the foot of its pages, ``size`` names the paper."""

    title: str
    subject: str
    papers: Papers
    size: str
    sample: bool


def begin(kind: str, looks: Looks, t: Texts) -> Story:
    """A story that becomes a ``pdf`` or a ``docx``."""
    if kind == "docx":
        from exports.kit.word import Word

        return Word(looks, t)
    from exports.kit.book import Book

    return Book(looks, t, paper(looks.size))
