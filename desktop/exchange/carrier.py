"""The shared folder of a workspace: who carries it (a stick, Syncthing, Nextcloud) is not our business."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from db.errors import UserError
from desktop.desk import Desk
from desktop.kit.parts import Panel, button, label, row
from desktop.texts import N_, NN_

if TYPE_CHECKING:
    from db.folder import Visit

FOLDER = N_(
    "Rembuk leaves its newest file in this folder and takes in what the others left there, when the "
    "workspace is opened and every ten minutes."
)
NONE = N_("No folder is shared yet.")
CAME = NN_("{sender}: {n} change was taken in.", "{sender}: {n} changes were taken in.")
HALF = N_("{name} is not whole yet; it is looked at again the next time.")
NOTHING = N_("Nothing new lies in the folder.")
LEFT = N_("What is new here was left in the folder.")


def carry(desk: Desk, owner: QObject, folder: Path) -> None:
    """Look into a folder on our own account: only what came is told, and a stick may be elsewhere."""

    def tell(found: "Visit") -> None:
        if found.merged or found.refused:
            desk.navigation.say("\n".join(said(desk, found)))

    look(desk, owner, folder, tell, lambda _: None)


def look(
    desk: Desk,
    owner: QObject,
    folder: Path,
    then: Callable[["Visit"], None],
    refused: Callable[[UserError], None] | None = None,
) -> None:
    """Look into a folder, in the queue of the database."""

    def visit(database: Any) -> Any:
        from db.folder import visit

        return visit(database, folder)

    desk.tasks.call(owner, then, visit, refused, announces=True)


def said(desk: Desk, found: "Visit") -> list[str]:
    """What came of a look, in sentences; nothing where nothing came and all is well."""
    t = desk.t
    lines = [t.count(*CAME, one.changes, sender=one.sender) for one in found.merged if one.changes]
    lines += [t(HALF, name=name) for name in found.waiting]
    lines += [f"{one.name}: {t(one.error.text, **one.error.facts)}" for one in found.refused]
    return lines


class FolderPanel(Panel):
    """Choose a folder, look into it now, or share none; ``workspace``: the file that is open."""

    def __init__(self, desk: Desk, close: Callable[[], None]) -> None:
        super().__init__(desk.theme)
        self._desk = desk
        self._workspace: Path | None = None
        t, icons = desk.t, desk.icons
        self.place = label("", wrap=True)
        self.told = label("", "muted", wrap=True)
        self.choose = button(
            t(N_("Choose a folder")), self._choose, icons, icon="folder-open", kind="primary"
        )
        self.now = button(t(N_("Look into it now")), self.look, icons, icon="refresh-cw")
        self.stop = button(t(N_("Share no folder")), lambda: self._share(None), icons)
        self.add(label(t(N_("Shared folder")), "heading"), label(t(FOLDER), "muted", wrap=True))
        self.add(self.place, self.now, row(self.choose, None), self.stop, self.told)
        self.add(button(t(N_("Close")), close, icons, kind="ghost"))
        self.close_box()

    def show_workspace(self, workspace: Path) -> None:
        """Show the folder of a workspace."""
        self._workspace = workspace
        self.told.setText("")
        self._show()

    def look(self) -> None:
        """Look into the folder and say what came of it."""
        folder = self._folder
        if folder is not None:
            look(self._desk, self, folder, self._tell)

    @property
    def _folder(self) -> Path | None:
        known = self._workspace
        return None if known is None else self._desk.preferences.folder_of(known)

    def _show(self) -> None:
        folder = self._folder
        self.place.setText(self._desk.t(NONE) if folder is None else str(folder))
        self.now.setVisible(folder is not None)
        self.stop.setVisible(folder is not None)

    def _choose(self) -> None:
        folder = self._desk.dialogs.folder(self._desk.t(N_("Choose a folder")))
        if folder is not None:
            self._share(folder)
            self.look()

    def _share(self, folder: Path | None) -> None:
        if self._workspace is not None:
            self._desk.preferences.share(self._workspace, folder)
            self.told.setText("")
            self._show()

    def _tell(self, found: "Visit") -> None:
        lines = said(self._desk, found)
        if not found.merged:
            lines.insert(0, self._desk.t(NOTHING))
        if found.written:
            lines.append(self._desk.t(LEFT))
        self.told.setText("\n".join(lines))
