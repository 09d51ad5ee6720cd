"""What a list is about: which things it lists, and of which activity and session."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from db.queries import activities
from desktop.desk import Desk
from desktop.kit import picks
from desktop.kit.fields import ChoiceField
from desktop.kit.parts import label
from desktop.kit.wording import said_when
from desktop.texts import N_

TARGETS = {
    "people": N_("Members"),
    "participants": N_("Participants of an activity"),
    "attendance": N_("Attendance of a session"),
    "organizations": N_("Organizations"),
    "activities": N_("Work plan: activities"),
}
OF_ACTIVITY = frozenset({"participants", "attendance"})
READ_ABOVE = N_("Above the list: {title}. Choose the activity, or leave it empty to make this one.")
CHOOSE_ACTIVITY = N_("Choose the activity that this list belongs to.")


class AboutList(QWidget):
    """``changed`` when the user says something else."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        t = desk.t
        self.kind = ChoiceField(
            desk, "target", t(N_("What the file lists")), [(k, t(v)) for k, v in TARGETS.items()]
        )
        self.activity_field = picks.field(desk, "activity", t(N_("Activity")), picks.activities())
        self.session_field = ChoiceField(
            desk, "session", t(N_("Session")), [], empty=t(N_("By date or column"))
        )
        self.kind.edited.connect(self._other_kind)
        self.activity_field.edited.connect(self._other_activity)
        self.session_field.edited.connect(self.changed)
        line = QHBoxLayout()
        line.setSpacing(desk.theme.px(10))
        for field in (self.kind, self.activity_field, self.session_field):
            line.addWidget(field, 1)
            field.setMaximumWidth(desk.theme.px(420))
        line.addStretch(0)
        self._said = label("", "muted", wrap=True)
        self._problem = label("", "problem", wrap=True)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addLayout(line)
        box.addWidget(self._said)
        box.addWidget(self._problem)
        self._show_fields()
        self.tell("")

    @property
    def target(self) -> str:
        """What the file lists; a key of TARGETS."""
        return str(self.kind.read_value())

    @property
    def activity(self) -> str | None:
        """The activity that the list is of, where that is said."""
        return self.activity_field.read_value() if self.target in OF_ACTIVITY else None

    @property
    def session(self) -> str | None:
        """The session that the list is of, where that is said."""
        return self.session_field.read_value() if self.target in OF_ACTIVITY else None

    def clear(self) -> None:
        """Forget what was said."""
        self.kind.show_value("people")
        self.activity_field.show_value(None)
        self.session_field.set_options([])
        self.tell("")
        self._show_fields()

    def show_target(self, target: str) -> None:
        """What the file most likely lists; an activity that was named before stays."""
        named = self.activity_field.read_value() is not None
        self.kind.show_value("participants" if named and target == "people" else target)
        self.tell("")
        self._show_fields()

    def ask_activity(self, row: str) -> None:
        """Lists that are read next are of this activity."""
        self._desk.tasks.read(self, self._show_activity, activities.card, row, key="card")

    def show_plan(self, plan: Any) -> None:
        """Say what stands above the list of the activity."""
        t, offer = self._desk.t, plan.offer
        told = [offer.title, said_when(t, offer.starts, offer.ends), offer.venue]
        title = " · ".join(part for part in told if part)
        if self.target not in OF_ACTIVITY or self.activity is not None:
            said = ""
        else:
            said = t(READ_ABOVE, title=title) if title else t(CHOOSE_ACTIVITY)
        self._said.setText(said)
        self._said.setVisible(bool(said))
        self.tell("")

    def tell(self, problem: str) -> None:
        """Why the list cannot be taken so."""
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))

    def _show_fields(self) -> None:
        of_activity = self.target in OF_ACTIVITY
        self.activity_field.setVisible(of_activity)
        self.session_field.setVisible(of_activity)
        self._said.setVisible(of_activity and bool(self._said.text()))

    def _other_kind(self) -> None:
        self._show_fields()
        self.changed.emit()

    def _other_activity(self) -> None:
        row = self.activity_field.read_value()
        if row is not None:
            self.ask_activity(row)
        else:
            self.session_field.set_options([])
        self.changed.emit()

    def _show_activity(self, card: activities.ActivityCard | None) -> None:
        if card is None:
            return
        self.activity_field.show_value((card.row.id, card.row.title))
        self.session_field.set_options(
            [(one.id, f"{one.number}. {one.topic or one.date or ''}") for one in card.sessions]
        )
