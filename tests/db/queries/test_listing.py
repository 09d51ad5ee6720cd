"""Lists: what is found, in which order, and how many each choice has."""

import pytest

from db.database import Database
from db.edits import action_plans as action_plan_edits
from db.edits import duplicates, forums, issues, many, saved_filters
from db.edits import people as person_edits
from db.errors import InvalidDraftError
from db.queries import (
    action_plans,
    activities,
    agreements,
    districts,
    listing,
    mentoring,
    organizations,
    people,
    programmes,
)
from db.queries import forums as forum_questions
from db.queries import issues as issue_questions
from db.queries import saved_filters as kept
from db.queries.listing import Asked, Listing
from tests.world import World

LISTINGS = {
    one.table: one
    for one in (
        people.LISTING,
        organizations.LISTING,
        activities.LISTING,
        districts.LISTING,
        programmes.LISTING,
        forum_questions.LISTING,
        agreements.LISTING,
        action_plans.PLANS,
        action_plans.STEPS,
        mentoring.LISTING,
        issue_questions.LISTING,
    )
}


def names(database: Database, of: Listing, **asked: object) -> list[str]:
    found = database.read(listing.found, of, Asked(**asked))
    return [one.name for one in database.read(listing.rows, of, found.ids)]


@pytest.fixture
def members(world: World) -> Database:
    batang = {"district_id": "33.25"}
    world.person("Siti Aminah", sex="female", birth="1990-05-01", **batang)
    world.person("Sitti Rahma", sex="female", birth="1975-01-01", district_id="33.07")
    world.person("Budi Santoso", sex="male", **batang)
    world.person("Agus Wibowo", sensitive=True, disability_said="yes", **batang)
    return world.database


def test_a_list_is_found_by_name_and_narrowed_by_every_filter(members: Database) -> None:
    assert names(members, people.LISTING) == [
        *("Agus Wibowo", "Budi Santoso", "Siti Aminah", "Sitti Rahma")
    ]
    female = (("sex", ("female",)),)
    assert names(members, people.LISTING, chosen=female) == ["Siti Aminah", "Sitti Rahma"]
    both = (*female, ("district", ("33.25",)))
    assert names(members, people.LISTING, chosen=both) == ["Siti Aminah"]
    either = (("sex", ("male", None)),)
    assert names(members, people.LISTING, chosen=either) == ["Agus Wibowo", "Budi Santoso"]
    assert names(members, people.LISTING, text="siti", chosen=both) == ["Siti Aminah"]
    assert names(members, people.LISTING, text="budi", chosen=female) == []


def test_a_column_sorts_both_ways_and_what_is_not_known_comes_last(members: Database) -> None:
    up = names(members, people.LISTING, sort="birth")
    assert up == ["Sitti Rahma", "Siti Aminah", "Agus Wibowo", "Budi Santoso"]
    down = names(members, people.LISTING, sort="birth", descending=True)
    assert down == ["Siti Aminah", "Sitti Rahma", "Agus Wibowo", "Budi Santoso"]


def test_choices_count_what_the_other_filters_leave(members: Database) -> None:
    def counts(key: str, **asked: object) -> dict[object, int]:
        choices = members.read(listing.choices, people.LISTING, Asked(**asked), key)
        return {one.value: one.count for one in choices}

    assert counts("sex") == {"female": 2, "male": 1, None: 1}
    assert counts("sex", chosen=(("sex", ("female",)),)) == {"female": 2, "male": 1, None: 1}
    assert counts("sex", chosen=(("district", ("33.07",)),)) == {"female": 1}
    assert counts("sex", chosen=(("sex", ("other",)),))["other"] == 0
    assert counts("disability") == {"yes": 1, "not_asked": 3}
    assert counts("protected", text="agus") == {1: 1}
    assert counts("nothing of the kind") == {}


def test_the_row_that_is_wanted_has_a_place_if_it_is_there(members: Database) -> None:
    row = members.read(people.page, search_text="budi")[0].id
    assert members.read(listing.found, people.LISTING, Asked(), row).place == 1
    female = Asked(chosen=(("sex", ("female",)),))
    assert members.read(listing.found, people.LISTING, female, row).place is None
    assert members.read(listing.found, people.LISTING, Asked(), "gone").place is None


@pytest.mark.parametrize("table", LISTINGS)
def test_every_filter_finds_as_many_as_it_says_and_every_column_keeps_all(
    demo_database: Database, table: str
) -> None:
    of = LISTINGS[table]
    everything = demo_database.read(listing.found, of, Asked())
    assert len(everything.ids) == demo_database.read(listing.count, of, Asked()) > 0
    keys = demo_database.read(listing.keys, of, everything.ids)
    assert len(set(keys)) == len(everything.ids)
    for key in of.sorts:
        for descending in (False, True):
            asked = Asked(sort=key, descending=descending)
            found = demo_database.read(listing.found, of, asked)
            assert sorted(found.ids) == sorted(everything.ids), key
    for facet in of.facets:
        choices = demo_database.read(listing.choices, of, Asked(), facet.key)
        if not facet.join:
            assert sum(one.count for one in choices) == len(everything.ids), facet.key
        for choice in choices[:6]:
            asked = Asked(chosen=((facet.key, (choice.value,)),))
            assert demo_database.read(listing.count, of, asked) == choice.count, facet.key
            assert choice.value is None or choice.label, facet.key


@pytest.mark.parametrize("table", LISTINGS)
def test_typed_signs_of_sql_are_only_signs(demo_database: Database, table: str) -> None:
    for text in ("%", "_", "\\", "'", '"', "x' OR 1"):
        demo_database.read(listing.found, LISTINGS[table], Asked(text))
    if LISTINGS[table].searched:
        assert len(demo_database.read(listing.found, LISTINGS[table], Asked("%")).ids) == 0


def test_erased_and_merged_people_are_in_no_list_and_no_count(world: World) -> None:
    database = world.database
    gone, stays = world.person("Rahma", sex="female"), world.person("Rahma Dewi", sex="female")
    database.erase(gone, "Atas permintaan sendiri")
    assert names(database, people.LISTING) == ["Rahma Dewi"]
    (choice,) = database.read(listing.choices, people.LISTING, Asked(), "sex")
    assert choice.count == 1
    assert database.read(districts.place, "33.25").members == 0
    database.edit(person_edits.remove, stays)
    assert names(database, people.LISTING) == []


def test_what_is_in_no_list_is_found_by_no_search(world: World) -> None:
    """A search does not ask again whether its hits are listed: the index has to know it."""
    database = world.database
    rows = [world.person(f"Rahma {letter}") for letter in "ABCD"]
    database.erase(rows[0], "Atas permintaan sendiri")
    database.edit(duplicates.merge, rows[1], rows[2])
    database.edit(person_edits.remove, rows[3])
    assert names(database, people.LISTING, text="rahma") == ["Rahma B"]
    assert names(database, people.LISTING) == ["Rahma B"]
    for table, add in (("organization", world.organization), ("activity", world.activity)):
        one, other = add("Lokakarya Rahma"), add("Lokakarya Siti")
        database.edit(many.remove, table, [one])
        for text in ("", "lokakarya"):
            found = database.read(listing.found, LISTINGS[table], Asked(text))
            assert database.read(listing.keys, LISTINGS[table], found.ids) == [other]


def test_filters_are_kept_by_name_and_forgotten(database: Database) -> None:
    chosen = {"sex": ("female", None), "protected": (1,)}
    database.edit(saved_filters.keep, "person", " Perempuan dilindungi ", chosen)
    assert database.read(kept.of, "person") == {"Perempuan dilindungi": chosen}
    assert database.read(kept.of, "activity") == {}
    database.edit(saved_filters.forget, "person", "Perempuan dilindungi")
    assert database.read(kept.of, "person") == {}
    database.undo()
    assert database.read(kept.of, "person") == {"Perempuan dilindungi": chosen}
    for name in ("", "x" * 300):
        with pytest.raises(InvalidDraftError):
            database.edit(saved_filters.keep, "person", name, chosen)


def test_what_is_done_with_many_is_one_undo(world: World) -> None:
    database = world.database
    rows = [world.person(name) for name in ("Ani", "Budi", "Cici")]
    activity = world.activity()
    world.participant(activity, rows[0])
    assert database.edit(many.enrol, activity, rows).value == 2
    assert database.edit(person_edits.protect, rows, protected=True).value == 3
    codes = [one.code for one in database.read(people.page)]
    assert codes == ["P-0001", "P-0002", "P-0003"]
    assert database.edit(many.remove, "person", rows).value == 3
    assert names(database, people.LISTING) == []
    database.undo()
    assert names(database, people.LISTING) == ["Ani", "Budi", "Cici"]
    database.undo()
    assert not any(one.sensitive for one in database.read(people.page))
    done = database.edit(
        many.set_field, "activity", [activity], "status_id", "activity_status:cancelled"
    )
    assert done.value == 1
    assert database.read(activities.rows, [activity])[0].meaning == "off"


def test_several_steps_that_are_done_are_done_to_the_end_and_other_fields_are_not_shared(
    database: Database,
) -> None:
    steps = [action_plan_edits.StepDraft(what, progress=30) for what in ("Rapat", "Survei")]
    draft = action_plan_edits.ActionPlanDraft(title="Rencana", steps=steps)
    plan = database.edit(action_plan_edits.add, draft).value
    rows = [one.id for one in database.read(action_plans.steps, plan=plan)]
    given = ("action_step", rows, "status_id", "step_status:done")
    assert database.edit(many.set_field, *given).value == 2
    assert [one.progress for one in database.read(action_plans.steps, plan=plan)] == [100, 100]
    database.undo()
    assert [one.progress for one in database.read(action_plans.steps, plan=plan)] == [30, 30]
    with pytest.raises(KeyError):
        database.edit(many.set_field, "action_step", rows, "what", "Sama")


def test_every_list_that_can_be_emptied_has_its_way(world: World) -> None:
    database = world.database
    forum = database.edit(forums.add, forums.ForumDraft(name="Forum")).value
    issue = database.edit(issues.add, issues.IssueDraft(title="Antrean")).value
    draft = database.read(issues.draft, issue)
    draft.repeatable = True
    database.edit(issues.change, issue, draft)
    (row,) = database.read(listing.found, issue_questions.LISTING, Asked()).first
    assert row.repeatable
    for table, one in (("forum", forum), ("issue", issue)):
        database.edit(many.remove, table, [one])
        assert len(database.read(listing.found, LISTINGS[table], Asked()).ids) == 0
