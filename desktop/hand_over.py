"""A file that is opened while a window is there goes to that window: through a folder both know."""

import time
import uuid
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QLockFile, QObject, Signal

from db.log.identity import home

_PATIENCE = 3.0  # seconds until a window that does not answer counts as gone
_SUFFIX = ".open"


class Inbox(QObject):
    """Requests of programs that were started later. ``came`` carries a path; False where another window listens."""

    came = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        folder = _folder()
        folder.mkdir(parents=True, exist_ok=True)
        self._lock = QLockFile(str(folder / "lock"))
        self._lock.setStaleLockTime(0)  # whoever died is found out by the system, however long ago
        self.listens = self._lock.tryLock(0)
        if self.listens:
            for left in folder.glob(f"*{_SUFFIX}"):
                left.unlink(missing_ok=True)
            self._watcher = QFileSystemWatcher([str(folder)], self)
            # No lambda: it would hold the inbox, and a watcher may not end in another thread.
            self._watcher.directoryChanged.connect(self._look)

    def close(self) -> None:
        """Listen no more."""
        if self.listens:
            self._watcher.directoryChanged.disconnect()
            self._lock.unlock()
            self.listens = False

    def _look(self, _: str) -> None:
        for request in sorted(_folder().glob(f"*{_SUFFIX}")):
            path = Path(request.read_text("utf-8"))
            request.unlink()
            self.came.emit(path)


def hand_over(path: Path) -> bool:
    """Ask the window that listens to show a file; whether it took it."""
    request = _folder() / f"{uuid.uuid4().hex}{_SUFFIX}"
    partial = request.with_suffix(".partial")
    partial.write_text(str(path.resolve()), "utf-8")
    partial.replace(request)
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        if not request.exists():
            return True
        time.sleep(0.02)
    request.unlink(missing_ok=True)
    return False


def _folder() -> Path:
    return home() / "window"
