"""Puts the application together: the shell is painted first, the workspace opens behind it."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, QCoreApplication, QObject, QSize, QTimer
from PySide6.QtWidgets import QApplication

from db.errors import UserError, WorkspaceError
from db.rules.file_kinds import is_of_others
from desktop import errors
from desktop.desk import Desk
from desktop.guard import Guard
from desktop.hand_over import Inbox, hand_over
from desktop.kit.dialogs import Dialogs
from desktop.kit.icons import Icons
from desktop.main_window import MainWindow
from desktop.navigation import Navigation
from desktop.pages import modules
from desktop.preferences import Preferences
from desktop.protection import Protection
from desktop.qt_words import QtWords
from desktop.start import StartPage
from desktop.tasks import Tasks, Turn
from desktop.texts import N_, translator
from desktop.theme import NORMAL, Theme, load_fonts

if TYPE_CHECKING:
    from db.circle.cards import Card

SHARED_EVERY = 10 * 60 * 1000  # milliseconds
LOAD_AFTER = 1500  # milliseconds: what is opened first comes first
SIZE = QSize(1366, 768)
FRAME = 40  # pixels of a title bar


class Rembuk(QObject):
    """The running application: one window, made anew when language or look change."""

    def __init__(
        self, tasks: Tasks, preferences: Preferences, dialogs: type[Dialogs] = Dialogs
    ) -> None:
        super().__init__()
        self.tasks, self.preferences, self._dialogs = tasks, preferences, dialogs
        self.path: Path | None = None
        self._restored: Path | None = None
        self._came: Path | None = None
        self._stopped = False
        self._words: QtWords | None = None
        self.window: MainWindow
        self.desk: Desk
        tasks.crashed.connect(self._crashed)
        self._carrying = QTimer(self)
        self._carrying.setInterval(SHARED_EVERY)
        self._carrying.timeout.connect(self.carry)
        self._carrying.start()
        self.build()

    def build(self) -> None:
        """Make the window in the present language and look; it opens where the last one was."""
        prefer = self.preferences
        theme = Theme(prefer.theme, round(NORMAL * prefer.text_size / 100))
        t = translator(prefer.language)
        self._words = _dress(theme, QtWords(t), before=self._words)
        dialogs = self._dialogs(t)
        old = getattr(self, "window", None)
        if old is not None:
            self.desk.guard.stop()
        guard, go = Guard(prefer.lock_minutes, self), Navigation(self)
        self.desk = Desk(self.tasks, t, theme, Icons(theme), dialogs, go, prefer, guard)
        self.window = MainWindow(self.desk)
        self.window.workspace_dropped.connect(self.open)
        self.window.first_file_dropped.connect(self.look_into)
        dialogs.parent = self.window
        self._protection = Protection(self.desk, self.window)
        self.window.setWindowIcon(self.desk.icons.icon("sprout", "primary", 64))
        self.window.resize(SIZE)
        if old is not None:
            self.window.restoreGeometry(old.saveGeometry())
        (self._show_start if self.path is None else self._show_pages)()
        self.window.show()
        if old is not None:
            old.close()
            old.deleteLater()

    def open(self, path: Path, passphrase: str | None = None) -> None:
        """Open a workspace behind the window; asks for the passphrase where it needs one."""
        self.tasks.open(
            self,
            self._opened,
            path,
            passphrase,
            self.preferences.author,
            lambda error: self._refused(path, error),
        )

    def look_into(self, file: Path, passphrase: str | None = None) -> None:
        """A file of others was opened from outside: it starts a workspace, or belongs to the one that is open."""

        def belongs(_: UserError) -> None:
            if self.path is not None:
                self.desk.navigation.go("exchange", str(file))
            elif self.preferences.recent:
                self._came = file
                self.open(Path(self.preferences.recent[0]), passphrase)
            else:
                self.desk.dialogs.tell(self.desk.t(NO_WORKSPACE))

        self.tasks.call(self, self._start, lambda _: _first_file(file), belongs)

    def show_file(self, file: Path) -> None:
        """A file that was opened outside while this window is there."""
        self.window.raise_()
        self.window.activateWindow()
        self.look_into(file)

    def carry(self) -> None:
        """Look into the shared folder of the workspace, where it has one."""
        folder = None if self.path is None else self.preferences.folder_of(self.path)
        if folder is not None:
            from desktop.exchange import carrier

            carrier.carry(self.desk, self, folder)

    def start_from(self, file: Path) -> None:
        """Make the workspace of this computer from its first file."""
        self.tasks.call(
            self, self._start, lambda _: _first_file(file), lambda error: self._refused(file, error)
        )

    def join(self) -> None:
        """Show the card of this computer, and wait for its first file."""
        from desktop.join import JoinPage  # once in the life of a computer

        page = JoinPage(self.desk)
        page.file_came.connect(self.start_from)
        page.left.connect(self._show_start)
        self.window.show_start(page)

    def create(self, path: Path) -> None:
        """Make a workspace named after its file, and open it."""
        passphrase = self.desk.dialogs.fresh_passphrase(self.desk.t(PROTECT))
        if passphrase is None:
            return
        self.tasks.create(
            self,
            self._opened,
            *(path, path.stem, passphrase or None, self.preferences.author),
            lambda error: self._refused(path, error),
        )

    def _start(self, found: "tuple[bytes, Card]") -> None:
        """Ask where the workspace shall lie and how it is protected, make it, and open it."""
        data, card = found
        place = self.desk.dialogs.save_file(self.desk.t(PLACE_TO_START), "Forum.rembuk")
        passphrase = (
            None if place is None else self.desk.dialogs.fresh_passphrase(self.desk.t(PROTECT))
        )
        if place is None or passphrase is None:
            return
        path = place.with_suffix(".rembuk")
        self.preferences.author = self.preferences.author or card.owner

        def start(_: Any) -> None:
            from db.database import Database

            author = self.preferences.author
            Database.start(path, data, card, passphrase=passphrase or None, author=author).close()

        self.tasks.call(
            self,
            lambda _: self.open(path, passphrase or None),
            start,
            lambda error: self._refused(path, error),
        )

    def demo(self, path: Path) -> None:
        """Make the workspace with sample data, and open it."""

        def make(_: Any) -> Path:
            from db import demo

            demo.build(path)
            return path

        self.tasks.call(self, self.open, make, lambda error: self._refused(path, error))

    def restore(self, backup: Path, place: Path | None = None) -> None:
        """Put a backup back as a new file, beside its workspace or at ``place``, and open it."""

        def put_back(_: Any) -> Path:
            from db import backup as backups

            target = place or backups.place_beside(backup)
            backups.restore(backup, target)
            return target

        self.tasks.call(
            self, self._put_back, put_back, lambda error: self._not_put_back(backup, error)
        )

    def restyle(self) -> None:
        """Language or look changed: make everything anew, back on the settings."""
        self.build()
        self.desk.navigation.go("settings")

    def stop(self) -> None:
        """Close the window and the workspace."""
        self._stopped = True
        self.desk.guard.stop()
        QCoreApplication.removeTranslator(self._words)  # type: ignore[arg-type]  # built with the window
        self._carrying.stop()  # a timer that runs must end in the thread it began in
        self.window.close()
        self.tasks.stop()
        self.window.deleteLater()

    def _opened(self, path: Path) -> None:
        another, self.path = self.path is not None, path
        self.preferences.opened(path)
        if another:  # nothing of the workspace that was open may stay on a page
            QTimer.singleShot(0, self._start_anew)
        else:
            self._start_anew(build=False)
        self.tasks.meanwhile(self, lambda _: self.carry(), _back_up)

    def _start_anew(self, *, build: bool = True) -> None:
        if self._stopped:  # it was asked for a moment before the end
            return
        if build:
            self.build()
        else:
            self._show_pages()
        if self._came is not None:
            self.desk.navigation.go("exchange", str(self._came))
            self._came = None
        if self.path == self._restored and self.path is not None:
            self._restored = None
            self.desk.navigation.say(self.desk.t(RESTORED, name=self.path.name))

    def _put_back(self, place: Path) -> None:
        self._restored = place
        self.open(place)

    def _not_put_back(self, backup: Path, error: UserError) -> None:
        """Where nothing can be written beside the backup, another place is asked for."""
        from db import backup as backups

        self._refused(backup, error)
        if error.text == backups.NO_PLACE:
            name = backups.place_beside(backup).name
            place = self.desk.dialogs.save_file(self.desk.t(PLACE_TO_RESTORE), name)
            if place is not None:
                self.restore(backup, place.with_suffix(".rembuk"))

    def _refused(self, path: Path, error: UserError) -> None:
        if isinstance(error, WorkspaceError) and error.wants_passphrase:
            passphrase = self.desk.dialogs.passphrase(self.desk.t(error.text))
            if passphrase:
                self.open(path, passphrase)
            return
        self.desk.dialogs.tell(self.desk.t(error.text, **error.facts))

    def _show_start(self) -> None:
        start = StartPage(self.desk)
        start.new_wanted.connect(self.create)
        start.open_wanted.connect(self.open)
        start.demo_wanted.connect(self.demo)
        start.restore_wanted.connect(self.restore)
        start.join_wanted.connect(self.join)
        start.language_chosen.connect(lambda: QTimer.singleShot(0, self.build))
        self.window.show_start(start)

    def _show_pages(self) -> None:
        self.window.page_made.connect(self._listen)
        self.window.show_pages()
        QTimer.singleShot(LOAD_AFTER, self, lambda: self.tasks.load(modules()))

    def _listen(self, key: str, page: Any) -> None:
        """The settings ask for what only the application can do."""
        if key == "settings":
            page.restyled.connect(lambda: QTimer.singleShot(0, self.restyle))
            page.restore_wanted.connect(self.restore)

    def _crashed(self, error: BaseException) -> None:
        errors.record(error)
        self.desk.dialogs.tell(self.desk.t(OUR_FAULT))


def _dress(theme: Theme, words: QtWords, before: QtWords | None) -> QtWords:
    """Give the whole application its look, and Qt its words."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)  # noqa: S101 - made by the caller
    application.setStyle("Fusion")
    application.setFont(theme.font())
    application.setPalette(theme.palette())
    if before is not None:
        application.removeTranslator(before)
    application.installTranslator(words)
    return words


def _back_up(database: Any, turn: Turn) -> None:
    database.back_up_daily(turn)


def _first_file(file: Path) -> "tuple[bytes, Card]":
    """A file, and the card of this computer that it was made for."""
    from db.sync import package, starting

    data = package.read_file(file)
    return data, starting.card_for(data)


PROTECT = N_(
    "Choose a passphrase that protects the file, or leave it empty. Keep it well: without it nobody can open the file."
)
PLACE_TO_START = N_("Place for your workspace")
NO_WORKSPACE = N_(
    "No workspace was opened on this computer yet. Open yours first, then drop this file on the window."
)
PLACE_TO_RESTORE = N_("Place for the restored workspace")
RESTORED = N_("Restored as {name}. The workspace that was there before stays as it was.")
OUR_FAULT = N_(
    "Something went wrong inside Rembuk. Nothing was lost; please try again. "
    "If it happens again, send the file rembuk.log: it holds no personal data."
)


def run(path: Path | None, passphrase: str | None = None) -> int:
    """The window, until it is closed; answers the exit status.

    A file of others goes to the window that is there already, if there is one.
    """
    application = QApplication.instance() or QApplication(sys.argv[:1])
    inbox, looks = Inbox(), path is not None and is_of_others(path)
    if looks and path is not None and not inbox.listens and hand_over(path):
        return 0
    load_fonts()
    rembuk = Rembuk(Tasks(), Preferences.load())
    _stand(rembuk.window, rembuk.preferences)
    errors.install(lambda: rembuk.desk.dialogs.tell(rembuk.desk.t(OUR_FAULT)))
    inbox.came.connect(rembuk.show_file)
    if path is not None:
        opens = rembuk.look_into if looks else rembuk.open
        QTimer.singleShot(0, lambda: opens(path, passphrase))
    status = application.exec()
    inbox.close()
    _keep_standing(rembuk.window, rembuk.preferences)
    rembuk.tasks.stop()
    return int(status)


def _stand(window: MainWindow, preferences: Preferences) -> None:
    """Where the window stood last; the first one fills the small screens of laptops, its foot would lie below them."""
    if window.restoreGeometry(QByteArray.fromBase64(preferences.window.encode())):
        return
    room = window.screen().availableSize()
    if room.width() <= window.width() or room.height() <= window.height() + FRAME:
        window.showMaximized()


def _keep_standing(window: MainWindow, preferences: Preferences) -> None:
    preferences.window = bytes(window.saveGeometry().toBase64().data()).decode()
    preferences.save()
