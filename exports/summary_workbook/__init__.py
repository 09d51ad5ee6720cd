"""Summary workbook (rekap Excel): every split with formulas that add up, activities, people, attendance."""

from db.engine import Reader
from db.queries.summary_workbook import WorkbookAnswer, summary_workbook
from db.queries.taken_part import Scope
from exports.document import (
    ACTIVITY,
    FIRST_DAY,
    LAST_DAY,
    PROGRAMME,
    YES_NO,
    Choice,
    Choices,
    Document,
)
from resources.texts import N_, Texts

TITLE = N_("Summary workbook")


def _question(reader: Reader, choices: Choices) -> tuple[WorkbookAnswer, bool]:
    scope = Scope(choices["activity"], choices["programme"], choices["from"], choices["to"])
    return summary_workbook(reader, scope), choices["names"]


def make(question: tuple[WorkbookAnswer, bool], t: Texts, kind: str) -> bytes:
    """The workbook as ``xlsx``."""
    from exports.summary_workbook.sheets import Book

    assert kind == "xlsx"  # noqa: S101 - the only format of this document
    answer, names = question
    return Book(answer, t, names=names).make()


DOCUMENT = Document(
    key="summary_workbook",
    title=TITLE,
    formats=("xlsx",),
    choices=(
        Choice("activity", N_("Activity"), ACTIVITY),
        Choice("programme", N_("Programme"), PROGRAMME),
        Choice("from", N_("From"), FIRST_DAY),
        Choice("to", N_("To"), LAST_DAY),
        Choice("names", N_("With names"), YES_NO, default=True),
    ),
    question=_question,
    make=make,
)
