"""The one place that asks: for files, a text, a yes. Our own words on the buttons; tests replace it."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QInputDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QMessageBox,
    QVBoxLayout,
    QWidget,
)

from desktop.texts import N_, Texts

WORKSPACES = N_("Rembuk files (*.rembuk)")
EXCHANGED = N_("Exchange files (*.rembuk-sync)")
CARDS = N_(
    "Device cards and pictures of their code (*.rembuk-card *.png *.jpg *.jpeg *.webp *.bmp)"
)
CARD = N_("Device cards (*.rembuk-card)")
OTHER = -1
_ELSEWHERE = 2


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

    def folder(self, title: str) -> Path | None:
        """An existing folder, or None."""
        name = QFileDialog.getExistingDirectory(self.parent, title)
        return Path(name) if name else None

    def open_outside(self, path: Path) -> bool:
        """Let the system open a file or a folder with the program it has for it; whether there is one."""
        return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def printer(self) -> Any:
        """A ``QPrinter`` as the user chose it, or None."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # few print, and it loads slowly

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self.parent)
        return printer if dialog.exec() else None

    def passphrase(self, sentence: str) -> str | None:
        """A passphrase, hidden while it is typed; None where the user gives up."""
        return self._ask(sentence, QLineEdit.EchoMode.Password)

    def text(self, sentence: str, value: str = "") -> str | None:
        """A line of text, or None."""
        return self._ask(sentence, QLineEdit.EchoMode.Normal, value)

    def choose(self, sentence: str, options: list[str], accept: str, other: str) -> int | None:
        """Position of one of the options, ``OTHER`` for the other button, None where the user gives up."""
        dialog = QDialog(self.parent)
        dialog.setWindowTitle("Rembuk")
        asked = QLabel(sentence)
        asked.setWordWrap(True)
        offered = QListWidget()
        offered.setObjectName("choices")
        offered.setSpacing(4)
        offered.setAccessibleName(sentence)
        offered.addItems(options)
        offered.setCurrentRow(0)
        offered.itemActivated.connect(lambda _: dialog.accept())
        buttons = QDialogButtonBox()
        yes = buttons.addButton(accept, QDialogButtonBox.ButtonRole.AcceptRole)
        yes.setProperty("kind", "primary")
        yes.setEnabled(bool(options))
        elsewhere = buttons.addButton(other, QDialogButtonBox.ButtonRole.ActionRole)
        elsewhere.clicked.connect(lambda: dialog.done(_ELSEWHERE))
        buttons.addButton(self._t(N_("Cancel")), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(dialog.accept)
        buttons.rejected.connect(dialog.reject)
        box = QVBoxLayout(dialog)
        for widget in (asked, offered, buttons):
            box.addWidget(widget)
        offered.setFocus()
        ended = dialog.exec()
        dialog.deleteLater()
        if ended == _ELSEWHERE:
            return OTHER
        return offered.currentRow() if ended else None

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
