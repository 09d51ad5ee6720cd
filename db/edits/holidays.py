"""What users do with public holidays."""

from dataclasses import dataclass

from sqlmodel import Session

from db.edits.drafts import Draft, Findings
from db.edits.edit import edit, get, put, reader_of, refuse
from db.engine import Reader
from db.errors import Problem, UserError
from db.log.identity import derived_id
from db.models import Holiday
from db.queries import holidays as questions
from db.rules.dates import DAY, PartialDate
from resources.texts import N_

NOT_A_DAY = N_("A holiday is one day. Write it like 17 August 2026.")
ALREADY = N_("This holiday is in the list already.")


@dataclass(slots=True)
class HolidayDraft(Draft):
    """A public holiday; without an English name the Indonesian one stands in both languages."""

    date: str | None = None
    name_id: str | None = None
    name_en: str | None = None
    estimated: bool = False

    def check(self) -> list[Problem]:
        """What is wrong, field by field; puts what is right into its stored form."""
        findings = Findings(self)
        findings.required("date")
        findings.rewritten("date", _day)
        findings.required("name_id")
        self.name_en = self.name_en or self.name_id
        if self.name_id is not None:
            findings.required("name_en")
        return findings.problems


def draft(reader: Reader, holiday: str) -> HolidayDraft | None:
    """The draft of a holiday as it stands, for the form."""
    return reader.one(
        lambda date, name_id, name_en, estimated: HolidayDraft(
            date, name_id, name_en, bool(estimated)
        ),
        "SELECT date, name_id, name_en, estimated FROM holiday WHERE id = ? AND removed = 0",
        (holiday,),
    )


@edit(N_("Add holiday"))
def add(session: Session, draft: HolidayDraft) -> str:
    """Write down a holiday; answers the id. The same one is the same row on every computer."""
    refuse(draft.check())
    _refuse_twice(session, draft)
    row = derived_id("holiday", str(draft.date), str(draft.name_id))
    put(session, Holiday(id=row, removed=False, **draft.values()))
    return row


@edit(N_("Change holiday"))
def change(session: Session, holiday: str, draft: HolidayDraft) -> None:
    """Change day or name of a holiday."""
    refuse(draft.check())
    found = get(session, Holiday, holiday)
    _refuse_twice(session, draft, but=holiday)
    found.sqlmodel_update(draft.values())
    session.add(found)


@edit(N_("Remove holiday"))
def remove(session: Session, holiday: str) -> None:
    """Take a day out of the holidays."""
    found = get(session, Holiday, holiday)
    found.removed = True
    session.add(found)


def _refuse_twice(session: Session, draft: HolidayDraft, but: str | None = None) -> None:
    year = int(str(draft.date)[:4])
    for known in questions.holidays(reader_of(session), year):
        same = (known.date, known.name[0]) == (draft.date, draft.name_id)
        if same and known.id != but:
            refuse([Problem("date", ALREADY)])


def _day(typed: str) -> str:
    date = PartialDate.parse(typed)
    if date.precision != DAY:
        raise UserError(NOT_A_DAY)
    return date.start_text()
