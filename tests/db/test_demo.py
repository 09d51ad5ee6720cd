"""The demo holds what the five texts state: the counts one by one, and every word of doubt."""

import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from db import demo
from db.database import Database
from db.demo.shelf import key
from db.log.capture import exchanged_tables
from db.queries import people
from db.queries.activities import sessions
from db.queries.activity_report import figures
from db.queries.statistics import statistics
from db.queries.taken_part import Scope
from resources.texts import translator

# What ships with every workspace, or is no thing that a text could state.
NOT_STATED = {"citation", "source", "term", "holiday", "setting", "device"}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("demo")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("REMBUK_HOME", str(folder / "home"))
        for name, facts_only in (("facts", True), ("whole", False), ("again", False)):
            demo.build(folder / f"{name}.rembuk", facts_only=facts_only)
    return {name: folder / f"{name}.rembuk" for name in ("facts", "whole", "again")}


def opened(built: dict[str, Path], name: str, folder: Path) -> Database:
    return Database.open(Path(shutil.copy(built[name], folder / f"{name}.rembuk")))


@pytest.fixture
def facts(built: dict[str, Path], tmp_path: Path) -> Iterator[Database]:
    database = opened(built, "facts", tmp_path)
    yield database
    database.close()


@pytest.fixture
def whole(built: dict[str, Path], tmp_path: Path) -> Iterator[Database]:
    database = opened(built, "whole", tmp_path)
    yield database
    database.close()


def ask(database: Database, sql: str, *parameters: object) -> list[tuple[Any, ...]]:
    return database.read(lambda reader: list(reader.each(sql, parameters)))


def count(database: Database, sql: str) -> int:
    return int(ask(database, f"SELECT count(*) FROM {sql}")[0][0])


def tables(database: Database) -> list[str]:
    return [
        table for (table,) in ask(database, "SELECT DISTINCT table_name FROM change ORDER BY 1")
    ]


@pytest.mark.parametrize(
    ("sql", "number"),
    [
        ("programme", 7),
        ("programme WHERE parent_id IS NOT NULL", 2),
        ("activity", 24),
        ("activity WHERE status_id = 'activity_status:done'", 20),
        ("activity WHERE status_id = 'activity_status:planned'", 3),
        ("activity WHERE status_id = 'activity_status:unconfirmed'", 1),
        ("activity WHERE basis = 'claimed'", 1),
        ("activity WHERE basis = 'recorded'", 0),
        ("activity_session WHERE topic IS NOT NULL", 6),
        ("activity_session WHERE topic IS NULL", 7),
        ("agreement", 3),
        ("agreement WHERE parent_id IS NOT NULL", 1),
        ("agreement_party WHERE signatory_id IS NOT NULL", 2),
        ("commitment WHERE agreed = 2 AND unit = 'versi bahasa'", 1),
        ("forum", 5),
        ("organization WHERE parent_id IS NULL", 22),
        ("organization WHERE parent_id IS NOT NULL", 8),
        ("person", 13),
        ("person WHERE name NOT LIKE '% %'", 4),
        ("person WHERE sex IS NOT NULL", 0),
        ("person WHERE position IS NOT NULL", 13),
        ("person WHERE form_of_address = 'Ibu'", 1),
        ("affiliation WHERE standing_id = 'standing:acting'", 2),
        ("affiliation WHERE standing_id = 'standing:former'", 1),
        ("affiliation WHERE standing_id = 'standing:elected'", 1),
        ("affiliation WHERE standing_id IS NULL", 8),
        ("reported_figure", 6),
        ("reported_figure WHERE qualifier = 'more_than'", 2),
        ("reported_figure WHERE qualifier = 'about'", 1),
        ("reported_figure WHERE qualifier = 'planned'", 1),
        ("reported_figure WHERE qualifier = 'exact'", 2),
        ("reported_figure WHERE basis = 'derived'", 0),
        ("issue WHERE repeatable", 3),
        ("quote", 4),
        ("quote WHERE consent IS NOT NULL", 0),
        ("attachment WHERE consent IS NOT NULL", 0),
        ("source", 5),
        ("source WHERE secondary", 1),
        ("action_step", 3),
        ("recommendation", 1),
        ("participation WHERE role_id = 'role:participant'", 5),
        ("attendance", 0),
        ("person WHERE sample", 0),
    ],
)
def test_the_facts_are_counted_as_the_registry_counts_them(
    facts: Database, sql: str, number: int
) -> None:
    assert count(facts, sql) == number


def test_facts_alone_hold_no_sample_row(facts: Database) -> None:
    assert {
        table: count(facts, f"{table} WHERE sample") for table in tables(facts)
    } == dict.fromkeys(tables(facts), 0)


def test_thirty_four_kabupaten_kota_are_named_six_of_them_not_certain(facts: Database) -> None:
    rows = ask(
        facts,
        "SELECT DISTINCT d.id, d.level FROM district AS d JOIN"
        " (SELECT district_id AS id FROM figure_place UNION SELECT district_id FROM activity_district"
        "  UNION SELECT district_id FROM agreement UNION SELECT district_id FROM issue"
        "  UNION SELECT district_id FROM organization"
        "  UNION SELECT substr(district_id, 1, 5) FROM person WHERE district_id IS NOT NULL) AS n"
        " ON n.id = d.id WHERE d.level IN ('regency', 'uncertain')",
    )
    assert len(rows) == 34
    assert Counter(level for _, level in rows)["uncertain"] == 6


def test_places_that_are_no_kabupaten_or_kota_have_rows_of_their_own(facts: Database) -> None:
    rows = ask(
        facts,
        "SELECT d.name, d.level FROM district AS d JOIN citation AS c ON c.subject_id = d.id"
        " ORDER BY d.name",
    )
    assert rows == [
        ("Asia Tenggara", "region"),
        ("Gwangju", "division"),
        ("Indonesia Timur", "region"),
        ("Kecamatan Abeli", "subdistrict"),
        ("Kelurahan Anggalomelai", "village"),
        ("Sumatera", "region"),
    ]


def test_every_word_of_doubt_is_kept_and_printed(facts: Database) -> None:
    t = translator("id")

    def said(activity: str) -> set[str]:
        rows = facts.read(figures, "activity", key("activity", activity))
        return {t.qualified(f.qualifier, f.minimum, f.maximum, f.unit or "") for f in rows}

    assert said("A03") == {"lebih dari 50"}
    assert said("A02") == {"30 (rencana)"}
    assert said("A23") == {"lebih dari 45"}
    assert said("A19") == {"15"}
    assert said("A20") == {"40", "sekitar 35\u00a0%"}


def test_what_the_share_is_of_stays_unclear(facts: Database) -> None:
    ((denominator,),) = ask(
        facts, "SELECT denominator FROM reported_figure WHERE measure = 'disability_share'"
    )
    assert "tidak pasti" in denominator.lower()


@pytest.mark.parametrize(
    ("figure", "written", "distinct", "complete"),
    [("F4.19", 21, 20, 0), ("F1.12", 11, 11, 0), ("F0.15", 3, 3, 1), ("F3.13j", 1, 1, 1)],
)
def test_places_stand_with_their_figure_open_or_complete(
    facts: Database, figure: str, written: int, distinct: int, complete: int
) -> None:
    rows = ask(
        facts,
        "SELECT count(*), count(DISTINCT p.district_id), f.list_complete FROM figure_place AS p"
        " JOIN reported_figure AS f ON f.id = p.figure_id WHERE f.id = ?",
        key("reported_figure", figure),
    )
    assert rows == [(written, distinct, complete)]


def test_the_list_of_districts_keeps_its_order_and_what_stands_there_twice(facts: Database) -> None:
    places = [
        written
        for (written,) in ask(
            facts,
            "SELECT as_written FROM figure_place WHERE figure_id = ? ORDER BY rank",
            key("reported_figure", "F4.19"),
        )
    ]
    assert places[0] == "Bandung"
    assert [rank for rank, place in enumerate(places) if place == "Yogyakarta"] == [13, 19]


def test_a_place_is_kept_as_the_text_writes_it(facts: Database) -> None:
    rows = ask(
        facts,
        "SELECT d.name FROM figure_place AS p JOIN district AS d ON d.id = p.district_id"
        " WHERE p.as_written = 'Solo'",
    )
    assert rows == [("Kota Surakarta",)]


@pytest.mark.parametrize(
    ("activity", "starts", "ends"),
    [
        ("A01", "2023-11-17", "2023-11-17"),
        ("A02", "2023-12-01~month", "2023-12-31~month"),
        ("A06", "2020-01-01~year", "2020-12-31~year"),
        ("A12", "2020-07-01~quarter", "2020-09-30~quarter"),
        ("A20", None, "2023-12-14"),
        ("A23", "2017-01-01~year", ".."),
        ("A24", None, None),
    ],
)
def test_dates_are_as_precise_as_the_texts(
    facts: Database, activity: str, starts: str | None, ends: str | None
) -> None:
    rows = ask(facts, "SELECT starts, ends FROM activity WHERE id = ?", key("activity", activity))
    assert rows == [(starts, ends)]


def test_who_spoke_in_which_session_is_known_and_who_did_not_is_not_invented(
    facts: Database,
) -> None:
    spoke = {
        s.number: [name for name, _ in s.speakers]
        for s in facts.read(sessions, key("activity", "A20"))
    }
    assert spoke == {
        1: ["Sri Rahayu", "Alyaa Nabiilah Zuhroh"],
        2: ["Ari Wibowo"],
        3: ["Fajrimei A Gofar", "Sylvia Yazid"],
        4: [],
        5: [],
        6: [],
    }


@pytest.mark.parametrize(
    ("table", "typed", "name"),
    [
        ("person", "Silvia Yazid", "Sylvia Yazid"),
        ("organization", "Raoul Wallenbeg Institute", "Raoul Wallenberg Institute"),
        ("programme", "Human Right Cities (HRC)", "Human Rights Cities (HRC) INFID"),
    ],
)
def test_other_spellings_are_kept_beside_the_name(
    facts: Database, table: str, typed: str, name: str
) -> None:
    rows = ask(
        facts,
        f"SELECT t.name FROM alias AS a JOIN {table} AS t ON t.id = a.subject_id"
        " WHERE a.subject = ? AND a.text = ?",
        table,
        typed,
    )
    assert rows == [(name,)]


def test_a_person_is_found_by_the_other_spelling(facts: Database) -> None:
    assert [row.name for row in facts.read(people.page, search_text="silvia")] == ["Sylvia Yazid"]


def test_the_long_title_of_an_agreement_is_whole(facts: Database) -> None:
    ((title,),) = ask(facts, "SELECT title FROM agreement WHERE id = ?", key("agreement", "G1"))
    assert len(title) > 170
    assert title.endswith("Demokrasi yang Berkeadilan")


def test_without_records_nobody_is_counted(facts: Database) -> None:
    counted = facts.read(statistics, Scope(activity=key("activity", "A20")))
    assert (counted.people, counted.districts) == (0, ())


def test_every_fact_names_its_source(facts: Database) -> None:
    without = {
        table: number
        for table in tables(facts)
        if table not in NOT_STATED
        and (
            number := count(
                facts,
                f"{table} AS t WHERE EXISTS (SELECT 1 FROM change AS x WHERE x.row_id = t.id)"
                " AND NOT EXISTS (SELECT 1 FROM citation AS c WHERE c.subject = "
                f"'{table}' AND c.subject_id = t.id AND c.locator <> '')",
            )
        )
    }
    assert without == {}


def test_every_citation_points_to_a_row_and_no_fact_holds_a_sample(
    facts: Database, whole: Database
) -> None:
    for subject in {subject for (subject,) in ask(facts, "SELECT subject FROM citation")}:
        lost = (
            f"citation WHERE subject = '{subject}' AND subject_id NOT IN (SELECT id FROM {subject})"
        )
        assert count(facts, lost) == 0, subject
    assert count(whole, "citation WHERE sample") == 0


def test_samples_are_marked_row_by_row_and_leave_the_facts_alone(
    facts: Database, whole: Database
) -> None:
    for table in exchanged_tables(whole._connection):
        if table in ("device", "setting"):
            continue
        of_facts, of_both = (
            ask(database, f"SELECT * FROM {table} WHERE sample = 0 ORDER BY id")
            for database in (facts, whole)
        )
        assert of_facts == of_both, table


def test_names_of_samples_are_nowhere_in_the_facts_and_each_is_there_once(
    facts: Database, whole: Database
) -> None:
    made_up = [name for (name,) in ask(whole, "SELECT name FROM person WHERE sample")]
    named = {name for (name,) in ask(facts, "SELECT name FROM person")}
    assert len(made_up) == len(set(made_up)) == 252
    assert not named & set(made_up)


def test_phones_and_mail_of_samples_reach_nobody(whole: Database) -> None:
    assert count(whole, "person WHERE phone IS NOT NULL AND phone NOT LIKE '+62860%'") == 0
    assert count(whole, "person WHERE email IS NOT NULL AND email NOT LIKE '%@example.org'") == 0


@pytest.mark.parametrize(
    ("sql", "number"),
    [
        ("organization WHERE sample", 60),
        ("activity WHERE sample", 12),
        ("attachment WHERE sample AND consent = 'yes'", 5),
        ("attachment AS a JOIN attachment_content AS c ON c.sha256 = a.sha256", 6),
        ("activity WHERE sample AND status_id = 'activity_status:running'", 1),
        ("(SELECT DISTINCT status_id FROM action_step WHERE sample)", 6),
        ("(SELECT DISTINCT status FROM attendance WHERE sample)", 5),
        ("agreement WHERE ends BETWEEN '2026-11-20' AND '2026-12-20'", 1),
    ],
)
def test_there_is_something_of_every_kind_to_show(whole: Database, sql: str, number: int) -> None:
    assert count(whole, sql) == number


@pytest.mark.parametrize(("activity", "number"), [("A20", 40), ("A03", 52), ("A19", 15)])
def test_the_numbers_of_the_texts_are_filled_with_samples(
    whole: Database, activity: str, number: int
) -> None:
    people_there = (
        f"participation WHERE sample AND role_id = 'role:participant'"
        f" AND activity_id = '{key('activity', activity)}'"
    )
    assert count(whole, people_there) == number


def test_fourteen_of_the_forty_samples_have_a_disability(whole: Database) -> None:
    with_disability = (
        "participation AS a JOIN person AS p ON p.id = a.person_id"
        " WHERE a.activity_id = '{}' AND max(coalesce(p.seeing, 0), coalesce(p.hearing, 0),"
        " coalesce(p.walking, 0), coalesce(p.remembering, 0), coalesce(p.self_care, 0),"
        " coalesce(p.communicating, 0)) >= 2"
    )
    assert count(whole, with_disability.format(key("activity", "A20"))) == 14


def test_children_come_with_a_guardian_who_agreed(whole: Database) -> None:
    children = f"participation WHERE activity_id = '{key('activity', 'A19')}'"
    assert count(whole, f"{children} AND guardian_consent AND guardian_name IS NOT NULL") == 15
    ages = ask(
        whole,
        "SELECT 2020 - substr(p.birth, 1, 4) FROM participation AS a"
        " JOIN person AS p ON p.id = a.person_id WHERE a.activity_id = ?",
        key("activity", "A19"),
    )
    assert max(age for (age,) in ages) < 18


@pytest.mark.parametrize("quarter", [("01-01", "03-31"), ("04-01", "06-30"), ("07-01", "09-30")])
def test_indicators_say_what_the_records_count(whole: Database, quarter: tuple[str, str]) -> None:
    first, last = (f"2026-{day}" for day in quarter)
    counted = whole.read(
        statistics, Scope(programme=key("programme", "sample"), first=first, last=last)
    )
    with_disability = {row.category: row.people for row in counted.split("disability").rows}
    both = sum(district.both for district in counted.districts)
    actual = ask(
        whole,
        "SELECT sum(v.actual) FROM indicator AS i JOIN indicator_value AS v ON v.indicator_id = i.id"
        " WHERE v.starts = ? AND i.rank < 3 GROUP BY i.id ORDER BY i.rank",
        first,
    )
    assert actual == [(counted.people,), (with_disability["yes"],), (both,)]


def test_nobody_is_marked_in_a_session_that_is_still_to_come(whole: Database) -> None:
    marked = "attendance AS x JOIN activity_session AS s ON s.id = x.session_id WHERE s.date >= "
    assert count(whole, f"{marked}'2026-11-20'") == 0
    assert count(whole, f"{marked}'2026-11-19'") > 0


def test_two_builds_hold_the_same(built: dict[str, Path], whole: Database, tmp_path: Path) -> None:
    again = opened(built, "again", tmp_path)
    try:
        for table in exchanged_tables(whole._connection):
            if table in ("device", "setting"):
                continue
            one, other = (
                ask(database, f"SELECT * FROM {table} ORDER BY id") for database in (whole, again)
            )
            assert one == other, table
    finally:
        again.close()


def test_the_demo_is_whole_and_can_be_undone_layer_by_layer(
    built: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(built["whole"].parent / "home", tmp_path / "maker")
    monkeypatch.setenv("REMBUK_HOME", str(tmp_path / "maker"))
    whole = opened(built, "whole", tmp_path)
    try:
        assert whole.check() == []
        whole.undo()
        assert count(whole, "person WHERE sample AND NOT removed") == 0
        assert count(whole, "person WHERE NOT removed") == 13
        whole.undo()
        assert count(whole, "person WHERE NOT removed") == 0
        assert whole.check() == []
    finally:
        whole.close()


def test_a_protected_demo_needs_its_passphrase(tmp_path: Path) -> None:
    demo.build(tmp_path / "contoh.rembuk", facts_only=True, passphrase="padi menguning")
    assert not (tmp_path / "contoh.rembuk").read_bytes().startswith(b"SQLite")
    database = Database.open(tmp_path / "contoh.rembuk", passphrase="padi menguning")
    assert count(database, "activity") == 24
    database.close()
