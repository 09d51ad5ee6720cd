"""The page that covers the window while nobody is here: the passphrase of the workspace opens it again."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.desk import Desk
from desktop.kit.parts import Card, button, label
from desktop.texts import N_

WRONG = N_("This is not the passphrase of this workspace.")


class LockedPage(QWidget):
    """``opened``: the passphrase was right."""

    opened = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("page")
        self._desk = desk
        t, theme = desk.t, desk.theme
        card = Card(theme, padding=32)
        card.setFixedWidth(theme.px(400))
        logo = label("")
        logo.setPixmap(desk.icons.pixmap("lock", "primary", 40))
        self.line = QLineEdit()
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setAccessibleName(t(N_("Passphrase")))
        self.line.setPlaceholderText(t(N_("Passphrase")))
        self.line.returnPressed.connect(self._try)
        self.problem = label("", "problem", wrap=True)
        for widget in (
            logo,
            label(t(N_("Rembuk is locked")), "title"),
            label(
                t(N_("Nobody was here for a while. What you typed is kept.")), "muted", wrap=True
            ),
            self.line,
            self.problem,
            button(t(N_("Open again")), self._try, desk.icons, icon="lock-open", kind="primary"),
        ):
            card.box.addWidget(widget)
        box = QVBoxLayout(self)
        box.addWidget(card, alignment=Qt.AlignmentFlag.AlignCenter)

    def _try(self) -> None:
        typed = self.line.text()
        self.line.clear()
        self._desk.tasks.call(self, self._told, lambda database: database.is_passphrase(typed))

    def _told(self, right: bool) -> None:  # noqa: FBT001 - an answer
        if right:
            self.opened.emit()
        else:
            self.problem.setText(self._desk.t(WRONG))
            self.line.setFocus()
