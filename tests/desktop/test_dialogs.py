"""Questions as they stand on the screen, answered by keys."""

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,  # noqa: TID251 - looked at, not asked with
    QLabel,
    QLineEdit,
)

from desktop.app import Rembuk
from desktop.kit.dialogs import DIFFERENT, OTHER, Dialogs
from desktop.kit.question import Question
from desktop.texts import translator


@pytest.fixture
def dialogs(rembuk: Rembuk) -> Dialogs:
    made = Dialogs(translator("id"))
    made.parent = rembuk.window
    return made


def asked() -> Question:
    found = QApplication.activeModalWidget()
    assert isinstance(found, Question)
    return found


def press(*keys: str | Qt.Key) -> Callable[[], None]:
    """Type into whatever has the focus of the question."""

    def hands() -> None:
        for key in keys:
            focus = asked().focusWidget()
            if isinstance(key, str):
                QTest.keyClicks(focus, key)
            else:
                QTest.keyClick(focus, key)

    return hands


def later(*steps: Callable[[], None]) -> None:
    """Carry out the steps one after the other once the question is there; a step that fails ends it."""

    def carry_out(number: int) -> None:
        question = QApplication.activeModalWidget()
        if question is None or question.focusWidget() is None:
            QTimer.singleShot(10, partial(carry_out, number))
            return
        try:
            steps[number]()
        except BaseException:
            question.reject()
            raise
        if number + 1 < len(steps):
            QTimer.singleShot(0, partial(carry_out, number + 1))
        elif question.isVisible():
            question.reject()  # not answered: the assertion says so

    QTimer.singleShot(0, partial(carry_out, 0))


def test_a_new_passphrase_is_typed_twice(dialogs: Dialogs) -> None:
    later(press("rahasia", Qt.Key.Key_Tab, "rahasia", Qt.Key.Key_Return))
    assert dialogs.fresh_passphrase("Kata sandi?") == "rahasia"


def test_two_different_passphrases_are_asked_for_again(dialogs: Dialogs) -> None:
    said: list[str] = []
    later(
        press("rahasia", Qt.Key.Key_Tab, "rahasiq", Qt.Key.Key_Return),
        lambda: said.append(asked().problem.text()),
        press(Qt.Key.Key_Tab, "rahasia", Qt.Key.Key_Return),  # Tab marks what is there
    )
    assert dialogs.fresh_passphrase("Kata sandi?") == "rahasia"
    assert said == [translator("id")(DIFFERENT)]


def test_no_passphrase_is_an_answer_and_escape_is_none(dialogs: Dialogs) -> None:
    later(press(Qt.Key.Key_Return))
    assert dialogs.fresh_passphrase("Kata sandi?") == ""
    later(press("rahasia", Qt.Key.Key_Escape))
    assert dialogs.fresh_passphrase("Kata sandi?") is None


def test_a_passphrase_is_hidden_until_somebody_wants_to_see_it(dialogs: Dialogs) -> None:
    seen: list[QLineEdit.EchoMode] = []

    def look() -> None:
        seen.append(asked().findChild(QLineEdit).echoMode())

    later(look, press("kata", Qt.Key.Key_Tab, Qt.Key.Key_Space), look, press(Qt.Key.Key_Return))
    assert dialogs.passphrase("Kata sandi?") == "kata"
    assert seen == [QLineEdit.EchoMode.Password, QLineEdit.EchoMode.Normal]


def test_one_of_several_is_chosen_by_arrows(dialogs: Dialogs) -> None:
    later(press(Qt.Key.Key_Down, Qt.Key.Key_Return))
    assert dialogs.choose("Yang mana?", ["satu", "dua", "tiga"], "Lanjut", "Lain") == 1
    later(press(Qt.Key.Key_Escape))
    assert dialogs.choose("Yang mana?", ["satu"], "Lanjut", "Lain") is None
    later(lambda: asked().buttons.buttons()[-1].click())
    assert dialogs.choose("Yang mana?", [], "Lanjut", "Lain") in (OTHER, None)


def test_a_line_that_is_offered_is_replaced_by_typing(dialogs: Dialogs) -> None:
    later(press("baru", Qt.Key.Key_Return))
    assert dialogs.text("Nama?", "lama") == "baru"


def test_what_must_be_read_is_closed_by_enter(dialogs: Dialogs) -> None:
    later(press(Qt.Key.Key_Return))
    dialogs.tell("Sudah.")


@pytest.mark.parametrize(("language", "word"), [("id", "&Nama berkas:"), ("en", "File &name:")])
def test_the_file_dialog_of_qt_speaks_the_language_of_the_window(
    rembuk: Rembuk, language: str, word: str
) -> None:
    rembuk.preferences.language = language
    rembuk.restyle()
    dialog = QFileDialog(rembuk.window)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    assert word in [one.text() for one in dialog.findChildren(QLabel)]
    dialog.deleteLater()
