"""Lines and texts to type into. Undo and redo go on to the window where nothing was typed that could be taken back."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit


class Line(QLineEdit):
    """One line."""

    def event(self, event: QEvent) -> bool:
        """Qt's keeps both keys for itself, also where it does nothing with them."""
        done = super().event(event)
        if _passes_on(event, undo=self.isUndoAvailable(), redo=self.isRedoAvailable()):
            event.ignore()
        return done


class Text(QPlainTextEdit):
    """Several lines; Tab goes on to the next field."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)

    def event(self, event: QEvent) -> bool:
        """As in a line."""
        done = super().event(event)
        kept = self.document()
        if _passes_on(event, undo=kept.isUndoAvailable(), redo=kept.isRedoAvailable()):
            event.ignore()
        return done


def _passes_on(event: QEvent, *, undo: bool, redo: bool) -> bool:
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    return (event.matches(QKeySequence.StandardKey.Undo) and not undo) or (
        event.matches(QKeySequence.StandardKey.Redo) and not redo
    )
