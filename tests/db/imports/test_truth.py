"""Lists as people keep them are read as a careful typist would have entered them."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from db.database import Database
from db.imports.columns import ATTENDANCE, ORGANIZATIONS, PEOPLE
from db.imports.plan import LINK, NEW, SKIP, UPDATE, Plan, PlanLine, Wishes
from db.imports.preview import preview
from db.imports.writing import people
from db.rules.matching import SURE
from tests.db.imports.lists import MADE, truth

TODAY = dt.date(2026, 11, 21)
REAL = Path(__file__).parents[4] / "shared" / "spreadsheets" / "real"
SEX = {"female": "P", "male": "L"}


def planned(database: Database, name: str, target: str = PEOPLE, **wishes: Any) -> Plan:
    return database.read(preview, MADE / name, target, Wishes(**wishes), today=TODAY)


def held(plan: Plan) -> list[PlanLine]:
    return [line for line in plan.lines if line.action != SKIP]


def typed(line: PlanLine) -> dict[str, Any]:
    """A line in the words of the truth files."""
    found = line.fields
    birth = str(found.get("birth") or "")
    said = found.get("disability_said")
    return {
        "name": found.get("full_name"),
        "sex": SEX.get(str(found.get("sex"))),
        "organization": found.get("organization"),
        "position": found.get("position"),
        "district": found.get("district"),
        "district_text": found.get("district_text"),
        "phone": found.get("phone"),
        "email": found.get("email"),
        "birth_date": birth if "~" not in birth else None,
        "birth_year": int(birth[:4]) if birth else None,
        "birth_year_about": int(birth[:4]) if birth else None,
        "disability": {"no": "tidak", "yes": found.get("disability_kind")}.get(str(said)),
        "wgss_0_to_3": [
            found.get(name)
            for name in (
                *("seeing", "hearing", "walking", "remembering", "self_care", "communicating"),
            )
        ],
        "minutes": found.get("minutes"),
    }


@pytest.mark.parametrize(
    ("name", "without"),
    [
        ("daftar_hadir_lokakarya.xlsx", set()),
        ("database_anggota_per_kabupaten.xlsx", set()),
        ("kobo_pendaftaran.xlsx", {"position", "email"}),  # not asked in the form
    ],
)
def test_every_field_of_every_line_is_as_a_typist_would_enter_it(
    database: Database, name: str, without: set[str]
) -> None:
    rows = truth(name)["rows"]
    lines = held(planned(database, name))
    assert len(lines) == len(rows)
    for line, row in zip(lines, rows, strict=True):
        found = typed(line)
        wanted = {key: value for key, value in row.items() if key not in without}
        assert {key: found[key] for key in wanted} == wanted, line.line


def test_an_answer_given_twice_is_one_person_with_the_later_answer(database: Database) -> None:
    name = "formulir_pendaftaran.csv"
    rows = truth(name)["rows"]
    plan = planned(database, name)
    assert plan.counts()[NEW] == len(rows)
    assert plan.counts()[UPDATE] == truth(name)["rows_in_file"] - len(rows)
    database.edit(people, plan)
    stored = database.read(
        lambda reader: {
            phone: rest
            for phone, *rest in reader.each(
                "SELECT phone, position, district_id, disability_said FROM person"
            )
        }
    )
    for row in rows:
        said = "no" if row["disability"] == "tidak" else "yes"
        assert stored[row["phone"]] == [row["position"], row["district"], said]
    consents = database.read(
        lambda reader: reader.value("SELECT count(*) FROM consent WHERE given AND removed = 0")
    )
    assert consents == len(rows)


def test_duplicates_of_many_years_are_found_and_nobody_else(database: Database) -> None:
    name = "anggota_bertahun_tahun.xlsx"
    known = truth(name)
    plan = planned(database, name)
    lines = held(plan)
    entity = dict(zip((line.line for line in lines), known["entity_of_row"], strict=True))
    for line in lines:
        if line.action in (LINK, UPDATE):
            assert line.match is not None
            assert line.match.probability >= SURE
            assert entity[line.line] == entity[line.match.line or 0]
    assert plan.counts()[NEW] == known["people"]
    assert plan.counts()[NEW] + known["duplicate_pairs"] == len(lines)


def test_joins_of_an_online_meeting_become_minutes_of_people(database: Database) -> None:
    name = "laporan_rapat_daring.csv"
    plan = planned(database, name, ATTENDANCE)
    rows = {row["name"]: row for row in truth(name)["rows"]}
    lines = held(plan)
    assert len(lines) == len(rows)
    for line in lines:
        found = typed(line)
        row = rows.get(found["name"]) or rows[f"{found['name']}, S.H."]  # one left her title out
        assert found["minutes"] == row["minutes"]
        assert found["organization"] in (None, row["organization"])
    assert plan.offer.title == "Pelatihan Kabupaten Kota HAM Hari ke-1"
    assert plan.offer.starts == "2023-12-05"


def test_a_directory_becomes_organizations(database: Database) -> None:
    name = "direktori_lembaga.xls"
    plan = planned(database, name, ORGANIZATIONS)
    rows = truth(name)["rows"]
    lines = held(plan)
    assert len(lines) == len(rows)
    for line, row in zip(lines, rows, strict=True):
        found = line.fields
        wanted = (
            row["organization"],
            row["acronym"],
            row["district"],
            row["contact"],
            row["phone"],
        )
        got = [
            found.get(key) for key in ("name", "acronym", "district_id", "contact_name", "phone")
        ]
        assert tuple(got) == wanted
        kind = {"LSM": "civil_society", "Pemerintah": "local_government"}[row["kind"]]
        assert found["kind_id"] == f"organization_kind:{kind}"


def test_the_lines_above_an_attendance_list_offer_the_activity(database: Database) -> None:
    plan = planned(database, "daftar_hadir_lokakarya.xlsx", ATTENDANCE)
    offer = plan.offer
    assert offer.title == "Lokakarya Pembentukan Forum Komunitas"
    assert (offer.starts, offer.venue) == ("2015-09-08", "Semarang")
    assert plan.tables[0].heading_lines == (9, 10)


def test_real_sheets_never_crash_and_say_so_where_they_hold_no_list(database: Database) -> None:
    from db.errors import UserError
    from db.imports.columns import TARGETS

    for path in sorted([*MADE.glob("*.[xc]*"), *REAL.glob("*.*")]):
        for target in TARGETS:
            try:
                plan = database.read(preview, path, target, Wishes(), today=TODAY)
            except UserError:
                continue
            for line in held(plan):
                name = str(line.fields.get("full_name") or line.fields.get("name") or "")
                assert not name.lower().startswith(("jumlah", "total", "sub total", "mengetahui"))
