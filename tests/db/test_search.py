import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db import search
from db.database import Database
from db.engine import Reader
from db.rules.names import fold
from tests.db import intentions

NAMES = {"person": "name", "organization": "name", "activity": "title"}


def found(database: Database, typed: str, table: str = "person") -> list[str]:
    def query(reader: Reader) -> list[str]:
        hits = search.hits(table, typed)
        return reader.rows(
            str,
            f"SELECT r.{NAMES[table]} FROM ({hits.source}) AS f JOIN {table} AS r ON r.id = f.row_id"
            " ORDER BY f.docid",
            hits.parameters,
        )

    return database.read(query)


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Sitti Aminah", "siti aminah"),
        ("Siti Aminah", "sitti"),
        ("Muhammad Hasan", "muh. hasan"),
        ("Muh. Hasan", "muhammad"),
        ("Mohd Hasan", "mohammad"),
        ("'Aisyiyah Nur", "aisyiyah"),
        ("Nur ‘Aisyiyah", "'aisyiyah"),
        ("Wahyuningsih", "ningsih"),
        ("Djoko Soesilo", "joko susilo"),
        ("Aminah", "minah"),
    ],
)
def test_parts_of_words_and_other_spellings_are_found(
    database: Database, written: str, typed: str
) -> None:
    database.edit(intentions.add_person, written)
    database.edit(intentions.add_person, "Zulkifli Tampubolon")

    assert found(database, typed) == [written]


@pytest.mark.parametrize("typed", ["+6281234567890", "081234567890", "62812345", "345678"])
def test_a_phone_is_found_as_people_write_it(database: Database, typed: str) -> None:
    database.edit(intentions.add_person, "Aminah", phone="+6281234567890")
    database.edit(intentions.add_person, "Budi", phone="+6285599990000")

    assert found(database, typed) == ["Aminah"]


def test_hits_come_in_the_order_of_names(database: Database) -> None:
    for name in ("Wati Zaenab", "Wati Aminah", "Sri Wati", "Wati"):
        database.edit(intentions.add_person, name)

    assert found(database, "wati") == ["Sri Wati", "Wati", "Wati Aminah", "Wati Zaenab"]


@pytest.mark.parametrize("typed", ["a", "ab"])
def test_one_or_two_letters_find_names_that_begin_so(database: Database, typed: str) -> None:
    for name in ("Abdul", "Abas", "Budi", "Zab"):
        database.edit(intentions.add_person, name)

    assert found(database, typed) == ["Abas", "Abdul"]


def test_activities_come_newest_first(database: Database) -> None:
    for title, starts in (
        ("Lokakarya lama", "2015-09-08"),
        ("Lokakarya baru", "2023-12-14"),
        ("Lokakarya tanpa tanggal", None),
    ):
        row = database.edit(intentions.add_activity, title).value
        database.edit(
            intentions.run,
            "UPDATE activity SET starts = :starts WHERE id = :row",
            starts=starts,
            row=row,
        )

    expected = ["Lokakarya baru", "Lokakarya lama", "Lokakarya tanpa tanggal"]
    assert found(database, "lokakarya", "activity") == expected
    assert found(database, "lo", "activity") == expected


def test_removed_and_merged_people_are_not_found(database: Database) -> None:
    kept = database.edit(intentions.add_person, "Aminah").value
    twin = database.edit(intentions.add_person, "Aminah binti Hasan").value
    gone = database.edit(intentions.add_person, "Aminah Hasan").value
    database.edit(intentions.change_person, twin, merged_into=kept)
    database.edit(intentions.change_person, gone, removed=True)

    assert found(database, "aminah") == ["Aminah"]


def test_a_name_that_changed_is_found_by_the_new_one_only(database: Database) -> None:
    row = database.edit(intentions.add_person, "Aminah").value
    database.edit(intentions.change_person, row, name="Budi")

    assert found(database, "aminah") == []
    assert found(database, "budi") == ["Budi"]


def test_another_spelling_noted_as_an_alias_is_found(database: Database) -> None:
    row = database.edit(intentions.add_person, "Sylvia").value
    database.edit(
        intentions.run,
        "INSERT INTO alias (id, subject, subject_id, text) VALUES ('a', 'person', :row, 'Wulandari')",
        row=row,
    )

    assert found(database, "wulandari") == ["Sylvia"]


def test_many_short_words_are_found_as_they_follow_each_other(database: Database) -> None:
    for name in ("I A Ni Ro Ma De Wa", "I A Ni Ro Ma Di Wa"):
        database.edit(intentions.add_person, name)
    assert found(database, "i a ni ro ma de") == ["I A Ni Ro Ma De Wa"]


def test_signs_in_the_search_box_do_no_harm(database: Database) -> None:
    database.edit(intentions.add_person, "Aminah")
    signs = ('"', "'", "*", "NEAR(", "a OR b", "(", "-", "%", "_", "", "  ", "\0", '"aminah')
    for typed in (*signs, "ami\0nah"):
        found(database, typed)


def test_the_index_made_anew_finds_the_same(database: Database) -> None:
    for name in ("Wati", "Sri Wati", "Budi"):
        database.edit(intentions.add_person, name)
    before = found(database, "wati")
    database._connection.execute("BEGIN")
    search.rebuild(database._connection)
    database._connection.execute("COMMIT")

    assert found(database, "wati") == before == ["Sri Wati", "Wati"]


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    names=st.lists(
        st.text("abcdeist ", min_size=1, max_size=14), min_size=1, max_size=12, unique=True
    )
)
def test_every_part_of_a_name_finds_it(database: Database, names: list[str]) -> None:
    names = [name for name in names if name.strip()]
    for name in names:
        database.edit(intentions.add_person, name)
    for name in names:
        for word in fold(name).split():
            for start in range(len(word) - 2):
                assert name in found(database, word[start : start + 3])
    database.edit(intentions.run, "UPDATE person SET removed = 1")
