"""The circle in the window: cards, what a computer gets, its names, its end, and the folder they share."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from db.circle import cards
from db.circle.certificates import Scope
from db.edits import devices
from db.queries import exchange, people
from db.sync import incoming
from desktop.app import Rembuk
from desktop.exchange import admit, carrier
from desktop.preferences import Preferences
from exports.kit.qr import png
from tests.db import intentions
from tests.db.sync.devices import Computer
from tests.desktop.conftest import started

BATANG = "33.25"


@pytest.fixture
def rina(tmp_path: Path) -> Iterator[Computer]:
    """A laptop that nobody admitted yet."""
    computer = Computer(tmp_path / "rina", "Rina")
    yield computer
    if hasattr(computer, "database"):
        computer.close()


@pytest.fixture
def page(rembuk: Rembuk):
    rembuk.desk.navigation.go("exchange")
    return rembuk.window.page("exchange")


@pytest.fixture
def place(rembuk: Rembuk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where files are saved that the window asks a place for."""
    file = tmp_path / "made.rembuk-sync"
    monkeypatch.setattr(rembuk.desk.dialogs, "save_file", lambda *_: file)
    return file


def known(rembuk: Rembuk) -> dict[str, exchange.DeviceRow]:
    return {one.name: one for one in rembuk.tasks.database.read(exchange.devices)}


def show(page, name: str):
    names = [one.name for one in page.model.rows]
    page.stand_on(names.index(name))
    return page.panel


@pytest.mark.parametrize("way", ["file", "picture"])
def test_a_card_is_admitted_and_its_first_file_made(
    rembuk: Rembuk, page, rina: Computer, place: Path, tmp_path: Path, way: str
) -> None:
    card = rina.card()
    file = tmp_path / ("card.rembuk-card" if way == "file" else "card.png")
    file.write_bytes(card.text().encode() if way == "file" else png(card.text()))
    page._show_card(file)

    assert page.admitting.heading.text() == "Rina"
    assert card.digits in page.admitting.digits.text()
    page.admitting.save_button.click()
    rina.start(place.read_bytes(), card)
    assert rina.read(people.count) == rembuk.tasks.database.read(people.count)


def test_a_card_that_is_dropped_on_the_window_is_shown(
    rembuk: Rembuk, rina: Computer, tmp_path: Path
) -> None:
    file = tmp_path / "rina.rembuk-card"
    file.write_text(rina.card().text())
    rembuk.window._drop([file])
    assert rembuk.window.page("exchange").admitting.heading.text() == "Rina"


def test_what_is_no_card_is_told(rembuk: Rembuk, page, tmp_path: Path) -> None:
    said = []
    rembuk.desk.navigation.said.connect(lambda text, _: said.append(text))
    file = tmp_path / "x.rembuk-card"
    file.write_text("{}")
    page._show_card(file)
    assert said == [rembuk.desk.t(cards.NOT_A_CARD)]
    assert not page.detail.isVisible()


def test_a_computer_gets_some_districts_alone(
    rembuk: Rembuk, page, rina: Computer, place: Path, tmp_path: Path
) -> None:
    card = rina.card()
    file = tmp_path / "card.rembuk-card"
    file.write_text(card.text())
    page._show_card(file)
    form = page.admitting
    form.gets.show_value(admit.PART)
    form.gets.edited.emit()
    form.save_button.click()
    assert form.gets._problem.text() == rembuk.desk.t(admit.NOTHING_CHOSEN)
    assert "Rina" not in known(rembuk)

    form.districts.show_value([{"id": BATANG, "name": "Kabupaten Batang"}])
    form.save_button.click()
    assert known(rembuk)["Rina"].scope == Scope(districts=(BATANG,))
    rina.start(place.read_bytes(), card)
    assert 0 < rina.read(people.count) < rembuk.tasks.database.read(people.count)
    panel = show(page, "Rina")
    assert "Kabupaten Batang" in panel.state.text()

    panel.scope.click()
    assert [row["id"] for row in form.districts.read_value()] == [BATANG]
    form.gets.show_value(admit.ALL)
    form.save_button.click()
    assert known(rembuk)["Rina"].scope == Scope()


def test_a_computer_is_named_and_dismissed(rembuk: Rembuk, page, rina: Computer) -> None:
    rembuk.tasks.database.edit(devices.admit, rina.card())
    page.reload()
    panel = show(page, "Rina")
    panel.fields["name"].show_value("")
    panel.save_button.click()
    assert panel.fields["name"]._problem.text() == rembuk.desk.t(devices.NAME_MISSING)
    panel.fields["name"].show_value("Laptop Rina")
    panel.save_button.click()
    assert "Laptop Rina" in known(rembuk)

    show(page, "Laptop Rina").remove_button.click()
    assert known(rembuk)["Laptop Rina"].dismissed


def test_a_copy_that_nobody_uses_is_put_out_of_use(
    rembuk: Rembuk, page, rina: Computer, tmp_path: Path
) -> None:
    database = rembuk.tasks.database
    card = rina.card()
    database.edit(devices.admit, card)
    page._ask_place = lambda _: tmp_path / "first.rembuk-sync"
    page.make_first(card.device)
    rina.start((tmp_path / "first.rembuk-sync").read_bytes(), card)
    rina.database.close()
    (rina.folder / "home").rename(rina.folder / "home of another computer")
    rina.open()
    rina.edit(intentions.add_person, "Dari salinan")
    database.merge(rina.make(complete=True))
    (copy,) = known(rembuk)["Rina"].copies
    page.reload()
    show(page, "Rina").copies.opened.emit(copy)
    assert known(rembuk)["Rina"].copies == ()


def test_files_so_far_are_told(rembuk: Rembuk, page, rina: Computer, place: Path) -> None:  # noqa: ARG001 - saved there
    rembuk.tasks.database.edit(devices.admit, rina.card())
    page.reload()
    show(page, "Rina").first.click()
    page.so_far.click()
    assert any("Rina" in text for text in page.files.texts())


# The folder that is shared


def test_a_shared_folder_is_looked_into_by_hand_and_on_its_own(
    rembuk: Rembuk, page, rina: Computer, place: Path, tmp_path: Path, monkeypatch
) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    monkeypatch.setattr(rembuk.desk.dialogs, "folder", lambda *_: shared)
    card = rina.card()
    rembuk.tasks.database.edit(devices.admit, card)
    page.make_first(card.device)
    rina.start(place.read_bytes(), card)
    page.share.click()
    assert page.folder.place.text() == rembuk.desk.t(carrier.NONE)
    page.folder.choose.click()
    assert rembuk.desk.t(carrier.LEFT) in page.folder.told.text()
    assert list(shared.glob("*.rembuk-sync"))

    rina.edit(intentions.add_person, "Siti dari folder")
    (shared / "rina.rembuk-sync").write_bytes(rina.make())
    said, changed = [], []
    rembuk.desk.navigation.said.connect(lambda text, _: said.append(text))
    rembuk.tasks.changed.connect(changed.append)
    rembuk.carry()
    assert any("Rina" in text for text in said)
    assert any("person" in one.tables for one in changed)
    assert rembuk.tasks.database.read(people.count, search_text="Siti dari folder") == 1

    page.folder.stop.click()
    assert rembuk.preferences.folder_of(rembuk.path) is None
    (shared / "rina.rembuk-sync").write_bytes(b"")
    rembuk.carry()  # none is shared any more


def test_a_stick_that_is_not_plugged_in_disturbs_nobody(rembuk: Rembuk, tmp_path: Path) -> None:
    said = []
    rembuk.desk.navigation.said.connect(lambda text, _: said.append(text))
    rembuk.preferences.share(rembuk.path, tmp_path / "gone")
    rembuk.carry()
    assert said == []


def test_a_file_that_is_refused_is_named_with_its_reason(
    rembuk: Rembuk, page, rina: Computer, place: Path, tmp_path: Path
) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    rembuk.preferences.share(rembuk.path, shared)
    card = rina.card()
    rembuk.tasks.database.edit(devices.admit, card)
    page.make_first(card.device)
    rina.start(place.read_bytes(), card)
    (shared / "rina.rembuk-sync").write_bytes(rina.make())
    rembuk.tasks.database.edit(devices.dismiss, card.device)
    page.share.click()
    page.folder.now.click()
    assert rembuk.desk.t(incoming.DISMISSED, sender="Rina") in page.folder.told.text()
    assert "rina.rembuk-sync" in page.folder.told.text()


# A new computer


def test_a_first_file_that_is_dropped_starts_the_workspace(
    qtbot, demo_copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = cards.make("Laptop baru", "Pemilik")
    office = started(qtbot, demo_copy)
    office.tasks.database.edit(devices.admit, card)
    first = tmp_path / "first.rembuk-sync"
    office.desk.navigation.go("exchange")
    office.window.page("exchange")._ask_place = lambda _: first
    office.window.page("exchange").make_first(card.device)
    number = office.tasks.database.read(people.count)
    office.stop()

    fresh = started(qtbot, None)
    monkeypatch.setattr(fresh.desk.dialogs, "save_file", lambda *_: tmp_path / "mine.rembuk")
    monkeypatch.setattr(fresh.desk.dialogs, "fresh_passphrase", lambda *_: "")
    fresh.window._drop([first])
    assert fresh.path == tmp_path / "mine.rembuk"
    assert fresh.tasks.database.read(people.count) == number
    assert fresh.preferences.author == "Pemilik"
    assert cards.waiting() == []
    fresh.stop()


def test_the_card_that_waits_is_shown_again(qtbot) -> None:
    card = cards.make("Laptop baru", "Pemilik")
    fresh = started(qtbot, None)
    fresh.join()
    page = fresh.window.stack.currentWidget()
    assert card.digits in page.digits.text()
    page.again.click()
    page.name.show_value("")
    page.make.click()
    assert page.name._problem.text()
    page.name.show_value("Laptop kedua")
    page.make.click()
    assert [one.name for one in cards.waiting()] == ["Laptop kedua", "Laptop baru"]
    page.left.emit()
    assert fresh.window.stack.currentWidget() is not page
    fresh.stop()


def test_a_file_for_somebody_else_starts_nothing(
    rembuk: Rembuk, page, rina: Computer, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rembuk.tasks.database.edit(devices.admit, rina.card())
    page.reload()
    show(page, "Rina").first.click()
    told: list[str] = []
    monkeypatch.setattr(rembuk.desk.dialogs, "tell", told.append)
    rembuk.start_from(place)
    assert told == [rembuk.desk.t(cards.NO_KEYS)]


def test_folders_are_remembered_for_each_workspace(tmp_path: Path) -> None:
    prefer = Preferences()
    prefer.share(tmp_path / "a.rembuk", tmp_path)
    assert Preferences.load().folder_of(tmp_path / "a.rembuk") == tmp_path
    assert Preferences.load().folder_of(tmp_path / "b.rembuk") is None
