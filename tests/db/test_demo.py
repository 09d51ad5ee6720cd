"""The demo holds what the five texts state: the counts one by one, and every word of doubt."""

import shutil
from collections import Counter
from pathlib import Path

import pytest

from db import demo
from db.database import Database
from db.demo.shelf import key
from db.log.capture import exchanged_tables
from db.queries.activity_report import figures
from db.queries.statistics import Scope, statistics
from resources.texts import translator


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
def facts(built, tmp_path):
    database = opened(built, "facts", tmp_path)
    yield database
    database.close()


@pytest.fixture
def whole(built, tmp_path):
    database = opened(built, "whole", tmp_path)
    yield database
    database.close()


def count(database: Database, sql: str) -> int:
    return database.read(lambda reader: reader.value(f"SELECT count(*) FROM {sql}"))


@pytest.mark.parametrize(
    ("sql", "number"),
    [
        ("programme", 7),
        ("activity", 24),
        ("activity WHERE status_id = 'activity_status:planned'", 3),
        ("activity WHERE basis = 'claimed'", 1),
        ("activity_session", 13),
        ("agreement", 3),
        ("agreement WHERE parent_id IS NOT NULL", 1),
        ("forum", 5),
        ("organization WHERE parent_id IS NULL", 22),
        ("organization WHERE parent_id IS NOT NULL", 8),
        ("person", 13),
        ("person WHERE name NOT LIKE '% %'", 4),
        ("person WHERE sex IS NOT NULL", 0),
        ("affiliation WHERE standing_id = 'standing:acting'", 2),
        ("affiliation WHERE standing_id = 'standing:former'", 1),
        ("reported_figure", 6),
        ("issue WHERE repeatable", 3),
        ("quote", 4),
        ("quote WHERE consent IS NOT NULL", 0),
        ("source", 5),
        ("source WHERE secondary", 1),
        ("action_step", 3),
        ("participation", 0),
        ("person WHERE sample", 0),
    ],
)
def test_the_facts_are_counted_as_the_registry_counts_them(
    facts: Database, sql: str, number: int
) -> None:
    assert count(facts, sql) == number


def test_thirty_four_kabupaten_kota_are_named_six_of_them_not_certain(facts: Database) -> None:
    rows = facts.read(
        lambda r: r.rows(
            lambda row, level: (row, level),
            "SELECT DISTINCT d.id, d.level FROM district AS d JOIN"
            " (SELECT district_id AS id FROM figure_place UNION SELECT district_id FROM activity_district"
            "  UNION SELECT district_id FROM agreement UNION SELECT district_id FROM issue"
            "  UNION SELECT substr(district_id, 1, 5) FROM person WHERE district_id IS NOT NULL) AS n ON n.id = d.id"
            " WHERE d.level IN ('regency', 'uncertain')",
        )
    )
    assert len(rows) == 34
    assert Counter(level for _, level in rows)["uncertain"] == 6


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


def test_the_list_of_districts_keeps_its_order_and_what_stands_there_twice(facts: Database) -> None:
    places = facts.read(
        lambda r: r.rows(
            str,
            "SELECT as_written FROM figure_place WHERE figure_id = ? ORDER BY rank",
            (key("reported_figure", "F4.19"),),
        )
    )
    assert len(places) == 21
    assert len(set(places)) == 20
    assert places[0] == "Bandung"
    assert places.count("Yogyakarta") == 2


def test_dates_are_as_precise_as_the_texts(facts: Database) -> None:
    def dates(activity: str) -> tuple[str | None, str | None]:
        return facts.read(
            lambda r: r.one(
                lambda *x: x,
                "SELECT starts, ends FROM activity WHERE id = ?",
                (key("activity", activity),),
            )
        )

    assert dates("A20") == (None, "2023-12-14")
    assert dates("A12") == ("2020-07-01~quarter", "2020-09-30~quarter")
    assert dates("A02") == ("2023-12-01~month", "2023-12-31~month")
    assert dates("A23") == ("2017-01-01~year", "..")


def test_who_spoke_in_which_session_is_known_and_who_did_not_is_not_invented(
    facts: Database,
) -> None:
    from db.queries.activities import sessions

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


def test_a_person_is_found_by_the_other_spelling(facts: Database) -> None:
    from db.queries import people

    assert [row.name for row in facts.read(people.page, search_text="silvia")] == ["Sylvia Yazid"]


def test_without_records_nobody_is_counted(facts: Database) -> None:
    counted = facts.read(statistics, Scope(activity=key("activity", "A20")))
    assert (counted.people, counted.districts) == (0, ())


def test_every_fact_names_its_source(facts: Database) -> None:
    without = {}
    for table in exchanged_tables(facts._connection):
        if table in (
            "citation",
            "source",
            "term",
            "holiday",
            "district",
            "alias",
            "setting",
            "device",
        ):
            continue
        number = count(
            facts,
            f"{table} AS t WHERE NOT EXISTS (SELECT 1 FROM citation AS c WHERE c.subject_id = t.id)",
        )
        if number:
            without[table] = number
    assert without == {}


def test_samples_are_marked_row_by_row_and_leave_the_facts_alone(
    facts: Database, whole: Database
) -> None:
    for table in exchanged_tables(whole._connection):
        if table in ("device", "setting"):
            continue
        rows = [
            database.read(
                lambda r, t=table: list(r.each(f"SELECT * FROM {t} WHERE sample = 0 ORDER BY id"))
            )
            for database in (facts, whole)
        ]
        assert rows[0] == rows[1], table
    assert count(whole, "person WHERE sample") > 200


def test_the_numbers_of_the_texts_are_filled_with_samples(whole: Database) -> None:
    for activity, number in (("A20", 40), ("A03", 52), ("A19", 15)):
        assert (
            count(whole, f"participation WHERE activity_id = '{key('activity', activity)}'")
            == number
        )
    counted = whole.read(statistics, Scope(activity=key("activity", "A20")))
    disability = {row.category: row.people for row in counted.split("disability").rows}
    assert disability["yes"] >= 14
    minors = f"participation WHERE activity_id = '{key('activity', 'A19')}' AND guardian_consent AND guardian_name IS NOT NULL"
    assert count(whole, minors) == 15


def test_two_builds_hold_the_same(built, whole: Database, tmp_path: Path) -> None:
    again = opened(built, "again", tmp_path)
    try:
        for table in exchanged_tables(whole._connection):
            if table in ("device", "setting"):
                continue
            rows = [
                database.read(lambda r, t=table: list(r.each(f"SELECT * FROM {t} ORDER BY id")))
                for database in (whole, again)
            ]
            assert rows[0] == rows[1], table
    finally:
        again.close()


def test_the_demo_is_whole_and_can_be_undone(
    built: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(built["whole"].parent / "home", tmp_path / "maker")
    monkeypatch.setenv("REMBUK_HOME", str(tmp_path / "maker"))
    whole = opened(built, "whole", tmp_path)
    assert whole.check() == []
    whole.undo()
    assert count(whole, "person WHERE sample AND NOT removed") == 0
    assert count(whole, "person WHERE NOT removed") == 13
    whole.close()
