"""The window with the large workspace as somebody uses it: every step beside the bare questions behind it.

``python -m tests.bench.using WORKSPACE`` works on a copy. Real threads, painted without a display.
"""

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from db.edits.participants import mark_cells
from desktop.app import Rembuk
from desktop.attendance.grid import KEYS
from desktop.finder import Finder
from desktop.kit.list_box import ListBox
from desktop.pages import PAGES
from desktop.preferences import Preferences
from desktop.tasks import Tasks
from desktop.theme import load_fonts
from tests.bench import volume
from tests.bench.numbers import row_id
from tests.bench.pulse import Pulse

ROUNDS = 2
LIMIT = 3  # times the question behind it
TYPED = ("siti nur", "rahayu", "wati", "lokakarya 19", "lembaga dewi", "8120001")
LONG = "duplicates"  # compares everybody with everybody, tells how far it is, and stops where it is left
SEARCHED = ("people", "organizations", "activities")


def p95(taken: list[float]) -> float:
    """95th percentile, of the values themselves."""
    return sorted(taken)[max(0, -(-len(taken) * 95 // 100) - 1)]


@dataclass(slots=True)
class Steps:
    """One kind of step: milliseconds until it was painted, and those of the bare questions behind it."""

    name: str
    taken: list[float] = field(default_factory=list)
    behind: list[float] = field(default_factory=list)

    def told(self) -> str:
        ours = (
            f"{self.name:46} {sorted(self.taken)[len(self.taken) // 2]:8.1f} {p95(self.taken):8.1f}"
        )
        least = p95(self.behind) if self.behind else 0.0
        if not least:  # of most of these steps nothing is asked
            return f"{ours}        –        –"
        ratio = p95(self.taken) / least
        return f"{ours} {least:8.1f} {ratio:8.1f} × {'ok' if ratio <= LIMIT else 'OVER'}"


class Bench:
    """A running Rembuk, its pulse, and what was asked of the database since the last look."""

    def __init__(self, path: Path, activity: str, *, noting: bool = True) -> None:
        load_fonts()
        self.activity = activity
        self.rembuk = Rembuk(Tasks(), Preferences(language="id"))
        self.pulse = Pulse(self.rembuk.window, self.rembuk.tasks)
        self._asked: list[tuple[Any, tuple[Any, ...], dict[str, Any]]] = []
        opening = self.pulse.over(
            "opening the workspace", lambda: self.rembuk.open(path, volume.PASSPHRASE)
        )
        print(f"opened, with the backup of the day beside it: {opening / 1000:.1f} s")
        self.pulse.rest(4000, "pages loaded behind the window")
        database = self.rembuk.tasks.database
        self._read = database.read
        if noting:
            database.read = self._note

    def go(self, key: str) -> None:
        needs_row = next(entry.needs_row for entry in PAGES if entry.key == key)
        self.rembuk.desk.navigation.go(key, self.activity if needs_row else None)

    def step(
        self, into: Steps, what: str, do: Callable[[], object], *, waits: bool = False
    ) -> None:
        """Take a step, then ask what it asked once more, alone."""
        self._asked.clear()
        into.taken.append(self.pulse.over(what, do, waits=waits))
        asked, self._asked = self._asked, []
        start = time.perf_counter()
        for query, args, kwargs in asked:
            self._read(query, *args, **kwargs)
        into.behind.append((time.perf_counter() - start) * 1000 if asked else 0.0)

    def _note(self, query: Any, *args: Any, **kwargs: Any) -> Any:
        if "step" not in kwargs:
            self._asked.append((query, args, kwargs))
        return self._read(query, *args, **kwargs)


def measures(bench: Bench, rounds: int = ROUNDS) -> Iterator[Steps]:
    """Every kind of step of the window."""
    yield from switches(bench, rounds)
    yield first_rows(bench, rounds)
    for key in SEARCHED:
        yield search_keys(bench, key)
    yield finder_keys(bench)
    yield from attendance_keys(bench)
    yield dashboard(bench, rounds)


def switches(bench: Bench, rounds: int) -> Iterator[Steps]:
    """Over all pages: made, shown again, and shown again after rows of every table moved."""
    first, again, stale = (
        Steps("page opened first"),
        Steps("page switch, nothing changed"),
        Steps("page switch, everything changed"),
    )

    def visit(steps: Steps, key: str, what: str) -> None:
        if key == LONG:
            bench.pulse.rest(300, f"{key}: {what}", lambda: bench.go(key))
        else:
            bench.step(steps, f"{key}: {what}", lambda: bench.go(key))

    for entry in PAGES:
        visit(first, entry.key, "opened first")
    for _ in range(rounds):
        for entry in PAGES:
            visit(again, entry.key, "shown again")
    for _ in range(rounds):
        for entry in PAGES:
            bench.rembuk.window.page(entry.key).stale = True
            visit(stale, entry.key, "stale")
    yield from (first, again, stale)


def first_rows(bench: Bench, rounds: int) -> Steps:
    """Every long list asked for anew, until its first rows are painted."""
    steps = Steps("first rows of a list")
    for entry in PAGES:
        bench.go(entry.key)
        bench.pulse.rest(400, f"{entry.key}: shown")
        page: Any = bench.rembuk.window.page(entry.key)
        if isinstance(getattr(page, "list", None), ListBox):
            for _ in range(rounds):
                bench.step(steps, f"{entry.key}: first rows", page.list.reload)
    return steps


def search_keys(bench: Bench, key: str) -> Steps:
    """Every letter of what is searched, from the end of the pause after it."""
    steps = Steps(f"search key, {key}")
    bench.go(key)
    page: Any = bench.rembuk.window.page(key)
    for text in TYPED:
        bench.pulse.over(
            f"{key}: search cleared", page.search.clear, waits=bool(page.search.text())
        )
        for letter in text:
            bench.step(steps, f"{key}: search key", partial(press, page.search, letter), waits=True)
    bench.pulse.over(f"{key}: search cleared", page.search.clear, waits=True)
    return steps


def finder_keys(bench: Bench) -> Steps:
    """Every letter typed after Ctrl+K."""
    steps = Steps("search key, Ctrl+K")
    for text in TYPED:
        bench.pulse.over("Ctrl+K: opened", bench.rembuk.window.commands.find_anything)
        finder = bench.rembuk.window.findChildren(Finder)[-1]
        finder.installEventFilter(bench.pulse)
        for letter in text:
            bench.step(steps, "Ctrl+K: key", partial(press, finder.line, letter), waits=True)
        bench.pulse.over("Ctrl+K: closed", finder.close)
    return steps


def attendance_keys(bench: Bench) -> Iterator[Steps]:
    """Marks and arrows in the grid of the newest activity, until the grid is painted with them."""
    marks, arrows = Steps("attendance key to repaint"), Steps("attendance arrow to repaint")
    bench.go("attendance")
    bench.pulse.rest(500, "attendance: shown")
    page: Any = bench.rembuk.window.page("attendance")
    view, database = page.view, bench.rembuk.tasks.database
    letters = [letter for letter in KEYS if letter.isalpha()][:4]
    for number in range(80):
        letter = letters[number % 4]
        cell = page.model.cell(view.currentIndex())
        other = KEYS[letters[(number + 1) % 4]]
        start = time.perf_counter()
        database.edit(mark_cells, [(*cell, other, None)])
        marks.behind.append((time.perf_counter() - start) * 1000)
        marks.taken.append(bench.pulse.repainted("attendance: key", partial(press, view, letter)))
        arrow = Qt.Key.Key_Down if number % 3 else Qt.Key.Key_Up
        arrows.taken.append(
            bench.pulse.repainted("attendance: arrow", partial(press, view, "", arrow))
        )
    yield from (marks, arrows)


def dashboard(bench: Bench, rounds: int) -> Steps:
    """The first page until its figures stand there; the months of the reach come after a pause, one by one."""
    steps = Steps("dashboard")
    for _ in range(rounds * 3):
        bench.go("people")
        bench.pulse.rest(30, "people: shown")
        bench.step(steps, "home: dashboard", lambda: bench.go("home"))
        bench.pulse.rest(450, "home: reach")
    bench.pulse.over("home: reach", lambda: None)
    return steps


def press(widget: QWidget, text: str, key: Qt.Key | None = None) -> None:
    """A key goes down and up."""
    code = Qt.Key(ord(text.upper())) if key is None else key
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, code, Qt.KeyboardModifier.NoModifier, text)
        QApplication.sendEvent(widget, event)


@contextmanager
def running(path: Path, activities: int, *, noting: bool = True) -> Iterator[Bench]:
    """Rembuk over a copy of a workspace, standing on its newest activity that was held.

    ``noting``: what is asked is kept until the step is over, to ask it again.
    """
    with tempfile.TemporaryDirectory(dir=path.parent) as folder:
        os.environ["REMBUK_HOME"] = str(Path(folder) / "home")
        copy = Path(shutil.copy(path, Path(folder) / "using.rembuk"))
        newest = row_id(4, activities - volume.planned(activities) - 1)
        bench = Bench(copy, newest, noting=noting)
        yield bench
        bench.rembuk.stop()
        bench.pulse.turn()


def told(steps: Iterable[Steps]) -> Iterator[str]:
    """The table."""
    yield f"{'step, ms':46} {'p50':>8} {'p95':>8} {'question':>8} {'ratio':>8}"
    yield from (one.told() for one in steps)


def report(path: Path, activities: int, rounds: int = ROUNDS) -> None:
    """Use the window and print the table and the histogram."""
    with running(path, activities) as bench:
        for line in told(measures(bench, rounds)):
            print(line, flush=True)
        print("\nheartbeat, time between two turns of the event loop; work: of its own thread")
        for line in bench.pulse.gaps.told():
            print(line)


def main() -> None:
    application = QApplication([])
    path = Path(sys.argv[1])
    report(path, int(path.stem.split("-")[1]))
    application.quit()


if __name__ == "__main__":
    main()
