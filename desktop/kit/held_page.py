"""A short list that is held whole, and beside it what there is to know of the row that the user stands on."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QStackedWidget

from desktop.desk import Desk
from desktop.kit.beside import Beside
from desktop.kit.copying import put_held
from desktop.kit.draft_form import DraftForm
from desktop.kit.many import Many, Step
from desktop.kit.page import Page
from desktop.kit.parts import Card, Empty
from desktop.kit.table import Column, HeldModel, TableView
from desktop.texts import N_


class HeldPage(Page):
    """Base of pages whose rows need no search. ``panel`` shows one of them."""

    panel: Any  # a Panel or a Form

    def __init__(
        self, desk: Desk, title: str, columns: tuple[Column[Any], ...], empty: Empty | None = None
    ) -> None:
        super().__init__(desk, title)
        self.model: HeldModel[Any] = HeldModel(columns, self)
        steps = self.steps()
        self.table = TableView(desk.theme, self.model, title, several=bool(steps))
        self.many = Many(desk, steps, self._with_marked, self.copy)
        self.table.many.connect(self._mark)
        self.table.chosen.connect(self._chosen)
        self.table.activated.connect(lambda _: self._enter())
        card = Card(desk.theme, padding=1)
        card.box.addWidget(self.table)
        self.stack = QStackedWidget()
        self.stack.addWidget(card)
        if empty is not None:
            self.stack.addWidget(empty)
        self.box.addWidget(self.many)
        self.box.addWidget(self.stack, 1)
        self.command(N_("Copy as table"), "Ctrl+Shift+C", self.copy)
        self.detail = Beside(self)
        self._wanted: object = None

    # What a page of its own says

    def fill_panel(self, row: Any) -> None:
        """Put a row into the panel."""
        raise TypeError(row)

    def key(self, row: Any) -> object:
        """What tells a row from the others."""
        raise TypeError(row)

    def steps(self) -> Sequence[Step]:
        """What can be done with several marked rows; without any, one row at a time is marked."""
        return ()

    # What all of them do

    def copy(self) -> None:
        """The marked rows as a table, or all of them."""
        places = self.table.marked_places()
        rows = [self.model.rows[place] for place in places] if len(places) > 1 else self.model.rows
        put_held(self.desk, self.table, rows)

    def show_rows(self, rows: list[Any]) -> None:
        """Show these. The panel stays at its row; where that is gone, it goes on to the next."""
        place, before = self.table.currentIndex().row(), self.table.current()
        self.model.show_rows(rows)
        self.stack.setCurrentIndex(0 if rows or self.stack.count() == 1 else 1)
        if not self.detail.shows(self.panel):
            return
        if not rows:
            if not (isinstance(self.panel, DraftForm) and self.panel.row is None):
                self.detail.close_form()  # a new row that is being written stays
            return
        keys = [self.key(row) for row in rows]
        if self._wanted in keys:
            wanted, self._wanted = self._wanted, None
            self.stand_on(keys.index(wanted))
            return
        if before is None and isinstance(self.panel, DraftForm):
            return  # a new row is being written
        if before is not None and self.key(before) in keys:
            place = keys.index(self.key(before))
        self.stand_on(min(max(place, 0), len(rows) - 1))

    def stand_on(self, place: int) -> None:
        """Show the row at a place of the list beside it."""
        self.table.setCurrentIndex(self.model.index(place, 0))
        self._chosen(self.model.rows[place])

    def use_form(self, form: DraftForm, table: str) -> None:
        """The panel is the form of the rows: what was saved is stood on, what is gone is left."""
        form.stored.connect(self._stored)
        form.gone.connect(self.close_panel)
        form.left.connect(self.close_panel)
        form.told.connect(lambda: self.desk.navigation.go("records", f"{table}:{form.row}"))

    def close_panel(self) -> None:
        """The list alone."""
        self.detail.close_form()
        self.table.forget_place()

    def _stored(self, row: str) -> None:
        """Stand on what was saved; a new row comes with the next list."""
        self._wanted = row
        self.reload()

    def _enter(self) -> None:
        self._chosen(self.table.current())
        self.panel.focus()

    def _with_marked(self, do: Callable[[list[str]], None]) -> None:
        do([str(self.key(self.model.rows[place])) for place in self.table.marked_places()])

    def _mark(self, number: int) -> None:
        self.many.show_number(number)
        if number > 1:
            self.detail.close_form()

    def _chosen(self, row: Any) -> None:
        if row is not None and self.table.marked() <= 1:
            self.fill_panel(row)
            self.detail.show_form(self.panel)
