"""What follows from an activity: its plans with their steps, and the way to a new one."""

from collections.abc import Iterator
from functools import partial
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
from desktop.kit.flow import Flow
from desktop.kit.links import Links
from desktop.kit.page import Page
from desktop.kit.parts import Card, Empty, button, empty_out, label, row, scrolling
from desktop.kit.related import Related
from desktop.kit.wording import today
from desktop.plans import beginning
from desktop.plans.beginning import Beginnings
from desktop.plans.form import step_lines
from desktop.plans.progress import Progress, plan_progress
from desktop.texts import N_, NN_

FROM = NN_("{district} ({n} person)", "{district} ({n} people)")
BEGUN = NN_("{n} plan begun", "{n} plans begun")
EACH = NN_("A plan for {n} district", "A plan for each of the {n} districts")
TAKEN_OVER = N_(
    "Those who came from there are taken over as parties, government and civil society. The steps come next."
)


class FollowUpPage(Page):
    """A card for each plan; below them barriers and recommendations of the activity."""

    tables = frozenset(
        {"action_plan", "action_step", "follow_up", "issue", "participation", "person"}
    )

    def __init__(self, desk: Desk) -> None:
        t = desk.t
        super().__init__(desk, t(N_("Follow-up")))
        self.tabs = ActivityTabs(desk, self, "follow_up")
        self._begin = Beginnings("", [])
        self.new_button = button(
            t(N_("New follow-up plan")), self.add, desk.icons, icon="plus", kind="primary"
        )
        self.buttons.addWidget(self.new_button)
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

    def reload(self) -> None:
        if self.tabs.activity is not None:
            self.tabs.reload()
            self.desk.tasks.read(self, self._show, _plans, self.tabs.activity, key="plans")

    def add(self, district: str | None = None) -> None:
        """Begin a plan from this activity, or from those who came from a district."""
        self.desk.navigation.go("plans", beginning.place(str(self.tabs.activity), district))

    def add_all(self) -> None:
        """A plan for each district without one, with those who came from there as parties."""
        activity, t = str(self.tabs.activity), self.desk.t
        begun = [
            {"activity_id": activity, **beginning.values(t, self._begin.title, one)}
            for one in self._begin.open
        ]
        self.desk.tasks.edit(
            *(self, lambda rows: self._say(len(rows)), "db.edits.action_plans:add_begun", begun)
        )

    def _say(self, number: int) -> None:
        self.desk.navigation.say(self.desk.t.count(*BEGUN, number), undoable=True)

    def _ways(self) -> Card:
        """A button for each district of which people came, where it has no plan yet."""
        t, desk = self.desk.t, self.desk
        card = Card(desk.theme)
        card.box.addWidget(label(t(N_("Districts without a plan")), "heading"))
        card.box.addWidget(label(t(TAKEN_OVER), "muted", wrap=True))
        flow = Flow(spacing=desk.theme.px(8))
        for one in self._begin.open:
            said = t.count(*FROM, one.people, district=one.district)
            step = partial(self.add, one.district_id)
            flow.addWidget(button(said, step, desk.icons, icon="plus"))
        if len(self._begin.open) > 1:
            said = t.count(*EACH, len(self._begin.open))
            flow.addWidget(button(said, self.add_all, desk.icons, icon="list-checks"))
        card.box.addLayout(flow)
        return card

    def _show(self, answer: "tuple[list[Followed], Beginnings]") -> None:
        found, self._begin = answer
        empty_out(self._cards)
        for plan, steps, months in found:
            self._cards.addWidget(self._card(plan, steps, months))
        if self._begin.open:
            self._cards.insertWidget(0, self._ways())
        if found:
            related = Related(self.desk, "activity", only=("issue", "recommendation"))
            related.show_row(self.tabs.activity)
            self._cards.addWidget(related)
        self._cards.addStretch(1)
        self.stack.setCurrentIndex(0 if found or self._begin.open else 1)

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


def _plans(reader: Any, activity: str) -> tuple[list[Followed], Beginnings]:
    asked = Asked(chosen=(("activity", (activity,)),))
    followed = [
        (plan, questions.steps(reader, plan=plan.id), course(reader, today(), [plan.id]))
        for plan in listing.found(reader, questions.PLANS, asked).first
    ]
    return followed, beginning.of(reader, activity)
