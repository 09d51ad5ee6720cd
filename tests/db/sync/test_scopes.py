"""Computers that get a part: what they get is whole, what they send is complete, and nobody misses anything."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from db.circle.certificates import Scope
from db.edits import devices, participants
from db.log.reading import folded
from tests.db import intentions
from tests.db.sync.devices import Computer, contents
from tests.world import World

BATANG, KENDAL, PROVINCE = "33.25", "33.24", "33"


@pytest.fixture
def batang(tmp_path: Path, admin: Computer) -> Iterator[Computer]:
    """A coordinator of Kabupaten Batang alone."""
    computer = Computer(tmp_path / "batang", "Batang")
    fill(admin)
    admin.admit(computer, Scope(districts=(BATANG,)))
    yield computer
    computer.close()


def fill(admin: Computer) -> None:
    with admin.at_work() as database:
        world = World(database)
        office = world.organization("Bappeda Batang", district_id=BATANG)
        world.organization("Bappeda Kendal", district_id=KENDAL)
        siti = world.person("Siti", district_id=BATANG, organization_id=office)
        guest = world.person("Tamu", district_id=KENDAL)
        world.person("Kendal", district_id=KENDAL)
        here = world.activity("Lokakarya Batang", districts=[BATANG])
        there = world.activity("Lokakarya Kendal", districts=[KENDAL])
        world.participant(here, siti)
        world.participant(here, guest)
        world.participant(there, siti)


def named(computer: Computer, table: str, column: str = "name") -> list[str]:
    return computer.read(lambda r: r.rows(str, f"SELECT {column} FROM {table} ORDER BY 1"))


def exchange(admin: Computer, other: Computer) -> None:
    admin.merge(other.make(admin))
    other.merge(admin.make(other))


def in_both(admin: Computer, part: Computer) -> None:
    """Every row that the part has is the row that the admin has, with the same changes."""
    whole = contents(admin)
    for table, rows in contents(part).items():
        assert set(rows) <= set(whole[table]), table
    with part.at_work() as database:
        assert database.check() == []
        rows = [r for (r,) in database._connection.execute("SELECT DISTINCT row_id FROM change")]
        there = dict(folded(database._connection, rows))
    with admin.at_work() as database:
        assert dict(folded(database._connection, rows)) == there


def test_a_part_holds_the_rows_of_its_district_and_what_they_refer_to(batang: Computer) -> None:
    assert named(batang, "person") == ["Siti", "Tamu"]
    assert named(batang, "organization") == ["Bappeda Batang"]
    assert named(batang, "activity", "title") == ["Lokakarya Batang"]
    assert batang.read(lambda r: r.value("SELECT count(*) FROM participation")) == 2


def test_the_starter_of_a_part_says_nothing_of_the_others(batang: Computer) -> None:
    with batang.at_work() as database:
        texts = [
            text
            for row in database._connection.execute("SELECT before, after FROM change")
            for text in row
        ]
    assert not any("Kendal" in text for text in texts)


def test_what_a_part_enters_is_complete_for_the_admin(admin: Computer, batang: Computer) -> None:
    row = batang.edit(intentions.add_person, "Sri", district_id=BATANG)
    outside = batang.edit(intentions.add_person, "Dari jauh", district_id="73.71")
    batang.edit(intentions.change_person, row, village="Sumber")
    exchange(admin, batang)

    assert {"Sri", "Dari jauh"} <= set(named(admin, "person"))
    assert outside in batang.read(lambda r: r.rows(str, "SELECT id FROM person"))
    in_both(admin, batang)


def test_only_what_is_new_goes_into_the_next_file(admin: Computer, batang: Computer) -> None:
    exchange(admin, batang)
    admin.edit(intentions.add_person, "Baru", district_id=BATANG)
    admin.edit(intentions.add_person, "Lain", district_id=KENDAL)
    merged = batang.merge(admin.make(batang))

    assert (merged.changes, merged.known) == (1, 0)
    assert "Baru" in named(batang, "person")
    assert "Lain" not in named(batang, "person")


def test_a_row_that_comes_into_the_scope_comes_with_its_whole_history(
    admin: Computer, batang: Computer
) -> None:
    exchange(admin, batang)
    row = admin.read(lambda r: r.value("SELECT id FROM person WHERE name = 'Kendal'"))
    admin.edit(intentions.change_person, row, village="Sumber")
    exchange(admin, batang)
    assert "Kendal" not in named(batang, "person")

    admin.edit(intentions.change_person, row, district_id=BATANG)
    exchange(admin, batang)
    assert "Kendal" in named(batang, "person")
    in_both(admin, batang)


def test_a_row_that_leaves_is_sent_once_more_and_comes_back_whole(
    admin: Computer, batang: Computer
) -> None:
    row = admin.edit(intentions.add_person, "Pindah", district_id=BATANG)
    exchange(admin, batang)
    admin.edit(intentions.change_person, row, district_id=KENDAL)
    exchange(admin, batang)
    said = "SELECT district_id, village FROM person WHERE id = ?"
    assert batang.read(lambda r: list(r.each(said, (row,)))) == [(KENDAL, None)]

    exchange(admin, batang)
    admin.edit(intentions.change_person, row, village="Rahasia")
    exchange(admin, batang)
    assert batang.read(lambda r: list(r.each(said, (row,)))) == [(KENDAL, None)]

    admin.edit(intentions.change_person, row, district_id=BATANG)
    exchange(admin, batang)
    assert batang.read(lambda r: list(r.each(said, (row,)))) == [(BATANG, "Rahasia")]
    in_both(admin, batang)


def test_a_lost_file_of_a_part_heals(admin: Computer, batang: Computer) -> None:
    exchange(admin, batang)
    row = admin.read(lambda r: r.value("SELECT id FROM person WHERE name = 'Kendal'"))
    admin.edit(intentions.change_person, row, district_id=BATANG)
    admin.make(batang)  # lost
    admin.edit(intentions.change_person, row, village="Sumber")
    batang.merge(admin.make(batang))

    assert "Kendal" in named(batang, "person")
    in_both(admin, batang)


def test_a_scope_that_widens_is_filled_up(admin: Computer, batang: Computer) -> None:
    exchange(admin, batang)
    device = admin.read(lambda r: r.value("SELECT id FROM device WHERE name = 'Batang'"))
    admin.edit(devices.change_scope, device, Scope(districts=(BATANG, KENDAL)))
    exchange(admin, batang)

    assert named(batang, "person") == ["Kendal", "Siti", "Tamu"]
    in_both(admin, batang)

    admin.edit(devices.change_scope, device, Scope())
    exchange(admin, batang)
    assert contents(batang) == contents(admin)


def test_a_province_holds_its_districts(admin: Computer, tmp_path: Path) -> None:
    fill(admin)
    other = Computer(tmp_path / "p", "Provinsi")
    admin.admit(other, Scope(districts=(PROVINCE,)))
    assert named(other, "person") == ["Kendal", "Siti", "Tamu"]
    other.close()


def test_a_programme_is_a_scope_as_well(admin: Computer, tmp_path: Path) -> None:
    with admin.at_work() as database:
        world = World(database)
        mine, other = (database.edit(intentions.add_programme, n).value for n in ("Satu", "Dua"))
        first = world.activity("Kegiatan Satu", programme_id=mine)
        world.activity("Kegiatan Dua", programme_id=other)
        world.participant(first, world.person("Siti"))
        world.person("Sri")
    computer = Computer(tmp_path / "c", "Program")
    admin.admit(computer, Scope(programmes=(mine,)))

    assert named(computer, "activity", "title") == ["Kegiatan Satu"]
    assert named(computer, "person") == ["Siti"]
    assert named(computer, "programme") == ["Satu"]
    computer.close()


def test_a_part_never_counts_as_having_all_of_others(
    admin: Computer, batang: Computer, rina: Computer
) -> None:
    """What Batang has of the admin's work is a part; through Batang alone nobody gets the whole."""
    rina.merge(admin.make(rina))
    admin.edit(intentions.add_person, "Hanya admin", district_id=KENDAL)
    admin.edit(intentions.add_person, "Di Batang", district_id=BATANG)
    exchange(admin, batang)
    batang.merge(admin.make(batang))
    rina.merge(batang.make(rina))
    assert "Di Batang" in named(rina, "person")
    assert "Hanya admin" not in named(rina, "person")

    rina.merge(admin.make(rina, complete=False))
    assert "Hanya admin" in named(rina, "person")
    admin.merge(rina.make(admin))
    assert contents(admin) == contents(rina)


def test_two_parts_help_each_other_out(admin: Computer, batang: Computer, tmp_path: Path) -> None:
    kendal = Computer(tmp_path / "kendal", "Kendal")
    admin.admit(kendal, Scope(districts=(KENDAL,)))
    batang.merge(admin.make(batang))
    row = batang.edit(intentions.add_person, "Baru di Kendal", district_id=KENDAL)
    activity = kendal.read(lambda r: r.value("SELECT id FROM activity"))
    kendal.merge(batang.make(kendal))
    assert "Baru di Kendal" in named(kendal, "person")

    draft = participants.ParticipantDraft(activity_id=activity, person_id=row)
    kendal.edit(participants.register, draft)
    admin.merge(kendal.make(admin))
    assert "Baru di Kendal" in named(admin, "person")
    exchange(admin, batang)
    exchange(admin, kendal)
    in_both(admin, kendal)
    kendal.close()
