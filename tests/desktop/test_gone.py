"""What is left of a window that went: nothing."""

import gc
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from desktop.pages import PAGES
from tests.desktop import scenes
from tests.desktop.conftest import started


def test_a_window_that_goes_leaves_nothing_behind(qtbot, demo_copy: Path) -> None:
    """Whatever stayed would be dressed with every style sheet to come: each window slower than the one before."""
    running = started(qtbot, demo_copy)
    before = set(QApplication.topLevelWidgets()) - {running.window}
    for entry in PAGES:
        running.desk.navigation.go(entry.key, scenes.ACTIVITY if entry.needs_row else None)
    running.stop()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert set(QApplication.topLevelWidgets()) <= before
