"""The form of one kind of thing: it asks for the draft of a row, shows it, saves it, and keeps what is not saved yet."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from typing import Any

from PySide6.QtCore import QTimer, Signal

from db.errors import UserError
from desktop.desk import Desk
from desktop.kit.fields import ChoiceField, PickField
from desktop.kit.form import Form
from desktop.kit.rows_field import RowsField
from desktop.texts import N_

GONE = N_("This entry is not there any more. Perhaps it was removed a moment ago.")
BACK = N_("What you had typed and not saved is back.")
NEXT = N_("Save and next")
_KEPT_AFTER = 600  # milliseconds without a key

Labels = dict[str, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a form needs to know of a row. ``tables``: field → the table of its ids, and where objects hold them."""

    edits: str
    kind: str
    form: str
    row: str | None
    waiting: str
    offers: tuple[tuple[str, str], ...]
    tables: Mapping[str, tuple[str, str]]
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class _Shown:
    """The draft, what was typed and not saved, words by vocabulary, names by id, and what a form asks besides."""

    draft: Any
    typed: dict[str, Any] | None
    words: dict[str, list[tuple[str, tuple[str, str]]]]
    names: Labels
    more: Any


class DraftForm(Form):
    """``stored``: the id of what was saved; ``gone``: it was taken out.

    ``edits``: module with ``draft``, ``add`` and ``change``; ``kind``: its class of drafts; ``remover``: the edit that
    takes a row out; ``part``: which part of the row it shows, where it has several forms; ``offers``: field, or field.cell, and the vocabulary of its words.
    """

    stored = Signal(str)
    gone = Signal()
    shown = Signal()
    edits: str
    kind: str
    remover = "remove"
    part = ""
    new_text = ""
    saved_text: str
    removed_text: str
    offers: tuple[tuple[str, str], ...] = ()

    def __init__(self, desk: Desk, *, removable: bool = True) -> None:
        super().__init__(desk, removable=removable)
        self._removable = removable
        self.row: str | None = None
        self._draft: Any = None
        self._waiting = ""
        self._kept = self._saving = False
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_KEPT_AFTER)
        self._wait.timeout.connect(self._keep)
        self.saved.connect(self._save)
        self.removed.connect(self._remove)

    # What a form of its own says

    def values(self, draft: Any, more: Any) -> dict[str, Any]:  # noqa: ARG002 - for those that ask for more
        """What the fields show of a draft; ``more`` is what ``ask_more`` found."""
        apart = self.lists(draft)
        return {key: apart[key] if key in apart else getattr(draft, key) for key in self.fields}

    def lists(self, draft: Any) -> dict[str, Any]:  # noqa: ARG002 - for those that hold lists otherwise
        """Lists that the form shows otherwise than the draft holds them, by field."""
        return {}

    def ask_more(self, reader: Any, draft: Any) -> Any:
        """What the form shows besides the draft. Runs in the queue of the database."""

    def fill(self, draft: Any, values: dict[str, Any]) -> None:
        """Put what was typed into the draft."""
        for key, value in values.items():
            setattr(draft, key, value)

    def headline(self, draft: Any) -> str:  # noqa: ARG002 - for those that have a name
        """What a row is called at the top of its form."""
        return ""

    # What all of them do

    @property
    def name(self) -> str:
        """Under which name its unsaved rows are kept."""
        return f"{self.kind}.{self.part}" if self.part else self.kind

    def show_row(self, row: str) -> None:
        """Show a row that is there."""
        self._ask_for(row, row, {})

    def show_new(self, **values: Any) -> None:
        """Begin a new row; ``values`` go into its draft."""
        known = ",".join(value for _, value in sorted(values.items()) if isinstance(value, str))
        self._ask_for(None, f"+{known}", values)

    def cancel(self) -> None:
        self.discard()
        super().cancel()

    def leave(self) -> None:
        """What was typed is kept and comes back with the row."""
        self.flush()
        self.left.emit()

    def discard(self) -> None:
        """Throw away what was typed and not saved."""
        self._wait.stop()
        if self.dirty or self._kept:
            self._forget()
        self.dirty = False

    def flush(self) -> None:
        """Keep at once what was typed: the form is about to show something else."""
        if self._wait.isActive():
            self._wait.stop()
            self._keep()

    def _ask_for(self, row: str | None, waiting: str, values: Mapping[str, Any]) -> None:
        """Nothing can be saved until the draft is there. What is being typed into the same row stays."""
        if self.dirty and self._draft is not None and waiting == self._waiting:
            return
        self.flush()
        self.row, self._draft, self._waiting, self._kept = row, None, waiting, False
        self._saving = False
        if row is None:
            self.show_values({})  # what is typed from now on is for the new row
        self.dirty = False
        self.touched.clear()
        self.heading.setText(self._desk.t(self.new_text) if row is None and self.new_text else "")
        self.remove_button.setVisible(self._removable and row is not None)
        self.record_button.setVisible(row is not None)
        tables = {
            key: (field.table, field.id_name)
            for key, field in self.fields.items()
            if isinstance(field, PickField | RowsField) and field.table
        }
        asked = _Asked(self.edits, self.kind, self.name, row, waiting, self.offers, tables, values)
        self._desk.tasks.read(
            self, partial(self._shown, waiting), _ask, asked, self.ask_more, self.lists, key="draft"
        )

    def _shown(self, waiting: str, found: _Shown | None) -> None:
        if found is None or waiting != self._waiting:
            return
        self._draft = found.draft
        self._offer(found.words)
        values = self._named(self.values(found.draft, found.more), found.names)
        title = self.headline(found.draft)
        if title:
            self.heading.setText(title)
        if found.typed is not None:
            values |= self._named(found.typed, found.names)
            self._kept = True
            self._desk.navigation.say(self._desk.t(BACK))
        early = self.touched.copy()  # fields that somebody typed into before the draft was there
        for key, field in self.fields.items():
            if key not in early:
                field.show_value(values.get(key))
                field.tell("")
        self.dirty = self._kept or bool(early)
        if early:
            self._wait.start()  # nothing was kept of it before the draft was there
        self.shown.emit()
        if self._saving:
            self._saving = False
            self.save()

    def _offer(self, words: Mapping[str, Any]) -> None:
        for key, vocabulary in self.offers:
            name, _, cell = key.partition(".")
            options = [(row, self._desk.t.label(label)) for row, label in words[vocabulary]]
            field = self.fields[name]
            if isinstance(field, RowsField):
                field.set_options(cell, options)
            elif isinstance(field, ChoiceField):
                field.set_options(options)

    def _named(self, values: dict[str, Any], names: Labels) -> dict[str, Any]:
        """Ids with the names of what they are of."""
        said = {row: self._desk.t.label(label) for row, label in names.items()}
        found = dict(values)
        for key, value in values.items():
            field = self.fields.get(key)
            if isinstance(field, PickField):
                found[key] = (value, said.get(value, "")) if isinstance(value, str) else value
            elif isinstance(field, RowsField):
                found[key] = field.rows_of(value, said)
        return found

    def _save(self, values: dict[str, Any]) -> None:
        if self._draft is None:
            self._saving = True  # as soon as the draft is there
            return
        self._wait.stop()
        row = self.row

        def ready(found: tuple[Any, Any]) -> None:
            module, draft = found
            if draft is None:
                self._desk.navigation.say(self._desk.t(GONE))
                return
            self.fill(draft, self._read(values))
            step = (module.add,) if row is None else (module.change, row)
            self._desk.tasks.edit(self, self._done, *step, draft, refused=self.refused)

        self._load(ready, row)

    def _read(self, values: dict[str, Any]) -> dict[str, Any]:
        """Rows of fields as drafts hold them."""
        found = dict(values)
        for key, value in values.items():
            field = self.fields[key]
            if isinstance(field, RowsField):
                found[key] = field.values_of(value)
        return found

    def _load(self, then: Callable[[tuple[Any, Any]], None], row: str | None) -> None:
        """The module of the edits, and the draft as it stands now: what no field shows may have changed meanwhile.

        The table classes come with the edits; in the queue of the database they hold nobody up.
        """
        new = self._draft

        def work(database: Any) -> tuple[Any, Any]:
            module = import_module(self.edits)
            return module, new if row is None else database.read(module.draft, row)

        self._desk.tasks.call(self, then, work)

    def _remove(self) -> None:
        row = self.row
        if row is not None:
            self._desk.tasks.edit(self, self._gone, f"{self.edits}:{self.remover}", row)

    def _done(self, value: Any) -> None:
        self._forget()
        self.dirty = False
        self._desk.navigation.say(self._desk.t(self.saved_text), undoable=True)
        self.stored.emit(self.row or str(value))

    def _gone(self, _: Any) -> None:
        self.discard()
        self._desk.navigation.say(self._desk.t(self.removed_text), undoable=True)
        self.gone.emit()

    def _touch(self, key: str) -> None:
        super()._touch(key)
        self._wait.start()

    def _keep(self) -> None:
        if self.dirty and self._draft is not None:
            self._kept = True
            self._tell(self.read_values())

    def _forget(self) -> None:
        self._kept = False
        self._tell(None)

    def _tell(self, typed: dict[str, Any] | None) -> None:
        form, row = self.name, self._waiting
        self._desk.tasks.call(self, _nothing, lambda database: database.keep(form, row, typed))


class ChildForm(DraftForm):
    """The form of what belongs to a row (a session, a file): ``closed`` shows again what was there before.

    ``several``: they are written down one after the other; Ctrl+Enter saves one and begins the next.
    """

    closed = Signal()
    several = False

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.begun: Mapping[str, Any] = {}
        self._going_on = False
        for leaving in (self.stored, self.gone, self.left):
            leaving.connect(self.closed)
        self.next_button = self.add_step(desk.t(NEXT), "Ctrl+Return", self.save_and_next)
        self.next_button.hide()

    def save_and_next(self) -> None:
        """Save a new row, and begin another beside it."""
        if self.row is None and self.several:
            self._going_on = True
            self.save()

    def refused(self, error: UserError) -> None:
        self._going_on = False
        super().refused(error)

    def _ask_for(self, row: str | None, waiting: str, values: Mapping[str, Any]) -> None:
        self.begun = values
        self.next_button.setVisible(self.several and row is None)
        super()._ask_for(row, waiting, values)

    def _done(self, value: Any) -> None:
        if not self._going_on:
            super()._done(value)
            return
        self._going_on = False
        self._forget()
        self.dirty = False
        self._desk.navigation.say(self._desk.t(self.saved_text), undoable=True)
        self.show_new(**self.begun)
        self.focus()


def _ask(
    reader: Any,
    asked: _Asked,
    ask_more: Callable[[Any, Any], Any],
    lists: Callable[[Any], dict[str, Any]],
) -> _Shown | None:
    from db.queries import records, unsaved, vocabularies

    module = import_module(asked.edits)
    if asked.row is None:
        draft = getattr(module, asked.kind)(**asked.values)
    else:
        draft = module.draft(reader, asked.row)
    if draft is None:
        return None
    typed = unsaved.typed(reader, asked.form, asked.waiting)
    words = {
        vocabulary: [(term.id, term.label) for term in vocabularies.terms(reader, vocabulary)]
        for vocabulary in {vocabulary for _, vocabulary in asked.offers}
    }
    names: Labels = {}
    apart = lists(draft)
    for key, (table, name) in asked.tables.items():
        held = apart[key] if key in apart else getattr(draft, key)
        wanted = {*_ids(held, name), *_ids((typed or {}).get(key), name)}
        names.update(records.names(reader, table, wanted))
    return _Shown(draft, typed, words, names, ask_more(reader, draft))


def _ids(value: Any, name: str) -> list[str]:
    """The ids in a value of a draft: one, several, or several with something beside each."""
    if isinstance(value, str):
        return [value]
    found = (
        one[0] if isinstance(one, tuple) else getattr(one, name, one) if name else one
        for one in value or ()
    )
    return [one for one in found if isinstance(one, str)]


def _nothing(_: Any) -> None:
    """Nobody waits for it."""
