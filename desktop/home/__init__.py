"""Home: what there is, and what comes next."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QHBoxLayout

from db.queries import activities, workspace_info
from db.queries.activities import ActivityRow
from desktop.desk import Desk
from desktop.kit.page import Page
from desktop.kit.parts import Card, Empty, button, label
from desktop.kit.table import Column, TableModel, TableView
from desktop.kit.wording import marked, said_when
from desktop.texts import N_, Texts

FIGURES = (
    ("people", N_("Members"), "users"),
    ("organizations", N_("Organizations"), "building-2"),
    ("activities", N_("Activities"), "calendar-days"),
    ("sessions", N_("Sessions"), "clipboard-check"),
)


class HomePage(Page):
    """Four figures and the newest activities."""

    def __init__(self, desk: Desk) -> None:
        t, theme, icons = desk.t, desk.theme, desk.icons
        super().__init__(desk, t(N_("Overview")))
        self._numbers = {}
        line = QHBoxLayout()
        line.setSpacing(theme.px(16))
        for key, title, icon in FIGURES:
            card = Card(theme)
            head = QHBoxLayout()
            head.addWidget(label(t(title), "muted"))
            head.addStretch(1)
            picture = label("")
            picture.setPixmap(icons.pixmap(icon))
            head.addWidget(picture)
            card.box.addLayout(head)
            self._numbers[key] = label("–", "number")
            card.box.addWidget(self._numbers[key])
            line.addWidget(card)
        self.box.addLayout(line)
        self.model: TableModel[ActivityRow] = TableModel(columns(t), self._fetch, self)
        self.table = TableView(theme, self.model, t(N_("Newest activities")))
        self.table.activated.connect(lambda _: self._open())
        self._list = Card(theme)
        self._list.box.addWidget(label(t(N_("Newest activities")), "heading"))
        self._list.box.addWidget(self.table)
        step = button(
            t(N_("Plan the first activity")),
            lambda: desk.navigation.go("activities"),
            icons,
            icon="plus",
            kind="primary",
        )
        self._empty = Empty(
            theme,
            icons,
            "sprout",
            t(N_("Welcome to Rembuk")),
            t(
                N_(
                    "Add organizations and members, plan an activity, and take the attendance. Everything stays on this computer."
                )
            ),
            step,
        )
        self.box.addWidget(self._list, 1)
        self.box.addWidget(self._empty, 1)
        self._empty.hide()

    def reload(self) -> None:
        self.desk.tasks.read(self, self._show, workspace_info.overview, key="info")
        self.model.restart()

    def _show(self, info: workspace_info.Overview) -> None:
        self.subtitle.setText(info.name)
        for key, number in self._numbers.items():
            number.setText(self.desk.t.number(info.counts[key]))
        empty = not info.counts["activities"]
        self._list.setVisible(not empty)
        self._empty.setVisible(empty)

    def _fetch(self, offset: int, limit: int, then: Callable[[list[Any]], None]) -> None:
        self.desk.tasks.read(
            self,
            then,
            activities.page,
            offset=offset,
            limit=limit,
            key=f"rows {offset}",
        )

    def _open(self) -> None:
        row = self.table.current()
        if row is not None:
            self.desk.navigation.go("activities", row.id)


def columns(t: Texts) -> tuple[Column[ActivityRow], ...]:
    """What home shows of an activity."""
    return (
        Column(t(N_("Title")), lambda row: marked(t, row.title, row.sample), strong=True),
        Column(t(N_("Date")), lambda row: said_when(t, row.starts, row.ends), 210),
        Column(t(N_("District")), lambda row: row.places or "", 200, spare=True),
        Column(t(N_("Status")), lambda row: t.label(row.status), 140, spare=True),
        Column(t(N_("People")), lambda row: t.number(row.registered), 80, right=True, spare=True),
    )
