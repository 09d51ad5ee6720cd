"""Activity report (laporan kegiatan): what was planned, who came, what was said, what follows."""

from dataclasses import dataclass

from db.engine import Reader
from db.errors import UserError
from db.queries.activity_report import ReportAnswer, activity_report
from exports.activity_report.sections import SECTIONS
from exports.document import (
    ABOUT_ACTIVITY,
    LIST,
    NO_SUCH_THING,
    ON_PAPER,
    ONE_OF,
    YES_NO,
    Choice,
    Choices,
    Document,
    in_order,
)
from exports.kit.paper import chosen
from resources.texts import N_, Texts

TITLE = N_("Activity report")


@dataclass(frozen=True, slots=True)
class ReportPlan:
    """The answer, and how it shall be told. ``photos``: on a page; ``sections``: their keys in order."""

    answer: ReportAnswer
    paper: str
    sections: tuple[str, ...]
    photos: int
    mark_missing: bool


def _question(reader: Reader, choices: Choices) -> ReportPlan:
    answer = activity_report(reader, choices["activity"])
    if answer is None:
        raise UserError(NO_SUCH_THING)
    return ReportPlan(
        answer,
        chosen(choices["paper"], answer.papers.paper),
        in_order(
            choices["sections"], SECTIONS, answer.papers.templates.sections_of("activity_report")
        ),
        int(choices["photos"]),
        choices["mark_missing"],
    )


def make(planned: ReportPlan, t: Texts, kind: str) -> bytes:
    """The report as ``pdf``, or as ``docx`` with the same content."""
    from exports.activity_report.report import Report
    from exports.kit.story import Looks, begin

    answer = planned.answer
    looks = Looks(t(TITLE), answer.card.row.title, answer.papers, planned.paper, answer.sample)
    return Report(planned, t, begin(kind, looks, t)).make()


DOCUMENT = Document(
    key="activity_report",
    title=TITLE,
    formats=("pdf", "docx"),
    choices=(
        ABOUT_ACTIVITY,
        ON_PAPER,
        Choice(
            "sections", N_("Sections"), LIST, options=tuple(SECTIONS.items()), usual=tuple(SECTIONS)
        ),
        Choice("photos", N_("Photos on a page"), ONE_OF, "2", (("2", "2"), ("4", "4"))),
        Choice("mark_missing", N_("Mark what is missing"), YES_NO, default=False),
    ),
    question=_question,
    make=make,
)
