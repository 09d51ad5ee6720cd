import contextlib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.database import Database
from db.errors import UserError
from db.log import undo
from db.log.capture import exchanged_tables
from db.queries import history
from tests.db import intentions


def listed(database: Database) -> dict[str, list[tuple[object, ...]]]:
    """Every row that a list could show, of every exchanged table that people fill."""
    state = {}
    for table in exchanged_tables(database._connection):
        rows = database.read(
            lambda reader, t=table: list(
                reader.each(f"SELECT * FROM {t} WHERE removed = 0 ORDER BY id")
            )
        )
        state[table] = rows
    return state


def test_undo_takes_back_an_insert_by_removing_it(database: Database) -> None:
    before = listed(database)
    database.edit(intentions.add_person, "Aminah")

    assert database.undo().value == "Add person"
    assert listed(database) == before


def test_redo_brings_it_back(database: Database) -> None:
    database.edit(intentions.add_person, "Aminah")
    after = listed(database)
    database.undo()

    assert database.redo().value == "Add person"
    assert listed(database) == after


def test_an_undone_change_can_be_undone_and_done_again_many_times(database: Database) -> None:
    row = database.edit(intentions.add_person, "Aminah").value
    database.edit(intentions.change_person, row, name="Siti")
    for _ in range(3):
        database.undo()
        assert database.read(lambda r: r.value("SELECT name FROM person")) == "Aminah"
        database.redo()
        assert database.read(lambda r: r.value("SELECT name FROM person")) == "Siti"


def test_a_new_edit_ends_what_could_be_done_again(database: Database) -> None:
    database.edit(intentions.add_person, "Aminah")
    database.undo()
    database.edit(intentions.add_person, "Budi")

    with pytest.raises(UserError) as refusal:
        database.redo()
    assert refusal.value.text == undo.NOTHING_TO_REDO


def test_nothing_to_undo_is_told(database: Database) -> None:
    with pytest.raises(UserError) as refusal:
        database.undo()
    assert refusal.value.text == undo.NOTHING_TO_UNDO


def test_an_older_edit_is_refused_when_its_row_changed_since(database: Database) -> None:
    row = database.edit(intentions.add_person, "Aminah").value
    older = database.edit(intentions.change_person, row, village="Sumber").changes.edit
    database.edit(intentions.change_person, row, village="Melati")

    with pytest.raises(UserError) as refusal:
        database.undo(older)
    assert refusal.value.text == undo.CHANGED_SINCE
    assert database.read(lambda r: r.value("SELECT village FROM person")) == "Melati"


def test_an_insert_is_refused_when_an_untouched_field_was_filled_since(database: Database) -> None:
    done = database.edit(intentions.add_person, "Aminah")
    database.edit(intentions.change_person, done.value, village="Melati")

    with pytest.raises(UserError) as refusal:
        database.undo(done.changes.edit)
    assert refusal.value.text == undo.CHANGED_SINCE


def test_an_older_edit_is_undone_when_only_other_fields_changed(database: Database) -> None:
    row = database.edit(intentions.add_person, "Aminah").value
    older = database.edit(intentions.change_person, row, village="Sumber").changes.edit
    database.edit(intentions.change_person, row, phone="+6281234567890")
    database.undo(older)

    assert database.read(lambda r: r.one(lambda *x: x, "SELECT village, phone FROM person")) == (
        None,
        "+6281234567890",
    )


def test_a_person_who_is_in_use_is_not_taken_back(database: Database) -> None:
    person = database.edit(intentions.add_person, "Aminah")
    activity = database.edit(intentions.add_activity, "Lokakarya").value
    database.edit(intentions.register, activity, person.value)

    with pytest.raises(UserError) as refusal:
        database.undo(person.changes.edit)
    assert refusal.value.text == undo.IN_USE
    assert database.read(lambda r: r.value("SELECT removed FROM person")) == 0


def test_an_edit_of_many_rows_is_one_step(database: Database) -> None:
    for name in ("A", "B", "C"):
        database.edit(intentions.add_person, name)
    before = listed(database)
    database.edit(intentions.run, "UPDATE person SET village = 'Sumber'")
    database.undo()

    assert listed(database) == before


def test_the_search_follows_undo(database: Database) -> None:
    from tests.db.test_search import found

    database.edit(intentions.add_person, "Aminah")
    database.undo()
    assert found(database, "aminah") == []
    database.redo()
    assert found(database, "aminah") == ["Aminah"]


def village(database: Database) -> object:
    return database.read(lambda r: r.value("SELECT village FROM person"))


def test_what_took_back_a_chosen_edit_is_the_next_to_undo(database: Database) -> None:
    row = database.edit(intentions.add_person, "Aminah", village="Sumber").value
    moved = database.edit(intentions.change_person, row, village="Melati").changes.edit
    database.edit(intentions.add_person, "Budi")
    database.undo(moved)
    assert village(database) == "Sumber"

    database.undo()
    assert village(database) == "Melati"
    database.undo(moved)
    assert village(database) == "Sumber"


def test_a_chosen_edit_that_was_taken_back_is_no_more_undone_by_the_key(database: Database) -> None:
    row = database.edit(intentions.add_person, "Aminah", village="Sumber").value
    moved = database.edit(intentions.change_person, row, village="Melati").changes.edit
    database.undo(moved)

    assert [one.label for one in database.stacks().undo] == ["Add person", "Change person"]
    assert moved not in [one.edit for one in database.stacks().undo]


def test_an_undoing_can_be_chosen_and_taken_back_as_often_as_wanted(database: Database) -> None:
    row = database.edit(intentions.add_person, "Aminah", village="Sumber").value
    edit = database.edit(intentions.change_person, row, village="Melati").changes.edit
    kinds = []
    for expected in ("Sumber", "Melati", "Sumber"):
        edit = database.undo(edit).changes.edit
        assert village(database) == expected
        kinds.append(database.read(history.edits, limit=1)[0].kind)
    assert kinds == ["undo", "redo", "undo"]


def test_an_edit_that_nobody_made_is_refused(database: Database) -> None:
    with pytest.raises(UserError) as refusal:
        database.undo("nothing")
    assert refusal.value.text == undo.UNKNOWN


steps = st.lists(
    st.tuples(
        st.sampled_from(
            ["add", "rename", "move", "bulk", "remove", "restore", "register", "undo", "redo"]
        ),
        st.integers(0, 5),
        st.text(st.characters(codec="utf-8", exclude_characters="\x00"), min_size=1, max_size=8),
    ),
    max_size=20,
)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=steps)
def test_random_edits_then_undo_all_gives_the_first_state(database: Database, steps) -> None:
    before = listed(database)
    depth = len(database.stacks().undo)
    people: list[str] = []
    activity = database.edit(intentions.add_activity, "Lokakarya").value
    for action, number, word in steps:
        row = people[number % len(people)] if people else None
        with contextlib.suppress(UserError):  # a refusal changes nothing, or the end would show it
            _act(database, action, word, row, people, activity)
    while len(database.stacks().undo) > depth:
        database.undo()

    assert listed(database) == before
    assert database.check() == []


def _act(
    database: Database, action: str, word: str, row: str | None, people: list[str], activity: str
) -> None:
    if action == "add":
        people.append(database.edit(intentions.add_person, word, village=word[:2] or None).value)
    elif action == "bulk":
        database.edit(intentions.run, "UPDATE person SET occupation = :word", word=word)
    elif action in ("undo", "redo"):
        getattr(database, action)()
    elif row is not None:
        statement = STATEMENTS[action]
        facts = {
            "row": row,
            "word": word,
            "activity": activity,
            "relation": activity[:16] + row[16:],
        }
        used = {name: value for name, value in facts.items() if f":{name}" in statement}
        database.edit(intentions.run, statement, **used)


STATEMENTS = {
    "rename": "UPDATE person SET name = :word WHERE id = :row",
    "move": "UPDATE person SET village = :word, sensitive = 1 WHERE id = :row",
    "remove": "UPDATE person SET removed = 1 WHERE id = :row",
    "restore": "UPDATE person SET removed = 0 WHERE id = :row",
    "register": (
        "INSERT INTO participation (id, activity_id, person_id, role_id)"
        " VALUES (:relation, :activity, :row, 'role:participant')"
        " ON CONFLICT (id) DO UPDATE SET removed = 1 - participation.removed"
    ),
}
