"""Follow-up plans (RTL): the list, and one of them beside it with its steps and the mentoring."""

from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QApplication

from db.queries import action_plans as questions
from db.queries.action_plans import PlanRow
from desktop.desk import Desk
from desktop.kit import picks
from desktop.kit.list_page import ListPage, Words
from desktop.kit.parts import button
from desktop.kit.setting import Setting
from desktop.kit.table import Column
from desktop.kit.wording import marked, said_date, today
from desktop.plans import beginning
from desktop.plans.beginning import Beginnings
from desktop.plans.form import PlanForm
from desktop.plans.progress import ProgressPanel, plan_progress
from desktop.plans.tabs import PlanTabs
from desktop.texts import N_, NN_, Texts

if TYPE_CHECKING:
    from db.imports.pasted_steps import Pasted


NEW = beginning.NEW
UNKNOWN = NN_("{n} step, no status yet", "{n} steps, no status yet")
PASTED = NN_("{n} step added from the table", "{n} steps added from the table")
NOTHING_COPIED = N_(
    "Nothing to paste: copy the table of steps in Excel or Word first, with its headings where it has any."
)
NO_PLAN = N_("Choose a plan first: the steps are added to it.")


class PlansPage(ListPage):
    """What districts agreed to do after a workshop."""

    tables = frozenset(
        {
            *("action_plan", "action_plan_party", "action_step", "follow_up"),
            *("organization", "district", "activity", "term"),
        }
    )
    listing = questions.PLANS
    form_class = PlanForm
    settings = (
        Setting("district_id", N_("District"), pick=lambda _: picks.districts()),
        Setting("activity_id", N_("From the activity"), pick=lambda _: picks.activities()),
        Setting("agreement_id", N_("Under the agreement"), pick=lambda _: picks.agreements()),
    )
    words = Words(
        title=N_("Follow-up plans"),
        new=N_("New follow-up plan"),
        search=N_("Search title, barrier or aim"),
        icon="list-checks",
        empty=N_("No follow-up plans yet"),
        empty_sentence=N_(
            "Write down what a district agreed to do: who does what until when, government and civil society together."
        ),
        counted=NN_("{n} plan", "{n} plans"),
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, columns(desk.t))
        self._beginning = False  # a plan from an activity is being written: steps follow
        self.tabs = PlanTabs(desk, self, "plans")
        said = desk.t(N_("Progress over time"))
        seen = button(said, self.show_progress, desk.icons, icon="chart-column")
        self.buttons.put_first(seen)
        self.command(N_("Progress over time"), "Ctrl+Shift+G", self.show_progress)
        self.command(N_("Paste steps from a table"), "Ctrl+Shift+V", self.paste)

    def connect_form(self, form: Any) -> None:
        form.stepping.connect(self.step)
        form.mentoring.connect(self.visit)
        form.pasting.connect(self.paste)

    def open(self, row: str | None) -> None:
        if row is not None and row.startswith(NEW):
            activity, _, district = row.removeprefix(NEW).partition(":")
            begin = partial(self._begin, activity, district or None)
            self.desk.tasks.read(self, begin, beginning.of, activity, key="begin")
        else:
            super().open(row)

    def _begin(self, activity: str, district: str | None, found: Beginnings) -> None:
        """A plan with everything that the activity says already; its steps come with the first saving."""
        self.add()
        one = next((one for one in found.places if one.district_id == district), found.places[0])
        values = beginning.values(self.desk.t, found.title, one)
        self._beginning = True
        self.form.show_new(activity_id=activity, **values)

    def add(self) -> None:
        self._beginning = False
        super().add()

    def _stored(self, row: str) -> None:
        super()._stored(row)
        if self._beginning:
            self._beginning = False
            self.step("")

    @cached_property
    def progress(self) -> ProgressPanel:
        """Made when it is looked at first."""
        made = ProgressPanel(self.desk)
        made.left.connect(self.hide_detail)
        return made

    def show_progress(self) -> None:
        """How all plans went on that the list shows."""
        self.hide_detail()
        self.table.forget_place()
        self.detail.show_form(self.progress)
        self.list.with_rows(self.progress.show_plans)

    def step(self, row: str) -> None:
        """Open a step, or begin a new one."""
        form = self.form.step_form
        self.show_child(form)
        if row:
            form.show_row(row)
        else:
            form.show_new(plan_id=self._row, status_id="step_status:not_started")
            form.focus()

    def paste(self) -> None:
        """Steps of the plan that is shown, from a table that was copied in Excel or Word."""
        plan, t, say = self._row, self.desk.t, self.desk.navigation.say
        if plan is None:
            say(t(NO_PLAN))
            return

        def added(number: int) -> None:
            say(t.count(*PASTED, number), undoable=True)
            self.form.show_row(plan)

        def put(found: "Pasted") -> None:
            if found.steps:
                step = "db.edits.action_steps:add_many"
                self.desk.tasks.edit(self, added, step, plan, found.steps)
            else:
                say(t(NOTHING_COPIED))

        text = QApplication.clipboard().text()
        self.desk.tasks.render(self, put, _read_steps, text)

    def visit(self, row: str) -> None:
        """Open a visit, or begin a new one."""
        form = self.form.visit_form
        self.show_child(form)
        if row:
            form.show_row(row)
        else:
            form.show_new(plan_id=self._row, date=today().isoformat())


def columns(t: Texts) -> tuple[Column[PlanRow], ...]:
    """What the list shows of a plan."""

    def steps(row: PlanRow) -> str:
        if not row.known:
            return t.count(*UNKNOWN, row.steps) if row.steps else ""
        said = t(N_("{closed} of {steps}"), closed=row.closed, steps=row.steps)
        return t(N_("{said}, {n} late"), said=said, n=row.late) if row.late else said

    return (
        Column(
            t(N_("Title")), lambda row: marked(t, row.title, row.sample), strong=True, key="title"
        ),
        Column(t(N_("District")), lambda row: row.district or "", 160, spare=True, key="district"),
        Column(t(N_("Steps closed")), steps, 180, key="steps"),
        Column(
            *(t(N_("Progress")), lambda row: plan_progress(t, row), 130), right=True, key="progress"
        ),
        Column(
            *(t(N_("Last mentoring")), lambda row: said_date(t, row.mentored), 140),
            spare=True,
            key="mentored",
        ),
        Column(
            t(N_("Government")), lambda row: row.government or "", 170, extra=True, key="government"
        ),
        Column(t(N_("Civil society")), lambda row: row.civil or "", 170, extra=True, key="civil"),
        Column(
            t(N_("From the activity")),
            lambda row: row.activity or "",
            200,
            extra=True,
            key="activity",
        ),
    )


def _read_steps(text: str) -> "Pasted":
    from db.imports import pasted_steps  # knows every word of a heading: loaded beside the window

    return pasted_steps.read(text)
