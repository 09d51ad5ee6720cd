"""The first step of an import: a place to drop a file on, and what may be dropped."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.desk import Desk
from desktop.kit.parts import button, centred, label
from desktop.texts import N_

KINDS = N_("Spreadsheets (*.xlsx *.xlsm *.xls *.ods *.csv *.tsv *.txt)")


class Choosing(QWidget):
    """``chosen`` carries the path of a file."""

    chosen = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        t, theme, icons = desk.t, desk.theme, desk.icons
        place = QFrame()
        place.setObjectName("card")
        place.setMaximumWidth(theme.px(560))
        inside = QVBoxLayout(place)
        inside.setContentsMargins(*(theme.px(32),) * 4)
        inside.setSpacing(theme.px(12))
        picture = label("")
        picture.setPixmap(icons.pixmap("sheet", "primary", 44))
        self.button = button(
            t(N_("Choose a file")), self._choose, icons, icon="folder-open", kind="primary"
        )
        self._problem = label("", "problem", wrap=True)
        self._problem.hide()
        sentences = (
            label(t(N_("Drop a list from Excel here")), "heading"),
            label(
                t(
                    N_(
                        "Members, organizations, participants, attendance or a work plan: as it is, "
                        "with its letterhead, headings and totals. Rembuk shows what it understood "
                        "of every line, and who is known already."
                    )
                ),
                "muted",
                wrap=True,
            ),
        )
        for text in (picture, *sentences):
            text.setAlignment(Qt.AlignmentFlag.AlignCenter)
            inside.addWidget(text)
        inside.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignCenter)
        inside.addWidget(self._problem)
        self.setLayout(centred(place))

    def tell(self, problem: str) -> None:
        """Why the last file cannot be read."""
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))

    def _choose(self) -> None:
        path = self._desk.dialogs.open_file(self._desk.t(N_("Choose a file")), KINDS)
        if path is not None:
            self.chosen.emit(path)
