"""A workbook as tables: its sheets as tabs, the first rows of each."""

import io
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QHeaderView, QTabBar, QTableView, QVBoxLayout, QWidget

from desktop.desk import Desk
from desktop.texts import N_

ROWS, COLUMNS = 200, 40  # of a sheet that are shown

Sheets = list[tuple[str, list[list[str]]]]


def read(content: bytes) -> Sheets:
    """Names of the sheets with the texts of their first rows. Runs beside the UI."""
    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    found = []
    for name in book.sheet_names:
        rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False, nrows=ROWS)
        found.append((name, [[_said(value) for value in row[:COLUMNS]] for row in rows]))
    return found


def _said(value: Any) -> str:
    """Whole numbers without their decimals, as Excel shows them."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)


class _Model(QAbstractTableModel):
    def __init__(self) -> None:
        super().__init__()
        self._rows: list[list[str]] = []

    def show(self, rows: list[list[str]]) -> None:
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, _: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's
        return len(self._rows)

    def columnCount(self, _: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's
        return max(map(len, self._rows), default=0)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        row = self._rows[index.row()]
        told = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
        return row[index.column()] if role in told and index.column() < len(row) else None


class SheetView(QWidget):
    """Read only: what is changed, is changed in Excel."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._sheets: Sheets = []
        self._model = _Model()
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(desk.t(N_("Sheets")))
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(True)
        self.tabs.currentChanged.connect(self._go)
        self.table = QTableView()
        self.table.setModel(self._model)
        self.table.setAccessibleName(desk.t(N_("First rows of the sheet")))
        self.table.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        heads = self.table.horizontalHeader()
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        heads.setDefaultSectionSize(desk.theme.px(120))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.tabs)
        box.addWidget(self.table, 1)

    def show_sheets(self, sheets: Sheets) -> None:
        """Another workbook."""
        self._sheets = []
        while self.tabs.count():
            self.tabs.removeTab(0)
        self._sheets = sheets
        for name, _ in sheets:
            self.tabs.addTab(name)
        self._go(self.tabs.currentIndex())

    def _go(self, number: int) -> None:
        if 0 <= number < len(self._sheets):
            self._model.show(self._sheets[number][1])
