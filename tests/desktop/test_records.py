"""All records: what has no page of its own is found, read whole, and followed to what it points to."""

from html.parser import HTMLParser

import pytest
from PySide6.QtCore import QUrl

from db.queries import records as questions
from db.queries.workspace_data import LEFT_OUT
from desktop.app import Rembuk
from exports.kit.field_words import COLUMNS, TABLES
from exports.kit.fields import headline
from resources.texts import translator


class Links(HTMLParser):
    """The places that a page of HTML leads to."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.places: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self.places += [value for name, value in attrs if name == "href" and value]


@pytest.fixture
def page(rembuk: Rembuk):
    rembuk.desk.navigation.go("records")
    return rembuk.window.page("records")


def choose(page, table: str) -> None:
    page.things.setCurrentIndex(page.things.findData(table))


def labels(page) -> list[str]:
    return [page.model.index(row, 0).data() for row in range(page.model.rowCount())]


def open_first(page, table: str) -> str:
    choose(page, table)
    page.table.setCurrentIndex(page.model.index(0, 0))
    return page.detail.text.toPlainText()


@pytest.mark.parametrize("table", questions.THINGS)
def test_every_thing_can_be_chosen_and_its_first_row_read(page, table: str) -> None:
    choose(page, table)
    text = open_first(page, table)
    assert page.model.rowCount() > 0
    assert text.strip()
    assert page.stack.currentIndex() == 0


def test_an_agreement_shows_its_parties_scope_and_what_nobody_stated(page) -> None:
    choose(page, "agreement")
    page.search.setText("Penguatan Kepemimpinan")
    page.reload()
    page.table.setCurrentIndex(page.model.index(0, 0))
    text = page.detail.text.toPlainText()
    for expected in (
        "17 November 2023",
        "Alimatul Qibtiyah",
        "Direktur Eksekutif",
        "Ruang diskusi",
        "Tidak disebut: nomor",
    ):
        assert expected in text, expected


def test_a_link_leads_to_the_record_it_names_and_back_again(rembuk: Rembuk, page) -> None:
    choose(page, "forum")
    page.search.setText("Jawa Tengah")
    page.reload()
    page.table.setCurrentIndex(page.model.index(0, 0))
    rembuk.desk.navigation.go("records", ":".join(page.detail.shown))
    place = next(p for p in Links(page.detail.text.toHtml()).places if "activity:" in p)
    page.detail.text.anchorClicked.emit(QUrl(place))
    assert page.thing == "activity"
    assert "8 September 2015" in page.detail.text.toPlainText()
    rembuk.desk.navigation.back()
    assert page.thing == "forum"


def test_what_can_be_changed_opens_on_the_page_where_it_is_changed(rembuk: Rembuk, page) -> None:
    open_first(page, "organization")
    assert page.detail.change_button.isVisibleTo(page)
    page.detail.change_button.click()
    shown = rembuk.window.stack.currentWidget()
    assert shown is rembuk.window.page("organizations")
    open_first(page, "source")
    assert not page.detail.change_button.isVisibleTo(page)


def test_typed_words_find_by_name_and_by_what_a_row_belongs_to(page) -> None:
    choose(page, "activity_session")
    page.search.setText("konsep dasar 2023")
    page.reload()
    assert labels(page) == ["1. Konsep dasar Kabupaten/Kota HAM"]
    page.search.setText("100%_")
    page.reload()
    assert page.stack.currentIndex() == 2


def test_signs_of_html_in_a_name_are_shown_as_typed(rembuk: Rembuk, page) -> None:
    from db.edits import organizations

    draft = organizations.OrganizationDraft(name="<b>Tani & Maju</b>")
    row = rembuk.desk.tasks.database.edit(organizations.add, draft).value
    rembuk.desk.navigation.go("records", f"organization:{row}")
    assert "<b>Tani & Maju</b>" in page.detail.text.toPlainText()


def test_made_up_rows_are_marked_in_list_and_detail(page) -> None:
    choose(page, "follow_up")
    assert all(label.endswith("· contoh") for label in labels(page))
    assert "data rekaan" in open_first(page, "follow_up")


def test_every_table_and_column_has_words(rembuk: Rembuk) -> None:
    def nameless(reader) -> list[str]:
        return [
            f"{table}.{column}"
            for table in questions.exchanged(reader)
            if table not in LEFT_OUT
            for column in questions.columns(reader, table)
            if column not in COLUMNS
            and f"{table}.{column}" not in COLUMNS
            and column not in questions.HIDDEN
        ]

    database = rembuk.desk.tasks.database
    assert database.read(nameless) == []
    assert set(database.read(questions.exchanged)) == set(TABLES)


def test_a_figure_is_called_by_every_word_it_was_said_with(rembuk: Rembuk) -> None:
    database, t = rembuk.desk.tasks.database, translator("id")
    found = database.read(questions.page, table="reported_figure", limit=-1)
    said = {
        headline(t, "reported_figure", one.label, record.fields)
        for one in found
        for record in [database.read(questions.record, "reported_figure", one.id)]
    }
    assert {"Peserta: lebih dari 50", "Kabupaten/kota: lebih dari 45"} <= said
    assert any("sekitar 35" in text for text in said)
