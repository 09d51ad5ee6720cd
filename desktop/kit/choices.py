"""A button that opens a list of choices to tick; with a line to search where they are many."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.desk import Desk
from desktop.kit.parts import button, label
from desktop.texts import N_

MANY = 9  # choices from which they can be searched
MOST = 400  # choices that are listed at once
WIDTH = 300  # pixels of the design
FEW, LINES = 4, 10  # lines that the list is high at the least and at the most
CHOSEN = N_("{what}, chosen")
_VALUE = Qt.ItemDataRole.UserRole
_TICKS = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class Offer:
    """Something to tick: its value, what it is called, and whether it is ticked."""

    value: Any
    text: str
    ticked: bool = False


class Choices(QFrame):
    """Opens below a button, closes with Escape. ``ticked`` carries every value that is ticked now."""

    ticked = Signal(object)

    def __init__(self, desk: Desk, title: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._desk, self._title = desk, title
        self._offers: list[Offer] = []
        self._chosen: list[Any] = []
        self.setObjectName("popup")
        self.setAccessibleName(title)
        self.setFixedWidth(desk.theme.px(WIDTH))
        t = desk.t
        self.search = QLineEdit()
        self.search.setPlaceholderText(t(N_("Search these choices")))
        self.search.setAccessibleName(t(N_("Search these choices")))
        self.search.textChanged.connect(lambda _: self._fill())
        self.search.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(title)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(self._tick)
        self.list.installEventFilter(self)
        self.none_button = button(
            t(N_("Clear this choice")), self.clear, desk.icons, icon="x", kind="ghost"
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(*(desk.theme.px(10),) * 4)
        box.setSpacing(desk.theme.px(6))
        self.nothing = label("", "muted", wrap=True)
        self.nothing.hide()
        for widget in (
            *(label(title, "heading"), self.search, self.nothing, self.list, self.none_button),
        ):
            box.addWidget(widget)

    def offer(self, offers: Sequence[Offer], nothing: str = "") -> None:
        """Show these; what is ticked is what they say. ``nothing`` is said where there are none."""
        self._offers = list(offers)
        self._chosen = [one.value for one in offers if one.ticked]
        self.search.setVisible(len(offers) >= MANY)
        self.nothing.setText(nothing)
        self.nothing.setVisible(not offers and bool(nothing))
        self.list.setVisible(not self.nothing.isVisibleTo(self))
        lines = min(max(len(offers), FEW), LINES)
        self.list.setFixedHeight(self._desk.theme.px(28 * lines))
        self._fill()

    def open_at(self, place: QWidget) -> None:
        """Open below a widget, inside the screen."""
        self.search.clear()
        self.adjustSize()
        corner = place.mapToGlobal(QPoint(0, place.height() + 2))
        room = place.screen().availableGeometry()
        corner.setX(min(corner.x(), room.right() - self.width()))
        corner.setY(min(corner.y(), room.bottom() - self.height()))
        self.move(corner)
        self.show()
        (self.search if self.search.isVisible() else self.list).setFocus()

    def clear(self) -> None:
        """Tick nothing."""
        self._chosen = []
        self._fill()
        self.ticked.emit([])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if watched is self.list and event.key() in _TICKS:
            if self.list.currentItem() is not None:
                self._tick(self.list.currentItem())
            return True
        if watched is self.search and event.key() in (Qt.Key.Key_Down, *_TICKS[1:]):
            self.list.setFocus()
            self.list.setCurrentRow(0)
            return True
        return False

    def _tick(self, item: QListWidgetItem) -> None:
        value = item.data(_VALUE)
        if value in self._chosen:
            self._chosen.remove(value)
        else:
            self._chosen.append(value)
        self._show_tick(item)
        self.none_button.setEnabled(bool(self._chosen))
        self.ticked.emit(list(self._chosen))

    def _fill(self) -> None:
        from db.rules.names import fold

        words = fold(self.search.text()).split()
        self.list.clear()
        for offer in self._offers:
            if self.list.count() >= MOST:
                break
            if all(word in fold(offer.text) for word in words):
                item = QListWidgetItem(offer.text)
                item.setToolTip(offer.text)
                item.setData(_VALUE, offer.value)
                self._show_tick(item)
                self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.none_button.setEnabled(bool(self._chosen))

    def _show_tick(self, item: QListWidgetItem) -> None:
        state = Qt.CheckState
        ticked = item.data(_VALUE) in self._chosen
        item.setCheckState(state.Checked if ticked else state.Unchecked)
        said = self._desk.t(CHOSEN, what=item.text()) if ticked else item.text()
        item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
        # The list itself answers clicks and keys: twice ticked would be nothing.
        item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsUserCheckable)
