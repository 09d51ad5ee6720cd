"""How often pages ask: counts, for times differ from machine to machine."""

from collections.abc import Callable
from typing import Any

import pytest

from db.edits import people
from desktop.app import Rembuk
from desktop.pages import PAGES
from tests.desktop.scenes import ACTIVITY

EACH_TIME = {"home"}  # what waits in forms is no change of a row


@pytest.fixture
def asked(rembuk: Rembuk, monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Every question that reaches the database from now on."""
    found: list[Any] = []
    read = rembuk.tasks.database.read

    def note(query: Any, *args: Any, **kwargs: Any) -> Any:
        found.append(query)
        return read(query, *args, **kwargs)

    monkeypatch.setattr(rembuk.tasks.database, "read", note)
    return found


class Held:
    """A queue that does nothing until it is told to."""

    def __init__(self) -> None:
        self._waiting: list[Callable[[], object]] = []

    def submit(self, work: Callable[..., object], *args: Any) -> "Held":
        self._waiting.append(lambda: work(*args))
        return self

    def release(self) -> None:
        while self._waiting:
            self._waiting.pop(0)()

    def result(self) -> None: ...

    def shutdown(self, **_: Any) -> None:
        self.release()


def go(rembuk: Rembuk, key: str) -> None:
    entry = next(one for one in PAGES if one.key == key)
    rembuk.desk.navigation.go(key, ACTIVITY if entry.needs_row else None)


def test_a_page_that_is_shown_again_asks_nothing_while_nothing_changed(
    rembuk: Rembuk, asked: list[Any]
) -> None:
    for entry in PAGES:
        go(rembuk, entry.key)
    asking = {}
    for entry in PAGES:
        asked.clear()
        go(rembuk, entry.key)
        if asked:
            asking[entry.key] = [query.__qualname__ for query in asked]
    assert set(asking) == EACH_TIME, asking


def test_every_round_of_fifty_switches_asks_the_same_number_of_questions(
    rembuk: Rembuk, asked: list[Any]
) -> None:
    keys = [PAGES[number * 7 % len(PAGES)].key for number in range(50)]
    for key in keys:
        go(rembuk, key)
    rounds = []
    for _ in range(3):
        asked.clear()
        for key in keys:
            go(rembuk, key)
        rounds.append(len(asked))
    assert rounds[0] > 0
    assert rounds == [rounds[0]] * 3


def test_every_round_asks_the_same_after_an_edit_too(rembuk: Rembuk, asked: list[Any]) -> None:
    for entry in PAGES:
        go(rembuk, entry.key)
    rounds = []
    for number in range(3):
        draft = people.PersonDraft(name=f"Siti {number}")
        rembuk.tasks.edit(rembuk, lambda _: None, people.add, draft)
        asked.clear()
        for entry in PAGES:
            go(rembuk, entry.key)
        rounds.append(len(asked))
    assert rounds == [rounds[0]] * 3


def test_what_a_page_asked_that_was_left_is_asked_when_it_is_shown_again(
    rembuk: Rembuk, asked: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    for key in ("people", "organizations", "people"):
        go(rembuk, key)
    people_page: Any = rembuk.window.page("people")
    queue = Held()
    monkeypatch.setattr(rembuk.tasks, "_data", queue)
    draft = people.PersonDraft(name="Aaliyah Baru")
    rembuk.tasks.edit(rembuk, lambda _: None, people.add, draft)
    queue.release()
    go(rembuk, "people")
    people_page.stale = True
    asked.clear()

    for key in ("organizations", "people", "organizations"):
        rembuk.window.page(key).stale = True
        go(rembuk, key)
    queue.release()
    assert len(asked) == 1, "of three visits the last one alone asks"
    assert people_page.stale

    asked.clear()
    go(rembuk, "people")
    queue.release()
    assert len(asked) == 1
    assert people_page.model.row(0).name == "Aaliyah Baru"


def test_an_edit_is_carried_out_though_its_page_was_left(
    rembuk: Rembuk, monkeypatch: pytest.MonkeyPatch
) -> None:
    go(rembuk, "people")
    queue = Held()
    monkeypatch.setattr(rembuk.tasks, "_data", queue)
    page: Any = rembuk.window.page("people")
    rembuk.tasks.edit(page, lambda _: None, people.add, people.PersonDraft(name="Aaliyah Baru"))
    go(rembuk, "organizations")
    queue.release()
    go(rembuk, "people")
    queue.release()
    assert page.model.row(0).name == "Aaliyah Baru"
