"""Lists that go out to Excel and come back: exactly what was changed there is changed here, or asked about."""

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from db.database import Database
from db.edits import organizations as organization_edits
from db.edits import participants as participant_edits
from db.edits import people as people_edits
from db.imports import fields
from db.imports.fields import LABELS
from db.imports.plan import DOUBT, LINK, NEW, PROBLEM, SAME, UPDATE, Wishes
from db.imports.preview import preview
from db.imports.returning import HEADING, SHEET, given_list
from db.imports.writing import people as write
from db.queries import participants, people
from exports.catalogue import document
from resources.texts import translator
from tests.world import World

VILLAGE = translator("id")(LABELS[fields.VILLAGE])


@pytest.fixture
def crowd(world: World) -> dict[str, str]:
    office = world.organization("Yayasan Melati")
    return {
        "siti": world.person(
            "Siti Aminah",
            title_after="S.H.",
            sex="female",
            birth="12/5/1980",
            phone="081234567890",
            organization_id=office,
            position="Ketua",
            district_id="33.25",
            village="Desa Sidomulyo",
        ),
        "budi": world.person("Budi Santoso", sex="male", birth="1975", notes="Catatan lama"),
        "ida": world.person("Ida Rahayu", sensitive=True, phone="081200000001"),
    }


def given_out(database: Database, place: Path, key: str, language: str = "id", **choices) -> Path:
    one = document(key)
    answer = database.read(one.question, one.complete({"contacts": True, **choices}))
    place.write_bytes(one.make(answer, translator(language), "xlsx"))
    return place


def cells(path: Path):
    book = load_workbook(path)
    sheet = book.worksheets[0]
    at = {cell.value: cell.column for cell in sheet[1]}
    lines = {row[0].value: row[0].row for row in sheet.iter_rows(min_row=2) if row[0].value}
    return book, sheet, at, lines


def change(path: Path, row: str, heading: str, value: object) -> Path:
    book, sheet, at, lines = cells(path)
    sheet.cell(lines[row], at[heading]).value = value
    book.save(path)
    return path


def lines_of(database: Database, path: Path, target: str = "people", **wishes):
    plan = database.read(preview, path, target, Wishes(**wishes))
    return plan, {line.match.id: line for line in plan.lines if line.match is not None}


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_list_that_nobody_touched_changes_nothing(
    database: Database, crowd: dict[str, str], tmp_path: Path, language: str
) -> None:
    path = given_out(database, tmp_path / "a.xlsx", "member_list", language)
    plan, lines = lines_of(database, path)
    assert set(lines) == set(crowd.values())
    assert {line.action for line in plan.lines} == {LINK}
    assert all(line.changes == [] for line in plan.lines)


def test_ids_are_hidden_and_so_is_what_was_given_out(
    database: Database, crowd: dict[str, str], tmp_path: Path
) -> None:
    path = given_out(database, tmp_path / "a.xlsx", "member_list")
    book, sheet, at, lines = cells(path)
    assert at[HEADING] == 1
    assert sheet.column_dimensions["A"].hidden
    assert book[SHEET].sheet_state == "veryHidden"
    assert set(lines) == set(crowd.values())
    assert given_list(path).target == "people"


def test_exactly_the_cells_that_were_changed_are_changed(
    database: Database, crowd: dict[str, str], tmp_path: Path
) -> None:
    path = given_out(database, tmp_path / "a.xlsx", "member_list")
    change(path, crowd["siti"], "Jabatan", "Bendahara")
    change(path, crowd["siti"], "Telepon", "0813 9999 8888")
    change(path, crowd["budi"], "Catatan", None)
    change(path, crowd["budi"], "Nama", "Budi Santosa")
    plan, lines = lines_of(database, path)
    said = {(c.field, c.old, c.new) for c in lines[crowd["siti"]].changes}
    assert said == {
        ("position", "Ketua", "Bendahara"),
        ("phone", "+6281234567890", "+6281399998888"),
    }
    assert {(c.field, c.new) for c in lines[crowd["budi"]].changes} == {
        ("name", "Budi Santosa"),
        ("notes", None),
    }
    database.edit(write, plan)
    siti = database.read(people_edits.draft, crowd["siti"])
    assert (siti.position, siti.phone, siti.village) == (
        "Bendahara",
        "+6281399998888",
        "Desa Sidomulyo",
    )
    budi = database.read(people_edits.draft, crowd["budi"])
    assert (budi.name, budi.notes) == ("Budi Santosa", None)
    database.undo()
    assert database.read(people_edits.draft, crowd["budi"]).notes == "Catatan lama"


def test_what_was_changed_here_meanwhile_stays_where_the_file_did_not_touch_it(
    database: Database, crowd: dict[str, str], tmp_path: Path
) -> None:
    path = given_out(database, tmp_path / "a.xlsx", "member_list")
    draft = database.read(people_edits.draft, crowd["siti"])
    draft.village = "Desa Lain"
    database.edit(people_edits.change, crowd["siti"], draft)
    change(path, crowd["siti"], "Jabatan", "Bendahara")
    plan, lines = lines_of(database, path)
    assert [c.field for c in lines[crowd["siti"]].changes] == ["position"]
    database.edit(write, plan)
    assert database.read(people_edits.draft, crowd["siti"]).village == "Desa Lain"


@pytest.mark.parametrize("take", [True, False])
def test_what_was_changed_here_and_there_is_asked_about(
    database: Database, crowd: dict[str, str], tmp_path: Path, take: bool
) -> None:
    path = given_out(database, tmp_path / "a.xlsx", "member_list")
    draft = database.read(people_edits.draft, crowd["siti"])
    draft.village = "Desa Lain"
    database.edit(people_edits.change, crowd["siti"], draft)
    change(path, crowd["siti"], VILLAGE, "Desa Ketiga")
    _, lines = lines_of(database, path)
    line = lines[crowd["siti"]]
    assert line.action == DOUBT
    assert [f.facts for f in line.findings] == [{"now": "Desa Lain", "new": "Desa Ketiga"}]
    decided = {(line.sheet, line.line): SAME} if take else {}
    plan, lines = lines_of(database, path, decided=decided)
    assert lines[crowd["siti"]].action == (UPDATE if take else DOUBT)
    database.edit(write, plan)
    village = database.read(people_edits.draft, crowd["siti"]).village
    assert village == ("Desa Ketiga" if take else "Desa Lain")


@pytest.mark.usefixtures("crowd")
def test_rows_that_were_added_are_new_members(database: Database, tmp_path: Path) -> None:
    path = given_out(database, tmp_path / "a.xlsx", "member_list")
    book, sheet, at, _ = cells(path)
    row = sheet.max_row + 1
    sheet.cell(row, at["Nama"]).value = "Wulan Sari"
    sheet.cell(row, at["Jenis kelamin"]).value = "P"
    book.save(path)
    plan, _ = lines_of(database, path)
    assert [line.fields["full_name"] for line in plan.lines if line.action == NEW] == ["Wulan Sari"]


def test_a_row_of_another_workspace_is_a_problem_and_nobody_is_made_of_it(
    database: Database, crowd: dict[str, str], tmp_path: Path
) -> None:
    path = given_out(database, tmp_path / "a.xlsx", "member_list")
    database.edit(people_edits.remove, crowd["budi"])
    change(path, crowd["budi"], VILLAGE, "Desa Ketiga")
    plan = database.read(preview, path, "people", Wishes())
    (line,) = (one for one in plan.lines if one.action == PROBLEM)
    assert "Budi" in line.fields["full_name"]


def test_protected_people_are_codes_and_stay_untouched(
    database: Database, crowd: dict[str, str], tmp_path: Path
) -> None:
    path = given_out(database, tmp_path / "a.xlsx", "member_list")
    whole = json.dumps(
        [cell.value for sheet in load_workbook(path) for row in sheet for cell in row], default=str
    )
    assert "Ida" not in whole
    assert "081200000001" not in whole
    assert "1200-000" not in whole
    _, lines = lines_of(database, path)
    assert lines[crowd["ida"]].changes == []


@pytest.mark.usefixtures("crowd")
def test_contacts_go_out_only_where_they_are_asked_for(database: Database, tmp_path: Path) -> None:
    path = given_out(database, tmp_path / "a.xlsx", "member_list", contacts=False)
    assert "Telepon" not in cells(path)[2]
    assert "0812" not in json.dumps([c.value for r in load_workbook(path).worksheets[0] for c in r])


@pytest.fixture
def workshop(world: World, crowd: dict[str, str]) -> dict[str, str]:
    activity = world.activity("Lokakarya")
    sessions = [world.session(activity, date=f"2026-09-0{day}") for day in (8, 9)]
    rows = {name: world.participant(activity, person) for name, person in crowd.items()}
    world.mark(rows["siti"], sessions[0])
    world.mark(rows["siti"], sessions[1], "late")
    return {"activity": activity, "first": sessions[0], "second": sessions[1], **rows}


def test_marks_come_back(
    database: Database, crowd: dict[str, str], workshop: dict[str, str], tmp_path: Path
) -> None:
    path = given_out(
        database, tmp_path / "p.xlsx", "participant_list", activity=workshop["activity"]
    )
    change(path, crowd["budi"], "Sesi 1", "S")
    change(path, crowd["siti"], "Sesi 2", None)
    change(path, crowd["siti"], "Jabatan", "Wakil")
    plan, lines = lines_of(database, path, "participants")
    assert plan.activity == workshop["activity"]
    assert len(lines[crowd["siti"]].changes) == 2
    database.edit(write, plan)
    grid = database.read(participants.grid, workshop["activity"])
    marks = {row.person_id: row.marks for row in grid.rows}
    assert marks[crowd["siti"]] == ("present", None)
    assert marks[crowd["budi"]] == ("sick", None)
    assert marks[crowd["ida"]] == (None, None)
    assert database.read(participant_edits.draft, workshop["siti"]).position == "Wakil"
    assert database.read(people_edits.draft, crowd["siti"]).position == "Ketua"
    database.undo()
    grid = database.read(participants.grid, workshop["activity"])
    assert {r.person_id: r.marks for r in grid.rows}[crowd["siti"]] == ("present", "late")


def test_a_mark_set_here_meanwhile_is_asked_about(
    database: Database, world: World, crowd, workshop: dict[str, str], tmp_path: Path
) -> None:
    path = given_out(
        database, tmp_path / "p.xlsx", "participant_list", activity=workshop["activity"]
    )
    world.mark(workshop["budi"], workshop["first"], "absent")
    change(path, crowd["budi"], "Sesi 1", "H")
    plan, lines = lines_of(database, path, "participants")
    assert lines[crowd["budi"]].action == DOUBT
    database.edit(write, plan)
    grid = database.read(participants.grid, workshop["activity"])
    assert {r.person_id: r.marks[0] for r in grid.rows}[crowd["budi"]] == "absent"


def test_a_participant_list_nobody_touched_leaves_the_log_alone(
    database: Database, crowd, workshop: dict[str, str], tmp_path: Path
) -> None:
    path = given_out(
        database, tmp_path / "p.xlsx", "participant_list", activity=workshop["activity"]
    )
    plan, _ = lines_of(database, path, "participants")
    assert {line.action for line in plan.lines} == {LINK}
    assert not database.edit(write, plan).changes
    assert database.read(people.count) == len(crowd)


def test_a_damaged_hidden_sheet_makes_it_a_list_like_any_other(
    database: Database, crowd: dict[str, str], tmp_path: Path
) -> None:
    path = given_out(database, tmp_path / "a.xlsx", "member_list")
    book = load_workbook(path)
    book[SHEET]["B1"].value = "{broken"
    book.save(path)
    assert given_list(path) is None
    assert len(database.read(preview, path, "people", Wishes()).lines) == len(crowd)


def test_an_organization_renamed_here_meanwhile_is_not_made_again(
    database: Database, crowd: dict[str, str], tmp_path: Path
) -> None:
    path = given_out(database, tmp_path / "a.xlsx", "member_list")
    office = database.read(people_edits.draft, crowd["siti"]).organization_id
    draft = database.read(organization_edits.draft, office)
    draft.name = "Perkumpulan Kenanga"
    database.edit(organization_edits.change, office, draft)
    change(path, crowd["siti"], "Jabatan", "Bendahara")
    plan, _ = lines_of(database, path)
    assert plan.organizations == {}
    assert database.edit(write, plan).value.organizations == 0
    siti = database.read(people_edits.draft, crowd["siti"])
    assert (siti.organization_id, siti.position) == (office, "Bendahara")
