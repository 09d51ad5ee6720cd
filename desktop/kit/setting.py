"""The same value for several marked rows: a button for each field that they may share, and what is picked below it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from db.queries import vocabularies
from db.queries.vocabularies import TermRow
from desktop.desk import Desk
from desktop.kit.choices import Choices, Offer
from desktop.kit.many import Step
from desktop.kit.pick_one import PickOne
from desktop.kit.picks import Pick
from desktop.texts import N_, NN_

CHANGED = NN_("{n} entry changed: {what}", "{n} entries changed: {what}")
NOT_STATED = N_("Not stated")
WHICH = N_("{what}, for all marked ones (empty: not stated):")


@dataclass(frozen=True, slots=True)
class Setting:
    """A field that marked rows may share: a word of a ``vocabulary``, one of some ``options`` (value and msgid), what is
    found with ``pick``, or a ``text``. ``required``: it cannot be left empty.
    """

    field: str
    title: str
    vocabulary: str = ""
    pick: Callable[[Desk], Pick] | None = None
    required: bool = False
    options: tuple[tuple[str | None, str], ...] = ()
    text: bool = False


class Setter:
    """Of one page and one table. ``above``: where the small window opens."""

    def __init__(self, desk: Desk, page: QWidget, table: str, above: Callable[[], QWidget]) -> None:
        self._desk, self._page, self._table, self._above = desk, page, table, above

    def steps(self, settings: Sequence[Setting]) -> list[Step]:
        """What the line of the marked rows offers."""
        return [Step(one.title, "pencil", partial(self.ask, one)) for one in settings]

    def ask(self, setting: Setting, rows: list[str]) -> None:
        """Let the user say the value, then set it."""
        if setting.pick is not None:
            title = self._desk.t(setting.title)
            put = partial(self._put, setting, rows, said="")
            PickOne(self._desk, title, setting.pick(self._desk), self._page, put).open_at(
                self._above()
            )
            return
        t = self._desk.t
        if setting.text:
            typed = self._desk.dialogs.text(t(WHICH, what=t(setting.title)))
            if typed is not None:
                self._put(setting, rows, typed.strip() or None, said=typed.strip())
        elif setting.options:
            said = {value: t(text) for value, text in setting.options}
            self._offer(setting, rows, said)
        else:
            offer = partial(self._offer_terms, setting, rows)
            self._desk.tasks.read(self._page, offer, vocabularies.terms, setting.vocabulary)

    def _offer_terms(self, setting: Setting, rows: list[str], terms: list[TermRow]) -> None:
        t = self._desk.t
        said: dict[str | None, str] = {term.id: t.label(term.label) for term in terms}
        if not setting.required:
            said[None] = t(NOT_STATED)
        self._offer(setting, rows, said)

    def _offer(self, setting: Setting, rows: list[str], said: dict[str | None, str]) -> None:
        t = self._desk.t
        popup = Choices(self._desk, t(setting.title), self._page)
        popup.none_button.hide()
        popup.offer([Offer(value, text) for value, text in said.items()])

        def chosen(values: list[Any]) -> None:
            popup.hide()
            popup.deleteLater()
            self._put(setting, rows, values[0], said=said[values[0]])

        popup.ticked.connect(chosen, Qt.ConnectionType.SingleShotConnection)
        popup.open_at(self._above())

    def _put(self, setting: Setting, rows: list[str], value: str | None, *, said: str) -> None:
        t = self._desk.t
        what = ": ".join(part for part in (t(setting.title), said) if part)

        def told(number: int) -> None:
            self._desk.navigation.say(t.count(*CHANGED, number, what=what), undoable=True)

        self._desk.tasks.edit(
            *(self._page, told, "db.edits.many:set_field"),
            *(self._table, rows, setting.field, value),
        )
