"""What came of an activity: results and lessons in words, as the report will tell them."""

from functools import partial

from desktop.desk import Desk
from desktop.kit.activity_tabs import ActivityTabs
from desktop.kit.draft_form import DraftForm
from desktop.kit.fields import LongField
from desktop.kit.page import Page
from desktop.kit.parts import beside, button
from desktop.kit.related import Related
from desktop.texts import N_

# What hangs on an activity and says what came of it.
TOLD = ("reported_figure", "quote", "statement", "recommendation", "issue")
WRITTEN = (
    ("results", N_("Results"), 6),
    ("lessons", N_("Lessons learned"), 4),
    ("challenges", N_("Challenges"), 4),
    ("recommendations", N_("Recommendations"), 4),
    ("closing", N_("Closing words"), 3),
)


class ResultsForm(DraftForm):
    """The written parts of an activity that was held."""

    edits = "db.edits.activities"
    kind = "ActivityDraft"
    part = "results"
    saved_text = N_("Results saved")
    removed_text = ""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, removable=False)
        for key, title, lines in WRITTEN:
            self.add(LongField(desk, key, desk.t(title), lines=lines))
        self.close_box()


class ResultsPage(Page):
    """The form, and the ways on: the report, and the plans that follow."""

    tables = frozenset({"activity", *TOLD})

    def __init__(self, desk: Desk) -> None:
        t = desk.t
        super().__init__(desk, t(N_("Results")))
        self.tabs = ActivityTabs(desk, self, "results")
        for title, icon, page in (
            (N_("Follow-up plan"), "list-checks", "follow_up"),
            (N_("Report"), "file-text", "reports"),
        ):
            self.buttons.addWidget(
                button(
                    t(title),
                    partial(self._go, page),
                    desk.icons,
                    icon=icon,
                )
            )
        self.form = ResultsForm(desk)
        self.form.left.connect(self.reload)
        self.form.told.connect(
            lambda: desk.navigation.go("records", f"activity:{self.tabs.activity}")
        )
        self.related = Related(desk, "activity", only=TOLD)
        self.box.addLayout(beside(desk.theme, self.form, self.related), 1)

    def open(self, row: str | None) -> None:
        if row is not None:
            self.tabs.show_activity(row)

    def _go(self, page: str) -> None:
        self.desk.navigation.go(page, self.tabs.activity)

    def reload(self) -> None:
        if self.tabs.activity is not None:
            self.tabs.reload()
            self.form.show_row(self.tabs.activity)
            self.related.show_row(self.tabs.activity)
