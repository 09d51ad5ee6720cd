"""Admitting a computer by its card, and changing what one gets."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal

from db.queries.exchange import DeviceRow
from desktop.desk import Desk
from desktop.kit import picks
from desktop.kit.fields import CheckField, ChoiceField
from desktop.kit.form import Form
from desktop.kit.parts import label
from desktop.kit.rows_field import NAME, RowsField
from desktop.texts import N_

ALL, PART = "all", "part"
DIGITS = N_(
    "Check digits: {digits}. Ask for them by phone; if they are the same, the card is genuine."
)
NOTHING_CHOSEN = N_("Choose at least one district or programme, or let it get everything.")
KEEPS = N_("What it has already stays with it.")


class AdmitPanel(Form):
    """``admitted`` carries the id of the new computer; ``done``: what another gets was changed."""

    admitted = Signal(str)
    done = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, removable=False)
        t = desk.t
        self._card: Any = None
        self._device = ""
        self.owner = label("", "muted", wrap=True)
        self.digits = label("", wrap=True)
        self.add_widget(self.owner)
        self.add_widget(self.digits)
        everything, part = t(N_("Everything")), t(N_("Only some districts or programmes"))
        self.gets = ChoiceField(
            desk, "gets", t(N_("What it gets")), [(ALL, everything), (PART, part)]
        )
        self.gets.edited.connect(self._show_part)
        self.districts = RowsField(desk, "districts", t(N_("Districts")), pick=picks.districts())
        self.programmes = RowsField(
            desk, "programmes", t(N_("Programmes")), pick=picks.programmes()
        )
        for field in (self.gets, self.districts, self.programmes):
            self.add(field)
        self.add(CheckField(desk, "admits", t(N_("May admit other computers"))))
        self.close_box()
        self.saved.connect(self._save)

    def show_device(self, device: DeviceRow) -> None:
        """Show what a computer gets, to change it."""
        self._card, self._device = None, device.id
        self.heading.setText(device.name)
        self.owner.setText(device.owner or "")
        self.digits.setText(self._desk.t(KEEPS))
        names = list(device.gets)
        districts = device.scope.districts
        self._show(
            {
                "gets": PART if device.gets else ALL,
                "districts": _rows(districts, names),
                "programmes": _rows(device.scope.programmes, names[len(districts) :]),
                "admits": device.admits,
            },
            N_("Change"),
        )

    def show_card(self, card: Any) -> None:
        """Show a new computer, to admit it."""
        t = self._desk.t
        self._card = card
        self.heading.setText(card.name)
        self.owner.setText(card.owner)
        self.digits.setText(t(DIGITS, digits=card.digits))
        self._show({"gets": ALL, "admits": False}, N_("Admit"))

    def _show(self, values: dict[str, Any], step: str) -> None:
        self.save_button.setText(self._desk.t(step))
        self.save_button.setAccessibleName(self._desk.t(step))
        self.show_values(values)
        self._show_part()
        self.focus()

    def _show_part(self) -> None:
        part = self.gets.read_value() == PART
        self.districts.setVisible(part)
        self.programmes.setVisible(part)

    def _save(self, values: dict[str, Any]) -> None:
        from db.circle.certificates import Scope

        districts, programmes = (
            tuple(row["id"] for row in values[key]) for key in ("districts", "programmes")
        )
        part = values["gets"] == PART
        if part and not districts and not programmes:
            self.gets.tell(self._desk.t(NOTHING_CHOSEN))
            return
        scope = Scope(districts, programmes) if part else Scope()
        then: Callable[[Any], None] = self.admitted.emit
        name, subject = "admit", self._card
        if self._card is None:
            then, name, subject = self._changed, "change_scope", self._device
        self._desk.tasks.edit(
            self,
            then,
            f"db.edits.devices:{name}",
            subject,
            scope,
            admits=values["admits"],
            refused=self.refused,
        )

    def _changed(self, _: Any) -> None:
        self._desk.navigation.say(self._desk.t(N_("Changed; it counts from the next file on.")))
        self.done.emit()


def _rows(ids: tuple[str, ...], names: list[str]) -> list[dict[str, str]]:
    return [{"id": row, NAME: name} for row, name in zip(ids, names, strict=False)]
