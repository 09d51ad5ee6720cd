"""What each column of the file means, to be changed; the choice is remembered for the same headings."""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.desk import Desk
from desktop.kit.fields import ChoiceField
from desktop.kit.parts import button, label
from desktop.texts import N_, Texts

UNSURE = N_("Please look: Rembuk is not sure about this column.")


class ColumnsPanel(QFrame):
    """``changed``: heading or letter of a column, and its new meaning."""

    changed = Signal(str, str)
    closed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("detail")
        self._desk = desk
        self.fields: dict[str, ChoiceField] = {}
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll = scroll
        close = button(desk.t(N_("Close")), self.closed.emit, desk.icons)
        box = QVBoxLayout(self)
        box.setContentsMargins(*(desk.theme.px(16),) * 4)
        box.addWidget(label(desk.t(N_("What the columns mean")), "heading"))
        box.addWidget(scroll, 1)
        box.addWidget(close)

    def show_plan(self, plan: Any) -> None:
        """A choice for each column that has something in it; tables with the same headings share theirs."""
        t = self._desk.t
        meanings = _meanings(t, plan.target)
        inside = QWidget()
        inside.setObjectName("form")
        box = QVBoxLayout(inside)
        box.setContentsMargins(0, 0, self._desk.theme.px(8), 0)
        self.fields = {}
        for table in plan.tables:
            for column, sample in zip(table.columns, table.samples, strict=True):
                name = column.heading or column.letter
                if name in self.fields or not (column.heading or sample):
                    continue
                title = f"{column.letter} · {column.heading or '–'}"
                if sample:
                    title = f"{title}  ({sample[:24]})"
                field = ChoiceField(self._desk, name, title, meanings)
                field.show_value(column.meaning)
                if not column.sure:
                    field.tell(t(UNSURE))
                field.edited.connect(partial(self._choose, name))
                self.fields[name] = field
                box.addWidget(field)
        box.addStretch(1)
        place = self._scroll.verticalScrollBar().value()
        self._scroll.setWidget(inside)
        self._scroll.verticalScrollBar().setValue(place)

    def _choose(self, name: str) -> None:
        self.changed.emit(name, str(self.fields[name].read_value()))


def _meanings(t: Texts, target: str) -> list[tuple[str, str]]:
    from db.imports import fields
    from db.imports.columns import MEANINGS

    possible = MEANINGS[target] | {fields.IGNORED, fields.NUMBER, fields.SIGNATURE}
    return sorted(
        ((key, t(text)) for key, text in fields.LABELS.items() if key in possible),
        key=lambda one: (one[0] == fields.IGNORED, one[1].casefold()),
    )
