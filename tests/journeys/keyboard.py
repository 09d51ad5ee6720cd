"""The hands of somebody who has a keyboard and no mouse: keys go to the window that is in front, as the system sends them."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QDialog, QMainWindow, QWidget

LONG = 20_000
FAR = 30  # presses of Tab after which nobody goes on looking
_PRESS = QTest.KeyAction.Click


class Hands:
    """Presses, types, and waits for what the eyes see."""

    def __init__(self, qtbot) -> None:
        self._qtbot = qtbot
        self._answers: list[str] = []
        self._timer = QTimer()
        self._timer.setInterval(20)
        self._timer.timeout.connect(self._answer)

    def press(self, *keys: str, times: int = 1) -> None:
        """Press keys by their names, like "Ctrl+N", one after the other."""
        for name in keys * times:
            found = QKeySequence(name)[0]
            text = chr(found.key()).lower() if len(name) == 1 else ""
            QTest.sendKeyEvent(_PRESS, _front(), found.key(), text, found.keyboardModifiers())

    def type(self, text: str) -> None:
        """Type letters; a tabulator goes to the next field."""
        for letter in text:
            if letter == "\t":
                self.press("Tab")
            else:
                code = Qt.Key(ord(letter.upper()))
                QTest.sendKeyEvent(_PRESS, _front(), code, letter, Qt.KeyboardModifier.NoModifier)

    def fill(self, **fields: str) -> None:
        """Go with Tab to each field by its name (blanks as _), and type into it."""
        for name, text in fields.items():
            self.tab_to(name.replace("_", " "))
            self.type(text)

    def tab_to(self, name: str, *, back: bool = False) -> None:
        """Press Tab until the focus has this accessible name; never through half of the window."""
        seen = [self.focus]
        while self.focus != name:
            self.press("Shift+Tab" if back else "Tab")
            seen.append(self.focus)
            assert len(seen) <= FAR, f"{name!r} is too far away: {seen}"

    @property
    def focus(self) -> str:
        """The accessible name of what has the keyboard."""
        widget = _focused()
        return "" if widget is None else widget.accessibleName()

    @property
    def offered(self) -> list[str]:
        """What is offered below the line that is typed into."""
        popup = QApplication.activePopupWidget()
        around = popup is not None and not isinstance(popup, QAbstractItemView)
        view = popup.findChild(QAbstractItemView) if around else popup
        model = view.model() if isinstance(view, QAbstractItemView) else None
        rows = range(0 if model is None else model.rowCount())
        return [str(model.index(row, 0).data()) for row in rows]

    def wait_for(self, seen: Callable[[], object]) -> None:
        """Wait until something is so."""
        self._qtbot.waitUntil(lambda: bool(_front() and seen()), timeout=LONG)

    def wait_focus(self, name: str) -> None:
        """Wait until something has the keyboard, by its accessible name."""
        try:
            self.wait_for(lambda: self.focus == name)
        except Exception as error:
            said = f"{self.focus!r} of {_focused()} has the keyboard, not {name!r}"
            raise AssertionError(said) from error

    def will_answer(self, *answers: str | Path) -> None:
        """Lay ready what is typed, with Enter behind it, into the questions that come next."""
        self._answers += [str(answer) for answer in answers]
        self._timer.start()

    def _answer(self) -> None:
        asked = QApplication.activeModalWidget()
        ready = asked is not None and asked.isActiveWindow() and QGuiApplication.focusWindow()
        if not (ready and self._answers and QApplication.focusWidget()):
            return
        answer = self._answers.pop(0)
        if not self._answers:
            self._timer.stop()
        try:
            self.type(answer)
            self.press("Return")
        finally:
            if asked is QApplication.activeModalWidget() and isinstance(asked, QDialog):
                text = asked.accessibleName() or asked.windowTitle()
                asked.reject()
                raise AssertionError(f"not answered: {text}")

    def rest(self) -> None:
        """Every question that was expected was asked."""
        self._timer.stop()
        assert self._answers == []


def _front() -> QWindow:
    if QGuiApplication.focusWindow() is None:
        # A window manager gives the keyboard back when a question is gone; the offscreen platform has none.
        shown = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
        windows = [one for one in shown if isinstance(one, QMainWindow)]
        assert len(windows) == 1, f"it is not clear which window is in front: {shown}"
        windows[0].activateWindow()
    window = QGuiApplication.focusWindow()
    assert window is not None, "no window is in front"
    return window


def _focused() -> QWidget | None:
    popup = QApplication.activePopupWidget()
    if popup is not None and popup.focusWidget() is not None:
        return popup.focusWidget()
    return QApplication.focusWidget()
