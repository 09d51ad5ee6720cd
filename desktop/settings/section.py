"""What the parts of the settings share: reloading when shown, and a form that saves only what changed."""

from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.desk import Desk
from desktop.kit.form import Form
from desktop.texts import N_

NOTHING_CHANGED = N_("Nothing was changed, so nothing was written.")


class Section(QWidget):
    """A part of the settings. ``tables``: rows of these make it stale; all where it is empty.

    ``scrolls``: it is as high as it is, and scrolls where the window is lower.
    """

    tables: frozenset[str] = frozenset()
    scrolls = False

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.stale = True

    def reload(self) -> None:
        """Ask again for everything that is shown."""


class Filled:
    """A form with the values that it was filled with. What the user writes is never overwritten."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self._shown: dict[str, Any] | None = None

    def show(self, values: dict[str, Any], *, anew: bool = False) -> None:
        """Fill the form, unless the user is writing in it; ``anew``: all the same."""
        if anew or not self.changed():
            self.form.show_values(values)
            self._shown = self.form.read_values()

    def changed(self) -> bool:
        """Whether something else stands in the form than what it was filled with."""
        return self._shown is not None and self.form.read_values() != self._shown

    def forget(self) -> None:
        """What stands in the form may be overwritten."""
        self._shown = None

    def saved(self) -> None:
        """What stands in the form now is what is kept."""
        self._shown = self.form.read_values()
        self.form.dirty = False
        for field in self.form.fields.values():
            field.tell("")


class FormSection(Section):
    """A part that is one form and one edit, and writes only where something was changed."""

    form: Form
    _filled: Filled

    def reload(self) -> None:
        self._ask()

    def take(self, form: Form) -> None:
        """The form of this part."""
        self.form, self._filled = form, Filled(form)
        form.saved.connect(self._save)
        form.left.connect(lambda: self._ask(anew=True))

    def _ask(self, *, anew: bool = False) -> None:
        """Fill the form; ``anew``: also where the user is writing in it."""

    def _store(self, values: dict[str, Any]) -> None:
        """Carry out the edit; ``_stored`` comes after it. The table classes are loaded by now."""

    def _save(self, values: dict[str, Any]) -> None:
        if not self._filled.changed():
            self.desk.navigation.say(self.desk.t(NOTHING_CHANGED))
            return
        # Loaded in the queue of the database, where the table classes hold nobody up.
        self.desk.tasks.call(self, lambda _: self._store(values), _load_edits)

    def _stored(self, _: Any) -> None:
        self._filled.saved()
        self._ask()
        self.desk.navigation.say(self.desk.t(N_("Settings saved")), undoable=True)


def _load_edits(_: Any) -> None:
    import db.edits.settings  # noqa: F401
