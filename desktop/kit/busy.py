"""What is under way: how far it is, and the way to stop it. It comes only with work that takes long."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QWidget

from desktop.jobs import Job
from desktop.kit.icons import Icons
from desktop.kit.parts import button
from desktop.tasks import Tasks
from desktop.texts import N_, Texts
from desktop.theme import Theme

SAVED = N_("Everything is saved on this computer")
WORKING = N_("Working …")
LASTING = 200  # milliseconds after which it is said that work is under way


class State(QLabel):
    """Whether everything is saved. What is done in a moment is not said: the line would flicker with every key."""

    def __init__(self, tasks: Tasks, t: Texts) -> None:
        super().__init__()
        self._t = t
        self._open = False
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(LASTING)
        self._wait.timeout.connect(lambda: self.setText(t(WORKING)))
        tasks.busy.connect(self._count)

    def show_open(self, *, open: bool) -> None:  # noqa: A002 - the word for it
        """Where no workspace is open, nothing is saved."""
        self._open = open
        self._count(0)

    def _count(self, jobs: int) -> None:
        if not jobs:
            self._wait.stop()
            self.setText(self._t(SAVED) if self._open else "")
        elif not self._wait.isActive():
            self._wait.start()


class Busy(QWidget):
    """A bar for the job that told last how far it is; it takes the room of ``instead``."""

    def __init__(
        self, tasks: Tasks, theme: Theme, t: Texts, icons: Icons, instead: QWidget
    ) -> None:
        super().__init__()
        self._instead = instead
        self._job: Job | None = None
        self._t = t
        self.bar = QProgressBar()
        self.bar.setFixedSize(theme.px(160), theme.px(8))
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(t(N_("Progress")))
        self.stop_button = button(t(N_("Stop")), self._stop, icons, kind="link")
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.px(8))
        box.addWidget(self.bar)
        box.addWidget(self.stop_button)
        tasks.stepped.connect(self._show)
        tasks.ended.connect(self._hide)
        self.hide()

    def _show(self, job: Job, done: int, total: int) -> None:
        self._job = job
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.bar.setAccessibleDescription(self._t.percent(done / total if total else 0))
        self.stop_button.setEnabled(not job.cancelled)
        self._instead.hide()
        self.show()

    def _hide(self, job: Job) -> None:
        if job is self._job:
            self._job = None
            self.hide()
            self._instead.show()

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self.stop_button.setEnabled(False)
