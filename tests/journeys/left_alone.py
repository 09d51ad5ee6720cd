"""A program of its own that nobody closes: it types into the form of a new member, says so, and stays there."""

import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.app import Rembuk
from desktop.preferences import Preferences
from desktop.tasks import Tasks
from desktop.theme import load_fonts
from tests.journeys.keyboard import Hands

TYPED = "typed"


class Eyes:
    """Waits as the tests do."""

    def waitUntil(self, seen: Callable[[], bool], timeout: int) -> None:  # noqa: N802 - of pytest-qt
        end = time.monotonic() + timeout / 1000
        while not self._sees(seen):
            assert time.monotonic() < end
            QTest.qWait(10)

    def _sees(self, seen: Callable[[], bool]) -> bool:
        try:
            return seen()
        except AssertionError:
            return False


def main(path: Path) -> None:
    """Open the workspace, write half a member, and go away."""
    application = QApplication([])
    load_fonts()
    rembuk = Rembuk(Tasks(), Preferences(language="id", author="Penguji"))
    rembuk.window.activateWindow()
    rembuk.open(path)
    hands = Hands(Eyes())
    hands.wait_for(lambda: rembuk.path == path)
    hands.press("Ctrl+4")
    hands.wait_for(rembuk.window.page("people").isVisible)
    hands.press("Ctrl+N")
    hands.wait_focus("Nama lengkap")
    hands.type("Siti Aminah")
    hands.fill(Telepon="0812 3456 7890")
    form = rembuk.window.page("people").form
    hands.wait_for(lambda: form._kept and rembuk.tasks._under_way == 0)  # it was saved by nobody
    sys.stdout.write(f"{TYPED}\n")
    sys.stdout.flush()
    application.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
