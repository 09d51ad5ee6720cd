"""What was entered in two places without knowledge of each other: both side by side, and you decide."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from db.queries import conflicts as questions
from db.queries.conflicts import ConflictLine, JoinedRow
from desktop.desk import Desk
from desktop.kit.erasing import erase
from desktop.kit.held_page import HeldPage
from desktop.kit.links import Links
from desktop.kit.parts import Empty, Panel, button, label
from desktop.kit.sides import Line, Sides
from desktop.kit.table import Column
from desktop.kit.wording import VEILED, field_name, local_time
from desktop.texts import N_, Texts

WHEN = N_("When two people change the same entry on different computers, both values stand here.")
JOINED = N_("Taken for one and the same as somebody who was erased")
WHO = N_("Somebody took {name} for the same person as one who was erased meanwhile. What is right?")
TWO = N_("They are two people: keep {name}")
ONE = N_("They are one: erase {name} as well, for ever")
WHY = N_("Why? The reason is kept; write it without any name:")
REMOVED_THERE = N_("Removed in one place, changed in the other: {fields}")


class ConflictsPage(HeldPage):
    """Every open entry; the chosen one side by side."""

    def __init__(self, desk: Desk) -> None:
        t = desk.t
        empty = Empty(
            *(desk.theme, desk.icons, "circle-check", t(N_("Nothing to decide")), t(WHEN)), None
        )
        super().__init__(desk, t(N_("Entries to decide")), columns(t), empty)
        back = button(
            t(N_("Back to the exchange")),
            lambda: desk.navigation.go("exchange"),
            desk.icons,
            icon="refresh-cw",
        )
        self.buttons.addWidget(back)
        self.joined = Links(desk, t(JOINED), "")
        self.joined.opened.connect(self._ask)
        self.box.insertWidget(1, self.joined)
        self.panel: ConflictPanel = ConflictPanel(desk)
        self.detail.hold(self.panel)
        self.panel.decided.connect(self._decide)
        self.panel.left.connect(self.close_panel)

    def reload(self) -> None:
        language, veiled = self.desk.t.language, not self.desk.guard.unlocked
        self.desk.tasks.read(
            self, self.show_rows, questions.lines, language, veiled=veiled, key="lines"
        )
        self.desk.tasks.read(self, self._show_joined, questions.joined, key="joined")

    def fill_panel(self, row: ConflictLine) -> None:
        self.panel.show_line(row)

    def key(self, row: ConflictLine) -> object:
        return row.conflict.id

    def _show_joined(self, found: list[JoinedRow]) -> None:
        self._names = {one.id: self.desk.guard.name(one) for one in found}
        self.joined.show_lines(self._names.items())
        self.joined.setVisible(bool(found))

    def _ask(self, person: str) -> None:
        """Whether somebody who was joined with an erased person is that person."""
        t, dialogs, tasks = self.desk.t, self.desk.dialogs, self.desk.tasks
        name = self._names[person]
        answers = [t(text, name=name) for text in (TWO, ONE)]
        chosen = dialogs.choose(t(WHO, name=name), answers, t(N_("Continue")), t(N_("Later")))
        if chosen == 0:
            said = t(N_("Kept; it travels with the next file."))
            tasks.edit(
                self,
                lambda _: self.desk.navigation.say(said, undoable=True),
                "db.edits.erasures:keep_apart",
                person,
            )
        elif chosen == 1:
            erase(self.desk, self, person, t(WHY))

    def _decide(self, conflict: str, take: str) -> None:
        said = self.desk.t(N_("Decided; it travels with the next file."))
        self.desk.tasks.edit(
            self,
            lambda _: self.desk.navigation.say(said, undoable=True),
            "db.edits.conflicts:resolve",
            conflict,
            take,
        )


class ConflictPanel(Panel):
    """``decided``: the conflict and what stands: here, there, or another value as it was typed."""

    decided = Signal(str, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme)
        self._desk = desk
        self._conflict = ""
        t, icons = desk.t, desk.icons
        self.heading = label("", "heading", wrap=True)
        self.field = label("", "muted", wrap=True)
        self.sides = Sides(desk)
        self.here = button(t(N_("Take this (left)")), lambda: self._take("here"), icons)
        self.there = button(t(N_("Take that (right)")), lambda: self._take("there"), icons)
        self.other = QLineEdit()
        self.other.setAccessibleName(t(N_("Another value")))
        self.other.setPlaceholderText(t(N_("Another value")))
        self.write = button(t(N_("Write another")), lambda: self._take(self.other.text()), icons)
        close = button(t(N_("Close")), self.leave, icons, kind="ghost")
        self.add(self.heading, self.field, self.sides, self.here, self.there, self.other)
        self.add(self.write, close)
        self.close_box()

    def show_line(self, line: ConflictLine) -> None:
        """Lay both values side by side, with who entered them and when."""
        t, found = self._desk.t, line.conflict
        self._conflict = found.id
        self.heading.setText(t.label(line.label))
        removal = found.field == "removed"
        fields = ", ".join(field_name(t, found.table, field) for field in found.fields)
        self.field.setText(
            t(REMOVED_THERE, fields=fields) if removal else field_name(t, found.table, found.field)
        )
        here, there = found.here, found.there
        said = (t(_standing(here.value)), t(_standing(there.value))) if removal else line.said
        if line.veiled:
            said = (t(VEILED), t(VEILED))
        lines: list[Line] = [
            (t(N_("Value")), *said),
            (t(N_("Who")), here.author or here.owner or "", there.author or there.owner or ""),
            (t(N_("Computer")), here.device, there.device),
            (t(N_("When")), local_time(t, here.time), local_time(t, there.time)),
            (t(N_("Before")), line.before, line.before),
        ]
        self.sides.show_lines((t(N_("Here")), t(N_("There"))), lines)
        self.other.clear()
        for widget in (self.other, self.write):
            widget.setVisible(not removal)

    def _take(self, what: str) -> None:
        if what:
            self.decided.emit(self._conflict, what)


def columns(t: Texts) -> tuple[Column[ConflictLine], ...]:
    """What the list shows of an open entry."""
    return (
        Column(t(N_("What")), lambda line: t.label(line.label), strong=True),
        Column(
            t(N_("Field")),
            lambda line: field_name(t, line.conflict.table, line.conflict.field),
            180,
        ),
        Column(t(N_("Here")), lambda line: t(VEILED) if line.veiled else line.said[0]),
        Column(t(N_("There")), lambda line: t(VEILED) if line.veiled else line.said[1]),
    )


def _standing(removed: object) -> str:
    return N_("Removed") if removed else N_("Kept and changed")
