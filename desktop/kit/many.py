"""What can be done with several marked rows: a line above the list that comes with the second of them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QFrame

from desktop.desk import Desk
from desktop.kit.flow import Flow
from desktop.kit.parts import button, label
from desktop.texts import N_, NN_

MARKED = NN_("{n} marked", "{n} marked")


@dataclass(frozen=True, slots=True)
class Step:
    """Something to do with the marked rows: msgid, icon, and what is done with their ids."""

    title: str
    icon: str
    do: Callable[[list[str]], None]


class Many(QFrame):
    """Hidden until more than one row is marked. ``ids`` asks the list for the ids and hands them on."""

    def __init__(
        self,
        desk: Desk,
        steps: Sequence[Step],
        ids: Callable[[Callable[[list[str]], None]], object],
        copy: Callable[[], object] | None = None,
    ) -> None:
        super().__init__()
        self.setObjectName("many")
        self._desk = desk
        self._text = label("", "heading")
        flow = Flow(self._text, spacing=desk.theme.px(8))
        margin = desk.theme.px(8)
        flow.setContentsMargins(margin, margin, margin, margin)
        self.setLayout(flow)
        self.buttons = {}
        if copy is not None:
            flow.addWidget(button(desk.t(N_("Copy as table")), copy, desk.icons, icon="copy"))
        for step in steps:
            made = button(desk.t(step.title), partial(ids, step.do), desk.icons, icon=step.icon)
            self.buttons[step.title] = made
            flow.addWidget(made)
        self.hide()

    def show_number(self, number: int) -> None:
        """How many rows are marked."""
        self._text.setText(self._desk.t.count(*MARKED, number))
        self.setVisible(number > 1)
