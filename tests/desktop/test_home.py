"""The first page: the first steps, what waits, how far the work reached, and the ways on."""

from pathlib import Path

import pytest

from db.database import Database
from db.edits import activities, follow_ups, organizations, participants, people, sessions
from db.queries import home, listing, statistics
from db.queries.listing import Asked
from desktop.app import Rembuk
from desktop.kit.list_page import ListPage
from tests.desktop.conftest import started


def test_the_guide_ticks_what_was_done_and_goes_away_at_the_end(qtbot, tmp_path: Path) -> None:
    path = tmp_path / "baru.rembuk"
    Database.create(path, name="Forum Baru").close()
    running = started(qtbot, path)
    try:
        guide = running.window.page("home").guide
        database = running.tasks.database

        def shown() -> list[str]:
            running.desk.navigation.go("settings")
            running.desk.navigation.go("home")
            return [made.text()[0] for made, _ in guide._steps.values()]

        assert shown() == list("123456")
        assert guide.isVisible()
        database.edit(organizations.add, organizations.OrganizationDraft(name="Yayasan"))
        person = database.edit(people.add, people.PersonDraft(name="Siti")).value
        draft = activities.ActivityDraft(title="Lokakarya")
        activity = database.edit(activities.add, draft).value
        assert shown() == list("✓✓✓456")
        guide._steps["sessions"][0].click()
        assert running.window.page("sessions").tabs.activity == activity
        sitting = database.edit(sessions.add, sessions.SessionDraft(activity_id=activity)).value
        database.edit(participants.walk_in, activity, person, sitting)
        shown()
        assert not guide.isVisible()
    finally:
        running.stop()


def test_what_waits_leads_to_the_list_that_shows_as_many(rembuk: Rembuk) -> None:
    import datetime as dt

    page = rembuk.window.page("home")
    rembuk.desk.navigation.go("home")
    waiting = rembuk.tasks.database.read(home.late, dt.date.today())  # noqa: DTZ011 - as the page
    assert {one.kind for one in waiting} >= {"steps"}
    for one in waiting:
        if one.kind == "devices" or one.count == 1:
            continue
        page._go_late(f"{one.kind}:")
        shown = rembuk.window.stack.currentWidget()
        assert isinstance(shown, ListPage)
        assert shown.model.rowCount() == one.count


def test_the_reach_of_a_month_is_what_the_statistics_count(rembuk: Rembuk) -> None:
    database = rembuk.tasks.database
    months = database.read(
        lambda reader: reader.rows(
            str, "SELECT DISTINCT substr(starts, 1, 7) FROM activity WHERE starts LIKE '2026-%'"
        )
    )
    found = [database.read(home.month, month) for month in months]
    people_there = {person for one in found for person in one.people}
    counted = database.read(
        statistics.statistics, statistics.Scope(first="2026-01-01", last="2026-12-31")
    )
    assert len(people_there) == counted.people
    assert sum(one.attendances for one in found) == counted.attendances
    assert sum(one.activities for one in found) == len(counted.activities)


def test_what_was_worked_on_leads_back(rembuk: Rembuk) -> None:
    database = rembuk.tasks.database
    plan = database.read(lambda r: r.value("SELECT id FROM action_plan WHERE removed = 0"))
    database.edit(follow_ups.add, follow_ups.FollowUpDraft(plan_id=plan, found="Berjalan"))
    places = database.read(home.worked_on)
    assert (places[0].table, places[0].id) == ("action_plan", plan)
    rembuk.desk.navigation.go("home")
    rembuk.window.page("home")._go_again(f"action_plan:{plan}")
    assert rembuk.window.page("plans")._row == plan


@pytest.mark.parametrize("measure", ["activities", "members", "organizations"])
def test_every_number_of_the_map_leads_to_as_many_rows(rembuk: Rembuk, measure: str) -> None:
    rembuk.desk.navigation.go("map")
    page = rembuk.window.page("map")
    for level in (0, 1):
        page.measures.setCurrentIndex(page.measures.findData(measure))
        page.levels.setCurrentIndex(level)
        rembuk.desk.navigation.go("map")
        page.reload()
        assert page.view._paths
        for line, area in enumerate(list(page.model.rows)[:5]):
            page.table.setCurrentIndex(page.model.index(line, 0))
            page.open_list()
            listed = rembuk.window.stack.currentWidget()
            assert isinstance(listed, ListPage)
            if level == 0 or measure != "activities":
                assert listed.model.rowCount() == area.number
            rembuk.desk.navigation.go("map")


def test_the_calendar_shows_a_month_and_plans_on_a_day(rembuk: Rembuk) -> None:
    import datetime as dt

    rembuk.desk.navigation.go("calendar")
    page = rembuk.window.page("calendar")
    page.day = dt.date(2026, 11, 26)
    page.reload()
    assert any("Lokakarya" in text for text in page.links.texts())
    page.move(1)
    assert page.day == dt.date(2026, 12, 26)
    assert "Desember 2026" in page.subtitle.text()
    page.add()
    form = rembuk.window.page("activities").form
    assert form.fields["starts"].read_value() == "26 Desember 2026"


def test_the_language_is_chosen_before_anything_else(qtbot) -> None:
    running = started(qtbot, None)
    try:
        start = running.window.stack.currentWidget()
        start.author.show_value("Rina")
        start.author.edited.emit()
        start.language.show_value("en")
        start.language.edited.emit()
        qtbot.waitUntil(
            lambda: "New workspace" in running.window.stack.currentWidget().new_button.text()
        )
        assert running.preferences.author == "Rina"
    finally:
        running.stop()


def test_facts_of_lists_and_home_agree(rembuk: Rembuk) -> None:
    from db.queries import action_plans

    late = rembuk.tasks.database.read(
        listing.count, action_plans.STEPS, Asked(chosen=(("late", (1,)),))
    )
    assert late == sum(one.late for one in rembuk.tasks.database.read(action_plans.steps))
