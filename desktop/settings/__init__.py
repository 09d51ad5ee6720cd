"""Settings: a list of parts on the left, the chosen one beside it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QScrollArea, QStackedWidget

from db.log.changes import Changes
from desktop.desk import Desk
from desktop.kit.page import Page
from desktop.kit.parts import scrolling
from desktop.settings.computer import ComputerSection
from desktop.settings.counting import CountingSection
from desktop.settings.holidays import HolidaysSection
from desktop.settings.papers import PapersSection
from desktop.settings.section import Section
from desktop.settings.templates import TemplatesSection
from desktop.settings.words import WordsSection
from desktop.settings.workspace import WorkspaceSection
from desktop.texts import N_
from desktop.theme import NORMAL

_WIDE, _NARROW, _TALL = 232, 52, 38
_ROOM = 860  # effective pixels of a page below which the parts show icons alone


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the settings: key, msgid of its title, icon and widget."""

    key: str
    title: str
    icon: str
    make: Callable[[Desk], Section]


PARTS = (
    Part("computer", N_("This computer"), "languages", ComputerSection),
    Part("workspace", N_("This workspace"), "database", WorkspaceSection),
    Part("papers", N_("Letterhead and sign-off"), "file-text", PapersSection),
    Part("templates", N_("Templates of documents"), "layers", TemplatesSection),
    Part("counting", N_("Age bands"), "chart-column", CountingSection),
    Part("words", N_("Lists"), "list-checks", WordsSection),
    Part("holidays", N_("Holidays"), "calendar-days", HolidaysSection),
)


class SettingsPage(Page):
    """What this user prefers, and what the workspace says of itself. A row is the key of a part."""

    restyled = Signal()
    restore_wanted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, desk.t(N_("Settings")))
        px = desk.theme.px
        self._made: dict[str, Section] = {}
        self.parts = QListWidget()
        self.parts.setObjectName("parts")
        self.parts.setAccessibleName(desk.t(N_("Parts of the settings")))
        self.parts.setIconSize(desk.icons.size())
        # The wheel and the focus move it; a bar would take the room of the icons.
        self.parts.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.parts.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for part in PARTS:
            item = QListWidgetItem(desk.icons.icon(part.icon), desk.t(part.title))
            item.setToolTip(desk.t(part.title))
            item.setSizeHint(QSize(px(_NARROW), px(_TALL)))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, desk.t(part.title))
            self.parts.addItem(item)
        # As high as its parts where there is room; it scrolls where there is none.
        self.parts.setSizeAdjustPolicy(QListWidget.SizeAdjustPolicy.AdjustToContents)
        self.stack = QStackedWidget()
        across = QHBoxLayout()
        across.setSpacing(px(16))
        across.addWidget(self.parts, 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(self.stack, 1)
        self.box.addLayout(across, 1)
        self.parts.currentRowChanged.connect(self._go)
        self.parts.setCurrentRow(0)

    def section(self, key: str) -> Section:
        """A part by its key; made where it was not opened yet."""
        if key not in self._made:
            part = next(part for part in PARTS if part.key == key)
            made = part.make(self.desk)
            if isinstance(made, ComputerSection):
                made.restyled.connect(self.restyled)
            if isinstance(made, WorkspaceSection):
                made.restore_wanted.connect(self.restore_wanted)
            self._made[key] = made
            self.stack.addWidget(_scrolling(made) if made.scrolls else made)
        return self._made[key]

    def open(self, row: str | None) -> None:
        keys = [part.key for part in PARTS]
        if row in keys:
            self.parts.setCurrentRow(keys.index(row))

    def reload(self) -> None:
        for made in self._made.values():
            made.stale = True
        self._refresh()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        theme = self.desk.theme
        wide = self.width() * NORMAL / theme.base >= _ROOM
        self.parts.setFixedWidth(theme.px(_WIDE if wide else _NARROW))
        for number, part in enumerate(PARTS):
            self.parts.item(number).setText(self.desk.t(part.title) if wide else "")

    def _note(self, changes: Changes) -> None:
        """Only the parts that show rows of these tables become stale."""
        for made in self._made.values():
            if not made.tables or made.tables & changes.tables:
                made.stale = True
        if self.isVisible():
            self._refresh()

    def _go(self, number: int) -> None:
        if number >= 0:
            self.section(PARTS[number].key)
            self.stack.setCurrentIndex(list(self._made).index(PARTS[number].key))
            if self.isVisible():
                self._refresh()

    def _refresh(self) -> None:
        shown = self.section(PARTS[self.parts.currentRow()].key)
        if shown.stale:
            shown.stale = False
            shown.reload()


def _scrolling(section: Section) -> QScrollArea:
    made = scrolling(section)
    made.setObjectName("preview")  # the ground of the page, not of a card
    return made
