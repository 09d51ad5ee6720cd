"""What follows from an activity: its plans with their steps, and the way to a new one."""

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from db.queries import action_plans as questions
from db.queries import listing
from db.queries.action_plans import PlanRow, StepRow
from db.queries.listing import Asked
from db.queries.plan_progress import MonthProgress, course
from desktop.desk import Desk
from desktop.kit.activity_tabs import ActivityTabs
from desktop.kit.links import Links
from desktop.kit.page import Page
from desktop.kit.parts import Card, Empty, button, empty_out, label, row, scrolling
from desktop.kit.related import Related
from desktop.kit.wording import today
from desktop.plans import NEW
from desktop.plans.form import step_lines
from desktop.plans.progress import Progress, plan_progress
from desktop.texts import N_


class FollowUpPage(Page):
    """A card for each plan; below them barriers and recommendations of the activity."""

    tables = frozenset({"activity", "action_plan", "action_step", "follow_up", "issue"})

    def __init__(self, desk: Desk) -> None:
        t = desk.t
        super().__init__(desk, t(N_("Follow-up")))
        self.tabs = ActivityTabs(desk, self, "follow_up")
        self.new_button = button(
            t(N_("New follow-up plan")), self.add, desk.icons, icon="plus", kind="primary"
        )
        self.head.addWidget(self.new_button)
        inside = QWidget()
        inside.setObjectName("page")
        self._cards = QVBoxLayout(inside)
        self._cards.setContentsMargins(0, 0, 0, 0)
        self._cards.setSpacing(desk.theme.px(12))
        empty = Empty(
            desk.theme,
            desk.icons,
            "list-checks",
            t(N_("No follow-up plan yet")),
            t(N_("Write down what was agreed at this activity: who does what until when.")),
            button(t(N_("New follow-up plan")), self.add, desk.icons, icon="plus", kind="primary"),
        )
        self.stack = QStackedWidget()
        area = scrolling(inside)
        area.setObjectName("page")
        self.stack.addWidget(area)
        self.stack.addWidget(empty)
        self.box.addWidget(self.stack, 1)
        self.command(N_("New follow-up plan"), "Ctrl+N", self.add)

    def open(self, row: str | None) -> None:
        if row is not None:
            self.tabs.show_activity(row)
            self.reload()

    def reload(self) -> None:
        if self.tabs.activity is not None:
            self.tabs.reload()
            self.desk.tasks.read(self, self._show, _plans, self.tabs.activity, key="plans")

    def add(self) -> None:
        """Begin a plan from this activity."""
        self.desk.navigation.go("plans", f"{NEW}{self.tabs.activity}")

    def _show(self, found: "list[Followed]") -> None:
        empty_out(self._cards)
        for plan, steps, months in found:
            self._cards.addWidget(self._card(plan, steps, months))
        if found:
            related = Related(self.desk, "activity", only=("issue", "recommendation"))
            related.show_row(self.tabs.activity)
            self._cards.addWidget(related)
        self._cards.addStretch(1)
        self.stack.setCurrentIndex(0 if found else 1)

    def _card(self, plan: PlanRow, steps: list[StepRow], months: tuple[MonthProgress, ...]) -> Card:
        t, desk = self.desk.t, self.desk
        card = Card(desk.theme)
        opened = button(
            t(N_("Open")),
            lambda: desk.navigation.go("plans", plan.id),
            desk.icons,
            icon="external-link",
        )
        opened.setAccessibleName(t(N_("Open {name}"), name=plan.title))
        card.box.addLayout(row(label(plan.title, "heading", wrap=True), opened))
        card.box.addWidget(label(" · ".join(self._parties(plan)), "muted", wrap=True))
        links = Links(desk, t(N_("Steps")), t(N_("No steps yet: who does what until when?")))
        links.show_lines(step_lines(t, steps))
        links.opened.connect(lambda step: desk.navigation.go("steps", step))
        progress = Progress(desk)
        line = QHBoxLayout()
        line.setSpacing(desk.theme.px(16))
        line.addWidget(links, 3, Qt.AlignmentFlag.AlignTop)
        line.addWidget(progress, 2, Qt.AlignmentFlag.AlignTop)
        card.box.addLayout(line)
        progress.show_months(months)  # it has a parent by now, and is no window of its own
        return card

    def _parties(self, plan: PlanRow) -> Iterator[str]:
        t = self.desk.t
        if plan.district:
            yield plan.district
        if plan.government:
            yield t(N_("Government: {names}"), names=plan.government)
        if plan.civil:
            yield t(N_("Civil society: {names}"), names=plan.civil)
        if plan.steps:
            yield t(N_("Progress: {share}"), share=plan_progress(t, plan))


Followed = tuple[PlanRow, list[StepRow], tuple[MonthProgress, ...]]


def _plans(reader: Any, activity: str) -> list[Followed]:
    asked = Asked(chosen=(("activity", (activity,)),))
    return [
        (plan, questions.steps(reader, plan=plan.id), course(reader, today(), [plan.id]))
        for plan in listing.found(reader, questions.PLANS, asked).first
    ]
