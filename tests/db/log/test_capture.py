import json

import pytest
from sqlcipher3 import dbapi2 as sqlite

from db.database import Database
from db.engine import Reader
from db.log.capture import exchanged_tables
from tests.db import intentions


def changes(reader: Reader) -> list[tuple[str, dict[str, object], dict[str, object]]]:
    return reader.rows(
        lambda row, before, after: (row, json.loads(before), json.loads(after)),
        "SELECT row_id, before, after FROM change WHERE table_name = 'person' ORDER BY device, seq",
    )


def test_an_orm_write_is_logged_with_only_the_fields_that_are_not_default(
    database: Database,
) -> None:
    row = database.edit(intentions.add_person, "Aminah", phone="+6281234567890").value

    assert database.read(changes) == [(row, {}, {"name": "Aminah", "phone": "+6281234567890"})]


def test_an_update_is_logged_with_before_and_after_of_the_changed_fields(
    database: Database,
) -> None:
    row = database.edit(intentions.add_person, "Aminah", village="Sumber").value
    database.edit(intentions.change_person, row, name="Siti Aminah", village="Sumber")

    assert database.read(changes)[1] == (row, {"name": "Aminah"}, {"name": "Siti Aminah"})


def test_a_bulk_statement_is_logged_row_by_row(database: Database) -> None:
    rows = {database.edit(intentions.add_person, name).value for name in ("A", "B", "C")}
    done = database.edit(intentions.run, "UPDATE person SET village = 'Sumber' WHERE name <> 'C'")

    assert len(done.changes.rows["person"]) == 2
    assert done.changes.rows["person"] < rows


def test_a_raw_insert_is_logged(database: Database) -> None:
    database.edit(
        intentions.run, "INSERT INTO person (id, name) VALUES (:row, 'Raw')", row="f" * 32
    )

    assert database.read(changes) == [("f" * 32, {}, {"name": "Raw"})]


def test_a_write_outside_an_edit_is_refused(database: Database) -> None:
    with pytest.raises(sqlite.IntegrityError, match="no edit is open"):
        database._connection.execute("INSERT INTO person (id, name) VALUES ('x', 'Y')")


def test_rows_are_never_deleted_or_replaced(database: Database) -> None:
    row = database.edit(intentions.add_person, "Aminah").value
    for statement in (
        "DELETE FROM person WHERE id = :row",
        "INSERT OR REPLACE INTO person (id, name) VALUES (:row, 'Other')",
        "UPDATE person SET id = 'other' WHERE id = :row",
    ):
        with pytest.raises(Exception, match="never"):
            database.edit(intentions.run, statement, row=row)

    assert database.read(lambda reader: reader.value("SELECT name FROM person")) == "Aminah"


def test_an_edit_that_changes_nothing_leaves_no_trace(database: Database) -> None:
    row = database.edit(intentions.add_person, "Aminah").value
    edits = database.read(lambda reader: reader.value("SELECT count(*) FROM edit"))
    done = database.edit(intentions.change_person, row, name="Aminah")

    assert not done.changes
    assert database.read(lambda reader: reader.value("SELECT count(*) FROM edit")) == edits


def test_an_edit_that_fails_writes_nothing(database: Database) -> None:
    with pytest.raises(LookupError):
        database.edit(intentions.fail_in_the_middle)

    assert database.read(lambda reader: reader.value("SELECT count(*) FROM person")) == 0
    assert database.check() == []


def test_numbers_of_changes_have_no_gaps_and_stamps_only_grow(database: Database) -> None:
    for name in ("A", "B", "C"):
        database.edit(intentions.add_person, name)
    numbers = database.read(
        lambda reader: reader.rows(
            lambda seq, stamp: (seq, stamp), "SELECT seq, stamp FROM change ORDER BY seq"
        )
    )

    assert [seq for seq, _ in numbers] == list(range(1, len(numbers) + 1))
    assert [stamp for _, stamp in numbers] == sorted(stamp for _, stamp in numbers)


def test_every_table_with_the_column_removed_has_its_triggers(database: Database) -> None:
    tables = exchanged_tables(database._connection)
    triggers = database.read(
        lambda reader: {
            name for (name,) in reader.each("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        }
    )

    assert len(tables) == 51
    for table in tables:
        assert {
            f"log_{table}_{event}" for event in ("insert", "update", "delete", "identity")
        } <= triggers


def test_every_kind_of_text_survives_the_log(database: Database) -> None:
    name = 'Si"ti \\ 🌱 ‘Aisyiyah\n\t\u2028 د'
    database.edit(intentions.add_person, name)

    assert database.read(changes)[0][2]["name"] == name
    assert database.check() == []


def test_triggers_that_were_lost_come_back_when_the_file_is_opened(database: Database) -> None:
    database._connection.execute("DROP TRIGGER log_person_insert")
    path = database.path
    database.close()
    reopened = Database.open(path)
    try:
        row = reopened.edit(intentions.add_person, "Aminah").value
        assert [change[0] for change in reopened.read(changes)] == [row]
    finally:
        reopened.close()
