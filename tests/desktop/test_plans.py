"""Follow-up plans in the window: progress over time, the log of mentoring, and the ways between their pages."""

from db.demo.samples.plans import PLANNING
from db.queries import mentoring, plan_progress
from desktop.app import Rembuk
from desktop.kit.places import filtered
from desktop.kit.wording import today
from desktop.plans.progress import Progress


def ask(rembuk: Rembuk, query, *args):
    return rembuk.tasks.database.read(query, *args)


def opened(rembuk: Rembuk, key: str, row: str | None = None):
    rembuk.desk.navigation.go(key, row)
    return rembuk.window.page(key)


def test_the_course_of_a_plan_is_drawn_and_told_in_numbers(rembuk: Rembuk) -> None:
    page = opened(rembuk, "plans")
    place = next(
        line
        for line in range(page.model.rowCount())
        if page.model.row(line).district == "Kota Palu"
    )
    page.table.setCurrentIndex(page.model.index(place, 0))
    chart = page.form.progress.chart
    assert page.form.progress.isVisible()
    assert "Jun 45\N{NO-BREAK SPACE}%" in chart.accessibleDescription()
    assert "Jul tidak disebutkan" in chart.accessibleDescription()
    assert "1 dari 3 langkah selesai" in page.form.progress.said.text()
    chart.resize(chart.sizeHint())
    drawn = chart.grab().toImage()
    places = ((x, y) for x in range(drawn.width()) for y in range(drawn.height()))
    colours = {drawn.pixelColor(*place).name() for place in places}
    assert rembuk.desk.theme.colour("primary").name() in colours


def test_where_nothing_is_recorded_no_zero_is_shown(rembuk: Rembuk) -> None:
    page = opened(rembuk, "plans")
    rows = [page.model.row(line) for line in range(page.model.rowCount())]
    places = [place for place, row in enumerate(rows) if row.progress is None]
    assert len(places) == 2
    for place in places:
        said = [
            page.model.index(place, column).data() for column in range(page.model.columnCount())
        ]
        assert "tidak disebutkan" in said
        assert not any(text.startswith("0") for text in said)
        page.table.setCurrentIndex(page.model.index(place, 0))
        assert not page.form.progress.isVisible()


def test_the_course_of_all_plans_follows_the_filters_of_the_list(rembuk: Rembuk) -> None:
    page = opened(rembuk, "plans")
    page.show_progress()
    everything = page.progress.progress.said.text()
    assert "6 dari 13 langkah selesai" in everything
    page.open(filtered(district=("72.71",)))
    page.show_progress()
    assert "1 dari 3 langkah selesai" in page.progress.progress.said.text()
    page.progress.left.emit()
    assert not page.detail.isVisible()


def test_every_plan_of_an_activity_shows_its_course(rembuk: Rembuk) -> None:
    page = opened(rembuk, "follow_up", PLANNING)
    shown = [one for one in page.findChildren(Progress) if not one.isHidden()]
    assert len(shown) == 4
    months = ask(rembuk, plan_progress.course, today())
    assert months[-1].known == 13


def test_a_visit_is_written_down_in_the_log_with_a_step_of_its_plan(rembuk: Rembuk) -> None:
    page = opened(rembuk, "mentoring")
    before = page.model.rowCount()
    plan = page.model.row(0)
    page.add()
    form = page.form
    assert form.fields["date"].read_value()
    field = form.fields["plan_id"]
    (found,) = ask(rembuk, field._line._suggest, plan.plan)
    field.show_value((found.id, found.title))
    field._pick(found.id)
    steps = form.fields["step_id"]
    assert steps._combo.count() == 6
    steps._combo.setCurrentIndex(3)
    form.fields["found"].show_value("Sudah dicoba di dua desa.")
    form.fields["progress"].show_value(75)
    form.save()
    assert page.model.rowCount() == before + 1
    first = ask(rembuk, mentoring.of_plan, found.id)[0]
    assert (first.progress, first.found) == (75, "Sudah dicoba di dua desa.")
    assert first.step == "Menguji daftar periksa dalam musyawarah"


def test_a_visit_about_nothing_is_refused_beside_the_field(rembuk: Rembuk) -> None:
    page = opened(rembuk, "mentoring")
    page.add()
    page.form.save()
    assert "rencana" in page.form.fields["plan_id"]._problem.text()


def test_tabs_lead_from_page_to_page_and_a_visit_of_a_plan_to_the_log(rembuk: Rembuk) -> None:
    for key in ("steps", "board", "mentoring", "plans"):
        here = rembuk.window.page(rembuk.desk.navigation.here or "home")
        page = opened(rembuk, "plans") if not hasattr(here, "tabs") else here
        page.tabs.setCurrentIndex(page.tabs._keys.index(key))
        assert rembuk.desk.navigation.here == key
        assert rembuk.window.page(key).tabs.currentIndex() == page.tabs._keys.index(key)
