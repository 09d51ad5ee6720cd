"""Barriers and what was tried; among it the good practices that others can follow."""

from typing import Any

from db.queries import issues as questions
from db.queries.issues import IssueRow
from desktop.desk import Desk
from desktop.kit import picks
from desktop.kit.draft_form import DraftForm
from desktop.kit.fields import CheckField, ChoiceField, LongField, TextField
from desktop.kit.list_page import ListPage, Words
from desktop.kit.related import Related
from desktop.kit.setting import Setting
from desktop.kit.table import Column
from desktop.kit.wording import marked
from desktop.texts import N_, NN_, Texts


class IssueForm(DraftForm):
    """A barrier, what was tried, and what came of it."""

    edits = "db.edits.issues"
    kind = "IssueDraft"
    new_text = N_("New barrier or practice")
    saved_text = N_("Barrier or practice saved")
    removed_text = N_("Barrier or practice removed")
    offers = (("theme_id", "theme"),)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        t = desk.t
        self.add(TextField(desk, "title", t(N_("Title")), required=True))
        self.add(ChoiceField(desk, "theme_id", t(N_("Theme")), [], empty=t(N_("Not stated"))))
        self.add(picks.field(desk, "district_id", t(N_("District")), picks.districts()))
        self.add(
            picks.field(desk, "activity_id", t(N_("Told at the activity")), picks.activities())
        )
        self.add(LongField(desk, "barrier", t(N_("Barrier")), lines=4))
        self.add(LongField(desk, "solution", t(N_("What was tried")), lines=4))
        self.add(LongField(desk, "with_whom", t(N_("With whom")), lines=2))
        self.add(LongField(desk, "result", t(N_("What came of it")), lines=3))
        self.add(CheckField(desk, "repeatable", t(N_("A good practice: others can repeat it"))))
        self.add(
            picks.field(desk, "described_by_id", t(N_("Told by, a member")), picks.people(desk))
        )
        self.add(TextField(desk, "described_by", t(N_("Told by"))))
        self.related = Related(desk, "issue")
        self.add_widget(self.related)
        self.close_box()

    def headline(self, draft: Any) -> str:
        return draft.title or ""

    def values(self, draft: Any, more: Any) -> dict[str, Any]:
        self.related.show_row(self.row)
        return super().values(draft, more)


class IssuesPage(ListPage):
    """Barriers, solutions and good practices."""

    tables = frozenset({"issue", "term", "district", "activity"})
    listing = questions.LISTING
    form_class = IssueForm
    settings = (
        Setting("theme_id", N_("Theme"), "theme"),
        Setting("district_id", N_("District"), pick=lambda _: picks.districts()),
    )
    words = Words(
        title=N_("Barriers and good practices"),
        new=N_("New barrier or practice"),
        search=N_("Search title, barrier or what was tried"),
        icon="lightbulb",
        empty=N_("No barriers or good practices yet"),
        empty_sentence=N_(
            "Write down what stood in the way, what was tried and what came of it: others learn from it."
        ),
        counted=NN_("{n} entry", "{n} entries"),
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, columns(desk.t))


def columns(t: Texts) -> tuple[Column[IssueRow], ...]:
    """What the list shows of a barrier."""
    return (
        Column(
            t(N_("Title")), lambda row: marked(t, row.title, row.sample), strong=True, key="title"
        ),
        Column(t(N_("Theme")), lambda row: t.label(row.theme), 170, key="theme"),
        Column(t(N_("District")), lambda row: row.district or "", 170, spare=True, key="district"),
        Column(
            *(t(N_("Good practice")), lambda row: t(N_("Yes")) if row.repeatable else "", 110),
            key="repeatable",
        ),
        Column(t(N_("Barrier")), lambda row: row.barrier or "", 240, extra=True, key="barrier"),
        Column(
            t(N_("What was tried")), lambda row: row.solution or "", 240, extra=True, key="solution"
        ),
        Column(t(N_("Activity")), lambda row: row.activity or "", 200, extra=True, key="activity"),
    )
