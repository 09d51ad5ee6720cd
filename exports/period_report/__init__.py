"""Period report (laporan triwulan, semester, tahunan): a programme in a quarter, half year, year or any dates."""

import datetime as dt
from dataclasses import dataclass

from db.engine import Reader
from db.errors import UserError
from db.queries.period_report import PeriodAnswer, period_report
from db.rules.periods import HALF, QUARTER, YEAR, Period, around
from exports.document import (
    FIRST_DAY,
    LAST_DAY,
    LIST,
    ON_PAPER,
    ONE_OF,
    PROGRAMME,
    Choice,
    Choices,
    Document,
    in_order,
)
from exports.kit.paper import chosen
from exports.period_report.sections import SECTIONS
from resources.texts import N_, Texts

TITLE = N_("Period report")
BACKWARDS = N_("The period ends before it begins. Give the first day first.")
NO_DATES = N_("Say from which day to which day the report goes.")

DATES = "dates"
_MONTHS = {"quarter": QUARTER, "half": HALF, "year": YEAR}
PERIODS = (
    ("this_quarter", N_("This quarter")),
    ("last_quarter", N_("Last quarter")),
    ("this_half", N_("This half year")),
    ("last_half", N_("Last half year")),
    ("this_year", N_("This year")),
    ("last_year", N_("Last year")),
    (DATES, N_("From one day to another")),
)


@dataclass(frozen=True, slots=True)
class PeriodPlan:
    """The answer, and how it shall be told. ``sections``: their keys in order."""

    answer: PeriodAnswer
    paper: str
    sections: tuple[str, ...]


def asked_period(choices: Choices, today: dt.date) -> Period:
    """The period that was chosen. Raises UserError where its days are missing or the wrong way round."""
    name = choices["period"]
    if name == DATES:
        if choices["from"] is None or choices["to"] is None:
            raise UserError(NO_DATES)
        period = Period(*(dt.date.fromisoformat(choices[key]) for key in ("from", "to")))
        if period.last < period.first:
            raise UserError(BACKWARDS)
        return period
    which, _, length = name.partition("_")
    period = around(today, _MONTHS[length])
    return period.before if which == "last" else period


def _question(reader: Reader, choices: Choices) -> PeriodPlan:
    period = asked_period(choices, dt.date.today())  # noqa: DTZ011 - the day on which it is asked
    answer = period_report(reader, choices["programme"], period)
    return PeriodPlan(
        answer,
        chosen(choices["paper"], answer.papers.paper),
        in_order(
            choices["sections"], SECTIONS, answer.papers.templates.sections_of("period_report")
        ),
    )


def make(planned: PeriodPlan, t: Texts, kind: str) -> bytes:
    """The report as ``pdf``, or as ``docx`` with the same content."""
    from exports.kit.story import Looks, begin
    from exports.period_report.report import Report

    answer = planned.answer
    period = t.period(answer.period.first, answer.period.last)
    about = answer.programme.name if answer.programme else ""
    subject = " · ".join(part for part in (about, period) if part)
    looks = Looks(t(TITLE), subject, answer.papers, planned.paper, answer.sample)
    return Report(planned, t, begin(kind, looks, t)).make()


PERIOD = (
    Choice("period", N_("Period"), ONE_OF, "this_quarter", PERIODS),
    Choice("from", N_("From"), FIRST_DAY),
    Choice("to", N_("To"), LAST_DAY),
)

DOCUMENT = Document(
    key="period_report",
    title=TITLE,
    formats=("pdf", "docx"),
    choices=(
        Choice("programme", N_("Programme"), PROGRAMME),
        *PERIOD,
        ON_PAPER,
        Choice(
            "sections", N_("Sections"), LIST, options=tuple(SECTIONS.items()), usual=tuple(SECTIONS)
        ),
    ),
    question=_question,
    make=make,
    nameless=True,
)
