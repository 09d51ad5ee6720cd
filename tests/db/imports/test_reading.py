"""Files are read whatever their kind, and refused with a sentence where they are none."""

import datetime as dt
import struct
import zipfile
from pathlib import Path

import openpyxl
import pytest

from db.errors import UserError
from db.imports import delimited, packed, workbook
from db.imports.cells import clean
from db.imports.tables import tables
from tests.db.imports import lists

ROWS = [["Nama", "HP"], ["Siti; Aminah", "0812 3456 7890"], ["José Nunes", "0813"]]


def refused(path: Path) -> str:
    with pytest.raises(UserError) as refusal:
        workbook.read(path)
    return refusal.value.text


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]
)
@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_texts_are_read_in_every_encoding_with_every_sign(
    tmp_path: Path, encoding: str, sign: str
) -> None:
    quoted = ("\r\n".join(sign.join(f'"{cell}"' for cell in row) for row in ROWS)).encode(encoding)
    path = tmp_path / "daftar.csv"
    path.write_bytes(quoted)
    (sheet,) = workbook.read(path)
    assert [line.cells for line in sheet.lines] == ROWS


def test_the_hint_of_excel_names_the_sign(tmp_path: Path) -> None:
    path = tmp_path / "daftar.csv"
    path.write_text("sep=;\nNama;Alamat\nSiti;Jl. A, B, C\nAni;Jl. D, E, F\n")
    (sheet,) = workbook.read(path)
    assert sheet.lines[1].cells == ["Siti", "Jl. A, B, C"]
    assert sheet.lines[0].number == 2


def test_blank_lines_leave_the_numbers_of_lines_as_they_are(tmp_path: Path) -> None:
    path = lists.workbook(tmp_path / "a.xlsx", [["Nama", "HP"], [], ["Siti", "0812"]])
    (sheet,) = workbook.read(path)
    assert [line.number for line in sheet.lines] == [1, 3]


def test_merged_cells_and_hidden_sheets_are_known(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["Judul", None])
    book.active.merge_cells("A1:B1")
    hidden = book.create_sheet("rahasia")
    hidden.append(["Nama", "HP"])
    hidden.sheet_state = "hidden"
    book.save(tmp_path / "a.xlsx")
    (sheet,) = workbook.read(tmp_path / "a.xlsx")
    assert [(one.top, one.left, one.bottom, one.right) for one in sheet.merged] == [(1, 0, 1, 1)]


@pytest.mark.parametrize(
    ("cell", "kept"),
    [
        ("  Siti\u00a0 ", "Siti"),
        ("", None),
        ("#N/A", None),
        (3.0, 3),
        (3.5, 3.5),
        (float("nan"), None),
        (dt.datetime(2023, 5, 1), dt.date(2023, 5, 1)),  # noqa: DTZ001 - as a reader gives it
        (True, True),
        ("a\u200bb", "ab"),
    ],
)
def test_a_cell_is_cleaned(cell: object, kept: object) -> None:
    assert clean(cell) == kept


def test_an_empty_file_says_so(tmp_path: Path) -> None:
    empty = tmp_path / "a.xlsx"
    empty.touch()
    assert refused(empty) == workbook.EMPTY
    assert refused(lists.workbook(tmp_path / "b.xlsx", [])) == workbook.EMPTY
    assert refused(tmp_path / "none.xlsx") == workbook.NOT_THERE


def test_a_web_page_and_a_picture_are_no_spreadsheets(tmp_path: Path) -> None:
    page = tmp_path / "data.xls"
    page.write_text("<html><table><tr><td>Nama</td></tr></table></html>")
    assert refused(page) == workbook.WEB_PAGE
    picture = tmp_path / "data.xlsx"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    assert refused(picture) == workbook.NOT_A_SPREADSHEET
    archive = tmp_path / "data.zip"
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("a.txt", "Nama")
    assert refused(archive) == workbook.NOT_A_SPREADSHEET


def test_a_protected_workbook_asks_for_one_without_password(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    name = "EncryptedPackage".encode("utf-16-le")
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + name + bytes(100))
    assert refused(path) == workbook.PROTECTED


def test_a_damaged_workbook_says_so(tmp_path: Path) -> None:
    path = lists.workbook(tmp_path / "a.xlsx", ROWS)
    content = path.read_bytes()
    for end in (30, len(content) // 2, len(content) - 10):
        path.write_bytes(content[:end])
        assert refused(path) == packed.DAMAGED
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000))
    assert refused(path) == packed.DAMAGED


def test_a_quotation_that_does_not_end_names_its_line(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('Nama,HP\nSiti,"0812\n' + "Ani,0813 x\n" * 4000)
    with pytest.raises(UserError) as refusal:
        workbook.read(path)
    assert refusal.value.text == delimited.OPEN_QUOTE
    assert refusal.value.facts["line"] == 2


def _with_sheet(path: Path, xml: bytes) -> Path:
    """A workbook whose first sheet is replaced."""
    source = lists.workbook(path.with_name("source.xlsx"), ROWS)
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for one in old.infolist():
            content = xml if one.filename.endswith("sheet1.xml") else old.read(one)
            new.writestr(one.filename, content)
    return path


SHEET = (
    b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>%s'
    b"</sheetData></worksheet>"
)


def test_two_cells_a_million_lines_apart_are_refused_before_they_take_the_memory(
    tmp_path: Path,
) -> None:
    far = SHEET % (
        b'<row r="1"><c r="A1"><v>1</v></c></row>'
        b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    )
    assert refused(_with_sheet(tmp_path / "a.xlsx", far)) == packed.TOO_LARGE


def test_a_million_formatted_empty_lines_are_no_content(tmp_path: Path) -> None:
    empty = b"".join(
        b'<row r="%d"><c r="A%d" s="0"/></row>' % (n, n) for n in range(4, 1048577, 40)
    )
    first = b'<row r="1"><c r="A1" t="inlineStr"><is><t>Nama</t></is></c></row>'
    (sheet,) = workbook.read(_with_sheet(tmp_path / "a.xlsx", SHEET % (first + empty)))
    assert [line.cells[0] for line in sheet.lines] == ["Nama"]


def test_a_bomb_is_refused_even_when_it_lies_about_its_size(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packed, "_MOST_UNPACKED", 2_000_000)
    path = _with_sheet(tmp_path / "a.xlsx", SHEET % (b" " * 5_000_000))
    assert refused(path) == packed.TOO_LARGE
    content = bytearray(path.read_bytes())
    at = content.find(b"PK\x01\x02")
    while at >= 0:  # the directory at the end claims ten bytes for every member
        content[at + 24 : at + 28] = struct.pack("<L", 10)
        at = content.find(b"PK\x01\x02", at + 4)
    path.write_bytes(bytes(content))
    assert refused(path) == packed.TOO_LARGE


def test_entities_of_xml_are_not_expanded(tmp_path: Path) -> None:
    bomb = (
        b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;">]>'
        + SHEET % b'<row r="1"><c r="A1" t="inlineStr"><is><t>Nama &c;</t></is></c></row>'
    )
    assert refused(_with_sheet(tmp_path / "a.xlsx", bomb)) == packed.DAMAGED


def _ods(path: Path, body: str) -> Path:
    space = "urn:oasis:names:tc:opendocument:xmlns"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        file.writestr(
            "META-INF/manifest.xml",
            f'<manifest:manifest xmlns:manifest="{space}:manifest:1.0"><manifest:file-entry'
            ' manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>'
            "</manifest:manifest>",
        )
        file.writestr(
            "content.xml",
            f'<office:document-content xmlns:office="{space}:office:1.0" xmlns:table="{space}:table:1.0"'
            f' xmlns:text="{space}:text:1.0"><office:body><office:spreadsheet><table:table'
            f' table:name="Lembar">{body}</table:table></office:spreadsheet></office:body>'
            "</office:document-content>",
        )
    return path


def _cells(*texts: str, more: str = "") -> str:
    return "".join(
        f'<table:table-cell office:value-type="string"{more}><text:p>{text}</text:p></table:table-cell>'
        for text in texts
    )


def test_open_document_sheets_are_read_and_their_repetitions_bounded(tmp_path: Path) -> None:
    row = "<table:table-row{}>{}</table:table-row>"
    end = '<table:table-row table:number-rows-repeated="1048570"><table:table-cell/></table:table-row>'
    good = row.format("", _cells("Nama", "HP")) + row.format("", _cells("Siti", "0812")) + end
    (sheet,) = workbook.read(_ods(tmp_path / "a.ods", good))
    assert [line.cells[:2] for line in sheet.lines] == [["Nama", "HP"], ["Siti", "0812"]]
    bomb = row.format(' table:number-rows-repeated="1048576"', _cells("Siti"))
    assert refused(_ods(tmp_path / "b.ods", bomb)) == packed.TOO_LARGE
    wide = row.format("", _cells("Siti", more=' table:number-columns-repeated="16384"'))
    assert refused(_ods(tmp_path / "c.ods", wide)) == packed.TOO_LARGE


def test_a_huge_text_is_refused_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    assert refused(path) == packed.TOO_LARGE


def test_too_many_lines_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delimited, "MOST_ROWS", 100)
    path = tmp_path / "a.csv"
    path.write_text("Nama,HP\n" * 102)
    assert refused(path) == packed.TOO_LARGE


def test_merged_cells_of_open_document_stand_for_all_their_lines(tmp_path: Path) -> None:
    def row(body: str, more: str = "") -> str:
        return f"<table:table-row{more}>{body}</table:table-row>"

    tall = ' table:number-rows-spanned="2"'
    covered = "<table:covered-table-cell/>"
    body = (
        row(_cells("Daftar Anggota", more=' table:number-columns-spanned="3"') + covered * 2)
        + row("<table:table-cell/>", ' table:number-rows-repeated="2"')
        + row(_cells("Lembaga", "Nama", "L/P"))
        + row(_cells("Yayasan Contoh", more=tall) + _cells("Siti Aminah", "P"))
        + row(covered + _cells("Budi Santoso", "L"))
    )
    (sheet,) = workbook.read(_ods(tmp_path / "a.ods", body))
    assert [(m.top, m.left, m.bottom, m.right) for m in sheet.merged] == [
        (1, 0, 1, 2),
        (5, 0, 6, 0),
    ]
    (table,) = tables(sheet)
    assert [record.cells[0] for record in table.records] == ["Yayasan Contoh"] * 2


def test_entities_of_open_document_are_refused(tmp_path: Path) -> None:
    path = _ods(tmp_path / "a.ods", "<table:table-row>" + _cells("Nama") + "</table:table-row>")
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    bomb = b'<!DOCTYPE a [<!ENTITY b "bbbb">]>' + parts["content.xml"]
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in {**parts, "content.xml": bomb}.items():
            archive.writestr(name, content)
    assert refused(path) == packed.DAMAGED
