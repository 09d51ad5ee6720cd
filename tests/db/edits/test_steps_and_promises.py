"""Steps, mentoring, commitments and indicators: each is written down, changed, taken out and taken back."""

import pytest

from db.database import Database
from db.edits import (
    action_plans,
    action_steps,
    agreements,
    commitments,
    follow_ups,
    indicators,
    many,
    participants,
    people,
    programmes,
)
from db.errors import InvalidDraftError
from db.queries import action_plans as plan_questions
from db.queries import agreements as agreement_questions
from db.queries import listing, mentoring
from db.queries import participants as attending
from db.queries import people as person_questions
from db.queries import programmes as programme_questions
from db.queries.listing import Asked
from tests.world import World, mark_duplicate


@pytest.fixture
def plan(database: Database) -> str:
    return database.edit(action_plans.add, action_plans.ActionPlanDraft(title="Jalan aman")).value


def step(database: Database, plan: str, **fields: object) -> str:
    draft = action_steps.StepDraft(plan_id=plan, **fields)
    return database.edit(action_steps.add, draft).value


def test_steps_follow_each_other_and_move_over_the_board(database: Database, plan: str) -> None:
    first = step(database, plan, what="Rapat", ends="1/1/2020")
    second = step(database, plan, what="Survei", status_id="step_status:running", progress=40)
    assert [one.number for one in database.read(plan_questions.steps, plan=plan)] == [1, 2]
    found = database.read(listing.found, plan_questions.PLANS, Asked()).first[0]
    assert (found.steps, found.closed, found.late, found.progress, found.stated) == (2, 0, 1, 40, 1)
    database.edit(action_steps.move, second, "step_status:done")
    found = database.read(listing.found, plan_questions.PLANS, Asked()).first[0]
    assert (found.closed, found.progress, found.stated) == (1, 100, 1)
    assert database.read(plan_questions.steps, plan=plan)[1].progress == 100
    draft = database.read(action_steps.draft, first)
    draft.what = "Rapat desa"
    database.edit(action_steps.change, first, draft)
    assert database.read(plan_questions.steps, plan=plan)[0].what == "Rapat desa"
    late = Asked(chosen=(("late", (1,)),))
    assert database.read(listing.count, plan_questions.STEPS, late) == 1
    database.edit(action_steps.remove, first)
    assert [one.id for one in database.read(plan_questions.steps, plan=plan)] == [second]
    with pytest.raises(InvalidDraftError):
        step(database, plan, what="Tanpa akhir", progress=120)
    with pytest.raises(InvalidDraftError):
        database.edit(action_steps.add, action_steps.StepDraft(what="Tanpa rencana"))


def test_a_plan_that_is_changed_keeps_its_steps(database: Database, plan: str) -> None:
    row = step(database, plan, what="Rapat")
    draft = database.read(action_plans.draft, plan)
    draft.aim = "Jalan yang aman"
    database.edit(action_plans.change, plan, draft)
    assert [one.id for one in database.read(plan_questions.steps, plan=plan)] == [row]


def test_mentoring_is_written_down_and_moves_its_step(database: Database, plan: str) -> None:
    row = step(database, plan, what="Rapat")
    draft = follow_ups.FollowUpDraft(plan_id=plan, step_id=row, date="8/9/2026", progress=30)
    visit = database.edit(follow_ups.add, draft).value
    assert database.read(plan_questions.steps, plan=plan)[0].progress == 30
    draft = database.read(follow_ups.draft, visit)
    draft.found = "Sudah mulai"
    database.edit(follow_ups.change, visit, draft)
    assert database.read(mentoring.of_plan, plan)[0].found == "Sudah mulai"
    database.edit(follow_ups.remove, visit)
    assert database.read(mentoring.of_plan, plan) == []


def test_a_visit_is_about_a_plan_or_an_organization_and_is_found_by_its_district(
    world: World, plan: str
) -> None:
    database = world.database
    ours = world.organization("Yayasan Melati", acronym="YM", district_id="33.25")
    ani = world.person("Ani", district_id="33.25")
    again = world.person("Anie")
    with pytest.raises(InvalidDraftError) as refused:
        database.edit(follow_ups.add, follow_ups.FollowUpDraft(date="8/9/2026"))
    assert [one.field for one in refused.value.problems] == ["plan_id"]
    for fields in (
        {"organization_id": ours, "mentor_id": again, "date": "8/9/2026", "found": "Baik"},
        {"plan_id": plan, "mentor_id": ani, "date": "2025", "district_id": "33.07"},
        {"plan_id": plan, "mentor_name": "Pak Budi"},
    ):
        database.edit(follow_ups.add, follow_ups.FollowUpDraft(**fields))
    database.edit(mark_duplicate, again, ani)
    found = database.read(listing.found, mentoring.LISTING, Asked()).first
    assert [one.mentor for one in found] == ["Ani", "Ani", "Pak Budi"]
    assert [one.district for one in found] == ["Kabupaten Batang", "Kabupaten Wonosobo", None]
    assert [one.organization for one in found] == ["YM", None, None]
    mentors = database.read(listing.choices, mentoring.LISTING, Asked(), "mentor")
    assert [(one.label, one.count) for one in mentors] == [
        (("Ani", "Ani"), 2),
        (("Pak Budi", "Pak Budi"), 1),
    ]
    years = database.read(listing.choices, mentoring.LISTING, Asked(), "year")
    assert [(one.value, one.count) for one in years] == [("2026", 1), ("2025", 1), (None, 1)]
    batang = Asked(chosen=(("district", ("33.25",)), ("mentor", (ani,))))
    assert [one.found for one in database.read(listing.found, mentoring.LISTING, batang).first] == [
        "Baik"
    ]


def test_several_steps_and_visits_are_removed_at_once_and_come_back(
    database: Database, plan: str
) -> None:
    steps = [step(database, plan, what=what) for what in ("Rapat", "Survei", "Surat")]
    visits = [
        database.edit(follow_ups.add, follow_ups.FollowUpDraft(plan_id=plan)).value
        for _ in range(2)
    ]
    assert database.edit(many.remove, "action_step", steps[:2]).value == 2
    assert [one.id for one in database.read(plan_questions.steps, plan=plan)] == steps[2:]
    assert database.edit(many.remove, "follow_up", visits).value == 2
    assert database.read(mentoring.of_plan, plan) == []
    database.undo()
    database.undo()
    assert len(database.read(plan_questions.steps, plan=plan)) == 3
    assert len(database.read(mentoring.of_plan, plan)) == 2


def test_commitments_are_counted_down_and_extensions_move_the_end(database: Database) -> None:
    draft = agreements.AgreementDraft(title="Nota", signed="1/1/2024", ends="31/12/2024")
    row = database.edit(agreements.add, draft).value
    promise = commitments.CommitmentDraft(agreement_id=row, text="Modul", agreed=2, unit="modul")
    promised = database.edit(commitments.add, promise).value

    def listed():
        return database.read(listing.found, agreement_questions.LISTING, Asked()).first[0]

    assert (listed().left, listed().ends) == (1, "2024-12-31")
    promise = database.read(commitments.draft, promised)
    promise.done = 2
    database.edit(commitments.change, promised, promise)
    assert listed().left == 0
    draft = database.read(agreements.draft, row)
    draft.extensions.append(agreements.ExtensionDraft(until="30/6/2026"))
    database.edit(agreements.change, row, draft)
    assert listed().ends == "2026-06-30"
    again = database.read(agreements.draft, row)
    assert again.extensions[0].id is not None
    database.edit(commitments.remove, promised)
    assert database.read(agreement_questions.commitments, row) == []
    for wrong in ({"text": None}, {"agreed": "dua"}):
        bad = commitments.CommitmentDraft(**{"agreement_id": row, "text": "Modul", **wrong})
        with pytest.raises(InvalidDraftError):
            database.edit(commitments.add, bad)


def test_an_indicator_has_periods_with_target_and_actual(database: Database) -> None:
    programme = database.edit(programmes.add, programmes.ProgrammeDraft(name="Program")).value
    period = indicators.ValueDraft(starts="1/1/2026", ends="31/3/2026", target=10, actual=4.5)
    draft = indicators.IndicatorDraft(
        programme_id=programme, name="Peserta unik", target=40, values_by_period=[period]
    )
    row = database.edit(indicators.add, draft).value
    draft = database.read(indicators.draft, row)
    draft.values_by_period.append(
        indicators.ValueDraft(starts="1/4/2026", ends="30/6/2026", actual=8)
    )
    database.edit(indicators.change, row, draft)
    (shown,) = database.read(programme_questions.indicators, programme)
    assert (shown.target, shown.actual) == (40, 12.5)
    bad = indicators.ValueDraft(starts="1/4/2026", ends="30/6/2026", actual="banyak")
    with pytest.raises(InvalidDraftError) as refusal:
        database.edit(
            indicators.add,
            indicators.IndicatorDraft(programme_id=programme, name="Forum", values_by_period=[bad]),
        )
    assert refusal.value.problems[0].field == "values_by_period[0].actual"
    database.edit(indicators.remove, row)
    assert database.read(programme_questions.indicators, programme) == []


def test_the_time_of_arrival_says_who_is_late(world: World) -> None:
    database = world.database
    activity = world.activity()
    sitting = world.session(activity, start_time="09.00")
    open_end = world.session(activity)
    row = world.participant(activity, world.person("Siti"))
    cells = [
        (row, sitting, None, "08:50"),
        (row, open_end, None, "08:50"),
    ]
    assert database.edit(participants.mark_cells, cells).value == 2
    grid = database.read(attending.grid, activity)
    assert grid.rows[0].marks == ("present", "late")
    assert grid.arrivals == {(row, sitting): "08:50", (row, open_end): "08:50"}
    database.edit(participants.mark_cells, [(row, sitting, None, "09:20")])
    assert database.read(attending.grid, activity).rows[0].marks[0] == "late"
    database.undo()
    assert database.read(attending.grid, activity).rows[0].marks[0] == "present"


def test_groups_are_words_that_everybody_spells_once(world: World) -> None:
    database = world.database
    ani, budi = world.person("Ani", groups=["Petani", " Orang muda "]), world.person("Budi")
    draft = database.read(people.draft, budi)
    assert draft.groups == []
    draft.groups = ["petani", "Penyintas", ""]
    database.edit(people.change, budi, draft)
    assert database.read(people.draft, ani).groups == ["Orang muda", "Petani"]
    assert database.read(people.draft, budi).groups == ["Penyintas", "Petani"]
    choices = database.read(listing.choices, person_questions.LISTING, Asked(), "group")
    assert {one.label[0]: one.count for one in choices} == {
        "Petani": 2,
        "Orang muda": 1,
        "Penyintas": 1,
    }
    draft = database.read(people.draft, ani)
    draft.groups = None
    database.edit(people.change, ani, draft)
    assert database.read(people.draft, ani).groups == ["Orang muda", "Petani"]
    database.edit(people.change, ani, people.PersonDraft(name="Ani", groups=[]))
    assert database.read(people.draft, ani).groups == []
    database.undo()
    assert database.read(people.draft, ani).groups == ["Orang muda", "Petani"]


def test_who_walks_in_is_registered_once(world: World) -> None:
    database = world.database
    activity, person = world.activity(), world.person("Siti")
    sitting = world.session(activity)
    row = database.edit(participants.walk_in, activity, person, sitting).value
    again = database.edit(participants.walk_in, activity, person, None).value
    assert row == again
    new = database.edit(participants.walk_in_new, activity, "Dr. Wati Rahayu, M.Si", sitting).value
    grid = database.read(attending.grid, activity)
    assert {one.id: (one.full_name, one.marks) for one in grid.rows} == {
        row: ("Siti", ("present",)),
        new: ("Dr. Wati Rahayu, M.Si", ("present",)),
    }
    assert database.read(attending.grid, activity).rows[1].name == "Wati Rahayu"
