"""Whether protected names are shown on this screen now: only after somebody asked, and not for long."""

import time
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

LOOK_EVERY = 15_000  # milliseconds
_SIGNS = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.InputMethod,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)


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

    def __init__(self, minutes: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.unlocked = False
        self._seconds = minutes * 60
        self._seen = time.monotonic()
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)  # noqa: S101 - windows need one
        # What the program does by itself, like looking into a shared folder, is no sign of anybody. The
        # windows get what hands do before their widgets do: a few events, where the application has all.
        application.focusWindowChanged.connect(self._watch)
        self._watch(application.focusWindow())
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

    def eventFilter(self, _: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Nothing is kept from the windows."""
        if event.type() in _SIGNS:
            self.seen()
        return False

    def look(self) -> None:
        """Hide the names where nobody was here for so long."""
        if time.monotonic() - self._seen >= self._seconds:
            self.show(shown=False)
            self.idle.emit()

    def stop(self) -> None:
        """The window goes: a timer that runs must end in the thread it began in."""
        self._timer.stop()
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.disconnect(self._watch)

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)  # where it is installed already, it stays one
