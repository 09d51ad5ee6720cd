"""The past of the data in the window: found, read row by row, and undone."""

import pytest
from PySide6.QtCore import QUrl

from db.edits import duplicates, organizations, people
from db.edits.people import PersonDraft
from db.queries import history
from db.queries.listing import Asked, choices
from desktop.app import Rembuk


@pytest.fixture
def moved(rembuk: Rembuk) -> str:
    """A member whose village was changed; the id."""
    database = rembuk.tasks.database
    draft = PersonDraft(name="Zaenab Uji", village="Sumber", sex="female")
    row = str(database.edit(people.add, draft).value)
    database.edit(people.change, row, PersonDraft(name="Zaenab Uji", village="Melati", sex="male"))
    return row


def opened(rembuk: Rembuk):
    rembuk.desk.navigation.go("history")
    return rembuk.window.page("history")


def text(page, place: int = 0) -> str:
    page.open(page.model.row(place).id)
    return page.form.text.toPlainText()


def labels(page) -> list[str]:
    return [page.model.row(place).label for place in range(page.model.rowCount())]


def said(rembuk: Rembuk) -> str:
    return rembuk.window.notice._text.text()


def test_a_change_is_told_in_the_words_of_the_forms(rembuk: Rembuk, moved: str) -> None:  # noqa: ARG001
    told = text(opened(rembuk))
    assert "Zaenab Uji" in told
    assert "Desa/kelurahan: Sumber → Melati" in told
    assert "Jenis kelamin: Perempuan → Laki-laki" in told
    assert "village" not in told


def test_each_row_of_a_change_leads_to_its_page(rembuk: Rembuk, moved: str) -> None:
    page = opened(rembuk)
    text(page)
    page.form.text.anchorClicked.emit(QUrl(f"record:person:{moved}"))
    assert rembuk.desk.navigation.here == "people"
    assert rembuk.window.page("people").form.row == moved


def test_words_find_what_was_done_and_by_whom(rembuk: Rembuk, moved: str) -> None:  # noqa: ARG001
    page = opened(rembuk)
    page.search.setText("ubah anggota")
    page.list.reload()
    assert labels(page) == ["Change member"]
    page.search.setText("contoh REMBUK")
    page.list.reload()
    assert len(labels(page)) == 2
    assert {page.model.row(place).author for place in range(2)} == {"Rembuk"}
    page.search.setText("tidak ada yang begini")
    page.list.reload()
    assert labels(page) == []


def test_filters_count_who_where_what_kind_and_month(rembuk: Rembuk, moved: str) -> None:  # noqa: ARG001
    page = opened(rembuk)
    database = rembuk.tasks.database
    for key in ("who", "computer", "kind", "month"):
        found = database.read(choices, page.listing, Asked(), key)
        assert sum(one.count for one in found) == page.model.rowCount(), key
    page.filters.show_chosen({"kind": ("person",)})
    page.list.reload()
    assert labels(page) == ["Change member", "Add member"]
    month = database.read(choices, page.listing, Asked(), "month")[0].value
    page.filters.show_chosen({"month": (month,)})
    year = rembuk.desk.t.date(history_day(rembuk), "month")
    assert year in page.filters._buttons["month"].text()


def history_day(rembuk: Rembuk):
    import datetime as dt

    newest = rembuk.tasks.database.read(history.edits, limit=1)[0]
    return (dt.datetime.fromisoformat(newest.made_at) + dt.timedelta(hours=7)).date()


def test_an_older_change_is_undone_and_that_is_undone_again(rembuk: Rembuk, moved: str) -> None:
    database = rembuk.tasks.database
    database.edit(organizations.add, organizations.OrganizationDraft(name="Kelompok Uji"))
    page = opened(rembuk)
    text(page, 1)
    page.form.undo_button.click()
    assert database.read(
        lambda r: r.value("SELECT village FROM person WHERE id = ?", (moved,))
    ) == ("Sumber")
    assert "Ubah anggota" in said(rembuk)
    assert rembuk.window.notice._undo.isVisibleTo(rembuk.window.notice)
    assert page.model.row(0).kind == "undo"
    rembuk.window.notice._undo.click()
    assert database.read(
        lambda r: r.value("SELECT village FROM person WHERE id = ?", (moved,))
    ) == ("Melati")


def test_what_was_changed_again_since_is_refused_in_one_sentence(
    rembuk: Rembuk, moved: str
) -> None:
    database = rembuk.tasks.database
    database.edit(people.change, moved, PersonDraft(name="Zaenab Uji", village="Kenanga"))
    page = opened(rembuk)
    text(page, 1)
    page.form.undo_button.click()
    assert said(rembuk).startswith("Perubahan ini tidak dapat diurungkan lagi")
    assert database.read(
        lambda r: r.value("SELECT village FROM person WHERE id = ?", (moved,))
    ) == ("Kenanga")


def test_an_erasure_says_that_it_cannot_be_undone(rembuk: Rembuk, moved: str) -> None:
    rembuk.tasks.database.erase(moved, "permintaan")
    told = text(opened(rembuk))
    assert "tidak dapat diurungkan" in told
    assert "Zaenab" not in told
    assert not rembuk.window.page("history").form.undo_button.isVisible()


def test_a_large_change_shows_its_first_rows_and_a_count(rembuk: Rembuk) -> None:
    database = rembuk.tasks.database
    sample = max(database.read(history.edits), key=lambda one: one.changes)
    card = database.read(history.card, sample.id)
    told = {(one.table, one.id) for one in card.rows}
    assert len(told) == history.SHOWN
    assert card.left > 0
    page = opened(rembuk)
    page.open(sample.id)
    assert f"dan {rembuk.desk.t.number(card.left)} perubahan lain" in page.form.text.toPlainText()


def test_a_protected_member_is_a_code_until_names_are_shown(rembuk: Rembuk) -> None:
    database = rembuk.tasks.database
    draft = PersonDraft(name="Rahasia Sekali", phone="081234567890", sensitive=True)
    row = str(database.edit(people.add, draft).value)
    other = database.edit(people.add, PersonDraft(name="Rahasia Kedua")).value
    database.edit(duplicates.merge, row, other)
    page = opened(rembuk)
    page.open(next(one.id for one in database.read(history.edits) if one.label == "Add member"))
    told = [text(page, place) for place in range(3)]
    assert "Sekali" not in "".join(told)
    assert "81234567890" not in "".join(told)
    rembuk.desk.navigation.unveil()
    assert "Rahasia Sekali" in text(page, 2)
    assert "+6281234567890" in page.form.text.toPlainText()
    rembuk.desk.navigation.unveil()
    assert "Sekali" not in page.form.text.toPlainText()
