"""Summary workbook (rekap Excel): every split with formulas that add up, activities, people, attendance."""

from dataclasses import dataclass

from db.engine import Reader
from db.queries.summary_workbook import WorkbookAnswer, summary_workbook
from db.queries.taken_part import Scope
from exports.document import (
    ACTIVITY,
    ON_PAPER,
    SCOPE,
    YES_NO,
    Choice,
    Choices,
    Document,
)
from exports.kit.paper import chosen
from resources.texts import N_, Texts

TITLE = N_("Summary workbook")


@dataclass(frozen=True, slots=True)
class WorkbookPlan:
    """The answer, and how it shall be written. ``hxl``: with a row of hashtags below each head."""

    answer: WorkbookAnswer
    paper: str
    names: bool
    hxl: bool


def _question(reader: Reader, choices: Choices) -> WorkbookPlan:
    scope = Scope(choices["activity"], choices["programme"], choices["from"], choices["to"])
    answer = summary_workbook(reader, scope)
    return WorkbookPlan(
        answer, chosen(choices["paper"], answer.papers.paper), choices["names"], choices["hxl"]
    )


def make(planned: WorkbookPlan, t: Texts, kind: str) -> bytes:
    """The workbook as ``xlsx``."""
    from exports.summary_workbook.sheets import Book

    assert kind == "xlsx"  # noqa: S101 - the only format of this document
    return Book(planned, t).make()


DOCUMENT = Document(
    key="summary_workbook",
    title=TITLE,
    formats=("xlsx",),
    choices=(
        Choice("activity", N_("Activity"), ACTIVITY),
        *SCOPE,
        Choice("names", N_("With names"), YES_NO, default=True),
        Choice("hxl", N_("With HXL hashtags"), YES_NO, default=False),
        ON_PAPER,
    ),
    question=_question,
    make=make,
)
