"""What can be done by keys everywhere in the window; found with Ctrl+K, listed on F1."""

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QPushButton

from desktop.desk import Desk
from desktop.kit.page import Command, Page
from desktop.side_bar import LISTED, keys_of
from desktop.texts import N_


class Commands(QObject):
    """Of the window and of the page that it shows."""

    def __init__(self, desk: Desk, window: QMainWindow) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        go, t = desk.navigation.go, desk.t
        self._everywhere = [
            Command(t(N_("Find anything")), "Ctrl+K", self.find_anything),
            Command(t(N_("All keys")), "F1", self.show_keys),
            Command(t(N_("Help on this page")), "Shift+F1", self.help),
            Command(t(N_("Undo")), "Ctrl+Z", desk.navigation.undo),
            Command(t(N_("Redo")), "Ctrl+Y", desk.navigation.redo),
            Command(t(N_("Show or hide protected names")), "Ctrl+Shift+U", desk.navigation.unveil),
            Command(t(N_("Back to where I was")), "Alt+Left", desk.navigation.back),
            *(
                Command(t(entry.title), keys_of(number), partial(go, entry.key))
                for number, entry in enumerate(LISTED, start=1)
            ),
        ]
        for command in self._everywhere:
            action = QAction(window)
            action.setShortcut(QKeySequence(command.keys))
            action.triggered.connect(partial(self._run, command))
            window.addAction(action)

    def find_anything(self) -> None:
        """One line that finds people, activities, places, documents and commands."""
        if self._page() is not None:
            from desktop.finder import Finder  # loaded with the first search

            known = [*self._own(), *self._everywhere]
            Finder(self._desk, self._window, [*known, *self._buttons(known)]).open_over(
                self._window
            )

    def help(self) -> None:
        """What there is to read about the page that is shown."""
        self._desk.navigation.go("help", self._desk.navigation.here)

    def show_keys(self) -> None:
        """Every command with its keys: those of the page first."""
        from desktop.keys import KeysPage

        t = self._desk.t
        groups = ((t(N_("This page")), self._own()), (t(N_("Everywhere")), self._everywhere))
        KeysPage(self._desk, self._window, groups)

    def _page(self) -> Page | None:
        shown = [one for one in self._window.findChildren(Page) if one.isVisible()]
        return shown[0] if shown else None

    def _own(self) -> list[Command]:
        page = self._page()
        return [] if page is None else page.commands

    def _buttons(self, known: list[Command]) -> list[Command]:
        """What else can be pressed on the page that is shown: it is found by its name, too."""
        page, names = self._page(), {one.title for one in known}
        pressed = [] if page is None else page.findChildren(QPushButton)
        return [
            Command(one.accessibleName(), "", one.click)
            for one in pressed
            if one.isVisible() and one.isEnabled() and one.accessibleName() not in names
        ]

    def _run(self, command: Command, _: bool = False) -> None:  # noqa: FBT001 - Qt's argument
        command.step()
