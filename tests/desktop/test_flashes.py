"""No part of a page is a window of its own for a moment: it would flash, and take the keyboard away."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from desktop.app import Rembuk
from desktop.pages import PAGES


class Watch(QObject):
    """Notes every widget that is shown as a window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__()
        self._window = window
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if (
            event.type() == QEvent.Type.Show
            and isinstance(watched, QWidget)
            and watched.isWindow()
            and watched is not self._window
            and watched.windowFlags() & Qt.WindowType.WindowType_Mask == Qt.WindowType.Window
        ):
            self.seen.append(f"{type(watched).__name__} {watched.accessibleName()}")
        return False


def test_no_part_of_a_page_is_a_window_for_a_moment(rembuk: Rembuk) -> None:
    watch = Watch(rembuk.window)
    QApplication.instance().installEventFilter(watch)
    row = rembuk.tasks.database.read(lambda r: r.value("SELECT id FROM activity LIMIT 1"))
    for entry in PAGES:
        rembuk.desk.navigation.go(entry.key, row if entry.needs_row else None)
        page = rembuk.window.page(entry.key)
        if hasattr(page, "add") and entry.key not in ("files", "follow_up"):
            page.add()
        if hasattr(page, "table") and page.model.rowCount():
            page.table.setCurrentIndex(page.model.index(0, 0))
    QApplication.instance().removeEventFilter(watch)
    assert sorted(set(watch.seen)) == []
