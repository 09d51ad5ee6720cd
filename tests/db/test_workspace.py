import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from db import backup, engine, workspace
from db.database import Database
from db.engine import DAMAGED
from db.errors import UserError, WorkspaceError
from db.migrations import runner
from tests.db import intentions

PASSPHRASE = "padi 'menguning' \"di\" sawah"


def refusal(path: Path, passphrase: str | None = None) -> str:
    """The sentence that opening a file is refused with; the file stays as it was."""
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(WorkspaceError) as error:
        Database.open(path, passphrase=passphrase)
    assert (path.read_bytes() if path.is_file() else None) == before
    return error.value.text


@pytest.fixture
def encrypted(tmp_path: Path) -> Path:
    path = tmp_path / "rahasia.rembuk"
    with_one = Database.create(path, name="Forum Rahasia", passphrase=PASSPHRASE)
    with_one.edit(intentions.add_person, "Aminah")
    with_one.close()
    return path


def test_an_encrypted_file_opens_with_its_passphrase_and_shows_no_name(encrypted: Path) -> None:
    assert b"Aminah" not in encrypted.read_bytes()
    database = Database.open(encrypted, passphrase=PASSPHRASE)
    assert database.read(lambda reader: reader.value("SELECT name FROM person")) == "Aminah"
    database.close()


def test_a_wrong_passphrase_is_told(encrypted: Path) -> None:
    assert refusal(encrypted, "salah") == workspace.WRONG_PASSPHRASE


def test_a_missing_passphrase_is_asked_for(encrypted: Path) -> None:
    with pytest.raises(workspace.PassphraseNeededError):
        Database.open(encrypted)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert refusal(tmp_path / "nowhere.rembuk") == engine.MISSING


def test_foreign_files_are_told_apart(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "sheet.rembuk", "w") as archive:
        archive.writestr("xl/workbook.xml", os.urandom(20_000))
    (tmp_path / "text.rembuk").write_text("Daftar hadir\n" * 4096)
    (tmp_path / "empty.rembuk").write_bytes(b"")
    (tmp_path / "short.rembuk").write_bytes(os.urandom(700))
    for name in ("sheet", "text", "empty", "short"):
        assert refusal(tmp_path / f"{name}.rembuk", "apa saja") == engine.FOREIGN


def test_another_programs_database_is_foreign(tmp_path: Path) -> None:
    from db.engine import new_connection

    other = new_connection(tmp_path / "other.db")
    other.execute("CREATE TABLE thing (id INTEGER)")
    other.close()

    assert refusal(tmp_path / "other.db") == engine.FOREIGN


def test_a_damaged_file_is_told(workspace_file: Path) -> None:
    content = bytearray(workspace_file.read_bytes())
    content[200 : len(content) // 2] = os.urandom(len(content) // 2 - 200)
    workspace_file.write_bytes(content)

    assert refusal(workspace_file) == DAMAGED


def test_a_truncated_encrypted_file_is_told(encrypted: Path) -> None:
    content = encrypted.read_bytes()
    encrypted.write_bytes(content[: len(content) // 2 + 100])

    assert refusal(encrypted, PASSPHRASE) == DAMAGED


def test_a_file_of_a_newer_program_is_refused(workspace_file: Path) -> None:
    from db.engine import new_connection

    newer = new_connection(workspace_file)
    newer.execute("PRAGMA user_version = 99")
    newer.close()

    assert refusal(workspace_file) == runner.NEWER


def test_a_file_open_in_this_window_is_refused(database: Database) -> None:
    with pytest.raises(WorkspaceError) as error:
        Database.open(database.path)
    assert error.value.text == engine.OPEN_ELSEWHERE


OPEN_AND_WAIT = """
import sys
from pathlib import Path
from db.database import Database
database = Database.open(Path(sys.argv[1]))
print("open", flush=True)
sys.stdin.read()
"""


def test_a_file_open_in_another_window_is_refused(workspace_file: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", OPEN_AND_WAIT, str(workspace_file)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout.readline() == "open\n"
        with pytest.raises(WorkspaceError) as error:
            Database.open(workspace_file)
        other.stdin.close()
        assert other.wait(30) == 0
    assert error.value.text == engine.OPEN_ELSEWHERE
    Database.open(workspace_file).close()


IN_A_READ_ONLY_FOLDER = """
import os, sys
from pathlib import Path
from db.database import Database
from db.errors import UserError, WorkspaceError
path = Path(sys.argv[1])
if os.getuid() == 0:
    os.setuid(65534)
for attempt in (
    lambda: Database.open(path),
    lambda: Database.create(path.with_name("new.rembuk"), name="Baru"),
):
    try:
        attempt()
    except WorkspaceError as error:
        print(error.text)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="folders have no write permission on Windows")
def test_a_folder_that_cannot_be_written_is_told(fresh_file: Path) -> None:
    import shutil
    import tempfile

    folder = Path(tempfile.mkdtemp())  # pytest's own folders are closed to other users
    shutil.copy(fresh_file, folder / "forum.rembuk")
    folder.chmod(0o555)
    try:
        told = subprocess.run(
            [sys.executable, "-c", IN_A_READ_ONLY_FOLDER, str(folder / "forum.rembuk")],
            capture_output=True,
            text=True,
            check=True,
        )
    finally:
        folder.chmod(0o755)
        shutil.rmtree(folder)
    assert told.stdout.splitlines() == [workspace.READ_ONLY] * 2, told.stderr


def test_an_existing_file_is_never_overwritten(workspace_file: Path) -> None:
    before = workspace_file.read_bytes()
    with pytest.raises(WorkspaceError) as error:
        Database.create(workspace_file, name="Baru")
    assert error.value.text == workspace.EXISTS
    assert workspace_file.read_bytes() == before


@pytest.mark.parametrize(
    ("old", "new"), [(None, PASSPHRASE), (PASSPHRASE, "lain"), (PASSPHRASE, None)]
)
def test_the_passphrase_can_be_set_changed_and_taken_away(tmp_path: Path, old, new) -> None:
    path = tmp_path / "forum.rembuk"
    database = Database.create(path, name="Forum", passphrase=old)
    database.edit(intentions.add_person, "Aminah")
    database.change_passphrase(new)
    database.edit(intentions.add_person, "Budi")
    assert database.check() == []
    database.close()

    reopened = Database.open(path, passphrase=new)
    from tests.db.test_search import found

    assert found(reopened, "aminah") == ["Aminah"]
    assert reopened.read(lambda reader: reader.value("SELECT count(*) FROM person")) == 2
    reopened.close()
    if new:
        assert refusal(path, old or "salah") == workspace.WRONG_PASSPHRASE
        assert b"Aminah" not in path.read_bytes()


def test_a_backup_a_day_is_made(encrypted: Path) -> None:
    database = Database.open(encrypted, passphrase=PASSPHRASE)
    assert database.back_up_daily() is not None
    assert database.back_up_daily() is None
    assert len(backup.backups(encrypted)) == 1
    database.close()


def _begun_and_taken_back(database: Database) -> None:
    """Enough that pages are written before they are taken back."""
    with engine.trial(database._connection):
        database._connection.execute("PRAGMA cache_size = 10")
        database._connection.execute("CREATE TABLE taken_back (text)")
        for number in range(200):
            database._connection.execute("INSERT INTO taken_back VALUES (?)", (f"{number}" * 3000,))


class _Between:
    """Somebody who edits between the pieces of a backup."""

    def __init__(self, work: Callable[[], object]) -> None:
        self.pauses, self._work = 0, work

    def __enter__(self) -> None: ...

    def __exit__(self, *_: object) -> None: ...

    def pause(self, *_: object) -> None:
        self.pauses += 1
        self._work()


def test_what_is_edited_and_erased_while_a_backup_is_made_is_in_it(encrypted: Path) -> None:
    database = Database.open(encrypted, passphrase=PASSPHRASE)
    gone = database.edit(intentions.add_person, "Hilang Selamanya").value
    steps = iter(
        [
            lambda: database.edit(intentions.add_person, "Sementara"),
            lambda: database.erase(gone, "Diminta"),
            lambda: _begun_and_taken_back(database),
        ]
    )

    def work() -> None:
        step = next(steps, None)
        if step is not None:
            step()

    between = _Between(work)
    made = database.back_up_daily(turn=between)
    database.close()
    assert made is not None
    assert between.pauses > 2

    kept = Database.open(made, passphrase=PASSPHRASE)
    assert kept.check() == []
    names = kept.read(lambda reader: [name for (name,) in reader.each("SELECT name FROM person")])
    kept.close()
    assert "Sementara" in names
    assert "Hilang Selamanya" not in names


def test_a_day_of_many_backups_pushes_no_other_day_out(encrypted: Path) -> None:
    folder = backup.folder_of(encrypted)
    folder.mkdir()
    days = [f"2020-01-{day:02d}" for day in range(1, 10)]
    for day in days:
        for hour in range(8, 20):
            (folder / f"{day} {hour:02d}0000.rembuk").write_bytes(b"old")
    database = Database.open(encrypted, passphrase=PASSPHRASE)
    made = database.back_up()
    database.close()

    kept = backup.backups(encrypted)
    assert kept[0] == made
    assert [path.name[11:13] for path in kept[1 : backup.KEPT]] == ["19", "18", "17", "16"]
    assert [path.name[:13] for path in kept[backup.KEPT :]] == [
        f"{day} 19" for day in reversed(days[-backup.DAYS + 1 : -1])
    ]


def test_a_restored_backup_holds_what_it_held_and_stays_encrypted(
    encrypted: Path, tmp_path: Path
) -> None:
    database = Database.open(encrypted, passphrase=PASSPHRASE)
    made = database.back_up(tmp_path / "stick")
    database.edit(intentions.add_person, "Later")
    database.close()
    assert b"Aminah" not in made.read_bytes()

    back = tmp_path / "back.rembuk"
    backup.restore(made, back)
    restored = Database.open(back, passphrase=PASSPHRASE)
    assert restored.read(lambda r: r.rows(str, "SELECT name FROM person")) == ["Aminah"]
    assert restored.check() == []
    restored.close()


def test_restoring_never_overwrites(workspace_file: Path) -> None:
    with pytest.raises(WorkspaceError):
        backup.restore(workspace_file, workspace_file)


def device(database: Database) -> int:
    return database.read(lambda reader: reader.value("SELECT device FROM log_state"))


def test_a_copied_file_writes_under_a_number_of_its_own(
    workspace_file: Path, tmp_path: Path
) -> None:
    import shutil

    first = Database.open(workspace_file)
    first.edit(intentions.add_person, "A")
    number = device(first)
    first.close()
    copy = tmp_path / "copy.rembuk"
    shutil.copy(workspace_file, copy)
    first = Database.open(workspace_file)
    first.edit(intentions.add_person, "B")
    assert device(first) == number
    first.close()

    second = Database.open(copy)
    second.edit(intentions.add_person, "C")
    assert device(second) != number
    assert second.check() == []
    second.close()


def test_a_file_from_another_computer_gets_a_new_number(
    workspace_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = Database.open(workspace_file)
    database.edit(intentions.add_person, "A")
    number = device(database)
    database.close()
    monkeypatch.setenv("REMBUK_HOME", str(tmp_path / "other computer"))
    database = Database.open(workspace_file)
    assert device(database) == number, "reading takes no new number"
    database.edit(intentions.add_person, "B")

    assert device(database) != number
    assert database.read(lambda r: r.value("SELECT count(*) FROM device")) == 2
    database.close()


def test_what_another_computer_did_last_is_not_undone_here(
    workspace_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = Database.open(workspace_file)
    database.edit(intentions.add_person, "A")
    database.close()
    monkeypatch.setenv("REMBUK_HOME", str(tmp_path / "other computer"))
    database = Database.open(workspace_file)
    with pytest.raises(UserError):
        database.undo()
    database.edit(intentions.add_person, "B")
    database.undo()
    assert database.read(lambda r: r.rows(str, "SELECT name FROM person WHERE NOT removed")) == [
        "A"
    ]
    database.close()


def test_a_half_made_workspace_never_appears(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("db.seed.add_reference_rows", fail)
    with pytest.raises(KeyboardInterrupt):
        Database.create(tmp_path / "forum.rembuk", name="Forum")
    assert [path.name for path in tmp_path.iterdir()] == ["home"]


def test_table_rows_do_not_leave_the_door(database: Database) -> None:
    from db.edits.edit import edit, get
    from db.models import Person

    row = database.edit(intentions.add_person, "Aminah").value

    @edit("Hand out")
    def hand_out(session, row):
        return get(session, Person, row)

    with pytest.raises(TypeError, match="table rows"):
        database.edit(hand_out, row)
