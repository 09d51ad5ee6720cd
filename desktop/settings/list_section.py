"""A short list with its tools above it, and beside it the form of the row that the user stands on."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QVBoxLayout

from desktop.desk import Desk
from desktop.kit.flow import Flow
from desktop.kit.form import Form
from desktop.kit.parts import Card, button, icon_button
from desktop.kit.table import Column, HeldModel, TableView
from desktop.settings.section import NOTHING_CHANGED, Filled, Section
from desktop.theme import NORMAL

_FORM = 300  # effective pixels
BELOW = 20  # pixels of the label over a field: buttons beside it stand as low as its line
_BESIDE = 560  # effective pixels below which the form goes under the list


class ListSection(Section):
    """Base of the lists in the settings. A row has an ``id``."""

    new = ""

    def __init__(self, desk: Desk, title: str, columns: tuple[Column[Any], ...]) -> None:
        super().__init__(desk)
        theme, t = desk.theme, desk.t
        self._row: str | None = None
        self.model: HeldModel[Any] = HeldModel(columns, self)
        self.table = TableView(theme, self.model, title)
        self.table.chosen.connect(self._chosen)
        self.table.activated.connect(lambda _: self._focus_form())
        self.above = QHBoxLayout()
        self.above.setSpacing(theme.px(8))
        self.tools = Flow(spacing=theme.px(8), ending=True)
        self.tools.setContentsMargins(0, theme.px(BELOW), 0, 0)
        self.new_button = button(t(self.new), self.add, desk.icons, icon="plus")
        self.form = self.make_form()
        self.form.saved.connect(self._save)
        self.form.left.connect(self._leave)
        self.form.removed.connect(self._remove)
        self._filled = Filled(self.form)
        self._lay_out()
        new = QShortcut(QKeySequence(QKeySequence.StandardKey.New), self)
        new.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        new.activated.connect(self.add)

    # What a list of its own says

    def make_form(self) -> Form:
        """The form with its fields."""
        raise TypeError(self.new)

    def values_of(self, row: Any) -> dict[str, Any]:
        """Field → value of a row."""
        raise TypeError(row)

    def store(self, row: str | None, values: dict[str, Any]) -> None:
        """Save the values as a new row, or into an existing one; then call ``done``."""
        raise TypeError(row, values)

    def remove(self, row: str) -> None:
        """Take a row out of the list."""
        raise TypeError(row)

    def stands_on(self, row: Any) -> None:
        """The user went to another row, or to none: what the tools offer may follow."""

    # What all of them do

    def show_rows(self, rows: list[Any]) -> None:
        """Show these; the user stays on the row where it is still there."""
        self.model.show_rows(rows)
        positions = [number for number, row in enumerate(rows) if row.id == self._row]
        if positions:
            self.table.selectRow(positions[0])
            self._show(rows[positions[0]], anew=False)
        elif rows and not self._filled.changed():
            self.table.selectRow(0)
            self._show(rows[0], anew=True)
        elif not rows:
            self.add()

    def add(self) -> None:
        """Begin a new row."""
        self._row = None
        self.table.clearSelection()
        self.form.heading.setText(self.desk.t(self.new))
        self.form.remove_button.setEnabled(False)
        self._filled.show({}, anew=True)
        self.stands_on(None)
        if self.isVisible():
            self._focus_form()

    def done(self, row: str, said: str) -> None:
        """After saving: stand on the row and say so."""
        self._row = row
        self._filled.saved()
        self.desk.navigation.say(said, undoable=True)

    def current(self) -> Any:
        """The row that the user stands on, or None."""
        return next((row for row in self.model.rows if row.id == self._row), None)

    def tool(self, text: str, icon: str, step: Callable[[], None], keys: str) -> QPushButton:
        """A small tool, and the keys that do the same."""
        made = icon_button(text, icon, step, self.desk.icons)
        made.setToolTip(f"{text} ({keys})")
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(step)
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        theme = self.desk.theme
        beside = self.width() * NORMAL / theme.base >= _BESIDE
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._across.direction() != direction:
            self._across.setDirection(direction)
            self._card.setMaximumWidth(theme.px(_FORM) if beside else 16777215)

    def _lay_out(self) -> None:
        theme = self.desk.theme
        listed = Card(theme, padding=1)
        listed.box.addWidget(self.table)
        self._card = Card(theme, padding=1)
        self._card.box.addWidget(self.form)
        self._card.setMinimumWidth(theme.px(240))
        self._card.setMaximumWidth(theme.px(_FORM))
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._across.setSpacing(theme.px(16))
        self._across.addWidget(listed, 3)
        self._across.addWidget(self._card, 2)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.px(12))
        self.above.addLayout(self.tools, 1)
        box.addLayout(self.above)
        box.addLayout(self._across, 1)

    def _chosen(self, row: Any) -> None:
        if row is not None and row.id != self._row:
            self._show(row, anew=True)

    def _show(self, row: Any, *, anew: bool) -> None:
        self._row = row.id
        self.form.heading.setText(self.desk.t.label(self.title_of(row)))
        self.form.remove_button.setEnabled(True)
        self.stands_on(row)
        self._filled.show(self.values_of(row), anew=anew)

    def title_of(self, row: Any) -> tuple[str, str]:
        """What stands above the form of a row, in both languages."""
        raise TypeError(row)

    def _save(self, values: dict[str, Any]) -> None:
        if self._row is not None and not self._filled.changed():
            self.desk.navigation.say(self.desk.t(NOTHING_CHANGED))
            return
        self.store(self._row, values)

    def _remove(self) -> None:
        if self._row is not None:
            self.remove(self._row)

    def _leave(self) -> None:
        row = self.current() or (self.model.rows[0] if self.model.rows else None)
        if row is not None:
            self._show(row, anew=True)
        self.table.setFocus()

    def _focus_form(self) -> None:
        next(iter(self.form.fields.values())).setFocus()
