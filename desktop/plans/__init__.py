"""Follow-up plans (RTL): the list, and one of them beside it with its steps and the mentoring."""

from functools import partial

from db.queries import action_plans as questions
from db.queries.action_plans import PlanRow
from desktop.desk import Desk
from desktop.kit.list_page import ListPage, Words
from desktop.kit.parts import button
from desktop.kit.table import Column
from desktop.kit.wording import marked, said_date
from desktop.plans.form import PlanForm
from desktop.texts import N_, NN_, Texts

NEW = "+activity:"  # a place that begins a plan from an activity


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
        for place, (title, icon, page) in enumerate(
            (
                (N_("All steps"), "list", "steps"),
                (N_("Board"), "kanban", "board"),
            ),
            start=1,
        ):
            made = button(desk.t(title), partial(desk.navigation.go, page), desk.icons, icon=icon)
            self.head.insertWidget(place, made)
        self.form.stepping.connect(self.step)
        self.form.mentoring.connect(self.visit)
        self.command(N_("All steps"), "", lambda: desk.navigation.go("steps"))
        self.command(N_("Board"), "Ctrl+B", lambda: desk.navigation.go("board"))

    def open(self, row: str | None) -> None:
        if row is not None and row.startswith(NEW):
            self.add()
            self.form.show_new(activity_id=row.removeprefix(NEW))
        else:
            super().open(row)

    def step(self, row: str) -> None:
        """Open a step, or begin a new one."""
        form = self.form.step_form
        self.show_child(form)
        if row:
            form.show_row(row)
        else:
            form.show_new(plan_id=self._row, status_id="step_status:not_started")

    def visit(self, row: str) -> None:
        """Open a visit, or begin a new one."""
        import datetime as dt

        form = self.form.visit_form
        self.show_child(form)
        if row:
            form.show_row(row)
        else:
            today = dt.date.today().isoformat()  # noqa: DTZ011 - the day where it is said
            form.show_new(plan_id=self._row, date=today)


def columns(t: Texts) -> tuple[Column[PlanRow], ...]:
    """What the list shows of a plan."""

    def steps(row: PlanRow) -> str:
        said = t(N_("{closed} of {steps}"), closed=row.closed, steps=row.steps)
        return t(N_("{said}, {n} late"), said=said, n=row.late) if row.late else said

    def progress(row: PlanRow) -> str:
        return "" if row.progress is None else t.percent(row.progress / 100)

    return (
        Column(
            t(N_("Title")), lambda row: marked(t, row.title, row.sample), strong=True, key="title"
        ),
        Column(t(N_("District")), lambda row: row.district or "", 160, key="district"),
        Column(t(N_("Steps closed")), steps, 130, key="steps"),
        Column(t(N_("Progress")), progress, 90, right=True, key="progress"),
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
