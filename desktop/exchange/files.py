"""Files that went out and came in, the newest first."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout

from db.queries.exchange import FileRow
from desktop.desk import Desk
from desktop.kit.parts import Panel, button, empty_out, label
from desktop.kit.wording import local_time
from desktop.texts import N_, NN_

CAME = NN_("Came from {devices}, {n} change", "Came from {devices}, {n} changes")
WENT = NN_("Made for {devices}, {n} change", "Made for {devices}, {n} changes")
NOTHING = N_("No file was made here yet, and none came.")


class FilesPanel(Panel):
    """When each was made or came, with whom, and how much was in it."""

    def __init__(self, desk: Desk, close: Callable[[], None]) -> None:
        super().__init__(desk.theme)
        self._desk = desk
        self.lines = QVBoxLayout()
        self.lines.setSpacing(desk.theme.px(4))
        self.add(label(desk.t(N_("Files so far")), "heading"), self.lines)
        self.add(button(desk.t(N_("Close")), close, desk.icons, kind="ghost"))
        self.close_box()

    def show_files(self, files: list[FileRow]) -> None:
        """Show these."""
        t = self._desk.t
        empty_out(self.lines)
        for one in files:
            said = t.count(
                *(CAME if one.incoming else WENT), one.changes, devices=", ".join(one.devices)
            )
            self.lines.addWidget(label(local_time(t, one.at), "label"))
            self.lines.addWidget(label(said, wrap=True))
        if not files:
            self.lines.addWidget(label(t(NOTHING), "muted", wrap=True))

    def texts(self) -> list[str]:
        """What the lines say."""
        items = (self.lines.itemAt(place) for place in range(self.lines.count()))
        return [item.widget().text() for item in items if item is not None]  # type: ignore[union-attr]  # all are labels
