"""A list, and beside it the form of the row that the user stands on."""

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from PySide6.QtWidgets import QApplication

from db.queries.listing import Listing
from desktop.desk import Desk
from desktop.kit.beside import WIDTH, Beside
from desktop.kit.draft_form import ChildForm
from desktop.kit.list_box import ListBox, Words
from desktop.kit.many import Step
from desktop.kit.page import Page
from desktop.kit.parts import button
from desktop.kit.places import FILTERED, NEW, chosen_of
from desktop.kit.setting import Setter, Setting
from desktop.kit.table import Column
from desktop.texts import N_, NN_

__all__ = ["ListPage", "Words"]

REMOVED = NN_("{n} entry removed", "{n} entries removed")


class ListPage(Page):
    """Base of pages that list, show and edit rows of one thing. ``listing``: which, and by what.

    ``form_class``: a DraftForm, or what has its signals and shows a row.
    """

    words: Words
    listing: Listing
    form_class: type[Any]
    form_width = WIDTH  # in pixels of the design
    settings: tuple[Setting, ...] = ()  # fields that several marked rows may share

    def __init__(self, desk: Desk, columns: tuple[Column[Any], ...]) -> None:
        t, words = desk.t, self.words
        super().__init__(desk, t(words.title))
        self._row: str | None = None
        self._children: list[ChildForm] = []
        adding = [
            button(t(words.new), self.add, desk.icons, icon="plus", kind="primary")
            for _ in range(2 if words.new else 0)
        ]
        first = adding[1] if adding else None
        self.list = ListBox(desk, words, self.listing, columns, self.steps(), first)
        self.search, self.filters = self.list.search, self.list.filters
        self.table, self.model = self.list.table, self.list.model
        self.list.chosen.connect(self._chosen)
        self.list.entered.connect(self._enter)
        self.list.several.connect(self.hide_detail)
        self.list.counted.connect(self._counted)
        self.new_button = adding[0] if adding else None
        if self.new_button is not None:
            self.buttons.addWidget(self.new_button)
            self.command(words.new, "Ctrl+N", self.add)
        self.box.addWidget(self.list, 1)
        self.detail = Beside(self, self.form_width)
        for title, keys, step in (
            (N_("Search this list"), "Ctrl+F", self.list.begin_search),
            (N_("Filter this list"), "Ctrl+L", self.filters.open_first),
            (N_("Copy as table"), "Ctrl+Shift+C", self.list.copy),
            (N_("Columns and order"), "Ctrl+Shift+L", self.list.view_choice.open),
        ):
            self.command(title, keys, step)

    # What a page of its own says

    def steps(self) -> Sequence[Step]:
        """What can be done with several marked rows."""
        setter = Setter(self.desk, self, self.listing.table, lambda: self.list.many)
        return (*setter.steps(self.settings), Step(N_("Remove"), "trash-2", self.remove_many))

    def show_new(self) -> None:
        """Empty the form for a new row."""
        self.form.show_new()

    def connect_form(self, form: Any) -> None:
        """Listen to what the form asks for besides."""

    def say_number(self, text: str) -> None:
        """Say below the title how many rows there are."""
        self.subtitle.setText(text)

    # What all of them do

    def reload(self) -> None:
        self.list.standing = self._row
        self.list.reload()

    def open(self, row: str | None) -> None:
        if row is not None and row.startswith(FILTERED):
            self.hide_detail()
            self.list.show_filtered(chosen_of(row))
        elif row == NEW:
            self.add()
        elif row is not None:
            self.list.wanted = row
            self._show(row)
            if not self.stale:
                self.reload()

    def reveal(self) -> None:
        super().reveal()
        if self._row is not None:
            self.form.show_row(self._row)

    def add(self) -> None:
        """Begin a new row."""
        self._row = None
        self.table.clearSelection()
        self.detail.show_form(self.form)
        self.show_new()
        self.form.focus()

    def show_child(self, form: ChildForm) -> None:
        """Show the form of what belongs to the row; the form of the row comes back after it."""
        if form not in self._children:
            self._children.append(form)
            form.closed.connect(self._close_child)
        self.detail.show_form(form)
        form.focus()

    def remove_many(self, rows: list[str]) -> None:
        """Take several rows out of the list."""

        def removed(number: int) -> None:
            self.hide_detail()
            t = self.desk.t
            self.desk.navigation.say(t.count(*REMOVED, number), undoable=True)

        self.desk.tasks.edit(self, removed, "db.edits.many:remove", self.listing.table, rows)

    def hide_detail(self) -> None:
        """The list alone, with all its columns."""
        if "form" in vars(self):
            self.form.flush()
        self._row = None
        self.detail.close_form()

    @cached_property
    def form(self) -> Any:
        """Made with the first row that is looked at: whoever only passes by the list does not wait for it."""
        made: Any = self.form_class(self.desk)
        self.detail.hold(made)
        made.stored.connect(self._stored)
        made.gone.connect(self.hide_detail)
        made.left.connect(self._leave)
        made.told.connect(
            lambda: self.desk.navigation.go("records", f"{self.listing.table}:{self._row}")
        )
        self.connect_form(made)
        return made

    def _counted(self, number: int, narrowed: bool) -> None:  # noqa: FBT001 - of a signal
        self.say_number(self.desk.t.count(*self.words.counted, number))
        if self.new_button is not None:
            self.new_button.setVisible(bool(number) or narrowed)

    def _chosen(self, row: Any) -> None:
        if row.id != self._row:
            self._show(row.id)

    def _stored(self, row: str) -> None:
        self._row = self.list.wanted = row
        self.form.show_row(row)

    def _close_child(self) -> None:
        self.detail.show_form(self.form)
        if self._row is not None:
            self.form.show_row(self._row)
        self.form.focus()

    def _show(self, row: str) -> None:
        self._row = row
        self.detail.show_form(self.form)
        self.form.show_row(row)

    def _leave(self) -> None:
        """From the form to the list; from the list, or where a new row was begun, the form goes away."""
        now = QApplication.focusWidget()
        in_form = now is not None and self.form.isAncestorOf(now)
        if self._row is not None and in_form and not self.detail.alone:
            self.form.show_row(self._row)
        else:
            self.hide_detail()
        if self.table.isVisible():
            self.table.setFocus()

    def _enter(self) -> None:
        row = self.table.current()
        if row is not None and row.id != self._row:
            self._show(row.id)
        self.form.focus()
