"""Empty lists, forms and files with comments: what is handed out comes back understood."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from db.imports import fields
from db.imports.likely import likely_target
from db.imports.plan import NEW, Wishes
from db.imports.preview import preview
from exports.blank_lists import COLUMNS
from exports.catalogue import document
from exports.lists.annotated import annotated
from resources.texts import translator
from tests.db.imports.lists import MADE, workbook
from tests.world import World


def made(world: World, path: Path, key: str, language: str = "id", **choices: object) -> Path:
    one = document(key)
    answer = world.database.read(one.question, one.complete(choices))
    path.write_bytes(one.make(answer, translator(language), "xlsx"))
    return path


FILLED = {
    fields.NAME: "Rara Wulandari",
    fields.SEX: {"id": "P", "en": "F"},
    fields.BIRTH: "25/5/1990",
    fields.AGE: 36,
    fields.ORGANIZATION: "Yayasan Contoh",
    fields.POSITION: "Ketua",
    fields.DISTRICT: "Kabupaten Batang",
    fields.VILLAGE: "Desa Sidomulyo",
    fields.PHONE: "081234567890",
    fields.EMAIL: "rara@example.org",
    fields.DISABILITY: {"id": "Tidak", "en": "No"},
    fields.CONSENT: {"id": "Ya", "en": "Yes"},
    fields.ACRONYM: "YC",
    fields.TITLE: "Lokakarya Contoh",
    fields.STARTS: "8/9/2026",
    fields.ENDS: "9/9/2026",
    fields.VENUE: "Balai Desa",
    fields.PLANNED: 30,
}


def fill(path: Path, target: str, language: str) -> Path:
    book = load_workbook(path)
    sheet = book.worksheets[0]
    for position, key in enumerate(COLUMNS[target], start=1):
        value = FILLED.get(key)
        sheet.cell(2, position).value = value[language] if isinstance(value, dict) else value
    book.save(path)
    return path


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("target", list(COLUMNS))
def test_an_empty_list_comes_back_understood(
    world: World, tmp_path: Path, target: str, language: str
) -> None:
    path = fill(
        made(world, tmp_path / "a.xlsx", "template", language, list=target), target, language
    )
    wishes = Wishes(activity=world.activity() if target == "participants" else None)
    plan = world.database.read(preview, path, target, wishes)
    (table,) = plan.tables
    meanings = [column.meaning for column in table.columns]
    assert meanings == list(COLUMNS[target])
    (line,) = plan.lines
    assert line.action == NEW
    assert line.findings == []
    if target in ("people", "participants"):
        assert line.fields["sex"] == "female"
        assert line.fields["district"] == "33.25"
        assert line.fields["consent"] is True
        assert line.fields["disability_said"] == "no"
    guessed = world.database.read(likely_target, path)
    assert guessed == ("people" if target == "participants" else target)


def test_lists_to_choose_from_hold_all_districts(world: World, tmp_path: Path) -> None:
    book = load_workbook(made(world, tmp_path / "a.xlsx", "template"))
    sheet, kept = book.worksheets
    assert kept.sheet_state == "hidden"
    at = list(COLUMNS["people"]).index(fields.DISTRICT) + 1
    assert sum(cell[0].value is not None for cell in kept.iter_rows(min_col=at, max_col=at)) == 514
    assert len(sheet.data_validations.dataValidation) == 4


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("with_activity", [False, True])
def test_a_form_is_accepted_by_odk(
    world: World, tmp_path: Path, language: str, with_activity: bool
) -> None:
    from pyxform.xls2xform import convert

    choices = {}
    if with_activity:
        activity = world.activity("Lokakarya Contoh")
        world.session(activity, topic="Hak & kewajiban")
        choices["activity"] = activity
    path = made(world, tmp_path / "form.xlsx", "registration_form", language, **choices)
    result = convert(str(path), validate=False, warnings=(warnings := []))
    assert warnings == []
    assert "Kabupaten Batang" in result.xform
    assert ("Sesi 1: Hak" in result.xform) == with_activity
    assert 'lang="Bahasa Indonesia (id)"' in result.xform
    assert 'lang="English (en)"' in result.xform


def test_answers_to_the_form_come_back_by_their_names(world: World, tmp_path: Path) -> None:
    asked = (
        "start full_name sex birth_year organization district phone seeing walking consent _uuid"
    )
    said = (
        *("2026-09-08T08:00:00", "Rara Wulandari", "perempuan", 1990, "Yayasan Contoh"),
        *("Kabupaten_Batang", "081234567890", "1", "0", "ya"),
        "uuid:2f1c8d0e-0000-4000-8000-000000000001",
    )
    path = workbook(tmp_path / "kobo.xlsx", [asked.split(), said])
    (line,) = world.database.read(preview, path, "people", Wishes()).lines
    assert line.action == NEW
    assert line.fields["full_name"] == "Rara Wulandari"
    assert line.fields["sex"] == "female"
    assert line.fields["birth"].startswith("1990")
    assert line.fields["district"] == "33.25"
    assert line.fields["seeing"] == 1
    assert line.fields["consent"] is True
    assert line.identity


def problems(world: World, path: Path, target: str = "people"):
    plan = world.database.read(preview, path, target, Wishes())
    return plan, annotated(path, plan, translator("id"))


def test_problems_stand_as_comments_at_their_cells(world: World, tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "a.xlsx",
        [
            ("Daftar Anggota",),
            (),
            ("No", "Nama", "L/P", "Kab/Kota", "HP"),
            (1, "Rara Wulandari", "P", "Banjar", "0812"),
            (2, "Tono Hartono", "L", "Kabupaten Batang", "081234567890"),
        ],
    )
    plan, content = problems(world, path)
    (tmp_path / "b.xlsx").write_bytes(content)
    sheet = load_workbook(tmp_path / "b.xlsx").active
    comments = {cell.coordinate for row in sheet for cell in row if cell.comment}
    assert comments == {"D4", "E4"}
    assert "Banjar" in sheet["D4"].comment.text
    assert sheet["B5"].value == "Tono Hartono"
    assert sheet["A1"].value == "Daftar Anggota"
    assert any(line.findings for line in plan.lines)


def test_files_of_other_kinds_come_as_workbooks(world: World, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Nama;HP\nRara Wulandari;12\n=1+1;081234567890\n", "utf-8")
    _, content = problems(world, path)
    (tmp_path / "b.xlsx").write_bytes(content)
    sheet = load_workbook(tmp_path / "b.xlsx").active
    assert sheet["B2"].comment is not None
    assert sheet["A3"].data_type == "s"


def test_the_old_directory_comes_back_with_all_its_lines(world: World, tmp_path: Path) -> None:
    path = MADE / "direktori_lembaga.xls"
    plan, content = problems(world, path, "organizations")
    (tmp_path / "b.xlsx").write_bytes(content)
    book = load_workbook(tmp_path / "b.xlsx")
    assert {table.sheet for table in plan.tables} <= set(book.sheetnames)


def test_a_file_whose_name_is_no_name_of_a_sheet_is_annotated(world: World, tmp_path: Path) -> None:
    path = tmp_path / "Daftar anggota forum [2023] kabupaten dan kota.csv"
    path.write_text("Nama;HP\nRara Wulandari;12\n", "utf-8")
    _, content = problems(world, path)
    (tmp_path / "b.xlsx").write_bytes(content)
    assert load_workbook(tmp_path / "b.xlsx").active["B2"].comment is not None
