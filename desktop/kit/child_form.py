"""The form of what belongs to a row (a session, a file): it takes the place of the form of that row."""

from functools import partial
from importlib import import_module
from typing import Any

from PySide6.QtCore import Signal

from desktop.desk import Desk
from desktop.kit.form import Form


class ChildForm(Form):
    """``closed``: the page shows again what was there before.

    ``edits``: module with ``draft``, ``add`` and ``change``; ``kind``: its class of drafts;
    ``remover``: the edit that takes a row out.
    """

    closed = Signal()
    edits: str
    kind: str
    remover = "remove"
    saved_text: str
    removed_text: str

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.row: str | None = None
        self._draft: Any = None
        self.saved.connect(self._save)
        self.removed.connect(self._remove)
        self.left.connect(self.closed)

    # What a form of its own says

    def values(self, draft: Any, more: Any) -> dict[str, Any]:  # noqa: ARG002 - for those that ask for more
        """What the fields show of a draft; ``more`` is what ``ask_more`` found."""
        return {key: getattr(draft, key) for key in self.fields}

    def ask_more(self, reader: Any, draft: Any) -> Any:
        """What the form shows besides the draft: names of what it refers to."""

    def fill(self, draft: Any, values: dict[str, Any]) -> None:
        """Put what was typed into the draft."""
        for key, value in values.items():
            setattr(draft, key, value)

    # What all of them do

    def show_row(self, row: str) -> None:
        """Show a row that is there."""
        self._wait(row)
        self.remove_button.show()
        self._desk.tasks.read(self, partial(self._shown, row), self._ask, row, key="child")

    def show_new(self, **values: Any) -> None:
        """Begin a new row; ``values`` go into its draft."""
        self._wait(None)
        self.remove_button.hide()
        self._desk.tasks.read(
            self, partial(self._shown, None), self._ask, None, key="child", **values
        )

    def _wait(self, row: str | None) -> None:
        """Nothing can be saved until the draft is there."""
        self.row, self._draft = row, None
        self.heading.setText("")

    def _ask(self, reader: Any, row: str | None, **values: Any) -> Any:
        """In the queue of the database, where loading the table classes holds nobody up."""
        module = import_module(self.edits)
        draft = getattr(module, self.kind)(**values) if row is None else module.draft(reader, row)
        return None if draft is None else (draft, self.ask_more(reader, draft))

    def _shown(self, row: str | None, found: Any) -> None:
        if found is None or row != self.row:
            return
        self._draft, more = found
        self.show_values(self.values(self._draft, more))

    def _save(self, values: dict[str, Any]) -> None:
        if self._draft is None:
            return
        self.fill(self._draft, values)
        module = import_module(self.edits)
        step = (module.add,) if self.row is None else (module.change, self.row)
        self._desk.tasks.edit(self, self._done, *step, self._draft, refused=self.refused)

    def _remove(self) -> None:
        if self.row is not None:
            remove = getattr(import_module(self.edits), self.remover)
            self._desk.tasks.edit(self, self._gone, remove, self.row)

    def _done(self, _: Any) -> None:
        self.dirty = False
        self._desk.navigation.say(self._desk.t(self.saved_text), undoable=True)
        self.closed.emit()

    def _gone(self, _: Any) -> None:
        self._desk.navigation.say(self._desk.t(self.removed_text), undoable=True)
        self.closed.emit()
