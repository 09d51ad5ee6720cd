"""Members written down twice: found, laid side by side, merged or kept apart, and undone."""

import pytest

from db.queries import duplicates, people
from desktop.app import Rembuk


def ask(rembuk: Rembuk, query, *args, **kwargs):
    return rembuk.tasks.database.read(query, *args, **kwargs)


@pytest.fixture
def page(rembuk: Rembuk):
    rembuk.desk.navigation.go("people")
    rembuk.window.page("people").buttons.itemAt(0).widget().click()
    return rembuk.window.page("duplicates")


def stand_on(page, name: str):
    for place, pair in enumerate(page.model.rows):
        if name in (pair.first.name, pair.second.name):
            page.table.setCurrentIndex(page.model.index(place, 0))
            return pair
    raise AssertionError(name)


def test_the_two_of_the_demo_are_found_and_nobody_else_is_sure(rembuk: Rembuk, page) -> None:
    sure = [pair for pair in page.model.rows if pair.probability >= 0.95]
    assert len(sure) == 2
    assert any(pair.first.name.isupper() or pair.second.name.isupper() for pair in sure)
    assert page.subtitle.text().startswith(str(len(page.model.rows)))
    assert rembuk.window.stack.currentWidget() is page


@pytest.mark.parametrize("side", [0, 1])
def test_two_become_one_and_two_again(rembuk: Rembuk, page, side: int) -> None:
    before = ask(rembuk, people.count)
    pair = next(p for p in page.model.rows if p.probability >= 0.95)
    stand_on(page, pair.first.name)
    assert pair.first.name in page.panel.sides.texts()
    assert pair.second.name in page.panel.sides.texts()
    page.panel.keep_buttons[side].click()
    stays = (pair.first, pair.second)[side]
    assert ask(rembuk, people.count) == before - 1
    assert ask(rembuk, people.row, stays.id) is not None
    assert pair not in page.model.rows
    rembuk.window.undo()
    assert ask(rembuk, people.count) == before
    assert pair in page.model.rows


def test_two_who_are_not_one_are_never_offered_again(rembuk: Rembuk, page) -> None:
    pair = page.model.rows[0]
    stand_on(page, pair.first.name)
    page.panel.part_button.click()
    assert pair not in page.model.rows
    assert pair not in ask(rembuk, duplicates.pairs)
    rembuk.window.undo()
    assert pair in page.model.rows


def test_when_all_is_decided_the_page_says_so(page) -> None:
    while page.model.rows:
        stand_on(page, page.model.rows[0].first.name)
        page.panel.part_button.click()
    assert page.stack.currentIndex() == 1
    assert not page.detail.isVisible()
