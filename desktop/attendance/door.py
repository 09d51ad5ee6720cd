"""Check-in at the door: large letters, a name or a badge, and who came is greeted."""

import datetime as dt

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLabel, QListWidget, QListWidgetItem

from db.queries import participants as questions
from db.queries.participants import Grid, ParticipantRow
from db.rules.attendance import THERE
from desktop.desk import Desk
from desktop.kit import camera
from desktop.kit.page import Page
from desktop.kit.parts import button, label
from desktop.kit.typing import Line
from desktop.kit.wording import said_date
from desktop.texts import N_

BADGE = "rembuk:p:"
SHOWN = 6
HINT = N_("Type a name or scan the badge")
WELCOME = N_("Welcome, {name}")
LATE = N_("Welcome, {name} – you are late")
AGAIN = N_("{name} is here already")
UNKNOWN = N_("This badge is of nobody on the list.")
NOBODY = N_("Nobody of this name is on the list. Press Enter once more to add “{name}”.")
COUNTED = N_("{there} of {people} are here")
_ROW = Qt.ItemDataRole.UserRole


class DoorPage(Page):
    """For a laptop that stands at the door; a USB scanner types what it reads and presses Enter."""

    tables = frozenset(
        {"attendance", "participation", "activity_session", "person", "organization"}
    )

    def __init__(self, desk: Desk) -> None:
        t = desk.t
        super().__init__(desk, t(N_("Check-in at the door")))
        self._place = self._activity = self._session = ""
        self._grid: Grid | None = None
        self._new: str | None = None
        self.sessions = QComboBox()
        self.sessions.setAccessibleName(t(N_("Session")))
        self.sessions.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.sessions.activated.connect(lambda _: self._choose_session())
        done = button(t(N_("Done")), self.leave, desk.icons, kind="primary")
        self.camera_button = button(t(N_("Camera")), self.switch_camera, desk.icons, icon="camera")
        self.camera_button.setVisible(camera.there())
        for made in (self.sessions, self.camera_button, done):
            self.buttons.addWidget(made)
        self.counted = label("", "number")
        self.said = label("", "greeting", wrap=True)
        self.said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.said.setMinimumHeight(desk.theme.px(50))
        self.line = Line()
        self.line.setObjectName("door")
        self.line.setPlaceholderText(t(HINT))
        self.line.setAccessibleName(t(HINT))
        self.line.textChanged.connect(self._narrow)
        self.line.returnPressed.connect(self._enter)
        self.line.installEventFilter(self)
        self.list = QListWidget()
        self.list.setObjectName("door")
        self.list.setAccessibleName(t(N_("People on the list")))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.itemClicked.connect(lambda item: self._come(item.data(_ROW)))
        self._camera: QLabel | None = None
        for widget in (self.counted, self.said, self.line):
            self.box.addWidget(widget)
        self.box.addWidget(self.list, 1)
        self.command(N_("Back to the attendance"), "Escape", self.leave)

    def open(self, row: str | None) -> None:
        if row is not None:
            self.said.setText("")
            if row != self._place:
                self._place = row
                self._activity, _, self._session = row.partition(":")
                self.refresh()
            self.line.setFocus()

    def reload(self) -> None:
        if self._activity:
            self.desk.tasks.read(self, self._show, questions.grid, self._activity, key="grid")

    def leave(self) -> None:
        """Back to the grid."""
        if isinstance(self._camera, camera.Camera):
            self._camera.stop()
        self.desk.navigation.go("attendance", self._activity)

    def switch_camera(self) -> None:
        """Let the camera read badges, or no more."""
        if not isinstance(self._camera, camera.Camera):
            made = camera.Camera(self.desk)
            made.setAccessibleName(self.desk.t(N_("What the camera sees")))
            made.read.connect(self._scanned)
            self.box.insertWidget(1, made, alignment=Qt.AlignmentFlag.AlignCenter)
            made.start()
            self._camera = made
        else:
            self._camera.stop()
            self._camera.hide()
            self._camera.deleteLater()
            self._camera = None

    def eventFilter(self, _: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Arrows choose among the names while the line keeps the keyboard."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        steps = {int(Qt.Key.Key_Down): 1, int(Qt.Key.Key_Up): -1}
        if event.key() not in steps or not self.list.count():
            return False
        place = self.list.currentRow() + steps[event.key()]
        self.list.setCurrentRow(min(max(place, 0), self.list.count() - 1))
        return True

    def _show(self, grid: Grid | None) -> None:
        if grid is None:
            return
        t = self.desk.t
        self._grid = grid
        self.subtitle.setText(grid.title)
        self.sessions.clear()
        for head in grid.sessions:
            parts = (t(N_("Session {number}"), number=head.number), said_date(t, head.date))
            self.sessions.addItem(" · ".join(part for part in parts if part), head.id)
        place = self.sessions.findData(self._session)
        self.sessions.setCurrentIndex(max(place, 0))
        self._session = str(self.sessions.currentData() or "")
        self._count()
        self._narrow()

    def _choose_session(self) -> None:
        self._session = str(self.sessions.currentData() or "")
        self._count()
        self._narrow()

    def _position(self) -> int | None:
        if self._grid is None:
            return None
        ids = [head.id for head in self._grid.sessions]
        return ids.index(self._session) if self._session in ids else None

    def _count(self) -> None:
        position = self._position()
        if self._grid is not None and position is not None:
            self.counted.setText(
                self.desk.t(COUNTED, there=self._grid.there(position), people=len(self._grid.rows))
            )

    def _narrow(self) -> None:
        """Names that have every typed word."""
        from db.rules.names import fold

        self._new = None
        self.list.clear()
        words, position = fold(self.line.text()).split(), self._position()
        if self._grid is None or not words or position is None:
            return
        for row in self._grid.rows:
            if all(word in fold(row.full_name) for word in words):
                tick = "✓ " if row.marks[position] in THERE else ""
                parts = (f"{tick}{self.desk.guard.name(row)}", row.organization)
                item = QListWidgetItem(" · ".join(part for part in parts if part))
                item.setData(_ROW, row.id)
                self.list.addItem(item)
                if self.list.count() >= SHOWN:
                    break
        self.list.setCurrentRow(0)

    def _enter(self) -> None:
        text = self.line.text().strip()
        if text.startswith(BADGE):
            self._scanned(text)
            return
        if self.list.count():
            self._come(self.list.currentItem().data(_ROW))
        elif text and self._new == text:
            self._walk_in(text)
        elif text:
            self._new = text
            self._say(self.desk.t(NOBODY, name=text), "warn")

    def _scanned(self, text: str) -> None:
        row = text.removeprefix(BADGE)
        known = self._row(row)
        self.line.clear()
        if known is None:
            self._say(self.desk.t(UNKNOWN), "bad")
        else:
            self._come(known.id)

    def _row(self, row: str) -> ParticipantRow | None:
        """Who is meant by a badge, or by a line of the list."""
        rows = () if self._grid is None else self._grid.rows
        return next((one for one in rows if row in (one.id, one.person_id)), None)

    def _come(self, participation: str) -> None:
        row, position = self._row(participation), self._position()
        if row is None or position is None or self._grid is None:
            return
        self.line.clear()
        if row.marks[position] in THERE:
            self._say(self.desk.t(AGAIN, name=self.desk.guard.name(row)), "warn")
            return
        now = dt.datetime.now().astimezone()
        today = self._grid.sessions[position].date == now.date().isoformat()
        arrived = f"{now:%H:%M}" if today else None
        cells = [(row.id, self._session, "present", arrived)]
        self.desk.tasks.edit(
            *(self, lambda _: self._greet(row.id), "db.edits.participants:check_in", cells)
        )

    def _greet(self, participation: str) -> None:
        """Said with the mark as it was written: whoever came late hears it."""

        def shown(grid: Grid | None) -> None:
            self._show(grid)
            row, position = self._row(participation), self._position()
            if row is not None and position is not None:
                late = row.marks[position] == "late"
                text = LATE if late else WELCOME
                self._say(
                    self.desk.t(text, name=self.desk.guard.name(row)), "warn" if late else "ok"
                )

        self.desk.tasks.read(self, shown, questions.grid, self._activity, key="greeting")

    def _walk_in(self, name: str) -> None:
        self.line.clear()
        self.desk.tasks.edit(
            *(self, self._greet, "db.edits.participants:walk_in_new"),
            *(self._activity, name, self._session),
        )

    def _say(self, text: str, state: str) -> None:
        self.said.setText(text)
        self.said.setAccessibleName(text)
        self.said.setProperty("state", state)
        self.said.style().unpolish(self.said)
        self.said.style().polish(self.said)
