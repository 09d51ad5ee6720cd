"""Questions about one row read its changes alone, however long the log is."""

from pathlib import Path

from db import demo, erasures
from db.database import Database
from db.edits import erasures as ordering
from db.engine import Reader
from db.queries import history


def test_no_question_about_a_row_reads_the_whole_log(tmp_path: Path) -> None:
    """Births and later changes have indexes of their own: who asks for neither reads everything."""
    demo.build(tmp_path / "demo.rembuk")
    database = Database.open(tmp_path / "demo.rembuk")
    connection = database._connection
    person = str(database.read(lambda r: r.value("SELECT person_id FROM participation")))
    database.edit(ordering.erase, person, "Atas permintaan sendiri")
    asked: list[str] = []
    connection.set_trace_callback(asked.append)
    history.row_history(Reader(connection), person)
    connection.execute("BEGIN")
    erasures.blank(connection, [person])
    connection.execute("ROLLBACK")
    connection.set_trace_callback(None)

    about = [sql for sql in asked if " change " in sql and not sql.startswith("--")]
    plans = {sql: _plan(connection, sql) for sql in about}
    assert any("ix_change_born" in step for steps in plans.values() for step in steps)
    assert not [sql for sql, steps in plans.items() if any(map(_reads_all, steps))]
    database.close()


def _plan(connection, sql: str) -> list[str]:
    return [step for *_, step in connection.execute(f"EXPLAIN QUERY PLAN {sql}")]


def _reads_all(step: str) -> bool:
    return step.startswith(("SCAN change", "SCAN c"))
