"""Covers the window while nobody is here, and shows protected names to those who know the passphrase."""

from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QDialog, QToolTip

from desktop.desk import Desk
from desktop.main_window import MainWindow
from desktop.texts import N_

WHO_ASKS = N_("Passphrase of this workspace, to show protected names:")
SHOWN = N_("Protected names are shown until nobody works here for a while.")
NOT_SHOWN = N_("This is not the passphrase. Protected names stay hidden.")
HIDDEN = N_("Protected names are hidden.")


class Protection(QObject):
    """One for each window."""

    def __init__(self, desk: Desk, window: MainWindow) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        desk.guard.idle.connect(self._ask_cover)
        desk.navigation.unveiling.connect(self._unveil)

    def _ask_cover(self) -> None:
        """A file without a passphrase has nothing to open the cover with."""
        self._clear()
        if self._desk.tasks.database is not None:
            self._desk.tasks.call(self, self._cover, _unprotected)

    def _cover(self, unprotected: bool) -> None:  # noqa: FBT001 - an answer
        if unprotected or not self._window.side.isEnabled():
            return
        from desktop.locked import LockedPage  # seldom seen

        page = LockedPage(self._desk)
        page.opened.connect(self._window.show_pages_again)
        self._window.show_start(page)
        page.line.setFocus()

    def _clear(self) -> None:
        """What lies over the window may name somebody; a question that nobody answers is answered with no."""
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        asked = QApplication.activeModalWidget()
        if isinstance(asked, QDialog):
            asked.reject()
        QToolTip.hideText()
        self._window.notice.hide()

    def _unveil(self) -> None:
        """Show protected names until nobody is here, or hide them again."""
        if self._desk.guard.unlocked:
            self._show(HIDDEN, shown=False)
        else:
            self._desk.tasks.call(self, self._ask, _unprotected)

    def _ask(self, unprotected: bool) -> None:  # noqa: FBT001 - an answer
        typed = None if unprotected else self._desk.dialogs.passphrase(self._desk.t(WHO_ASKS))
        if unprotected or typed is not None:
            self._desk.tasks.call(self, self._told, lambda database: database.is_passphrase(typed))

    def _told(self, right: bool) -> None:  # noqa: FBT001 - an answer
        self._show(SHOWN if right else NOT_SHOWN, shown=right)

    def _show(self, said: str, *, shown: bool) -> None:
        self._desk.guard.show(shown=shown)
        self._desk.navigation.say(self._desk.t(said))


def _unprotected(database: Any) -> bool:
    return bool(database.is_passphrase(None))
