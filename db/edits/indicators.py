"""What users do with indicators: what a programme measures, with target and actual per period."""

from dataclasses import dataclass, field

from sqlmodel import Session

from db.edits.drafts import Draft, Findings, names_of, nested, stored
from db.edits.edit import edit, get, keep, reader_of, refuse
from db.engine import Reader
from db.errors import Problem
from db.log.identity import new_id
from db.models import Indicator, IndicatorValue, Programme
from resources.texts import N_

LONGEST_NAME = 500
NOT_A_NUMBER = N_("This is a number.")


@dataclass(slots=True)
class ValueDraft(Draft):
    """Target and actual of a period; ``category``: of its split. ``id`` of one that is there already."""

    starts: str | None = None
    ends: str | None = None
    category: str | None = None
    target: float | None = None
    actual: float | None = None
    notes: str | None = None
    id: str | None = None

    def check(self) -> list[Problem]:
        """What is wrong, field by field; puts what is right into its stored form."""
        findings = Findings(self)
        for name in ("target", "actual"):
            findings.decimal(name, NOT_A_NUMBER)
        findings.required("starts")
        findings.required("ends")
        findings.period()
        return findings.problems


@dataclass(slots=True)
class IndicatorDraft(Draft):
    """An indicator being written down; ``values``: its periods."""

    programme_id: str | None = None
    number: str | None = None
    name: str | None = None
    unit: str | None = None
    baseline: float | None = None
    target: float | None = None
    split: str | None = None
    single_count: bool = False
    evidence: str | None = None
    values_by_period: list[ValueDraft] = field(default_factory=list)

    def check(self) -> list[Problem]:
        """What is wrong, field by field; puts what is right into its stored form."""
        findings = Findings(self)
        findings.required("programme_id")
        findings.required("name", LONGEST_NAME)
        for name in ("baseline", "target"):
            findings.decimal(name, NOT_A_NUMBER)
        return [*findings.problems, *nested("values_by_period", self.values_by_period)]


def draft(reader: Reader, indicator: str) -> IndicatorDraft | None:
    """The draft of an indicator as it stands, for the form."""
    values = stored(reader, "indicator", names_of(IndicatorDraft, "values_by_period"), indicator)
    if values is None:
        return None
    return IndicatorDraft(
        **{**values, "single_count": bool(values["single_count"])},
        values_by_period=reader.rows(
            ValueDraft,
            f"SELECT {', '.join(names_of(ValueDraft))} FROM indicator_value"
            " WHERE indicator_id = ? AND removed = 0 ORDER BY starts, category, id",
            (indicator,),
        ),
    )


@edit(N_("Add indicator"))
def add(session: Session, draft: IndicatorDraft) -> str:
    """Write down an indicator with its periods, below the others of the programme; answers the id."""
    refuse(draft.check())
    get(session, Programme, str(draft.programme_id))
    last = reader_of(session).value(
        "SELECT max(rank) FROM indicator WHERE programme_id = ? AND removed = 0",
        (draft.programme_id,),
    )
    rank = 0 if last is None else int(last) + 1
    row = Indicator(id=new_id(), rank=rank, **draft.values("values_by_period"))
    session.add(row)
    _measure(session, row.id, draft)
    return row.id


@edit(N_("Change indicator"))
def change(session: Session, indicator_id: str, draft: IndicatorDraft) -> None:
    """Change an indicator; its periods keep their identity."""
    refuse(draft.check())
    row = get(session, Indicator, indicator_id)
    session.add(row.sqlmodel_update(draft.values("values_by_period")))
    _measure(session, indicator_id, draft)


@edit(N_("Remove indicator"))
def remove(session: Session, indicator_id: str) -> None:
    """Take an indicator out of its programme."""
    row = get(session, Indicator, indicator_id)
    row.removed = True
    session.add(row)
    _measure(session, indicator_id, IndicatorDraft())


def _measure(session: Session, indicator: str, draft: IndicatorDraft) -> None:
    values = [
        IndicatorValue(id=one.id or new_id(), indicator_id=indicator, **one.values("id"))
        for one in draft.values_by_period
    ]
    keep(session, "indicator_id", indicator, IndicatorValue, values)
