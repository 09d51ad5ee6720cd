"""What the grid shows: people × sessions, with marks that are still on their way to the database."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from db.queries.participants import Grid
from db.rules.attendance import LABELS, LETTERS, THERE
from db.rules.dates import stored
from desktop.guard import Guard
from desktop.kit.wording import marked
from desktop.texts import N_, Texts

Index = QModelIndex | QPersistentModelIndex
Cell = tuple[str, str]
"""Ids of a participation and of a session."""

NUMBER, NAME, OFFICE, FIRST = 0, 1, 2, 3
MARK = Qt.ItemDataRole.UserRole


class GridModel(QAbstractTableModel):
    """Marks are shown at once; until their answer comes they lie over whatever is read meanwhile."""

    def __init__(self, t: Texts, guard: Guard, parent: QObject) -> None:
        super().__init__(parent)
        self._t, self._guard = t, guard
        self.grid: Grid | None = None
        self._marks: list[list[str | None]] = []
        self._rows: dict[str, int] = {}
        self._columns: dict[str, int] = {}
        self._pending: Counter[Cell] = Counter()
        self._typed: dict[Cell, str | None] = {}

    def show_grid(self, grid: Grid) -> None:
        """Show another state; the shape stays where people and sessions are the same."""
        same = self.grid is not None and (
            [row.id for row in self.grid.rows] == [row.id for row in grid.rows]
            and self.grid.sessions == grid.sessions
        )
        marks = [list(row.marks) for row in grid.rows]
        rows = {row.id: place for place, row in enumerate(grid.rows)}
        columns = {one.id: place for place, one in enumerate(grid.sessions)}
        for (participation, session), status in self._typed.items():
            if participation in rows and session in columns:
                marks[rows[participation]][columns[session]] = status
        if not same:
            self.beginResetModel()
        self.grid, self._marks, self._rows, self._columns = grid, marks, rows, columns
        if not same:
            self.endResetModel()
        elif marks:
            last = self.index(len(marks) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def set_marks(self, cells: Iterable[Cell], status: str | None) -> None:
        """Show marks before they are written; ``written`` tells that they are."""
        for cell in cells:
            row, column = self._rows.get(cell[0]), self._columns.get(cell[1])
            if row is None or column is None:
                continue
            self._marks[row][column] = status
            self._pending[cell] += 1
            self._typed[cell] = status
            index = self.index(row, FIRST + column)
            self.dataChanged.emit(index, index)

    def written(self, cells: Iterable[Cell]) -> None:
        """What is read from now on holds these marks."""
        for cell in cells:
            self._pending[cell] -= 1
            if self._pending[cell] <= 0:
                del self._pending[cell]
                self._typed.pop(cell, None)

    def mark_of(self, cell: Cell) -> str | None:
        """The mark that is shown in a cell."""
        return self._marks[self._rows[cell[0]]][self._columns[cell[1]]]

    def marks_in(self, position: int) -> list[str | None]:
        """The marks of a session, person by person."""
        return [marks[position] for marks in self._marks]

    def there(self, position: int) -> int:
        """How many are there in a session."""
        return sum(mark in THERE for mark in self.marks_in(position))

    def recorded(self, position: int) -> int:
        """How many have a mark in a session."""
        return sum(mark is not None for mark in self.marks_in(position))

    def cell(self, index: Index) -> Cell | None:
        """Participation and session of a cell; None beside the sessions."""
        if self.grid is None or not index.isValid() or index.column() < FIRST:
            return None
        return self.grid.rows[index.row()].id, self.grid.sessions[index.column() - FIRST].id

    def place_of(self, participation: str) -> int | None:
        """The line of a person."""
        return self._rows.get(participation)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's names and defaults
        return 0 if parent.isValid() or self.grid is None else len(self.grid.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - as above
        return 0 if parent.isValid() or self.grid is None else FIRST + len(self.grid.sessions)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self.grid is None or not index.isValid():
            return None
        row, column = self.grid.rows[index.row()], index.column()
        mark = self._marks[index.row()][column - FIRST] if column >= FIRST else None
        if role == Qt.ItemDataRole.DisplayRole:
            if column >= FIRST:
                return self._letter(index, mark)
            name = marked(self._t, self._guard.name(row), row.sample)
            return (str(index.row() + 1), name, row.organization or "")[column]
        if role == MARK:
            return mark
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._sentence(self._guard.name(row), index, mark)
        return None

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if self.grid is None or orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            centred = Qt.AlignmentFlag.AlignHCenter
            side = centred if section >= FIRST else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if section < FIRST:
            return (self._t(N_("No.")), self._t(N_("Name")), self._t(N_("Organization")))[section]
        session = self.grid.sessions[section - FIRST]
        date = stored(session.date)
        day = f" · {date.first.day}/{date.first.month}" if date else ""
        return f"{self._t(N_('Session'))} {session.number}{day}"

    def _letter(self, index: Index, mark: str | None) -> str:
        """The letter of a mark, with the time of arrival of those who came late."""
        if mark is None:
            return ""
        letter, arrived = LETTERS[self._t.language][mark], self._arrived(index)
        return f"{letter} {self._t.time(arrived)}" if arrived and mark == "late" else letter

    def _arrived(self, index: Index) -> str | None:
        cell = self.cell(index)
        if cell is None or self.grid is None or cell in self._typed:
            return None
        return self.grid.arrivals.get(cell)

    def _sentence(self, name: str, index: Index, mark: str | None) -> str:
        column = index.column()
        if column < FIRST or self.grid is None:
            return name
        said = self._t(LABELS[mark]) if mark else self._t(N_("not recorded"))
        arrived = self._arrived(index)
        if arrived:
            said = f"{said}, {self._t.time(arrived)}"
        session = self._t(N_("Session {number}"), number=self.grid.sessions[column - FIRST].number)
        return f"{name}, {session}: {said}"
