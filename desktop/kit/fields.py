"""Fields of forms: each shows and reads one value, with its label above and its problem below."""

import contextlib
from collections.abc import Callable
from functools import partial
from typing import Any, Protocol

from PySide6.QtCore import QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QCompleter,
    QVBoxLayout,
    QWidget,
)

from db.errors import UserError
from desktop.desk import Desk
from desktop.kit.check_box import CheckBox
from desktop.kit.parts import label
from desktop.kit.typing import Line, Text
from desktop.texts import N_

Options = list[tuple[Any, str]]
REQUIRED = N_("Must be filled in")


class Field(QWidget):
    """Base: ``show_value``, ``read_value``, and a problem beside it. ``edited`` when the user changes it."""

    edited = Signal()

    def __init__(
        self, desk: Desk, key: str, title: str, editor: QWidget, *, required: bool = False
    ) -> None:
        super().__init__()
        self.key, self.title, self.editor = key, title, editor
        said = f"{title} *" if required else title
        editor.setAccessibleName(title)
        self._about = desk.t(REQUIRED) if required else ""
        editor.setAccessibleDescription(self._about)
        self._label = label(said, "label", wrap=True)
        self._label.setBuddy(editor)
        self._problem = label("", "problem", wrap=True)
        self._problem.hide()
        editor.setMinimumWidth(desk.theme.px(80))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(desk.theme.px(4))
        for widget in (self._label, editor, self._problem):
            box.addWidget(widget)
        self.setFocusProxy(editor)

    def show_value(self, value: Any) -> None:
        """Put a value into the editor."""
        raise TypeError(value)

    def read_value(self) -> Any:
        """What stands in the editor; None where it is empty."""
        raise TypeError(self.key)

    def tell(self, problem: str) -> None:
        """Say what is wrong below the editor; an empty text takes it away."""
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        self.editor.setProperty("bad", bool(problem))
        # Where the editor is a box of several, the one that takes the keyboard says it.
        spoken = self.focusProxy() or self.editor
        spoken.setAccessibleDescription(problem or self._about)
        self.editor.style().unpolish(self.editor)
        self.editor.style().polish(self.editor)


class TextField(Field):
    """One line of text. ``entered``: Enter was pressed in it."""

    entered = Signal()

    def __init__(
        self, desk: Desk, key: str, title: str, *, required: bool = False, hint: str = ""
    ) -> None:
        self._line = Line()
        self._line.setPlaceholderText(hint)
        super().__init__(desk, key, title, self._line, required=required)
        self._line.textEdited.connect(self.edited)
        self._line.returnPressed.connect(self.entered)

    def show_value(self, value: Any) -> None:
        self._line.setText("" if value is None else str(value))
        self._line.setCursorPosition(0)

    def read_value(self) -> Any:
        return self._line.text().strip() or None


class DateField(TextField):
    """A date typed as people write it; shown in words of the language."""

    def __init__(self, desk: Desk, key: str, title: str, *, hint: str = "") -> None:
        super().__init__(desk, key, title, hint=hint)
        self._t = desk.t

    def show_value(self, value: Any) -> None:
        from db.rules.dates import stored

        date = None
        with contextlib.suppress(UserError):  # what was typed and not saved may be no date
            date = stored(value)
        super().show_value(self._t.date(date.first, date.precision) if date else value)


class NumberField(TextField):
    """A whole number; what is no number stays as text for the check to refuse."""

    def read_value(self) -> Any:
        text = super().read_value()
        return int(text) if text is not None and text.lstrip("-").isdigit() else text


class DecimalField(TextField):
    """A number that may have decimals, in the way of the language; what is no number stays for the check to refuse."""

    def __init__(self, desk: Desk, key: str, title: str) -> None:
        super().__init__(desk, key, title)
        self._t = desk.t

    def show_value(self, value: Any) -> None:
        super().show_value(self._t.short_number(value) if isinstance(value, int | float) else value)

    def read_value(self) -> Any:
        text = super().read_value()
        return None if text is None else self._t.typed_number(text)


class LongField(Field):
    """Several lines of text."""

    def __init__(self, desk: Desk, key: str, title: str, *, lines: int = 3) -> None:
        self._text = Text()
        self._text.setFixedHeight(desk.theme.px(18 * lines + 16))
        super().__init__(desk, key, title, self._text)
        self._text.textChanged.connect(self._changed)
        self._showing = False

    def show_value(self, value: Any) -> None:
        self._showing = True
        self._text.setPlainText(value or "")
        self._showing = False

    def read_value(self) -> Any:
        return self._text.toPlainText().strip() or None

    def _changed(self) -> None:
        if not self._showing:
            self.edited.emit()


class ChoiceField(Field):
    """One of a few answers; the first is 'not stated' where ``empty`` says how to name it."""

    def __init__(
        self,
        desk: Desk,
        key: str,
        title: str,
        options: Options,
        *,
        empty: str | None = None,
        required: bool = False,
    ) -> None:
        self._combo = QComboBox()
        self._combo.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._combo.setMinimumContentsLength(6)
        super().__init__(desk, key, title, self._combo, required=required)
        self._desk = desk
        self._empty = empty
        self.set_options(options)
        self._combo.activated.connect(lambda _: self.edited.emit())

    def set_options(self, options: Options) -> None:
        """Offer other answers; the chosen one stays where it is still there."""
        chosen = self.read_value() if self._combo.count() else None
        self._combo.clear()
        if self._empty is not None:
            self._combo.addItem(self._empty, None)
        for value, text in options:
            self._combo.addItem(text, value)
        self.show_value(chosen)

    def show_value(self, value: Any) -> None:
        position = self._combo.findData(value)
        if position < 0 and value is not None:
            self._combo.addItem(str(value), value)
            position = self._combo.count() - 1
            if ":" in str(value):
                self._ask_name(str(value))
        self._combo.setCurrentIndex(max(position, 0))

    def read_value(self) -> Any:
        return self._combo.currentData()

    def _ask_name(self, term: str) -> None:
        """A word that was hidden is offered no more; where it was chosen it still has its name."""
        from db.queries import vocabularies

        def name(labels: tuple[str, str] | None) -> None:
            position = self._combo.findData(term)
            if labels is not None and position >= 0:
                self._combo.setItemText(position, self._desk.t.label(labels))

        self._desk.tasks.read(self, name, vocabularies.label, term, key="name")


class CheckField(Field):
    """Yes or no."""

    def __init__(self, desk: Desk, key: str, title: str) -> None:
        self._box = CheckBox(title)
        super().__init__(desk, key, title, self._box)
        self._label.hide()
        self._box.clicked.connect(lambda _: self.edited.emit())

    def show_value(self, value: Any) -> None:
        self._box.setChecked(bool(value))

    def read_value(self) -> Any:
        return self._box.isChecked()


Suggest = Callable[..., list[Any]]


class SearchLine(Line):
    """A line that looks up what is typed; ``picked`` tells the id that was chosen, ``entered`` other text."""

    picked = Signal(str)
    entered = Signal(str)

    def __init__(self, desk: Desk, suggest: Suggest, say: Callable[[Any], str], hint: str) -> None:
        super().__init__()
        self._desk, self._suggest, self._say = desk, suggest, say
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self._found: dict[str, str] = {}
        self._words = QStringListModel(self)
        self._completer = QCompleter(self._words, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.activated[str].connect(self._choose)  # type: ignore[index]  # overloaded in Qt
        self.setCompleter(self._completer)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(120)
        self._wait.timeout.connect(self._look)
        self.textEdited.connect(lambda _: self._wait.start())
        self.returnPressed.connect(self._enter)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """The arrow down offers the first ones where nothing is typed."""
        if event.key() == Qt.Key.Key_Down and not self.text().strip():
            self._ask("")
        else:
            super().keyPressEvent(event)

    def _look(self) -> None:
        text = self.text().strip()
        if text:
            self._ask(text)

    def _ask(self, text: str) -> None:
        self._desk.tasks.read(self, partial(self._offer, text), self._suggest, text, key="suggest")

    def _offer(self, text: str, found: list[Any]) -> None:
        """What comes after the line went on to something else is not offered any more."""
        if text != self.text().strip():
            return
        self._found = {self._say(one): one.id for one in found}
        self._words.setStringList(list(self._found))
        if found and self._is_typed_into():
            popup = self._completer.popup()
            if popup is not None and not popup.styleSheet():
                popup.setStyleSheet(self.window().styleSheet())  # it has no parent to take it from
            self._completer.complete()

    def _is_typed_into(self) -> bool:
        """Whether keys go here. A popup has them without being the active window, and says it has no focus."""
        window = self.window()
        on_top = window.isActiveWindow() or window is QApplication.activePopupWidget()
        return on_top and window.focusWidget() is self

    def _choose(self, text: str) -> None:
        if text in self._found:
            self.picked.emit(self._found[text])

    def _enter(self) -> None:
        self._wait.stop()
        text = self.text().strip()
        if not text:
            return
        if text in self._found:
            self.picked.emit(self._found[text])
        else:
            self.entered.emit(text)


class Picked(Protocol):
    """What suggests rows of a table, and how one of them is said."""

    @property
    def table(self) -> str:
        """Name of the table."""

    @property
    def suggest(self) -> Suggest:
        """The question that some letters are asked with."""

    @property
    def say(self) -> Callable[[Any], str]:
        """What a row is called."""


class PickField(Field):
    """Something of the workspace, found by typing some of its letters."""

    def __init__(self, desk: Desk, key: str, title: str, pick: Picked, hint: str) -> None:
        self._line = SearchLine(desk, pick.suggest, pick.say, hint)
        super().__init__(desk, key, title, self._line)
        self.table, self.id_name = pick.table, ""
        self._value: str | None = None
        self._line.picked.connect(self._pick)
        self._line.textEdited.connect(self._typed)

    def show_value(self, value: Any) -> None:
        """``(id, name)``, or None."""
        self._value = value[0] if value else None
        self._line.setText(value[1] if value else "")
        self._line.setCursorPosition(0)

    def read_value(self) -> Any:
        return self._value

    def _pick(self, chosen: str) -> None:
        self._value = chosen
        self.edited.emit()

    def _typed(self, text: str) -> None:
        if not text.strip():
            self._value = None
            self.edited.emit()
