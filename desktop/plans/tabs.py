"""The tabs over the pages of follow-up plans."""

from functools import partial

from desktop.desk import Desk
from desktop.kit.page import Page
from desktop.kit.page_tabs import PageTabs
from desktop.texts import N_

TABS = (
    ("plans", N_("Plans")),
    ("steps", N_("Steps")),
    ("board", N_("Board")),
    ("mentoring", N_("Mentoring")),
)


class PlanTabs(PageTabs):
    """Plans, their steps as a table and as a board, and the mentoring."""

    def __init__(self, desk: Desk, page: Page, key: str) -> None:
        super().__init__(desk, page, TABS, key, N_("Parts of the follow-up"))
        page.command(N_("Next part of the follow-up"), "Ctrl+PgDown", partial(self.step, 1))
        page.command(N_("Part of the follow-up before"), "Ctrl+PgUp", partial(self.step, -1))
        if key != "board":
            page.command(N_("Board"), "Ctrl+B", partial(desk.navigation.go, "board"))
