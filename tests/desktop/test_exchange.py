"""Exchange in the window: whom there is something for, a file that came, entries to decide."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from db.edits import devices, duplicates
from db.queries import conflicts, people
from db.queries.circle import called
from desktop.app import Rembuk
from tests.db import intentions
from tests.db.sync.devices import Computer
from tests.desktop.conftest import started


@pytest.fixture
def rina(rembuk: Rembuk, tmp_path: Path) -> Iterator[Computer]:
    """A coordinator whose laptop was admitted by the open workspace."""
    computer = Computer(tmp_path / "rina", "Rina")
    card = computer.card()
    database = rembuk.tasks.database
    database.edit(devices.admit, card)
    computer.start(database.hand_over(_starter, card.device), card)
    yield computer
    computer.close()


def _starter(holder, device: str) -> bytes:
    from db.sync import outgoing

    return outgoing.starter(holder, called(holder.reader, device)).data


@pytest.fixture
def page(rembuk: Rembuk, rina: Computer):  # noqa: ARG001 - the page shows her
    rembuk.desk.navigation.go("exchange")
    return rembuk.window.page("exchange")


def from_rina(rina: Computer, tmp_path: Path) -> Path:
    file = tmp_path / "from-rina.rembuk-sync"
    file.write_bytes(rina.make(complete=True))
    return file


def cells(table, column: int) -> list[str]:
    model = table.model()
    return [model.index(row, column).data() for row in range(model.rowCount())]


def test_the_page_lists_everybody_and_what_waits(page) -> None:
    assert "Rina" in cells(page.table, 0)
    assert page.decide.isHidden()
    assert page.alone.isHidden()


def test_a_file_is_made_with_one_button(
    rembuk: Rembuk, page, rina: Computer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rembuk.tasks.database.edit(intentions.add_person, "Dari kantor")
    place = tmp_path / "out.rembuk-sync"
    monkeypatch.setattr(rembuk.desk.dialogs, "save_file", lambda *_: place)
    page.make.click()

    assert rina.merge(place.read_bytes()).changes > 0
    assert "Dari kantor" in rina.read(lambda r: r.rows(str, "SELECT name FROM person"))


def test_a_dropped_file_is_shown_before_it_is_taken_in(
    rembuk: Rembuk, page, rina: Computer, tmp_path: Path
) -> None:
    rina.edit(intentions.add_person, "Siti dari lapangan")
    before = rembuk.tasks.database.read(people.count)
    rembuk.window._drop([from_rina(rina, tmp_path)])

    assert "Rina" in page.incoming.heading.text()
    assert rembuk.tasks.database.read(people.count) == before
    page.incoming.take.click()
    assert rembuk.tasks.database.read(people.count) == before + 1
    assert not page.detail.isVisible()


def test_a_damaged_file_is_told_in_a_sentence(
    rembuk: Rembuk, page, rina: Computer, tmp_path: Path
) -> None:
    file = from_rina(rina, tmp_path)
    file.write_bytes(file.read_bytes()[:-9])
    rembuk.desk.navigation.go("exchange", str(file))

    assert page.incoming.problem.text()
    assert page.incoming.take.isHidden()
    assert page.incoming.sure.isHidden()


def test_a_clock_that_is_far_ahead_waits_for_a_yes(
    rembuk: Rembuk, page, rina: Computer, tmp_path: Path
) -> None:
    rina.ahead = 10 * 365 * 86400
    rina.edit(intentions.add_person, "Dari masa depan")
    rembuk.desk.navigation.go("exchange", str(from_rina(rina, tmp_path)))
    before = rembuk.tasks.database.read(people.count)
    page.incoming.take.click()
    assert rembuk.tasks.database.read(people.count) == before
    assert page.incoming.sure.isVisibleTo(page)

    page.incoming.sure.click()
    assert rembuk.tasks.database.read(people.count) == before + 1


@pytest.mark.parametrize("way", ["here", "there", "write"])
def test_two_values_lie_side_by_side_and_one_is_chosen(
    qtbot, rembuk: Rembuk, page, rina: Computer, tmp_path: Path, way: str
) -> None:
    database = rembuk.tasks.database
    row = database.edit(intentions.add_person, "Siti").value
    rina.merge(database.hand_over(_for_all))
    rina.edit(intentions.change_person, row, name="Sitti dari Rina")
    database.edit(intentions.change_person, row, name="Siti dari kantor")
    rembuk.desk.navigation.go("exchange", str(from_rina(rina, tmp_path)))
    page.incoming.take.click()
    assert not page.decide.isHidden()
    page.decide.click()

    decisions = rembuk.window.page("conflicts")
    table = decisions.table
    place = table.visualRect(decisions.model.index(0, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    shown = decisions.panel.sides.texts()
    assert {"Siti dari kantor", "Sitti dari Rina", "Siti", "Rina"} <= set(shown)
    if way == "write":
        decisions.panel.other.setText("Siti Aminah")
        decisions.panel.write.click()
    else:
        getattr(decisions.panel, way).click()
    expected = {"here": "Siti dari kantor", "there": "Sitti dari Rina", "write": "Siti Aminah"}[way]

    assert (
        database.read(lambda r: r.value("SELECT name FROM person WHERE id = ?", (row,))) == expected
    )
    assert database.read(conflicts.count) == 0
    assert decisions.stack.currentIndex() == 1


def _for_all(holder) -> bytes:
    from db.sync import outgoing

    return outgoing.make(holder, outgoing.everybody(holder)[0], complete=True).data


@pytest.mark.parametrize("there", ["open", "opened last"])
def test_a_file_that_is_opened_from_outside_is_shown(
    rembuk: Rembuk, rina: Computer, tmp_path: Path, qtbot, there: str
) -> None:
    rina.edit(intentions.add_person, "Siti dari lapangan")
    file = from_rina(rina, tmp_path)
    running = rembuk
    if there == "opened last":
        rembuk.tasks.stop()
        running = started(qtbot, None, recent=rembuk.preferences.recent)
    running.look_into(file)
    qtbot.waitUntil(lambda: "exchange" in running.window._made)

    page = running.window.page("exchange")
    assert running.window.stack.currentWidget() is page
    assert "Rina" in page.incoming.heading.text()
    if running is not rembuk:
        running.stop()


def test_a_file_without_any_workspace_is_told(
    qtbot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = []
    fresh = started(qtbot, None)
    monkeypatch.setattr(fresh.desk.dialogs, "tell", told.append)
    fresh.look_into(tmp_path / "x.rembuk-sync")
    assert len(told) == 1
    fresh.stop()


@pytest.mark.parametrize("answer", ["two", "one", "later"])
def test_who_was_joined_with_an_erased_person_is_asked_about(
    rembuk: Rembuk, page, rina: Computer, tmp_path: Path, monkeypatch, answer: str
) -> None:
    database = rembuk.tasks.database
    one, other = (
        database.edit(intentions.add_person, name).value for name in ("Khadijah", "Hatijah")
    )
    rina.merge(database.hand_over(_for_all))
    rina.edit(duplicates.merge, one, other)
    database.erase(one, "Atas permintaan sendiri")
    page.incoming.look(from_rina(rina, tmp_path))
    page.incoming.take.click()
    monkeypatch.setattr(
        rembuk.desk.dialogs, "choose", lambda *_: {"two": 0, "one": 1, "later": None}[answer]
    )
    monkeypatch.setattr(rembuk.desk.dialogs, "text", lambda _: "Orang yang sama")
    page.reload()
    page.decide.click()
    decisions = rembuk.window.page("conflicts")
    assert decisions.joined.texts() == ["Hatijah"]
    decisions.joined.opened.emit(other)

    left = database.read(conflicts.joined)
    assert [row.id for row in left] == ([other] if answer == "later" else [])
    listed = database.read(people.count, search_text="Hatijah")
    assert listed == (1 if answer == "two" else 0)
    assert decisions.joined.isHidden() == (answer != "later")
