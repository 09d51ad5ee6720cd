"""The main job by command line alone, each command a program of its own, on a plain and a protected file."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest
from openpyxl import load_workbook

ROOT = Path(__file__).resolve().parents[2]
PEOPLE = (
    {"name": "Siti Aminah", "sex": "female", "birth": "1980", "phone": "0812 3456 7890"},
    {"name": "Muhammad Ridwan", "sex": "male", "district_id": "33.25"},
    {"name": "Ratna Wulandari", "sex": "female", "seeing": 2},
)
ORGANIZATIONS = (
    {"name": "Yayasan Melati", "kind_id": "organization_kind:civil_society"},
    {"name": "Bappeda Kota Semarang", "kind_id": "organization_kind:local_government"},
)
WORKSHOP = {
    "title": "Lokakarya Kota HAM",
    "kind_id": "activity_kind:workshop",
    "status_id": "activity_status:done",
    "starts": "14 Desember 2023",
    "ends": "15 Desember 2023",
    "venue": "Balai Kota",
    "districts": ["33.74"],
}

pytestmark = pytest.mark.journey


class Terminal:
    """A user at a terminal: starts the program and reads what it says."""

    def __init__(self, home: Path, **surroundings: str) -> None:
        self._surroundings = {**os.environ, "REMBUK_HOME": str(home), **surroundings}

    def __call__(self, *words: object, status: int = 0) -> str:
        done = subprocess.run(
            [sys.executable, "-m", "desktop", *map(str, words)],
            cwd=ROOT,
            env=self._surroundings,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == status, done.stderr or done.stdout
        return done.stderr.strip() if status else done.stdout.strip()

    def add(self, file: Path, thing: str, values: object) -> str:
        return self("add", file, thing, "--json", json.dumps(values))

    def json(self, *words: object):
        return json.loads(self(*words, "--json"))


@pytest.fixture(params=["plain", "protected"])
def terminal(request: pytest.FixtureRequest, tmp_path: Path) -> Terminal:
    secret = {"REMBUK_PASSPHRASE": "melati tiga pagi"} if request.param == "protected" else {}
    return Terminal(tmp_path / "home", **secret)


def test_the_main_job_by_command_line_alone(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "forum.rembuk"
    terminal("new", file, "--name", "Forum Jawa Tengah")
    organizations = [terminal.add(file, "organization", one) for one in ORGANIZATIONS]
    people = [
        terminal.add(file, "person", {**person, "organization_id": organizations[number % 2]})
        for number, person in enumerate(PEOPLE)
    ]
    workshop = terminal.add(
        file,
        "activity",
        {**WORKSHOP, "organizations": [[organizations[0], "organization_role:organizer"]]},
    )
    days = [{"activity_id": workshop, "date": day} for day in ("14/12/2023", "15/12/2023")]
    sessions = terminal.add(file, "session", days).splitlines()
    rows = terminal.add(
        file, "participant", [{"activity_id": workshop, "person_id": person} for person in people]
    ).splitlines()
    marks = [(0, 0, "present"), (0, 1, "present"), (1, 0, "late"), (2, 0, "excused")]
    terminal.add(
        file,
        "attendance",
        [
            {"participation_id": rows[row], "session_id": sessions[session], "status": status}
            for row, session, status in marks
        ],
    )
    counts_are_right(terminal, file, workshop)
    papers_say_the_same(terminal, file, workshop, tmp_path)
    undone_three_times(terminal, file, workshop)
    assert terminal("check", file) == "Berkas utuh."
    info = terminal.json("info", file)
    assert info["name"] == "Forum Jawa Tengah"
    assert (info["counts"]["people"], info["counts"]["attendances"]) == (3, 0)


def counts_are_right(terminal: Terminal, file: Path, workshop: str) -> None:
    counted = terminal.json("stats", file, "--activity", workshop)
    assert (counted["registered"], counted["people"], counted["sittings"]) == (3, 2, 3)
    assert counted["completed"] == 1
    assert [row["people"] for row in counted["splits"]["sex"][:2]] == [1, 1]
    listed = terminal.json("list", file, "participants", "--activity", workshop)
    assert {row["name"]: row["marks"] for row in listed} == {
        "Siti Aminah": ["present", "present"],
        "Muhammad Ridwan": ["late", None],
        "Ratna Wulandari": ["excused", None],
    }


def papers_say_the_same(terminal: Terminal, file: Path, workshop: str, folder: Path) -> None:
    about = ["--activity", workshop]
    sheet, filled, report, book = (
        *(folder / "hadir.pdf", folder / "hadir.xlsx"),
        *(folder / "laporan.pdf", folder / "rekap.xlsx"),
    )
    terminal("export", file, "attendance_sheet", *about, "--paper", "f4", "--out", sheet)
    terminal(
        *("export", file, "attendance_sheet", *about, "--out", filled),
        *("--option", "filled=yes", "--option", "signature=sessions"),
    )
    terminal("export", file, "activity_report", *about, "--lang", "en", "--out", report)
    terminal("export", file, "summary_workbook", *about, "--out", book)
    for paper in (sheet, report):
        words = texts_of_pdf(paper)
        assert all(person["name"] in words for person in PEOPLE)
        assert WORKSHOP["title"] in words
    assert "2023" in texts_of_pdf(sheet)
    for workbook in (filled, book):
        cells = cells_of(workbook)
        assert all(person["name"] in cells for person in PEOPLE)
    assert {"H", "T", "I"} <= cells_of(filled)


def undone_three_times(terminal: Terminal, file: Path, workshop: str) -> None:
    for what in ("Catat kehadiran", "Daftarkan para peserta", "Rencanakan sesi"):
        assert terminal("undo", file) == f"Diurungkan: {what}"
    assert terminal.json("list", file, "sessions", "--activity", workshop) == []
    assert terminal.json("stats", file)["registered"] == 0
    assert len(terminal.json("list", file, "people")) == 3


def texts_of_pdf(path: Path) -> str:
    pdf = pypdfium2.PdfDocument(path.read_bytes())
    try:
        return "\n".join(page.get_textpage().get_text_bounded() for page in pdf)
    finally:
        pdf.close()


def cells_of(path: Path) -> set[object]:
    book = load_workbook(io.BytesIO(path.read_bytes()))
    return {cell for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row}


def test_the_program_tests_itself(tmp_path: Path) -> None:
    said = Terminal(tmp_path / "home")("self-test", "--lang", "en")
    assert said.splitlines() == [
        "Workspace: in order",
        "Documents: in order",
        "Window: in order",
    ]
    assert not (tmp_path / "home").exists()


def test_pictures_show_every_page_without_a_display(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path / "home")
    file = tmp_path / "forum.rembuk"
    terminal("new", file)
    terminal("pictures", file, "--out", tmp_path / "out", "--one")
    drawn = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert {"id-light-start.png", "id-light-people.png", "id-light-settings.png"} <= set(drawn)
    assert all((tmp_path / "out" / name).read_bytes()[:4] == b"\x89PNG" for name in drawn)
