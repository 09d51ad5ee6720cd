"""Public holidays: added, changed, removed."""

import pytest

from db.database import Database
from db.edits import holidays as edits
from db.edits.holidays import HolidayDraft
from db.errors import InvalidDraftError
from db.queries import history
from db.queries import holidays as questions


def days(database: Database, year: int) -> list[tuple[str, str]]:
    return [(one.date, one.name[0]) for one in database.read(questions.holidays, year)]


def test_a_holiday_is_written_in_its_place_however_it_was_typed(database: Database) -> None:
    row = database.edit(edits.add, HolidayDraft("3 Mei 2031", "Hari Desa")).value
    assert days(database, 2031) == [("2031-05-03", "Hari Desa")]
    assert database.read(questions.years)[0] == 2031
    draft = database.read(edits.draft, row)
    assert (draft.name_en, draft.estimated) == ("Hari Desa", False)


def test_holidays_are_changed_and_removed_and_that_is_undone(database: Database) -> None:
    shipped = database.read(questions.holidays, 2026)
    first = shipped[0]
    database.edit(
        edits.change, first.id, HolidayDraft("2026-01-02", "Libur", "Off", estimated=True)
    )
    assert ("2026-01-02", "Libur") in days(database, 2026)
    database.edit(edits.remove, first.id)
    assert len(days(database, 2026)) == len(shipped) - 1
    assert database.read(edits.draft, first.id) is None
    database.undo()
    database.undo()
    assert database.read(questions.holidays, 2026) == shipped
    assert database.check() == []


def test_a_removed_holiday_comes_back_as_the_same_row(database: Database) -> None:
    known = database.read(questions.holidays, 2026)[3]
    database.edit(edits.remove, known.id)
    again = HolidayDraft(known.date, *known.name, known.estimated)
    assert database.edit(edits.add, again).value == known.id


def test_a_holiday_that_is_there_is_refused_and_its_own_draft_changes_nothing(
    database: Database,
) -> None:
    known = database.read(questions.holidays, 2026)[0]
    with pytest.raises(InvalidDraftError) as refusal:
        database.edit(edits.add, HolidayDraft(known.date, known.name[0]))
    assert [problem.text for problem in refusal.value.problems] == [edits.ALREADY]

    before = len(database.read(history.edits, limit=100))
    database.edit(edits.change, known.id, database.read(edits.draft, known.id))
    assert len(database.read(history.edits, limit=100)) == before


@pytest.mark.parametrize(
    ("draft", "fields"),
    [
        (HolidayDraft(), ["date", "name_id"]),
        (HolidayDraft("Mei 2031", "Libur"), ["date"]),
        (HolidayDraft("besok", "Libur"), ["date"]),
        (HolidayDraft("2031-05-03", "Libur", "x" * 201), ["name_en"]),
    ],
)
def test_wrong_holidays_are_told_field_by_field(
    database: Database, draft: HolidayDraft, fields: list[str]
) -> None:
    with pytest.raises(InvalidDraftError) as refusal:
        database.edit(edits.add, draft)
    assert [problem.field for problem in refusal.value.problems] == fields
