"""An admin and two coordinators without a network, each at a window of their own, with real threads."""

import os
from collections.abc import Iterator
from pathlib import Path
from unittest import mock

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from db.queries import conflicts, people
from desktop.app import Rembuk
from desktop.preferences import Preferences
from desktop.tasks import Tasks
from desktop.theme import load_fonts
from tests.journeys.conftest import Answers

pytestmark = pytest.mark.journey
LONG = 30_000


class Laptop:
    """A window, and the application data of its computer: ``with`` it, everything happens there."""

    def __init__(self, qtbot, folder: Path, name: str) -> None:
        self.qtbot, self.folder, self.name = qtbot, folder / name, name
        self.folder.mkdir()
        self.file = self.folder / f"{name}.rembuk"
        with self:
            self.app = Rembuk(Tasks(), Preferences(language="id", author=name), Answers)

    def __enter__(self) -> "Laptop":
        self._home = mock.patch.dict(os.environ, {"REMBUK_HOME": str(self.folder / "home")})
        self._home.start()
        return self

    def __exit__(self, *_: object) -> None:
        if hasattr(self, "app"):
            self.rest()
        self._home.stop()

    def rest(self) -> None:
        """Wait until nothing is under way."""
        self.qtbot.waitUntil(lambda: self.app.tasks._under_way == 0, timeout=LONG)

    def click(self, button, *answers: object) -> None:
        Answers.ready = list(answers)
        self.qtbot.waitUntil(button.isVisible, timeout=LONG)
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        self.rest()

    def page(self, key: str, row: str | None = None):
        self.app.desk.navigation.go(key, row)
        self.rest()
        return self.app.window.page(key)

    def found(self) -> None:
        with self:
            self.click(self.app.window.stack.currentWidget().new_button, self.file, "")
            self.qtbot.waitUntil(lambda: self.app.path == self.file, timeout=LONG)

    def join(self, admin: "Laptop", *, by_picture: bool) -> None:
        """The card goes out as a file or as a photo of the screen; the first file comes back."""
        first = self.folder / "first.rembuk-sync"
        with self:
            self.click(self.app.window.stack.currentWidget().join_button)
            page = self.app.window.stack.currentWidget()
            page.name.show_value(self.name)
            self.click(page.make)
            card = self.folder / ("photo.png" if by_picture else "card.rembuk-card")
            if by_picture:
                assert page.code.grab().save(str(card))
            else:
                self.click(page.save, card)
            digits = page.digits.text().rpartition(": ")[2]
        with admin:
            exchange = admin.page("exchange")
            admin.click(exchange.admit, card)
            self.qtbot.waitUntil(
                lambda: exchange.admitting.heading.text() == self.name, timeout=LONG
            )
            assert digits in exchange.admitting.digits.text()
            admin.click(exchange.admitting.save_button, first)
            self.qtbot.waitUntil(first.exists, timeout=LONG)
        with self:
            self.click(page.open_button, first, self.file, "")
            self.qtbot.waitUntil(lambda: self.app.path == self.file, timeout=LONG)

    def make(self, name: str) -> Path:
        place = self.folder / f"{name}.rembuk-sync"
        with self:
            self.click(self.page("exchange").make, place)
            self.qtbot.waitUntil(place.exists, timeout=LONG)
        return place

    def take(self, file: Path):
        """Drop a file on the window, look at it, and take it in; answers the panel."""
        with self:
            self.app.window._drop([file])
            panel = self.app.window.page("exchange").incoming
            self.qtbot.waitUntil(panel.take.isVisible, timeout=LONG)
            self.click(panel.take)
        return panel

    def add(self, name: str) -> str:
        with self:
            page = self.page("people")
            page.add()
            QTest.keyClicks(page.form.fields["name"].editor, name)
            self.click(page.form.save_button)
            return str(page._row)

    def rename(self, row: str, name: str) -> None:
        with self:
            page = self.page("people", row)
            page.form.fields["name"].show_value(name)
            self.click(page.form.save_button)

    def names(self) -> list[str]:
        return sorted(one.full_name for one in self.app.tasks.database.read(people.page))

    def close(self) -> None:
        with self:
            self.app.stop()


@pytest.fixture
def laptops(qtbot, tmp_path: Path, answers) -> Iterator[list[Laptop]]:  # noqa: ARG001 - none may be left
    load_fonts()
    three = [Laptop(qtbot, tmp_path, name) for name in ("Kantor", "Rina", "Yusuf")]
    yield three
    for laptop in three:
        laptop.close()


def test_three_windows_agree_after_weeks_apart(laptops: list[Laptop]) -> None:
    admin, rina, yusuf = laptops
    admin.found()
    siti = admin.add("Siti Aminah")
    rina.join(admin, by_picture=False)
    yusuf.join(admin, by_picture=True)
    assert rina.names() == yusuf.names() == ["Siti Aminah"]

    # Weeks without a network: one file is lost, another comes twice.
    rina.add("Wati Rahayu")
    rina.make("lost")
    rina.rename(siti, "Siti Aminah Rina")
    yusuf.rename(siti, "Siti Aminah Yusuf")
    late = yusuf.make("late")
    admin.take(rina.make("second"))
    assert admin.names() == ["Siti Aminah Rina", "Wati Rahayu"]
    again = admin.take(rina.make("third"))
    assert not again.twice.isVisible()

    # Yusuf wrote something else: both values are there, and the admin decides.
    panel = admin.take(late)
    with admin:
        admin.click(panel.decide)
        page = admin.app.window.page("conflicts")
        page.stand_on(0)
        assert {"Siti Aminah Rina", "Siti Aminah Yusuf", "Rina", "Yusuf"} <= set(
            page.panel.sides.texts()
        )
        admin.click(page.panel.here)
        assert admin.app.tasks.database.read(conflicts.count) == 0

    # Somebody wants to be forgotten. A file from before that comes late, and brings nobody back.
    before = rina.make("before")
    with admin:
        page = admin.page("people", siti)
        admin.click(page.form.erase_button, "Atas permintaan sendiri")
    admin.take(before)
    assert admin.names() == ["Wati Rahayu"]
    for one in (rina, yusuf):
        one.take(admin.make(f"for {one.name}"))
        assert one.names() == ["Wati Rahayu"]
        with one:
            assert one.app.tasks.database.check() == []
