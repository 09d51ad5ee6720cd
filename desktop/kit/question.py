"""The look of everything that asks: a sentence, what answers it, and the buttons below."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.kit.parts import label

WIDTH = 30  # heights of a line of text
Role = QDialogButtonBox.ButtonRole


class Question(QDialog):
    """``parts`` stand below the sentence, the first one has the keyboard. The button of ``accept`` is the primary one.

    ``wrong`` says what is wrong with the answer, or ''; until then the question stays.
    """

    def __init__(
        self,
        parent: QWidget | None,
        sentence: str,
        parts: Sequence[QWidget],
        accept: str,
        reject: str = "",
        wrong: Callable[[], str] = str,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Rembuk")
        self.setAccessibleName(sentence)
        self._parts, self._wrong = parts, wrong
        unit = self.fontMetrics().height()
        box = QVBoxLayout(self)
        box.setContentsMargins(*(round(unit * 1.3),) * 4)
        box.setSpacing(round(unit * 0.7))
        asked = label(sentence, wrap=True)
        asked.setMinimumWidth(unit * WIDTH)
        box.addWidget(asked)
        for part in parts:
            box.addWidget(part)
        self.problem = label("", "problem", wrap=True)
        self.problem.hide()
        box.addWidget(self.problem)
        self.buttons = QDialogButtonBox()
        self.yes = self.add(accept, Role.AcceptRole)
        self.yes.setProperty("kind", "primary")
        if reject:
            self.add(reject, Role.RejectRole)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        box.addWidget(self.buttons)

    def add(self, text: str, role: Role) -> QPushButton:
        """One more button."""
        made: QPushButton = self.buttons.addButton(text, role)
        return made

    def accept(self) -> None:
        problem = self._wrong()
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        if not problem:
            super().accept()
        elif self._parts:
            self._parts[0].setFocus()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self.yes.setDefault(True)
        (self._parts[0] if self._parts else self.yes).setFocus()


class Secret(QWidget):
    """Lines for a passphrase, hidden while it is typed unless somebody wants to see it; ``names``: what each line is."""

    def __init__(self, names: Sequence[str], show: str) -> None:
        super().__init__()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        self.lines = [QLineEdit() for _ in names]
        for name, line in zip(names, self.lines, strict=True):
            if len(names) > 1:
                said = label(name, "label")
                said.setBuddy(line)
                box.addWidget(said)
            line.setAccessibleName(name)
            box.addWidget(line)
        seen = QCheckBox(show)
        seen.toggled.connect(lambda on: self._hide(hidden=not on))
        box.addWidget(seen)
        self._hide(hidden=True)
        self.setFocusProxy(self.lines[0])

    def texts(self) -> list[str]:
        """What was typed, line by line."""
        return [line.text() for line in self.lines]

    def _hide(self, *, hidden: bool) -> None:
        mode = QLineEdit.EchoMode.Password if hidden else QLineEdit.EchoMode.Normal
        for line in self.lines:
            line.setEchoMode(mode)
