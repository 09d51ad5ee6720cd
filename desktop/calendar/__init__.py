"""The calendar of activities: a month at a glance, and what is on at the day that is chosen."""

import calendar
import datetime as dt
from typing import Any

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
)

from db.queries import activities, holidays
from db.queries.activities import ActivityRow
from db.rules.dates import stored
from desktop.desk import Desk
from desktop.kit.links import Links
from desktop.kit.page import Page
from desktop.kit.parts import Card, button, icon_button, scrolling
from desktop.kit.row_delegate import Index
from desktop.kit.wording import marked, said_when
from desktop.texts import N_
from desktop.theme import Theme

WEEKS, DAYS = 6, 7
LEAST = 170  # pixels of the design that the chosen day takes
_DATE, _TITLES, _HOLIDAY = (Qt.ItemDataRole.UserRole + n for n in range(3))


class CalendarPage(Page):
    """Arrows go from day to day, PgUp and PgDn from month to month."""

    tables = frozenset({"activity", "activity_district", "holiday", "term"})

    def __init__(self, desk: Desk) -> None:
        t = desk.t
        super().__init__(desk, t(N_("Calendar")))
        self._today = dt.date.today()  # noqa: DTZ011 - the day on the wall
        self.day = self._today
        self._rows: list[ActivityRow] = []
        self._holidays: dict[str, str] = {}
        before = icon_button(
            t(N_("Month before")), "chevron-left", lambda: self.move(-1), desk.icons
        )
        after = icon_button(t(N_("Next month")), "chevron-right", lambda: self.move(1), desk.icons)
        now = button(t(N_("Today")), self.go_today, desk.icons)
        listed = button(
            t(N_("As a list")), lambda: desk.navigation.go("activities"), desk.icons, icon="list"
        )
        added = button(t(N_("New activity")), self.add, desk.icons, icon="plus", kind="primary")
        for made in (before, now, after, listed, added):
            self.buttons.addWidget(made)
        self.grid = QTableWidget(WEEKS, DAYS)
        self.grid.setAccessibleName(t(N_("Month")))
        self._lay_out_grid()
        self.links = Links(desk, "", t(N_("Nothing on this day.")))
        self.links.opened.connect(lambda row: desk.navigation.go("activity", row))
        month, side = Card(desk.theme, padding=1), Card(desk.theme)
        month.box.addWidget(self.grid)
        side.box.addWidget(self.links)
        side.box.addStretch(1)
        side.setMinimumWidth(desk.theme.px(LEAST))
        across = QHBoxLayout()
        across.setSpacing(desk.theme.px(12))
        across.addWidget(month, 3)
        area = scrolling(side)
        area.setMinimumWidth(desk.theme.px(LEAST))
        across.addWidget(area, 1)
        self.box.addLayout(across, 1)
        for title, keys, step in (
            (N_("New activity"), "Ctrl+N", self.add),
            (N_("Month before"), "PgUp", lambda: self.move(-1)),
            (N_("Next month"), "PgDown", lambda: self.move(1)),
            (N_("Today"), "Ctrl+T", self.go_today),
        ):
            self.command(title, keys, step)

    def reload(self) -> None:
        first, last = self._span()
        self.desk.tasks.read(
            self, self._show, _month, first.isoformat(), last.isoformat(), key="month"
        )

    def move(self, months: int) -> None:  # type: ignore[override]  # nobody moves pages by pixels
        """Show another month, at the same day of it."""
        place = self.day.year * 12 + self.day.month - 1 + months
        year, month = place // 12, place % 12 + 1
        last = calendar.monthrange(year, month)[1]
        self.day = dt.date(year, month, min(self.day.day, last))
        self.reload()

    def go_today(self) -> None:
        """Back to this day."""
        self.day = self._today
        self.reload()

    def add(self) -> None:
        """Plan an activity on the chosen day."""
        self.desk.navigation.go("activities", f"+on:{self.day.isoformat()}")

    def _lay_out_grid(self) -> None:
        theme, t = self.desk.theme, self.desk.t
        monday = dt.date(2024, 1, 1)
        self._names = [t.weekday(monday + dt.timedelta(days=n)) for n in range(DAYS)]
        self.grid.verticalHeader().hide()
        for header in (self.grid.horizontalHeader(), self.grid.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.grid.horizontalHeader().setMinimumSectionSize(theme.px(40))
        self.grid.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.grid.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self.grid.setTabKeyNavigation(False)
        self.grid.setShowGrid(False)
        self.grid.setItemDelegate(DayDelegate(theme, self.grid))
        self.grid.currentItemChanged.connect(lambda item, _: self._choose(item))
        self.grid.itemActivated.connect(lambda _: self._enter())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Names of the days are cut to their first letters where there is no room for all of them."""
        super().resizeEvent(event)
        header = self.grid.horizontalHeader()
        self.grid.setHorizontalHeaderLabels(self._names)
        needed = max(header.sectionSizeHint(place) for place in range(DAYS))
        if needed * DAYS > self.grid.viewport().width():
            self.grid.setHorizontalHeaderLabels([name[:3] for name in self._names])

    def _span(self) -> tuple[dt.date, dt.date]:
        """First and last day that the grid shows."""
        first = self.day.replace(day=1)
        first -= dt.timedelta(days=first.weekday())
        return first, first + dt.timedelta(days=WEEKS * DAYS - 1)

    def _show(self, found: tuple[list[ActivityRow], dict[str, tuple[str, str]]]) -> None:
        t = self.desk.t
        rows, off = found
        self._rows = rows
        self._holidays = {day: t.label(name) for day, name in off.items()}
        self.subtitle.setText(t.date(self.day, "month"))
        first, _ = self._span()
        self.grid.blockSignals(True)
        for place in range(WEEKS * DAYS):
            day = first + dt.timedelta(days=place)
            item = self._item(day)
            self.grid.setItem(place // DAYS, place % DAYS, item)
            if day == self.day:
                self.grid.setCurrentItem(item)
        self.grid.blockSignals(False)
        self._show_day()

    def _item(self, day: dt.date) -> QTableWidgetItem:
        t = self.desk.t
        titles = [row.title for row in self._on(day)]
        holiday = self._holidays.get(day.isoformat(), "")
        item = QTableWidgetItem()
        item.setData(_DATE, day)
        item.setData(_TITLES, (titles, day.month == self.day.month, day == self._today))
        item.setData(_HOLIDAY, holiday)
        said = [t.day_and_date(day), holiday, *titles]
        now = t(N_("Today")) if day == self._today else ""
        sentence = ". ".join(part for part in (now, *said) if part)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, sentence)
        item.setToolTip("\n".join(part for part in said if part))
        return item

    def _on(self, day: dt.date) -> list[ActivityRow]:
        """What is on at a day; what is only known by month or year has no day."""
        found = []
        for row in self._rows:
            start = stored(row.starts or row.ends)
            end = stored(row.ends if row.ends and row.ends != ".." else row.starts)
            if start is None or end is None or start.precision != "day":
                continue
            if start.first <= day <= end.last:
                found.append(row)
        return found

    def _choose(self, item: QTableWidgetItem | None) -> None:
        if item is None:
            return
        before, self.day = self.day, item.data(_DATE)
        if (before.year, before.month) != (self.day.year, self.day.month):
            self.reload()
        else:
            self._show_day()

    def _show_day(self) -> None:
        t = self.desk.t
        holiday = self._holidays.get(self.day.isoformat(), "")
        title = t.day_and_date(self.day)
        self.links.name(f"{title} · {holiday}" if holiday else title)
        self.links.show_lines(
            (
                row.id,
                f"{marked(t, row.title, row.sample)}\n"
                + " · ".join(
                    part
                    for part in (
                        said_when(t, row.starts, row.ends),
                        row.places,
                        t.label(row.status),
                    )
                    if part
                ),
            )
            for row in self._on(self.day)
        )

    def _enter(self) -> None:
        """The first activity of the day, or a new one."""
        on = self._on(self.day)
        if on:
            self.desk.navigation.go("activity", on[0].id)
        else:
            self.add()


class DayDelegate(QStyledItemDelegate):
    """Number of the day, below it the titles as far as there is room."""

    def __init__(self, theme: Theme, parent: QTableWidget) -> None:
        super().__init__(parent)
        self._theme, self._grid = theme, parent

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, rect = self._theme, option.rect
        day, shown = index.data(_DATE), index.data(_TITLES)
        if day is None:
            return
        titles, inside, today = shown
        current = self._grid.currentIndex() == index
        painter.save()
        painter.setClipRect(rect)
        painter.fillRect(
            rect, theme.colour("tint" if current else "surface" if inside else "sunken")
        )
        painter.setPen(theme.colour("focus" if current and self._grid.hasFocus() else "grid"))
        painter.drawRect(rect.adjusted(0, 0, -1, -1))
        pad, line = theme.px(5), theme.px(16)
        off = bool(index.data(_HOLIDAY)) or day.weekday() == DAYS - 1
        painter.setFont(theme.font(12, QFont.Weight.Bold if today else QFont.Weight.Medium))
        painter.setPen(theme.colour("bad" if off else "ink" if inside else "muted"))
        holiday = index.data(_HOLIDAY) or ""  # in words too: red alone says nothing to many
        said = " ".join(part for part in (str(day.day), "•" if today else "", holiday) if part)
        room = max((rect.height() - pad - theme.px(20)) // line, 0)
        said += f"  +{len(titles)}" if titles and not room else ""
        room_for = painter.fontMetrics()
        said = room_for.elidedText(said, Qt.TextElideMode.ElideRight, rect.width() - 2 * pad)
        painter.drawText(rect.adjusted(pad, pad, -pad, 0), Qt.AlignmentFlag.AlignTop, said)
        painter.setFont(theme.font(11))
        left = titles if len(titles) <= room else titles[: max(room - 1, 0)]
        for number, title in enumerate(left):
            chip = QRectF(
                rect.left() + pad,
                rect.top() + theme.px(22) + number * line,
                rect.width() - 2 * pad,
                line - 2,
            )
            painter.fillRect(chip, theme.colour("chip"))
            painter.setPen(theme.colour("ink"))
            text = painter.fontMetrics().elidedText(
                title, Qt.TextElideMode.ElideRight, int(chip.width()) - 6
            )
            painter.drawText(chip.adjusted(3, 0, -3, 0), Qt.AlignmentFlag.AlignVCenter, text)
        if len(left) < len(titles) and room:
            rest = QRectF(
                rect.left() + pad, rect.top() + theme.px(22) + len(left) * line, rect.width(), line
            )
            painter.setPen(theme.colour("muted"))
            painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, f"+{len(titles) - len(left)}")
        painter.restore()


def _month(
    reader: Any, first: str, last: str
) -> tuple[list[ActivityRow], dict[str, tuple[str, str]]]:
    off = {one.date: one.name for one in holidays.holidays(reader) if first <= one.date <= last}
    return activities.between(reader, first, last), off
