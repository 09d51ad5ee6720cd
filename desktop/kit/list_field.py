"""A field that chooses several things and puts them in order."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem

from desktop.desk import Desk
from desktop.kit.fields import Field, Options
from desktop.texts import N_

KEY = Qt.ItemDataRole.UserRole
SHOWN = 7  # lines without scrolling


class ListField(Field):
    """Ticks choose, dragging or Alt with an arrow moves. None: nobody chose, ``usual`` is shown."""

    def __init__(
        self, desk: Desk, key: str, title: str, options: Options, usual: Sequence[str] = ()
    ) -> None:
        self._list = QListWidget()
        self._usual = list(usual)
        self._options = list(options)
        self._touched = False
        super().__init__(desk, key, title, self._list)
        self._list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self._list.setFixedHeight(desk.theme.px(28 * SHOWN))
        self._list.setToolTip(desk.t(N_("Space ticks, Alt with ↑ or ↓ moves.")))
        self._list.installEventFilter(self)
        self.show_value(None)
        self._list.itemChanged.connect(self._edit)
        self._list.model().rowsMoved.connect(self._edit)

    def show_value(self, value: Sequence[str] | None) -> None:
        self._touched = value is not None
        chosen = self._usual if value is None else list(value)
        order = sorted(
            self._options,
            key=lambda one: chosen.index(one[0]) if one[0] in chosen else len(chosen),
        )
        self._list.blockSignals(True)
        self._list.clear()
        for key, text in order:
            item = QListWidgetItem(text)
            item.setData(KEY, key)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            state = Qt.CheckState.Checked if key in chosen else Qt.CheckState.Unchecked
            item.setCheckState(state)
            self._list.addItem(item)
        self._list.blockSignals(False)

    def read_value(self) -> Any:
        if not self._touched:
            return None
        items = [self._list.item(i) for i in range(self._list.count())]
        chosen = [one.data(KEY) for one in items if one.checkState() == Qt.CheckState.Checked]
        return tuple(chosen) or None

    def eventFilter(self, _: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
            steps = {int(Qt.Key.Key_Up): -1, int(Qt.Key.Key_Down): 1}
            if alt and event.key() in steps:
                self._move(steps[event.key()])
                return True
        return False

    def _move(self, step: int) -> None:
        row = self._list.currentRow()
        if 0 <= row + step < self._list.count():
            self._list.blockSignals(True)
            self._list.insertItem(row + step, self._list.takeItem(row))
            self._list.setCurrentRow(row + step)
            self._list.blockSignals(False)
            self._edit()

    def _edit(self) -> None:
        self._touched = True
        self.edited.emit()
