"""Which columns a list shows and what it is sorted by; kept for this user of this computer."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.desk import Desk
from desktop.kit.choices import Choices, Offer
from desktop.kit.parts import icon_button, row
from desktop.kit.table import TableView
from desktop.texts import N_

_SORT, _WAY, _USUAL = "sort:", "way:", "usual"
_ONCE = Qt.ConnectionType.SingleShotConnection  # then it is closed


class ViewChoice(QWidget):
    """A button beside the search. ``changed``: another order is asked for."""

    changed = Signal()

    def __init__(self, desk: Desk, table: TableView, name: str) -> None:
        super().__init__()
        self._desk, self._table, self._name = desk, table, name
        said = desk.preferences.lists.get(name, {})
        keys = {column.key for column in table.columns}
        self.sort = said.get("sort", "") if said.get("sort") in keys else ""
        self.descending = bool(said.get("descending"))
        self._columns: list[str] | None = said.get("columns")
        self.button = icon_button(
            desk.t(N_("Columns and order")), "ellipsis", self.open, desk.icons
        )
        self._popup: Choices | None = None
        table.sorting.connect(self._sort)
        self._apply()

    def beside(self, search: QWidget) -> QWidget:
        """The search with the button at its end."""
        line = row(search, self.button)
        line.setContentsMargins(0, 0, 0, 0)
        line.setStretch(0, 1)
        self.setLayout(line)
        return self

    def open(self) -> None:
        """Offer every column to be shown, and to sort by."""
        t, shown = self._desk.t, set(self._table.shown_keys())
        columns = [column for column in self._table.columns if column.key]
        offers = [
            Offer(c.key, t(N_("Show: {what}"), what=c.title), c.key in shown) for c in columns
        ]
        offers += [
            Offer(f"{_SORT}{c.key}", t(N_("Sort by: {what}"), what=c.title), c.key == self.sort)
            for c in columns
        ]
        offers.append(Offer(_WAY, t(N_("The other way round")), self.descending))
        offers.append(Offer(_USUAL, t(N_("As on the first day"))))
        if self._popup is not None:
            self._popup.hide()
            self._popup.deleteLater()
        self._popup = Choices(self._desk, t(N_("Columns and order")), self)
        self._popup.none_button.hide()
        self._popup.offer(offers)
        before = [one.value for one in offers if one.ticked]
        self._popup.ticked.connect(partial(self._tick, before), _ONCE)
        self._popup.open_at(self.button)

    def _tick(self, before: list[str], now: list[str]) -> None:
        """One thing was ticked or unticked."""
        (value,) = set(before) ^ set(now)
        assert self._popup is not None  # noqa: S101 - it told us
        self._popup.hide()
        if value == _USUAL:
            self.sort, self.descending, self._columns = "", False, None
        elif value == _WAY:
            self.descending = not self.descending
        elif value.startswith(_SORT):
            self.sort = "" if value in before else value.removeprefix(_SORT)
        else:
            self._columns = [key for key in now if not key.startswith((_SORT, _WAY))]
        self._keep()

    def _sort(self, key: str) -> None:
        """A click on a head: up, down, and as usual."""
        if self.sort != key:
            self.sort, self.descending = key, False
        elif not self.descending:
            self.descending = True
        else:
            self.sort, self.descending = "", False
        self._keep()

    def _keep(self) -> None:
        self._desk.preferences.lists[self._name] = {
            "sort": self.sort,
            "descending": self.descending,
            "columns": self._columns,
        }
        self._desk.preferences.save()
        self._apply()
        self.changed.emit()

    def _apply(self) -> None:
        columns = None if self._columns is None else frozenset(self._columns)
        self._table.show_columns(columns)
        self._table.show_sorted(self.sort, descending=self.descending)
