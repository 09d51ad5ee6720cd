"""The command line: answers, refusals, languages, passphrases. Run in this process where that says the same."""

import datetime as dt
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from db.database import Database
from desktop import cli, things
from desktop.command_line import documents, window
from resources.texts import translator

ROOT = Path(__file__).resolve().parents[2]
SECRET = "melati tiga pagi"


class Shell:
    """Runs commands on one workspace and keeps what they said."""

    def __init__(self, file: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.file = file
        self._capsys = capsys
        self.out = self.err = ""

    def __call__(self, command: str, *arguments: str, status: int = 0) -> str:
        """What a command on the workspace says; its end is checked."""
        return self.raw(command, str(self.file), *arguments, status=status)

    def raw(self, *arguments: str, status: int = 0) -> str:
        ended = cli.run(list(arguments))
        self.out, self.err = self._capsys.readouterr()
        assert ended == status, self.err or self.out
        return self.out.strip()

    def json(self, command: str, *arguments: str):
        return json.loads(self(command, *arguments, "--json"))

    def add(self, thing: str, **fields: object) -> str:
        return self("add", thing, "--json", json.dumps(fields))


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an empty workspace, and what the computer remembers of it."""
    folder = tmp_path_factory.mktemp("made-once")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("REMBUK_HOME", str(folder / "home"))
        patch.setenv("LANGUAGE", "id")
        assert cli.run(["new", str(folder / "forum.rembuk"), "--name", "Forum Uji"]) == 0
    return folder


@pytest.fixture(autouse=True)
def own_surroundings(made_once: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(made_once, tmp_path, dirs_exist_ok=True)
    monkeypatch.setenv("REMBUK_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("LANGUAGE", "id")  # put back afterwards: the command line sets it
    for name in ("REMBUK_LANG", "REMBUK_PASSPHRASE"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(tmp_path / "forum.rembuk", capsys)


@pytest.fixture
def secret_file(tmp_path: Path) -> str:
    place = tmp_path / "kata-sandi"
    place.write_text(f"{SECRET}\n", "utf-8")
    return str(place)


def workshop(shell: Shell) -> tuple[str, str]:
    """A workshop with one session and one participant who was there: its id and the session's."""
    person = shell.add("person", name="Siti Aminah", sex="female", birth="1980")
    activity = shell.add(
        "activity", title="Lokakarya", status_id="activity_status:done", starts="14/12/2023"
    )
    session = shell.add("session", activity_id=activity, date="14 Desember 2023")
    row = shell.add("participant", activity_id=activity, person_id=person)
    shell.add("attendance", participation_id=row, session_id=session, status="present")
    return activity, session


def program(*arguments: str, **surroundings: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "desktop", *arguments],
        cwd=ROOT,
        env={**os.environ, **surroundings},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


# Statuses


def test_a_command_that_is_done_ends_with_zero_and_says_nothing_on_standard_error(shell) -> None:
    shell("info")
    assert shell.err == ""


def test_a_refusal_is_one_sentence_on_standard_error(shell) -> None:
    shell.raw("info", str(shell.file.with_name("lain.rembuk")), status=cli.REFUSED)
    assert shell.out == ""
    assert shell.err.strip().count("\n") == 0
    assert "Tidak ada berkas" in shell.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["info"], "FILE"),
        (["info", "x.rembuk", "--nope"], "--nope"),
        (["list", "x.rembuk", "people", "--limit", "0"], "--limit"),
        (["check", "x.rembuk", "too", "many"], "rembuk check --help"),
        (["info", "x.rembuk", "--lang", "fr"], "--lang id"),
        (["info", "x.rembuk", "--lang"], "--lang id"),
    ],
)
def test_wrong_usage_ends_with_two_and_names_what_is_wrong(shell, arguments, said) -> None:
    shell.raw(*arguments, status=cli.WRONG_USAGE)
    assert said in shell.err
    assert shell.out == ""


def test_a_bug_ends_with_seventy_and_its_log_holds_no_personal_data(
    shell, monkeypatch, tmp_path
) -> None:
    def broken(*_: object) -> None:
        raise LookupError("Siti Aminah")

    monkeypatch.setattr(Database, "check", broken)
    shell("check", status=cli.BUG)
    log = (tmp_path / "home" / "rembuk.log").read_text("utf-8")
    assert "rembuk.log" in shell.err
    assert "LookupError" in log
    assert "Siti" not in log + shell.err + shell.out


def test_a_reader_that_stops_listening_is_no_error(shell) -> None:
    program = [sys.executable, "-m", "desktop", "list", str(shell.file), "districts", "--json"]
    with subprocess.Popen(
        program, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        running.stdout.readline()
        running.stdout.close()
        said = running.stderr.read()
        assert running.wait() == 0
    assert said == b""


def test_a_closed_standard_output_does_no_harm(shell) -> None:
    code = (
        "import os, sys; from desktop import cli\n"
        "os.close(1); os.close(2)\n"
        "os._exit(cli.run(sys.argv[1:]))"
    )
    arguments = ["list", str(shell.file), "districts"]
    ended = subprocess.run([sys.executable, "-c", code, *arguments], cwd=ROOT, check=False)
    assert ended.returncode == 0
    shell("check")


# Languages


def test_answers_come_in_indonesian_unless_somebody_asks_for_english(shell, monkeypatch) -> None:
    assert "Anggota" in shell("info")
    assert "Members" in shell("info", "--lang", "en")
    assert "Members" in shell.raw("--lang=en", "info", str(shell.file))
    monkeypatch.setenv("REMBUK_LANG", "en")
    assert "Members" in shell("info")


def test_the_language_that_the_window_speaks_is_spoken_here_too(shell, tmp_path) -> None:
    (tmp_path / "home" / "preferences.json").write_text('{"language": "en"}', "utf-8")
    assert "Members" in shell("info")


def test_every_command_explains_itself_in_indonesian(shell) -> None:
    t = translator("id")
    whole = shell.raw("--help")
    for name, (_, said) in cli.COMMANDS.items():
        assert name in whole
        own = shell.raw(name, "--help")
        assert t(said) in own
        assert t(said) != said
        assert "Pilihan" in own


# List and add


def test_a_row_is_added_by_the_edit_of_the_form_and_listed(shell) -> None:
    row = shell.add("person", name="  Siti Aminah ", phone="0812 3456 7890", birth="1980")
    (listed,) = shell.json("list", "people")
    assert listed["id"] == row
    assert (listed["name"], listed["phone"], listed["birth"]) == (
        "Siti Aminah",
        "+6281234567890",
        "1980-01-01~year",
    )
    assert "1980" not in shell("list", "people")
    assert row in shell.out
    assert shell("history").count("Tambah anggota") == 1


def test_several_rows_are_one_edit(shell) -> None:
    activity = shell.add("activity", title="Lokakarya")
    days = [{"activity_id": activity, "date": day} for day in ("2023-12-14", "2023-12-15")]
    ids = shell("add", "session", "--json", json.dumps(days)).splitlines()
    assert [one["id"] for one in shell.json("list", "sessions", "--activity", activity)] == ids
    shell("undo")
    assert shell.json("list", "sessions", "--activity", activity) == []


def test_a_row_can_be_read_from_standard_input(shell, monkeypatch, tmp_path) -> None:
    typed = tmp_path / "typed.json"
    typed.write_text('{"name": "Ibu Ratna"}', "utf-8")
    with typed.open(encoding="utf-8") as stream:
        monkeypatch.setattr(sys, "stdin", stream)
        shell("add", "person", "--json", "-")
    assert [one["name"] for one in shell.json("list", "people")] == ["Ibu Ratna"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"nama": "Siti"}', "nama: Isian ini tidak ada"),
        ('{"name": 5}', "name: Isian ini memuat jenis lain"),
        ('{"name": ""}', "name: "),
        ('{"name": "Siti", "email": "siti", "phone": "x"}', "email: "),
        ('{"name": ', "bukan JSON"),
        ('"Siti"', "objek JSON"),
        ('[{"name": "Siti"}]', "satu per satu"),
        ('{"name": "Siti", "district_id": "99.99"}', "district_id"),
    ],
)
def test_a_row_that_cannot_be_added_is_refused_field_by_field(shell, text, said) -> None:
    shell("add", "person", "--json", text, status=cli.REFUSED)
    assert said in shell.err
    assert shell.json("list", "people") == []


def test_every_wrong_field_is_named(shell) -> None:
    shell("add", "person", "--json", '{"email": "x", "sex": "?"}', status=cli.REFUSED)
    assert [line.split(":")[0] for line in shell.err.splitlines()] == ["name", "email", "sex"]


def test_a_wrong_field_inside_a_list_is_named_with_its_place(shell) -> None:
    signing = '{"title": "Lokakarya", "signatories": [{"caption": "Ketua", "nama": "Siti"}]}'
    shell("add", "activity", "--json", signing, status=cli.REFUSED)
    assert shell.err.startswith("signatories[0].nama: ")


def test_a_thing_that_is_not_known_is_refused_with_those_that_are(shell) -> None:
    for command, known in (("list", things.LISTED), ("add", things.ADDED)):
        extra = ["--json", "{}"] if command == "add" else []
        shell(command, "cats", *extra, status=cli.REFUSED)
        assert all(thing in shell.err for thing in known)


@pytest.mark.parametrize("thing", things.LISTED)
def test_every_thing_is_listed_for_people_and_for_programs(shell, thing) -> None:
    activity, _ = workshop(shell)
    arguments = [thing, "--activity", activity]
    assert isinstance(shell.json("list", *arguments), list)
    heads = shell("list", *arguments).splitlines()[0]
    assert heads.startswith("id ")


@pytest.mark.parametrize("thing", things.ADDED)
def test_every_thing_is_added_by_an_edit_with_a_name(thing) -> None:
    added = things.added(thing)
    assert callable(things.named(added.draft)().check)
    for place in filter(None, (added.edit, added.edit_many)):
        assert things.named(place).label


@pytest.mark.parametrize(
    ("thing", "listed", "fields"),
    [
        ("programme", "programmes", {"name": "Kota HAM", "districts": ["33.25"]}),
        ("forum", "forums", {"name": "Kota HAM", "founded": "2020"}),
        ("agreement", "agreements", {"title": "Kota HAM", "signed": "17/11/2023"}),
        ("plan", "plans", {"title": "Kota HAM", "steps": [{"what": "Rapat", "progress": 5}]}),
    ],
)
def test_programmes_forums_agreements_and_plans_are_added(shell, thing, listed, fields) -> None:
    row = shell.add(thing, **fields)
    (found,) = shell.json("list", listed)
    assert (found["id"], found.get("name") or found["title"]) == (row, "Kota HAM")
    assert row in shell("list", listed, "--search", "ham")
    shell("undo")
    assert shell.json("list", listed) == []


def test_words_and_holidays_are_added(shell) -> None:
    word = shell.add("term", vocabulary="theme", label_id="Sawah lestari")
    assert word == "theme:sawah_lestari"
    assert word in shell("list", "terms", "--search", "lestari")
    day = shell.add("holiday", date="3 Mei 2031", name_id="Hari Desa")
    (found,) = shell.json("list", "holidays", "--search", "hari desa")
    assert (found["id"], found["date"]) == (day, "2031-05-03")
    refused = json.dumps({"vocabulary": "sdg", "label_id": "Tujuan 18"})
    shell("add", "term", "--json", refused, status=cli.REFUSED)


def test_what_belongs_to_an_activity_needs_one(shell) -> None:
    shell("list", "sessions", status=cli.REFUSED)
    assert "--activity" in shell.err


def test_a_list_is_searched_and_limited(shell) -> None:
    for name in ("Siti Aminah", "Sitti Rahma", "Ratna"):
        shell.add("person", name=name)
    assert len(shell.json("list", "people", "--search", "siti")) == 2
    assert len(shell.json("list", "people", "--limit", "1")) == 1
    words = shell.json("list", "terms", "--search", "lokakarya")
    assert "activity_kind:workshop" in [word["id"] for word in words]
    assert len(shell.json("list", "terms", "--limit", "3")) == 3


# Counts and documents


def test_the_counts_add_up_and_carry_keys_that_stay(shell) -> None:
    activity, _ = workshop(shell)
    counted = shell.json("stats", "--activity", activity)
    assert (counted["people"], counted["attendances"], counted["sessions"]) == (1, 1, 1)
    assert counted["splits"]["sex"][0]["by_sex"]["female"] == 1
    for rows in counted["splits"].values():
        assert sum(row["people"] for row in rows) == 1
    assert "Orang unik" in shell("stats")


def test_shares_stand_beside_the_counts_where_there_are_enough_people(shell) -> None:
    activity, session = workshop(shell)
    assert {row["share"] for row in shell.json("stats")["splits"]["sex"]} == {None}
    for number in range(4):
        person = shell.add("person", name=f"Peserta {number}", sex="male" if number else "female")
        row = shell.add("participant", activity_id=activity, person_id=person)
        shell.add("attendance", participation_id=row, session_id=session, status="present")
    shares = {row["category"]: row["share"] for row in shell.json("stats")["splits"]["sex"]}
    assert (shares["female"], shares["male"], shares["unknown"]) == (0.4, 0.6, None)
    lines = shell("stats", "--activity", activity).splitlines()
    assert any("40 %" in line for line in lines if line.startswith("Perempuan "))


def test_nobody_is_counted_as_nobody(shell) -> None:
    assert shell.json("stats")["people"] == 0
    lines = shell("stats").splitlines()
    assert sum(line.startswith("Jumlah ") for line in lines) == len(documents.SPLITS)


@pytest.mark.parametrize(
    ("period", "people"),
    [
        (["--from", "2023", "--to", "2023"], 1),
        (["--to", "November 2023"], 0),
        (["--from", "15/12/2023"], 0),
        (["--from", "2023-Q4"], 1),
    ],
)
def test_a_period_is_given_as_people_write_dates(shell, period, people) -> None:
    workshop(shell)
    assert shell.json("stats", *period)["people"] == people


def test_a_date_that_is_none_is_refused(shell) -> None:
    shell("stats", "--from", "kemarin", status=cli.REFUSED)
    assert "kemarin" in shell.err


def test_a_document_in_a_folder_names_itself(shell, tmp_path) -> None:
    activity, _ = workshop(shell)
    folder = tmp_path / "keluaran"
    folder.mkdir()
    place = shell("export", "activity_report", "--activity", activity, "--out", str(folder))
    assert Path(place).parent == folder
    assert Path(place).read_bytes().startswith(b"%PDF")


def test_a_document_for_every_activity_of_a_span(shell, tmp_path) -> None:
    today = dt.date.today()  # noqa: DTZ011 - as the command does
    for title in ("Satu", "Dua"):
        shell.add("activity", title=title, status_id="activity_status:planned", starts=today.isoformat())  # fmt: skip
    folder = tmp_path / "keluaran"
    folder.mkdir()
    sheets = ["export", "attendance_sheet", "--each", "this_week", "--out"]
    assert len(shell(*sheets, str(folder)).splitlines()) == 2
    assert len(list(folder.glob("*.pdf"))) == 2
    told = shell("export", "certificates", "--each", "this_month", "--out", str(folder))
    assert told.count("Tidak dibuat untuk") == 2
    for wrong in (
        [*sheets, str(tmp_path / "hadir.pdf")],
        ["export", "attendance_sheet", "--each", "yesterday", "--out", str(folder)],
        ["export", "period_report", "--each", "this_week", "--out", str(folder)],
    ):
        shell(*wrong, status=cli.REFUSED)


def test_the_ending_of_the_file_or_the_format_decides(shell, tmp_path) -> None:
    activity, session = workshop(shell)
    sheet = ["export", "attendance_sheet", "--activity", activity]
    shell(*sheet, "--out", str(tmp_path / "hadir.xlsx"), "--option", f"session={session}")
    assert (tmp_path / "hadir.xlsx").read_bytes().startswith(b"PK")
    shell(*sheet, "--out", str(tmp_path / "hadir"), "--format", "pdf", "--paper", "f4")
    assert (tmp_path / "hadir").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["attendance_shet", "--out", "x.pdf"], "attendance_sheet"),
        (["attendance_sheet", "--out", "x.pdf"], "activity"),
        (["attendance_sheet", "--activity", "x", "--out", "x.docx"], "docx"),
        (["attendance_sheet", "--activity", "x", "--out", "x.pdf", "--paper", "a5"], "a5"),
        (["attendance_sheet", "--out", "x.pdf", "--option", "colour=red"], "colour"),
        (["attendance_sheet", "--out", "x.pdf", "--option", "colour"], "colour"),
        (["attendance_sheet", "--activity", "x", "--out", "x.pdf"], "ruang kerja"),
    ],
)
def test_a_document_that_cannot_be_made_is_refused(shell, arguments, said) -> None:
    shell("export", *arguments, status=cli.REFUSED)
    assert said in shell.err


# History


def test_an_edit_is_undone_by_its_id_and_that_is_undone_in_turn(shell) -> None:
    row = shell.add("person", name="Siti Aminah")
    shell.add("person", name="Ratna")
    edit = next(
        one["edit"]["id"] for one in shell.json("history", "--row", row) if one["field"] == "name"
    )
    assert shell("undo", edit) == "Diurungkan: Tambah anggota"
    assert [one["name"] for one in shell.json("list", "people")] == ["Ratna"]
    shell("undo")
    assert len(shell.json("list", "people")) == 2
    assert "Siti Aminah" in shell("history", "--row", row)
    assert "(diurungkan)" in shell("history")


def test_there_is_an_end_to_undoing(shell) -> None:
    shell.add("person", name="Siti Aminah")
    shell("undo")
    shell("undo", status=cli.REFUSED)
    shell("undo", "no-such-edit", status=cli.REFUSED)


# The demo


def test_made_up_rows_of_the_demo_are_marked_and_can_be_left_out(shell, tmp_path) -> None:
    whole, facts = (str(tmp_path / name) for name in ("contoh.rembuk", "fakta.rembuk"))
    shell.raw("demo", whole)
    shell.raw("demo", facts, "--facts-only")
    assert json.loads(shell.raw("stats", whole, "--json"))["sample"]
    assert "data rekaan" in shell.raw("stats", whole)
    assert "Contoh" in shell.raw("list", whole, "people").splitlines()[0]
    assert not json.loads(shell.raw("stats", facts, "--json"))["sample"]
    assert "rekaan" not in shell.raw("stats", facts)
    assert "Contoh" not in shell.raw("list", facts, "people").splitlines()[0]


# The file


def test_a_workspace_is_restored_from_its_backup_but_never_over_a_file(shell, tmp_path) -> None:
    shell.add("person", name="Siti Aminah")
    place = shell("backup", "--to", str(tmp_path / "cadangan"))
    shell.raw("restore", place, str(shell.file), status=cli.REFUSED)
    shell.raw("restore", place, str(tmp_path / "pulih.rembuk"))
    shell.raw("list", str(tmp_path / "pulih.rembuk"), "people")
    assert "Siti Aminah" in shell.out


def test_the_first_edit_of_a_day_leaves_a_backup(shell) -> None:
    shell.add("person", name="Siti Aminah")
    shell.add("person", name="Ratna")
    assert len(list(shell.file.with_name("forum.rembuk-backups").iterdir())) == 1


def test_a_workspace_that_is_there_is_not_made_again(shell) -> None:
    shell("new", status=cli.REFUSED)
    shell("check")


def test_a_protected_workspace_opens_with_file_or_variable(
    shell, secret_file, tmp_path, monkeypatch
) -> None:
    shell.file = tmp_path / "rahasia.rembuk"
    shell("new", "--passphrase-file", secret_file)
    assert b"SQLite" not in shell.file.read_bytes()[:16]
    shell("info", status=cli.REFUSED)
    shell("info", "--passphrase-file", secret_file)
    monkeypatch.setenv("REMBUK_PASSPHRASE", SECRET)
    shell("info")
    monkeypatch.setenv("REMBUK_PASSPHRASE", "salah")
    shell("info", status=cli.REFUSED)
    assert "salah" not in shell.err


def test_a_passphrase_is_set_changed_and_removed(shell, secret_file, tmp_path) -> None:
    other = tmp_path / "lain"
    other.write_text("kata lain", "utf-8")
    shell.add("person", name="Siti Aminah")
    shell("passphrase", "--new-passphrase-file", secret_file)
    shell("info", status=cli.REFUSED)
    shell("passphrase", "--passphrase-file", secret_file, "--new-passphrase-file", str(other))
    shell("info", "--passphrase-file", secret_file, status=cli.REFUSED)
    shell("passphrase", "--passphrase-file", str(other), "--remove")
    assert "Siti Aminah" in shell("list", "people")
    shell("check")


def test_a_passphrase_is_not_taken_from_nowhere(shell, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    empty = tmp_path / "kosong"
    empty.write_text("", "utf-8")
    shell("passphrase", status=cli.REFUSED)
    shell("passphrase", "--remove", "--new-passphrase-file", str(empty), status=cli.REFUSED)
    shell("passphrase", "--new-passphrase-file", str(empty), status=cli.REFUSED)
    shell("info", "--passphrase-file", str(tmp_path / "tiada"), status=cli.REFUSED)
    shell("info")


def test_a_check_that_finds_something_names_it_and_ends_with_one(shell) -> None:
    row = shell.add("person", name="Siti Aminah")
    database = Database.open(shell.file)
    database._connection.execute("UPDATE log_state SET capture = 0")
    database._connection.execute("UPDATE person SET name = 'Lain' WHERE id = ?", (row,))
    database._connection.execute("UPDATE log_state SET capture = 1")
    database.close()
    assert f"person {row}" in shell("check", status=cli.REFUSED)
    shell("check", "--json", status=cli.REFUSED)
    assert len(json.loads(shell.out)["problems"]) == 1


def test_what_is_told_of_a_workspace_are_counts_and_no_names(shell) -> None:
    shell.add("person", name="Siti Aminah")
    told = shell.json("info")
    assert told["counts"]["people"] == 1
    assert told["size"] == shell.file.stat().st_size
    assert {"name", "device", "schema", "edits", "changes"} <= told.keys()
    assert "Siti" not in shell.out


# The window and what is loaded


def test_a_word_that_is_no_command_opens_no_window(shell) -> None:
    shell.raw("inof", status=cli.REFUSED)
    assert "inof" in shell.err


def test_without_a_display_the_window_says_so(shell, monkeypatch) -> None:
    monkeypatch.setattr(window, "has_display", lambda: False)
    shell.raw(str(shell.file), status=cli.REFUSED)
    assert "rembuk --help" in shell.err


def test_a_file_alone_or_nothing_opens_the_window(shell, monkeypatch, secret_file) -> None:
    opened = []
    app = type(sys)("desktop.app")
    app.run = lambda file, secret: opened.append((file, secret)) or 0
    monkeypatch.setitem(sys.modules, "desktop.app", app)
    monkeypatch.setattr("desktop.app", app, raising=False)
    monkeypatch.setattr(window, "has_display", lambda: True)
    shell.raw()
    shell.raw(str(shell.file))
    shell.raw("--passphrase-file", secret_file, str(shell.file))
    assert opened == [(None, None), (shell.file, None), (shell.file, SECRET)]


def test_only_the_window_loads_qt_and_only_edits_load_the_table_classes(shell, tmp_path) -> None:
    activity, _ = workshop(shell)
    out = str(tmp_path / "hadir.pdf")
    commands = [
        ["--help"],
        ["info", str(shell.file)],
        ["list", str(shell.file), "people", "--json"],
        ["stats", str(shell.file)],
        ["history", str(shell.file)],
        ["check", str(shell.file)],
        ["export", str(shell.file), "attendance_sheet", "--activity", activity, "--out", out],
    ]
    code = (
        "import sys, json; from desktop import cli\n"
        "assert [cli.run(c) for c in json.loads(sys.argv[1])] == [0] * 7\n"
        "print(*{name.split('.')[0] for name in sys.modules})"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, json.dumps(commands)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = set(done.stdout.splitlines()[-1].split())
    assert "db" in loaded
    assert not loaded & {"PySide6", "shiboken6", "sqlmodel", "sqlalchemy", "alembic", "openpyxl"}


def test_an_edit_loads_no_qt(shell) -> None:
    code = (
        "import sys; from desktop import cli; status = cli.run(sys.argv[1:])\n"
        "assert not {'PySide6', 'shiboken6'} & {n.split('.')[0] for n in sys.modules}\n"
        "sys.exit(status)"
    )
    arguments = ["add", str(shell.file), "person", "--json", '{"name": "Siti"}']
    subprocess.run([sys.executable, "-c", code, *arguments], cwd=ROOT, check=True)


def test_the_program_is_started_as_a_module_too(shell) -> None:
    done = program("info", str(shell.file), REMBUK_LANG="en")
    assert done.returncode == 0
    assert "Forum Uji" in done.stdout


def test_all_documents_are_listed_with_their_choices(shell) -> None:
    listed = json.loads(shell.raw("documents", "--json"))
    keys = [one["key"] for one in listed]
    assert {"attendance_sheet", "period_report", "donor_data", "forum_profile", "reach"} <= set(
        keys
    )
    assert all(one["formats"] and one["title"] for one in listed)
    sheet = next(one for one in listed if one["key"] == "attendance_sheet")
    kinds = {choice["key"]: choice["kind"] for choice in sheet["choices"]}
    assert (kinds["activity"], kinds["blank"], kinds["columns"]) == ("activity", "number", "list")
    told = shell.raw("documents")
    assert all(key in told for key in keys)
