"""Where the user is and was: a page and, on it, perhaps one row."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

KEPT = 100  # places that one can go back to


@dataclass(frozen=True, slots=True)
class Place:
    """A page by its key, and the id of a row on it."""

    page: str
    row: str | None = None


class Navigation(QObject):
    """Opens pages. ``moved`` tells the window, ``said`` asks it for a notice (text, undoable).

    ``undoing``: the last edit shall be taken back, or done again (True). ``unveiling``: protected names are wanted, or no more.
    """

    moved = Signal(object)
    said = Signal(str, bool)
    undoing = Signal(bool)
    unveiling = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._trail: list[Place] = []

    @property
    def here(self) -> str | None:
        """The page on which the user is."""
        return self._trail[-1].page if self._trail else None

    def go(self, page: str, row: str | None = None) -> None:
        """Open a page."""
        place = Place(page, row)
        if not self._trail or self._trail[-1] != place:
            self._trail.append(place)
            del self._trail[:-KEPT]
        self.moved.emit(place)

    def back(self) -> None:
        """Return to where the user was before."""
        if len(self._trail) > 1:
            self._trail.pop()
            self.moved.emit(self._trail[-1])

    def again(self) -> None:
        """Open the page once more on which the user is."""
        if self._trail:
            self.moved.emit(self._trail[-1])

    def say(self, text: str, *, undoable: bool = False) -> None:
        """Show a notice that does not stop the work."""
        self.said.emit(text, undoable)

    def undo(self) -> None:
        """Take back the last edit."""
        self.undoing.emit(False)

    def redo(self) -> None:
        """Do again what was taken back last."""
        self.undoing.emit(True)

    def unveil(self) -> None:
        """Show protected names, or hide them again."""
        self.unveiling.emit()
