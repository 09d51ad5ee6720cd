"""Whether protected names are shown on this screen now: only after somebody asked, and not for long."""

import time
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QCursor

from desktop.tasks import Tasks

LOOK_EVERY = 15_000  # milliseconds


class Named(Protocol):
    """Somebody who may be protected."""

    @property
    def full_name(self) -> str:
        """Name with titles."""

    @property
    def shown(self) -> str:
        """The name as everybody may see it."""


class Guard(QObject):
    """``changed``: names are shown, or hidden again; ``idle``: nobody was here for as long as was said."""

    changed = Signal(bool)
    idle = Signal()

    def __init__(self, tasks: Tasks, minutes: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.unlocked = False
        self._seconds = minutes * 60
        self._seen, self._place = time.monotonic(), QCursor.pos()
        # Whoever works asks something of the database; whoever reads moves the mouse.
        tasks.busy.connect(lambda jobs: self.seen() if jobs else None)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY)
        self._timer.timeout.connect(self.look)
        if minutes:
            self._timer.start()

    def name(self, one: Named) -> str:
        """What to call somebody on the screen."""
        return one.full_name if self.unlocked else one.shown

    def show(self, *, shown: bool) -> None:
        """Show protected names, or hide them again."""
        if shown != self.unlocked:
            self.unlocked = shown
            self.changed.emit(shown)

    def seen(self) -> None:
        """Somebody is here."""
        self._seen = time.monotonic()

    def look(self) -> None:
        """Hide the names where nobody was here for so long."""
        place = QCursor.pos()
        if place != self._place:
            self._place = place
            self.seen()
        if time.monotonic() - self._seen >= self._seconds:
            self.show(shown=False)
            self.idle.emit()

    def stop(self) -> None:
        """The window goes: a timer that runs must end in the thread it began in."""
        self._timer.stop()
