"""The log of mentoring: every visit and call, whatever plan or organization it was about."""

from db.queries import mentoring as questions
from db.queries.mentoring import VisitRow
from desktop.desk import Desk
from desktop.kit import picks
from desktop.kit.list_page import ListPage, Words
from desktop.kit.setting import Setting
from desktop.kit.table import Column
from desktop.kit.wording import marked, said_date, today
from desktop.plans.tabs import PlanTabs
from desktop.plans.visit import VisitForm
from desktop.texts import N_, NN_, Texts


class MentoringPage(ListPage):
    """Who went where, what was found and what is next; the last first."""

    tables = frozenset(
        {"follow_up", "action_plan", "action_step", "organization", "person", "term", "district"}
    )
    listing = questions.LISTING
    form_class = VisitForm
    settings = (
        Setting("mode_id", N_("Kind of contact"), "follow_up_mode"),
        Setting("mentor_id", N_("Mentor, a member"), pick=picks.people),
        Setting("district_id", N_("District"), pick=lambda _: picks.districts()),
    )
    words = Words(
        title=N_("Mentoring"),
        new=N_("New mentoring"),
        search=N_("Search mentor, plan, what was found or what is next"),
        icon="clipboard-check",
        empty=N_("No mentoring yet"),
        empty_sentence=N_(
            "Write down each visit and call after a workshop: what was found, and what is next."
        ),
        counted=NN_("{n} visit or call", "{n} visits and calls"),
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, columns(desk.t))
        self.tabs = PlanTabs(desk, self, "mentoring")

    def show_new(self) -> None:
        self.form.show_new(date=today().isoformat())


def columns(t: Texts) -> tuple[Column[VisitRow], ...]:
    """What the list shows of a visit."""

    def about(row: VisitRow) -> str:
        return " · ".join(part for part in (row.plan, row.step, row.organization) if part)

    def progress(row: VisitRow) -> str:
        return "" if row.progress is None else t.percent(row.progress / 100)

    return (
        Column(
            t(N_("Date")),
            lambda row: marked(t, said_date(t, row.date) or t(N_("Not stated")), row.sample),
            *(210,),
            strong=True,
            key="date",
        ),
        Column(t(N_("Plan or organization")), about, key="plan"),
        Column(t(N_("Mentor")), lambda row: row.mentor or "", 150, key="mentor"),
        Column(
            t(N_("Kind of contact")), lambda row: t.label(row.mode), 110, spare=True, key="mode"
        ),
        Column(t(N_("District")), lambda row: row.district or "", 160, spare=True, key="district"),
        Column(t(N_("What was found")), lambda row: row.found or "", 240, spare=True, key="found"),
        Column(t(N_("What is next")), lambda row: row.next or "", 240, extra=True, key="next"),
        Column(t(N_("Progress")), progress, 90, right=True, extra=True, key="progress"),
        Column(
            t(N_("Visited")),
            lambda row: row.organization or "",
            *(170,),
            extra=True,
            key="organization",
        ),
    )
