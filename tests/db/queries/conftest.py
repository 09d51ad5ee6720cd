"""The demo workspace to ask questions of; nobody changes it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from db import demo
from db.database import Database


@pytest.fixture(scope="module")
def demo_database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """One for all tests of a file."""
    folder: Path = tmp_path_factory.mktemp("demo")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("REMBUK_HOME", str(folder / "home"))
        demo.build(folder / "demo.rembuk")
        opened = Database.open(folder / "demo.rembuk")
    yield opened
    opened.close()
