"""A day with 25 people: enrolled at once, ticked off by letters, and greeted at the door."""

import datetime as dt
from pathlib import Path

import pytest
from sqlmodel import Session

from db.database import Database
from db.edits import many, people
from db.edits.edit import edit
from db.queries import participants
from desktop.app import Rembuk
from tests.journeys.keyboard import Hands
from tests.world import World

FIRST, SECOND = 0, 1
SIGNS = ["present", "late", "excused", "late", "sick"]


@edit("Add members")
def add_members(session: Session, number: int) -> list[str]:
    drafts = (people.PersonDraft(name=f"Anggota {n:02d}") for n in range(1, number + 1))
    return [people.add(session, draft) for draft in drafts]


@pytest.fixture
def workspace(tmp_path: Path) -> tuple[Path, str]:
    """25 members, 20 of them on the list of an activity whose first session is today."""
    path = tmp_path / "Forum.rembuk"
    database = Database.create(path, name="Forum", author="Penguji")
    world = World(database)
    today = dt.date.today()  # noqa: DTZ011 - the day on the wall
    activity = world.activity("Lokakarya", status="running", starts=today.isoformat())
    for day in (today, today + dt.timedelta(days=1)):
        world.session(activity, date=day.isoformat())
    members = database.edit(add_members, 25).value
    database.edit(many.enrol, activity, members[:20])
    database.close()
    return path, activity


@pytest.mark.journey
def test_25_people_by_keyboard(rembuk: Rembuk, hands: Hands, workspace: tuple[Path, str]) -> None:
    path, activity = workspace
    rembuk.open(path)
    hands.wait_for(lambda: rembuk.path == path)

    def known() -> participants.Grid:
        """What the database says."""
        return rembuk.tasks.database.read(participants.grid, activity)

    # The last five of the list of members, marked and enrolled at once.
    hands.press("Ctrl+4")
    listed = rembuk.window.page("people")
    hands.wait_for(lambda: listed.model.rowCount() == 25)
    hands.tab_to("Anggota")
    hands.press("End")
    hands.press("Shift+Up", times=4)
    assert listed.table.marked() == 5
    hands.tab_to("Daftarkan ke kegiatan", back=True)
    hands.press("Return")
    hands.wait_focus("Ketik beberapa huruf")
    hands.type("lok")
    hands.wait_for(lambda: hands.offered == ["Lokakarya"])
    hands.press("Down", "Return")
    hands.wait_for(lambda: len(known().rows) == 25)

    # From the list of activities to the grid; letters go down from person to person.
    hands.press("Ctrl+2")
    hands.wait_for(lambda: rembuk.window.page("activities").model.rowCount() == 1)
    hands.tab_to("Kegiatan")
    hands.press("Down", "F7")
    grid = rembuk.window.page("attendance")
    hands.wait_for(lambda: grid.model.rowCount() == 25 and hands.focus == "Kehadiran")
    hands.type("hti")
    hands.type("0920")
    hands.press("Return")
    hands.wait_focus("Kehadiran")
    hands.type("s")
    assert [grid.model.mark_of(cell) for cell in first_cells(known(), 5)] == SIGNS
    hands.press("Up", "Ctrl+D")
    hands.wait_for(lambda: known().recorded(FIRST) == 25)
    hands.press("Ctrl+Z")
    hands.wait_for(lambda: known().recorded(FIRST) == 5 == grid.model.recorded(FIRST))
    hands.press("F6")
    hands.wait_for(lambda: known().recorded(FIRST) == 25 == grid.model.recorded(FIRST))
    assert grid.model.there(FIRST) == known().there(FIRST) == 23

    # Somebody whom nobody knows walks in: one line, and she is there.
    hands.press("Ctrl+N")
    hands.type("Siti Aminah")
    hands.press("Return")
    hands.wait_for(lambda: grid.model.rowCount() == 26 and grid.model.there(FIRST) == 24)

    # At the door: a name, and what a scanner types of a badge.
    hands.press("F9")
    hands.wait_focus("Ketik nama atau pindai kartu")
    door = rembuk.window.page("check_in")
    hands.wait_for(lambda: "24" in door.counted.text())
    hands.type("anggota 03")
    hands.press("Return")
    hands.wait_for(lambda: "Anggota 03" in door.said.text() and "25" in door.counted.text())
    badge = next(row.id for row in known().rows if row.full_name == "Anggota 05")
    hands.type(f"rembuk:p:{badge}")
    hands.press("Return")
    hands.wait_for(lambda: "Anggota 05" in door.said.text() and "26" in door.counted.text())
    hands.press("Escape")
    hands.wait_focus("Kehadiran")

    found = known()
    assert found.arrivals[first_cells(found, 4)[-1]] == "09:20"
    hands.wait_for(lambda: grid.model.there(FIRST) == found.there(FIRST) == 26)
    assert found.recorded(FIRST) == 26
    assert found.recorded(SECOND) == 0
    assert "26" in grid.totals.text()


def first_cells(grid: participants.Grid, number: int) -> list[tuple[str, str]]:
    """The first people in the first session, by participation and session."""
    return [(row.id, grid.sessions[FIRST].id) for row in grid.rows[:number]]
