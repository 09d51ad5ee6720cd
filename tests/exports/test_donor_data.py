"""In the data set for donors nobody has a name, and nobody stands out."""

import csv
import io
import random
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from db.errors import UserError
from db.rules.disclosure import told
from exports.catalogue import document
from tests.exports.test_word import made
from tests.world import World

COLUMNS = ("sex", "age", "place")
STEPS = (("place", "wider"), ("place", None), ("age", None), ("sex", None))


@given(
    st.lists(
        st.fixed_dictionaries(
            {
                "sex": st.sampled_from(["female", "male"]),
                "age": st.sampled_from(["young", "old"]),
                "place": st.sampled_from(["a1", "a2", "b1", "b2"]),
            }
        ),
        max_size=60,
    ),
    st.integers(2, 6),
)
@settings(deadline=None, max_examples=150)
def test_every_group_is_big_enough_and_nothing_is_made_up(rows, least: int) -> None:
    rows = [{**row, "wider": row["place"][0]} for row in rows]
    found = told(rows, COLUMNS, STEPS, least)
    groups = Counter(tuple(row.values()) for row in found.rows.values())
    assert all(size >= least for size in groups.values())
    assert len(found.rows) + found.removed == len(rows)
    for number, row in found.rows.items():
        assert row["sex"] in (None, rows[number]["sex"])
        assert row["place"] in (None, rows[number]["place"], rows[number]["wider"])


def test_what_is_common_stays_as_it_is() -> None:
    rows = [{"sex": "female", "age": "old", "place": "a1", "wider": "a"}] * 5
    found = told(rows, COLUMNS, STEPS, 5)
    assert list(found.rows.values()) == [{"sex": "female", "age": "old", "place": "a1"}] * 5
    assert not found.less


@pytest.fixture
def crowd(world: World) -> World:
    """Forty people, one of them the only one of her kind; and a restricted activity."""
    chance = random.Random(3)
    activity = world.activity("Pelatihan", starts="2026-02-02")
    session = world.session(activity)
    for number in range(40):
        person = world.person(
            f"Nama {number:02}",
            sex=chance.choice(["female", "male"]),
            birth=chance.choice(["1980", "2003"]),
            district_id=chance.choice(["33.25", "33.24"]),
            disability_said="yes" if number == 0 else "no",
            phone=f"+62812345678{number:02}",
        )
        world.mark(world.participant(activity, person), session)
    secret = world.activity("Rahasia", starts="2026-03-03", sensitivity="restricted")
    alone = world.person("Nama Rahasia", district_id="51.71")
    world.mark(world.participant(secret, alone), world.session(secret))
    return world


def lines(content: bytes, delimiter: str = ",") -> list[dict[str, str]]:
    text = content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text), delimiter=delimiter))


def test_nobody_stands_out_and_nobody_is_named(crowd: World) -> None:
    content = made(crowd, "csv", "donor_data", "en")
    found = lines(content)
    assert len(found) == 39  # the only one with a disability would stand alone whatever is hidden
    columns = ("Sex", "Age", "Disability", "Kind of organization", "District")
    groups = Counter(tuple(row[column] for column in columns) for row in found)
    assert min(groups.values()) >= 5
    assert "With disability" not in {row["Disability"] for row in found}
    for content in (content, made(crowd, "xlsx", "donor_data"), made(crowd, "txt", "donor_data")):  # noqa: B020
        assert b"Nama" not in content
    assert "Denpasar" not in str(found)


def test_the_note_says_what_is_missing(crowd: World) -> None:
    note = made(crowd, "txt", "donor_data", "en").decode()
    assert "1 restricted activity is left out as a whole." in note
    assert "1 person is left out" in note
    assert "Kind of organization: in" in note or "District: in" in note
    sheet = load_workbook(io.BytesIO(made(crowd, "xlsx", "donor_data", "en"))).worksheets[0]
    told_there = "\n".join(str(cell.value) for (cell, *_) in sheet.iter_rows())
    for line in note.split("\n\n"):
        assert line in told_there


def test_a_person_keeps_the_pseudonym_and_it_is_no_id(crowd: World) -> None:
    first, again = (lines(made(crowd, "csv", "donor_data", "en")) for _ in range(2))
    assert first == again
    names = {row["Pseudonym"] for row in first}
    assert len(names) == 39
    ids = crowd.database.read(lambda r: r.rows(str.upper, "SELECT id FROM person"))
    assert not any(name in row for name in names for row in ids)


def test_indonesian_excel_finds_its_columns(crowd: World) -> None:
    content = made(crowd, "csv", "donor_data", "id")
    assert content.startswith(b"\xef\xbb\xbf")
    assert lines(content, ";")[0]["Samaran"]


def test_a_threshold_that_protects_nobody_is_refused(crowd: World) -> None:
    with pytest.raises(UserError, match="picked out"):
        made(crowd, "csv", "donor_data", threshold=2)
    assert document("donor_data").complete({})["threshold"] == 5


def test_a_kind_that_looks_like_a_formula_stays_a_text(world: World) -> None:
    from tests.db import intentions

    world.database.edit(
        intentions.run,
        "INSERT INTO term (id, vocabulary, code, label_id, label_en, rank)"
        " VALUES ('organization_kind:x', 'organization_kind', 'x', '=1+1', '=1+1', 99)",
    )
    office = world.organization("Lembaga", kind_id="organization_kind:x")
    activity = world.activity("Pelatihan", starts="2026-02-02")
    session = world.session(activity)
    for number in range(6):
        person = world.person(f"Nama {number}", organization_id=office)
        world.mark(world.participant(activity, person), session)
    kinds = {row["Kind of organization"] for row in lines(made(world, "csv", "donor_data", "en"))}
    assert kinds == {"'=1+1"}
    sheet = load_workbook(io.BytesIO(made(world, "xlsx", "donor_data", "en")))["Data"]
    assert {c.data_type for row in sheet.iter_rows(min_row=4) for c in row if c.value == "=1+1"} == {"s"}  # fmt: skip
