"""The line in which people are put on the list of an activity: by some letters of the name, or as somebody new."""

from typing import Any

from PySide6.QtCore import Signal

from db.queries import people
from desktop.desk import Desk
from desktop.kit import picks
from desktop.kit.fields import SearchLine
from desktop.texts import N_

ADDED = N_("{name} is on the list")
CAME = N_("{name} is on the list and present")
HINT = N_("Add a participant: some letters of the name")


class Enrolling(SearchLine):
    """``registered`` carries the participation. ``session``: those who walk in are marked present there."""

    registered = Signal(str)

    def __init__(self, desk: Desk) -> None:
        who = picks.people(desk)
        super().__init__(desk, who.suggest, who.say, desk.t(HINT))
        self.activity: str | None = None
        self.session: str | None = None
        self.picked.connect(lambda row: self._enrol(row, self.text()))
        self.entered.connect(self._typed)

    def _enrol(self, person: str, name: str) -> None:
        if self.activity is not None:
            self._desk.tasks.edit(
                *(self, lambda row: self._done(row, name), "db.edits.participants:walk_in"),
                *(self.activity, person, self.session),
            )

    def _typed(self, name: str) -> None:
        """Enter after a name: the one who is called so, or somebody new who walked in."""
        self._desk.tasks.read(self, lambda found: self._walk_in(name, found), people.similar, name)

    def _walk_in(self, name: str, found: list[people.PersonChoice]) -> None:
        if self.activity is None:
            return
        if len(found) == 1:
            self._enrol(found[0].id, name)
            return
        self._desk.tasks.edit(
            *(self, lambda row: self._done(row, name), "db.edits.participants:walk_in_new"),
            *(self.activity, name, self.session),
        )

    def _done(self, row: Any, name: str) -> None:
        self.clear()
        self.setFocus()
        said = ADDED if self.session is None else CAME
        self._desk.navigation.say(self._desk.t(said, name=name), undoable=True)
        self.registered.emit(str(row))
