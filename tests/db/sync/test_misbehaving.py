"""Computers that misbehave: copies, restored backups, wrong clocks, two people at one laptop; and files with photos."""

import shutil
from pathlib import Path

import pytest

from db import backup
from db.database import Database
from db.edits import attachments
from db.errors import UserError
from db.queries.conflicts import conflicts
from db.sync import incoming
from tests.db import intentions
from tests.db.sync.devices import Computer, contents

DECADE = 10 * 365 * 86400


def exchange(*computers: Computer) -> None:
    for _ in range(2):
        for one in computers:
            for other in computers:
                if one is not other:
                    other.merge(one.make(complete=True))


def names(computer: Computer) -> list[str]:
    return computer.read(lambda r: r.rows(str, "SELECT name FROM person ORDER BY name"))


def test_a_copied_workspace_and_its_original_lose_nothing(admin: Computer, tmp_path: Path) -> None:
    row = admin.edit(intentions.add_person, "Siti")
    copy = Computer(tmp_path / "copy", "Admin")
    admin.close()
    shutil.copy(admin.path, copy.path)
    for one in (admin, copy):
        one.open()
    copy.edit(intentions.change_person, row, village="Sumber")
    admin.edit(intentions.change_person, row, phone="+621")
    copy.edit(intentions.add_person, "Sri")
    exchange(admin, copy)

    assert contents(admin) == contents(copy)
    assert names(admin) == ["Siti", "Sri"]
    said = "SELECT village, phone FROM person WHERE id = ?"
    assert admin.read(lambda r: list(r.each(said, (row,)))) == [("Sumber", "+621")]
    copy.close()


def test_a_restored_backup_gets_its_lost_work_back_from_the_others(
    admin: Computer, rina: Computer, tmp_path: Path
) -> None:
    rina.edit(intentions.add_person, "Sebelum cadangan")
    with rina.at_work() as database:
        saved = database.back_up(tmp_path / "backup")
    rina.edit(intentions.add_person, "Sesudah cadangan")
    admin.merge(rina.make(admin))
    rina.close()
    for path in rina.folder.glob("Rina.rembuk*"):
        if path.is_file():
            path.unlink()
    backup.restore(saved, rina.path)
    rina.open()
    rina.edit(intentions.add_person, "Sesudah pemulihan")
    exchange(admin, rina)

    assert contents(admin) == contents(rina)
    assert names(rina) == ["Sebelum cadangan", "Sesudah cadangan", "Sesudah pemulihan"]


def test_numbers_that_others_have_already_are_not_used_again(
    admin: Computer, rina: Computer, tmp_path: Path
) -> None:
    """The whole disk was restored, so even what the computer remembers is old."""
    shutil.copytree(rina.folder / "home", tmp_path / "disk")
    with rina.at_work() as database:
        saved = database.back_up(tmp_path / "backup")
    rina.edit(intentions.add_person, "Hilang")
    admin.merge(rina.make(admin))
    rina.close()
    shutil.rmtree(rina.folder / "home")
    shutil.copytree(tmp_path / "disk", rina.folder / "home")
    for path in rina.folder.glob("Rina.rembuk*"):
        if path.is_file():
            path.unlink()
    backup.restore(saved, rina.path)
    rina.open()
    before = rina.read(lambda r: r.value("SELECT device FROM log_state"))
    rina.merge(admin.make(rina, complete=True))

    assert rina.read(lambda r: r.value("SELECT device FROM log_state")) != before
    assert names(rina) == ["Hilang"]
    with rina.at_work() as database:
        assert database.check() == []


def test_clocks_years_off_in_both_directions_lose_nothing_and_settle(
    admin: Computer, rina: Computer, yusuf: Computer
) -> None:
    row = admin.edit(intentions.add_person, "Siti")
    for one in (rina, yusuf):
        one.merge(admin.make(one))
    rina.ahead, yusuf.ahead = DECADE, -DECADE
    rina.edit(intentions.change_person, row, name="Dari masa depan")
    yusuf.edit(intentions.change_person, row, name="Dari masa lalu")
    exchange(admin, rina, yusuf)
    assert {s.value for c in admin.read(conflicts) for s in (c.here, c.there)} == {
        *("Dari masa depan", "Dari masa lalu"),
    }

    # Whoever saw it last has the last word, though the other's clock is years ahead.
    shown = admin.read(lambda r: r.value("SELECT name FROM person"))
    yusuf.edit(intentions.change_person, row, name="Siti Aminah")
    exchange(admin, rina, yusuf)
    assert shown == "Dari masa depan"
    assert names(admin) == names(rina) == ["Siti Aminah"]
    assert contents(admin) == contents(rina) == contents(yusuf)


def test_a_clock_that_is_far_ahead_is_shown_and_waits_for_a_yes(
    admin: Computer, rina: Computer
) -> None:
    rina.ahead = 3 * 86400
    rina.edit(intentions.add_person, "Siti")
    file = rina.make(admin)
    with admin.at_work() as database:
        with pytest.raises(incoming.ClockError) as refusal:
            database.merge(file)
        assert set(refusal.value.facts) == {"sender", "theirs", "ours"}
        assert database.preview(file)[0].changes == 1
        assert database.read(lambda r: r.value("SELECT count(*) FROM person")) == 0
        database.merge(file, clock_is_right=True)
    assert names(admin) == ["Siti"]


def test_two_people_at_one_laptop_are_told_apart(admin: Computer, rina: Computer) -> None:
    rina.edit(intentions.add_person, "Siti")
    rina.close()
    with rina.here():
        rina.database = Database.open(rina.path, author="Tono")
        rina.database.edit(intentions.add_person, "Sri")
    merged = admin.merge(rina.make(admin))

    assert {(one.name, one.device) for one in merged.authors} == {
        ("Rina", "Rina"),
        ("Tono", "Rina"),
    }


def add_file(computer: Computer, row: str, content: bytes) -> None:
    draft = attachments.AttachmentDraft(
        subject="person", subject_id=row, kind_id="attachment_kind:document", file_name="a.txt"
    )
    computer.edit(attachments.add, draft, content)


def held(computer: Computer) -> set[bytes]:
    return set(computer.read(lambda r: r.rows(bytes, "SELECT content FROM attachment_content")))


def test_contents_travel_once_and_what_was_left_out_is_asked_for(
    admin: Computer, rina: Computer, yusuf: Computer
) -> None:
    row = rina.edit(intentions.add_person, "Siti")
    add_file(rina, row, b"surat")
    admin.merge(rina.make(admin, photos=False))
    assert held(admin) == set()

    rina.merge(admin.make(rina))  # says what is missing
    merged = admin.merge(rina.make(admin))
    assert (merged.contents, held(admin)) == (1, {b"surat"})
    rina.merge(admin.make(rina))
    assert admin.merge(rina.make(admin)).contents == 0
    yusuf.merge(admin.make(yusuf))
    assert held(yusuf) == {b"surat"}


def test_contents_beyond_the_limit_wait_for_the_next_file(admin: Computer, rina: Computer) -> None:
    row = rina.edit(intentions.add_person, "Siti")
    for number in range(5):
        add_file(rina, row, bytes([number]) * 1000)
    for _ in range(3):
        admin.merge(rina.make(admin, most=2500))
        rina.merge(admin.make(rina))
    assert len(held(admin)) == 5


def test_a_content_that_is_not_what_it_says_is_refused(admin: Computer, rina: Computer) -> None:
    row = rina.edit(intentions.add_person, "Siti")
    add_file(rina, row, b"surat")
    with rina.at_work() as database:
        database._connection.execute("UPDATE attachment_content SET content = x'00'")
    with pytest.raises(UserError):
        admin.merge(rina.make(admin))
    assert names(admin) == []
