"""Steps of all follow-up plans as a table: what is late, who is in charge, how far it is."""

from db.queries import action_plans as questions
from db.queries.action_plans import StepRow
from desktop.desk import Desk
from desktop.kit import picks
from desktop.kit.list_page import ListPage, Words
from desktop.kit.setting import Setting
from desktop.kit.table import Column
from desktop.kit.wording import marked
from desktop.plans.form import StepForm, step_time
from desktop.plans.tabs import PlanTabs
from desktop.texts import N_, NN_, Texts


class StepsPage(ListPage):
    """Who does what until when, over all plans."""

    tables = frozenset({"action_plan", "action_step", "organization", "person", "term"})
    listing = questions.STEPS
    form_class = StepForm
    settings = (
        Setting("status_id", N_("Status"), "step_status"),
        Setting("organization_id", N_("In charge"), pick=lambda _: picks.organizations()),
        Setting("person_id", N_("Person in charge"), pick=picks.people),
    )
    words = Words(
        title=N_("Steps of all plans"),
        new=N_("New step"),
        search=N_("Search what is done or who is in charge"),
        icon="list",
        empty=N_("No steps yet"),
        empty_sentence=N_("Begin a follow-up plan, and write down who does what until when."),
        counted=NN_("{n} step", "{n} steps"),
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, columns(desk.t))
        self.tabs = PlanTabs(desk, self, "steps")


def columns(t: Texts) -> tuple[Column[StepRow], ...]:
    """What the list shows of a step."""

    def state(row: StepRow) -> str:
        said = t.label(row.status)
        return t(N_("{said}, late"), said=said) if row.late else said

    def progress(row: StepRow) -> str:
        return "" if row.progress is None else t.percent(row.progress / 100)

    return (
        Column(
            t(N_("What is done")),
            lambda row: marked(t, row.what, row.sample),
            strong=True,
            key="what",
        ),
        Column(t(N_("In charge")), lambda row: row.who or "", 190, spare=True, key="who"),
        Column(t(N_("When")), lambda row: step_time(t, row), 220, key="when"),
        Column(t(N_("Status")), state, 150, key="status"),
        Column(t(N_("Progress")), progress, 90, right=True, key="progress"),
        Column(t(N_("District")), lambda row: row.district or "", 160, extra=True, key="district"),
        Column(t(N_("Plan")), lambda row: row.plan, 200, extra=True, key="plan"),
    )
