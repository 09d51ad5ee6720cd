"""Home: what is on, what is late, how far the work reached this year, and where one was."""

import datetime as dt
from functools import partial
from typing import Any

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from db.queries import home as questions
from db.queries import records, unsaved, workspace_info
from db.queries.activities import ActivityRow
from db.queries.home import Begun, Late, Place
from db.queries.records import Pair
from db.queries.unsaved import UnsavedRow
from desktop.desk import Desk
from desktop.home.guide import Guide
from desktop.home.reach import Reach
from desktop.kit.links import Links
from desktop.kit.page import Page
from desktop.kit.parts import Card, button, label, scrolling
from desktop.kit.places import FORMS, TABLES, filtered, place_of
from desktop.kit.wording import local_time, marked, said_when
from desktop.texts import N_
from exports.kit.fields import table_words

FIGURES = (
    ("people", N_("Members"), "users", "people"),
    ("organizations", N_("Organizations"), "building-2", "organizations"),
    ("activities", N_("Activities"), "calendar-days", "activities"),
    ("sessions", N_("Sessions"), "clipboard-check", "activities"),
)
WAITING = {
    "steps": N_("Late steps of follow-up plans: {n}"),
    "agreements": N_("Agreements that end within 90 days: {n}"),
    "attendance": N_("Activities without attendance: {n}"),
    "reports": N_("Activities without a report: {n}"),
    "devices": N_("Computers not heard of for three weeks: {n}"),
}
NARROW = 700  # effective pixels below which the columns stand below each other


class HomePage(Page):
    """Cards that lead on; each asks by itself, the small questions first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, desk.t(N_("Overview")))
        t, px = desk.t, desk.theme.px
        inside = QWidget()
        inside.setObjectName("page")
        self._down = QVBoxLayout(inside)
        self._down.setContentsMargins(0, 0, 0, 0)
        self._down.setSpacing(px(16))
        self.guide = Guide(desk)
        self._down.addWidget(self.guide)
        self._numbers = self._make_figures()
        self._grid = QGridLayout()
        self._grid.setSpacing(px(16))
        self.week = Links(desk, t(N_("This week")), t(N_("Nothing is planned for this week.")))
        self.week.opened.connect(lambda row: desk.navigation.go("activity", row))
        self.late = Links(desk, t(N_("Waiting for you")), t(N_("Nothing is late. Well done!")))
        self.late.opened.connect(self._go_late)
        self.again = Links(desk, t(N_("Continue")), t(N_("What you work on is found again here.")))
        self.again.opened.connect(self._go_again)
        self.reach = Reach(desk)
        self._planned = False
        self._going_on = self._card(self.again)
        self._cards = [self._card(self.week), self._card(self.late), self._going_on, self.reach]
        self._down.addLayout(self._grid)
        self._down.addStretch(1)
        area = scrolling(inside)
        area.setObjectName("page")
        self.box.addWidget(area, 1)
        self._place()

    def reload(self) -> None:
        tasks, today = self.desk.tasks, dt.date.today()  # noqa: DTZ011 - the day on the wall
        tasks.read(self, self._show, workspace_info.overview, key="info")
        tasks.read(self, self._show_begun, questions.begun, key="begun")
        tasks.read(self, self._show_week, questions.week, today, key="week")
        tasks.read(self, self._show_late, questions.late, today, key="late")
        tasks.read(self, self._show_again, _again, key="again")
        self.reach.reload(today)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Forms that wait are no change of a row: what is shown is asked for each time."""
        self.stale = True
        super().showEvent(event)

    def resizeEvent(self, event: Any) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._place()

    def _make_figures(self) -> dict[str, Any]:
        t, theme, desk = self.desk.t, self.desk.theme, self.desk
        numbers = {}
        self._figures = QGridLayout()
        self._figures.setSpacing(theme.px(16))
        self._counts = []
        for key, title, icon, page in FIGURES:
            card = Card(theme)
            made = button(
                t(title), partial(desk.navigation.go, page), desk.icons, icon=icon, kind="link"
            )
            head = QHBoxLayout()
            head.addWidget(made)
            head.addStretch(1)
            card.box.addLayout(head)
            numbers[key] = label("–", "number")
            card.box.addWidget(numbers[key])
            self._counts.append(card)
        self._down.addLayout(self._figures)
        return numbers

    def _card(self, inside: QWidget) -> Card:
        card = Card(self.desk.theme)
        card.box.addWidget(inside)
        card.box.addStretch(1)
        return card

    def _place(self) -> None:
        """Two columns, or one where there is little room."""
        wide = self.width() * 13 / self.desk.theme.base >= NARROW
        spots = ((0, 0), (1, 0), (2, 0), (0, 1)) if wide else ((0, 0), (1, 0), (2, 0), (3, 0))
        for card, (line, column) in zip(self._cards, spots, strict=True):
            last = card is self.reach and wide
            self._grid.addWidget(card, line, column, 3 if last else 1, 1)
        across = len(self._counts) if wide else 2
        for place, card in enumerate(self._counts):
            self._figures.addWidget(card, *divmod(place, across))
        for column in (0, 1):
            self._grid.setColumnStretch(column, 1 if column == 0 or wide else 0)

    def _show(self, info: workspace_info.Overview) -> None:
        self.subtitle.setText(info.name)
        for key, number in self._numbers.items():
            number.setText(self.desk.t.number(info.counts[key]))
        self._planned = bool(info.counts["activities"])
        self._show_cards()

    def _show_begun(self, begun: Begun) -> None:
        self.guide.show_counts(begun.counts, begun.activity)

    def _show_week(self, rows: list[ActivityRow]) -> None:
        t = self.desk.t
        self.week.show_lines(
            (
                row.id,
                f"{marked(t, row.title, row.sample)}\n"
                + " · ".join(p for p in (said_when(t, row.starts, row.ends), row.places) if p),
            )
            for row in rows
        )

    def _show_late(self, found: list[Late]) -> None:
        t = self.desk.t
        self.late.show_lines(
            (
                f"{one.kind}:{one.first[0][0] if one.count == 1 else ''}",
                f"{t(WAITING[one.kind], n=t.number(one.count))}\n"
                + "; ".join(name for _, name in one.first),
            )
            for one in found
        )

    def _show_again(self, found: tuple[list[tuple[UnsavedRow, Pair | None]], list[Place]]) -> None:
        t = self.desk.t
        waiting, places = found
        lines = [
            (
                f"unsaved:{one.form}:{one.row}",
                f"{t(N_('Not saved yet: {what}'), what=t(FORMS[one.form][1]))}\n"
                + " · ".join(part for part in (t.label(name), local_time(t, one.at)) if part),
            )
            for one, name in waiting
        ]
        lines += [
            (f"{one.table}:{one.id}", f"{t.label(one.name)}\n{table_words(t, one.table)}")
            for one in places
        ]
        self.again.show_lines(lines)
        self._show_cards()

    def _show_cards(self) -> None:
        """Before the first activity there is nothing to say but what was begun."""
        for card in self._cards:
            card.setVisible(self._planned or (card is self._going_on and bool(self.again.texts())))

    def _go_late(self, line: str) -> None:
        """To the one that waits, or to the list of them."""
        kind, _, row = line.partition(":")
        places = {
            "steps": ("steps", row or filtered(late=1)),
            "agreements": ("agreements", row or filtered(ending="soon")),
            "attendance": (
                "attendance" if row else "activities",
                row or filtered(waiting="attendance"),
            ),
            "reports": ("results" if row else "activities", row or filtered(waiting="report")),
            "devices": ("exchange", None),
        }
        self.desk.navigation.go(*places[kind])

    def _go_again(self, line: str) -> None:
        if line.startswith("unsaved:"):
            _, form, row = line.split(":", 2)
            self.desk.navigation.go(FORMS[form][0], row)
            return
        self.desk.navigation.go(*place_of(*line.split(":", 1)))


def _again(reader: Any) -> tuple[list[tuple[UnsavedRow, Pair | None]], list[Place]]:
    """Forms that wait, each with the name of its row where it is there already; and what was worked on last."""

    def name(one: UnsavedRow) -> Pair | None:
        return records.names(reader, TABLES[FORMS[one.form][0]], [one.row]).get(one.row)

    waiting = [(one, name(one)) for one in unsaved.waiting(reader) if one.form in FORMS]
    return waiting, questions.worked_on(reader)
