"""The heartbeat of the window: a timer that tells how long the event loop did not come round, and over what."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget

from desktop.tasks import Tasks

BEAT = 1  # milliseconds
LIMITS = (16, 33, 50, 100)
QUIET = 0.012  # seconds without work and painting after which a step is over


@dataclass(slots=True)
class Gaps:
    """Milliseconds between beats, on the clock and of the window's own work, by what was done.

    Where others use the processor too, the clock says what they cost; the work is what can be mended here.
    """

    clock: list[int] = field(default_factory=lambda: [0] * (len(LIMITS) + 1))
    work: list[int] = field(default_factory=lambda: [0] * (len(LIMITS) + 1))
    worst: dict[str, tuple[float, float]] = field(default_factory=dict)

    def note(self, gap: float, work: float, doing: str) -> None:
        self.clock[sum(gap > limit for limit in LIMITS)] += 1
        self.work[sum(work > limit for limit in LIMITS)] += 1
        if gap > LIMITS[0]:
            before = self.worst.get(doing, (0.0, 0.0))
            self.worst[doing] = (max(work, before[0]), max(gap, before[1]))

    def told(self) -> list[str]:
        """The histograms, and the steps that held up the loop for longest."""
        lines = [f"{'':>8} {'clock':>8} {'work':>8}"]
        names = [*(f"≤ {limit} ms" for limit in LIMITS), f"> {LIMITS[-1]} ms"]
        for name, clock, work in zip(names, self.clock, self.work, strict=True):
            bar = "█" * round(40 * work / max(self.work)) or "▏" * bool(work)
            lines.append(f"{name:>8} {clock:8} {work:8} {bar}")
        longest = sorted(self.worst.items(), key=lambda one: one[1], reverse=True)
        over = [one for one in longest if max(one[1]) > LIMITS[2]]
        lines += [
            f"{gap:8.1f} ms on the clock, {work:8.1f} of work: {doing}"
            for doing, (work, gap) in over or longest[:1]
        ]
        return lines


class Pulse(QObject):
    """Beats while a window is used, and says when a step is over: no work under way, and all painted."""

    def __init__(self, window: QWidget, tasks: Tasks) -> None:
        super().__init__()
        self.gaps, self.doing = Gaps(), "start"
        self.jobs = 0
        self.asked = self.answered = self.painted = 0.0
        self._painting = False
        window.installEventFilter(self)
        tasks.busy.connect(self._count)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(BEAT)
        self._timer.timeout.connect(self._beat)
        self._last, self._worked = time.perf_counter(), time.thread_time()

    def over(self, doing: str, step: Callable[[], object], *, waits: bool = False) -> float:
        """Take a step and wait for its end; answers milliseconds until the last answer was painted.

        ``waits``: it asks only after a pause (while typing), which is not counted.
        """
        self._begin(doing)
        start = time.perf_counter()
        step()
        self._until(lambda: self._rests(self.asked if waits else start, waited=waits))
        self._timer.stop()
        begun = self.asked if waits else start
        return (max(self.answered, self.painted, begun) - begun) * 1000

    def repainted(self, doing: str, step: Callable[[], object]) -> float:
        """Take a step; milliseconds until the first painting after it. What it asked for is waited for, uncounted."""
        self._begin(doing)
        start = time.perf_counter()
        step()
        self._until(lambda: self.painted > start)
        first = self.painted
        self._until(lambda: self._rests(start, waited=False))
        self._timer.stop()
        return (first - start) * 1000

    def turn(self) -> None:
        """One turn of the event loop."""
        loop = QEventLoop()
        QTimer.singleShot(0, loop.quit)
        loop.exec()

    def rest(self, milliseconds: int, doing: str, step: Callable[[], object] = int) -> None:
        """Take a step, and beat for a while whatever becomes of it."""
        self._begin(doing)
        step()
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()
        self._timer.stop()

    def eventFilter(self, _: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """The window is painted while it handles this event; the next turn of the loop comes after it."""
        if event.type() == QEvent.Type.UpdateRequest:
            self._painting = True
            QTimer.singleShot(0, self._note_painted)
        return False

    def _begin(self, doing: str) -> None:
        self.doing = doing
        self.asked = self.answered = self.painted = 0.0
        self._last, self._worked = time.perf_counter(), time.thread_time()
        self._timer.start()

    def _rests(self, start: float, *, waited: bool) -> bool:
        if self.jobs or self._painting or (waited and not self.asked):
            return False
        return time.perf_counter() - max(start, self.answered, self.painted) > QUIET

    def _until(self, over: Callable[[], bool]) -> None:
        loop = QEventLoop()
        watch = QTimer()
        watch.setTimerType(Qt.TimerType.PreciseTimer)
        watch.timeout.connect(lambda: loop.quit() if over() else None)
        watch.start(BEAT)
        loop.exec()
        watch.stop()

    def _count(self, jobs: int) -> None:
        now = time.perf_counter()
        if jobs < self.jobs:
            self.answered = now
        elif not self.asked:
            self.asked = now
        self.jobs = jobs

    def _note_painted(self) -> None:
        self._painting = False
        self.painted = time.perf_counter()

    def _beat(self) -> None:
        now, worked = time.perf_counter(), time.thread_time()
        gap, work = (now - self._last) * 1000, (worked - self._worked) * 1000
        self.gaps.note(gap, work, self.doing)
        self._last, self._worked = now, worked
