"""The tabs over the pages of one activity: the same head on each, and the way from one to the next."""

from PySide6.QtWidgets import QTabBar

from db.queries import activities
from db.queries.activities import ActivityRow
from desktop.desk import Desk
from desktop.kit.page import Page
from desktop.kit.wording import marked, said_when
from desktop.texts import N_

TABS = (
    ("activity", N_("Overview")),
    ("sessions", N_("Sessions")),
    ("participants", N_("People")),
    ("attendance", N_("Attendance")),
    ("results", N_("Results")),
    ("follow_up", N_("Follow-up")),
    ("files", N_("Photos and files")),
)


class ActivityTabs(QTabBar):
    """Stands below the title of a page; ``key`` says of which."""

    def __init__(self, desk: Desk, page: Page, key: str) -> None:
        super().__init__()
        self._desk, self._page = desk, page
        self._keys = [tab for tab, _ in TABS]
        self._key = key
        self.activity: str | None = None
        self.setAccessibleName(desk.t(N_("Parts of the activity")))
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        for _, title in TABS:
            self.addTab(desk.t(title))
        self.setCurrentIndex(self._keys.index(key))
        self.currentChanged.connect(self._go)
        page.box.insertWidget(1, self)
        page.command(N_("Next part of the activity"), "Ctrl+PgDown", lambda: self._step(1))
        page.command(N_("Part of the activity before"), "Ctrl+PgUp", lambda: self._step(-1))

    def show_activity(self, activity: str) -> None:
        """Name the activity in the head of the page."""
        self.activity = activity
        self.reload()

    def reload(self) -> None:
        """Ask for the head again."""
        if self.activity is not None:
            self._desk.tasks.read(self, self._show, activities.rows, [self.activity], key="head")

    def _show(self, rows: list[ActivityRow]) -> None:
        if not rows:
            return
        t, row = self._desk.t, rows[0]
        self._page.title.setText(marked(t, row.title, row.sample))
        parts = (said_when(t, row.starts, row.ends), row.places, t.label(row.status))
        self._page.subtitle.setText(" · ".join(part for part in parts if part))

    def _step(self, by: int) -> None:
        self._go((self._keys.index(self._key) + by) % len(TABS))

    def _go(self, place: int) -> None:
        """To another page; this one keeps its own tab."""
        key = self._keys[place]
        if key == self._key:
            return
        self.blockSignals(True)
        self.setCurrentIndex(self._keys.index(self._key))
        self.blockSignals(False)
        self._desk.navigation.go(key, self.activity)
