"""Registers: who is listed, what comes first, and what outsiders do not get to see."""

import datetime as dt
import io

import pypdf
import pytest
from openpyxl import load_workbook
from sqlmodel import Session

from db.edits.edit import edit
from db.models import ActionPlan, ActionStep, Agreement, AgreementExtension, FollowUp
from db.queries import registers
from tests.exports.test_documents import make, words
from tests.world import World

TODAY = dt.date(2026, 11, 21)


@edit("Rows")
def _add(session: Session, *rows: object) -> None:
    session.add_all(rows)


def cells(content: bytes) -> list[list[object]]:
    sheet = load_workbook(io.BytesIO(content)).active
    return [list(row) for row in sheet.iter_rows(min_row=3, values_only=True)]


def test_phones_are_listed_only_where_they_are_asked_for(world: World) -> None:
    office = world.organization("Yayasan Melati", phone="0271123456")
    world.person("Siti", phone="081234567890", organization_id=office, district_id="33.25")
    world.person("Nama Rahasia", sensitive=True, phone="081111111111", organization_id=office)
    shut = make(world, "member_directory", "xlsx")
    told = cells(make(world, "member_directory", "xlsx", contacts=True))
    head, *lines = told
    assert [line[1] for line in lines] == ["Siti", "P-0001"]
    assert lines[0][head.index("Telepon")] == "0812-3456-7890"
    assert lines[1][2:] == [None, None, None, None, None, None, 0]
    assert "Telepon" not in cells(shut)[0]
    assert not any("0812" in str(cell) for line in cells(shut) for cell in line)
    (one,) = cells(make(world, "organization_directory", "xlsx"))[1:]
    assert (one[1], one[-2]) == ("Yayasan Melati", 2)


def test_agreements_that_end_next_come_first(world: World) -> None:
    ends = {"Lama": "2026-10-01", "Dekat": "2026-12-01", "Jauh": "2028-01-01", "Tanpa akhir": None}
    rows = [Agreement(id=name, title=name, ends=end) for name, end in ends.items()]
    extended = Agreement(id="x", title="Diperpanjang", ends="2026-01-01")
    longer = AgreementExtension(id="y", agreement_id="x", until="2027-01-01")
    world.database.edit(_add, *rows, extended)
    world.database.edit(_add, longer)
    found = world.database.read(registers.agreements, TODAY)
    assert [one.title for one in found] == ["Dekat", "Diperpanjang", "Jauh", "Lama", "Tanpa akhir"]
    assert [one.days for one in found][:2] == [10, 41]
    assert [one.days for one in found][3:] == [-51, None]


def test_late_steps_come_first_and_time_in_words_is_kept(world: World) -> None:
    world.database.edit(_add, ActionPlan(id="p", title="Rencana Batang", district_id="33.25"))
    steps = [
        ActionStep(id="1", plan_id="p", number=1, what="Selesai", ends="2026-01-01", status_id="step_status:done"),
        ActionStep(id="2", plan_id="p", number=2, what="Terlambat", ends="2026-11-20", status_id="step_status:running"),
        ActionStep(id="3", plan_id="p", number=3, what="Nanti", when_said="setelah Lebaran"),
    ]  # fmt: skip
    visit = FollowUp(id="f", plan_id="p", date="2026-10-05")
    world.database.edit(_add, *steps)
    world.database.edit(_add, visit)
    found = world.database.read(registers.steps, TODAY)
    assert [(one.what, one.late) for one in found] == [
        ("Terlambat", True),
        ("Selesai", False),
        ("Nanti", False),
    ]
    text = words(
        " ".join(
            page.extract_text()
            for page in pypdf.PdfReader(io.BytesIO(make(world, "plan_monitoring", "pdf"))).pages
        )
    )
    assert "setelah Lebaran" in text
    assert "5 Oktober 2026" in text


@pytest.mark.parametrize("everywhere", [False, True])
def test_districts_where_nothing_was_held_are_listed(world: World, everywhere: bool) -> None:
    world.activity("Lokakarya", districts=["33.25"])
    world.activity("Hanya rencana", status="planned", districts=["33.24"])
    world.person("Siti", district_id="33.24")
    found = world.database.read(registers.unreached, everywhere=everywhere)
    names = {(one.province, one.name): one.members for one in found}
    assert names["Jawa Tengah", "Kabupaten Kendal"] == 1
    assert ("Jawa Tengah", "Kabupaten Batang") not in names
    assert len({one.province for one in found}) == (38 if everywhere else 1)


def test_an_empty_register_says_so(world: World) -> None:
    content = make(world, "agreement_register", "pdf")
    assert (
        "Tidak ada yang perlu didaftar."
        in pypdf.PdfReader(io.BytesIO(content)).pages[0].extract_text()
    )
