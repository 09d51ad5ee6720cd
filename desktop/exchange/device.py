"""One computer of the circle: what is known of it, its names, what it gets, and files for it alone."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal

from db.queries.exchange import DeviceRow
from desktop.desk import Desk
from desktop.kit.fields import TextField
from desktop.kit.form import Form
from desktop.kit.links import Links
from desktop.kit.parts import button, label
from desktop.kit.wording import device_state, local_time
from desktop.texts import N_

NEVER = N_("No file came from this computer yet.")
CAME = N_("Its last file was made on {when}.")
COMPLETE = N_("A complete file helps where one is missing there.")
FIRST = N_("The first file is for a new computer: its card opens it, nothing else does.")
GETS = N_("Gets only: {names}")
ADMITS = N_("May admit other computers")
OUT_OF_USE = N_("Put out of use: {number}")


class DevicePanel(Form):
    """``make``: a file for a device, complete or not; ``first``: its first file; ``changing``: what it gets."""

    changing = Signal(object)

    def __init__(self, desk: Desk, make: Callable[..., None], first: Callable[[str], None]) -> None:
        super().__init__(desk)
        self._device: DeviceRow | None = None
        t, icons = desk.t, desk.icons
        self.state = label("", "muted", wrap=True)
        self.heard = label("", wrap=True)
        self.make = button(t(N_("Make file for it")), lambda: make(self._id), icons, icon="upload")
        self.complete = button(
            t(N_("Make complete file")), lambda: make(self._id, complete=True), icons
        )
        self.complete.setToolTip(t(COMPLETE))
        self.first = button(t(N_("Make its first file")), lambda: first(self._id), icons)
        self.first.setToolTip(t(FIRST))
        self.scope = button(
            t(N_("Change what it gets")), lambda: self.changing.emit(self._device), icons
        )
        self.copies = Links(desk, t(N_("Copies of its file that were used")), "")
        self.copies.opened.connect(self._put_out_of_use)
        for widget in (self.state, self.heard, self.make, self.complete, self.first):
            self.add_widget(widget)
        self.add(TextField(desk, "name", t(N_("Name")), required=True))
        self.add(TextField(desk, "owner", t(N_("Who uses it"))))
        self.add_widget(self.scope)
        self.add_widget(self.copies)
        self.close_box()
        self.remove_button.setAccessibleName(t(N_("Dismiss")))
        self.remove_button.setToolTip(t(N_("Dismiss: later files are not readable by it")))
        self.saved.connect(self._rename)
        self.removed.connect(self._dismiss)

    def show_device(self, device: DeviceRow) -> None:
        """Show one computer; what is being written stays."""
        t = self._desk.t
        another = self._device is None or self._device.id != device.id
        self._device = device
        self.heading.setText(device.name)
        said = [t(device_state(device))]
        if device.gets:
            said = [t(GETS, names=", ".join(device.gets))]
        if device.admits:
            said.append(t(ADMITS))
        self.state.setText("\n".join(said))
        came = device.received is not None
        self.heard.setText(t(CAME, when=local_time(t, device.received)) if came else t(NEVER))
        active = not device.here and not device.dismissed
        for widget in (self.heard, self.make, self.complete, self.remove_button):
            widget.setVisible(active)
        self.first.setVisible(active and not came)
        self.scope.setVisible(not device.here)
        self.copies.setVisible(bool(device.copies))
        self.copies.show_lines((number, t(OUT_OF_USE, number=number)) for number in device.copies)
        if another or not self.dirty:
            self.show_values({"name": device.name, "owner": device.owner})

    @property
    def _id(self) -> str:
        return "" if self._device is None else self._device.id

    def _rename(self, values: dict[str, Any]) -> None:
        self._edit("rename", N_("Named"), values["name"] or "", values["owner"], undoable=True)

    def _dismiss(self) -> None:
        self._edit("dismiss", N_("Dismissed; tell its user."))

    def _put_out_of_use(self, number: str) -> None:
        self._carry_out("put_out_of_use", N_("Nobody waits for this copy any more."), number)

    def _edit(self, name: str, said: str, *values: Any, undoable: bool = False) -> None:
        self._carry_out(name, said, self._id, *values, undoable=undoable)

    def _carry_out(self, name: str, said: str, *values: Any, undoable: bool = True) -> None:
        def done(_: Any) -> None:
            self.dirty = False
            self._desk.navigation.say(self._desk.t(said), undoable=undoable)

        self._desk.tasks.edit(self, done, f"db.edits.devices:{name}", *values, refused=self.refused)
