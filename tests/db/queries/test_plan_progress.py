"""Progress over time by hand-written cases: mentoring on its day, the log, other devices, and what was taken out."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.edits import action_plans, action_steps, follow_ups
from db.edits.follow_ups import FollowUpDraft
from db.queries.plan_progress import MonthProgress, course
from db.rules.progress import of_step
from tests.db.sync.devices import NOON, Computer

BEGUN = dt.datetime.fromtimestamp(NOON / 10**9, dt.UTC)


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[Computer]:
    """A computer whose workspace was made in November 2026."""
    made = Computer(tmp_path / "ani", "ani")
    made.found()
    yield made
    made.close()


def in_month(computer: Computer, year: int, month: int) -> dt.date:
    """Put the clock of a computer on the tenth of a month; answers that day."""
    now = dt.datetime(year, month, 10, 12, tzinfo=dt.UTC)
    computer.ahead = int((now - BEGUN).total_seconds())
    return now.date()


def planned(computer: Computer, *steps: str, **fields: str) -> tuple[str, list[str]]:
    """A plan with steps that are not started; its id and theirs."""
    drafts = [action_plans.StepDraft(what, status_id="step_status:not_started") for what in steps]
    plan = computer.edit(
        action_plans.add, action_plans.ActionPlanDraft(title="Rencana", steps=drafts, **fields)
    )
    stored = computer.read(action_plans.draft, plan)
    return plan, [one.id for one in stored.steps]


def told(months: tuple[MonthProgress, ...]) -> list[tuple[str, int, int | None, int, int | None]]:
    """Month, known steps, closed ones, stated ones and their mean."""
    return [
        (f"{one.month:%Y-%m}", one.known, one.closed, one.stated, one.progress) for one in months
    ]


def test_a_plan_that_began_this_month_has_one_point(laptop: Computer) -> None:
    today = in_month(laptop, 2027, 3)
    planned(laptop, "Rapat", "Survei")
    assert told(laptop.read(course, today)) == [("2027-03", 2, 0, 2, 0)]


def test_the_end_of_every_month_is_told_as_the_log_says(laptop: Computer) -> None:
    in_month(laptop, 2027, 1)
    plan, (first, second, third) = planned(laptop, "Rapat", "Survei", "Lomba")
    in_month(laptop, 2027, 3)
    laptop.edit(action_steps.report_progress, first, "step_status:running", 40)
    laptop.edit(action_steps.report_progress, second, "step_status:unknown", None)
    laptop.edit(action_steps.move, third, "step_status:dropped")
    today = in_month(laptop, 2027, 4)
    laptop.edit(action_steps.move, first, "step_status:done")
    months = laptop.read(course, today, [plan])
    assert told(months) == [
        ("2027-01", 3, 0, 3, 0),
        ("2027-02", 3, 0, 3, 0),
        # One runs, of one nothing is known any more, one was given up and counts in no mean.
        ("2027-03", 2, 1, 1, 40),
        ("2027-04", 2, 2, 1, 100),
    ]
    assert [one.closed_share for one in months] == [0, 0, 50, 100]


def test_what_nobody_stated_is_not_zero(laptop: Computer) -> None:
    today = in_month(laptop, 2027, 3)
    plan = laptop.edit(
        action_plans.add,
        action_plans.ActionPlanDraft(title="Rencana", steps=[action_plans.StepDraft("Rapat")]),
    )
    (now,) = laptop.read(course, today, [plan])
    assert (now.known, now.closed, now.closed_share, now.stated, now.progress) == (
        *(0, None, None),
        *(0, None),
    )
    assert [of_step(None, None, None), of_step("step_status:delayed", "open", None)] == [None] * 2
    assert of_step("step_status:not_started", "open", None) == 0


def test_mentoring_speaks_on_its_own_day_however_late_it_is_typed(laptop: Computer) -> None:
    today = in_month(laptop, 2027, 6)
    plan, (step,) = planned(laptop, "Rapat")
    for date, progress in (("3/2027", 20), ("12/4/2027", 45), ("2027", 99), ("1/7/2027", 80)):
        visit = FollowUpDraft(plan_id=plan, step_id=step, date=date, progress=progress)
        laptop.edit(follow_ups.add, visit)
    laptop.edit(action_steps.report_progress, step, "step_status:running", 50)
    # A whole year is no month, and what is ahead has not been.
    assert told(laptop.read(course, today, [plan])) == [
        ("2027-03", 0, None, 1, 20),
        ("2027-04", 0, None, 1, 45),
        ("2027-05", 0, None, 1, 45),
        ("2027-06", 1, 0, 1, 50),
    ]


def test_mentoring_that_was_taken_out_says_nothing_and_of_a_whole_plan_it_is_an_estimate(
    laptop: Computer,
) -> None:
    today = in_month(laptop, 2027, 5)
    plan, _ = planned(laptop, "Rapat")
    kept = FollowUpDraft(plan_id=plan, date="3/4/2027", progress=30)
    laptop.edit(follow_ups.add, kept)
    gone = FollowUpDraft(plan_id=plan, date="3/3/2027", progress=90)
    laptop.edit(follow_ups.remove, laptop.edit(follow_ups.add, gone))
    months = laptop.read(course, today, [plan])
    assert [(one.month.month, one.estimate, one.progress) for one in months] == [
        (4, 30, None),
        (5, None, 0),
    ]


def test_a_step_that_was_taken_out_counts_in_no_month(laptop: Computer) -> None:
    in_month(laptop, 2027, 1)
    plan, (_, second) = planned(laptop, "Rapat", "Salah ketik")
    laptop.edit(action_steps.move, second, "step_status:done")
    today = in_month(laptop, 2027, 2)
    laptop.edit(action_steps.remove, second)
    assert told(laptop.read(course, today, [plan])) == [
        ("2027-01", 1, 0, 1, 0),
        ("2027-02", 1, 0, 1, 0),
    ]
    laptop.edit(action_plans.remove, plan)
    assert laptop.read(course, today) == ()


def test_changes_of_another_computer_count_in_their_month(laptop: Computer, tmp_path: Path) -> None:
    in_month(laptop, 2027, 1)
    plan, (step,) = planned(laptop, "Rapat")
    other = Computer(tmp_path / "budi", "budi")
    laptop.admit(other)
    in_month(other, 2027, 2)
    other.edit(action_steps.report_progress, step, "step_status:running", 30)
    in_month(laptop, 2027, 3)
    laptop.edit(action_steps.report_progress, step, "step_status:running", 60)
    today = in_month(laptop, 2027, 4)
    before = told(laptop.read(course, today, [plan]))
    assert before[1:] == [
        ("2027-02", 1, 0, 1, 0),
        ("2027-03", 1, 0, 1, 60),
        ("2027-04", 1, 0, 1, 60),
    ]
    laptop.merge(other.make(laptop))
    after = told(laptop.read(course, today, [plan]))
    assert after[1:] == [
        ("2027-02", 1, 0, 1, 30),
        ("2027-03", 1, 0, 1, 60),
        ("2027-04", 1, 0, 1, 60),
    ]
    other.merge(laptop.make(other))
    assert told(other.read(course, today, [plan])) == after
    other.close()


def test_several_plans_are_told_together(laptop: Computer) -> None:
    today = in_month(laptop, 2027, 1)
    planned(laptop, "Rapat")
    plan, (step,) = planned(laptop, "Survei")
    laptop.edit(action_steps.move, step, "step_status:done")
    assert told(laptop.read(course, today)) == [("2027-01", 2, 1, 2, 50)]
    assert told(laptop.read(course, today, [plan])) == [("2027-01", 1, 1, 1, 100)]
