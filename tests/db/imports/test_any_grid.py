"""Whatever stands in a sheet: nothing crashes, nothing is written without a yes."""

import contextlib
import datetime as dt
from pathlib import Path
from typing import Any

import openpyxl
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.database import Database
from db.errors import UserError
from db.imports.columns import TARGETS
from db.imports.plan import ACTIONS
from db.imports.preview import preview

HEADINGS = (
    *(
        "No",
        "Nama",
        "Nama Lengkap",
        "L/P",
        "L",
        "P",
        "Jenis Kelamin",
        "Tgl Lahir",
        "Usia",
        "Lembaga",
    ),
    *("Jabatan", "Kab/Kota", "No HP", "WA", "Email", "Disabilitas", "Hari 1", "Sesi II", "_uuid"),
    *("Timestamp", "Join Time", "Leave Time", "Duration (Minutes)", "Tanda Tangan", "Kegiatan"),
    *("Tanggal", "Jam Mulai", "Singkatan", "Nama Lembaga", "Keterangan", "melihat", "Setuju"),
)
WORDS = (
    *(
        "Jumlah",
        "Sub total",
        "Mengetahui,",
        '"',
        "-",
        "L",
        "P",
        "√",
        "Semarang",
        "Kab. Batang",
        "Solo",
    ),
    *("Kabupaten/Kota: Demak", "DAFTAR HADIR", "8-9 September 2015", "31/02/2020", "13/13/2013"),
    *("0812 3456 7890", "8,12E+10", "siti@contoh.id", "Siti Aminah, S.H.", "(..........)", "=1+1"),
    *(
        "Ya",
        "Tidak",
        "36 th",
        "1. Laki-laki",
        "09.00 - 10.00",
        "Pelatihan",
        "KPI - Siti",
        "Ani_PEKKA",
    ),
)
cells = st.one_of(
    st.none(),
    st.sampled_from(HEADINGS),
    st.sampled_from(WORDS),
    st.integers(-(10**13), 10**13),
    st.floats(allow_nan=False, allow_infinity=False, width=32),
    st.booleans(),
    st.dates(dt.date(1900, 3, 1), dt.date(2100, 1, 1)),
    st.datetimes(dt.datetime(1900, 3, 1), dt.datetime(2100, 1, 1)),  # noqa: DTZ001 - as in a sheet
    st.times(),
    st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=30),
)
rows = st.lists(st.lists(cells, max_size=8), max_size=12)
areas = st.lists(
    st.tuples(*(st.integers(1, 8), st.integers(1, 6), st.integers(0, 3), st.integers(0, 2))),
    max_size=3,
)


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(heading=st.lists(st.sampled_from(HEADINGS), max_size=8), rows=rows, areas=areas)
def test_any_grid_gives_a_plan_or_a_sentence(
    database: Database, tmp_path: Path, heading: list[str], rows: list[list[Any]], areas: list[Any]
) -> None:
    book = openpyxl.Workbook()
    for row in (*rows[:2], heading, *rows[2:]):
        book.active.append(row)
    for top, left, down, right in areas:
        book.active.merge_cells(
            start_row=top, start_column=left, end_row=top + down, end_column=left + right
        )
    path = tmp_path / "a.xlsx"
    book.save(path)
    for target in TARGETS:
        try:
            plan = database.read(preview, path, target)
        except UserError:
            continue
        assert all(line.action in ACTIONS for line in plan.lines)
        places = [(line.sheet, line.line) for line in plan.lines]
        assert len(places) == len(set(places))
    assert database.stacks().undo == ()


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(content=st.binary(max_size=400) | st.text(max_size=400).map(str.encode))
def test_any_bytes_give_a_plan_or_a_sentence(
    database: Database, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(content)
    for target in TARGETS:
        with contextlib.suppress(UserError):
            database.read(preview, path, target)
    assert database.stacks().undo == ()
