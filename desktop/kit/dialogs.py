"""The one place that asks: for files, a text, a yes. Our own words on the buttons; tests replace it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFileDialog,
    QLineEdit,
    QListWidget,
    QWidget,
)

from desktop.kit.question import Question, Secret
from desktop.texts import N_, Texts

WORKSPACES = N_("Rembuk files (*.rembuk)")
EXCHANGED = N_("Exchange files (*.rembuk-sync)")
CARDS = N_(
    "Device cards and pictures of their code (*.rembuk-card *.png *.jpg *.jpeg *.webp *.bmp)"
)
CARD = N_("Device cards (*.rembuk-card)")
SHOW = N_("Show what is typed")
DIFFERENT = N_("The two passphrases differ. Type the same twice, or leave both empty.")
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

    def open_files(self, title: str, kind: str) -> list[Path]:
        """Existing files, as many as are chosen."""
        names, _ = QFileDialog.getOpenFileNames(self.parent, title, "", self._t(kind))
        return [Path(name) for name in names]

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
        """The passphrase of a file, hidden while it is typed; None where the user gives up."""
        secret = Secret([sentence], self._t(SHOW))
        return secret.texts()[0] if self._answered(sentence, secret) else None

    def fresh_passphrase(self, sentence: str) -> str | None:
        """A passphrase to be, typed twice; '' for none, None where the user gives up."""
        names = (N_("Passphrase"), N_("The same passphrase once more"))
        secret = Secret([self._t(name) for name in names], self._t(SHOW))

        def wrong() -> str:
            first, again = secret.texts()
            return "" if first == again else self._t(DIFFERENT)

        return secret.texts()[0] if self._answered(sentence, secret, wrong) else None

    def text(self, sentence: str, value: str = "") -> str | None:
        """A line of text, or None."""
        line = QLineEdit(value)
        line.setAccessibleName(sentence)
        line.selectAll()
        return line.text() if self._answered(sentence, line) else None

    def choose(self, sentence: str, options: list[str], accept: str, other: str) -> int | None:
        """Position of one of the options, ``OTHER`` for the other button, None where the user gives up."""
        offered = QListWidget()
        offered.setObjectName("choices")
        offered.setSpacing(4)
        offered.setWordWrap(True)
        offered.setAccessibleName(sentence)
        offered.addItems(options)
        offered.setCurrentRow(0)
        question = Question(self.parent, sentence, [offered], accept, self._t(N_("Cancel")))
        question.yes.setEnabled(bool(options))
        offered.itemActivated.connect(lambda _: question.accept())
        elsewhere = question.add(other, QDialogButtonBox.ButtonRole.ActionRole)
        elsewhere.clicked.connect(lambda: question.done(_ELSEWHERE))
        ended = question.exec()
        question.deleteLater()
        if ended == _ELSEWHERE:
            return OTHER
        return offered.currentRow() if ended else None

    def tell(self, sentence: str) -> None:
        """Say something that must be read."""
        question = Question(self.parent, sentence, [], self._t(N_("Close")))
        question.exec()
        question.deleteLater()

    def _answered(self, sentence: str, part: QWidget, wrong: Callable[[], str] = str) -> bool:
        t = self._t
        words = (t(N_("Continue")), t(N_("Cancel")))
        question = Question(self.parent, sentence, [part], *words, wrong)
        answered = bool(question.exec())
        question.deleteLater()
        return answered
