"""Putting backups back: what is refused, and where they go."""

from datetime import datetime
from pathlib import Path

import pytest

from db import backup, engine
from db.database import Database
from db.errors import WorkspaceError


def refused(made: Path, place: Path) -> str:
    with pytest.raises(WorkspaceError) as refusal:
        backup.restore(made, place)
    assert not place.exists() or place == made
    assert list(place.parent.glob("*.partial")) == []
    return refusal.value.text


@pytest.fixture
def made(database: Database) -> Path:
    return database.back_up()


def test_a_backup_says_when_it_was_made(made: Path, database: Database, tmp_path: Path) -> None:
    elsewhere = database.back_up(tmp_path / "stick")
    for one in (made, elsewhere):
        said = backup.made_at(one)
        assert said is not None
        assert abs((datetime.now() - said).total_seconds()) < 3600  # noqa: DTZ005 - the clock on the wall
    assert backup.made_at(Path("arsip.rembuk")) is None


def test_a_backup_goes_beside_the_workspace_under_a_new_name(
    made: Path, workspace_file: Path, tmp_path: Path
) -> None:
    place = backup.place_beside(made)
    assert place == workspace_file.with_name(f"forum {made.stem}.rembuk")
    backup.restore(made, place)
    assert backup.place_beside(made) == workspace_file.with_name(f"forum {made.stem} (2).rembuk")
    loose = tmp_path / "arsip.rembuk"
    assert backup.place_beside(loose) == loose
    loose.write_bytes(b"")
    assert backup.place_beside(loose) == tmp_path / "arsip (2).rembuk"


@pytest.mark.usefixtures("database")
def test_the_open_workspace_is_no_backup(workspace_file: Path, tmp_path: Path) -> None:
    assert refused(workspace_file, tmp_path / "other.rembuk") == engine.OPEN_ELSEWHERE


def test_what_is_no_rembuk_file_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    paper = tmp_path / "paper.rembuk"
    paper.write_bytes(b"%PDF-1.7" + b"x" * 5000)
    assert refused(paper, tmp_path / "other.rembuk") == engine.FOREIGN
    assert refused(tmp_path / "nothing.rembuk", tmp_path / "other.rembuk") == backup.NO_BACKUP


def test_a_file_that_was_not_closed_is_refused(made: Path, tmp_path: Path) -> None:
    made.with_name(f"{made.name}-wal").write_bytes(b"changes")
    assert refused(made, tmp_path / "other.rembuk") == backup.IN_USE


def test_a_place_that_cannot_be_written_is_told(made: Path, tmp_path: Path) -> None:
    assert refused(made, tmp_path / "no folder" / "other.rembuk") == backup.NO_PLACE
