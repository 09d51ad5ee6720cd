"""One activity, its overview: what is planned, where, by whom; the other tabs lead on."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.activities.form import ActivityForm
from desktop.desk import Desk
from desktop.kit.activity_tabs import ActivityTabs
from desktop.kit.page import Page
from desktop.kit.parts import beside, button
from desktop.kit.related import Related
from desktop.texts import N_


class ActivityPage(Page):
    """The form of the activity in the width that it deserves, and beside it what belongs to it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, desk.t(N_("Activity")))
        self.tabs = ActivityTabs(desk, self, "activity")
        leave = button(
            desk.t(N_("All activities")),
            lambda: desk.navigation.go("activities", self.tabs.activity),
            desk.icons,
            icon="chevron-left",
        )
        papers = button(
            desk.t(N_("Papers")),
            lambda: desk.navigation.go("reports", self.tabs.activity),
            desk.icons,
            icon="printer",
        )
        self.buttons.addWidget(leave)
        self.buttons.addWidget(papers)
        self.form: ActivityForm | None = None
        self.tabs.answered.connect(self._fill)

    def open(self, row: str | None) -> None:
        if row is not None:
            self.tabs.show_activity(row)

    def reload(self) -> None:
        self.tabs.reload()

    def _fill(self) -> None:
        """The form is made after the head was shown, and stands there with what it holds: the page does not wait."""
        form = self.form = self.form or self._make_form()
        form.show_row(str(self.tabs.activity))
        self.related.show_row(str(self.tabs.activity))

    def _make_form(self) -> ActivityForm:
        """Hidden until it holds something; it goes away with the page, also where no answer comes."""
        desk = self.desk
        form = ActivityForm(desk, ways=False)
        form.gone.connect(lambda: desk.navigation.go("activities"))
        form.left.connect(self.reload)
        form.told.connect(lambda: desk.navigation.go("records", f"activity:{self.tabs.activity}"))
        self.related = Related(desk, "activity", without=HERE)
        whole = QWidget()
        inside = beside(desk.theme, form, self.related)
        inside.setContentsMargins(0, 0, 0, 0)
        whole.setLayout(inside)
        whole.setParent(self)
        whole.hide()

        def show() -> None:
            self.box.addWidget(whole, 1)
            whole.show()

        form.shown.connect(show, Qt.ConnectionType.SingleShotConnection)
        return form


# What the other tabs and the form itself show.
HERE = (
    *("participation", "activity_session", "attachment", "activity_organization"),
    *("activity_district", "signatory", "action_plan", "issue", "recommendation"),
)
