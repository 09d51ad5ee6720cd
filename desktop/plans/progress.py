"""Progress of plans over time: a small chart, and below it in words what it says of now."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.queries.action_plans import PlanRow
from db.queries.plan_progress import MonthProgress, course
from desktop.desk import Desk
from desktop.kit.charts import Course, Strip
from desktop.kit.parts import Panel, icon_button, label, row
from desktop.kit.wording import today
from desktop.texts import N_, NN_, Texts

SHOWN = 12  # months
CLOSED = NN_("{closed} of {n} step closed", "{closed} of {n} steps closed")
MEAN = NN_(
    "{share}, as the one step says that tells how far it is",
    "{share} on average over {n} steps that say how far they are",
)
OF_PLANS = NN_("Progress of {n} plan", "Progress of {n} plans")
FROM = N_(
    "Counted from what was recorded: mentoring on its day, and changes of steps on the day they were typed. What nobody stated is left out."
)
ESTIMATE = N_("Whole plan as estimated at mentoring, in %")
NOTHING = N_("no step says how far it is")


class Progress(QWidget):
    """Of one plan or of several; hidden where nothing is recorded."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        t = desk.t
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(desk.theme.px(4))
        self.chart = Course(desk.theme, t(N_("Progress over time")))
        self.said = label("", "muted", wrap=True)
        for widget in (label(t(N_("Progress over time")), "label"), self.chart, self.said):
            box.addWidget(widget)
        self.hide()

    def show_months(self, months: Sequence[MonthProgress]) -> None:
        """Show the last of these months."""
        shown, t = months[-SHOWN:], self._desk.t
        strips = [
            self._strip(t(title), values)
            for title, values in (
                (N_("Steps closed, in %"), [one.closed_share for one in shown]),
                (N_("Mean progress, in %"), [one.progress for one in shown]),
                (ESTIMATE, [one.estimate for one in shown]),
            )
            if any(value is not None for value in values)
        ]
        self.setVisible(bool(strips))
        if not strips:
            return
        self.chart.show_course([self._label(one, place) for place, one in enumerate(shown)], strips)
        self.said.setText(self._sentence(shown[-1]))

    def _strip(self, title: str, values: list[int | None]) -> Strip:
        t = self._desk.t
        unsaid = t(N_("not stated"))
        said = (unsaid if value is None else t.percent(value / 100) for value in values)
        return Strip(title, tuple(values), tuple(said))

    def _label(self, one: MonthProgress, place: int) -> str:
        """A month; the year where it begins."""
        if one.month.month == 1 and place:
            return str(one.month.year)
        return self._desk.t.date(one.month, "month")[:3]

    def _sentence(self, now: MonthProgress) -> str:
        t = self._desk.t
        parts = []
        if now.closed is not None:
            parts.append(t.count(*CLOSED, now.known, closed=t.number(now.closed)))
        if now.progress is None:
            parts.append(t(NOTHING))
        else:
            share = t.percent(now.progress / 100)
            parts.append(t.count(*MEAN, now.stated, share=share))
        return t(N_("{month}: {what}."), month=t.date(now.month, "month"), what="; ".join(parts))


class ProgressPanel(Panel):
    """Of all plans that the list shows, in place of the form of one."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme)
        t = desk.t
        self._desk = desk
        close = icon_button(t(N_("Close")), "x", self.left.emit, desk.icons)
        self.heading = label("", "heading", wrap=True)
        self.progress = Progress(desk)
        self.add(row(self.heading, close), self.progress)
        self.add(label(t(FROM), "muted", wrap=True))
        self.close_box()

    def show_plans(self, plans: list[str]) -> None:
        """Ask how these went on."""
        self.heading.setText(self._desk.t.count(*OF_PLANS, len(plans)))
        ask = partial(course, today=today(), plans=plans)
        self._desk.tasks.read(self, self.progress.show_months, ask, key="progress")


def plan_progress(t: Texts, plan: PlanRow) -> str:
    """Mean of a plan, with the number of steps that it speaks of where it is not all of them."""
    if plan.progress is None:
        return t(N_("not stated")) if plan.steps else ""
    share, counted = t.percent(plan.progress / 100), plan.steps - plan.given_up
    if plan.stated == counted:
        return share
    return t(N_("{share} ({stated} of {steps})"), share=share, stated=plan.stated, steps=counted)
