"""How far the work reached this year: read month by month, so that nothing else has to wait for it."""

import datetime as dt

from PySide6.QtCore import QTimer

from db.queries import home as questions
from db.queries.home import MonthReach
from desktop.desk import Desk
from desktop.kit.charts import Bar, Columns, Shares
from desktop.kit.parts import Card, label
from desktop.texts import N_, NN_

WAIT = 300  # milliseconds in which whoever only passes by goes on to another page
SEXES = (
    ("female", N_("Women")),
    ("male", N_("Men")),
    ("other", N_("Other")),
    (None, N_("Sex not known")),
)
SAID = (
    NN_("{n} different person", "{n} different people"),
    NN_("{n} attendance", "{n} attendances"),
    NN_("{n} activity held", "{n} activities held"),
)


class Reach(Card):
    """Unique people and attendances stand side by side, as a donor checks them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme)
        t = desk.t
        self._desk = desk
        self._months: dict[str, MonthReach] = {}
        self._year = 0
        self._left: list[str] = []
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(WAIT)
        self._wait.timeout.connect(self._ask)
        self._title = label("", "heading")
        self._said = label("", "muted", wrap=True)
        attended = t(N_("Attendances by month"))
        self._columns = Columns(desk.theme, attended)
        who = t(N_("Different people by sex"))
        self._shares = Shares(desk.theme, who)
        for widget in (
            *(self._title, self._said, label(attended, "label"), self._columns),
            *(label(who, "label"), self._shares),
        ):
            self.box.addWidget(widget)
        self.box.addStretch(1)

    def reload(self, today: dt.date) -> None:
        """Ask for every month of the year up to this one."""
        self._year = today.year
        self._title.setText(self._desk.t(N_("Reach in {year}"), year=today.year))
        self._left = [f"{today.year}-{month:02d}" for month in range(1, today.month + 1)]
        self._wait.start()

    def _ask(self) -> None:
        """One month after the other: what somebody asks for meanwhile comes in between."""
        if self._left and self.isVisible():
            self._desk.tasks.read(self, self._show, questions.month, self._left.pop(), key="month")

    def _show(self, found: MonthReach) -> None:
        self._ask()
        t = self._desk.t
        self._months[found.month] = found
        months = [one for key, one in self._months.items() if key.startswith(str(self._year))]
        people: dict[str, str | None] = {}
        for one in months:
            people |= one.people
        numbers = (
            len(people),
            sum(one.attendances for one in months),
            sum(one.activities for one in months),
        )
        self._said.setText(
            " · ".join(t.count(*said, number) for said, number in zip(SAID, numbers, strict=True))
        )
        self._columns.show_bars([self._bar(month) for month in range(1, 13)])
        known = {sex for sex, _ in SEXES if sex}
        counts = dict.fromkeys((sex for sex, _ in SEXES), 0)
        for sex in people.values():
            counts[sex if sex in known else None] += 1
        self._shares.show_bars(
            [
                Bar(t(title), counts[sex], t.number(counts[sex]))
                for sex, title in SEXES
                if counts[sex] or sex in ("female", "male")
            ]
        )

    def _bar(self, month: int) -> Bar:
        found, t = self._months.get(f"{self._year}-{month:02d}"), self._desk.t
        number = found.attendances if found else 0
        short = t.date(dt.date(self._year, month, 1), "month")[:3]
        return Bar(short, number, t.number(number))
