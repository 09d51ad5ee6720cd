"""Pulling the plug: what is found afterwards is the state before or the state after, never something between."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

from db import backup
from db.database import Database
from db.edits.edit import edit
from db.sync import package
from tests.db.sync.devices import Computer

ROOT = Path(__file__).resolve().parents[3]
KINDS = ("merge", "export", "backup")
PEOPLE = 3000


@edit("Many people")
def many(session, number: int) -> None:
    run = session.connection().connection.driver_connection.executemany
    run(
        "INSERT INTO person (id, name, village) VALUES (?, ?, ?)",
        [(f"{n:032x}", f"Anggota {n}", "Sumber") for n in range(number)],
    )


class Plug:
    """A file to be taken in, and a copy of everything for each try."""

    def __init__(self, folder: Path, admin: Computer, rina: Computer) -> None:
        self.folder = folder
        rina.edit(many, PEOPLE)
        self.package = folder / "in.rembuk-sync"
        self.package.write_bytes(rina.make(admin))
        self.admin = admin
        admin.close()

    def pull(self, what: str, delay: float) -> str:
        """Start, wait a while, kill; answers ``before``, ``after`` or ``late`` (it was done already)."""
        place = self.folder / "try"
        shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(self.admin.folder, place)
        file = place / self.admin.path.name
        target = self.package if what == "merge" else place / "out.rembuk-sync"
        child = subprocess.Popen(
            [sys.executable, "-m", "tests.db.sync.child", what, str(file), str(target)],
            cwd=ROOT,
            env={**os.environ, "REMBUK_HOME": str(place / "home")},
            stdout=subprocess.PIPE,
        )
        assert child.stdout is not None
        assert child.stdout.readline() == b"ready\n"
        time.sleep(delay)
        child.send_signal(signal.SIGKILL)
        late = b"done" in child.communicate()[0]
        return "late" if late else self._found(what, place, file, target)

    def _found(self, what: str, place: Path, file: Path, target: Path) -> str:
        os.environ["REMBUK_HOME"] = str(place / "home")
        database = Database.open(file)
        people = database.read(lambda r: r.value("SELECT count(*) FROM person"))
        captured = database.read(lambda r: r.value("SELECT capture FROM log_state"))
        assert database.check() == []
        assert captured == 1
        assert people in (0, PEOPLE)
        if what == "merge" and people:
            assert database.merge(self.package.read_bytes()).value.changes == 0
        database.close()
        if what == "export" and target.exists():
            package.header_of(target.read_bytes())
            assert (
                len(target.read_bytes().split(b"\n", 3)[3])
                == package.header_of(target.read_bytes()).size
            )
            return "after"
        for made in backup.backups(file):
            copy = place / f"opened-{made.name}"
            backup.restore(made, copy)
            restored = Database.open(copy)
            assert restored.check() == []
            restored.close()
        if what == "backup":
            return "after" if backup.backups(file) else "before"
        return "after" if people else "before"


def pull_at_random(plug: Plug, times: int, seed: int) -> dict[str, dict[str, int]]:
    """What was found after ``times`` pulls, by kind of work."""
    chance = random.Random(seed)
    longest = {"merge": 0.5, "export": 0.15, "backup": 0.06}
    found: dict[str, dict[str, int]] = {kind: {} for kind in KINDS}
    for number in range(times):
        kind = KINDS[number % len(KINDS)]
        state = plug.pull(kind, chance.uniform(0, longest[kind]))
        found[kind][state] = found[kind].get(state, 0) + 1
    return found
