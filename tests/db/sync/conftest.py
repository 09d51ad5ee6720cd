"""Three computers: the admin's, and two of coordinators who were admitted."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.db.sync.devices import Computer


@pytest.fixture
def admin(tmp_path: Path) -> Iterator[Computer]:
    computer = Computer(tmp_path / "admin", "Admin")
    computer.found()
    yield computer
    computer.close()


@pytest.fixture
def rina(tmp_path: Path, admin: Computer) -> Iterator[Computer]:
    yield from _admitted(tmp_path, admin, "Rina")


@pytest.fixture
def yusuf(tmp_path: Path, admin: Computer) -> Iterator[Computer]:
    yield from _admitted(tmp_path, admin, "Yusuf")


def _admitted(folder: Path, admin: Computer, name: str) -> Iterator[Computer]:
    computer = Computer(folder / name.casefold(), name)
    admin.admit(computer)
    yield computer
    computer.close()
