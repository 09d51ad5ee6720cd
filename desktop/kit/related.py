"""Everything that hangs on a row, with the way to it: one mechanism for all things."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.queries import records
from db.queries.record_names import THINGS
from db.queries.records import Hanging, Record
from desktop.desk import Desk
from desktop.kit.links import Links
from desktop.kit.parts import empty_out
from desktop.kit.places import place_of
from desktop.texts import N_
from exports.kit.fields import headline, said, table_words

SHOWN = 6  # of one kind
MORE = N_("… {n} in all")


class Related(QWidget):
    """Groups of lines below a form. ``only`` these tables, or all ``without`` those that the form itself shows."""

    def __init__(
        self, desk: Desk, table: str, without: Sequence[str] = (), only: Sequence[str] = ()
    ) -> None:
        super().__init__()
        self._desk, self._table = desk, table
        self._without, self._only = frozenset(without), frozenset(only)
        self._row: str | None = None
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(desk.theme.px(10))

    def show_row(self, row: str | None) -> None:
        """Ask what hangs on a row; nothing for one that is new."""
        self._row = row
        empty_out(self._box)
        if row is not None:
            self._desk.tasks.read(self, self._show, records.record, self._table, row, key="related")

    def _show(self, record: Record | None) -> None:
        if record is None or record.id != self._row:
            return
        empty_out(self._box)
        for hanging in record.hanging:
            shown = hanging.table in self._only if self._only else True
            if shown and hanging.table not in self._without:
                self._box.addWidget(self._group(hanging))

    def _group(self, hanging: Hanging) -> Links:
        t = self._desk.t
        links = Links(
            self._desk, f"{table_words(t, hanging.table)} ({t.number(hanging.total)})", ""
        )
        lines = [self._line(hanging, one) for one in hanging.rows[:SHOWN]]
        if hanging.total > SHOWN:
            lines.append((f"{self._table}:{self._row}", t(MORE, n=t.number(hanging.total))))
        links.show_lines(lines)
        links.opened.connect(self._open)
        return links

    def _line(self, hanging: Hanging, one: records.HangingRow) -> tuple[str, str]:
        """A row that ties two things together is called by its other end."""
        t, table = self._desk.t, hanging.table
        name, place = headline(t, table, one.label, one.fields), f"{table}:{one.id}"
        other = next((f for f in one.fields if f.link and f.link[0] != "term"), None)
        if other is not None and other.link is not None and table not in THINGS:
            name, place = said(t, table, other), ":".join(other.link)
        return place, name

    def _open(self, place: str) -> None:
        table, _, row = place.partition(":")
        if (table, row) == (self._table, self._row):
            self._desk.navigation.go("records", place)
        else:
            self._desk.navigation.go(*place_of(table, row))
