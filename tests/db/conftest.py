"""A real workspace for every test, copied from one that is made once."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.database import Database
from tests.world import World


@pytest.fixture(scope="session")
def fresh_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty workspace; copy it, never open it."""
    folder = tmp_path_factory.mktemp("fresh")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("REMBUK_HOME", str(folder / "home"))
        Database.create(folder / "fresh.rembuk", name="Forum Uji", author="Penguji").close()
    return folder / "fresh.rembuk"


@pytest.fixture(autouse=True)
def own_home(fresh_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What the computer remembers of workspaces lives and dies with the test."""
    home = tmp_path / "home"
    shutil.copytree(fresh_file.parent / "home", home)
    monkeypatch.setenv("REMBUK_HOME", str(home))
    return home


@pytest.fixture
def workspace_file(fresh_file: Path, tmp_path: Path) -> Path:
    """A workspace of this test's own, not opened yet."""
    return Path(shutil.copy(fresh_file, tmp_path / "forum.rembuk"))


@pytest.fixture
def database(workspace_file: Path) -> Iterator[Database]:
    """An open, empty workspace."""
    database = Database.open(workspace_file, author="Penguji")
    yield database
    database.close()


@pytest.fixture
def world(database: Database) -> World:
    """Sentences that fill the workspace."""
    return World(database)
