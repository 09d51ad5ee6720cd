"""The summary workbook counts by formulas over its own lines, and agrees with report, command line and SQL."""

import io
import json
import random
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import docx
import pytest
from openpyxl import load_workbook

from db.database import Database
from db.queries.summary_workbook import MOST_GRIDS
from tests.exports.test_word import made
from tests.world import World

SOFFICE = shutil.which("soffice")
WITHOUT_OFFICE = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed here")


def opened(content: bytes, *, results: bool = True):
    return load_workbook(io.BytesIO(content), data_only=results)


def lines(sheet) -> list[dict[str, object]]:
    """Rows below the head, by their heads; empty ones are left out."""
    heads, *rows = sheet.iter_rows(min_row=3, values_only=True)
    return [dict(zip(heads, row, strict=True)) for row in rows if row[0] is not None]


def recalculated(content: bytes, folder: Path):
    """What LibreOffice makes of the formulas, told no results."""
    bare = folder / "bare.xlsx"
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(bare, "w") as new:
        for entry in old.infolist():
            data = old.read(entry)
            if "worksheets/sheet" in entry.filename:
                data = re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1", data)
            new.writestr(entry.filename, data)
    return load_workbook(by_office(bare, "xlsx", folder / "calculated"), data_only=True)


def by_office(path: Path, kind: str, folder: Path) -> Path:
    subprocess.run(
        [SOFFICE, "--headless", f"-env:UserInstallation=file://{folder}/office",
         "--convert-to", kind, "--outdir", folder, path],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    return folder / f"{path.stem}.{kind}"


@pytest.fixture
def crowded(world: World) -> World:
    """Twelve people of two programmes at five activities, with every kind of mark."""
    chance = random.Random(7)
    programme = world.programme()
    offices = [
        world.organization("Bappeda", kind_id="organization_kind:local_government"),
        world.organization("Yayasan Melati", kind_id="organization_kind:civil_society"),
    ]
    people = [
        world.person(
            f"Orang {number:02}",
            sex=chance.choice(["female", "male", "other", None]),
            birth=chance.choice(["1961", "1999", "2004", None]),
            district_id=chance.choice(["33.25", "33.74", None]),
            organization_id=chance.choice([*offices, None]),
            disability_said=chance.choice(["yes", "no", None]),
            sensitive=number == 3,
        )
        for number in range(12)
    ]
    for number in range(5):
        activity = world.activity(
            f"Kegiatan {number}", starts=f"2026-0{number + 1}-10", programme_id=programme
        )
        sessions = [world.session(activity) for _ in range(3)]
        for person in chance.sample(people, 8):
            role = chance.choice(["participant", "participant", "facilitator"])
            there = world.participant(activity, person, role_id=f"role:{role}")
            for session in sessions:
                world.mark(there, session, chance.choice(["present", "late", "absent", "sick", None]))  # fmt: skip
    return world


def by_sql(database: Database) -> dict[str, int]:
    """Unique people, attendances, women and sittings, counted without our own questions."""
    there = (
        "SELECT a.id, a.person_id, count(*) AS sessions FROM participation AS a"
        " JOIN attendance AS x ON x.participation_id = a.id AND x.removed = 0"
        " WHERE x.status IN ('present', 'late') AND a.removed = 0 AND a.role_id = 'role:participant'"
        " GROUP BY a.id"
    )
    keys = ("attendances", "people", "women", "sittings")
    return database.read(
        lambda reader: reader.one(
            lambda *found: dict(zip(keys, found, strict=True)),
            f"SELECT count(*), count(DISTINCT t.person_id),"
            f" count(DISTINCT CASE WHEN p.sex = 'female' THEN p.id END), sum(t.sessions)"
            f" FROM ({there}) AS t JOIN person AS p ON p.id = t.person_id",
        )
    )


@pytest.mark.parametrize("seed", range(4))
def test_report_workbook_command_line_and_sql_agree(
    world: World, seed: int, capsys: pytest.CaptureFixture[str]
) -> None:
    """Random attendance, several times."""
    from desktop import cli

    chance = random.Random(seed)
    people = [
        world.person(f"Orang {n}", sex=chance.choice(["female", "male", None])) for n in range(9)
    ]
    for number in range(3):
        activity = world.activity(f"Kegiatan {number}", starts=f"2026-0{number + 1}-10")
        sessions = [world.session(activity) for _ in range(chance.randint(1, 3))]
        for person in chance.sample(people, chance.randint(1, 9)):
            role = chance.choice(["participant", "resource_person"])
            row = world.participant(activity, person, role_id=f"role:{role}")
            for session in sessions:
                world.mark(row, session, chance.choice(["present", "late", "absent", None]))
    counted = by_sql(world.database)
    book = opened(made(world, "xlsx", "summary_workbook", "en"))
    cover = {row[0]: row[1] for row in book.worksheets[0].iter_rows(values_only=True) if row[0]}
    assert cover["Unique people who took part"] == counted["people"]
    assert cover["Attendances"] == counted["attendances"]
    assert cover["Sittings"] == (counted["sittings"] or 0)
    sexes = {one["Category"]: one for one in lines(book["By sex"])}
    assert sexes["Female"]["People"] == counted["women"]
    assert sexes["Total"]["People"] == counted["people"]

    report = made(world, "docx", "period_report", "en", period="dates", **{"from": "2026", "to": "2026"})  # fmt: skip
    table = docx.Document(io.BytesIO(report)).tables[0]
    compared = {row.cells[0].text: row.cells[1].text for row in table.rows}
    assert compared["Unique people who took part"] == str(counted["people"])
    assert compared["of them women"] == str(counted["women"])
    assert compared["Attendances"] == str(counted["attendances"])

    world.database.close()
    capsys.readouterr()
    assert cli.run(["stats", str(world.database.path), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["people"], told["attendances"]) == (counted["people"], counted["attendances"])


def test_every_sheet_is_listed_and_leads_there(crowded: World) -> None:
    book = opened(made(crowded, "xlsx", "summary_workbook"))
    cells = (cell for row in book.worksheets[0].iter_rows() for cell in row if cell.hyperlink)
    links = {cell.value: cell.hyperlink.location for cell in cells}
    assert links == {sheet.title: f"'{sheet.title}'!A1" for sheet in book.worksheets[1:]}


def test_tables_are_tables_with_frozen_heads_and_a_place_on_paper(crowded: World) -> None:
    book = opened(made(crowded, "xlsx", "summary_workbook"))
    for sheet in book.worksheets[1:]:
        (table,) = sheet.tables.values()
        heads = [cell.value for cell in sheet[3]][: len(table.tableColumns)]
        assert [column.name for column in table.tableColumns] == heads
        assert sheet.freeze_panes == "B4"
        assert sheet.print_area
        assert sheet.page_setup.orientation == "landscape"
    assert sum(bool(sheet._charts) for sheet in book) == 7


def test_a_dictionary_names_every_column(crowded: World) -> None:
    book = opened(made(crowded, "xlsx", "summary_workbook", "en"))
    told = {(one["Sheet"], one["Column"]) for one in lines(book["Data dictionary"])}
    for sheet in book.worksheets[1:-1]:
        for (table,) in [sheet.tables.values()]:
            assert {(sheet.title, column.name) for column in table.tableColumns} <= told


def test_hashtags_stand_below_the_heads_where_they_are_asked_for(crowded: World) -> None:
    plain = opened(made(crowded, "xlsx", "summary_workbook", "en"))["By sex"]
    assert plain["A4"].value == "Female"
    tagged = opened(made(crowded, "xlsx", "summary_workbook", "en", hxl="yes"))["By sex"]
    assert [cell.value for cell in tagged[4]][:3] == ["#indicator+category", "#reached+female", "#reached+male"]  # fmt: skip
    assert tagged["A5"].value == "Female"


def test_nothing_that_was_typed_becomes_a_formula(world: World, activity: str) -> None:
    traps = ("=1+1", "+62", "-5", "@SUM(A1)")
    session = world.session(activity)
    for trap in traps:
        office = world.organization(f"{trap} organisasi")
        world.mark(world.participant(activity, world.person(trap, organization_id=office)), session)
    sheet = opened(made(world, "xlsx", "summary_workbook", activity=activity), results=False)["Orang dan kegiatan"]  # fmt: skip
    found = {cell.value: cell for row in sheet.iter_rows(min_row=4) for cell in row}
    for trap in traps:
        assert found[trap].data_type == "s"
        assert found[f"{trap} organisasi"].data_type == "s"


def test_without_names_people_are_numbers(crowded: World) -> None:
    book = opened(made(crowded, "xlsx", "summary_workbook", "en", names="no"))
    text = " ".join(str(v) for s in book for r in s.iter_rows(values_only=True) for v in r)
    assert "Orang 0" not in text
    heads = [cell.value for cell in book["People and activities"][3]]
    assert heads[:2] == ["Person", "Sex"]


def test_many_activities_have_no_sheet_each(world: World) -> None:
    person = world.person("Siti")
    for number in range(MOST_GRIDS + 1):
        activity = world.activity(f"Kegiatan {number}", starts="2026-01-01")
        world.mark(world.participant(activity, person), world.session(activity))
    book = opened(made(world, "xlsx", "summary_workbook", "en"))
    assert not [name for name in book.sheetnames if name.startswith("Attendance ")]
    assert any("up to 30 activities" in str(row[0]) for row in book.worksheets[0].iter_rows(values_only=True))  # fmt: skip


@WITHOUT_OFFICE
def test_libreoffice_calculates_the_same_and_follows_a_changed_line(
    crowded: World, tmp_path: Path
) -> None:
    content = made(crowded, "xlsx", "summary_workbook", "en")
    said, calculated = opened(content), recalculated(content, tmp_path)
    formulas = [
        (sheet.title, cell.coordinate)
        for sheet in opened(content, results=False)
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    ]
    assert len(formulas) > 200
    for sheet, place in formulas:
        assert calculated[sheet][place].value == said[sheet][place].value, (sheet, place)
    # Somebody corrects the sex of one line: both sheets follow.
    book = opened(content, results=False)
    sheet = book["People and activities"]
    heads = [cell.value for cell in sheet[3]]
    sex, once = heads.index("Sex") + 1, heads.index("Counts as person") + 1
    row = next(n for n in range(4, sheet.max_row + 1)
               if sheet.cell(n, once).value == 1 and sheet.cell(n, sex).value == "Female")  # fmt: skip
    sheet.cell(row, sex).value = "Male"
    changed = tmp_path / "changed.xlsx"
    book.save(changed)
    after = load_workbook(by_office(changed, "xlsx", tmp_path / "after"), data_only=True)
    women, men = (
        [{one["Category"]: one for one in lines(b["By sex"])}[sex]["People"] for b in (said, after)]
        for sex in ("Female", "Male")
    )
    assert (women[1] - women[0], men[1] - men[0]) == (-1, 1)


@WITHOUT_OFFICE
@pytest.mark.parametrize("key", ["activity_report", "period_report"])
def test_libreoffice_opens_the_word_files(crowded: World, key: str, tmp_path: Path) -> None:
    import pypdf

    activity = crowded.database.read(lambda r: r.value("SELECT id FROM activity"))
    about = {"activity": activity} if key == "activity_report" else {"period": "this_year"}
    path = tmp_path / "report.docx"
    path.write_bytes(made(crowded, "docx", key, **about))
    pages = pypdf.PdfReader(by_office(path, "pdf", tmp_path)).pages
    assert len(pages) > 2
