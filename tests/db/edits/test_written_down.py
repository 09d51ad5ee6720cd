"""Programmes, forums, agreements and follow-up plans: written down whole, undone without a trace."""

import pytest

from db.database import Database
from db.edits import action_plans, agreements, forums, programmes
from db.errors import InvalidDraftError
from tests.db.log.test_undo import listed
from tests.world import World


def rows(database: Database, sql: str) -> list[tuple[object, ...]]:
    return database.read(lambda reader: reader.rows(lambda *values: values, sql))


def programme(world: World) -> programmes.ProgrammeDraft:
    return programmes.ProgrammeDraft(
        name=" Program Kota HAM ",
        starts="2015",
        ends="..",
        age_bands="0–17, 18+",
        districts=["33.25", "33.25"],
        organizations=[(world.organization(), "organization_role:funder")],
    )


def forum(world: World) -> forums.ForumDraft:
    office = world.organization()
    chair = forums.MemberDraft(person_id=world.person(), role_id="forum_role:chair", starts="2020")
    return forums.ForumDraft(
        name="Forum Uji",
        founded="September 2020",
        founders=[office],
        members=[chair, forums.MemberDraft(organization_id=office)],
    )


def agreement(world: World) -> agreements.AgreementDraft:
    return agreements.AgreementDraft(
        title="Nota kesepahaman",
        signed="17 November 2023",
        parties=[
            agreements.PartyDraft(world.organization("B"), signatory_name="Siti"),
            agreements.PartyDraft(world.organization("A")),
        ],
    )


def plan(world: World) -> action_plans.ActionPlanDraft:
    return action_plans.ActionPlanDraft(
        title="RTL Batang",
        district_id="33.25",
        activity_id=world.activity(),
        parties=[(world.organization(), "government")],
        steps=[
            action_plans.StepDraft(what="Rapat", starts="2024-Q1", progress=50),
            action_plans.StepDraft(what="Audiensi", when_said="setelah Lebaran"),
        ],
    )


WRITTEN = {
    "programme": (programmes.add, programme),
    "forum": (forums.add, forum),
    "agreement": (agreements.add, agreement),
    "plan": (action_plans.add, plan),
}


@pytest.mark.parametrize("thing", WRITTEN)
def test_what_was_written_down_is_undone_without_a_trace_and_done_again(
    database: Database, world: World, thing: str
) -> None:
    add, draft = WRITTEN[thing]
    made = draft(world)
    before = listed(database)
    database.edit(add, made)
    after = listed(database)
    assert after != before
    database.undo()
    assert listed(database) == before
    database.redo()
    assert listed(database) == after
    assert database.check() == []


def test_a_programme_keeps_its_bands_districts_and_roles(database: Database, world: World) -> None:
    database.edit(programmes.add, programme(world))
    assert rows(database, "SELECT name, starts, ends, age_bands FROM programme") == [
        ("Program Kota HAM", "2015-01-01~year", "..", "0-17,18+")
    ]
    assert rows(database, "SELECT district_id FROM programme_district") == [("33.25",)]
    assert rows(database, "SELECT role_id FROM programme_organization") == [
        ("organization_role:funder",)
    ]


def test_a_forum_has_people_and_organizations_as_members(database: Database, world: World) -> None:
    database.edit(forums.add, forum(world))
    assert rows(database, "SELECT founded FROM forum") == [("2020-09-01~month",)]
    members = "SELECT person_id IS NOT NULL, role_id, starts FROM forum_member ORDER BY 1 DESC"
    assert rows(database, members) == [(1, "forum_role:chair", "2020-01-01~year"), (0, None, None)]


def test_the_parties_of_an_agreement_keep_the_order_of_the_paper(
    database: Database, world: World
) -> None:
    database.edit(agreements.add, agreement(world))
    parties = (
        "SELECT o.name, p.signatory_name FROM agreement_party AS p"
        " JOIN organization AS o ON o.id = p.organization_id ORDER BY p.rank"
    )
    assert rows(database, parties) == [("B", "Siti"), ("A", None)]
    assert rows(database, "SELECT signed FROM agreement") == [("2023-11-17",)]


def test_the_steps_of_a_plan_are_numbered(database: Database, world: World) -> None:
    database.edit(action_plans.add, plan(world))
    steps = "SELECT number, what, starts, when_said, progress FROM action_step ORDER BY number"
    assert rows(database, steps) == [
        (1, "Rapat", "2024-01-01~quarter", None, 50),
        (2, "Audiensi", None, "setelah Lebaran", None),
    ]


@pytest.mark.parametrize(
    ("add", "draft", "fields"),
    [
        (programmes.add, programmes.ProgrammeDraft(), ["name"]),
        (programmes.add, programmes.ProgrammeDraft("P", age_bands="0-17,20+"), ["age_bands"]),
        (
            forums.add,
            forums.ForumDraft(
                "F", members=[forums.MemberDraft(person_id="a", organization_id="b")]
            ),
            ["members[0].person_id"],
        ),
        (
            agreements.add,
            agreements.AgreementDraft(signed="besok", parties=[agreements.PartyDraft()]),
            ["title", "signed", "parties[0].organization_id"],
        ),
        (
            action_plans.add,
            action_plans.ActionPlanDraft(
                "R",
                parties=[("a", "nobody")],
                steps=[action_plans.StepDraft("A"), action_plans.StepDraft(progress=101)],
            ),
            ["parties", "steps[1].what", "steps[1].progress"],
        ),
    ],
)
def test_every_wrong_field_is_named_with_its_place(database, add, draft, fields) -> None:
    with pytest.raises(InvalidDraftError) as refusal:
        database.edit(add, draft)
    assert [problem.field for problem in refusal.value.problems] == fields
