"""Find anything (Ctrl+K) and every command (F1): one line, and below it what it finds."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from db.queries import anything
from db.queries.anything import Hit
from db.rules.names import fold
from desktop.desk import Desk
from desktop.kit.glass_line import GlassLine
from desktop.kit.page import Command
from desktop.kit.parts import label
from desktop.kit.places import PAGES_OF, place_of
from desktop.pages import PAGES
from desktop.texts import N_
from exports.kit.fields import table_words

WIDTH, HEIGHT = 560, 420
WAIT = 100  # milliseconds after a key
_STEP = Qt.ItemDataRole.UserRole
HINT = N_("Find members, activities, districts, documents and commands")


@dataclass(frozen=True, slots=True)
class Way:
    """A line: what it says, what kind of thing it is, its keys, and what it does."""

    text: str
    kind: str
    keys: str
    step: Callable[[], object]


class Finder(QFrame):
    """Over the window; goes away with Escape or with a choice."""

    def __init__(self, desk: Desk, window: QWidget, commands: Iterable[Command]) -> None:
        super().__init__(window, Qt.WindowType.Popup)
        self.setObjectName("popup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        t, px = desk.t, desk.theme.px
        self._fixed = [*self._ways(commands), *self._pages(), *self._documents()]
        self.line = GlassLine(desk, t(HINT))
        self.line.installEventFilter(self)
        self.list = QListWidget()
        self.list.setObjectName("found")
        self.list.setAccessibleName(t(N_("What was found")))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.itemClicked.connect(self._take)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(WAIT)
        self._wait.timeout.connect(self._ask)
        self.line.textChanged.connect(self._typed)
        box = QVBoxLayout(self)
        box.setContentsMargins(*(px(12),) * 4)
        box.setSpacing(px(8))
        for widget in (self.line, self.list):
            box.addWidget(widget)
        box.addWidget(label(t(N_("↑ ↓ choose · Enter opens · Esc closes")), "muted"))
        self.setFixedSize(
            min(px(WIDTH), window.width() - 20), min(px(HEIGHT), window.height() - 60)
        )

    def open_over(self, window: QWidget) -> None:
        """Open in the upper middle of a window."""
        self._show([])
        self.move(
            window.mapToGlobal(
                QPoint((window.width() - self.width()) // 2, self._desk.theme.px(50))
            )
        )
        self.show()
        self.line.setFocus()

    def eventFilter(self, _: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """The line keeps the keyboard; arrows and Enter go to the list."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        steps = {
            int(Qt.Key.Key_Down): 1,
            int(Qt.Key.Key_Up): -1,
            int(Qt.Key.Key_PageDown): 8,
            int(Qt.Key.Key_PageUp): -8,
        }
        if event.key() in steps:
            place = self.list.currentRow() + steps[event.key()]
            self.list.setCurrentRow(min(max(place, 0), self.list.count() - 1))
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            item = self.list.currentItem()
            if item is not None:
                self._take(item)
            return True
        return False

    def _ways(self, commands: Iterable[Command]) -> Iterable[Way]:
        kind = self._desk.t(N_("Command"))
        return (Way(one.title, kind, one.keys, one.step) for one in commands)

    def _pages(self) -> Iterable[Way]:
        t = self._desk.t
        listed = [entry for entry in PAGES if not entry.needs_row]
        return (
            Way(t(entry.title), t(N_("Page")), "", partial(self._desk.navigation.go, entry.key))
            for entry in listed
        )

    def _documents(self) -> Iterable[Way]:
        from exports.catalogue import DOCUMENTS  # with the first search, not with the window

        t, go = self._desk.t, self._desk.navigation.go
        return (
            Way(t(one.title), t(N_("Document")), "", partial(go, "reports", f"{one.key}:"))
            for one in DOCUMENTS
        )

    def _typed(self) -> None:
        self._show([])
        self._wait.start()

    def _ask(self) -> None:
        text = self.line.text().strip()
        if text:
            self._desk.tasks.read(self, self._show, anything.find, text, key="found")

    def _show(self, hits: list[Hit]) -> None:
        words = fold(self.line.text()).split()
        t = self._desk.t
        ways = [one for one in self._fixed if all(word in fold(one.text) for word in words)]
        if words:
            ways = ways[:8]
        ways += [
            Way(
                f"{hit.name} · {hit.detail}" if hit.detail else hit.name,
                table_words(t, hit.table),
                "",
                partial(self._desk.navigation.go, *place_of(hit.table, hit.id)),
            )
            for hit in hits
            if hit.table in PAGES_OF
        ]
        self.list.clear()
        for way in ways:
            keys = QKeySequence(way.keys).toString(QKeySequence.SequenceFormat.NativeText)
            said = "    ".join(part for part in (way.text, way.kind, keys) if part)
            item = QListWidgetItem(said)
            item.setToolTip(said)
            item.setData(_STEP, way.step)
            self.list.addItem(item)
        if not ways:
            self.list.addItem(t(N_("Nothing was found. Try fewer letters.")))
        self.list.setCurrentRow(0)

    def _take(self, item: QListWidgetItem) -> None:
        step = item.data(_STEP)
        self.close()
        if step is not None:
            step()
