"""The people of an activity in the window: found, narrowed, sorted, copied, and changed many at once."""

import pytest
from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QApplication

from db.demo.samples.plans import BARRIERS, PLANNING
from db.queries import listing, participants
from db.queries.listing import Asked
from desktop.app import Rembuk
from desktop.kit.choices import Choices
from desktop.participants import TAKE_OFF, ParticipantsPage


def ask(rembuk: Rembuk, query, *args):
    return rembuk.tasks.database.read(query, *args)


@pytest.fixture
def page(rembuk: Rembuk) -> ParticipantsPage:
    rembuk.desk.navigation.go("participants", PLANNING)
    found = rembuk.window.page("participants")
    assert isinstance(found, ParticipantsPage)
    return found


def rows(page: ParticipantsPage) -> list[participants.EnrolledRow]:
    return [page.model.row(place) for place in range(page.model.rowCount())]


def mark(page: ParticipantsPage, places: range) -> None:
    flag = QItemSelectionModel.SelectionFlag
    page.table.clearSelection()
    for place in places:
        page.table.selectionModel().select(page.model.index(place, 0), flag.Select | flag.Rows)


def pick(page: ParticipantsPage, setting: str, text: str) -> None:
    """Press the button over the marked rows, and tick a word in the window that opens."""
    page.list.many.buttons[setting].click()
    popup = [one for one in page.findChildren(Choices) if one.isVisible()][-1]
    found = next(
        popup.list.item(place)
        for place in range(popup.list.count())
        if popup.list.item(place).text() == text
    )
    popup._tick(found)


def test_the_list_is_as_the_sheet_and_only_of_this_activity(
    rembuk: Rembuk, page: ParticipantsPage
) -> None:
    grid = ask(rembuk, participants.grid, PLANNING)
    assert [one.id for one in rows(page)] == [one.id for one in grid.rows]
    assert [one.there for one in rows(page)] == [
        sum(one.marks[place] in ("present", "late") for place in range(len(one.marks)))
        for one in grid.rows
    ]
    assert str(len(grid.rows)) in page.subtitle.text()
    for facet in page.listing.facets:
        choices = ask(rembuk, listing.choices, page.listing, Asked(within=PLANNING), facet.key)
        assert sum(one.count for one in choices) == len(grid.rows)


def test_another_activity_begins_with_its_whole_list(
    rembuk: Rembuk, page: ParticipantsPage
) -> None:
    page.list.show_filtered({"sex": ("female",)})
    some = rows(page)
    assert 0 < len(some) < len(ask(rembuk, participants.people, PLANNING))
    assert {one.sex for one in some} == {"female"}
    rembuk.desk.navigation.go("participants", BARRIERS)
    assert len(rows(page)) == len(ask(rembuk, participants.people, BARRIERS))
    assert page.filters.chosen == {}


def test_somebody_is_found_by_name_in_any_spelling_or_by_where_they_come_from(
    rembuk: Rembuk, page: ParticipantsPage
) -> None:
    everybody = rows(page)
    one = next(row for row in everybody if row.organization and not row.sensitive)
    name = ask(
        rembuk,
        lambda reader: reader.value("SELECT name FROM person WHERE id = ?", (one.person_id,)),
    )
    page.search.setText(name.upper().replace("'", ""))
    page.reload()
    assert one.id in [row.id for row in rows(page)]
    assert len(rows(page)) < len(everybody)
    page.search.setText(one.organization.lower())
    page.reload()
    assert {row.id for row in everybody if row.organization == one.organization} <= {
        row.id for row in rows(page)
    }


def test_a_role_is_given_to_several_at_once_and_taken_back_by_one_undo(
    rembuk: Rembuk, page: ParticipantsPage
) -> None:
    before = [one.role for one in rows(page)]
    mark(page, range(3))
    pick(page, "Role", "Pengamat")
    assert [one.role[0] for one in rows(page)[:3]] == ["Pengamat"] * 3
    assert page.table.marked() == 3
    assert "Pengamat" in rembuk.window.notice._text.text()
    rembuk.desk.navigation.undo()
    assert [one.role for one in rows(page)] == before


def test_a_registration_may_be_not_stated_but_a_role_may_not(page: ParticipantsPage) -> None:
    mark(page, range(2))
    pick(page, "Registration", "Tidak disebut")
    assert [one.status for one in rows(page)[:2]] == [None, None]
    page.list.many.buttons["Role"].click()
    popup = [one for one in page.findChildren(Choices) if one.isVisible()][-1]
    assert None not in [one.value for one in popup._offers]
    popup.hide()


def test_several_are_taken_off_the_list_and_come_back(
    rembuk: Rembuk, page: ParticipantsPage
) -> None:
    before = rows(page)
    mark(page, range(1, 4))
    page.list.many.buttons[TAKE_OFF].click()
    assert [one.id for one in rows(page)] == [before[0].id, *(one.id for one in before[4:])]
    rembuk.desk.navigation.undo()
    assert rows(page) == before


def test_marked_people_are_copied_as_they_are_shown(page: ParticipantsPage) -> None:
    mark(page, range(2))
    page.list.copy()
    lines = QApplication.clipboard().text().split("\n")
    assert len(lines) == 3
    assert lines[0].split("\t")[0] == "Nama"
    assert lines[1].split("\t")[0] == page.model.index(0, 0).data()
