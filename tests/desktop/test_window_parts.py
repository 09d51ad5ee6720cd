import subprocess
import sys
import time

import pytest
from PySide6.QtCore import QModelIndex, QObject, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTableView,
    QWidget,
)

from db.errors import UserError
from db.log.changes import Changes, Done
from desktop.app import Rembuk
from desktop.inline import InlineTasks
from desktop.kit.table import Column, TableModel
from desktop.pages import PAGES
from desktop.tasks import Tasks
from desktop.theme import TOKENS
from tests.desktop.conftest import started


def test_a_void_call_of_qt_keeps_its_references(qtbot) -> None:
    """PySide6 6.12.0 on Python 3.11 loses one reference to None with every call, then aborts."""
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for number in range(2000):
        label.setText(str(number))
    assert before - sys.getrefcount(None) < 100


def test_the_shell_needs_neither_tables_nor_documents() -> None:
    told = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys, desktop.app;"
            "print([m for m in ('sqlmodel', 'sqlalchemy', 'alembic', 'pydantic', 'reportlab', 'openpyxl',"
            " 'babel', 'phonenumbers', 'typer', 'msgspec') if m in sys.modules])",
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout == "[]\n"


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", TOKENS)
@pytest.mark.parametrize(
    ("ink", "ground", "least"),
    [
        *(("ink", ground, 4.5) for ground in ("bg", "surface", "sunken", "tint", "hover", "side")),
        *(("muted", ground, 4.5) for ground in ("bg", "surface", "side", "chip", "hover")),
        ("on_primary", "primary", 4.5),
        ("tint_ink", "tint", 4.5),
        *((state, f"{state}_bg", 4.5) for state in ("ok", "warn", "bad")),
        ("bad", "surface", 4.5),
        ("notice_ink", "notice", 4.5),
        ("notice_link", "notice", 4.5),
        ("strong", "surface", 3.0),
        ("focus", "surface", 3.0),
        ("focus", "bg", 3.0),
    ],
)
def test_colours_can_be_told_apart(theme: str, ink: str, ground: str, least: float) -> None:
    tokens = TOKENS[theme]
    assert contrast(tokens[ink], tokens[ground]) >= least


def focusable(page: QWidget) -> list[QWidget]:
    kinds = (QAbstractButton, QLineEdit, QComboBox, QPlainTextEdit, QTableView)
    return [
        widget
        for widget in page.findChildren(QWidget)
        if isinstance(widget, kinds)
        and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not widget.objectName().startswith("qt_")
    ]


@pytest.mark.parametrize("theme", TOKENS)
@pytest.mark.parametrize("size", [100, 200])
def test_every_page_opens_in_every_look(qtbot, demo_copy, theme: str, size: int) -> None:
    running = started(qtbot, demo_copy, theme=theme, text_size=size)
    try:
        for entry in PAGES:
            running.desk.navigation.go(entry.key)
            QTest.qWait(10)
            image = running.window.grab().toImage()
            colours = {
                image.pixel(x, y)
                for x in range(0, image.width(), 40)
                for y in range(0, image.height(), 40)
            }
            assert len(colours) > 3, entry.key
    finally:
        running.stop()


def test_language_and_look_change_at_once(rembuk: Rembuk) -> None:
    rembuk.preferences.language, rembuk.preferences.theme = "en", "dark"
    rembuk.restyle()
    assert rembuk.desk.t.language == "en"
    assert rembuk.window.page("people").title.text() == "Members"


def test_a_hidden_page_waits_until_it_is_shown(rembuk: Rembuk) -> None:
    members = rembuk.window.page("people")
    rembuk.desk.navigation.go("people")
    assert not members.stale
    rembuk.desk.navigation.go("organizations")
    rembuk.tasks.changed.emit(Changes("x", "Change", {"person": frozenset({"y"})}))
    assert members.stale
    rembuk.desk.navigation.go("people")
    assert not members.stale


def test_a_page_does_not_reload_for_rows_it_does_not_show(rembuk: Rembuk) -> None:
    members = rembuk.window.page("people")
    rembuk.desk.navigation.go("people")
    rembuk.desk.navigation.go("organizations")
    rembuk.tasks.changed.emit(Changes("x", "Change", {"agreement": frozenset({"y"})}))
    assert not members.stale


def test_the_attendance_grid_is_filled_by_keys_and_undone(rembuk: Rembuk) -> None:
    from db.demo.shelf import key

    rembuk.desk.navigation.go("attendance", key("activity", "pelatihan-2026"))
    page = rembuk.window.page("attendance")
    page.view.setCurrentIndex(page.model.index(0, 6))
    for pressed in (Qt.Key.Key_Space, Qt.Key.Key_T, Qt.Key.Key_I, Qt.Key.Key_S, Qt.Key.Key_A):
        QTest.keyClick(page.view, pressed)
    letters = [page.model.index(row, 6).data() for row in range(5)]
    assert letters == ["H", "T", "I", "S", "A"]
    assert page.model.there(3) == 2
    rembuk.window.undo()
    assert page.model.index(4, 6).data() == ""
    page.view.setCurrentIndex(page.model.index(0, 6))
    QTest.keyClick(page.view, Qt.Key.Key_Backspace)
    assert page.model.index(0, 6).data() == ""


def test_problems_stand_beside_their_fields(rembuk: Rembuk) -> None:
    rembuk.desk.navigation.go("people")
    page = rembuk.window.page("people")
    page.add()
    page.form.fields["phone"].show_value("12")
    page.form.save()
    assert page.form.fields["name"].editor.accessibleDescription()
    assert "12" in page.form.fields["phone"].editor.accessibleDescription()


def test_searching_shows_what_is_found_and_says_when_nothing_is(rembuk: Rembuk) -> None:
    rembuk.desk.navigation.go("people")
    page = rembuk.window.page("people")
    page.search.setText("silvia")
    page.reload()
    assert [page.model.row(i).name for i in range(page.model.rowCount())] == ["Sylvia Yazid"]
    page.search.setText("zzqqxx")
    page.reload()
    assert page.list.stack.currentIndex() == 2


@pytest.mark.usefixtures("qapp")
def test_the_table_model_keeps_the_rules_of_qt_at_a_hundred_thousand_rows() -> None:
    rows = [f"row {i}" for i in range(100_000)]
    model = TableModel(
        (Column("Name", str), Column("Length", lambda row: str(len(row)))),
        lambda offset, limit, then: then(rows[offset : offset + limit]),
    )
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.restart()
    model.set_count(len(rows))
    assert model.rowCount() == 100_000
    for row, column, text in ((99_999, 0, "row 99999"), (50_000, 1, "9")):
        assert model.index(row, column).data() == "", "the window of the row is asked for"
        assert model.index(row, column).data() == text
    model.set_count(10)
    assert model.rowCount(QModelIndex()) == 10
    assert tester.model() is model


class _Slow:
    """A database whose answers take a while."""

    def read(self, query, *args):
        return query(*args)

    def close(self) -> None:
        pass


def test_a_slow_question_leaves_the_window_alive(qtbot) -> None:
    tasks, owner, got, ticks = Tasks(), QObject(), [], []
    tasks.database = _Slow()
    timer = owner.startTimer(5)
    owner.timerEvent = lambda _: ticks.append(1)
    tasks.read(owner, got.append, lambda: time.sleep(0.3) or "answer")
    qtbot.waitUntil(lambda: got == ["answer"], timeout=5000)
    owner.killTimer(timer)
    tasks.stop()
    assert len(ticks) > 10


def test_answers_come_in_the_order_they_were_asked_for(qtbot) -> None:
    tasks, owner, got = Tasks(), QObject(), []
    tasks.database = _Slow()
    for number in range(20):
        tasks.read(owner, got.append, lambda number=number: number)
    qtbot.waitUntil(lambda: len(got) == 20, timeout=5000)
    tasks.stop()
    assert got == list(range(20))


def test_an_edit_is_painted_before_it_is_carried_out_and_keeps_its_turn(qtbot) -> None:
    tasks, got = Tasks(), []

    class Shown(QLabel):
        def paintEvent(self, _) -> None:  # noqa: N802 - Qt's name
            got.append("painted")

    class Editing(_Slow):
        def edit(self, step):
            got.append(step())
            return Done(None, Changes())

    label = Shown("before")
    qtbot.addWidget(label)
    label.show()
    qtbot.waitUntil(lambda: bool(got))
    got.clear()
    tasks.database = Editing()
    label.setText("after")
    tasks.edit(label, lambda _: None, lambda: "edited")
    tasks.read(label, lambda _: None, lambda: got.append("asked after"))
    qtbot.waitUntil(lambda: "asked after" in got, timeout=5000)
    assert got == ["painted", "edited", "asked after"]
    tasks.edit(label, lambda _: None, lambda: "the last")
    tasks.stop()  # before it was painted
    assert got[-1] == "the last"


def test_a_newer_question_takes_the_place_of_an_older_one(qtbot) -> None:
    tasks, owner, got = Tasks(), QObject(), []
    tasks.database = _Slow()
    for number in range(20):
        tasks.read(
            owner, got.append, lambda number=number: time.sleep(0.01) or number, key="search"
        )
    qtbot.waitUntil(lambda: 19 in got, timeout=5000)
    tasks.stop()
    assert len(got) < 20
    assert got[-1] == 19


def test_work_beside_the_queue_lets_questions_go_first_and_ends_before_the_file_is_closed(
    qtbot,
) -> None:
    tasks, owner, got, using = Tasks(), QObject(), [], []

    class Watched(_Slow):
        def read(self, query, *args):
            assert not using, "somebody else has the connection"
            return query(*args)

        def close(self) -> None:
            got.append("closed")

    tasks.database = Watched()

    def work(_, turn) -> str:
        with turn:
            for _ in range(50):
                using.append(1)
                time.sleep(0.004)
                using.clear()
                turn.pause()
        return "beside"

    tasks.meanwhile(owner, got.append, work)
    for number in range(5):
        tasks.read(owner, got.append, lambda number=number: number)
    qtbot.waitUntil(lambda: 4 in got, timeout=5000)
    assert got == [0, 1, 2, 3, 4]
    tasks.call(owner, got.append, lambda _: "alone", alone=True)
    qtbot.waitUntil(lambda: "alone" in got, timeout=5000)
    assert got[5:] == ["beside", "alone"]
    tasks.meanwhile(owner, got.append, work)
    tasks.stop()
    qtbot.waitUntil(lambda: got.count("beside") == 2, timeout=5000)
    assert got[7:] == [
        "closed",
        "beside",
    ]  # its work was done before; the answer came with the loop


def test_what_was_answered_is_held_no_longer() -> None:
    tasks, owner, got = InlineTasks(), QObject(), []
    tasks.database = _Slow()
    for key in ("found", "rows 0", "rows 128"):
        tasks.read(owner, got.append, lambda: 1, key=key)
    tasks.read(owner, got.append, lambda: 1 / 0, key="found")
    assert got == [1, 1, 1]
    assert tasks._newest == {}


def test_answers_for_widgets_that_are_gone_are_dropped(qtbot) -> None:
    import shiboken6

    tasks, gone, other, got = Tasks(), QObject(), QObject(), []
    tasks.database = _Slow()
    tasks.read(gone, got.append, lambda: time.sleep(0.05) or "lost")
    tasks.read(other, got.append, lambda: "kept")
    shiboken6.delete(gone)
    qtbot.waitUntil(lambda: bool(got), timeout=5000)
    tasks.stop()
    assert got == ["kept"]


def test_a_refusal_goes_to_the_form_that_asked_and_a_bug_to_the_log() -> None:
    tasks, owner, refused, failed, crashed = InlineTasks(), QObject(), [], [], []
    tasks.database = _Slow()
    tasks.failed.connect(failed.append)
    tasks.crashed.connect(crashed.append)

    def refuse() -> None:
        raise UserError("No")

    def break_down() -> None:
        raise LookupError

    tasks.read(owner, print, refuse, refused=refused.append)
    tasks.read(owner, print, refuse)
    tasks.read(owner, print, break_down)
    assert [len(refused), len(failed), len(crashed)] == [1, 1, 1]


def test_the_log_of_bugs_holds_no_personal_data(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    from desktop import errors

    monkeypatch.setenv("REMBUK_HOME", str(tmp_path))
    try:
        raise ValueError("Siti Aminah 0812-3456-7890")
    except ValueError as error:
        errors.record(error)
    text = (tmp_path / errors.LOG).read_text("utf-8")
    assert "ValueError" in text
    assert "Aminah" not in text
    assert "0812" not in text
