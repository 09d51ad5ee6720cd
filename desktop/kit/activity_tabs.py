"""The tabs over the pages of one activity: the same head on each, and the way from one to the next."""

from functools import partial

from PySide6.QtCore import Signal

from db.queries import activities
from db.queries.activities import ActivityRow
from desktop.desk import Desk
from desktop.kit.page import Page
from desktop.kit.page_tabs import PageTabs
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

HEAD = frozenset({"activity", "activity_district"})  # what the head of the page says


class ActivityTabs(PageTabs):
    """Stands below the title of a page; ``key`` says of which. ``answered``: the head was asked for, and says it."""

    answered = Signal()

    def __init__(self, desk: Desk, page: Page, key: str) -> None:
        super().__init__(desk, page, TABS, key, N_("Parts of the activity"))
        self.activity: str | None = None
        self._about = self._note = ""
        if page.tables:
            page.tables |= HEAD
        page.command(N_("Next part of the activity"), "Ctrl+PgDown", partial(self.step, 1))
        page.command(N_("Part of the activity before"), "Ctrl+PgUp", partial(self.step, -1))

    @property
    def row(self) -> str | None:
        return self.activity

    def show_activity(self, activity: str) -> None:
        """Show another activity on the page; of the same one it knows itself whether it is stale."""
        if activity != self.activity:
            self.activity = activity
            self._page.refresh()

    def reload(self) -> None:
        """Ask for the head again."""
        if self.activity is not None:
            self._desk.tasks.read(self, self._show, activities.rows, [self.activity], key="head")

    def _show(self, rows: list[ActivityRow]) -> None:
        for row in rows:
            t = self._desk.t
            self._page.title.setText(marked(t, row.title, row.sample))
            parts = (said_when(t, row.starts, row.ends), row.places, t.label(row.status))
            self._about = " · ".join(part for part in parts if part)
            self._say()
        self.answered.emit()

    def note(self, text: str) -> None:
        """Something that the page says besides of what it shows."""
        self._note = text
        self._say()

    def _say(self) -> None:
        parts = (self._about, self._note)
        self._page.subtitle.setText(" · ".join(part for part in parts if part))
