"""The grid itself: letters in coloured chips, moved through and filled by keys alone."""

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from db.queries.participants import Grid
from db.rules.attendance import KEYS, LABELS, LETTERS, PRESENT, THERE
from db.rules.dates import stored
from desktop.kit.table import RowDelegate
from desktop.kit.wording import marked
from desktop.texts import N_, Texts
from desktop.theme import Theme

Index = QModelIndex | QPersistentModelIndex

NUMBER, NAME, OFFICE, FIRST = 0, 1, 2, 3
MARK = Qt.ItemDataRole.UserRole
WIDTHS = (56, 220, 160)  # number, name at least, organization
NARROW, WIDE = 84, 110  # of a session

# Colour of a mark; the letter says the same, so nothing is told by colour alone.
COLOURS = {"present": "ok", "late": "warn", "excused": "warn", "sick": "warn", "absent": "bad"}


class GridModel(QAbstractTableModel):
    """People × sessions; marks that are on their way to the database are shown at once."""

    def __init__(self, t: Texts, parent: QObject) -> None:
        super().__init__(parent)
        self._t = t
        self.grid: Grid | None = None
        self._marks: list[list[str | None]] = []

    def show_grid(self, grid: Grid) -> None:
        """Show another state; the shape stays where people and sessions are the same."""
        same = self.grid is not None and (
            [row.id for row in self.grid.rows] == [row.id for row in grid.rows]
            and self.grid.sessions == grid.sessions
        )
        marks = [list(row.marks) for row in grid.rows]
        if same:
            self.grid, self._marks = grid, marks
            if marks:
                last = self.index(len(marks) - 1, self.columnCount() - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self.grid, self._marks = grid, marks
        self.endResetModel()

    def set_mark(self, participation: str, session: str, status: str | None) -> None:
        """Show a mark before it is written."""
        if self.grid is None:
            return
        row = next(i for i, one in enumerate(self.grid.rows) if one.id == participation)
        column = next(i for i, one in enumerate(self.grid.sessions) if one.id == session)
        self._marks[row][column] = status
        index = self.index(row, FIRST + column)
        self.dataChanged.emit(index, index)

    def there(self, position: int) -> int:
        """How many are there in a session."""
        return sum(marks[position] in THERE for marks in self._marks)

    def recorded(self, position: int) -> int:
        """How many have a mark in a session."""
        return sum(marks[position] is not None for marks in self._marks)

    def cell(self, index: Index) -> tuple[str, str] | None:
        """Participation and session of a cell; None beside the sessions."""
        if self.grid is None or not index.isValid() or index.column() < FIRST:
            return None
        return self.grid.rows[index.row()].id, self.grid.sessions[index.column() - FIRST].id

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
                return LETTERS[self._t.language][mark] if mark else ""
            name = marked(self._t, row.full_name, row.sample)
            return (str(index.row() + 1), name, row.organization or "")[column]
        if role == MARK:
            return mark
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._sentence(row.full_name, column, mark)
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

    def _sentence(self, name: str, column: int, mark: str | None) -> str:
        if column < FIRST or self.grid is None:
            return name
        said = self._t(LABELS[mark]) if mark else self._t(N_("not recorded"))
        session = self._t(N_("Session {number}"), number=self.grid.sessions[column - FIRST].number)
        return f"{name}, {session}: {said}"


class MarkDelegate(QStyledItemDelegate):
    """Paints a mark as a chip; the cell of the cursor has a ring."""

    def __init__(self, theme: Theme, parent: QTableView) -> None:
        super().__init__(parent)
        self._theme, self._view = theme, parent
        self._font = theme.font(12, QFont.Weight.DemiBold)
        self._row = RowDelegate(theme, frozenset(), self)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = self._theme
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(option.rect, theme.colour("tint" if selected else "surface"))
        painter.setPen(theme.colour("grid"))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        mark = index.data(MARK)
        width, height = theme.px(44), theme.px(26)
        centre = option.rect.center()
        chip = QRectF(centre.x() - width / 2, centre.y() - height / 2, width, height)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._view.hasFocus() and self._view.currentIndex() == index:
            painter.setPen(QPen(theme.colour("focus"), 2))
        else:
            painter.setPen(Qt.PenStyle.NoPen if mark else QPen(theme.colour("border"), 1))
        colour = COLOURS.get(mark or "", "")
        painter.setBrush(theme.colour(f"{colour}_bg" if colour else "surface"))
        painter.drawRoundedRect(chip, 5, 5)
        if mark:
            painter.setFont(self._font)
            painter.setPen(theme.colour(colour))
            painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, index.data())
        painter.restore()


class GridView(QTableView):
    """``marked`` tells participation, session and status (None clears)."""

    marked = Signal(str, str, object)

    def __init__(self, theme: Theme, model: GridModel, name: str) -> None:
        super().__init__()
        self._theme, self._grid = theme, model
        self.setAccessibleName(name)
        self.setModel(model)
        self._people = RowDelegate(theme, frozenset({NAME}), self)
        self._marks = MarkDelegate(theme, self)
        self.setItemDelegate(self._marks)
        for column in (NUMBER, NAME, OFFICE):
            self.setItemDelegateForColumn(column, self._people)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        vertical = self.verticalHeader()
        vertical.hide()
        vertical.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        vertical.setDefaultSectionSize(theme.px(36))
        self.horizontalHeader().setFixedHeight(theme.px(36))

    def show_grid(self, grid: Grid) -> None:
        """Show a state of the grid; the cursor stays, or stands on the first cell that waits."""
        before = self.currentIndex()
        place = (before.row(), before.column()) if before.isValid() else (0, FIRST)
        self._grid.show_grid(grid)
        self._fit()
        if self._grid.rowCount():
            row = min(place[0], self._grid.rowCount() - 1)
            column = min(max(place[1], FIRST), self._grid.columnCount() - 1)
            self.setCurrentIndex(self._grid.index(row, column))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Names stay readable: sessions become narrow first, then organizations go."""
        sessions = self._grid.columnCount() - FIRST
        if sessions < 0:
            return
        px, room = self._theme.px, self.viewport().width()
        number, name, office = (px(width) for width in WIDTHS)
        narrow, wide = px(NARROW), px(WIDE)
        with_office = number + name + office + sessions * narrow <= room
        self.setColumnHidden(OFFICE, not with_office)
        fixed = number + (office if with_office else 0)
        each = max(narrow, min(wide, (room - fixed - name) // sessions)) if sessions else 0
        self.setColumnWidth(NUMBER, number)
        self.setColumnWidth(OFFICE, office)
        self.setColumnWidth(NAME, max(name, room - fixed - each * sessions))
        for column in range(FIRST, FIRST + sessions):
            self.setColumnWidth(column, each)

    def session_position(self) -> int | None:
        """Position of the session that the cursor stands in."""
        grid, index = self._grid.grid, self.currentIndex()
        if grid is None or not grid.sessions:
            return None
        return max(index.column() - FIRST, 0) if index.isValid() else 0

    def session(self) -> str | None:
        """Id of the session that the cursor stands in."""
        position = self.session_position()
        grid = self._grid.grid
        return None if grid is None or position is None else grid.sessions[position].id

    def participation(self) -> str | None:
        """Id of the participation that the cursor stands on."""
        grid, index = self._grid.grid, self.currentIndex()
        return grid.rows[index.row()].id if grid is not None and index.isValid() else None

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        key, typed = event.key(), event.text().upper()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._step()
        elif key == Qt.Key.Key_Space:
            self._mark(PRESENT)
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self._mark(None, step=False)
        elif typed in KEYS and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._mark(KEYS[typed])
        else:
            super().keyPressEvent(event)

    def _mark(self, status: str | None, *, step: bool = True) -> None:
        cell = self._grid.cell(self.currentIndex())
        if cell is None:
            return
        self.marked.emit(*cell, status)
        if step:
            self._step()

    def _step(self) -> None:
        """To the next person; after the last one to the first of the next session."""
        index = self.currentIndex()
        row, column = index.row() + 1, index.column()
        if row >= self._grid.rowCount():
            row, column = 0, min(column + 1, self._grid.columnCount() - 1)
        self.setCurrentIndex(self._grid.index(row, column))
