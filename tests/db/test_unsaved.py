"""What was typed and not saved: it outlives the program, and goes where its person goes."""

from pathlib import Path

from db.database import Database
from db.queries import unsaved
from tests.world import World


def test_what_was_typed_outlives_the_program(workspace_file: Path) -> None:
    typed = {"name": "Siti", "groups": [{"id": "x", "name": "Petani"}], "sensitive": True}
    first = Database.open(workspace_file)
    first.keep("PersonDraft", "+", {"name": "S"})
    first.keep("PersonDraft", "+", typed)
    first.keep("ActivityDraft", "abc", {"title": "Lokakarya"})
    first.close()
    again = Database.open(workspace_file)
    assert again.read(unsaved.typed, "PersonDraft", "+") == typed
    assert [one.form for one in again.read(unsaved.waiting)] == ["ActivityDraft", "PersonDraft"]
    again.keep("PersonDraft", "+", None)
    assert again.read(unsaved.typed, "PersonDraft", "+") is None
    again.close()


def test_it_is_no_change_and_nobody_else_gets_it(database: Database) -> None:
    before = database.read(lambda reader: reader.value("SELECT count(*) FROM change"))
    database.keep("PersonDraft", "+", {"name": "Siti"})
    assert database.read(lambda reader: reader.value("SELECT count(*) FROM change")) == before
    assert database.check() == []


def test_an_erased_person_is_in_no_form_that_waits(world: World) -> None:
    database = world.database
    person = world.person("Rahma")
    database.keep("PersonDraft", person, {"name": "Rahma Putri"})
    database.keep("SessionDraft", "+abc", {"people": [{"id": person, "name": "Rahma"}]})
    database.keep("PersonDraft", "+", {"name": "Wati"})
    database.erase(person, "Atas permintaan sendiri")
    assert [one.row for one in database.read(unsaved.waiting)] == ["+"]
