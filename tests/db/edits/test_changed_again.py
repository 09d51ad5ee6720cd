"""What was written down can be changed and taken out; the log holds only what changed."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.database import Database
from db.edits import action_plans, action_steps, agreements, follow_ups, forums, programmes
from db.edits.drafts import Draft
from db.errors import InvalidDraftError, UserError
from tests.world import World

KINDS = (
    (programmes, programmes.ProgrammeDraft(name="Program", districts=["33.25"]), "programme"),
    (forums, forums.ForumDraft(name="Forum", founded="2015"), "forum"),
    (agreements, agreements.AgreementDraft(title="Nota kesepahaman"), "agreement"),
    (action_plans, action_plans.ActionPlanDraft(title="Rencana", steps=[action_plans.StepDraft("Rapat")]), "action_plan"),
)  # fmt: skip
each_kind = pytest.mark.parametrize(
    ("module", "draft"), [kind[:2] for kind in KINDS], ids=[kind[2] for kind in KINDS]
)


def changes(database: Database) -> list[str]:
    """Tables of the rows that the last edit wrote."""
    return database.read(
        lambda reader: reader.rows(
            str,
            "SELECT table_name FROM change WHERE edit = (SELECT id FROM edit ORDER BY stamp DESC LIMIT 1)"
            " ORDER BY table_name",
        )
    )


def kept(database: Database, module: Any, row: str) -> Draft | None:
    found: Draft | None = database.read(module.draft, row)
    return found


@each_kind
def test_a_draft_stored_unchanged_changes_nothing(
    database: Database, module: Any, draft: Draft
) -> None:
    row = database.edit(module.add, draft).value
    before = kept(database, module, row)
    done = database.edit(module.change, row, kept(database, module, row))
    assert done.changes.tables == frozenset()
    assert kept(database, module, row) == before


@each_kind
def test_a_change_writes_the_changed_row_alone(
    database: Database, module: Any, draft: Draft
) -> None:
    row = database.edit(module.add, draft).value
    changed = kept(database, module, row)
    assert changed is not None
    changed.notes = "Sudah diperiksa"  # type: ignore[attr-defined]
    database.edit(module.change, row, changed)
    assert changes(database) == [next(table for one, _, table in KINDS if one is module)]
    assert kept(database, module, row) == changed


@each_kind
def test_what_is_removed_is_gone_with_its_children_and_comes_back_whole(
    database: Database, module: Any, draft: Draft
) -> None:
    row = database.edit(module.add, draft).value
    before = kept(database, module, row)
    database.edit(module.remove, row)
    assert kept(database, module, row) is None
    with pytest.raises(UserError):
        database.edit(module.change, row, draft)
    database.undo()
    assert kept(database, module, row) == before


@each_kind
def test_a_wrong_change_is_refused(database: Database, module: Any, draft: Draft) -> None:
    row = database.edit(module.add, draft).value
    name = "name" if hasattr(draft, "name") else "title"
    with pytest.raises(InvalidDraftError):
        database.edit(module.change, row, replace(draft, **{name: " "}))  # type: ignore[type-var]


def test_a_member_who_left_and_came_back_is_the_same_row(database: Database, world: World) -> None:
    person = world.person()
    member = forums.MemberDraft(person_id=person, role_id="forum_role:chair")
    row = database.edit(forums.add, forums.ForumDraft(name="Forum", members=[member])).value
    database.edit(forums.change, row, forums.ForumDraft(name="Forum"))
    database.edit(forums.change, row, forums.ForumDraft(name="Forum", members=[member]))
    count = database.read(lambda reader: reader.value("SELECT count(*) FROM forum_member"))
    assert count == 1
    assert database.read(forums.draft, row) == forums.ForumDraft(name="Forum", members=[member])


def test_a_programme_with_activities_is_not_removed(database: Database, world: World) -> None:
    whole = world.programme("Seluruhnya")
    part = database.edit(
        programmes.add, programmes.ProgrammeDraft(name="Bagian", parent_id=whole)
    ).value
    activity = world.activity(programme_id=part)
    for row in (whole, part):
        with pytest.raises(UserError) as refusal:
            database.edit(programmes.remove, row)
        assert refusal.value.text == programmes.HAS_ACTIVITIES
    assert activity
    draft = programmes.ProgrammeDraft(name="Seluruhnya", parent_id=part)
    with pytest.raises(InvalidDraftError):
        database.edit(programmes.change, whole, draft)


def test_steps_keep_who_they_are_when_they_change_places(database: Database) -> None:
    steps = [action_plans.StepDraft(what) for what in ("Rapat", "Surat", "Kunjungan")]
    draft = action_plans.ActionPlanDraft(title="Rencana", steps=steps)
    row = database.edit(action_plans.add, draft).value
    stored = database.read(action_plans.draft, row)
    assert stored is not None
    first, second, third = stored.steps
    stored.steps = [third, first]
    database.edit(action_plans.change, row, stored)
    again = database.read(action_plans.draft, row)
    assert again is not None
    assert [step.id for step in again.steps] == [third.id, first.id]
    assert second.id not in {step.id for step in again.steps}


def test_mentoring_says_how_far_a_step_is(database: Database) -> None:
    draft = action_plans.ActionPlanDraft(title="Rencana", steps=[action_plans.StepDraft("Rapat")])
    row = database.edit(action_plans.add, draft).value
    stored = database.read(action_plans.draft, row)
    assert stored is not None
    step = str(stored.steps[0].id)
    database.edit(action_steps.report_progress, step, "step_status:running", 20)
    visit = follow_ups.FollowUpDraft(
        plan_id=row, step_id=step, date="8/9/2026", progress=60, found="Baik"
    )
    database.edit(follow_ups.add, visit)
    now = database.read(
        lambda reader: reader.one(
            lambda *values: values,
            "SELECT status_id, progress FROM action_step WHERE id = ?",
            (step,),
        )
    )
    assert now == ("step_status:running", 60)
    for wrong in (-1, 101):
        with pytest.raises(InvalidDraftError):
            database.edit(action_steps.report_progress, step, None, wrong)


sides = st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from(action_plans.SIDES)), max_size=3)
named = st.lists(st.sampled_from(("Rapat", "Surat", "Kunjungan")), max_size=3)


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(first=sides, second=sides, steps=named, others=named)
def test_a_plan_is_what_its_last_draft_says(
    database: Database, world: World, first: Any, second: Any, steps: list[str], others: list[str]
) -> None:
    bodies = {letter: world.organization(f"Lembaga {letter}") for letter in "abc"}

    def plan(title: str, parties: Any, whats: list[str]) -> action_plans.ActionPlanDraft:
        return action_plans.ActionPlanDraft(
            title=title,
            parties=list({bodies[letter]: side for letter, side in parties}.items()),
            steps=[action_plans.StepDraft(what) for what in whats],
        )

    row = database.edit(action_plans.add, plan("Rencana", first, steps)).value
    wanted = plan("Rencana baru", second, others)
    database.edit(action_plans.change, row, wanted)
    found = database.read(action_plans.draft, row)
    assert found is not None
    assert dict(found.parties) == dict(wanted.parties)
    assert [step.what for step in found.steps] == others
    database.undo()
    before = database.read(action_plans.draft, row)
    assert before is not None
    assert [step.what for step in before.steps] == steps
