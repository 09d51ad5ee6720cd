"""Two rows of one person become one, and two people who look alike stay two."""

import pytest

from db.database import Database
from db.edits import duplicates
from db.errors import UserError
from db.queries import duplicates as questions
from db.queries import people
from tests.world import World


def test_a_pair_is_shown_until_it_is_decided(database: Database, world: World) -> None:
    first = world.person("Siti Aminah", phone="+6281234567890")
    second = world.person("Sitti Aminah", phone="+6281234567890")
    (pair,) = database.read(questions.pairs)
    assert {pair.first.id, pair.second.id} == {first, second}
    database.edit(duplicates.not_the_same, second, first)
    assert database.read(questions.pairs) == []
    database.undo()
    assert len(database.read(questions.pairs)) == 1
    database.edit(duplicates.merge, first, second)
    assert database.read(questions.pairs) == []


def test_a_merge_fills_what_is_missing_and_loses_nothing(database: Database, world: World) -> None:
    keep = world.person("Siti Aminah", phone="+6281234567890")
    other = world.person("Siti Amina", birth="1970-05-12", sensitive=True)
    database.edit(duplicates.merge, keep, other)
    row = database.read(
        lambda reader: reader.one(
            lambda *values: values,
            "SELECT name, phone, birth, sensitive, code FROM person WHERE id = ?",
            (keep,),
        )
    )
    assert row == ("Siti Aminah", "+6281234567890", "1970-05-12", 1, "P-0001")
    assert [one.id for one in database.read(people.page)] == [keep]
    database.undo()
    assert len(database.read(people.page)) == 2


def test_both_at_the_same_activity_count_once(database: Database, world: World) -> None:
    activity = world.activity(starts="2026-01-01")
    session = world.session(activity, date="2026-01-01")
    keep, other = world.person("Siti Aminah"), world.person("Siti Amina")
    for person in (keep, other):
        world.mark(world.participant(activity, person), session)
    database.edit(duplicates.merge, keep, other)
    from db.queries.statistics import statistics
    from db.queries.taken_part import Scope

    found = database.read(statistics, Scope(activity=activity))
    assert (found.attendances, found.people) == (2, 1) or found.people == 1


def test_nobody_is_merged_with_herself_or_twice(database: Database, world: World) -> None:
    a, b, c = (world.person(name) for name in ("Siti", "Sitti", "Siti A"))
    with pytest.raises(UserError):
        database.edit(duplicates.merge, a, a)
    database.edit(duplicates.merge, a, b)
    with pytest.raises(UserError) as refusal:
        database.edit(duplicates.merge, c, b)
    assert refusal.value.text == duplicates.ALREADY_MERGED
