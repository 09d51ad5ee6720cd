"""A field of several rows: people with a role, organizations, districts, signatures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pkgutil import resolve_name
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.desk import Desk
from desktop.kit.fields import Field, SearchLine
from desktop.kit.parts import button, icon_button, label
from desktop.kit.picks import LETTERS, Pick
from desktop.kit.typing import Line
from desktop.kit.wording import said_date
from desktop.texts import N_

NAME = "name"


@dataclass(frozen=True, slots=True)
class Cell:
    """Something to fill in on each row: a text, a choice where there are ``options``, a ``number`` or a ``date``."""

    key: str
    title: str
    options: Sequence[tuple[Any, str]] | None = None
    number: bool = False
    date: bool = False


class RowsField(Field):
    """Its value is a list of dicts: ``id`` and ``name`` of what was picked, and the cells by their keys.

    Where nothing is picked, a button adds an empty row; rows with nothing in them are left out. A draft holds them
    as ids, as tuples of id and cells, or, where ``kind`` names a class (``module:Draft``), as such objects with
    the id in ``id_name``.
    """

    def __init__(
        self,
        desk: Desk,
        key: str,
        title: str,
        cells: Sequence[Cell] = (),
        *,
        pick: Pick | None = None,
        add: str = "",
        kind: str = "",
        id_name: str = "",
    ) -> None:
        self.table = "" if pick is None else pick.table
        self._kind, self.id_name = kind, id_name
        self._desk, self._cells, self._pick = desk, list(cells), pick
        self._rows: list[tuple[QWidget, dict[str, Any], dict[str, QWidget]]] = []
        inside = QWidget()
        self._box = QVBoxLayout(inside)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(desk.theme.px(6))
        first: QWidget
        if pick is not None:
            hint = desk.t(LETTERS)
            self.line = first = SearchLine(desk, pick.suggest, self._said, hint)
            self.line.setAccessibleName(f"{title}: {hint}")
            self.line.picked.connect(self._picked)
            self._box.addWidget(self.line)
        else:
            self.add_button = first = button(add, self._add_empty, desk.icons, icon="plus")
            self._box.addWidget(self.add_button)
        super().__init__(desk, key, title, inside)
        self._found: dict[str, str] = {}
        self.setFocusProxy(first)

    def set_options(self, key: str, options: Sequence[tuple[Any, str]]) -> None:
        """What may be chosen in a cell; rows that are shown keep what they have."""
        self._cells = [replace(c, options=options) if c.key == key else c for c in self._cells]
        shown = self.read_value()
        self.show_value(shown)

    def show_value(self, value: Any) -> None:
        for widget, _, _ in self._rows:
            self._box.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._rows = []
        for row in value or ():
            self._add(row)
        if self._pick is not None:
            self.line.clear()

    def read_value(self) -> Any:
        found = []
        for _, row, editors in self._rows:
            read = {**row, **{c.key: self._read(c, editors[c.key]) for c in self._cells}}
            if read.get("id") or any(read[key] for key in editors):
                found.append(read)
        return found

    def rows_of(self, value: Any, names: Mapping[str, str]) -> list[dict[str, Any]]:
        """What a draft holds, as rows; ``names`` by id."""
        return [self._row_of(one, names) for one in value or ()]

    def values_of(self, rows: list[dict[str, Any]]) -> list[Any]:
        """Rows as a draft holds them."""
        if self._kind:
            make = resolve_name(self._kind)
            known = make.__dataclass_fields__
            return [
                make(**{k: v for k, v in self._with_id(row).items() if k in known}) for row in rows
            ]
        if not self._cells:
            return [row["id"] for row in rows]
        return [(row["id"], *(row[cell.key] for cell in self._cells)) for row in rows]

    def _with_id(self, row: dict[str, Any]) -> dict[str, Any]:
        return {**row, self.id_name: row["id"]} if self.id_name else row

    def _row_of(self, one: Any, names: Mapping[str, str]) -> dict[str, Any]:
        if isinstance(one, dict):  # as it was typed
            return one
        if isinstance(one, str):
            return {"id": one, NAME: names.get(one, one)}
        if isinstance(one, tuple):
            cells = {cell.key: value for cell, value in zip(self._cells, one[1:], strict=False)}
            return {"id": one[0], NAME: names.get(one[0], one[0]), **cells}
        row = {key: getattr(one, key) for key in one.__dataclass_fields__}
        if self.id_name:
            found = row.pop(self.id_name)
            row |= {"id": found, NAME: names.get(found, found)}
        return row

    def _said(self, one: Any) -> str:
        assert self._pick is not None  # noqa: S101 - only a line to pick from asks
        said = self._pick.say(one)
        self._found[one.id] = said
        return said

    def _picked(self, row: str) -> None:
        self.line.clear()
        if all(known["id"] != row for _, known, _ in self._rows) or self._cells:
            self._add({"id": row, NAME: self._found[row]})
            self.edited.emit()

    def _add_empty(self) -> None:
        self._add({})
        next(iter(self._rows[-1][2].values())).setFocus()
        self.edited.emit()

    def _add(self, row: dict[str, Any]) -> None:
        desk = self._desk
        widget = QWidget()
        box = QGridLayout(widget)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(desk.theme.px(4))
        box.setColumnStretch(0, 1)
        name = str(row.get(NAME) or "")
        # The form is narrow: what is filled in stands below the name, over the whole width.
        first = 0 if self._pick is None else 1
        if first:
            box.addWidget(label(name, wrap=True), 0, 0)
        editors = {cell.key: self._editor(cell, name, row.get(cell.key)) for cell in self._cells}
        for place, editor in enumerate(editors.values()):
            box.addWidget(editor, first + place, 0, 1, 1 if first + place == 0 else 2)
        said = desk.t(N_("Take out {name}"), name=name or self._label.text())
        gone = icon_button(said, "x", lambda: self._take_out(widget), desk.icons)
        box.addWidget(gone, 0, 1, Qt.AlignmentFlag.AlignTop)
        rest = {key: value for key, value in row.items() if key not in editors}
        self._rows.append((widget, rest, editors))
        self._box.addWidget(widget)

    def _editor(self, cell: Cell, name: str, value: Any) -> QWidget:
        title = f"{name}: {cell.title}" if name else cell.title
        if cell.options is None:
            line = Line(self._shown(cell, value))
            line.setPlaceholderText(cell.title)
            line.textEdited.connect(self.edited)
            made: QWidget = line
        else:
            combo = QComboBox()
            combo.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            combo.setMinimumContentsLength(6)
            for key, text in cell.options:
                combo.addItem(text, key)
            if value is not None and combo.findData(value) < 0:
                combo.addItem(str(value), value)
            combo.setCurrentIndex(max(combo.findData(value), 0))
            combo.activated.connect(lambda _: self.edited.emit())
            made = combo
        made.setAccessibleName(title)
        made.setMinimumWidth(self._desk.theme.px(60))
        return made

    def _take_out(self, widget: QWidget) -> None:
        self._rows = [row for row in self._rows if row[0] is not widget]
        self._box.removeWidget(widget)
        widget.hide()
        widget.deleteLater()
        self.edited.emit()
        self.setFocus()

    def _shown(self, cell: Cell, value: Any) -> str:
        if cell.number and isinstance(value, int | float):
            return self._desk.t.short_number(value)
        if cell.date:
            return said_date(self._desk.t, value) or str(value or "")
        return "" if value is None else str(value)

    def _read(self, cell: Cell, editor: QWidget) -> Any:
        if isinstance(editor, QComboBox):
            return editor.currentData()
        assert isinstance(editor, QLineEdit)  # noqa: S101 - there are two kinds
        text = editor.text().strip() or None
        return self._desk.t.typed_number(text) if cell.number and text else text
