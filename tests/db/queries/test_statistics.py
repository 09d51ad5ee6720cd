from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.database import Database
from db.edits import activities, people, sessions
from db.queries.statistics import SEXES, statistics
from db.queries.taken_part import Scope
from tests.db import intentions
from tests.world import World, mark_duplicate


def counts(database: Database, key: str, **scope) -> dict[str, int]:
    split = database.read(statistics, Scope(**scope)).split(key)
    return {row.category: row.people for row in split.rows if row.people or row.attendances}


def test_somebody_took_part_when_present_or_late_in_one_session(
    database: Database, world: World
) -> None:
    activity = world.activity()
    first, second = world.session(activity), world.session(activity)
    marks = {
        "A": ("present", None),
        "B": ("absent", "late"),
        "C": ("excused", "sick"),
        "D": (None, None),
    }
    for name, (one, two) in marks.items():
        row = world.participant(activity, world.person(name))
        world.mark(row, first, one)
        world.mark(row, second, two)
    found = database.read(statistics, Scope(activity=activity))

    assert (found.registered, found.people, found.attendances, found.sittings) == (4, 2, 2, 2)


def test_unique_people_and_attendances_are_different_numbers(
    database: Database, world: World
) -> None:
    person = world.person()
    for title in ("Satu", "Dua"):
        activity = world.activity(title)
        world.mark(world.participant(activity, person), world.session(activity))
    found = database.read(statistics, Scope())

    assert (found.people, found.attendances) == (1, 2)


def test_planned_cancelled_and_unconfirmed_activities_never_count(
    database: Database, world: World
) -> None:
    for status in ("planned", "postponed", "cancelled", "unconfirmed"):
        activity = world.activity(status=status)
        world.mark(world.participant(activity, world.person(status)), world.session(activity))

    assert database.read(statistics, Scope()).people == 0
    assert database.read(statistics, Scope()).activities == ()


def test_an_activity_that_was_only_claimed_is_not_counted_as_held(
    database: Database, world: World
) -> None:
    held, claimed = world.activity("Lokakarya"), world.activity("Semua pelatihan sejak 2017")
    for activity in (held, claimed):
        world.mark(world.participant(activity, world.person(activity)), world.session(activity))
    database.edit(
        intentions.run, "UPDATE activity SET basis = 'claimed' WHERE id = :row", row=claimed
    )
    found = database.read(statistics, Scope())

    assert found.activities == (held,)
    assert (found.sessions, found.registered, found.people) == (1, 1, 1)
    assert database.read(statistics, Scope(activity=claimed)).people == 0


def test_who_was_merged_counts_once(database: Database, world: World) -> None:
    activity = world.activity()
    session = world.session(activity)
    kept, twin = world.person("Sylvia", sex="female"), world.person("Silvia")
    for person in (kept, twin):
        world.mark(world.participant(activity, person), session)
    database.edit(mark_duplicate, twin, kept)

    assert database.read(statistics, Scope()).people == 1
    assert counts(database, "sex") == {"female": 1}


def test_completion_follows_the_share_of_the_activity(database: Database, world: World) -> None:
    activity = world.activity(completion_share=60)
    sessions = [world.session(activity) for _ in range(5)]
    for name, present in (("A", 3), ("B", 2)):
        row = world.participant(activity, world.person(name))
        for session in sessions[:present]:
            world.mark(row, session)

    assert database.read(statistics, Scope()).completed == 1


def test_age_organization_and_district_are_those_of_the_day(
    database: Database, world: World
) -> None:
    office = world.organization("Bappeda", kind_id="organization_kind:local_government")
    person = world.person("A", birth="2000-06-15", organization_id=office, district_id="33.25")
    activity = world.activity(starts="2018-06-14")
    world.mark(world.participant(activity, person), world.session(activity))
    draft = database.read(people.draft, person)
    draft.organization_id, draft.district_id = None, "33.24"
    database.edit(people.change, person, draft)

    assert counts(database, "age") == {"0–17": 1}
    assert counts(database, "organization_kind") == {"organization_kind:local_government": 1}
    assert counts(database, "district") == {"33.25": 1}


def test_a_village_counts_for_its_kabupaten_and_a_doubtful_place_once(
    database: Database, world: World
) -> None:
    database.edit(
        intentions.run,
        "INSERT INTO district (id, level, name, short_name, parent_id) VALUES"
        " ('74.71.06', 'subdistrict', 'Kecamatan Abeli', 'Abeli', '74.71')",
    )
    activity = world.activity()
    session = world.session(activity)
    for name, district in (
        ("A", "74.71.06"),
        ("B", "74.71"),
        ("C", "33.22|33.74"),
        ("D", None),
        ("E", "33"),
    ):
        world.mark(world.participant(activity, world.person(name, district_id=district)), session)
    found = database.read(statistics, Scope())

    assert {reach.district_id: reach.people for reach in found.districts} == {
        "74.71": 2,
        "33.22|33.74": 1,
    }
    assert counts(database, "district") == {"74.71": 2, "33.22|33.74": 1, "33": 1, "unknown": 1}


def test_a_district_has_both_only_when_government_and_civil_society_came(
    database: Database, world: World
) -> None:
    activity = world.activity()
    session = world.session(activity)
    for name, kind, district in (
        ("A", "local_government", "33.25"),
        ("B", "disability_organization", "33.25"),
        ("C", "local_government", "33.24"),
    ):
        office = world.organization(name, kind_id=f"organization_kind:{kind}")
        person = world.person(name, organization_id=office, district_id=district)
        world.mark(world.participant(activity, person), session)
    found = database.read(statistics, Scope())

    assert {reach.district: reach.both for reach in found.districts} == {
        "Kabupaten Batang": True,
        "Kabupaten Kendal": False,
    }


def test_new_means_no_earlier_activity_of_the_same_programme(
    database: Database, world: World
) -> None:
    programme, other = world.programme(), world.programme("Lain")
    person = world.person()
    made = {}
    for title, day, of in (
        ("satu", "2021-01-01", programme),
        ("dua", "2022-01-01", programme),
        ("tiga", "2022-06-01", other),
    ):
        made[title] = world.activity(title, starts=day, programme_id=of)
        world.mark(world.participant(made[title], person), world.session(made[title]))

    assert counts(database, "newness", activity=made["satu"]) == {"new": 1}
    assert counts(database, "newness", activity=made["dua"]) == {"returning": 1}
    assert counts(database, "newness", activity=made["tiga"]) == {"new": 1}
    assert counts(database, "newness", first="2022-01-01", programme=programme) == {"returning": 1}


def test_the_team_is_not_counted_as_participants_but_in_the_roles(
    database: Database, world: World
) -> None:
    activity = world.activity()
    session = world.session(activity)
    world.mark(world.participant(activity, world.person("A")), session)
    world.mark(world.participant(activity, world.person("B"), role_id="role:facilitator"), session)

    assert database.read(statistics, Scope()).people == 1
    assert database.read(statistics, Scope(all_roles=True)).people == 2
    assert counts(database, "role") == {"role:participant": 1, "role:facilitator": 1}


def test_a_period_takes_the_days_at_its_ends(database: Database, world: World) -> None:
    for day in ("2022-12-31", "2023-01-01", "2023-12-31", "2024-01-01"):
        activity = world.activity(day, starts=day)
        world.mark(world.participant(activity, world.person(day)), world.session(activity))

    assert database.read(statistics, Scope(first="2023-01-01", last="2023-12-31")).people == 2


def test_removed_rows_never_count(database: Database, world: World) -> None:
    activity = world.activity()
    first, second = world.session(activity), world.session(activity)
    row = world.participant(activity, world.person("A"))
    world.mark(row, second)
    database.edit(sessions.remove, second)
    assert database.read(statistics, Scope()).people == 0
    world.mark(row, first)
    assert database.read(statistics, Scope()).people == 1
    database.edit(activities.remove, activity)
    assert database.read(statistics, Scope()).people == 0


def test_people_seen_but_not_named_stand_beside(database: Database, world: World) -> None:
    world.activity(seen_female=30, seen_unknown=12)
    found = database.read(statistics, Scope())
    assert (found.people, found.head_count) == (0, 42)


person = st.fixed_dictionaries(
    {
        "sex": st.sampled_from(["female", "male", "other", "not_said", None]),
        "birth": st.sampled_from(["1950-01-01", "2000-06-15", "2010-01-01~year", None]),
        "seeing": st.sampled_from([None, 0, 3]),
        "district_id": st.sampled_from(["33.25", "33.22|33.74", None]),
    }
)


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    crowd=st.lists(person, min_size=1, max_size=6),
    marks=st.lists(
        st.tuples(
            st.integers(0, 5),
            st.integers(0, 2),
            st.sampled_from(["present", "late", "absent", None]),
        ),
        max_size=20,
    ),
)
def test_every_split_adds_up_and_agrees_with_a_recount(world: World, crowd, marks) -> None:
    database = world.database
    database.edit(intentions.run, "UPDATE activity SET removed = 1")
    made = [world.activity(f"Kegiatan {i}", starts=f"202{i}-06-01") for i in range(3)]
    sessions = [world.session(activity) for activity in made]
    people_ids = [world.person(f"Orang {i}", **fields) for i, fields in enumerate(crowd)]
    state: dict[tuple[int, int], str | None] = {}
    for who, where, status in marks:
        who %= len(crowd)
        world.mark(world.participant(made[where], people_ids[who]), sessions[where], status)
        state[who, where] = status
    found = database.read(statistics, Scope())
    there = [key for key, status in state.items() if status in ("present", "late")]

    assert found.attendances == len(there)
    assert found.people == len({who for who, _ in there})
    for split in found.splits:
        assert split.people == found.people
        assert sum(row.attendances for row in split.rows) == found.attendances
        assert all(sum(row.by_sex) == row.people for row in split.rows)
    by_sex = Counter(crowd[who]["sex"] or "unknown" for who in {who for who, _ in there})
    assert {row.category: row.people for row in found.split("sex").rows} == {
        sex: by_sex[sex] for sex in SEXES
    }


@pytest.mark.parametrize("scope", [Scope(), Scope(activity="none"), Scope(first="2020-01-01")])
def test_an_empty_workspace_counts_nothing_but_keeps_its_categories(
    database: Database, scope: Scope
) -> None:
    found = database.read(statistics, scope)

    assert (found.people, found.attendances, found.districts) == (0, 0, ())
    assert [row.category for row in found.split("sex").rows] == list(SEXES)


def test_who_is_new_is_counted_among_activities_of_no_programme_too(
    world: World, database: Database
) -> None:
    person, other = world.person("Siti"), world.person("Wati")
    for title, day, who in (
        ("Satu", "2026-01-01", [person]),
        ("Dua", "2026-02-01", [person, other]),
    ):
        activity = world.activity(title, starts=day)
        session = world.session(activity)
        for one in who:
            world.mark(world.participant(activity, one), session)
    found = database.read(statistics, Scope(activity=activity))
    counted = {row.category: row.people for row in found.split("newness").rows}
    assert counted == {"new": 1, "returning": 1}


def test_parts_of_what_was_read_once_count_the_same(world: World, database: Database) -> None:
    from db.queries import taken_part

    people = [world.person(f"Orang {n}", sex="female") for n in range(4)]
    for month in range(1, 5):
        kind = "restricted" if month == 3 else "internal"
        activity = world.activity(f"Kegiatan {month}", starts=f"2026-0{month}-10", sensitivity=kind)
        session = world.session(activity)
        for person in people[:month]:
            world.mark(world.participant(activity, person), session)
    whole = database.read(taken_part.read, Scope(last="2026-12-31"))
    for scope in (
        Scope(first="2026-02-01", last="2026-03-31"),
        Scope(last="2026-03-31"),
        Scope(first="2026-02-01", last="2026-04-30", open_only=True),
    ):
        alone, part = (database.read(statistics, scope, *more) for more in ((), (whole,)))
        assert part == alone
