"""10,000 page switches over the large workspace: what the process holds every thousand of them.

``python -m tests.bench.switching WORKSPACE [SWITCHES]`` works on a copy.
"""

import gc
import random
import sys
from itertools import pairwise
from pathlib import Path

import psutil
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from desktop.pages import PAGES
from tests.bench.using import Bench, running

SWITCHES, EACH = 10_000, 1_000
DWELL = 25  # a page in so many is looked at until its questions are answered


def report(path: Path, activities: int, switches: int = SWITCHES) -> None:
    """Switch and print memory, Qt's objects and Python's objects; then the slope after the first thousand."""
    with running(path, activities, noting=False) as bench:
        for entry in PAGES:  # made and filled once, which is no leak
            bench.pulse.over(f"{entry.key}: opened", lambda key=entry.key: bench.go(key))
        print(f"{'switches':>8} {'MB':>8} {'QObjects':>9} {'Python objects':>15}")
        told = [_told(bench, 0)]
        chance = random.Random(5)
        step = min(EACH, switches)
        for start in range(0, switches, step):
            for number in range(step):
                key = chance.choice(PAGES).key
                if number % DWELL:
                    bench.go(key)
                    bench.pulse.turn()
                else:
                    bench.pulse.over(f"{key}: dwelt on", lambda key=key: bench.go(key))
            told.append(_told(bench, start + step))
        slopes = sorted(after[0] - before[0] for before, after in pairwise(told[1:]))
        if slopes:
            print(f"slope: {slopes[len(slopes) // 2]:.2f} MB each {step} switches (median)")


def _told(bench: Bench, switches: int) -> tuple[float, int, int]:
    """Megabytes that are resident, objects of Qt below the window, and objects that Python looks after."""
    bench.pulse.rest(300, "at rest")
    gc.collect()
    memory = psutil.Process().memory_info().rss / 1e6
    found = (memory, len(bench.rembuk.window.findChildren(QObject)), len(gc.get_objects()))
    print(f"{switches:8} {memory:8.1f} {found[1]:9} {found[2]:15}", flush=True)
    return found


def main() -> None:
    application = QApplication([])
    path = Path(sys.argv[1])
    switches = int(sys.argv[2]) if len(sys.argv) > 2 else SWITCHES
    report(path, int(path.stem.split("-")[1]), switches)
    application.quit()


if __name__ == "__main__":
    main()
