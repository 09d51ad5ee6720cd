"""What was saved: opened, shown in its folder or copied to be sent; and what was saved before."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QMenu, QWidget

from desktop.desk import Desk
from desktop.kit.flow import Flow
from desktop.kit.parts import button, label
from desktop.texts import N_

GONE = N_("This file is not there any more.")
NO_PROGRAM = N_("This computer has no program for this file. Send it to one that has.")


class Saved(QFrame):
    """A line below the head of the page; hidden until something was saved."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._path: Path | None = None
        t, icons = desk.t, desk.icons
        self._said = label("", "muted")
        self.open_button = button(t(N_("Open")), self.open, icons, icon="external-link")
        self.folder_button = button(
            t(N_("Show in folder")), self._folder, icons, icon="folder-open"
        )
        self.copy_button = button(t(N_("Copy the file")), self.copy, icons, icon="copy")
        self.copy_button.setToolTip(t(N_("Paste it into WhatsApp, an e-mail or a folder.")))
        box = Flow(self._said, self.open_button, self.folder_button, self.copy_button)
        self.setLayout(box)
        self.hide()

    def show_path(self, path: Path, text: str) -> None:
        """Say what was saved; a folder cannot be copied."""
        self._path = path
        self._said.setText(text)
        self.copy_button.setVisible(not path.is_dir())
        self.folder_button.setVisible(not path.is_dir())
        self.show()

    def open(self) -> None:
        """With the program that this computer has for it."""
        if self._path is not None:
            open_outside(self._desk, self._path)

    def copy(self) -> None:
        """To be pasted where it shall go."""
        if self._path is not None and self._path.exists():
            data = QMimeData()
            data.setUrls([QUrl.fromLocalFile(str(self._path))])
            QGuiApplication.clipboard().setMimeData(data)
            self._desk.navigation.say(self._desk.t(N_("Copied; paste it where it shall go.")))

    def _folder(self) -> None:
        if self._path is not None:
            open_outside(self._desk, self._path.parent)


def open_outside(desk: Desk, path: Path) -> None:
    """Open a file or folder, or say why not."""
    if not path.exists():
        desk.navigation.say(desk.t(GONE))
    elif not desk.dialogs.open_outside(path):
        desk.navigation.say(desk.t(NO_PROGRAM))


def recent_menu(desk: Desk, parent: QWidget) -> QMenu:
    """Documents that were saved last and are still there, the latest first."""
    menu = QMenu(parent)
    for place in desk.preferences.documents:
        path = Path(place)
        if path.exists():
            entry = menu.addAction(path.name)
            entry.triggered.connect(lambda _=False, path=path: open_outside(desk, path))
    if menu.isEmpty():
        menu.addAction(desk.t(N_("Nothing was saved yet."))).setEnabled(False)
    return menu
