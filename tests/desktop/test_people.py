"""A member in the window: the history of the record, and the right to be forgotten."""

import pytest

from db.edits import erasures
from db.queries import people
from desktop.app import Rembuk
from tests.db import intentions


@pytest.fixture
def siti(rembuk: Rembuk) -> str:
    database = rembuk.tasks.database
    row = database.edit(intentions.add_person, "Siti Aminah").value
    database.author = "Rina"
    database.edit(intentions.change_person, row, name="Siti Aminah Putri")
    return str(row)


@pytest.fixture
def page(rembuk: Rembuk, siti: str):
    rembuk.desk.navigation.go("people", siti)
    return rembuk.window.page("people")


def test_a_form_leads_to_the_record_with_who_changed_what(rembuk: Rembuk, page) -> None:
    page.form.record_button.click()
    told = rembuk.window.page("records").detail.text.toPlainText()
    assert "Rina" in told
    assert "Siti Aminah → Siti Aminah Putri" in told


def test_a_new_member_has_no_history_and_nothing_to_erase(page) -> None:
    page.add()
    assert page.form.record_button.isHidden()
    assert page.form.erase_button.isHidden()


def test_a_member_is_erased_for_ever_with_a_reason(
    rembuk: Rembuk, page, monkeypatch: pytest.MonkeyPatch
) -> None:
    said, asked = [], []
    rembuk.desk.navigation.said.connect(lambda text, _: said.append(text))
    before = rembuk.tasks.database.read(people.count)
    for answer, told in (
        (None, []),
        ("", [rembuk.desk.t(erasures.REASON_MISSING)]),
        ("Siti sendiri yang minta", [rembuk.desk.t(erasures.REASON_NAMES)]),
    ):
        monkeypatch.setattr(
            rembuk.desk.dialogs, "text", lambda text, a=answer: asked.append(text) or a
        )
        said.clear()
        rembuk.tasks.failed.connect(lambda error: said.append(rembuk.desk.t(error.text)))
        page.form.erase_button.click()
        rembuk.tasks.failed.disconnect()
        assert said == told
        assert rembuk.tasks.database.read(people.count) == before
    assert "Siti Aminah Putri" in asked[0]

    monkeypatch.setattr(rembuk.desk.dialogs, "text", lambda _: "Atas permintaan sendiri")
    page.form.erase_button.click()
    assert rembuk.tasks.database.read(people.count) == before - 1
    assert not page.detail.isVisible()
