"""Workspace data: what leaves is what is there, the same each time, and nobody protected is named."""

import io
import json

import pytest
from openpyxl import load_workbook

from db.errors import UserError
from db.queries import records
from db.queries.workspace_data import LEFT_OUT
from exports import workspace_data
from exports.workspace_data import DOCUMENT, read
from resources.texts import translator
from tests.db import intentions
from tests.exports.conftest import crowd
from tests.world import World, mark_duplicate


def made(world: World, kind: str, **choices: object) -> bytes:
    data = world.database.read(DOCUMENT.question, DOCUMENT.complete(choices))
    return DOCUMENT.make(data, translator("id"), kind)


def tables(world: World, **choices: object) -> dict[str, list[dict[str, object]]]:
    return read(made(world, "json", **choices))


def rows(world: World, table: str, columns: list[str]) -> list[tuple[object, ...]]:
    sql = f"SELECT {', '.join(columns)} FROM {table} WHERE removed = 0 ORDER BY id"
    return world.database.read(lambda reader: list(reader.each(sql)))


def test_everything_that_travels_is_read_back_as_it_was_stored(world: World, activity: str) -> None:
    world.mark(crowd(world, activity, 3)[0], world.session(activity, topic="Konsep “dasar”\nHAM"))
    found = tables(world, contacts=True)
    names = world.database.read(records.exchanged)
    assert list(found) == [name for name in names if name not in LEFT_OUT]
    for table, listed in found.items():
        columns = list(world.database.read(records.columns, table))
        columns.remove("removed")
        assert all(list(row) == columns for row in listed)
        assert [tuple(row.values()) for row in listed] == rows(world, table, columns), table
    assert found["activity_session"][0]["topic"] == "Konsep “dasar”\nHAM"


def test_the_same_data_give_the_same_bytes(world: World, activity: str) -> None:
    crowd(world, activity, 3)
    for kind in DOCUMENT.formats:
        assert made(world, kind) == made(world, kind)


def test_removed_rows_stay_behind(world: World, activity: str) -> None:
    from db.edits import activities

    world.database.edit(activities.remove, activity)
    assert tables(world)["activity"] == []


def test_contact_data_come_only_where_they_are_asked_for(world: World) -> None:
    world.person("Siti", phone="081234567890", email="siti@example.org", address="Jalan Melati 1")
    shut, told = made(world, "json").decode(), made(world, "json", contacts=True).decode()
    for secret in ("+6281234567890", "siti@example.org", "Jalan Melati 1"):
        assert secret not in shut
        assert secret in told
    assert "Siti" in shut


def test_who_is_protected_is_a_code_wherever_a_row_would_tell(world: World, activity: str) -> None:
    office = world.organization("Kantor Rahasia")
    person = world.person(
        "Nama Rahasia", sensitive=True, birth="1980", organization_id=office, position="Rahasia"
    )
    world.mark(world.participant(activity, person), world.session(activity))
    for sql in (
        "INSERT INTO quote (id, words, person_id) VALUES ('q', 'Kata Rahasia', :person)",
        "INSERT INTO alias (id, subject, subject_id, text)"
        " VALUES ('a', 'person', :person, 'Ejaan Rahasia')",
    ):
        world.database.edit(intentions.run, sql, person=person)
    found = tables(world, contacts=True)
    (row,) = found["person"]
    assert (row["name"], row["code"], row["birth"]) == ("P-0001", "P-0001", None)
    (there,) = found["participation"]
    assert (there["organization_id"], there["position"]) == (None, None)
    assert (found["affiliation"], found["quote"]) == ([], [])
    for kind in DOCUMENT.formats:
        content = made(world, kind, contacts=True)
        text = content.decode() if kind == "json" else cells(content)
        for secret in ("Nama Rahasia", "Kata Rahasia", "Ejaan Rahasia"):
            assert secret not in text
        assert "P-0001" in text


def test_who_was_merged_with_somebody_protected_is_protected_too(world: World) -> None:

    kept, twin = world.person("Melati", sensitive=True), world.person("Melati Putri")
    world.database.edit(mark_duplicate, twin, kept)
    assert "Melati" not in made(world, "json").decode()


def test_lists_of_a_restricted_activity_stay_inside(world: World) -> None:
    activity = world.activity("Terbatas", sensitivity="restricted")
    world.mark(world.participant(activity, world.person("Siti")), world.session(activity))
    found = tables(world)
    assert (found["participation"], found["attendance"]) == ([], [])
    assert [row["title"] for row in found["activity"]] == ["Terbatas"]


def test_the_workbook_speaks_of_names_dates_and_words(world: World) -> None:
    activity = world.activity("Lokakarya", starts="2020-Q3", districts=["33.22|33.74"])
    world.database.edit(
        intentions.run,
        "INSERT INTO reported_figure (id, subject, subject_id, measure, minimum, qualifier, basis)"
        " VALUES ('f', 'activity', :activity, 'participants', 50, 'more_than', 'reported')",
        activity=activity,
    )
    text = cells(made(world, "xlsx"))
    for expected in (
        "Triwulan III 2020",
        "Peserta: lebih dari 50",
        "Semarang (Kabupaten/Kota belum dipastikan)",
        "Nomor telepon, surel, dan alamat tidak disertakan.",
    ):
        assert expected in text, expected


def test_a_name_never_becomes_a_formula(world: World) -> None:
    world.organization('=HYPERLINK("x")')
    book = load_workbook(io.BytesIO(made(world, "xlsx")))
    found = [c for s in book for r in s.iter_rows() for c in r if c.value == '=HYPERLINK("x")']
    assert found
    assert {cell.data_type for cell in found} == {"s"}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}",
        b"[1]",
        b"\xff",
        json.dumps({"format": workspace_data.FORMAT, "version": 99, "tables": {}}).encode(),
    ],
)
def test_another_file_is_refused_by_a_sentence(content: bytes) -> None:
    with pytest.raises(UserError):
        read(content)


def cells(content: bytes) -> str:
    book = load_workbook(io.BytesIO(content))
    return "\n".join(
        str(value)
        for sheet in book
        for row in sheet.iter_rows(values_only=True)
        for value in row
        if value is not None
    )
