"""Tabs that lead from page to page: the same bar below the head of each, and the way from one to the next."""

from PySide6.QtWidgets import QTabBar

from desktop.desk import Desk
from desktop.kit.page import Page

Tabs = tuple[tuple[str, str], ...]


class PageTabs(QTabBar):
    """``tabs``: page and title (msgid) of each; ``key``: on which of them it stands."""

    def __init__(self, desk: Desk, page: Page, tabs: Tabs, key: str, name: str) -> None:
        super().__init__()
        self._desk, self._page, self._key = desk, page, key
        self._keys = [tab for tab, _ in tabs]
        self.setAccessibleName(desk.t(name))
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        for _, title in tabs:
            self.addTab(desk.t(title))
        self.setCurrentIndex(self._keys.index(key))
        self.currentChanged.connect(self._go)
        page.box.insertWidget(1, self)

    @property
    def row(self) -> str | None:
        """What the other pages shall show."""
        return None

    def step(self, by: int) -> None:
        """To the next tab, or the one before."""
        self._go((self._keys.index(self._key) + by) % len(self._keys))

    def _go(self, place: int) -> None:
        """To another page; this one keeps its own tab."""
        key = self._keys[place]
        if key == self._key:
            return
        self.blockSignals(True)
        self.setCurrentIndex(self._keys.index(self._key))
        self.blockSignals(False)
        self._desk.navigation.go(key, self.row)
