"""The one file with threads: database work in a queue of one, rendering beside it, answers on the UI thread."""

import gc
import sys
import threading
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from pkgutil import resolve_name
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal

from db.errors import UserError
from desktop.jobs import STOPPED, Cancelled, Job, Then

SWITCH = 0.0005  # seconds
COLLECTED = (
    5000,
    10,
    100,
)  # new objects until Python looks for cycles; looking through all of them halts the window


class Turn:
    """Who may use the connection now: the queue, or work beside it, which stands back after every piece.

    ``with turn:`` takes it; ``pause`` lets the queue go first where it waits.
    """

    def __init__(self) -> None:
        self._moved = threading.Condition()
        self._held = False
        self._waiting = 0

    def __enter__(self) -> None:
        with self._moved:
            self._waiting += 1
            self._moved.wait_for(lambda: not self._held)
            self._waiting -= 1
            self._held = True

    def __exit__(self, *_: object) -> None:
        with self._moved:
            self._held = False
            self._moved.notify_all()

    def pause(self, *_: object) -> None:
        """Stand back for whoever waits."""
        with self._moved:
            if self._waiting:
                self._held = False
                self._moved.notify_all()
                self._moved.wait_for(lambda: not self._held and not self._waiting)
                self._held = True


@dataclass(frozen=True, slots=True)
class _Answer:
    job: Job
    value: Any = None
    error: BaseException | None = None


class Queues(QObject):
    """Runs jobs away from the UI thread and brings answers back in the order they were asked for.

    ``changed``: an edit changed rows (Changes). ``failed``: a refusal that no form asked for.
    ``crashed``: a bug. ``busy``: how many jobs are under way. ``stepped``: a job, how much of it is
    done, and how much there is; ``ended``: that job.
    """

    changed = Signal(object)
    failed = Signal(object)
    crashed = Signal(object)
    busy = Signal(int)
    stepped = Signal(object, int, int)
    ended = Signal(object)
    _answered = Signal(object)
    paints_first = True

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.database: Any = None
        self._newest: dict[tuple[int, str], Job] = {}
        self._under_way = 0
        self._stopped = False
        self._noted: list[Job] | None = None
        self._turn = Turn()
        self._answered.connect(self._bring)
        self._held: list[tuple[ThreadPoolExecutor, Job]] = []
        self._painted = QTimer(self)
        self._painted.setSingleShot(True)
        self._painted.timeout.connect(self._send)
        self._start()

    def _start(self) -> None:
        # Qt gives the lock of Python away with every call: beside work in Python, a repaint of sixty
        # calls waited sixty times for what another thread may hold it.
        sys.setswitchinterval(SWITCH)
        gc.set_threshold(*COLLECTED)
        self._data = ThreadPoolExecutor(1, thread_name_prefix="data")
        self._render = ThreadPoolExecutor(1, thread_name_prefix="render")
        self._beside = ThreadPoolExecutor(1, thread_name_prefix="beside")

    def noting(self, asking: Callable[[], object]) -> list[Job]:
        """Everything that is asked for while this is called; edits are not."""
        before, self._noted = self._noted, []
        try:
            asking()
            return self._noted
        finally:
            self._noted = before

    def stop(self) -> None:
        """Finish what is under way and close the workspace; what is asked later is not done."""
        self._stopped = True
        self._send()
        self._beside.shutdown(wait=True)
        self._data.submit(self._let_go).result()
        self._data.shutdown(wait=True, cancel_futures=True)
        self._render.shutdown(wait=True, cancel_futures=True)

    def _let_go(self) -> None:
        if self.database is not None:
            self.database.close()
            self.database = None

    def _submit(self, queue: ThreadPoolExecutor, job: Job) -> Job:
        if self._stopped:
            return job
        if job.key is not None:
            self._newest[id(job.owner), job.key] = job
        if self._noted is not None and not job.announces:
            self._noted.append(job)
        job.progress = self._step
        self._under_way += 1
        self.busy.emit(self._under_way)
        self._held.append((queue, job))
        if self.paints_first and (job.announces or len(self._held) > 1):
            self._painted.start(0)
        else:
            self._send()
        return job

    def _send(self) -> None:
        """An edit waits until the window has painted it, and what is asked after it waits behind it."""
        held, self._held = self._held, []
        for queue, job in held:
            queue.submit(self._run, job, self._turn if queue is self._data else nullcontext())

    def _run(self, job: Job, turn: AbstractContextManager[None]) -> None:
        if self._outdated(job) or job.cancelled:
            self._tell(_Answer(job, error=Cancelled()))
            return
        if job.alone:
            self._beside.submit(
                int
            ).result()  # one after the other: what was asked before is done then
        try:
            with turn:
                answer = _Answer(job, job.work(job))
        except BaseException as error:
            answer = _Answer(job, error=error)
        self._tell(answer)

    def _step(self, job: Job, done: int, total: int) -> None:
        if self._outdated(job):
            raise Cancelled
        if shiboken6.isValid(self):
            self.stepped.emit(job, done, total)

    def _tell(self, answer: _Answer) -> None:
        if shiboken6.isValid(self):
            self._answered.emit(answer)

    def _outdated(self, job: Job) -> bool:
        if job.dropped or job.key is None:
            return job.dropped
        return self._newest.get((id(job.owner), job.key)) is not job

    def _bring(self, answer: _Answer) -> None:
        """On the UI thread: the only place where answers for dead or outdated askers are dropped."""
        self._under_way -= 1
        self.busy.emit(self._under_way)
        job, error = answer.job, answer.error
        job.ended = True
        self.ended.emit(job)
        alive = shiboken6.isValid(job.owner)
        if error is None:
            self._bring_value(job, answer.value, alive=alive)
        else:
            self._bring_error(job, error, alive=alive)
        if job.key is not None and self._newest.get((id(job.owner), job.key)) is job:
            del self._newest[id(job.owner), job.key]  # or it would hold for ever who asked

    def _bring_value(self, job: Job, value: Any, *, alive: bool) -> None:
        if not job.announces:
            if alive and not self._outdated(job):
                job.then(value)
            return
        if alive:
            job.then(value.value)
        if value.changes:
            self.changed.emit(value.changes)

    def _bring_error(self, job: Job, error: BaseException, *, alive: bool) -> None:
        if isinstance(error, Cancelled):
            if self._outdated(job):
                return
            error = UserError(STOPPED)
        if not isinstance(error, UserError):
            self.crashed.emit(error)
        elif job.refused is not None and alive:
            job.refused(error)
        else:
            self.failed.emit(error)


class Tasks(Queues):
    """What can be asked for. Work asked for with ``steps`` gets ``step`` to tell how far it is."""

    def open(
        self,
        owner: QObject,
        then: Then,
        path: Path,
        passphrase: str | None,
        author: str,
        refused: Callable[[UserError], None],
    ) -> Job:
        """Open a workspace in place of the open one; ``then`` gets its path."""

        def work(_: Job) -> Path:
            from db.database import Database

            # The open workspace stays until the other one is there; unless it is the same file.
            if self.database is not None and self.database.path.resolve() == path.resolve():
                self._let_go()
            fresh = Database.open(path, passphrase=passphrase, author=author)
            self._let_go()
            self.database = fresh
            return path

        return self._submit(self._data, Job(owner, work, then, refused, alone=True))

    def create(
        self,
        owner: QObject,
        then: Then,
        path: Path,
        name: str,
        passphrase: str | None,
        author: str,
        refused: Callable[[UserError], None],
    ) -> Job:
        """Make a workspace and open it; ``then`` gets its path."""

        def work(_: Job) -> Path:
            from db.database import Database

            fresh = Database.create(path, name=name, passphrase=passphrase, author=author)
            self._let_go()
            self.database = fresh
            return path

        return self._submit(self._data, Job(owner, work, then, refused, alone=True))

    def read(
        self,
        owner: QObject,
        then: Then,
        query: Callable[..., Any],
        *args: Any,
        key: str | None = None,
        refused: Callable[[UserError], None] | None = None,
        steps: bool = False,
        **kwargs: Any,
    ) -> Job:
        """Ask a question; a newer one of the same owner and key takes its place."""

        def work(job: Job) -> Any:
            return self.database.read(query, *args, **kwargs, **job.asks())

        return self._submit(self._data, Job(owner, work, then, refused, key, steps=steps))

    def edit(
        self,
        owner: QObject,
        then: Then,
        edit: Callable[..., Any] | str,
        *args: Any,
        refused: Callable[[UserError], None] | None = None,
        steps: bool = False,
        **kwargs: Any,
    ) -> Job:
        """Carry out an edit; ``then`` gets what it answers, pages get ``changed``.

        One that is named (``db.edits.people:add``) is loaded in the queue: the table classes come with
        it, and would hold up the window.
        """

        def work(job: Job) -> Any:
            carried = resolve_name(edit) if isinstance(edit, str) else edit
            return self.database.edit(carried, *args, **kwargs, **job.asks())

        return self._submit(
            self._data, Job(owner, work, then, refused, announces=True, steps=steps)
        )

    def undo(
        self, owner: QObject, then: Then, *, redo: bool = False, edit: str | None = None
    ) -> Job:
        """Undo (the last edit, or a chosen one) or redo; ``then`` gets the label of what was undone."""
        return self._submit(
            self._data,
            Job(
                owner,
                lambda _: self.database.redo() if redo else self.database.undo(edit),
                then,
                announces=True,
            ),
        )

    def call(
        self,
        owner: QObject,
        then: Then,
        work: Callable[..., Any],
        refused: Callable[[UserError], None] | None = None,
        *,
        steps: bool = False,
        announces: bool = False,
        alone: bool = False,
    ) -> Job:
        """Something else with the database (backup, check), in the same queue.

        ``announces``: it answers as an edit does (Done), and pages hear what changed. ``alone``: it puts
        another file in the place of this one, so ``meanwhile`` must have ended.
        """

        def asked(job: Job) -> Any:
            return work(self.database, **job.asks())

        return self._submit(
            self._data,
            Job(owner, asked, then, refused, announces=announces, steps=steps, alone=alone),
        )

    def meanwhile(self, owner: QObject, then: Then, work: Callable[[Any, Turn], Any]) -> Job:
        """Long work that lets the queue go first: ``work(database, turn)`` uses the connection inside
        ``with turn``, and calls ``turn.pause`` after every piece. It ends before the workspace is closed.
        """
        return self._submit(
            self._beside, Job(owner, lambda _: work(self.database, self._turn), then)
        )

    def render(
        self,
        owner: QObject,
        then: Then,
        make: Callable[..., Any],
        *args: Any,
        key: str | None = None,
        refused: Callable[[UserError], None] | None = None,
        steps: bool = False,
    ) -> Job:
        """Make a document or a picture beside the database queue."""

        def work(job: Job) -> Any:
            return make(*args, **job.asks())

        return self._submit(self._render, Job(owner, work, then, refused, key, steps=steps))

    def load(self, modules: Iterable[str]) -> None:
        """Import modules beside everything else, one by one; nobody waits for them, and errors come where they are used."""
        if not self._stopped:  # the window was closed before its pages were loaded
            for module in modules:
                self._render.submit(import_module, module)
            self._render.submit(gc.freeze)  # what was loaded stays, and is not looked through again
