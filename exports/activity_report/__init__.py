"""Activity report (laporan kegiatan): what was planned, who came, what was said, what follows."""

from db.engine import Reader
from db.errors import UserError
from db.queries.activity_report import ReportAnswer, activity_report
from exports.document import (
    ABOUT_ACTIVITY,
    NO_SUCH_THING,
    ON_PAPER,
    YES_NO,
    Choice,
    Choices,
    Document,
)
from exports.kit.paper import chosen
from resources.texts import N_, Texts

TITLE = N_("Activity report")


def _question(reader: Reader, choices: Choices) -> tuple[ReportAnswer, str, bool]:
    answer = activity_report(reader, choices["activity"])
    if answer is None:
        raise UserError(NO_SUCH_THING)
    return answer, chosen(choices["paper"], answer.usual_paper), choices["mark_missing"]


def make(question: tuple[ReportAnswer, str, bool], t: Texts, kind: str) -> bytes:
    """The report as ``pdf``."""
    from exports.activity_report.pages import Report

    answer, paper, mark_missing = question
    assert kind == "pdf"  # noqa: S101 - the only format of this document
    return Report(answer, t, paper, mark_missing=mark_missing).make()


DOCUMENT = Document(
    key="activity_report",
    title=TITLE,
    formats=("pdf",),
    choices=(
        ABOUT_ACTIVITY,
        ON_PAPER,
        Choice("mark_missing", N_("Mark what is missing"), YES_NO, default=False),
    ),
    question=_question,
    make=make,
)
