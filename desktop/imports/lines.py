"""The lines of a file with what will happen to each, and chips that show one kind alone."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.desk import Desk
from desktop.kit.copying import put_held
from desktop.kit.parts import Card, empty_out
from desktop.kit.table import Column, HeldModel, TableView
from desktop.texts import N_, Texts

ALL = ""
EVERY = N_("All")
NAMES = ("full_name", "name", "title")
TWIN = N_("the same person as line {line}")
LOOK_FIRST = ("doubt", "problem")


class Lines(QWidget):
    """``chosen`` carries the line that the user stands on."""

    chosen = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._all: list[Any] = []
        self._sheets = 0
        self._place: tuple[str, int] | None = None
        self.filter = ALL
        self._chips = QButtonGroup(self)
        self._chips.setExclusive(True)
        self._row = QHBoxLayout()
        self._row.setSpacing(desk.theme.px(6))
        self.model: HeldModel[Any] = HeldModel(columns(desk.t, self._where), self)
        self.table = TableView(desk.theme, self.model, desk.t(N_("Lines of the file")))
        self.table.chosen.connect(self._choose)
        self.table.activated.connect(lambda _: self._choose(self.table.current()))
        card = Card(desk.theme, padding=1)
        card.box.addWidget(self.table)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addLayout(self._row)
        box.addWidget(card, 1)

    def show_plan(self, plan: Any) -> None:
        """Show the lines of a plan; the cursor and the filter stay where they were."""
        self._all = plan.lines
        self._sheets = len({table.sheet for table in plan.tables})
        self._make_chips(plan.counts())
        self._fill()

    def clear(self) -> None:
        """Show nothing."""
        self._all, self._place, self.filter = [], None, ALL
        self._fill()

    def focus(self) -> None:
        """Give the keyboard to the list."""
        self.table.setFocus()

    def show_only(self, action: str) -> None:
        """Lines of one action alone; all of them where it is empty."""
        self.filter = action
        for chip in self._chips.buttons():
            chip.setChecked(chip.property("action") == action)
        self._fill()

    def _make_chips(self, counts: dict[str, int]) -> None:
        from db.imports.plan import ACTIONS

        for chip in self._chips.buttons():
            self._chips.removeButton(chip)
        empty_out(self._row)
        t = self._desk.t
        if not counts.get(self.filter, 0):
            self.filter = ALL
        self._row.addWidget(self._chip(ALL, t(EVERY), len(self._all)))
        for action, count in counts.items():
            if count:
                self._row.addWidget(self._chip(action, t(ACTIONS[action]), count))
        self._row.addStretch(1)

    def _chip(self, action: str, title: str, count: int) -> QPushButton:
        made = QPushButton(f"{title} {self._desk.t.number(count)}")
        made.setProperty("action", action)
        made.setProperty("kind", "ghost")
        made.setAutoDefault(True)
        made.setCheckable(True)
        made.setChecked(action == self.filter)
        made.setAccessibleName(made.text())
        made.clicked.connect(lambda: self.show_only(action))
        self._chips.addButton(made)
        return made

    def _fill(self) -> None:
        shown = [one for one in self._all if self.filter in (ALL, one.action)]
        self.model.show_rows(shown)
        places = [(one.sheet, one.line) for one in shown]
        if self._place in places:
            position = places.index(self._place)
            self.table.setCurrentIndex(self.model.index(position, 0))
            self._choose(shown[position])

    def _where(self, line: Any) -> str:
        number = self._desk.t.number(line.line)
        return f"{line.sheet} {number}" if self._sheets > 1 else number

    def copy(self) -> None:
        """The lines that are shown, as a table."""
        put_held(self._desk, self.table, self.model.rows)

    def _choose(self, line: Any) -> None:
        if line is not None:
            self._place = (line.sheet, line.line)
            self.chosen.emit(line)


def columns(t: Texts, where: Callable[[Any], str]) -> tuple[Column[Any], ...]:
    """What the list shows of a line; ``where`` says its place in the file."""
    from db.imports.plan import ACTIONS

    return (
        Column(t(N_("Line")), where, 90, spare=True),
        Column(t(N_("What happens")), lambda one: t(ACTIONS[one.action]), 150),
        Column(t(N_("Name")), named, strong=True),
        Column(t(N_("To look at")), lambda one: to_look_at(t, one)),
    )


def named(line: Any) -> str:
    """What a line is about: the name in it, or the text of a line that is left out."""
    return next((str(line.fields[key]) for key in NAMES if line.fields.get(key)), line.text)


def to_look_at(t: Texts, line: Any) -> str:
    """Doubts and problems first, then whom the line is taken for, then notes."""
    order = {"problem": 0, "doubt": 1, "note": 2}
    said = [
        t(one.text, **one.facts) for one in sorted(line.findings, key=lambda f: order[f.severity])
    ]
    if line.match is not None:
        whom = line.match.name
        if line.match.id is None and line.match.line is not None:
            whom = t(TWIN, line=line.match.line)
        said.insert(0, f"≈ {whom}" if line.action in LOOK_FIRST else f"= {whom}")
    if line.action == "update":
        veiled = line.match is not None and line.match.veiled
        said += [changed(t, one, veiled=veiled) for one in line.changes]
    return "; ".join(said)


def changed(t: Texts, change: Any, *, veiled: bool) -> str:
    """What a line would change: the field, with old and new where they are words and no references.

    ``veiled``: of a protected person the field alone is told.
    """
    from db.imports.returning import MARK
    from db.queries.records import Field
    from db.rules.attendance import LABELS
    from exports.kit.fields import column_words
    from exports.kit.fields import said as in_words

    if change.field.startswith(MARK):
        old, new = (t(LABELS[value]) if value else "–" for value in (change.old, change.new))
        return f"{t(N_('Attendance'))}: {old} → {new}"
    label = column_words(t, "person", change.field)
    if veiled or change.field.endswith("_id"):
        return f"{label} →"
    old, new = (
        "–" if value is None else in_words(t, "person", Field(change.field, value, "text"))
        for value in (change.old, change.new)
    )
    return f"{label}: {old} → {new}"
