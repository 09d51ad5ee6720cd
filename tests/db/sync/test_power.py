"""Power cuts, full disks and protected folders while files go in and out. ``make bench`` pulls 200 times."""

import contextlib
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.errors import UserError
from db.sync import package
from tests.db.sync.devices import Computer, contents
from tests.db.sync.power import Plug, many, pull_at_random


def test_a_program_that_is_killed_leaves_the_file_as_before_or_after(
    tmp_path: Path, admin: Computer, rina: Computer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REMBUK_HOME", str(tmp_path / "home"))
    plug = Plug(tmp_path, admin, rina)
    found = pull_at_random(plug, 18, seed=1)
    admin.open()

    assert sum(sum(states.values()) for states in found.values()) == 18
    assert {"before", "after", "late"} >= {state for states in found.values() for state in states}


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of sixteen megabytes."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = (
        os.name == "posix"
        and os.geteuid() == 0
        and not subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", str(place)],
            capture_output=True,
            check=False,
        ).returncode
    )
    if not mounted:
        pytest.skip("a small disk can only be mounted by root on Linux")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def fill(disk: Path) -> Path:
    """Leave some ten kilobytes free."""
    ballast = disk / "ballast"
    descriptor = os.open(ballast, os.O_WRONLY | os.O_CREAT)
    with contextlib.suppress(OSError):
        while True:
            os.write(descriptor, b"x" * 4096)
    os.close(descriptor)
    os.truncate(ballast, max(0, ballast.stat().st_size - 10_000))
    return ballast


def test_a_full_disk_refuses_the_merge_and_everything_stays(
    small_disk: Path, tmp_path: Path, admin: Computer, rina: Computer
) -> None:
    rina.edit(many, 3000)
    data = rina.make(admin)
    admin.close()
    admin.path = Path(small_disk / "forum.rembuk")
    admin.path.write_bytes((tmp_path / "admin" / "Admin.rembuk").read_bytes())
    admin.open()
    before = contents(admin)
    ballast = fill(small_disk)
    with pytest.raises(UserError):
        admin.merge(data)
    assert contents(admin) == before
    with pytest.raises(UserError):
        package.save(small_disk / "out.rembuk-sync", os.urandom(200_000))
    assert not list(small_disk.glob("*.rembuk-sync"))

    ballast.unlink()
    with admin.at_work() as database:
        assert database.check() == []
    # Still too small for so many people, or large enough: never something between.
    try:
        admin.merge(data)
    except UserError:
        assert contents(admin) == before
    admin.close()
    admin.path = tmp_path / "admin" / "Admin.rembuk"
    admin.open()


def test_a_page_limit_in_the_middle_of_a_merge_takes_all_of_it_back(
    admin: Computer, rina: Computer
) -> None:
    rina.edit(many, 3000)
    data = rina.make(admin)
    before = contents(admin)
    with admin.at_work() as database:
        (pages,) = database._connection.execute("PRAGMA page_count").fetchone()
        database._connection.execute(f"PRAGMA max_page_count = {pages + 20}").fetchall()
        with pytest.raises(UserError, match="full"):
            database.merge(data)
        database._connection.execute("PRAGMA max_page_count = 1000000").fetchall()
    assert contents(admin) == before
    assert admin.merge(data).changes == 3000


def test_a_file_is_never_half_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "stick" / "out.rembuk-sync"
    with pytest.raises(UserError):
        package.save(place, b"x")  # no such folder: the stick was pulled out
    place.parent.mkdir()
    package.save(place, b"first")

    def fails(*_: object) -> None:
        raise OSError

    monkeypatch.setattr("os.fsync", fails)
    with pytest.raises(UserError):
        package.save(place, b"second")
    assert place.read_bytes() == b"first"
    assert [path.name for path in place.parent.iterdir()] == ["out.rembuk-sync"]


@pytest.mark.parametrize("place", ["nowhere/out.rembuk-sync", "a-file/out.rembuk-sync"])
def test_a_place_where_nothing_can_be_written_is_told_in_a_sentence(
    tmp_path: Path, place: str
) -> None:
    (tmp_path / "a-file").touch()
    with pytest.raises(UserError):
        package.save(tmp_path / place, b"x")
    assert not (tmp_path / place).exists()
