"""Rows of a list as a table that Excel and other programs paste."""

from html import escape
from typing import Any

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtWidgets import QApplication

from db.queries import listing as questions
from db.queries.listing import Listing
from desktop.desk import Desk
from desktop.kit.table import Column, TableView
from desktop.texts import N_, NN_

COPIED = NN_("{n} row copied; paste it into Excel", "{n} rows copied; paste them into Excel")
WITHOUT = N_("Phone numbers were left out.")
LIST = N_("Copied list of members")
# A text that a spreadsheet would take for a formula.
_FORMULA = ("=", "+", "-", "@")


class Copying(QObject):
    """Copies what the list shows of some rows: the visible columns, with their titles."""

    def __init__(self, desk: Desk, table: TableView, listing: Listing) -> None:
        super().__init__(table)
        self._desk, self._table, self._listing = desk, table, listing

    def copy(self, ids: list[int], *, contacts: bool = False) -> None:
        """Put these rows on the clipboard; they are read and written out away from the window.

        ``contacts``: phone numbers and the like too; that they left is written into the history.
        """
        shown = self._table.shown_columns()
        columns = [column for column in shown if contacts or not column.private]
        left_out = len(columns) < len(shown)

        def write(rows: list[Any]) -> None:
            put_rows(self._desk, self, columns, rows, left_out=left_out)
            if contacts and any(column.private for column in columns):
                self._desk.tasks.edit(
                    *(self, lambda _: None, "db.edits.disclosures:hand_out", LIST, len(rows))
                )

        self._desk.tasks.read(self, write, questions.rows, self._listing, ids)


def put_rows(
    desk: Desk,
    owner: QObject,
    columns: list[Column[Any]],
    rows: list[Any],
    *,
    left_out: bool = False,
) -> None:
    """Put rows that are held already on the clipboard; ``left_out``: contact data stays here, and that is said."""

    def put(made: tuple[str, str, int]) -> None:
        plain, rich, number = made
        data = QMimeData()
        data.setText(plain)
        data.setHtml(rich)
        QApplication.clipboard().setMimeData(data)
        said = desk.t.count(*COPIED, number)
        desk.navigation.say(f"{said} {desk.t(WITHOUT)}" if left_out else said)

    desk.tasks.render(owner, put, as_table, columns, rows)


def put_held(desk: Desk, table: TableView, rows: list[Any]) -> None:
    """Put what a table shows of rows that it holds on the clipboard, without contact data."""
    shown = table.shown_columns()
    columns = [column for column in shown if not column.private]
    put_rows(desk, table, columns, rows, left_out=len(columns) < len(shown))


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
