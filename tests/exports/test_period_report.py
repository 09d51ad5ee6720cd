"""The report of a period: counts beside those of the period before, districts on a map, plans, agreements, voices."""

import datetime as dt
import io
import json
from itertools import pairwise

import docx
import pypdf
import pytest

from db.edits import forums
from db.errors import UserError
from db.rules.periods import HALF, QUARTER, YEAR, Period, around
from exports import period_report
from exports.catalogue import document
from tests.db import intentions
from tests.exports.test_word import made, said_in_word, words
from tests.world import World

YEAR_2026 = {"period": "dates", "from": "2026", "to": "2026"}


def tables(content: bytes) -> list[list[list[str]]]:
    return [
        [[cell.text for cell in row.cells] for row in table.rows]
        for table in docx.Document(io.BytesIO(content)).tables
    ]


def pdf_text(content: bytes) -> str:
    return words(" ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages))  # fmt: skip


@pytest.fixture
def programme(world: World) -> str:
    """A programme with a component, an activity in each half of 2026 and one in 2025."""
    programme = world.programme()
    component = world.programme("Komponen")
    world.database.edit(
        intentions.run,
        "UPDATE programme SET parent_id = :programme WHERE id = :component",
        programme=programme,
        component=component,
    )
    government = world.organization(
        "Bappeda Batang", kind_id="organization_kind:local_government", district_id="33.25"
    )
    civil = world.organization("Yayasan Melati", kind_id="organization_kind:civil_society")
    people = [
        world.person("Siti", sex="female", district_id="33.25", organization_id=government),
        world.person("Budi", sex="male", district_id="33.25", organization_id=civil),
        world.person("Wati", sex="female", district_id="33.74", organization_id=civil),
    ]
    for title, day, where, of, who in (
        ("Lama", "2025-05-05", "33.24", programme, people[:1]),
        ("Pelatihan", "2026-02-10", "33.25", programme, people[:2]),
        ("Lokakarya", "2026-08-12", "33.25", component, people),
    ):
        activity = world.activity(
            title, starts=day, ends=day, districts=[where], programme_id=of, results=f"Hasil {title}"
        )  # fmt: skip
        session = world.session(activity)
        for person in who:
            world.mark(world.participant(activity, person), session)
    return programme


@pytest.mark.parametrize(
    ("day", "months", "first", "last", "before"),
    [
        ("2026-11-21", QUARTER, "2026-10-01", "2026-12-31", ("2026-07-01", "2026-09-30")),
        ("2026-02-01", QUARTER, "2026-01-01", "2026-03-31", ("2025-10-01", "2025-12-31")),
        ("2024-02-29", HALF, "2024-01-01", "2024-06-30", ("2023-07-01", "2023-12-31")),
        ("2026-12-31", YEAR, "2026-01-01", "2026-12-31", ("2025-01-01", "2025-12-31")),
    ],
)
def test_a_period_has_one_before_it(day: str, months: int, first: str, last: str, before: tuple[str, str]) -> None:  # fmt: skip
    period = around(dt.date.fromisoformat(day), months)
    assert (period.first.isoformat(), period.last.isoformat()) == (first, last)
    assert (period.before.first.isoformat(), period.before.last.isoformat()) == before


def test_a_period_of_days_has_as_many_days_before_it() -> None:
    period = Period(dt.date(2026, 3, 10), dt.date(2026, 3, 19))
    assert period.before == Period(dt.date(2026, 2, 28), dt.date(2026, 3, 9))


def test_days_that_are_missing_or_the_wrong_way_round_are_told() -> None:
    ask = period_report.asked_period
    with pytest.raises(UserError, match="from which day"):
        ask({"period": "dates", "from": None, "to": "2026-01-01"}, dt.date(2026, 1, 1))
    with pytest.raises(UserError, match="before it begins"):
        ask({"period": "dates", "from": "2026-02-01", "to": "2026-01-01"}, dt.date(2026, 1, 1))
    assert document("period_report").complete(YEAR_2026)["to"] == "2026-12-31"
    with pytest.raises(UserError):
        document("period_report").complete({"from": "besok lusa"})


def test_figures_stand_beside_those_of_the_period_before_and_of_all(
    world: World, programme: str
) -> None:
    content = made(world, "docx", "period_report", "en", programme=programme, **YEAR_2026)
    compared = {row[0]: row[1:] for row in tables(content)[0][1:]}
    assert compared["Activities held"] == ["2", "1", "+1", "3"]
    assert compared["Unique people who took part"] == ["3", "1", "+2", "3"]
    assert compared["of them women"] == ["2", "1", "+1", "2"]
    assert compared["Attendances"] == ["5", "1", "+4", "6"]
    assert compared["Districts reached"] == ["2", "1", "+1", "2"]


def test_a_component_is_part_of_its_programme(world: World, programme: str) -> None:
    text = said_in_word(made(world, "docx", "period_report", programme=programme, **YEAR_2026))
    assert "Lokakarya" in text
    assert "HasilLokakarya" in text
    assert "Lama" not in text


def test_the_funders_get_each_activity_in_a_sentence(world: World, programme: str) -> None:
    text = pdf_text(made(world, "pdf", "period_report", "en", programme=programme, **YEAR_2026))
    assert words("Activity at Kabupaten Batang with 2 participants for 1 day on") in text


def test_districts_are_listed_with_who_came_from_there(world: World, programme: str) -> None:
    content = made(world, "docx", "period_report", "en", programme=programme, **YEAR_2026)
    rows = next(table for table in tables(content) if table[0][-1] == "Held there")[1:]
    assert rows == [
        ["1", "Kabupaten Batang", "2", "yes", "yes", "yes"],
        ["2", "Kota Semarang", "1", "", "yes", ""],
    ]


def test_of_a_restricted_activity_neither_title_nor_place_is_told(world: World, programme: str) -> None:  # fmt: skip
    secret = world.activity(
        "Judul Rahasia", starts="2026-03-03", districts=["51.71"], venue="Rumah Rahasia",
        programme_id=programme, sensitivity="restricted", results="Hasil Rahasia",
    )  # fmt: skip
    person = world.person("Made", district_id="51.71")
    world.mark(world.participant(secret, person), world.session(secret))
    for kind in ("pdf", "docx"):
        content = made(world, kind, "period_report", programme=programme, **YEAR_2026)
        text = pdf_text(content) if kind == "pdf" else said_in_word(content)
        assert "Rahasia" not in text
        assert words("Kegiatan terbatas") in text
        assert "Bali" in text  # its province
        table = text[text.index("Adakegiatan") :]
        assert "Denpasar" not in table[: table.index("Lampiran")]
    told = json.loads(made(world, "geojson", "reach", programme=programme))
    assert "51.71" not in [one["id"] for one in told["features"]]


def test_the_map_holds_outlines_that_map_programs_read(world: World, programme: str) -> None:
    told = json.loads(made(world, "geojson", "reach", programme=programme))
    batang = next(one for one in told["features"] if one["id"] == "33.25")
    assert batang["properties"] == {
        "code": "33.25", "name": "Kabupaten Batang", "people": 2,
        "government": True, "civil_society": True, "held": True,
    }  # fmt: skip
    for polygon in batang["geometry"]["coordinates"]:
        for number, ring in enumerate(polygon):
            assert ring[0] == ring[-1]
            area = sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring))
            assert (area > 0) == (number == 0)
        assert all(109 < x < 111 and -8 < y < -6 for x, y in polygon[0])


def test_an_indicator_sums_what_lies_inside_and_says_what_does_not(world: World, programme: str) -> None:  # fmt: skip
    for sql in (
        "INSERT INTO indicator (id, programme_id, number, name, unit, target)"
        " VALUES ('i', :programme, '1', 'Peserta', 'orang', 10)",
        "INSERT INTO indicator_value (id, indicator_id, starts, ends, category, target, actual) VALUES"
        " ('a', 'i', '2026-01-01', '2026-06-30', 'female', 3, 2.5),"
        " ('b', 'i', '2026-01-01', '2026-06-30', 'male', 2, 1),"
        " ('c', 'i', '2025-07-01', '2025-12-31', 'female', 1, 1),"
        " ('d', 'i', '2026-12-01', '2027-05-31', 'female', 9, 9)",
    ):
        world.database.edit(
            intentions.run, sql, **({"programme": programme} if ":programme" in sql else {})
        )
    content = made(world, "docx", "period_report", "en", programme=programme, **YEAR_2026)
    rows = next(table for table in tables(content) if "Indicator" in table[0])[1:]
    assert rows == [
        ["1", "Peserta", "orang", "5", "3.5", "4.5", "10", "45%"],
        ["", "– Female", "", "3", "2.5", "3.5", "", ""],
        ["", "– Male", "", "2", "1", "1", "", ""],
    ]
    assert words("1 value lies only partly in the period") in said_in_word(content)


def test_an_empty_period_says_so(world: World) -> None:
    chosen = {"period": "dates", "from": "1999", "to": "1999"}
    for kind in ("pdf", "docx"):
        content = made(world, kind, "period_report", "en", **chosen)
        text = pdf_text(content) if kind == "pdf" else said_in_word(content)
        assert words("No activity was held in this period.") in text


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("key", ["forum", "district", "organization"])
def test_a_profile_tells_who_belongs_and_what_was_done(world: World, key: str, lang: str) -> None:
    office = world.organization("Bappeda Kendal", district_id="33.24", phone="+6281234567890")
    plain = world.person("Siti Aminah", organization_id=office)
    secret = world.person("Nama Rahasia", sensitive=True, organization_id=office)
    forum = world.database.edit(
        forums.add,
        forums.ForumDraft(
            name="Forum Kendal", district_id="33.24",
            members=[forums.MemberDraft(person_id=plain), forums.MemberDraft(person_id=secret),
                     forums.MemberDraft(organization_id=office)],
        ),
    ).value  # fmt: skip
    activity = world.activity(
        "Rapat Kendal", starts="2026-04-04", districts=["33.24"], forum_id=forum,
        organizations=[(office, "organization_role:organizer")],
    )  # fmt: skip
    world.mark(world.participant(activity, plain), world.session(activity))
    hidden = world.activity("Judul Rahasia", forum_id=forum, districts=["33.24"], sensitivity="restricted",
                            organizations=[(office, "organization_role:organizer")])  # fmt: skip
    about = {"forum": forum, "district": "33.24", "organization": office}[key]
    for kind in ("pdf", "docx"):
        content = made(world, kind, f"{key}_profile", lang, **{key: about})
        text = pdf_text(content) if kind == "pdf" else said_in_word(content)
        assert "Rahasia" not in text, hidden
        assert "RapatKendal" in text
        assert "BappedaKendal" in text
        named = key != "district"
        assert ("SitiAminah" in text, "P-0001" in text) == (named, named)
        assert "0812-3" not in text
    if key == "organization":
        with_phone = made(world, "docx", "organization_profile", organization=office, contacts=True)
        assert "81234567890" in said_in_word(with_phone)


def test_what_there_is_none_of_has_no_profile(world: World) -> None:
    for key in ("forum", "district", "organization"):
        with pytest.raises(UserError):
            made(world, "pdf", f"{key}_profile", **{key: "nowhere"})
