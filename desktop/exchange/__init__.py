"""Exchange with other computers: whom there is something for, files that go out, files that come in."""

from pathlib import Path
from typing import Any

from db.queries import conflicts, exchange
from db.queries.exchange import DeviceRow
from desktop.desk import Desk
from desktop.exchange.device import DevicePanel
from desktop.exchange.incoming import IncomingPanel
from desktop.kit.dialogs import EXCHANGED
from desktop.kit.held_page import HeldPage
from desktop.kit.parts import button, label, row
from desktop.kit.table import Column
from desktop.kit.wording import device_state, local_time
from desktop.texts import N_, NN_, Texts

ALL = "all"
TO_DECIDE = NN_("{n} entry to decide", "{n} entries to decide")
MADE = NN_("The file is ready, with {n} change.", "The file is ready, with {n} changes.")
LATER = NN_(
    "{n} photo or document waits for the next file.",
    "{n} photos or documents wait for the next file.",
)
HOW = N_(
    "Each file holds what the others are not known to have. Hand it over by USB stick, e-mail or "
    "WhatsApp; it may come late, twice or never."
)


class ExchangePage(HeldPage):
    """The computers of the circle; one of them, or a file that came, beside them."""

    def __init__(self, desk: Desk) -> None:
        t, icons = desk.t, desk.icons
        super().__init__(desk, t(N_("Exchange")), columns(t))
        self.table.setAccessibleName(t(N_("Computers")))
        self.subtitle.setText(t(HOW))
        self.decide = button(
            t(N_("Entries to decide")),
            lambda: desk.navigation.go("conflicts"),
            icons,
            icon="list-checks",
        )
        self.take = button(t(N_("Take in a file")), self._choose, icons, icon="download")
        self.make = button(
            t(N_("Make file")), lambda: self.make_for(ALL), icons, icon="upload", kind="primary"
        )
        self.head.addLayout(row(self.take, self.make))
        alone = t(N_("Nobody else has this workspace yet. Ask for a device card and admit it."))
        self.alone = label(alone, "muted", wrap=True)
        self.box.insertLayout(1, row(self.decide, None))
        self.box.insertWidget(2, self.alone)
        self.panel: DevicePanel = DevicePanel(desk, self.make_for, self.close_panel)
        self.incoming = IncomingPanel(desk, self._close_incoming)

    def open(self, row: str | None) -> None:
        """A row is the path of a file that came."""
        if row is not None:
            self.detail.show_form(self.incoming)
            self.incoming.look(Path(row))

    def reload(self) -> None:
        tasks = self.desk.tasks
        tasks.read(self, self._show, exchange.devices, key="devices")
        tasks.read(self, self._show_conflicts, conflicts.count, key="conflicts")

    def fill_panel(self, row: DeviceRow) -> None:
        self.panel.show_device(row)

    def key(self, row: DeviceRow) -> object:
        return row.id

    def make_for(self, device: str, *, complete: bool = False) -> None:
        """Make a file for one computer or for all, and save it where the user wants."""
        place = self.desk.dialogs.save_file(
            self.desk.t(N_("Save the file")), "rembuk.rembuk-sync", EXCHANGED
        )
        if place is None:
            return

        def made(database: Any) -> list[Any]:
            from db.folder import hand_out

            return [one for _, one in hand_out(database, place, [device], complete=complete)]

        self.desk.tasks.call(self, self._made, made)

    def _made(self, files: list[Any]) -> None:
        t = self.desk.t
        said = t.count(*MADE, sum(one.changes for one in files))
        waiting = sum(one.waiting for one in files)
        self.desk.navigation.say(f"{said} {t.count(*LATER, waiting)}" if waiting else said)
        self.reload()

    def _choose(self) -> None:
        place = self.desk.dialogs.open_file(self.desk.t(N_("Take in a file")), EXCHANGED)
        if place is not None:
            self.open(str(place))

    def _show(self, devices: list[DeviceRow]) -> None:
        self.show_rows(devices)
        self.alone.setVisible(len(devices) < 2)

    def _show_conflicts(self, number: int) -> None:
        self.decide.setText("  " + self.desk.t.count(*TO_DECIDE, number))
        self.decide.setVisible(number > 0)

    def _close_incoming(self) -> None:
        self.detail.close_form()
        self.make.setFocus()


def columns(t: Texts) -> tuple[Column[DeviceRow], ...]:
    """What the list shows of a computer."""
    return (
        Column(t(N_("Name")), lambda row: row.name, strong=True),
        Column(t(N_("Who uses it")), lambda row: row.owner or "", spare=True),
        Column(t(N_("State")), lambda row: t(device_state(row)), 150),
        Column(t(N_("Received")), lambda row: local_time(t, row.received), 170),
        Column(t(N_("Sent")), lambda row: local_time(t, row.sent), 170, spare=True),
        Column(t(N_("Waiting")), lambda row: waiting(t, row), 110, right=True),
    )


def waiting(t: Texts, row: DeviceRow) -> str:
    """How many changes it is not known to have."""
    if row.here or row.dismissed:
        return ""
    return t(N_("Everything")) if row.waiting is None else t.number(row.waiting)
