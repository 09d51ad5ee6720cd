"""Exchange with other computers: whom there is something for, files that go out, files that come in."""

from pathlib import Path
from typing import Any

from db.errors import UserError
from db.queries import conflicts, exchange
from db.queries.exchange import DeviceRow
from db.rules.file_kinds import CARD, EXCHANGE
from desktop.desk import Desk
from desktop.exchange.admit import AdmitPanel
from desktop.exchange.carrier import FolderPanel
from desktop.exchange.device import DevicePanel
from desktop.exchange.files import FilesPanel
from desktop.exchange.incoming import TO_DECIDE, IncomingPanel
from desktop.kit.dialogs import CARDS, EXCHANGED
from desktop.kit.flow import Flow
from desktop.kit.held_page import HeldPage
from desktop.kit.parts import button, label
from desktop.kit.table import Column
from desktop.kit.wording import device_state, local_time
from desktop.texts import N_, NN_, Texts

ALL = "all"

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
    """The computers of the circle; one of them, or a file or card that came, beside them."""

    def __init__(self, desk: Desk) -> None:
        t, icons = desk.t, desk.icons
        super().__init__(desk, t(N_("Exchange")), columns(t))
        self.table.setAccessibleName(t(N_("Computers")))
        self.subtitle.setText(t(HOW))
        self.take = button(t(N_("Take in a file")), self._choose, icons, icon="download")
        self.make = button(
            t(N_("Make file")), lambda: self.make_for(ALL), icons, icon="upload", kind="primary"
        )
        for made in (self.take, self.make):
            self.buttons.addWidget(made)
        self.decide = button(
            t(N_("Entries to decide")),
            lambda: desk.navigation.go("conflicts"),
            icons,
            icon="list-checks",
        )
        self.admit = button(t(N_("Admit a computer")), self._choose_card, icons, icon="user-plus")
        self.share = button(t(N_("Shared folder")), self._show_folder, icons, icon="folder-open")
        self.so_far = button(t(N_("Files so far")), self._show_files, icons, icon="history")
        alone = t(N_("Nobody else has this workspace yet. Ask for a device card and admit it."))
        self.alone = label(alone, "muted", wrap=True)
        tools = Flow(self.decide, self.admit, self.share, self.so_far)
        self.box.insertLayout(1, tools)
        self.box.insertWidget(2, self.alone)
        self.panel: DevicePanel = DevicePanel(desk, self.make_for, self.make_first)
        self.panel.left.connect(self.close_panel)
        self.panel.changing.connect(self._change)
        self.incoming = IncomingPanel(desk, self._close)
        self.admitting = AdmitPanel(desk)
        self.admitting.left.connect(self._close)
        self.admitting.done.connect(self._close)
        self.admitting.admitted.connect(self._admitted)
        self.folder = FolderPanel(desk, self._close)
        self.files = FilesPanel(desk, self._close)
        for panel in (self.incoming, self.folder, self.files):
            panel.left.connect(self._close)
        self.detail.hold(self.panel, self.incoming, self.admitting, self.folder, self.files)

    def open(self, row: str | None) -> None:
        """A row is the path of a file that came: an exchange file, or a card."""
        if row is None:
            return
        path = Path(row)
        if path.suffix.lower() == CARD:
            self._show_card(path)
        else:
            self.detail.show_form(self.incoming)
            self.incoming.look(path)

    def reload(self) -> None:
        tasks = self.desk.tasks
        tasks.read(self, self._show, exchange.devices, key="devices")
        tasks.read(self, self._show_conflicts, conflicts.to_decide, key="conflicts")
        tasks.read(self, self.files.show_files, exchange.files, key="files")

    def fill_panel(self, row: DeviceRow) -> None:
        self.panel.show_device(row)

    def key(self, row: DeviceRow) -> object:
        return row.id

    def make_for(self, device: str, *, complete: bool = False) -> None:
        """Make a file for one computer or for all, and save it where the user wants."""
        place = self._ask_place(f"rembuk{EXCHANGE}")
        if place is None:
            return

        def made(database: Any) -> list[Any]:
            from db.folder import hand_out

            return [one for _, one in hand_out(database, place, [device], complete=complete)]

        self.desk.tasks.call(self, self._made, made)

    def make_first(self, device: str) -> None:
        """Make the first file of a computer that was admitted."""
        place = self._ask_place(self.desk.t(N_("first-file")) + EXCHANGE)
        if place is None:
            return

        def made(database: Any) -> None:
            from db.folder import hand_out_starter

            hand_out_starter(database, place, device)

        said = self.desk.t(
            N_("The first file is ready. Hand it over: its computer alone can open it.")
        )
        self.desk.tasks.call(self, lambda _: self._tell(said), made)

    def _ask_place(self, name: str) -> Path | None:
        return self.desk.dialogs.save_file(self.desk.t(N_("Save the file")), name, EXCHANGED)

    def _made(self, files: list[Any]) -> None:
        t = self.desk.t
        said = t.count(*MADE, sum(one.changes for one in files))
        waiting = sum(one.waiting for one in files)
        self._tell(f"{said} {t.count(*LATER, waiting)}" if waiting else said)

    def _tell(self, said: str) -> None:
        self.desk.navigation.say(said)
        self.reload()

    def _choose(self) -> None:
        place = self.desk.dialogs.open_file(self.desk.t(N_("Take in a file")), EXCHANGED)
        if place is not None:
            self.open(str(place))

    def _choose_card(self) -> None:
        place = self.desk.dialogs.open_file(self.desk.t(N_("Admit a computer")), CARDS)
        if place is not None:
            self._show_card(place)

    def _show_card(self, path: Path) -> None:
        """Read a card from its file or a picture, away from the window, and show it."""

        def read(_: Any) -> Any:
            from db.circle import cards

            return cards.open_card(path)

        def show(card: Any) -> None:
            self.detail.show_form(self.admitting)
            self.admitting.show_card(card)

        def refuse(refusal: UserError) -> None:
            self.desk.navigation.say(self.desk.t(refusal.text, **refusal.facts))

        self.desk.tasks.call(self, show, read, refuse)

    def _change(self, device: DeviceRow) -> None:
        self.detail.show_form(self.admitting)
        self.admitting.show_device(device)

    def _admitted(self, device: str) -> None:
        """What comes next is its first file."""
        self._close()
        self.make_first(device)

    def _show_folder(self) -> None:
        self.detail.show_form(self.folder)
        self.desk.tasks.call(self, self.folder.show_workspace, lambda database: database.path)

    def _show_files(self) -> None:
        self.detail.show_form(self.files)

    def _show(self, devices: list[DeviceRow]) -> None:
        self.show_rows(devices)
        self.alone.setVisible(len(devices) < 2)

    def _show_conflicts(self, number: int) -> None:
        self.decide.setText("  " + self.desk.t.count(*TO_DECIDE, number))
        self.decide.setVisible(number > 0)

    def _close(self) -> None:
        self.detail.close_form()
        self.make.setFocus()


def columns(t: Texts) -> tuple[Column[DeviceRow], ...]:
    """What the list shows of a computer."""
    return (
        Column(t(N_("Name")), lambda row: row.name, strong=True),
        Column(t(N_("Who uses it")), lambda row: row.owner or "", spare=True),
        Column(t(N_("State")), lambda row: t(device_state(row)), 150),
        Column(t(N_("Received")), lambda row: local_time(t, row.received), 190),
        Column(t(N_("Sent")), lambda row: local_time(t, row.sent), 190, spare=True),
        Column(t(N_("Waiting")), lambda row: waiting(t, row), 110, right=True),
    )


def waiting(t: Texts, row: DeviceRow) -> str:
    """How many changes it is not known to have."""
    if row.here or row.dismissed:
        return ""
    return t(N_("Everything")) if row.waiting is None else t.number(row.waiting)
