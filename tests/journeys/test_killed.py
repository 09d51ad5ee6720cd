"""The battery is empty in the middle of a form. What was typed is offered when the laptop runs again."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from db.database import Database
from db.queries import people, unsaved
from desktop.app import Rembuk
from tests.journeys import left_alone
from tests.journeys.keyboard import Hands


@pytest.mark.journey
def test_what_was_typed_when_the_program_was_killed_comes_back(
    rembuk: Rembuk, hands: Hands, tmp_path: Path
) -> None:
    path = tmp_path / "Forum.rembuk"
    Database.create(path, name="Forum", author="Penguji").close()
    command = [sys.executable, "-m", left_alone.__name__, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        assert program.stdout.readline().strip() == left_alone.TYPED
        program.kill()
    assert program.returncode == -signal.SIGKILL

    rembuk.open(path)
    hands.wait_for(lambda: rembuk.path == path)
    database = rembuk.tasks.database
    assert database.check() == []
    assert database.read(people.count) == 0
    assert [one.form for one in database.read(unsaved.waiting)] == ["PersonDraft"]

    # It waits on the first page, under what somebody worked on last.
    again = rembuk.window.page("home").again
    hands.wait_for(again.texts)
    hands.tab_to(again.texts()[0])
    hands.press("Return")
    hands.wait_focus("Nama lengkap")
    form = rembuk.window.page("people").form
    hands.wait_for(lambda: form.fields["name"].read_value() == "Siti Aminah")
    assert form.fields["phone"].read_value() == "0812 3456 7890"
    hands.press("Ctrl+S")
    hands.wait_for(lambda: database.read(people.count) == 1)
    hands.wait_for(lambda: database.read(unsaved.waiting) == [])
