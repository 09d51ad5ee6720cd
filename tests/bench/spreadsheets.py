"""Spreadsheets in: how well lists are read, against the truth beside them, and what reading a long one costs."""

import datetime as dt
import random
import time
from itertools import combinations
from pathlib import Path
from typing import Any

import openpyxl
from sqlmodel import Session

from db.database import Database
from db.edits.edit import edit
from db.imports.columns import ATTENDANCE, ORGANIZATIONS, PEOPLE
from db.imports.plan import LINK, SKIP, UPDATE, PlanLine
from db.imports.preview import preview
from db.imports.writing import people
from db.log.identity import new_id
from tests.bench import volume
from tests.bench.measures import Measure
from tests.db.imports.lists import MADE, truth
from tests.db.imports.test_truth import typed

TODAY = dt.date(2026, 11, 21)
PEOPLES = (
    ("anggota_bertahun_tahun.xlsx", PEOPLE),
    ("daftar_hadir_lokakarya.xlsx", PEOPLE),
    ("database_anggota_per_kabupaten.xlsx", PEOPLE),
    ("formulir_pendaftaran.csv", PEOPLE),
    ("kobo_pendaftaran.xlsx", PEOPLE),
    ("laporan_rapat_daring.csv", ATTENDANCE),
)
_NOT_ASKED = {
    "kobo_pendaftaran.xlsx": {"position", "email"},
    "laporan_rapat_daring.csv": {
        *("sex", "birth_year", "position", "district", "district_text", "phone", "disability"),
        *("organization", "email"),  # only some wrote or gave them
    },
    "anggota_bertahun_tahun.xlsx": {"disability"},
}


def scores(folder: Path) -> list[tuple[str, str]]:
    """A line of the score table for every file of ``tests/spreadsheets``."""
    return [(name, _score(folder, name, target)) for name, target in PEOPLES] + [
        ("direktori_lembaga.xls", _directory(folder))
    ]


def _held(folder: Path, name: str, target: str) -> list[PlanLine]:
    database = Database.create(folder / f"{name}.rembuk", name="Bench")
    plan = database.read(preview, MADE / name, target, today=TODAY)
    database.close()
    return [line for line in plan.lines if line.action != SKIP]


def _score(folder: Path, name: str, target: str) -> str:
    known = truth(name)
    lines = _held(folder, name, target)
    rows = known["rows"]
    new = [line for line in lines if line.twin is None]
    if "entity_of_row" in known:
        entity = dict(zip((line.line for line in lines), known["entity_of_row"], strict=True))
        found = [(line, rows[entity[line.line]]) for line in new]
    else:
        by_key = {key: row for row in rows for key in _keys(row)}
        found = [(line, _first(by_key, _keys(typed(line)))) for line in new]
    right = [(line, row) for line, row in found if row is not None]
    checked = good = 0
    for line, row in right:
        for key, value in row.items():
            if key in ("entity", *_NOT_ASKED.get(name, ())):
                continue
            checked += 1
            good += _latest(line, lines, key) == value
    said = f"people {len(right)}/{len(new)} right, {len(right)}/{len(rows)} found"
    said += f" · fields {good}/{checked} ({good / max(checked, 1):.1%})"
    if "entity_of_row" in known:
        said += f" · {_pairs(lines, known['entity_of_row'])}"
    return said


def _keys(row: dict[str, Any]) -> list[tuple[Any, ...]]:
    """What tells the people of a truth file apart, the surest first."""
    name = (row["name"] or "").split(",")[0]
    return [(row.get("phone") or "", name), (name, row.get("minutes"))]


def _first(by_key: dict[tuple[Any, ...], Any], keys: list[tuple[Any, ...]]) -> Any:
    return next((by_key[key] for key in keys if key in by_key), None)


def _latest(line: PlanLine, lines: list[PlanLine], key: str) -> Any:
    """A field as the last line about this person says it."""
    told = [typed(one)[key] for one in lines if one is line or one.twin == line.number]
    return next((value for value in reversed(told) if value is not None), None)


def _pairs(lines: list[PlanLine], entities: list[int]) -> str:
    group = {line.number: line.twin if line.twin is not None else line.number for line in lines}
    entity = dict(zip((line.number for line in lines), entities, strict=True))
    said = {(a, b) for a, b in combinations(group, 2) if group[a] == group[b]}
    true = {(a, b) for a, b in combinations(group, 2) if entity[a] == entity[b]}
    right = len(said & true)
    linked = sum(line.action in (LINK, UPDATE) for line in lines)
    return (
        f"duplicates {right}/{len(said)} right, {right}/{len(true)} found ({linked} lines linked)"
    )


def _directory(folder: Path) -> str:
    rows = truth("direktori_lembaga.xls")["rows"]
    lines = _held(folder, "direktori_lembaga.xls", ORGANIZATIONS)
    names = {"organization": "name", "acronym": "acronym", "district": "district_id"}
    names |= {"contact": "contact_name", "phone": "phone"}
    good = sum(
        line.fields.get(field) == row[key]
        for line, row in zip(lines, rows, strict=True)
        for key, field in names.items()
    )
    return f"organizations {len(lines)}/{len(rows)} · fields {good}/{len(rows) * len(names)}"


_PLACES = ("Kab. Batang", "Kota Semarang", "Kab. Kendal", "Demak", "Cilacap", "Solo", "Klaten")
_HEADINGS = (
    "No",
    "Nama",
    "L/P",
    "Tanggal Lahir",
    "Lembaga",
    "Jabatan",
    "Kab/Kota",
    "No HP",
    "Email",
)


def long_list(path: Path, number: int) -> Path:
    """A list of people who are not in the workspace yet."""
    chance = random.Random(4)
    names = [str(row[1]) for row in volume.person_rows(number, seed=4)]
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Data")
    sheet.append(_HEADINGS)
    for i in range(number):
        born = (
            f"{chance.randint(1, 28):02d}/{chance.randint(1, 12):02d}/{chance.randint(1955, 2004)}"
        )
        sheet.append(
            [
                *(i + 1, names[i]),
                *(chance.choice("LP"), born, f"Lembaga {chance.randint(1, 300)}", "Anggota"),
                *(
                    chance.choice(_PLACES),
                    f"08{chance.randint(10**9, 10**10 - 1)}",
                    f"p{i}@contoh.id",
                ),
            ]
        )
    book.save(path)
    return path


@edit("Bench: the same rows, bare")
def _bare(session: Session, rows: list[tuple[Any, ...]], belong: list[tuple[Any, ...]]) -> None:
    connection: Any = session.connection().connection.driver_connection
    connection.executemany(
        "INSERT INTO person (id, name, sex, birth, district_id, phone, email) VALUES (?, ?, ?, ?, ?, ?, ?)",
        rows,
    )
    connection.executemany(
        "INSERT INTO affiliation (id, person_id, organization_id, position, main) VALUES (?, ?, ?, ?, 1)",
        belong,
    )


def long_import(database: Database, folder: Path, number: int) -> list[Measure]:
    """A long xlsx into a large workspace, beside the bare reader and the bare logged insert of its rows."""
    import python_calamine

    path = long_list(folder / "long.xlsx", number)
    start = time.perf_counter()
    sheet = python_calamine.CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0)
    cells = [list(row) for row in sheet.iter_rows()][1:]
    read = time.perf_counter()
    plan = database.read(preview, path, today=TODAY)
    seen = time.perf_counter()
    database.edit(people, plan)
    written = time.perf_counter()
    database.undo()
    organization = str(
        database.read(lambda reader: reader.value("SELECT min(id) FROM organization"))
    )
    rows = [
        (new_id(), row[1], "female", "1970-01-01", "33.25", f"+62{str(row[7])[1:]}", row[8])
        for row in cells
    ]
    belong = [(new_id(), row[0], organization, "Anggota") for row in rows]
    begun = time.perf_counter()
    database.edit(_bare, rows, belong)
    inserted = time.perf_counter()
    database.undo()
    least = (read - start + inserted - begun) * 1000
    return [
        Measure(f"{number:,} people from a spreadsheet", (written - read) * 1000, least, 4),
        Measure("… of which the preview", (seen - read) * 1000, least, 99),
    ]


def main() -> None:
    """``python -m tests.bench.spreadsheets``: the score table, and a long list into a large workspace."""
    import shutil
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        for name, said in scores(Path(folder)):
            print(f"{name:40} {said}")
        large = volume.workspace(100_000, 2_000, 1_000_000)
        database = volume.opened(Path(shutil.copy(large, Path(folder) / "copy.rembuk")))
        for one in long_import(database, Path(folder), 10_000):
            print(
                f"{one.name:52} {one.ours:10.1f} {one.unit} {one.least:10.1f} {one.unit} {one.ratio:7.2f} ×"
            )
        database.close()


if __name__ == "__main__":
    main()
