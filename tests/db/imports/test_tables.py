"""Tables are found wherever they stand, and what is no record never becomes one."""

from pathlib import Path
from typing import Any

import pytest

from db.imports.tables import Table, tables
from db.imports.workbook import read
from tests.db.imports.lists import workbook


def found(tmp_path: Path, rows: list[list[Any]], *merged: str) -> list[Table]:
    (sheet,) = read(workbook(tmp_path / "a.xlsx", rows, merged))
    return tables(sheet)


def lines(table: Table) -> list[int]:
    return [record.line for record in table.records]


def test_a_heading_in_any_line_and_column(tmp_path: Path) -> None:
    rows = [["PEMERINTAH KABUPATEN BATANG"], [], [], [None, None, None, "No", "Nama", "Instansi"]]
    rows += [[None, None, None, n, f"Siti {n}", "Dinas Sosial"] for n in (1, 2, 3)]
    (table,) = found(tmp_path, rows)
    assert table.heading_lines == (4,)
    assert lines(table) == [5, 6, 7]
    assert table.above == [(1, "PEMERINTAH KABUPATEN BATANG")]


def test_a_heading_over_two_lines_is_one(tmp_path: Path) -> None:
    rows = [
        ["No", "Nama", "Jenis Kelamin", None, "Kehadiran", None, None, "Ket"],
        [None, None, "L", "P", "Hari 1", "Hari 2", "Hari 3", None],
        [1, "Siti", None, "√", "H", "H", "I", None],
    ]
    (table,) = found(tmp_path, rows, "A1:A2", "B1:B2", "C1:D1", "E1:G1", "H1:H2")
    assert table.heading_lines == (1, 2)
    assert table.headings[2:7] == [
        *("Jenis Kelamin L", "Jenis Kelamin P"),
        *("Kehadiran Hari 1", "Kehadiran Hari 2", "Kehadiran Hari 3"),
    ]
    assert lines(table) == [3]


def test_the_line_that_numbers_the_columns_is_no_person(tmp_path: Path) -> None:
    rows = [["No", "Nama", "L/P", "HP"], [1, 2, 3, 4], [1, "Siti", "P", "0812"]]
    assert lines(found(tmp_path, rows)[0]) == [3]
    rows[1] = ["(1)", "(2)", "(3)", "(4)"]
    assert lines(found(tmp_path, rows)[0]) == [3]


@pytest.mark.parametrize(
    "row",
    [
        [None, "Jumlah", None, "53 orang"],
        ["Sub total", "4 orang", None, None],
        ["TOTAL", None, None, 12],
        ["Jumlah peserta perempuan: 12", None, None, None],
        [None, "Total Peserta", None, 30],
        [None, None, None, "Mengetahui,"],
        [None, None, None, "Semarang, 8 September 2015"],
        [None, "Ketua Panitia,", None, "Mengetahui"],
        [None, None, None, "(.....................)"],
        [None, None, None, None],
    ],
)
def test_totals_and_signatures_are_no_people(tmp_path: Path, row: list[Any]) -> None:
    rows = [["No", "Nama", "L/P", "HP"], [1, "Siti", "P", "0812"], [2, "Ani", "P", "0813"], row]
    assert lines(found(tmp_path, rows)[0]) == [2, 3]


def test_who_signs_below_a_list_does_not_take_part(tmp_path: Path) -> None:
    rows = [
        *(
            ["No", "Nama", "Jabatan"],
            [1, "Siti", "Ketua"],
            [None, "Mengetahui,", None],
            [None, None, None],
        ),
        *([None, "Drs. Budi Santoso", None], [None, "NIP. 19650101", None]),
    ]
    assert lines(found(tmp_path, rows)[0]) == [2]


def test_words_of_a_signature_inside_a_record_do_no_harm(tmp_path: Path) -> None:
    rows = [
        ["Nama", "L/P", "Keterangan"],
        ["Siti", "P", "Approved"],
        ["Ani", "P", "Catatan: datang terlambat"],
        ["Totalia Dewi", "P", ""],
        ["Jumlahwati", "P", ""],
    ]
    assert lines(found(tmp_path, rows)[0]) == [2, 3, 4, 5]


def test_a_cell_merged_over_several_lines_stands_for_each(tmp_path: Path) -> None:
    rows = [["Lembaga", "Nama"], ["PEKKA", "Siti"], [None, "Ani"], ["KPI", "Umi"], [None, "Eka"]]
    (table,) = found(tmp_path, rows, "A2:A3", "A4:A5")
    assert [record.cells[0] for record in table.records] == ["PEKKA", "PEKKA", "KPI", "KPI"]


def test_ditto_marks_repeat_the_line_above_but_never_a_name(tmp_path: Path) -> None:
    rows = [
        ["Nama", "Lembaga", "L/P"],
        ["Siti", "PEKKA", "P"],
        ["Ani", '"', "sda"],
        ["Umi", "''", "P"],
    ]
    (table,) = found(tmp_path, rows)
    assert [record.cells for record in table.records] == [
        *(["Siti", "PEKKA", "P"], ["Ani", "PEKKA", "P"], ["Umi", "PEKKA", "P"]),
    ]


def test_lines_between_that_name_a_district_hold_for_those_below(tmp_path: Path) -> None:
    rows = [
        *(["No", "Nama", "HP"], ["KABUPATEN BATANG", None, None], [1, "Siti", "0812"]),
        *([2, "Ani", "0813"], ["KOTA SEMARANG", None, None], [1, "Umi", "0814"]),
    ]
    (table,) = found(tmp_path, rows)
    assert [(record.line, record.group) for record in table.records] == [
        *((3, "KABUPATEN BATANG"), (4, "KABUPATEN BATANG"), (6, "KOTA SEMARANG")),
    ]


def test_two_tables_on_a_sheet_keep_their_own_titles(tmp_path: Path) -> None:
    rows = [
        *(["Hari 1"], ["No", "Nama", "HP"], [1, "Siti", "0812"], [None], ["Daftar Panitia"]),
        *(["No", "Nama", "Jabatan"], [1, "Ani", "Ketua"]),
    ]
    first, second = found(tmp_path, rows)
    assert (lines(first), lines(second)) == ([3], [7])
    assert second.above == [(5, "Daftar Panitia")]


def test_the_same_heading_again_on_the_next_page_goes_on(tmp_path: Path) -> None:
    head = ["No", "Nama", "HP"]
    rows = [head, [1, "Siti", "0812"], [None], head, [2, "Ani", "0813"]]
    (table,) = found(tmp_path, rows)
    assert lines(table) == [2, 5]


def test_a_sheet_without_heading_is_one_table_without(tmp_path: Path) -> None:
    rows = [[1, "Jail Malik, S.Pd.", "Karangmloko"], [2, "Maya", None], [3, "Irwan", "Panasan"]]
    (table,) = found(tmp_path, rows)
    assert table.heading_lines == ()
    assert lines(table) == [1, 2, 3]


def test_a_label_with_its_value_is_no_heading(tmp_path: Path) -> None:
    rows = [["Nama", ": Siti Contoh"], ["Kelas", ": XII"], ["No", "Nama", "HP"], [1, "Ani", "0812"]]
    (table,) = found(tmp_path, rows)
    assert table.heading_lines == (3,)


@pytest.mark.parametrize(
    "rows",
    [
        [["Nama", "Sebutan"], ["Rara Wulandari", "Bendahara"], ["Tono Hartono", "Ketua"]],
        [["Nama"], ["Rara Wulandari"], ["Tono Hartono"]],
    ],
)
def test_one_known_word_is_a_heading_where_no_line_has_more(tmp_path: Path, rows) -> None:
    (table,) = found(tmp_path, rows)
    assert table.headings == rows[0]
    assert lines(table) == [2, 3]


def test_the_heading_once_more_is_no_person_and_what_follows_it_is_read(tmp_path: Path) -> None:
    heading = ["No", "Petugas Name", "Pos Jaga", "HP"]
    rows = [heading, [1, "Rara Wulandari", "Lobi", "081234567890"]]
    rows += [[], ["Mengetahui", None, None, None], ["Ketua", None, None, None], []]
    rows += [heading, [1, "Tono Hartono", "Lobi", "081234567891"]]
    (table,) = found(tmp_path, rows)
    assert lines(table) == [2, 8]
    assert (7, "heading") in [(one.line, one.reason) for one in table.skipped]
