"""Steps of plans as a board: a column for each status; a card is moved by dragging it, or by Ctrl with an arrow."""

from functools import partial
from itertools import zip_longest
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from db.queries import action_plans as questions
from db.queries import vocabularies
from db.queries.action_plans import StepRow
from db.queries.vocabularies import TermRow
from desktop.desk import Desk
from desktop.kit.page import Page
from desktop.kit.parts import button, empty_out, label, scrolling
from desktop.kit.places import filtered
from desktop.plans.card import CARD, CardDelegate, CardText
from desktop.plans.form import step_time
from desktop.plans.tabs import PlanTabs
from desktop.texts import N_

_ROW = Qt.ItemDataRole.UserRole
LEAST = 150  # pixels of the design of a column
MOST = 100  # cards of a column; the others stand in the list
PIECE = 40  # cards that are made in one turn of the event loop
UNKNOWN = "step_status:unknown"
MORE = N_("{n} more …")
MOVED = N_("“{what}” is now: {status}")


class Lane(QListWidget):
    """One status. ``leaving``: the cursor goes that many columns on; ``dropped``: a step, by its id, was laid here."""

    leaving = Signal(int)
    dropped = Signal(str)

    def __init__(self, desk: Desk, name: str) -> None:
        super().__init__()
        self.setObjectName("lane")
        self.setAccessibleName(name)
        self.setUniformItemSizes(True)
        self.setItemDelegate(CardDelegate(desk.theme, desk.icons, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.installEventFilter(self)

    def step(self) -> str | None:
        """The step that the user stands on."""
        chosen = self.selectedItems()
        return str(chosen[0].data(_ROW)) if chosen else None

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """The database moves it; the board is read anew."""
        source = event.source()
        if isinstance(source, Lane) and source is not self and source.step():
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.dropped.emit(source.step())

    def eventFilter(self, _: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        steps = {int(Qt.Key.Key_Left): -1, int(Qt.Key.Key_Right): 1}
        if event.key() not in steps:
            return False
        self.leaving.emit(steps[event.key()])
        return True


class BoardPage(Page):
    """Every open plan, or one district of them."""

    tables = frozenset({"action_plan", "action_step", "term"})

    def __init__(self, desk: Desk) -> None:
        t = desk.t
        super().__init__(desk, t(N_("Board")))
        self.subtitle.setText(t(N_("Drag a step to another column, or press Ctrl with ← or →.")))
        self._steps: list[StepRow] = []
        self._terms: list[TermRow] = []
        self._lanes: list[Lane] = []
        self._waiting: list[tuple[Lane, StepRow]] = []
        self._wanted: str | None = None
        self.places = QComboBox()
        self.places.setAccessibleName(t(N_("District")))
        self.places.setMinimumContentsLength(18)
        self.places.activated.connect(lambda _: self._fill())
        self.buttons.addWidget(self.places)
        self.tabs = PlanTabs(desk, self, "board")
        inside = QWidget()
        self._across = QHBoxLayout(inside)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(desk.theme.px(10))
        area = scrolling(inside)
        area.setObjectName("page")
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.box.addWidget(area, 1)
        self.command(N_("Move the step to the right"), "Ctrl+Right", lambda: self._move_current(1))
        self.command(N_("Move the step to the left"), "Ctrl+Left", lambda: self._move_current(-1))

    def reload(self) -> None:
        self.desk.tasks.read(self, self._show, _board, key="board")

    def move_to(self, step: str, status: str) -> None:
        """Give a step another status."""
        t = self.desk.t
        row = next(one for one in self._steps if one.id == step)
        label_of = {term.id: t.label(term.label) for term in self._terms}
        said = t(MOVED, what=row.what, status=label_of[status])
        self._wanted = step
        self.desk.tasks.edit(
            self,
            lambda _: self.desk.navigation.say(said, undoable=True),
            *("db.edits.action_steps:move", step, status),
        )

    def _show(self, found: tuple[list[StepRow], list[TermRow]]) -> None:
        self._steps, self._terms = found
        chosen = self.places.currentData()
        self.places.clear()
        self.places.addItem(self.desk.t(N_("All districts")), None)
        for place in sorted({one.district for one in self._steps if one.district}):
            self.places.addItem(place, place)
        self.places.setCurrentIndex(max(self.places.findData(chosen), 0))
        self._fill()

    def _fill(self) -> None:
        t, px = self.desk.t, self.desk.theme.px
        empty_out(self._across)
        self._lanes = []
        waiting: list[list[tuple[Lane, StepRow]]] = []
        place = self.places.currentData()
        for number, term in enumerate(self._terms):
            steps = [
                one
                for one in self._steps
                if (one.status_id or UNKNOWN) == term.id and place in (None, one.district)
            ]
            lane = Lane(self.desk, f"{t.label(term.label)} ({t.number(len(steps))})")
            lane.leaving.connect(partial(self._leave, number))
            lane.dropped.connect(partial(self._dropped, term.id))
            lane.itemActivated.connect(
                lambda item: self.desk.navigation.go("steps", item.data(_ROW))
            )
            waiting.append([(lane, step) for step in steps[:MOST]])
            column = QWidget()
            down = QVBoxLayout(column)
            down.setContentsMargins(0, 0, 0, 0)
            down.addWidget(label(lane.accessibleName(), "heading"))
            down.addWidget(lane, 1)
            if len(steps) > MOST:
                down.addWidget(self._way_on(term, len(steps) - MOST))
            column.setMinimumWidth(px(LEAST))
            self._across.addWidget(column, 2 if steps else 1)
            self._lanes.append(lane)
        # The heads of all lanes first, then what lies below them, piece by piece.
        self._waiting = [one for line in zip_longest(*waiting) for one in line if one is not None]
        self._more(self._waiting)

    def _way_on(self, term: TermRow, left: int) -> QPushButton:
        """To the list of all steps of a status."""
        t = self.desk.t
        status = (term.id, None) if term.id == UNKNOWN else term.id
        made = button(
            t(MORE, n=t.number(left)),
            partial(self.desk.navigation.go, "steps", filtered(status=status)),
            self.desk.icons,
            kind="link",
        )
        made.setAccessibleName(f"{t.label(term.label)}: {made.text()}")
        return made

    def _more(self, waiting: list[tuple[Lane, StepRow]]) -> None:
        if waiting is not self._waiting:  # filled anew meanwhile
            return
        for lane, step in waiting[:PIECE]:
            lane.addItem(self._card(step))
        del waiting[:PIECE]
        if waiting:
            QTimer.singleShot(0, self, lambda: self._more(waiting))
        else:
            self._stand()

    def _card(self, step: StepRow) -> QListWidgetItem:
        t = self.desk.t
        progress = t.percent(step.progress / 100) if step.progress is not None else ""
        late = t(N_("late")) if step.late else ""
        where = _joined(step.district, step.who)
        when = _joined(late, step_time(t, step), progress)
        item = QListWidgetItem(f"{step.what}\n{_joined(where, when)}")
        item.setToolTip(f"{step.plan}\n{item.text()}")
        item.setData(_ROW, step.id)
        item.setData(CARD, CardText(step.what, where, when, bool(step.late)))
        return item

    def _stand(self) -> None:
        """On the card that was moved."""
        if self._wanted is None:
            return
        for lane in self._lanes:
            for place in range(lane.count()):
                if lane.item(place).data(_ROW) == self._wanted:
                    lane.setCurrentRow(place)
                    lane.setFocus()
        self._wanted = None

    def _leave(self, number: int, by: int) -> None:
        """The cursor goes to the next column."""
        if 0 <= number + by < len(self._lanes):
            lane = self._lanes[number + by]
            lane.setFocus()
            if lane.currentIndex() == QModelIndex():
                lane.setCurrentRow(0)

    def _dropped(self, status: str, step: str) -> None:
        self.move_to(step, status)

    def _move_current(self, by: int) -> None:
        """The card of the cursor goes to the next column."""
        for number, lane in enumerate(self._lanes):
            step = lane.step()
            if lane.hasFocus() and step and 0 <= number + by < len(self._lanes):
                self.move_to(step, self._terms[number + by].id)
                return


def _joined(*parts: str | None) -> str:
    return " · ".join(part for part in parts if part)


def _board(reader: Any) -> tuple[list[StepRow], list[TermRow]]:
    return questions.steps(reader), vocabularies.terms(reader, "step_status")
