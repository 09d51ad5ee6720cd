"""The one place that asks: for files, a text, a yes. Our own words on the buttons; tests replace it."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QInputDialog, QLineEdit, QMessageBox, QWidget

from desktop.texts import N_, Texts

WORKSPACES = N_("Rembuk files (*.rembuk)")


class Dialogs:
    """Questions that need an answer before anything can go on."""

    def __init__(self, t: Texts) -> None:
        self._t = t
        self.parent: QWidget | None = None

    def open_file(self, title: str, kind: str = WORKSPACES) -> Path | None:
        """An existing file, or None."""
        name, _ = QFileDialog.getOpenFileName(self.parent, title, "", self._t(kind))
        return Path(name) if name else None

    def save_file(self, title: str, suggested: str, kind: str = WORKSPACES) -> Path | None:
        """A place for a file, or None; the dialog itself asks before it overwrites."""
        name, _ = QFileDialog.getSaveFileName(self.parent, title, suggested, self._t(kind))
        return Path(name) if name else None

    def passphrase(self, sentence: str) -> str | None:
        """A passphrase, hidden while it is typed; None where the user gives up."""
        return self._ask(sentence, QLineEdit.EchoMode.Password)

    def text(self, sentence: str, value: str = "") -> str | None:
        """A line of text, or None."""
        return self._ask(sentence, QLineEdit.EchoMode.Normal, value)

    def tell(self, sentence: str) -> None:
        """Say something that must be read."""
        box = QMessageBox(self.parent)
        box.setWindowTitle("Rembuk")
        box.setText(sentence)
        box.addButton(self._t(N_("Close")), QMessageBox.ButtonRole.AcceptRole)
        box.exec()

    def _ask(self, sentence: str, mode: QLineEdit.EchoMode, value: str = "") -> str | None:
        dialog = QInputDialog(self.parent)
        dialog.setWindowTitle("Rembuk")
        dialog.setLabelText(sentence)
        dialog.setTextEchoMode(mode)
        dialog.setTextValue(value)
        dialog.setOkButtonText(self._t(N_("Continue")))
        dialog.setCancelButtonText(self._t(N_("Cancel")))
        return dialog.textValue() if dialog.exec() else None
