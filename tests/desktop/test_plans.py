"""Follow-up plans in the window: progress over time, the log of mentoring, and the ways between their pages."""

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QPushButton

from db.demo.samples.plans import BARRIERS, PLANNING
from db.queries import action_plans, listing, mentoring, plan_progress
from db.queries.listing import Asked
from desktop.app import Rembuk
from desktop.kit.places import filtered
from desktop.kit.wording import today
from desktop.plans import board
from desktop.plans.card import wrapped
from desktop.plans.progress import Progress


def ask(rembuk: Rembuk, query, *args):
    return rembuk.tasks.database.read(query, *args)


def opened(rembuk: Rembuk, key: str, row: str | None = None):
    rembuk.desk.navigation.go(key, row)
    return rembuk.window.page(key)


def press(page, name: str) -> None:
    """The button that a screen reader calls so."""
    next(
        one
        for one in page.findChildren(QPushButton)
        if one.accessibleName() == name and not one.isHidden()
    ).click()


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


def test_a_plan_of_a_district_begins_with_its_parties_and_its_steps_in_two_clicks(
    rembuk: Rembuk,
) -> None:
    results = opened(rembuk, "results", BARRIERS)
    press(results, "Rencana tindak lanjut")
    press(rembuk.window.page("follow_up"), "Kabupaten Batang (9 orang)")
    page = rembuk.window.page("plans")
    assert page.form.isVisible()
    begun = page.form.read_values()
    assert begun["district_id"] == "33.25"
    assert begun["activity_id"] == BARRIERS
    assert "Kabupaten Batang" in begun["title"]
    sides = {one["name"]: one["side"] for one in begun["parties"]}
    assert sides["Bappeda Kabupaten Batang"] == "government"
    assert sides["Perhimpunan Difabel Batang Setara"] == "civil_society"
    page.form.save()
    form = page.form.step_form
    assert form.isVisible()
    for what in ("Rapat", "Survei"):
        form.fields["what"].show_value(what)
        form.next_button.click()
        assert form.isVisible()
        assert form.fields["what"].read_value() is None
    form.left.emit()
    stored = ask(rembuk, lambda reader: action_plans.steps(reader, plan=page._row))
    assert [(one.number, one.what) for one in stored] == [(1, "Rapat"), (2, "Survei")]
    assert ["1. Rapat" in one for one in page.form.steps.texts()] == [True, False]


def test_a_step_that_is_refused_stays_and_nothing_begins(rembuk: Rembuk) -> None:
    page = opened(rembuk, "plans")
    page.table.setCurrentIndex(page.model.index(0, 0))
    before = len(ask(rembuk, action_plans.steps))
    page.step("")
    form = page.form.step_form
    form.fields["progress"].show_value(120)
    form.next_button.click()
    assert form.fields["what"]._problem.text()
    assert form.fields["progress"].read_value() == 120
    assert len(ask(rembuk, action_plans.steps)) == before


def test_each_district_of_an_activity_gets_a_plan_by_one_undo(rembuk: Rembuk) -> None:
    page = opened(rembuk, "follow_up", BARRIERS)
    names = [one.district for one in page._begin.open]
    assert len(names) == 6
    page.add_all()
    assert page._begin.open == []
    shown = listing.found
    asked = Asked(chosen=(("activity", (BARRIERS,)),))
    made = ask(rembuk, shown, action_plans.PLANS, asked).first
    assert sorted(one.district for one in made) == sorted(names)
    assert all(one.government or one.civil for one in made)
    rembuk.desk.navigation.undo()
    assert len(page._begin.open) == 6


def test_a_table_from_excel_becomes_steps_of_the_plan_that_is_shown(rembuk: Rembuk) -> None:
    page = opened(rembuk, "plans")
    page.paste()
    assert "Pilih" in rembuk.window.notice._text.text()
    page.table.setCurrentIndex(page.model.index(0, 0))
    before = len(page.form.steps.texts())
    QApplication.clipboard().setText("")
    page.paste()
    assert len(page.form.steps.texts()) == before
    QApplication.clipboard().setText("Kegiatan\tPJ\tWaktu\nRapat\tAni\t3/2027\nSurvei\tBudi\tpanen")
    page.paste()
    lines = page.form.steps.texts()
    assert len(lines) == before + 2
    assert "Rapat · Ani · Maret 2027 · Belum mulai" in lines[-2]
    assert "Survei · Budi · panen · Belum mulai" in lines[-1]
    rembuk.desk.navigation.undo()
    assert len(ask(rembuk, lambda reader: action_plans.steps(reader, plan=page._row))) == before


def test_a_long_text_stands_on_a_card_in_a_few_lines(rembuk: Rembuk) -> None:
    font = rembuk.desk.theme.font()
    text = "Musyawarah 🌾 desa dan kelurahan tentang anggaran yang peka gender dan disabilitas"
    lines = wrapped(text, font, 120, 3)
    assert len(lines) == 3
    assert all(QFontMetrics(font).horizontalAdvance(line) <= 120 for line in lines)
    assert text.startswith(f"{lines[0]} {lines[1]} ")
    assert lines[2].endswith("…")
    assert wrapped(text, font, 2000, 3) == [text]
    assert wrapped("", font, 120, 3) in ([], [""])


def test_a_lane_that_is_too_long_leads_to_the_list_of_all(
    rembuk: Rembuk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(board, "MOST", 1)
    page = opened(rembuk, "board")
    lane = max(page._lanes, key=lambda one: int(one.accessibleName().split("(")[1][:-1]))
    number = int(lane.accessibleName().split("(")[1][:-1])
    assert lane.count() == 1
    name = lane.accessibleName().split(" (")[0]
    press(page, f"{name}: {number - 1} lagi …")
    assert rembuk.desk.navigation.here == "steps"
    assert rembuk.window.page("steps").model.rowCount() == number
