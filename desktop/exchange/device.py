"""One computer of the circle beside the list: what is known of it, and a file for it alone."""

from collections.abc import Callable

from db.queries.exchange import DeviceRow
from desktop.desk import Desk
from desktop.kit.parts import Panel, button, label
from desktop.kit.wording import local_time
from desktop.texts import N_

NEVER = N_("No file came from this computer yet.")
CAME = N_("Its last file was made on {when}.")
COMPLETE = N_("A complete file helps where one is missing there.")


class DevicePanel(Panel):
    """``make``: a file for a device, complete or not; ``close``: away with the panel."""

    def __init__(self, desk: Desk, make: Callable[..., None], close: Callable[[], None]) -> None:
        super().__init__(desk.theme)
        self._desk = desk
        self._device = ""
        t, icons = desk.t, desk.icons
        self.heading = label("", "heading", wrap=True)
        self.owner = label("", "muted", wrap=True)
        self.heard = label("", wrap=True)
        self.make = button(
            t(N_("Make file for it")), lambda: make(self._device), icons, icon="upload"
        )
        self.complete = button(
            t(N_("Make complete file")), lambda: make(self._device, complete=True), icons
        )
        self.note = label(t(COMPLETE), "muted", wrap=True)
        close_button = button(t(N_("Close")), close, icons, kind="ghost")
        self.add(self.heading, self.owner, self.heard, self.make, self.complete, self.note)
        self.add(close_button)
        self.close_box()

    def show_device(self, device: DeviceRow) -> None:
        """Show one computer."""
        t = self._desk.t
        self._device = device.id
        self.heading.setText(device.name)
        self.owner.setText(device.owner or "")
        self.owner.setVisible(bool(device.owner))
        came = device.received is not None
        self.heard.setText(t(CAME, when=local_time(t, device.received)) if came else t(NEVER))
        others = not device.here and not device.dismissed
        self.heard.setVisible(others)
        for widget in (self.make, self.complete, self.note):
            widget.setVisible(others)
