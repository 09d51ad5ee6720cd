"""A list with search, filters, order and marks: everything of a list page but the form beside it."""

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt, QTimer, Signal
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from db.queries import listing as questions
from db.queries.listing import Asked, Found, Listing
from desktop.desk import Desk
from desktop.kit.copying import Copying
from desktop.kit.filters import Chosen, Filters
from desktop.kit.glass_line import GlassLine
from desktop.kit.many import Many, Step
from desktop.kit.parts import Card, Empty, label
from desktop.kit.table import Column, TableModel, TableView
from desktop.kit.view_choice import ViewChoice
from desktop.texts import N_

DEBOUNCE = 120
REMEMBERED = 500  # marked rows that stay marked when the list changes
NOTHING = N_("Nothing was found. Try fewer letters, another spelling or other filters.")


@dataclass(frozen=True, slots=True)
class Words:
    """What a list page says. All msgids; ``counted`` is a pair for one and many. ``new`` '': nothing can be added."""

    title: str
    new: str
    search: str
    icon: str
    empty: str
    empty_sentence: str
    counted: tuple[str, str]


class ListBox(QWidget):
    """``chosen``: the row that the user stands on; ``entered``: its form is wanted; ``counted``: how many there are,
    and whether some may be left out; ``several``: more than one is marked.
    """

    chosen = Signal(object)
    entered = Signal()
    counted = Signal(int, bool)
    several = Signal()

    def __init__(
        self,
        desk: Desk,
        words: Words,
        listing: Listing,
        columns: tuple[Column[Any], ...],
        steps: Sequence[Step],
        first_step: QPushButton | None,
    ) -> None:
        super().__init__()
        self._desk, self._words, self._listing = desk, words, listing
        self._ids: array[int] = array("q")
        self.wanted: str | None = None
        self.standing: str | None = None
        self.search = self._make_search()
        self.model: TableModel[Any] = TableModel(columns, self._fetch, self)
        self.table = TableView(desk.theme, self.model, desk.t(words.title), several=True)
        self.table.chosen.connect(self._choose)
        self.table.activated.connect(lambda _: self.entered.emit())
        self.table.many.connect(self._mark)
        self.view_choice = ViewChoice(desk, self.table, listing.table)
        self.view_choice.changed.connect(self.reload)
        self.filters = Filters(desk, listing)
        self.filters.changed.connect(self._refilter)
        self._copying = Copying(desk, self.table, listing)
        self.many = Many(desk, steps, self._with_marked, self.copy)
        self.stack = QStackedWidget()
        self._lay_out(first_step)

    def reload(self) -> None:
        """Ask for the list again; ``wanted`` is stood on, or else what was stood on before."""
        view = self.view_choice
        asked = self.filters.asked(self.search.text(), view.sort, descending=view.descending)
        self._desk.tasks.read(
            *(self, partial(self._found, asked), questions.found, self._listing, asked),
            self.wanted or self.standing,
            key="found",
        )

    def show_filtered(self, chosen: Chosen) -> None:
        """The list of what lies behind a number: these filters and no others."""
        self.search.clear()
        self.filters.show_chosen(chosen)
        self.reload()

    def within(self, row: str) -> None:
        """The list of what lies in this row; without what narrowed that of another one."""
        self.filters.within = row
        self.wanted = self.standing = None
        self._ids = array("q")
        self.search.clear()
        self.filters.show_chosen({})

    def marked(self) -> list[int]:
        """Numbers of the marked rows where there are several."""
        places = self.table.marked_places()
        return [self._ids[place] for place in places] if len(places) > 1 else []

    def with_rows(self, do: Callable[[list[str]], None]) -> None:
        """Ids of the marked rows, or of all that were found, for ``do``."""
        ids = self.marked() or list(self._ids)
        self._desk.tasks.read(self, do, questions.keys, self._listing, ids, key="keys")

    def copy(self, *, contacts: bool = False) -> None:
        """The marked rows as a table, or all of them; with phone numbers only where that is asked for."""
        self._copying.copy(self.marked() or list(self._ids), contacts=contacts)

    def begin_search(self) -> None:
        """Give the keyboard to the search."""
        self.search.setFocus()
        self.search.selectAll()

    def _make_search(self) -> GlassLine:
        desk = self._desk
        made = GlassLine(desk, desk.t(self._words.search))
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(DEBOUNCE)
        self._wait.timeout.connect(self.reload)
        made.textChanged.connect(lambda _: self._wait.start())
        return made

    def _lay_out(self, first_step: QPushButton | None) -> None:
        theme, t, words = self._desk.theme, self._desk.t, self._words
        card = Card(theme, padding=1)
        card.box.addWidget(self.table)
        empty = Empty(
            *(theme, self._desk.icons, words.icon),
            *(t(words.empty), t(words.empty_sentence), first_step),
        )
        nothing = label(t(NOTHING), "muted", wrap=True)
        nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for widget in (card, empty, nothing):
            self.stack.addWidget(widget)
        self._search_line = self.view_choice.beside(self.search)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.px(12))
        for line in (self._search_line, self.filters, self.many):
            box.addWidget(line)
        box.addWidget(self.stack, 1)

    def _fetch(self, offset: int, limit: int, then: Callable[[list[Any]], None]) -> None:
        ids = self._ids[offset : offset + limit]
        self._desk.tasks.read(self, then, questions.rows, self._listing, ids, key=f"rows {offset}")

    def _found(self, asked: Asked, found: Found) -> None:
        marked = self.marked()
        self._ids = found.ids
        number = len(found.ids)
        self.model.show(number, found.first)
        self.stack.setCurrentIndex(0 if number else 2 if asked.narrowed else 1)
        for line in (self._search_line, self.filters):
            line.setVisible(bool(number) or asked.narrowed)
        self.counted.emit(number, asked.narrowed)
        self._stand(marked, found.place)
        self.wanted = None

    def _stand(self, marked: list[int], place: int | None) -> None:
        """What was marked stays marked, wherever it stands now."""
        if 1 < len(marked) <= REMEMBERED:
            places = {number: at for at, number in enumerate(self._ids)}
            selection = QItemSelection()
            for number in marked:
                if number in places:
                    index = self.model.index(places[number], 0)
                    selection.select(index, index)
            flag = QItemSelectionModel.SelectionFlag
            self.table.selectionModel().select(selection, flag.ClearAndSelect | flag.Rows)
        elif place is not None:
            self.table.stand_on(place)
            if self.wanted is not None:
                self.table.scrollTo(self.model.index(place, 0))
        else:
            self.table.forget_place()

    def _refilter(self) -> None:
        self.table.scrollToTop()
        self.reload()

    def _mark(self, number: int) -> None:
        self.many.show_number(number)
        if number > 1:
            self.several.emit()

    def _with_marked(self, do: Callable[[list[str]], None]) -> None:
        self._desk.tasks.read(self, do, questions.keys, self._listing, self.marked())

    def _choose(self, row: Any) -> None:
        if row is not None and self.table.marked() <= 1:
            self.chosen.emit(row)
