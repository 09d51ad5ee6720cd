"""What is under way: how far it is, and the way to stop it. It comes only with work that takes long."""

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from desktop.jobs import Job
from desktop.kit.icons import Icons
from desktop.kit.parts import button
from desktop.tasks import Tasks
from desktop.texts import N_, Texts
from desktop.theme import Theme


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
