"""The grid itself: letters in coloured chips, moved through and filled by keys alone."""

import re

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from db.queries.participants import Grid
from db.rules.attendance import KEYS, PRESENT
from desktop.attendance.model import FIRST, MARK, NAME, NUMBER, OFFICE, Cell, GridModel, Index
from desktop.kit.row_delegate import RowDelegate
from desktop.texts import N_, Texts
from desktop.theme import Theme

WIDTHS = (56, 220, 160)  # number, name at least, organization
LINES = 5  # that are seen at the least, with the titles
NARROW, WIDE = 84, 110  # of a session

# Colour of a mark; the letter says the same, so nothing is told by colour alone.
COLOURS = {"present": "ok", "late": "warn", "excused": "warn", "sick": "warn", "absent": "bad"}
_TIME = re.compile(r"([01]?\d|2[0-3])[.:]?([0-5]\d)")


class MarkDelegate(QStyledItemDelegate):
    """Paints a mark as a chip; the cell of the cursor has a ring, marked cells a ground."""

    def __init__(self, theme: Theme, parent: QTableView) -> None:
        super().__init__(parent)
        self._view = parent
        self._font = theme.font(12, QFont.Weight.DemiBold)
        self._short, self._long, self._high = theme.px(44), theme.px(70), theme.px(26)
        self._grounds = {name: theme.colour(name) for name in ("chip", "tint", "surface", "grid")}
        surface = self._grounds["surface"]
        self._inks: dict[str | None, tuple[QColor, QColor]] = {None: (surface, surface)}
        for mark, token in COLOURS.items():
            self._inks[mark] = (theme.colour(f"{token}_bg"), theme.colour(token))
        self._ring, self._edge = QPen(theme.colour("focus"), 2), QPen(theme.colour("border"), 1)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        now, model, rect = self._view.currentIndex(), index.model(), option.rect
        marked = self._view.selectionModel().isSelected(index)
        here = now.isValid() and now.row() == index.row()
        ground = "chip" if marked and now != index else "tint" if here else "surface"
        painter.fillRect(rect, self._grounds[ground])
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, self._grounds["grid"])
        mark, said = model.data(index, MARK), str(model.data(index) or "")
        width = min(self._short if len(said) < 2 else self._long, rect.width() - 4)
        height, centre = self._high, rect.center()
        chip = QRectF(centre.x() - width / 2, centre.y() - height / 2, width, height)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._view.hasFocus() and now == index:
            painter.setPen(self._ring)
        else:
            painter.setPen(Qt.PenStyle.NoPen if mark else self._edge)
        under, ink = self._inks[mark]
        painter.setBrush(under)
        painter.drawRoundedRect(chip, 5, 5)
        if mark:
            painter.setFont(self._font)
            painter.setPen(ink)
            painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, said)


class PersonDelegate(RowDelegate):
    """Names beside the marks: the line of the cursor has a ground from end to end."""

    def __init__(self, theme: Theme, parent: QTableView) -> None:
        super().__init__(theme, frozenset({NAME}), parent)
        self._view = parent

    def is_selected(self, option: QStyleOptionViewItem, index: Index) -> bool:  # noqa: ARG002 - of the base
        now = self._view.currentIndex()
        return now.isValid() and now.row() == index.row()


class TimeLine(QLineEdit):
    """``given_up``: Escape. Its keys end here: with the same Enter the grid would go on by one person more."""

    given_up = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)
        event.accept()


class GridView(QTableView):
    """``marked`` tells cells and their status (None clears); ``late_typed`` a cell and when somebody came."""

    marked = Signal(object, object)
    late_typed = Signal(object, str)

    def __init__(self, theme: Theme, t: Texts, model: GridModel, name: str) -> None:
        super().__init__()
        self._theme, self._t, self._grid = theme, t, model
        self._time: QLineEdit | None = None
        self.setAccessibleName(name)
        self.setModel(model)
        self._people = PersonDelegate(theme, self)
        self._marks = MarkDelegate(theme, self)
        self.setItemDelegate(self._marks)
        for column in (NUMBER, NAME, OFFICE):
            self.setItemDelegateForColumn(column, self._people)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        vertical = self.verticalHeader()
        vertical.hide()
        vertical.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        vertical.setDefaultSectionSize(theme.px(36))
        self.setMinimumHeight(theme.px(36 * LINES))
        self.horizontalHeader().setFixedHeight(theme.px(36))
        # The line of the cursor is painted from end to end.
        self.selectionModel().currentRowChanged.connect(
            lambda now, before: self._repaint_lines(now, before)
        )

    def _repaint_lines(self, now: Index, before: Index) -> None:
        wide = self.viewport().width()
        for index in (now, before):
            if index.isValid():
                place = self.rowViewportPosition(index.row())
                self.viewport().update(0, place, wide, self.rowHeight(index.row()))

    def show_grid(self, grid: Grid) -> None:
        """Show a state of the grid; the cursor stays, or stands on the first cell that waits."""
        before = self.currentIndex()
        place = (before.row(), before.column()) if before.isValid() else (0, FIRST)
        self._grid.show_grid(grid)
        self._fit()
        if self._grid.rowCount() and not self.currentIndex().isValid():
            row = min(place[0], self._grid.rowCount() - 1)
            column = min(max(place[1], FIRST), self._grid.columnCount() - 1)
            self.setCurrentIndex(self._grid.index(row, column))

    def stand_on(self, participation: str) -> None:
        """Move the cursor to a person, in the session where it stands."""
        place = self._grid.place_of(participation)
        if place is not None:
            column = max(self.currentIndex().column(), min(FIRST, self._grid.columnCount() - 1))
            self.setCurrentIndex(self._grid.index(place, column))

    def find_person(self, typed: str, *, onwards: bool = False) -> bool:
        """Move the cursor to the next person whose name has every typed word; whether there is one."""
        from db.rules.names import fold

        words, grid = fold(typed).split(), self._grid.grid
        if grid is None or not words:
            return False
        start, number = self.currentIndex().row() + (1 if onwards else 0), len(grid.rows)
        for step in range(number):
            row = grid.rows[(start + step) % number]
            if all(word in fold(row.full_name) for word in words):
                self.stand_on(row.id)
                return True
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._fit()

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

    def fill_down(self) -> None:
        """The mark of the cursor in every marked cell, or in all empty ones below it."""
        here = self._grid.cell(self.currentIndex())
        if here is None:
            return
        status, several = self._grid.mark_of(here), self._cells()
        if len(several) > 1:
            self.marked.emit([cell for cell in several if cell != here], status)
            return
        row, column = self.currentIndex().row(), self.currentIndex().column()
        below = (
            self._grid.cell(self._grid.index(place, column))
            for place in range(row + 1, self._grid.rowCount())
        )
        empty = [cell for cell in below if cell is not None and self._grid.mark_of(cell) is None]
        if empty and status is not None:
            self.marked.emit(empty, status)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        key, typed = event.key(), event.text().upper()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._step()
        elif key == Qt.Key.Key_Space:
            self._mark(PRESENT)
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self._mark(None, step=False)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        elif typed in KEYS:
            self._mark(KEYS[typed])
        elif typed.isdigit():
            self._type_time(typed)
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        """Names stay readable: sessions become narrow first, then organizations go."""
        sessions = self._grid.columnCount() - FIRST
        if sessions < 0:
            return
        px, room = self._theme.px, self.viewport().width()
        number, name, office = (px(width) for width in WIDTHS)
        titles = map(self.horizontalHeader().sectionSizeHint, range(FIRST, FIRST + sessions))
        narrow = max(px(NARROW), *titles, 0)
        wide = max(px(WIDE), narrow)
        with_office = number + name + office + sessions * narrow <= room
        self.setColumnHidden(OFFICE, not with_office)
        fixed = number + (office if with_office else 0)
        each = max(narrow, min(wide, (room - fixed - name) // sessions)) if sessions else 0
        self.setColumnWidth(NUMBER, number)
        self.setColumnWidth(OFFICE, office)
        self.setColumnWidth(NAME, max(name, room - fixed - each * sessions))
        for column in range(FIRST, FIRST + sessions):
            self.setColumnWidth(column, each)

    def _cells(self) -> list[Cell]:
        """The marked cells, or the one that the cursor stands in."""
        indexes = self.selectionModel().selectedIndexes() or [self.currentIndex()]
        return [cell for cell in map(self._grid.cell, indexes) if cell is not None]

    def _mark(self, status: str | None, *, step: bool = True) -> None:
        cells = self._cells()
        if cells:
            self.marked.emit(cells, status)
            if step and len(cells) == 1:
                self._step()

    def _step(self) -> None:
        """To the next person; after the last one to the first of the next session."""
        index = self.currentIndex()
        row, column = index.row() + 1, index.column()
        if row >= self._grid.rowCount():
            row, column = 0, min(column + 1, self._grid.columnCount() - 1)
        self.setCurrentIndex(self._grid.index(row, column))

    def _type_time(self, digit: str) -> None:
        """A small line over the cell takes the time of arrival; Enter keeps it, Escape does not."""
        index = self.currentIndex()
        if self._grid.cell(index) is None:
            return
        line = TimeLine(digit, self.viewport())
        line.setAccessibleName(self._t(N_("Time of arrival, like 09.20")))
        line.setGeometry(self.visualRect(index))
        line.returnPressed.connect(lambda: self._keep_time(line))
        line.editingFinished.connect(lambda: self._close_time(line))
        line.given_up.connect(lambda: self._close_time(line))
        self._time = line
        line.show()
        line.setFocus()
        line.setCursorPosition(1)

    def _keep_time(self, line: QLineEdit) -> None:
        cell, found = self._grid.cell(self.currentIndex()), _TIME.fullmatch(line.text().strip())
        if found is None or cell is None:
            line.selectAll()
            return
        self._close_time(line)
        self.late_typed.emit(cell, f"{int(found[1]):02d}:{found[2]}")
        self._step()

    def _close_time(self, line: QLineEdit) -> None:
        if self._time is line:
            self._time = None
            line.hide()
            line.deleteLater()
            self.setFocus()
