"""The filters of a list: a button for each property, with how many rows each choice has, and filters kept by name."""

from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from db.queries import listing as questions
from db.queries.listing import Asked, Choice, Facet, Listing, Value
from desktop.desk import Desk
from desktop.kit.choices import Choices, Offer
from desktop.kit.flow import Flow
from desktop.kit.parts import button
from desktop.kit.wording import said_date
from desktop.texts import N_

NOT_STATED = N_("Not stated")
NONE_KEPT = N_("None yet. Filter the list, then keep the filters here under a name.")
SHOWN = 2  # choices that a button names
_NEW, _DROP = "\n+", "\n-"  # no name of a filter begins so

Chosen = dict[str, tuple[Value, ...]]


class Filters(QWidget):
    """``changed``: other rows are asked for. ``within``: what the page fixes, and nobody can clear."""

    changed = Signal()

    def __init__(self, desk: Desk, listing: Listing) -> None:
        super().__init__()
        self._desk, self._listing = desk, listing
        self.chosen: Chosen = {}
        self._texts: dict[tuple[str, Value], str] = {}
        self._text = ""
        self.within: str | None = None
        self._buttons: dict[str, QPushButton] = {}
        self._open: Facet | None = None
        flow = Flow(spacing=desk.theme.px(6))
        self.setLayout(flow)
        for facet in listing.facets:
            made = button("", partial(self.open_facet, facet), desk.icons, kind="filter")
            self._buttons[facet.key] = made
            flow.addWidget(made)
        self.kept_button = button(
            desk.t(N_("Saved filters")), self.open_kept, desk.icons, icon="save", kind="filter"
        )
        self.none_button = button(
            desk.t(N_("Clear filters")), self.clear, desk.icons, icon="x", kind="ghost"
        )
        flow.addWidget(self.kept_button)
        flow.addWidget(self.none_button)
        self._choices = Choices(desk, "", self)
        self._choices.ticked.connect(self._tick)
        self._kept: dict[str, Chosen] = {}
        self.show_chosen({})

    def asked(self, text: str, sort: str, *, descending: bool) -> Asked:
        """What is looked for with these filters."""
        self._text = text
        chosen, language = tuple(self.chosen.items()), self._desk.t.language
        return Asked(text, chosen, sort, descending, self.within, language)

    def show_chosen(self, chosen: Chosen) -> None:
        """Show other filters; nobody is told. Names of what is not known yet are asked for."""
        self.chosen = {key: tuple(values) for key, values in chosen.items() if values}
        for key, values in self.chosen.items():
            if any((key, value) not in self._texts for value in values):
                self._ask(key, partial(self._name, key))
        self._say()

    def clear(self) -> None:
        """Filter by nothing."""
        self.show_chosen({})
        self.changed.emit()

    def open_first(self) -> None:
        """Give the keyboard to the filters."""
        next(iter(self._buttons.values()), self.kept_button).setFocus()

    def open_facet(self, facet: Facet) -> None:
        """Offer the choices of a property, with how many rows each has."""
        self._ask(facet.key, partial(self._offer, facet))

    def open_kept(self) -> None:
        """Offer the filters that were kept by name."""
        from db.queries import saved_filters

        self._desk.tasks.read(
            self, self._offer_kept, saved_filters.of, self._listing.table, key="kept"
        )

    def _ask(self, key: str, then: Any) -> None:
        asked = self.asked(self._text, "", descending=False)
        self._desk.tasks.read(
            self, then, questions.choices, self._listing, asked, key, key=f"facet {key}"
        )

    def _name(self, key: str, choices: list[Choice]) -> None:
        for choice in choices:
            self._texts[key, choice.value] = self._said(self._listing.facet(key), choice)
        self._say()

    def _offer(self, facet: Facet, choices: list[Choice]) -> None:
        self._name(facet.key, choices)
        t, ticked = self._desk.t, self.chosen.get(facet.key, ())
        self._open = facet
        popup = self._fresh_popup(t(facet.title))
        popup.offer(
            [
                Offer(
                    one.value,
                    f"{self._texts[facet.key, one.value]}  ({t.number(one.count)})",
                    one.value in ticked,
                )
                for one in choices
            ]
        )
        popup.ticked.connect(self._tick)
        popup.open_at(self._buttons[facet.key])

    def _fresh_popup(self, title: str) -> Choices:
        self._choices.hide()
        self._choices.deleteLater()
        self._choices = Choices(self._desk, title, self)
        return self._choices

    def _tick(self, values: list[Value]) -> None:
        if self._open is None:
            return
        chosen = {**self.chosen, self._open.key: tuple(values)}
        self.chosen = {key: some for key, some in chosen.items() if some}
        self._say()
        self.changed.emit()

    def _said(self, facet: Facet | None, choice: Choice) -> str:
        t = self._desk.t
        if facet is not None and facet.dates and isinstance(choice.value, str):
            return said_date(t, choice.value)
        if choice.value is None or choice.label is None:
            return t(NOT_STATED)
        return t(choice.label) if isinstance(choice.label, str) else t.label(choice.label)

    def _say(self) -> None:
        """Each button names what is chosen."""
        t = self._desk.t
        for facet in self._listing.facets:
            values, made = self.chosen.get(facet.key, ()), self._buttons[facet.key]
            names = [self._texts.get((facet.key, value), "…") for value in values]
            said = ", ".join(names[:SHOWN])
            if len(names) > SHOWN:
                said = t(N_("{names} and {n} more"), names=said, n=len(names) - SHOWN)
            title = t(facet.title)
            made.setText(f"{title}: {said}" if said else title)
            made.setAccessibleName(t(N_("Filter {what}"), what=made.text()))
            made.setProperty("chosen", bool(said))
            made.style().unpolish(made)
            made.style().polish(made)
            made.updateGeometry()
        self.none_button.setVisible(bool(self.chosen))

    def _offer_kept(self, kept: dict[str, Chosen]) -> None:
        t = self._desk.t
        self._kept, self._open = kept, None
        now = {key: tuple(values) for key, values in self.chosen.items()}
        names = [name for name, chosen in kept.items() if chosen == now]
        offers = [Offer(name, name, name in names) for name in kept]
        if now and not names:
            offers.append(Offer(_NEW, t(N_("+ Keep these filters under a name …"))))
        if names:
            offers.append(Offer(_DROP, t(N_("− Forget “{name}”"), name=names[0])))
        popup = self._fresh_popup(t(N_("Saved filters")))
        popup.offer(offers, t(NONE_KEPT))
        popup.none_button.hide()
        popup.ticked.connect(partial(self._take_kept, names))
        popup.open_at(self.kept_button)

    def _take_kept(self, names: list[str], values: list[str]) -> None:
        self._choices.hide()
        wanted = [value for value in values if value not in names]
        if _NEW in wanted:
            self.keep()
        elif _DROP in wanted:
            self._change("forget", names[0])
        elif wanted:
            self.show_chosen(self._kept[wanted[0]])
            self.changed.emit()

    def keep(self) -> None:
        """Keep these filters under a name, for everybody who has this workspace."""
        name = self._desk.dialogs.text(self._desk.t(N_("Name of this filter:")))
        if name and name.strip():
            self._change("keep", name.strip(), self.chosen)

    def _change(self, step: str, name: str, *more: Any) -> None:
        t = self._desk.t
        said = t(N_("Filter “{name}” kept"), name=name)
        if step == "forget":
            said = t(N_("Filter “{name}” forgotten"), name=name)
        self._desk.tasks.edit(
            self,
            lambda _: self._desk.navigation.say(said, undoable=True),
            f"db.edits.saved_filters:{step}",
            *(self._listing.table, name, *more),
        )
