"""What all pages share: a title, and reloading when rows moved, at once or when shown next."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QHideEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from db.log.changes import Changes
from desktop.desk import Desk
from desktop.jobs import Job
from desktop.kit.flow import Flow
from desktop.kit.parts import label

TITLE = 300  # pixels of the design that a long title keeps beside buttons
SUBTITLE = 150  # pixels of the design below which a sentence would stand word by word


@dataclass(frozen=True, slots=True)
class Command:
    """Something that can be done: what it is called, its keys ('' for none), and the step."""

    title: str
    keys: str
    step: Callable[[], object]


class Title(QLabel):
    """Goes on in the next line rather than into buttons, and leaves them what it does not need of ``room`` pixels."""

    def __init__(self, text: str, room: int) -> None:
        super().__init__(text)
        self._room = room
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("role", "title")

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        needed = self.fontMetrics().horizontalAdvance(self.text()) + 1
        return QSize(min(needed, self._room), super().minimumSizeHint().height())


class Page(QWidget):
    """A page of the window. ``tables``: rows of these make it stale; all where it is empty.

    ``buttons``: those at the right of its title.
    """

    tables: frozenset[str] = frozenset()

    def __init__(self, desk: Desk, title: str) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAccessibleName(title)
        self.desk = desk
        self.stale = True
        self._asked: list[Job] = []
        self.commands: list[Command] = []
        px = desk.theme.px
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(px(24), px(20), px(24), px(16))
        self.box.setSpacing(px(12))
        self.title = Title(title, px(TITLE))
        self.subtitle = label("", "muted", wrap=True)
        self.subtitle.setMinimumWidth(px(SUBTITLE))
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self.title)
        texts.addWidget(self.subtitle)
        texts.addStretch(1)
        self.head = QHBoxLayout()
        self.head.setSpacing(px(8))
        self.head.addLayout(texts, 1)
        self.buttons = Flow(spacing=px(8), ending=True)
        self.head.addLayout(self.buttons)
        self.box.addLayout(self.head)
        desk.tasks.changed.connect(self._note)
        desk.guard.changed.connect(lambda _: self.reveal())

    def command(self, title: str, keys: str, step: Callable[[], object]) -> None:
        """Let something be done by keys while the user is on this page; F1 and the search for commands list it."""
        self.commands.append(Command(self.desk.t(title), keys, step))
        if keys:
            action = QAction(self)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(lambda: step())
            self.addAction(action)

    def open(self, row: str | None) -> None:
        """Show one row of the page; pages without rows ignore it."""

    def reload(self) -> None:
        """Ask again for everything that is shown."""

    def refresh(self) -> None:
        """Reload, and know what was asked for."""
        self.stale = False
        self._asked = self.desk.tasks.noting(self.reload)

    def reveal(self) -> None:
        """Protected names come or go: what is on the screen is asked for again."""
        self._refresh()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        if self.stale:
            self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """What was asked for here is not asked any more: whoever goes through pages does not wait for all of them."""
        super().hideEvent(event)
        for job in self._asked:
            if not job.ended:
                job.dropped = self.stale = True
        self._asked = []

    def _note(self, changes: Changes) -> None:
        if not self.tables or self.tables & changes.tables:
            self._refresh()

    def _refresh(self) -> None:
        if self.isVisible():
            self.refresh()
        else:
            self.stale = True
