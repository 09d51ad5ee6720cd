"""Protected names, locking, and contact data that leaves: asked for on purpose, and seen in the history."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from db.database import Database
from db.edits import participants, people
from db.queries import history
from db.queries import people as questions
from desktop.app import Rembuk
from desktop.kit.question import Question
from desktop.locked import LockedPage
from tests.desktop.conftest import started

SECRET = "rahasia sekali"


@pytest.fixture
def siti(rembuk: Rembuk) -> str:
    draft = people.PersonDraft(
        name="Aaa Siti Rahasia", phone="081234567890", village="Desa Sunyi", sensitive=True
    )
    return str(rembuk.tasks.database.edit(people.add, draft).value)


def texts(page) -> str:
    """Everything that a list shows, also to a screen reader."""
    model = page.model
    return "\n".join(
        str(model.index(line, column).data())
        for line in range(model.rowCount())
        for column in range(model.columnCount())
    )


def test_a_protected_name_is_a_code_until_names_are_shown(rembuk: Rembuk, siti: str) -> None:
    rembuk.desk.navigation.go("people", siti)
    page = rembuk.window.page("people")
    code = rembuk.tasks.database.read(questions.row, siti).code
    for hidden in ("Rahasia", "Sunyi", "1234"):
        assert hidden not in texts(page)
    assert code in texts(page)
    assert page.form.save_button.isHidden() or not page.form.save_button.isVisible()
    assert "Rahasia" not in page.form.heading.text()
    rembuk.desk.navigation.unveil()
    assert "Rahasia" in texts(page)
    assert page.form.save_button.isVisible()
    assert page.form.fields["name"].read_value() == "Aaa Siti Rahasia"
    rembuk.desk.navigation.unveil()
    assert "Rahasia" not in texts(page)
    assert not page.form.save_button.isVisible()


def test_no_page_of_an_activity_names_who_is_protected(rembuk: Rembuk, siti: str) -> None:
    rembuk.desk.navigation.go("activities")
    activity = max(
        (rembuk.window.page("activities").model.row(i) for i in range(20)),
        key=lambda one: one.sessions,
    ).id
    rembuk.tasks.database.edit(participants.walk_in, activity, siti)
    for key in ("participants", "attendance"):
        rembuk.desk.navigation.go(key, activity)
        page = rembuk.window.page(key)
        assert "Rahasia" not in texts(page), key
        page.adding.setText("aaa siti")
        page.adding._look()
        assert "Rahasia" not in "".join(page.adding._words.stringList())
    rembuk.desk.navigation.go("check_in", f"{activity}:")
    door = rembuk.window.page("check_in")
    door.line.setText("aaa siti rahasia")
    assert door.list.count() == 1
    assert "Rahasia" not in door.list.item(0).text()
    rembuk.desk.navigation.go("records", f"activity:{activity}")
    assert "Rahasia" not in rembuk.window.page("records").detail.text.toPlainText()
    rembuk.desk.navigation.go("records", f"person:{siti}")
    assert rembuk.window.page("records").detail.shown is None


def test_names_that_are_shown_are_hidden_when_nobody_is_here(rembuk: Rembuk, siti: str) -> None:
    rembuk.desk.navigation.go("people", siti)
    guard = rembuk.desk.guard
    rembuk.desk.navigation.unveil()
    guard.look()
    assert guard.unlocked, "somebody was here a moment ago"
    guard._seen -= 11 * 60
    guard.look()
    assert not guard.unlocked
    assert "Rahasia" not in texts(rembuk.window.page("people"))
    assert rembuk.window.side.isEnabled(), "a file without passphrase has nothing to lock with"


@pytest.fixture
def locked(qtbot, demo_copy: Path):
    database = Database.open(demo_copy)
    database.change_passphrase(SECRET)
    database.close()
    running = started(qtbot, None)
    running.open(demo_copy, SECRET)
    yield running
    running.stop()


def test_a_workspace_with_a_passphrase_is_covered_and_opened_again(locked: Rembuk) -> None:
    locked.desk.navigation.go("people")
    page = locked.window.page("people")
    page.add()
    QTest.keyClicks(page.form.fields["name"].editor, "Wati")
    locked.desk.guard._seen -= 11 * 60
    locked.desk.guard.look()
    cover = locked.window.stack.currentWidget()
    assert isinstance(cover, LockedPage)
    locked.desk.navigation.go("history")
    locked.window.undo()
    assert locked.window.stack.currentWidget() is cover
    for typed in ("", "salah"):
        QTest.keyClicks(cover.line, typed)
        cover.line.returnPressed.emit()
        assert cover.problem.text()
        assert locked.window.stack.currentWidget() is cover
    QTest.keyClicks(cover.line, SECRET)
    cover.line.returnPressed.emit()
    assert locked.window.side.isEnabled()
    assert page.form.fields["name"].read_value() == "Wati"


@pytest.mark.parametrize("typed", [None, "salah", SECRET])
def test_names_are_shown_after_the_passphrase(
    locked: Rembuk, typed: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locked.desk.dialogs, "passphrase", lambda _: typed)
    locked.desk.navigation.unveil()
    assert locked.desk.guard.unlocked is (typed == SECRET)


@pytest.mark.parametrize("sign", ["key", "mouse", "typing", "nothing"])
def test_who_is_here_is_not_locked_out(qtbot, rembuk: Rembuk, sign: str) -> None:
    rembuk.desk.navigation.go("people")
    with qtbot.waitActive(rembuk.window):
        rembuk.window.activateWindow()
    guard, told = rembuk.desk.guard, []
    guard.idle.connect(lambda: told.append(1))
    guard._seen -= 3600
    handle = rembuk.window.windowHandle()
    rembuk.tasks.call(rembuk, lambda _: None, lambda _: None)  # the program itself is nobody
    if sign == "key":
        QTest.keyClick(handle, Qt.Key.Key_Down)
    elif sign == "typing":
        rembuk.window.page("people").search.setFocus()
        QTest.keyClick(handle, Qt.Key.Key_A)
    elif sign == "mouse":
        QTest.mouseMove(handle, QPoint(40, 40))
    guard.look()
    assert told == ([1] if sign == "nothing" else [])


def test_nothing_over_the_window_names_anybody_while_nobody_is_here(qtbot, locked: Rembuk) -> None:
    with qtbot.waitActive(locked.window):
        locked.window.activateWindow()
    locked.desk.navigation.say("Tersimpan: Siti", undoable=True)
    locked.window.commands.find_anything()
    assert QApplication.activePopupWidget() is not None
    asked = Question(locked.window, "Hapus Siti?", [], "Ya", "Tidak")
    asked.open()
    locked.desk.guard._seen -= 3600
    locked.desk.guard.look()
    assert QApplication.activePopupWidget() is None
    assert not asked.isVisible()
    assert asked.result() == QDialog.DialogCode.Rejected
    assert not locked.window.notice.isVisible()
    assert isinstance(locked.window.stack.currentWidget(), LockedPage)


def test_contact_data_leaves_on_purpose_only_and_is_seen_in_the_history(rembuk: Rembuk) -> None:
    rembuk.desk.navigation.go("people")
    page = rembuk.window.page("people")
    phone = next(
        row.phone
        for row in (page.model.row(i) for i in range(60))
        if row.phone and not row.sensitive
    )[-4:]
    page.list.copy()
    assert phone not in QApplication.clipboard().text()
    assert "Nomor telepon" in rembuk.window.notice._text.text()
    page.list.copy(contacts=True)
    assert phone in QApplication.clipboard().text()
    labels = [one.label for one in rembuk.tasks.database.read(history.edits, limit=10)]
    assert labels.count("Hand out contact data") == 1
