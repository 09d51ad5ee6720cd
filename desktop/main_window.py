"""The window: it places the side bar, the pages and the status bar, and knows nothing else."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMainWindow,
    QVBoxLayout,
    QWidget,
)

from db.errors import UserError
from db.imports import ENDINGS
from db.rules.file_kinds import CARD, EXCHANGE, WORKSPACE
from desktop.commands import Commands
from desktop.desk import Desk
from desktop.kit import reading
from desktop.kit.busy import Busy, State
from desktop.kit.drops import FileDrop
from desktop.kit.notices import Notice
from desktop.kit.page import Page
from desktop.kit.parts import label
from desktop.kit.stack import Stack
from desktop.kit.tall import Tall
from desktop.navigation import Place
from desktop.pages import PAGES
from desktop.side_bar import SideBar
from desktop.texts import N_

NARROW = 1240  # effective pixels below which the side bar shows icons alone


class MainWindow(QMainWindow):
    """Shell of the application; pages are made when they are opened first.

    ``workspace_dropped``: the file of a workspace was dropped on the window; ``first_file_dropped``: a file
    of others, while none is open; ``page_made``: key and page.
    """

    workspace_dropped = Signal(object)
    first_file_dropped = Signal(object)
    page_made = Signal(str, object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._made: dict[str, Page] = {}
        self.setWindowTitle("Rembuk")
        self.setStyleSheet(desk.theme.style_sheet())  # not of the application: decision 0011
        self.stack = Stack()
        whole = QWidget()
        across = QHBoxLayout()
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        self.side = SideBar(desk)
        across.addWidget(self.side)
        across.addWidget(Tall(self.stack), 1)
        down = QVBoxLayout(whole)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addLayout(across, 1)
        down.addWidget(self._make_status())
        self.setCentralWidget(whole)
        self.notice = Notice(whole, desk.theme, desk.t(N_("Undo")), self.undo)
        self.commands = Commands(desk, self)
        FileDrop(self, ENDINGS | {WORKSPACE, EXCHANGE, CARD}, self._drop)
        desk.navigation.moved.connect(self._move)
        desk.navigation.undoing.connect(lambda redo: self.undo(redo=redo))
        desk.navigation.said.connect(
            lambda text, undoable: self.notice.say(text, undoable=undoable)
        )
        desk.tasks.failed.connect(self._tell)  # a method: the tasks outlive the window

    def show_start(self, page: QWidget) -> None:
        """Show a page without side bar, while no workspace is open."""
        self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)
        self._let_in(open=False)

    def show_pages(self) -> None:
        """A workspace is open: let the user go everywhere."""
        self._let_in(open=True)
        self._desk.navigation.go("home")

    def show_pages_again(self) -> None:
        """The window was covered: back to where the user was."""
        covering = self.stack.currentWidget()
        self._let_in(open=True)
        self._desk.navigation.again()
        if covering is not None:
            self.stack.removeWidget(covering)
            covering.deleteLater()

    def page(self, key: str) -> Page:
        """A page by its key; made where it was not opened yet."""
        if key not in self._made:
            entry = next(entry for entry in PAGES if entry.key == key)
            self._made[key] = entry.make(self._desk)
            self.stack.addWidget(self._made[key])
            self.page_made.emit(key, self._made[key])
        return self._made[key]

    def undo(self, *, redo: bool = False) -> None:
        """Take back the last edit, or do it again."""
        if not self.side.isEnabled():
            return
        t = self._desk.t
        said = N_("Done again: {what}") if redo else N_("Undone: {what}")
        self._desk.tasks.undo(
            self, lambda what: self.notice.say(t(said, what=t(what)), undoable=False), redo=redo
        )

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        effective = self.width() * 13 / self._desk.theme.base
        self.side.show_texts(shown=effective >= NARROW)
        self.notice.place()

    def focusNextPrevChild(self, onwards: bool) -> bool:  # noqa: N802, FBT001 - Qt's name and argument
        """Tab goes as the window is read; what is hidden while it has the focus hands it on as Qt does."""
        stepped = reading.step(self.centralWidget(), self.focusWidget(), onwards=onwards)
        return stepped or super().focusNextPrevChild(onwards)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        self._desk.navigation.disconnect(self)
        super().closeEvent(event)

    def _drop(self, paths: list[Path]) -> None:
        """A workspace is opened; a list, or a file of others, is looked at before it is taken in."""
        path = paths[0]
        kind = path.suffix.lower()
        if kind == WORKSPACE:
            self.workspace_dropped.emit(path)
        elif self.side.isEnabled():
            self._desk.navigation.go(
                "exchange" if kind in (EXCHANGE, CARD) else "imports", str(path)
            )
        elif kind == EXCHANGE:
            self.first_file_dropped.emit(path)

    def _let_in(self, *, open: bool) -> None:  # noqa: A002 - the word for it
        """The side bar and the keys at the foot belong to an open workspace."""
        self.side.setEnabled(open)
        self.side.setVisible(open)
        self._hints.setVisible(open)
        self._saved.show_open(open=open)

    def _make_status(self) -> QFrame:
        theme, t = self._desk.theme, self._desk.t
        bar = QFrame()
        bar.setObjectName("status")
        bar.setFixedHeight(theme.px(28))
        box = QHBoxLayout(bar)
        box.setContentsMargins(theme.px(16), 0, theme.px(16), 0)
        box.setSpacing(theme.px(8))
        self._saved = State(self._desk.tasks, t)
        box.addWidget(self._saved)
        box.addStretch(1)
        self._hints = QWidget()
        said = QHBoxLayout(self._hints)
        said.setContentsMargins(0, 0, 0, 0)
        said.setSpacing(theme.px(8))
        for keys, what in (("Ctrl+K", N_("Find")), ("Ctrl+Z", N_("Undo")), ("F1", N_("Keys"))):
            said.addWidget(label(keys, "key"))
            said.addWidget(label(t(what)))
        self.busy = Busy(self._desk.tasks, theme, t, self._desk.icons, instead=self._hints)
        box.addWidget(self.busy)
        box.addWidget(self._hints)
        return bar

    def _tell(self, error: UserError) -> None:
        self.notice.say(self._desk.t(error.text, **error.facts), undoable=False)

    def _move(self, place: Place) -> None:
        if not self.side.isEnabled():
            return
        page = self.page(place.page)
        at_side, before = self.side.isAncestorOf(self.focusWidget()), page.focusWidget()
        self.stack.setCurrentWidget(page)
        if not at_side:
            reading.enter(page, page.head, before)
        page.open(place.row)
        self.side.show_place(place.page)
