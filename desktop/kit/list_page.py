"""A list with search, and beside it the form of the row that the user stands on."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QStackedWidget

from desktop.desk import Desk
from desktop.kit.beside import Beside
from desktop.kit.child_form import ChildForm
from desktop.kit.form import Form
from desktop.kit.page import Page
from desktop.kit.parts import Card, Empty, button, label
from desktop.kit.table import Column, TableModel, TableView
from desktop.texts import N_

DEBOUNCE = 120


@dataclass(frozen=True, slots=True)
class Words:
    """What a list page says. All msgids; ``counted`` is a pair for one and many."""

    title: str
    new: str
    search: str
    icon: str
    empty: str
    empty_sentence: str
    counted: tuple[str, str]


class ListPage(Page):
    """Base of pages that list, show and edit rows of one thing. ``table_name``: where its rows stand."""

    words: Words
    table_name: str

    def __init__(
        self,
        desk: Desk,
        columns: tuple[Column[Any], ...],
        page: Callable[..., Any],
        count: Callable[..., Any],
    ) -> None:
        t = desk.t
        super().__init__(desk, t(self.words.title))
        self._page_query, self._count_query = page, count
        self.search = QLineEdit()
        self.search.setPlaceholderText(t(self.words.search))
        self.search.setAccessibleName(t(self.words.search))
        self.search.setClearButtonEnabled(True)
        self.search.addAction(desk.icons.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(DEBOUNCE)
        self._wait.timeout.connect(self.reload)
        self.search.textChanged.connect(lambda _: self._wait.start())
        self.new_button = button(
            t(self.words.new), self.add, desk.icons, icon="plus", kind="primary"
        )
        self.head.addWidget(self.new_button)
        self.model: TableModel[Any] = TableModel(columns, self._fetch, self)
        self.table = TableView(desk.theme, self.model, t(self.words.title))
        self.table.chosen.connect(self._chosen)
        self.table.activated.connect(lambda _: self._enter())
        self.detail: Beside
        self._children: list[ChildForm] = []
        self.form: Form
        self._row: str | None = None
        self._wanted: str | None = None
        self._lay_out()
        for keys, step in (
            (QKeySequence.StandardKey.New, self.add),
            (QKeySequence.StandardKey.Find, self.search.setFocus),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(step)

    # What a page of its own says

    def make_form(self) -> Form:
        """The form with its fields."""
        raise TypeError(self.words.title)

    def show_row(self, row: str) -> None:
        """Ask for the draft of a row and put it into the form."""
        raise TypeError(row)

    def show_new(self) -> None:
        """Empty the form for a new row."""
        self.form.show_values({})

    def store(self, row: str | None, values: dict[str, Any]) -> None:
        """Save the values as a new row, or into an existing one."""
        raise TypeError(row, values)

    def remove(self, row: str) -> None:
        """Take a row out of the list."""
        raise TypeError(row)

    # What all of them do

    def reload(self) -> None:
        text = self.search.text()
        self.desk.tasks.read(self, self._counted, self._count_query, key="count", search_text=text)
        self.model.restart()

    def open(self, row: str | None) -> None:
        if row is not None:
            self._wanted = row
            self._show(row)

    def add(self) -> None:
        """Begin a new row."""
        self._row = None
        self.table.clearSelection()
        self.form.heading.setText(self.desk.t(self.words.new))
        self.form.remove_button.setEnabled(False)
        self.form.record_button.hide()
        self.detail.show_form(self.form)
        self.show_new()
        self._focus_form()

    def show_child(self, form: ChildForm) -> None:
        """Show the form of what belongs to the row; the form of the row comes back after it."""
        if form not in self._children:
            self._children.append(form)
            form.closed.connect(self._close_child)
        self.detail.show_form(form)
        form.focus()

    def done(self, row: str, said: str) -> None:
        """After saving: stand on the row and say so."""
        self._row = row
        self.form.dirty = False
        self.desk.navigation.say(said, undoable=True)
        self._show(row)

    def _lay_out(self) -> None:
        theme = self.desk.theme
        self.form = self.make_form()
        self.form.saved.connect(lambda values: self.store(self._row, values))
        self.form.removed.connect(self._remove)
        self.form.left.connect(self._leave)
        self.form.told.connect(
            lambda: self.desk.navigation.go("records", f"{self.table_name}:{self._row}")
        )
        card = Card(theme, padding=1)
        card.box.addWidget(self.table)
        t = self.desk.t
        step = button(t(self.words.new), self.add, self.desk.icons, icon="plus", kind="primary")
        empty = Empty(
            theme,
            self.desk.icons,
            self.words.icon,
            t(self.words.empty),
            t(self.words.empty_sentence),
            step,
        )
        self._nothing = label(
            t(N_("Nothing was found. Try fewer letters or another spelling.")), "muted"
        )
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.stack = QStackedWidget()
        for widget in (card, empty, self._nothing):
            self.stack.addWidget(widget)
        self.box.addWidget(self.search)
        self.box.addWidget(self.stack, 1)
        self.detail = Beside(self)

    def _fetch(self, offset: int, limit: int, then: Callable[[list[Any]], None]) -> None:
        self.desk.tasks.read(
            self,
            lambda rows: self._arrived(rows, then),
            self._page_query,
            search_text=self.search.text(),
            offset=offset,
            limit=limit,
            key=f"rows {offset}",
        )

    def _arrived(self, rows: list[Any], then: Callable[[list[Any]], None]) -> None:
        then(rows)
        if self.model.rowCount():
            self.stack.setCurrentIndex(0)

    def _counted(self, count: int) -> None:
        self.model.set_count(count)
        self.subtitle.setText(self.desk.t.count(*self.words.counted, count))
        searching = bool(self.search.text().strip())
        self.stack.setCurrentIndex(0 if count else 2 if searching else 1)
        self.search.setVisible(bool(count) or searching)
        self.new_button.setVisible(bool(count) or searching)

    def _chosen(self, row: Any) -> None:
        if row is not None:
            self._show(row.id)

    def _close_child(self) -> None:
        self.detail.show_form(self.form)
        if self._row is not None:
            self.show_row(self._row)
        self._focus_form()

    def _show(self, row: str) -> None:
        self._row = row
        self.form.remove_button.setEnabled(True)
        self.form.record_button.show()
        self.detail.show_form(self.form)
        self.show_row(row)

    def hide_detail(self) -> None:
        """The list alone, with all its columns."""
        self._row = None
        self.detail.close_form()

    def _remove(self) -> None:
        if self._row is not None:
            self.remove(self._row)

    def _leave(self) -> None:
        if self._row is not None and not self.detail.alone:
            self.show_row(self._row)
        else:
            self.hide_detail()
        self.table.setFocus()

    def _enter(self) -> None:
        row = self.table.current()
        if row is not None and row.id != self._row:
            self._show(row.id)
        self._focus_form()

    def _focus_form(self) -> None:
        self.form.focus()
