"""Rows of a list as a table that Excel and other programs paste."""

from html import escape
from typing import Any

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtWidgets import QApplication

from db.queries import listing as questions
from db.queries.listing import Listing
from desktop.desk import Desk
from desktop.kit.table import Column, TableView
from desktop.texts import NN_

COPIED = NN_("{n} row copied; paste it into Excel", "{n} rows copied; paste them into Excel")
# A text that a spreadsheet would take for a formula.
_FORMULA = ("=", "+", "-", "@")


class Copying(QObject):
    """Copies what the list shows of some rows: the visible columns, with their titles."""

    def __init__(self, desk: Desk, table: TableView, listing: Listing) -> None:
        super().__init__(table)
        self._desk, self._table, self._listing = desk, table, listing

    def copy(self, ids: list[int]) -> None:
        """Put these rows on the clipboard; they are read and written out away from the window."""
        columns = self._table.shown_columns()

        def write(rows: list[Any]) -> None:
            self._desk.tasks.render(self, self._put, as_table, columns, rows)

        self._desk.tasks.read(self, write, questions.rows, self._listing, ids)

    def _put(self, made: tuple[str, str, int]) -> None:
        plain, rich, number = made
        data = QMimeData()
        data.setText(plain)
        data.setHtml(rich)
        QApplication.clipboard().setMimeData(data)
        self._desk.navigation.say(self._desk.t.count(*COPIED, number))


def as_table(columns: list[Column[Any]], rows: list[Any]) -> tuple[str, str, int]:
    """Rows as text with tabs, as HTML, and how many they are. Texts stay texts: no formulas, no lost zeros."""
    lines = [[column.title for column in columns]]
    lines += [[column.text(row) for column in columns] for row in rows]
    plain = "\n".join("\t".join(map(_plain, line)) for line in lines)
    cells = (
        "<tr>" + "".join(f"<td style=\"mso-number-format:'@'\">{escape(c)}</td>" for c in line)
        for line in lines
    )
    return plain, f"<table>{''.join(cells)}</table>", len(rows)


def _plain(text: str) -> str:
    one_line = " ".join(text.split())
    return f"'{one_line}" if one_line.startswith(_FORMULA) else one_line
