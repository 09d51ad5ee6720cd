"""All records: everything that the workspace holds, also what has no page of its own; to read, not to change."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QStackedWidget

from db.engine import Reader
from db.queries import history
from db.queries import records as questions
from db.queries.history import FieldChange
from db.queries.record_names import THINGS
from db.queries.records import Record, RecordRow
from desktop.desk import Desk
from desktop.kit.beside import Beside
from desktop.kit.copying import put_held
from desktop.kit.glass_line import GlassLine
from desktop.kit.page import Page
from desktop.kit.parts import Card, Empty, label, row
from desktop.kit.places import PAGES_OF
from desktop.kit.table import Column, TableModel, TableView
from desktop.kit.wording import marked, said_when
from desktop.records.detail import Detail
from desktop.texts import N_, NN_, Texts
from exports.kit.fields import table_words

TITLE = N_("All records")
WIDTH = 440
STACKED = 860  # effective pixels of a page below which list and record take turns
DEBOUNCE = 120
VEILED = N_("This name is protected. Press Ctrl+Shift+U to show protected names for a while.")
COUNTED = NN_("{n} record", "{n} records")


class RecordsPage(Page):
    """Choose a thing, find a row, read all of it and go on to what it points to."""

    def __init__(self, desk: Desk) -> None:
        t = desk.t
        super().__init__(desk, t(TITLE))
        self.subtitle.setText(t(N_("Everything this workspace holds, to read and to follow.")))
        self._make_choice()
        self.model: TableModel[RecordRow] = TableModel(columns(t), self._fetch, self)
        self.table = TableView(desk.theme, self.model, t(TITLE))
        self.table.chosen.connect(self._chosen)
        self.table.activated.connect(lambda _: self.detail.text.setFocus())
        self.detail: Detail = Detail(desk)
        self.detail.followed.connect(lambda place: desk.navigation.go("records", place))
        self.detail.closed.connect(self._close)
        self.detail.changing.connect(self._change)
        self._lay_out()
        shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.search.setFocus)

        self.command(N_("Copy as table"), "Ctrl+Shift+C", self.copy)

    def copy(self) -> None:
        """Everything that is found of this kind, as a table."""
        ask = partial(questions.page, table=self.thing, search_text=self.search.text(), limit=-1)
        put = partial(put_held, self.desk, self.table)
        self.desk.tasks.read(self, put, ask, key="copy")

    @property
    def thing(self) -> str:
        """The table whose rows are listed."""
        return str(self.things.currentData())

    def reload(self) -> None:
        tasks = self.desk.tasks
        tasks.read(self, self._name_things, questions.counts, key="things")
        tasks.read(
            self,
            self._counted,
            questions.count,
            key="count",
            table=self.thing,
            search_text=self.search.text(),
        )
        self.model.restart()
        if self.detail.shown is not None:
            self._show(*self.detail.shown)

    def open(self, row: str | None) -> None:
        if row is None:
            return
        table, _, one = row.partition(":")
        if table != self.thing:
            self.things.setCurrentIndex(self.things.findData(table))
        self._show(table, one)

    def _make_choice(self) -> None:
        t, desk = self.desk.t, self.desk
        self.things = QComboBox()
        self.things.setAccessibleName(t(N_("What to look at")))
        self.things.setMaxVisibleItems(len(THINGS))
        for table in THINGS:
            self.things.addItem(table_words(t, table), table)
        self.things.currentIndexChanged.connect(lambda _: self._other_thing())
        self.search = GlassLine(desk, t(N_("Search what it is called or belongs to")))
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(DEBOUNCE)
        self._wait.timeout.connect(self.reload)
        self.search.textChanged.connect(lambda _: self._wait.start())

    def _lay_out(self) -> None:
        t, theme = self.desk.t, self.desk.theme
        card = Card(theme, padding=1)
        card.box.addWidget(self.table)
        empty = Empty(
            theme,
            self.desk.icons,
            "layers",
            t(N_("Nothing of this kind yet")),
            t(N_("Choose another kind of record above, or import what you have.")),
            None,
        )
        nothing = label(t(N_("Nothing was found. Try fewer letters or another spelling.")), "muted")
        nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.stack = QStackedWidget()
        for widget in (card, empty, nothing):
            self.stack.addWidget(widget)
        self.things.setMinimumWidth(theme.px(280))
        line = row(self.things, self.search)
        line.setStretch(1, 1)
        self.box.addLayout(line)
        self.box.addWidget(self.stack, 1)
        self._beside = Beside(self, WIDTH, STACKED)
        self._beside.hold(self.detail)

    def _fetch(self, offset: int, limit: int, then: Callable[[list[Any]], None]) -> None:
        self.desk.tasks.read(
            self,
            then,
            questions.page,
            key=f"rows {offset}",
            table=self.thing,
            search_text=self.search.text(),
            offset=offset,
            limit=limit,
        )

    def _name_things(self, numbers: dict[str, int]) -> None:
        t = self.desk.t
        with QSignalBlocker(self.things):
            for position in range(self.things.count()):
                table = str(self.things.itemData(position))
                said = f"{table_words(t, table)} ({t.number(numbers[table])})"
                self.things.setItemText(position, said)

    def _counted(self, number: int) -> None:
        self.model.set_count(number)
        self.things.setToolTip(self.desk.t.count(*COUNTED, number))
        searching = bool(self.search.text().strip())
        self.stack.setCurrentIndex(0 if number else 2 if searching else 1)

    def _other_thing(self) -> None:
        with QSignalBlocker(self.search):
            self.search.clear()
        self.table.setCurrentIndex(QModelIndex())
        self.table.scrollToTop()
        self._hide_detail()
        self.reload()

    def _chosen(self, found: RecordRow | None) -> None:
        if found is not None:
            self._show(self.thing, found.id)

    def _show(self, table: str, one: str) -> None:
        language, veiled = self.desk.t.language, not self.desk.guard.unlocked
        self.desk.tasks.read(
            self, self._fill, _told, table, one, language, veiled=veiled, key="record"
        )

    def _fill(self, found: tuple[Record, list[FieldChange]] | None) -> None:
        if found is None:
            self._hide_detail()
            return
        record, changes = found
        veiled = record.table == "person" and not self.desk.guard.unlocked
        if veiled and any(one.column == "sensitive" and one.value for one in record.fields):
            self._hide_detail()
            self.desk.navigation.say(self.desk.t(VEILED))
            return
        self.detail.show_record(record, changes, changeable=record.table in PAGES_OF)
        self._beside.show_form(self.detail)

    def _close(self) -> None:
        self._hide_detail()
        self.table.setFocus()

    def _hide_detail(self) -> None:
        self.detail.shown = None
        self._beside.close_form()

    def _change(self) -> None:
        if self.detail.shown is not None:
            table, one = self.detail.shown
            self.desk.navigation.go(PAGES_OF[table], one)


def _told(
    reader: Reader, table: str, row: str, language: str, *, veiled: bool
) -> tuple[Record, list[FieldChange]] | None:
    """A record and what became of it."""
    found = questions.record(reader, table, row, veiled=veiled)
    if found is None:
        return None
    return found, history.row_history(reader, row, language, veiled=veiled)


def columns(t: Texts) -> tuple[Column[RecordRow], ...]:
    """What the list shows of a row of any kind."""
    return (
        Column(t(N_("Name")), lambda one: marked(t, t.label(one.label), one.sample), strong=True),
        Column(t(N_("Belongs to")), lambda one: one.detail or "", 240),
        Column(t(N_("Date")), lambda one: said_when(t, one.when, one.when), 150, spare=True),
    )
