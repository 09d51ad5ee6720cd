"""Two computers without a network: one joins the other, both work, and they agree again. By keyboard alone."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest import mock

import pytest

from db.queries import conflicts, people
from desktop.app import Rembuk
from desktop.preferences import Preferences
from desktop.tasks import Tasks
from tests.journeys.conftest import shown
from tests.journeys.keyboard import Hands

EXCHANGE = "Ctrl+Shift+6"
MEMBERS = "Ctrl+4"
STICK = "stik"


class Computer:
    """A laptop with a window of its own; whoever sits down ``at`` it finds it as it was left."""

    def __init__(self, qtbot, folder: Path, name: str) -> None:
        self.qtbot, self.name = qtbot, name
        self.home, self.file = folder / name / "home", folder / name / "Forum.rembuk"
        self.home.mkdir(parents=True)
        with mock.patch.dict(os.environ, {"REMBUK_HOME": str(self.home)}):
            self.app = Rembuk(Tasks(), Preferences(language="id", author=name))
            self.app.window.hide()

    @contextmanager
    def at(self) -> Iterator[Rembuk]:
        with mock.patch.dict(os.environ, {"REMBUK_HOME": str(self.home)}):
            yield shown(self.qtbot, lambda: self.app)
            self.qtbot.waitUntil(lambda: self.app.tasks._under_way == 0, timeout=20_000)
            self.app.window.hide()

    def members(self) -> list[str]:
        return sorted(one.full_name for one in self.app.tasks.database.read(people.page))

    def close(self) -> None:
        with mock.patch.dict(os.environ, {"REMBUK_HOME": str(self.home)}):
            self.app.stop()


@pytest.fixture
def two(qtbot, tmp_path: Path) -> Iterator[tuple[Computer, Computer]]:
    both = Computer(qtbot, tmp_path, "Kantor"), Computer(qtbot, tmp_path, "Rina")
    yield both
    for one in both:
        one.close()


@pytest.mark.journey
def test_two_computers_agree_by_keyboard(
    two: tuple[Computer, Computer], hands: Hands, tmp_path: Path
) -> None:
    office, rina = two
    stick = tmp_path / STICK
    stick.mkdir()
    card, first = stick / "kartu.rembuk-card", stick / "pertama.rembuk-sync"

    with office.at() as app:
        hands.tab_to("Ruang kerja baru")
        hands.will_answer(office.file, "\t")  # without a passphrase
        hands.press("Return")
        hands.wait_for(lambda: app.path == office.file)
        add(app, hands, "Siti Aminah", 1)

    # The new computer shows its card and takes it to the stick; both say the same digits.
    with rina.at() as app:
        hands.tab_to("Bergabung")
        hands.press("Return")
        join = app.window.stack.currentWidget()
        hands.tab_to("Buat kartu")
        hands.press("Return")
        hands.wait_focus("Simpan kartu")
        digits = join.digits.text().rpartition(": ")[2]
        hands.will_answer(card)
        hands.press("Return")
        hands.wait_for(card.exists)

    with office.at() as app:
        hands.press(EXCHANGE)
        exchange = app.window.page("exchange")
        hands.tab_to("Terima komputer")
        hands.will_answer(card)
        hands.press("Return")
        hands.wait_for(lambda: digits in exchange.admitting.digits.text())
        hands.will_answer(first)
        hands.press("Ctrl+S")
        hands.wait_for(first.exists)

    with rina.at() as app:
        hands.tab_to("Buka berkas awal")
        hands.will_answer(first, rina.file, "\t")
        hands.press("Return")
        hands.wait_for(lambda: app.path == rina.file)
        assert rina.members() == ["Siti Aminah"]

        # In the field: somebody new, and a name put right.
        add(app, hands, "Wati Rahayu", 2)
        rename(app, hands, "siti", "Siti Aminah Rina")
        hand_over(hands, stick / "dari-rina.rembuk-sync")

    # Meanwhile in the office: the same name, otherwise. Nobody loses: both values are shown.
    with office.at() as app:
        rename(app, hands, "siti", "Siti Aminah Kantor")
        take_in(app, hands, stick / "dari-rina.rembuk-sync")
        hands.wait_focus("1 isian perlu diputuskan")
        hands.press("Return")
        page = app.window.page("conflicts")
        hands.wait_for(lambda: page.model.rowCount() == 1)
        hands.tab_to(page.table.accessibleName())
        hands.press("Down", "Return")
        hands.wait_for(lambda: "Siti Aminah Rina" in page.panel.sides.texts())
        assert "Siti Aminah Kantor" in page.panel.sides.texts()
        hands.tab_to("Ambil yang itu (kanan)")
        hands.press("Return")
        hands.wait_for(lambda: app.tasks.database.read(conflicts.count) == 0)
        hand_over(hands, stick / "dari-kantor.rembuk-sync")

    with rina.at() as app:
        take_in(app, hands, stick / "dari-kantor.rembuk-sync")
        hands.wait_for(lambda: rina.members() == office.members())
        assert app.tasks.database.read(conflicts.count) == 0
    assert office.members() == ["Siti Aminah Rina", "Wati Rahayu"]
    for one in two:
        assert one.app.tasks.database.check() == []


def members(app: Rembuk, hands: Hands) -> Any:
    """The page of the members, opened."""
    hands.press(MEMBERS)
    page = app.window.page("people")
    hands.wait_for(page.isVisible)
    return page


def add(app: Rembuk, hands: Hands, name: str, rows: int) -> None:
    """A new member."""
    page = members(app, hands)
    hands.press("Ctrl+N")
    hands.wait_focus("Nama lengkap")
    hands.type(name)
    hands.press("Ctrl+S")
    hands.wait_for(lambda: page.model.rowCount() == rows and not page.form.dirty)


def rename(app: Rembuk, hands: Hands, search: str, name: str) -> None:
    """Find somebody by a few letters, and write another name."""
    page = members(app, hands)
    hands.press("Ctrl+F")
    hands.press("Ctrl+A")
    hands.type(search)
    hands.wait_for(lambda: page.model.rowCount() == 1)
    hands.tab_to("Anggota")
    hands.press("Home", "Return")
    hands.wait_focus("Nama lengkap")
    hands.press("Ctrl+A")
    hands.type(name)
    hands.press("Ctrl+S")
    hands.wait_for(lambda: page.model.row(0).full_name == name)


def hand_over(hands: Hands, place: Path) -> None:
    """What the others do not have goes to the stick."""
    hands.press(EXCHANGE)
    hands.tab_to("Buat berkas")
    hands.will_answer(place)
    hands.press("Return")
    hands.wait_for(place.exists)


def take_in(app: Rembuk, hands: Hands, place: Path) -> None:
    """Look at what a file would bring, and take it."""
    hands.press(EXCHANGE)
    panel = app.window.page("exchange").incoming
    hands.tab_to("Ambil isi berkas")
    hands.will_answer(place)
    hands.press("Return")
    hands.wait_focus("Ambil isinya")
    hands.press("Return")
    hands.wait_for(lambda: not panel.take.isVisible())
