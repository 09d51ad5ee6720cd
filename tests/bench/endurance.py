"""What takes too long for every run of the tests: the machine of the exchange, and pulling the plug 200 times."""

import os
import time
from pathlib import Path

from tests.db.sync.devices import Computer
from tests.db.sync.machine import Template, run
from tests.db.sync.power import Plug, pull_at_random

EXAMPLES, STEPS, PULLS = 300, 50, 200


def report(folder: Path, tenth: int) -> None:
    """Run both and say what was found; a failure stops the bench."""
    start = time.perf_counter()
    run(Template(folder / "circle", 3), EXAMPLES // tenth, STEPS, chosen=os.getpid())
    print(
        f"machine: {EXAMPLES // tenth} examples of {STEPS} steps in {time.perf_counter() - start:.0f} s"
    )
    admin, rina = Computer(folder / "admin", "Admin"), Computer(folder / "rina", "Rina")
    admin.found()
    admin.admit(rina)
    found = pull_at_random(Plug(folder, admin, rina), PULLS // tenth, seed=os.getpid())
    rina.close()
    for kind, states in found.items():
        print(f"plug pulled during {kind}: " + ", ".join(f"{n} {s}" for s, n in states.items()))
