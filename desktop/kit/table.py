"""Long lists: rows fetched in windows while they are looked at, painted by a delegate."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QItemSelectionRange,
    QModelIndex,
    QObject,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QTableView,
)

from desktop.kit.row_delegate import Index, RowDelegate
from desktop.theme import Theme

Row = TypeVar("Row")

WINDOW = 128
KEPT = 40


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """A column: its title, what it says of a row, and how wide it is (0 stretches).

    ``spare``: left out where there is no room for it. ``key``: what it sorts by, and under which a choice of columns
    is kept. ``extra``: shown where somebody chose it. ``private``: contact data.
    """

    title: str
    text: Callable[[Row], str]
    width: int = 0
    right: bool = False
    strong: bool = False
    spare: bool = False
    key: str = ""
    extra: bool = False
    private: bool = False


LINES = 4  # that are seen at the least, with the titles
FEWEST = 2  # columns that are shown, however large the text is
LEAST = 200  # pixels of a column that stretches

Fetch = Callable[[int, int, Callable[[list[Any]], None]], None]
"""``fetch(offset, limit, then)`` asks for a window of rows."""


class TableModel(QAbstractTableModel, Generic[Row]):
    """Rows over a query. The count arrives on its own; a window is asked for when it is looked at."""

    arrived = Signal()

    def __init__(
        self, columns: tuple[Column[Row], ...], fetch: Fetch, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._columns, self._fetch = columns, fetch
        self._count = 0
        self._windows: OrderedDict[int, list[Row]] = OrderedDict()
        self._asked: set[int] = set()
        self._generation = 0

    def restart(self) -> None:
        """Forget what was fetched; the first window is asked for at once."""
        self._generation += 1
        self._asked.clear()
        self._ask(0)

    def show(self, count: int, first: list[Row]) -> None:
        """Show other rows: how many there are, and the first window of them."""
        self._generation += 1
        self._asked = {0}
        self._windows.clear()
        self._windows[0] = first
        self.set_count(count)
        if count:
            self.dataChanged.emit(self.index(0, 0), self.index(count - 1, len(self._columns) - 1))
        self.arrived.emit()

    def set_count(self, count: int) -> None:
        """How many rows there are."""
        if count > self._count:
            self.beginInsertRows(QModelIndex(), self._count, count - 1)
            self._count = count
            self.endInsertRows()
        elif count < self._count:
            self.beginRemoveRows(QModelIndex(), count, self._count - 1)
            self._count = count
            self.endRemoveRows()

    def row(self, position: int) -> Row | None:
        """A row, or None while its window is on the way."""
        window = self._windows.get(position // WINDOW)
        if window is None:
            self._ask(position // WINDOW)
            return None
        self._windows.move_to_end(position // WINDOW)
        offset = position % WINDOW
        return window[offset] if offset < len(window) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's names and defaults
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - as above
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column = self._columns[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            row = self.row(index.row())
            return "" if row is None else column.text(row)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.AccessibleTextRole:
            row = self.row(index.row())
            return "" if row is None else self._sentence(row, column)
        return None

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = (
                Qt.AlignmentFlag.AlignRight
                if self._columns[section].right
                else Qt.AlignmentFlag.AlignLeft
            )
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    @property
    def columns(self) -> tuple[Column[Row], ...]:
        """The columns, in order."""
        return self._columns

    def _sentence(self, row: Row, first: Column[Row]) -> str:
        """A whole row for a screen reader, beginning with the cell that it stands on."""
        rest = (
            f"{c.title}: {c.text(row)}" for c in self._columns if c is not first and c.text(row)
        )
        return ", ".join((f"{first.title}: {first.text(row) or '–'}", *rest))

    def _ask(self, window: int) -> None:
        if window in self._asked:
            return
        self._asked.add(window)
        generation = self._generation

        def bring(rows: list[Row]) -> None:
            if generation == self._generation:
                self._bring(window, rows)

        self._fetch(window * WINDOW, WINDOW, bring)

    def _bring(self, window: int, rows: list[Row]) -> None:
        if (window == 0 and 0 not in self._windows) or len(self._asked) == 1:
            self._windows.clear()
        self._windows[window] = rows
        while len(self._windows) > KEPT:
            gone, _ = self._windows.popitem(last=False)
            self._asked.discard(gone)
        if window == 0 and len(rows) < WINDOW:
            self.set_count(len(rows))
        elif self._count < window * WINDOW + len(rows):
            self.set_count(window * WINDOW + len(rows))
        last = min(self._count, (window + 1) * WINDOW) - 1
        if last >= window * WINDOW:
            self.dataChanged.emit(
                self.index(window * WINDOW, 0), self.index(last, len(self._columns) - 1)
            )
        self.arrived.emit()


class HeldModel(TableModel[Row]):
    """Rows that are held whole."""

    def __init__(self, columns: tuple[Column[Row], ...], parent: QObject | None = None) -> None:
        super().__init__(columns, self._cut, parent)
        self.rows: list[Row] = []

    def show_rows(self, rows: list[Row]) -> None:
        """Show these in place of the others."""
        self.rows = rows
        self.set_count(len(rows))
        self.restart()

    def _cut(self, offset: int, limit: int, then: Callable[[list[Row]], None]) -> None:
        then(self.rows[offset : offset + limit])


class TableView(QTableView):
    """A list. ``chosen`` tells the row that the user stands on; ``many`` how many are marked; ``sorting`` a column."""

    chosen = Signal(object)
    many = Signal(int)
    sorting = Signal(str)

    def __init__(
        self, theme: Theme, model: TableModel[Any], name: str, *, several: bool = False
    ) -> None:
        super().__init__()
        self._theme = theme
        self._coming = self._awaited = False
        self._titles: dict[int, int] = {}
        self._shown: frozenset[str] | None = None
        self.setAccessibleName(name)
        self.setModel(model)
        strong = frozenset(i for i, column in enumerate(model.columns) if column.strong)
        self.setItemDelegate(RowDelegate(theme, strong, self))
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        mode = QTableView.SelectionMode
        self.setSelectionMode(mode.ExtendedSelection if several else mode.SingleSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        vertical = self.verticalHeader()
        vertical.hide()
        vertical.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        vertical.setDefaultSectionSize(theme.px(36))
        self.setMinimumHeight(theme.px(36 * LINES))
        horizontal = self.horizontalHeader()
        horizontal.setFixedHeight(theme.px(36))
        horizontal.setHighlightSections(False)
        modes = QHeaderView.ResizeMode
        for position, column in enumerate(model.columns):
            how = modes.Interactive if column.width else modes.Stretch
            horizontal.setSectionResizeMode(position, how)
        horizontal.sectionClicked.connect(self._sort)
        model.arrived.connect(self._arrived)
        self.selectionModel().currentRowChanged.connect(lambda now, _: self._choose(now))
        self.selectionModel().selectionChanged.connect(lambda *_: self.many.emit(self.marked()))

    @property
    def columns(self) -> tuple[Column[Any], ...]:
        model: TableModel[Any] = self.model()  # type: ignore[assignment]  # made with it
        return model.columns

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Titles are measured in the look of the window, which comes when the table comes into it."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.horizontalHeader().ensurePolished()
            self._titles.clear()
            for position, column in enumerate(self.columns):
                if column.width:
                    self.setColumnWidth(position, self._needed(position))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._fit()

    def show_columns(self, keys: frozenset[str] | None) -> None:
        """Show these columns by their keys, those without one too; None: the usual ones."""
        self._shown = keys
        self._fit()

    def shown_columns(self) -> list[Column[Any]]:
        """The columns that are visible now."""
        return [c for place, c in enumerate(self.columns) if not self.isColumnHidden(place)]

    def shown_keys(self) -> list[str]:
        """Keys of the visible columns."""
        return [column.key for column in self.shown_columns() if column.key]

    def show_sorted(self, key: str, *, descending: bool) -> None:
        """Mark the column that the list is sorted by; '' for none."""
        header = self.horizontalHeader()
        keys = [column.key for column in self.columns]
        header.setSortIndicatorShown(bool(key))
        if key in keys:
            order = Qt.SortOrder
            way = order.DescendingOrder if descending else order.AscendingOrder
            header.setSortIndicator(keys.index(key), way)

    def marked(self) -> int:
        """How many rows are marked."""
        return sum(part.height() for part in self._parts())

    def marked_places(self) -> list[int]:
        """Places of the marked rows, from top to bottom."""
        return sorted(
            place for part in self._parts() for place in range(part.top(), part.bottom() + 1)
        )

    def _parts(self) -> list[QItemSelectionRange]:
        selection = self.selectionModel().selection()
        return [selection.at(place) for place in range(selection.count())]

    def stand_on(self, place: int) -> None:
        """Mark one row and let it be seen; nobody is told."""
        self._coming = True
        self.setCurrentIndex(self.model().index(place, 0))
        self._coming = False

    def forget_place(self) -> None:
        """Nothing is marked; nobody is told."""
        self._coming = True
        self.clearSelection()
        self.setCurrentIndex(QModelIndex())
        self._coming = False

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Who only comes by with the keyboard stands nowhere yet; Qt would stand on the first row unasked."""
        nowhere = not self.currentIndex().isValid()
        self._coming = nowhere
        super().focusInEvent(event)
        self._coming = False
        if nowhere:
            self.forget_place()

    def moveCursor(  # noqa: N802 - Qt's name
        self, action: QTableView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Home and End go to the first and the last row; Qt goes to the first and the last column."""
        ends = {self.CursorAction.MoveHome: 0, self.CursorAction.MoveEnd: -1}
        if action not in ends:
            return super().moveCursor(action, modifiers)
        model = self.model()
        return model.index(
            ends[action] % max(model.rowCount(), 1), max(self.currentIndex().column(), 0)
        )

    def current(self) -> Any:
        """The row that the user stands on, or None."""
        model: TableModel[Any] = self.model()  # type: ignore[assignment]  # made with it
        index = self.currentIndex()
        return model.row(index.row()) if index.isValid() else None

    def _choose(self, index: Index) -> None:
        if self._coming:
            self._awaited = False
            return
        row = self.current() if index.isValid() else None
        self._awaited = index.isValid() and row is None
        if self._awaited and self.current() is not None:  # it came while it was asked for
            row, self._awaited = self.current(), False
        if not self._awaited:
            self.chosen.emit(row)

    def _arrived(self) -> None:
        """The row that the user jumped to came after the jump."""
        if self._awaited:
            self._choose(self.currentIndex())

    def _sort(self, position: int) -> None:
        key = self.columns[position].key
        if key:
            self.sorting.emit(key)

    def _fit(self) -> None:
        """Spare columns are shown as far as they fit beside what is always shown; chosen ones are all shown."""
        room = self.viewport().width()
        columns = list(enumerate(self.columns))
        always = [at for at, column in columns if not (column.spare or column.extra)]
        while len(always) > FEWEST and sum(map(self._needed, always)) > room:
            always.pop()
        room -= sum(map(self._needed, always))
        for position, column in columns:
            if self._shown is not None:
                hidden = bool(column.key) and column.key not in self._shown
            elif column.extra or not (column.spare or position in always):
                hidden = True
            elif column.spare:
                room -= self._needed(position)
                hidden = room < 0
            else:
                hidden = False
            self.setColumnHidden(position, hidden)

    def _needed(self, position: int) -> int:
        """Pixels of a column: as designed, and never less than its title needs."""
        if position not in self._titles:
            hidden = self.isColumnHidden(position)
            self.setColumnHidden(position, False)  # or Qt says that it needs nothing
            self._titles[position] = self.horizontalHeader().sectionSizeHint(position)
            self.setColumnHidden(position, hidden)
        designed = self._theme.px(self.columns[position].width or LEAST)
        return max(designed, self._titles[position])
