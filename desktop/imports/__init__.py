"""Import: drop a file, look at what would happen with every line, say yes. Nothing is written before."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from desktop.desk import Desk
from desktop.imports.about import AboutList
from desktop.imports.choosing import Choosing
from desktop.imports.columns import ColumnsPanel
from desktop.imports.line import LinePanel
from desktop.imports.lines import Lines
from desktop.kit.page import Page
from desktop.kit.parts import button, label
from desktop.texts import N_, NN_
from desktop.theme import NORMAL

TITLE = N_("Import a list")
FIRST, PREVIEW = 0, 1
STACKED = 860  # effective pixels of a page below which the list and the panel take turns
WRITE = NN_("Take in {n} line", "Take in {n} lines")
WRITTEN = N_("{new} new, {changed} changed, {doubts} left for you to decide.")
UNDECIDED = NN_(
    "{n} line is not decided yet and stays out.", "{n} lines are not decided yet and stay out."
)
PAGE_OF = {"organizations": "organizations", "activities": "activities"}


class ImportPage(Page):
    """One file at a time: its plan, what the user says to it, and the one edit that follows."""

    def __init__(self, desk: Desk) -> None:
        t, icons = desk.t, desk.icons
        super().__init__(desk, t(TITLE))
        self._path: Path | None = None
        self.plan: Any = None
        self._chosen: dict[str, str] = {}
        self._decided: dict[tuple[str, int], str] = {}
        self._edited: dict[tuple[str, int], dict[str, Any]] = {}
        self.other_button = button(t(N_("Another file")), self.start, icons, icon="upload")
        self.columns_button = button(t(N_("Columns")), self.show_columns, icons, icon="list-checks")
        self.problems_button = button(
            t(N_("Save problems")), self.save_problems, icons, icon="download"
        )
        self.write_button: QPushButton = button(
            t(TITLE), self.write, icons, icon="check", kind="primary"
        )
        self._steps = (
            *(self.other_button, self.columns_button, self.problems_button, self.write_button),
        )
        for made in self._steps:
            self.buttons.addWidget(made)
        self.choosing = Choosing(desk)
        self.choosing.chosen.connect(self.load)
        self.about = AboutList(desk)
        self.about.changed.connect(self._ask)
        self.lines = Lines(desk)
        self.lines.chosen.connect(self._show_line)
        self.command(N_("Copy as table"), "Ctrl+Shift+C", self.lines.copy)
        self.line = LinePanel(desk)
        self.line.decided.connect(self._decide)
        self.line.corrected.connect(self._correct)
        self.line.closed.connect(self._close_panel)
        self.columns = ColumnsPanel(desk)
        self.columns.changed.connect(self._choose_meaning)
        self.columns.closed.connect(self._close_panel)
        self._lay_out()
        self.start()

    def open(self, row: str | None) -> None:
        """``row`` is a path, or ``activity:`` and an id whose participants are to be taken in."""
        if row is None:
            return
        kind, _, which = row.partition(":")
        if kind == "activity":
            self.start()
            self.about.ask_activity(which)
        else:
            self.load(Path(row))

    def start(self) -> None:
        """Forget the file, and wait for another."""
        self._path, self.plan = None, None
        self.about.clear()
        self.subtitle.setText(self.desk.t(N_("Nothing is written before you say yes.")))
        self.stack.setCurrentIndex(FIRST)
        for made in self._steps:
            made.hide()

    def load(self, path: Path) -> None:
        """Read a file and show what would happen."""
        from db.imports.likely import likely_target

        self._path = path
        self._chosen, self._decided, self._edited = {}, {}, {}
        self.choosing.tell("")
        self.desk.tasks.read(
            self, self._guessed, likely_target, path, key="plan", refused=self._refused
        )

    def write(self) -> None:
        """Carry out the plan, as one edit."""
        if self.plan is not None:
            self.write_button.setEnabled(False)
            self.desk.tasks.call(self, lambda _: self._write(), _ready)

    def save_problems(self) -> None:
        """The file as it was, with what is to be looked at as comments at its cells."""
        from exports import document
        from exports.lists.annotated import annotated

        t, tasks = self.desk.t, self.desk.tasks
        if self._path is None or self.plan is None:
            return
        place = self.desk.dialogs.save_file(
            t(N_("Where to save the file with its problems")),
            f"{self._path.stem} – {t(N_('problems'))}.xlsx",
            t(N_("Excel files (*.xlsx)")),
        )
        if place is None:
            return

        def save(content: bytes) -> None:
            said = t(N_("Saved as {name}"), name=place.name)
            tasks.render(
                *(self, lambda _: self.desk.navigation.say(said), document.save, content, place),
                refused=self._refused,
            )

        tasks.render(self, save, annotated, self._path, self.plan, t, refused=self._refused)

    def show_columns(self) -> None:
        """What each column means, to change it."""
        if self.plan is not None:
            self.columns.show_plan(self.plan)
            self._show_panel(self.columns)

    def _lay_out(self) -> None:
        self._undecided = label("", "muted", wrap=True)
        self._left = QWidget()
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(self.desk.theme.px(10))
        left.addWidget(self.about)
        left.addWidget(self.lines, 1)
        left.addWidget(self._undecided)
        preview = QWidget()
        across = QHBoxLayout(preview)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(self.desk.theme.px(12))
        across.addWidget(self._left, 1)
        for panel in (self.line, self.columns):
            panel.hide()
            across.addWidget(panel)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.choosing)
        self.stack.addWidget(preview)
        self.box.addWidget(self.stack, 1)

    def _guessed(self, target: str) -> None:
        self.about.show_target(target)
        self._ask()

    def _ask(self) -> None:
        if self._path is None:
            return
        from db.imports.plan import Wishes
        from db.imports.preview import preview

        wishes = Wishes(
            *(self.about.activity, self.about.session, self._chosen or None),
            *(self._decided, self._edited),
        )
        self.desk.tasks.read(
            *(self, self._show, preview, self._path, self.about.target, wishes),
            key="plan",
            refused=self._refused,
            steps=True,
        )

    def _show(self, plan: Any) -> None:
        from db.imports.plan import DOUBT

        t = self.desk.t
        self.plan = plan
        self.subtitle.setText(plan.file)
        self.stack.setCurrentIndex(PREVIEW)
        self.other_button.show()
        self.columns_button.show()
        self.problems_button.setVisible(any(line.findings for line in plan.lines))
        self.about.show_plan(plan)
        self.lines.show_plan(plan)
        if self.columns.isVisible():
            self.columns.show_plan(plan)
        written = sum(line.written for line in plan.lines)
        self.write_button.setText(f"  {t.count(*WRITE, written)}")
        self.write_button.setAccessibleName(t.count(*WRITE, written))
        self.write_button.setEnabled(bool(written))
        self.write_button.show()
        doubts = plan.counts()[DOUBT]
        self._undecided.setText(t.count(*UNDECIDED, doubts) if doubts else "")
        self._undecided.setVisible(bool(doubts))

    def _refused(self, error: Any) -> None:
        said = self.desk.t(error.text, **error.facts)
        if self.plan is None:
            self._path = None
            self.choosing.tell(said)
        else:
            self.about.tell(said)

    def _show_line(self, line: Any) -> None:
        if line is None:
            return
        self.line.show_line(line, self.about.target)
        self._show_panel(self.line)

    def _show_panel(self, panel: QWidget) -> None:
        """A panel beside the list, or in its place where there is no room for both."""
        stacked = self.width() * NORMAL / self.desk.theme.base < STACKED
        self._left.setVisible(not stacked)
        for one in (self.line, self.columns):
            one.setVisible(one is panel)
            one.setMaximumWidth(self.width() if stacked else self.desk.theme.px(380))
            one.setMinimumWidth(self.desk.theme.px(300))

    def _close_panel(self) -> None:
        self.line.hide()
        self.columns.hide()
        self._left.show()
        self.lines.focus()

    def _decide(self, place: tuple[str, int], decision: str | None) -> None:
        if decision is None:
            self._decided.pop(place, None)
        else:
            self._decided[place] = decision
        self._ask()

    def _correct(self, place: tuple[str, int], values: dict[str, Any]) -> None:
        self._edited.setdefault(place, {}).update(values)
        self._ask()

    def _choose_meaning(self, column: str, meaning: str) -> None:
        self._chosen[column] = meaning
        self._ask()

    def _write(self) -> None:
        target = self.about.target
        self.desk.tasks.edit(
            *(self, self._written, _writer(target), self.plan),
            refused=self._not_written,
            steps=target not in PAGE_OF,  # directories and work plans are short
        )

    def _not_written(self, error: Any) -> None:
        self.write_button.setEnabled(True)
        self._refused(error)

    def _written(self, done: Any) -> None:
        target = self.about.target
        said = self.desk.t(WRITTEN, new=done.new, changed=done.changed, doubts=done.doubts)
        activity = getattr(done, "activity", None)
        self.start()
        self.lines.clear()
        self.desk.navigation.say(said, undoable=True)
        if activity is not None:
            self.desk.navigation.go("attendance", activity)
        else:
            self.desk.navigation.go(PAGE_OF.get(target, "people"))


def _writer(target: str) -> Callable[..., Any]:
    from db.imports import writing, writing_others

    others: dict[str, Callable[..., Any]] = {
        "organizations": writing_others.organizations,
        "activities": writing_others.work_plans,
    }
    return others.get(target, writing.people)


def _ready(_: Any) -> None:
    """Load the table classes in the queue of the database, where they hold nobody up."""
    import db.imports.writing_others  # noqa: F401
