"""Mistakes of last week are found in the history and taken back; what came since stays. By keyboard alone."""

import dataclasses
import time
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
from sqlmodel import Session

from db.database import Database
from db.edits import many, people
from db.edits.edit import edit
from desktop.app import Rembuk
from tests.journeys.keyboard import Hands

HISTORY, PEOPLE = "Ctrl+Shift+8", "Ctrl+4"
WEEK = 7 * 86_400 * 10**9
MEMBERS = 40
HERE, THERE = "33.25", "33.07"


@edit("Add members")
def add_members(session: Session) -> list[str]:
    drafts = (
        people.PersonDraft(name=f"Anggota {n:02d}", district_id=HERE) for n in range(1, MEMBERS + 1)
    )
    return [people.add(session, draft) for draft in drafts]


def change(database: Database, person: str, **fields: str) -> None:
    draft = database.read(people.draft, person)
    database.edit(people.change, person, dataclasses.replace(draft, **fields))


@pytest.fixture
def workspace(tmp_path: Path) -> tuple[Path, list[str]]:
    """Last week twelve members moved to a wrong district, five went, one got a wrong name; the work went on."""
    path = tmp_path / "Forum.rembuk"
    now = time.time_ns()
    with mock.patch("db.log.stamp.time.time_ns", return_value=now - WEEK):
        database = Database.create(path, name="Forum", author="Rina")
        members = database.edit(add_members).value
        database.edit(many.set_field, "person", members[:12], "district_id", THERE)
        database.edit(many.remove, "person", members[12:17])
        change(database, members[20], name="Orang Lain")
    for number in range(60):
        change(database, members[21 + number % 9], village=f"Dusun {number}")
    change(database, members[0], village="Kauman")
    change(database, members[20], name="Orang Lain Sekali")
    database.close()
    return path, members


@pytest.mark.journey
def test_mistakes_of_last_week_are_repaired_by_keyboard(
    rembuk: Rembuk, hands: Hands, workspace: tuple[Path, list[str]]
) -> None:
    path, members = workspace
    rembuk.open(path)
    hands.wait_for(lambda: rembuk.path == path)
    past = rembuk.window.page("history")

    def moved() -> int:
        return int(told("SELECT count(*) FROM person WHERE district_id = ?", THERE))

    def told(sql: str, *facts: object) -> Any:
        return rembuk.tasks.database.read(lambda reader: reader.value(sql, facts))

    def find(words: str, rows: int) -> None:
        """The history, narrowed by a few letters; the keyboard goes to its newest line, and in."""
        hands.press(HISTORY)
        hands.wait_for(past.isVisible)
        hands.press("Ctrl+F", "Ctrl+A")
        hands.type(words)
        hands.wait_for(lambda: past.model.rowCount() == rows)
        hands.tab_to(past.table.accessibleName())
        hands.press("Home", "Return")
        hands.wait_focus("Apa yang berubah")

    # Twelve members moved by one edit. It says whom it touched; one undo puts all of them right.
    assert moved() == 12
    find("ubah isian", 1)
    hands.wait_for(lambda: "Anggota 12" in past.form.text.toPlainText())
    hands.tab_to("Urungkan perubahan ini", back=True)
    hands.press("Return")
    hands.wait_for(lambda: moved() == 0)
    assert told("SELECT village FROM person WHERE id = ?", members[0]) == "Kauman"

    # That was the right one. It can be taken back and done again like everything else.
    hands.press("Ctrl+Z")
    hands.wait_for(lambda: moved() == 12)
    hands.press("Ctrl+Y")
    hands.wait_for(lambda: moved() == 0)

    # Five members who were removed are back in their list.
    hands.press(PEOPLE)
    listed = rembuk.window.page("people")
    hands.wait_for(lambda: listed.model.rowCount() == MEMBERS - 5)
    find("hapus", 1)
    hands.tab_to("Urungkan perubahan ini", back=True)
    hands.press("Return")
    hands.press(PEOPLE)
    hands.wait_for(lambda: listed.model.rowCount() == MEMBERS)

    # A name that was written anew since is not overwritten: that is told, and the way is to take back the later one.
    find("ubah anggota", 63)
    hands.wait_for(lambda: "Orang Lain Sekali" in past.form.text.toPlainText())
    hands.press("Escape")
    hands.wait_focus(past.table.accessibleName())
    hands.press("End", "Return")
    hands.wait_for(lambda: "Anggota 21" in past.form.text.toPlainText())
    hands.tab_to("Urungkan perubahan ini", back=True)
    hands.press("Return")
    hands.wait_for(lambda: "berubah lagi" in rembuk.window.notice.accessibleName())
    assert told("SELECT name FROM person WHERE id = ?", members[20]) == "Orang Lain Sekali"
    for newest in ("Home", "End"):
        hands.tab_to(past.table.accessibleName())
        hands.press(newest, "Return")
        hands.tab_to("Urungkan perubahan ini", back=True)
        hands.press("Return")
    hands.wait_for(
        lambda: told("SELECT name FROM person WHERE id = ?", members[20]) == "Anggota 21"
    )
    assert told("SELECT village FROM person WHERE id = ?", members[0]) == "Kauman"
    assert rembuk.tasks.database.check() == []
