"""An admin and two coordinators without a network, by command line: weeks apart, files lost and repeated."""

import json
from pathlib import Path

import pytest

from tests.journeys.test_command_line import Terminal

pytestmark = pytest.mark.journey


class Laptop:
    """A computer of its own: its terminal, its workspace, its downloads."""

    def __init__(self, folder: Path, name: str) -> None:
        self.folder = folder / name
        self.folder.mkdir()
        self.name = name
        self.file = self.folder / f"{name}.rembuk"
        self.terminal = Terminal(self.folder / "home", REMBUK_LANG="en")

    def __call__(self, *words: object, status: int = 0) -> str:
        return self.terminal(*words, status=status)

    def sync(self, command: str, *words: object, status: int = 0) -> str:
        return self.terminal("sync", command, self.file, *words, status=status)

    def told(self, command: str, *words: object):
        return json.loads(self.sync(command, *words, "--json"))

    def add(self, **person: object) -> str:
        return self.terminal.add(self.file, "person", person)

    def make(self, to: str = "all", name: str = "file") -> Path:
        place = self.folder / f"{name}.rembuk-sync"
        self.sync("make", "--to", to, "--out", place)
        return place

    def names(self) -> list[str]:
        return sorted(one["name"] for one in self.terminal.json("list", self.file, "people"))

    def join(self, admin: "Laptop", *options: object) -> None:
        """Card, admission, starter, first file."""
        card, starter = self.folder / "card.rembuk-card", self.folder / "first.rembuk-sync"
        self.sync("card", "--out", card, "--name", self.name, "--owner", f"Tim {self.name}")
        admin.sync("admit", card, *options)
        admin.sync("starter", "--to", self.name, "--out", starter)
        self("sync", "start", starter, self.file, "--card", card)

    def change_name(self, person: str, name: str) -> None:
        """Through a list that goes out and comes back, as a coordinator would do."""
        from openpyxl import load_workbook

        sheet = self.folder / "members.xlsx"
        self("export", self.file, "member_list", "--format", "xlsx", "--out", sheet)
        book = load_workbook(sheet)
        page = book.worksheets[0]
        for row in page.iter_rows():
            for cell in row:
                if cell.value == person:
                    cell.value = name
        book.save(sheet)
        self("import", self.file, "people", sheet)


@pytest.fixture
def admin(tmp_path: Path) -> Laptop:
    laptop = Laptop(tmp_path, "admin")
    laptop("new", laptop.file, "--name", "Forum Uji")
    laptop.sync("name", "here", "admin", "--owner", "Kantor")
    return laptop


def test_three_computers_agree_after_weeks_apart(admin: Laptop, tmp_path: Path) -> None:
    siti = admin.add(name="Siti Aminah", sex="female", phone="0812 3456 7890")
    rina, yusuf = Laptop(tmp_path, "rina"), Laptop(tmp_path, "yusuf")
    for one in (rina, yusuf):
        one.join(admin)
    assert rina.names() == yusuf.names() == ["Siti Aminah"]

    # Weeks offline: both enter people, one of them the same on both computers, and rename the same one.
    rina.add(name="Ratna Wulandari", sex="female", birth="1990-03-04")
    yusuf.add(name="Ratna Wulandari", sex="female", birth="1990-03-04")
    rina.change_name("Siti Aminah", "Sitti Aminah")
    yusuf.change_name("Siti Aminah", "Siti Aminah Putri")

    rina.make("admin")  # the first file gets lost
    rina.add(name="Hasnah", sex="female")
    package = rina.make("all", "second")
    before = admin.terminal.json("info", admin.file)
    told = admin.told("preview", package)
    assert (told["sender"], told["owner"]) == ("rina", "Tim rina")
    assert told["things"]["people"] == {"new": 2, "changed": 1}
    assert told["made_at"]
    assert admin.terminal.json("info", admin.file)["changes"] == before["changes"]

    assert admin.told("merge", package)["changes"] == told["changes"]
    assert admin.told("merge", package)["changes"] == 0  # the same file again
    merged = admin.told("merge", yusuf.make())
    assert (merged["conflicts"], merged["duplicates"]) == (1, 1)

    [conflict] = admin.told("conflicts")
    assert {one["value"] for one in conflict["values"]} == {"Sitti Aminah", "Siti Aminah Putri"}
    assert {one["owner"] for one in conflict["values"]} == {"Tim rina", "Tim yusuf"}
    assert (conflict["thing"], conflict["field"], conflict["before"]) == (
        *("person", "name", "Siti Aminah"),
    )
    other = "there" if conflict["there"]["value"] == "Sitti Aminah" else "here"
    admin.sync("resolve", conflict["id"], "--take", other)
    assert admin.told("conflicts") == []

    pair = admin.terminal.json("duplicates", admin.file)[0]
    admin("merge-people", admin.file, pair["first"]["id"], pair["second"]["id"])

    for one in (rina, yusuf):
        one.told("merge", admin.make())
        assert one.names() == ["Hasnah", "Ratna Wulandari", "Sitti Aminah"]
        assert one.told("conflicts") == []
        assert json.loads(one("check", one.file, "--json")) == {"problems": []}

    # Somebody asks to be forgotten; a file that was on its way meanwhile does not bring her back.
    late = yusuf.folder / "late.rembuk-sync"
    yusuf.change_name("Sitti Aminah", "Sitti A. Putri")
    yusuf.sync("make", "--to", "all", "--out", late)
    refused = admin("erase", admin.file, siti, "--reason", "Sitti Aminah memintanya", status=1)
    assert "name" in refused
    admin("erase", admin.file, siti, "--reason", "Atas permintaan sendiri")
    admin.told("merge", late)
    for one in (rina, yusuf):
        one.told("merge", admin.make())
    for one in (admin, rina, yusuf):
        assert one.names() == ["Hasnah", "Ratna Wulandari"]
        assert "Sitti" not in one("history", one.file, "--row", siti)
        for path in one.folder.rglob("*.rembuk*"):
            if path.suffix == ".rembuk" or path.parent.name.endswith("-backups"):
                assert b"Sitti" not in path.read_bytes(), path

    # Who may not admit may not erase either.
    hasnah = next(
        o["id"] for o in rina.terminal.json("list", rina.file, "people") if o["name"] == "Hasnah"
    )
    assert "admin" in rina("erase", rina.file, hasnah, "--reason", "Coba", status=1).casefold()


def test_a_dismissed_computer_can_read_nothing_new_and_is_not_believed(
    admin: Laptop, tmp_path: Path
) -> None:
    rina = Laptop(tmp_path, "rina")
    rina.join(admin)
    rina.add(name="Ratna")
    before = rina.make()
    admin.sync("dismiss", "rina")
    admin.add(name="Rahasia")

    assert "not made for this computer" in rina.sync("merge", admin.make(), status=1)
    assert "dismissed" in admin.sync("merge", before, status=1)
    [row] = [one for one in admin.told("devices") if one["name"] == "rina"]
    assert row["dismissed"]


def test_a_coordinator_of_a_district_gets_her_part(admin: Laptop, tmp_path: Path) -> None:
    admin.add(name="Di Batang", district_id="33.25")
    admin.add(name="Di Kendal", district_id="33.24")
    rina = Laptop(tmp_path, "rina")
    rina.join(admin, "--scope", "Kabupaten Batang")
    assert rina.names() == ["Di Batang"]

    rina.add(name="Baru", district_id="33.25")
    admin.told("merge", rina.make("admin"))
    assert admin.names() == ["Baru", "Di Batang", "Di Kendal"]


def test_a_card_can_be_read_from_a_picture(admin: Laptop, tmp_path: Path) -> None:
    rina = Laptop(tmp_path, "rina")
    card, picture = rina.folder / "card.rembuk-card", rina.folder / "card.png"
    rina.sync("card", "--out", card, "--qr", picture, "--name", "Rina")
    number = admin.sync("admit", picture)

    assert number == json.loads(card.read_text())["device"]


def test_a_copied_file_loses_nothing(admin: Laptop, tmp_path: Path) -> None:
    admin.add(name="Sebelum")
    copy = Laptop(tmp_path, "copy")
    copy.file.write_bytes(admin.file.read_bytes())
    copy.add(name="Di salinan")
    admin.add(name="Di asal")
    admin.told("merge", copy.make())
    copy.told("merge", admin.make())

    assert admin.names() == copy.names() == ["Di asal", "Di salinan", "Sebelum"]


def test_a_shared_folder_carries_the_files(admin: Laptop, tmp_path: Path) -> None:
    rina = Laptop(tmp_path, "rina")
    rina.join(admin)
    shared = tmp_path / "shared"
    shared.mkdir()
    admin.add(name="Dari admin")
    rina.add(name="Dari Rina")
    admin.told("folder", shared)
    (shared / "half.rembuk-sync").write_bytes(next(shared.glob("*.rembuk-sync")).read_bytes()[:-20])
    first = rina.told("folder", shared)
    assert len(first["merged"]) == 1
    assert first["waiting"] == ["half.rembuk-sync"]
    admin.told("folder", shared)
    again = [admin.told("folder", shared), rina.told("folder", shared)]

    assert admin.names() == rina.names() == ["Dari Rina", "Dari admin"]
    quiet = admin.told("folder", shared)
    assert (quiet["merged"], quiet["written"]) == ([], [])
    assert again
