import sys

import alembic.autogenerate
from alembic.migration import MigrationContext
from sqlmodel import SQLModel

import db.models
from db.borrowed import engine_on
from db.database import Database
from db.log.capture import exchanged_tables


def test_the_migrations_make_what_the_models_say(database: Database) -> None:
    local = {
        "edit",
        "change",
        "log_state",
        "search_entry",
        "search_stale",
        "merged_person",
        "attachment_content",
        "seen",
        "circle_key",
        "peer",
        "exchanged_file",
        "scope_row",
        "scope_file",
        "in_review",
        "unsaved",
        "alembic_version",
    }

    def include(_, name, kind, *__):
        return not (kind == "table" and (name in local or name.startswith("search")))

    with engine_on(database._connection).connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "include_object": include}
        )
        differences = alembic.autogenerate.compare_metadata(context, SQLModel.metadata)
    # Reflection sees the plain columns of an index over an expression only.
    over_expressions = {"ix_person_list", "ix_organization_list"}
    assert [d for d in differences if getattr(d[1], "name", None) not in over_expressions] == []


def test_every_model_is_an_exchanged_table(database: Database) -> None:
    assert set(exchanged_tables(database._connection)) == set(SQLModel.metadata.tables)
    assert {
        cls.__tablename__
        for name in db.models.__all__
        if name != "Exchanged"
        for cls in [getattr(db.models, name)]
    } == set(SQLModel.metadata.tables)


def test_references_are_checked_at_the_end_of_a_transaction(database: Database) -> None:
    rows = database.read(
        lambda r: r.rows(str, "SELECT sql FROM sqlite_master WHERE sql LIKE '%FOREIGN KEY%'")
    )
    assert len(rows) > 30
    for sql in rows:
        assert sql.count("FOREIGN KEY") == sql.count("DEFERRABLE INITIALLY DEFERRED")


def test_a_new_workspace_is_whole(database: Database) -> None:
    assert database.check() == []


def test_the_check_sees_a_row_that_differs_from_the_log(database: Database) -> None:
    from tests.db import intentions

    row = database.edit(intentions.add_person, "Aminah").value
    connection = database._connection
    connection.execute("UPDATE log_state SET capture = 0")
    connection.execute("UPDATE person SET name = 'Other' WHERE id = ?", (row,))
    connection.execute("INSERT INTO person (id, name) VALUES ('unlogged', 'X')")
    connection.execute("UPDATE log_state SET capture = 1")

    assert database.check() == [
        f"row: person {row} differs from the log",
        "row: person unlogged is not in the log",
    ]


def test_the_check_sees_a_missing_number(database: Database) -> None:
    from tests.db import intentions

    database.edit(intentions.add_person, "Aminah")
    database._connection.execute("DELETE FROM change WHERE seq = 2")

    assert any("lacks numbers" in line for line in database.check())


def test_opening_and_reading_need_no_table_classes(workspace_file) -> None:
    import subprocess

    told = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys; from pathlib import Path; from db.database import Database;"
            "d = Database.open(Path(sys.argv[1]));"
            "d.read(lambda r: r.value('SELECT count(*) FROM person')); d.close();"
            "print([m for m in ('sqlmodel', 'sqlalchemy', 'alembic', 'pydantic', 'babel') if m in sys.modules])",
            str(workspace_file),
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout == "[]\n"
