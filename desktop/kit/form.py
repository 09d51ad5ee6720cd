"""A form: fields over a draft, problems beside them, saved with Ctrl+S or the button."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from db.errors import InvalidDraftError, Problem, UserError
from desktop.desk import Desk
from desktop.kit.fields import Field, TextField
from desktop.kit.parts import button, icon_button, label, scrolling
from desktop.texts import N_

RECORD = N_("Everything about it, with its history")


class Form(QWidget):
    """Maps fields to the values of a draft and nothing more. ``saved`` carries field → value.

    ``told``: the user wants to know everything of the row, with its history.
    """

    saved = Signal(object)
    removed = Signal()
    left = Signal()
    told = Signal()

    def __init__(self, desk: Desk, *, removable: bool = True) -> None:
        super().__init__()
        self.setObjectName("form")
        self._desk = desk
        self.fields: dict[str, Field] = {}
        self.dirty = False
        self.touched: set[str] = set()
        px = desk.theme.px
        inside = QWidget()
        inside.setObjectName("form")
        self._box = QVBoxLayout(inside)
        self._box.setContentsMargins(px(20), px(16), px(20), px(16))
        self._box.setSpacing(px(12))
        self.heading = label("", "heading", wrap=True)
        self._box.addWidget(self.heading)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self._area = scrolling(inside)
        self._cover: QWidget | None = None
        self._whole = whole
        whole.addWidget(self._area, 1)
        t = desk.t
        self.remove_button = icon_button(t(N_("Remove")), "trash-2", self.removed.emit, desk.icons)
        if not removable:  # shown now it would be a window of its own
            self.remove_button.hide()
        self.record_button = icon_button(t(RECORD), "history", self.told.emit, desk.icons)
        self.record_button.hide()
        self.save_button = button(t(N_("Save")), self.save, desk.icons, kind="primary")
        keys = QKeySequence(QKeySequence.StandardKey.Save)
        self.save_button.setToolTip(keys.toString(QKeySequence.SequenceFormat.NativeText))
        self.cancel_button = button(t(N_("Cancel")), self.cancel, desk.icons)
        foot = QHBoxLayout()
        foot.setSpacing(px(8))
        foot.addWidget(self.remove_button)
        foot.addWidget(self.record_button)
        foot.addStretch(1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.save_button)
        self._steps = QVBoxLayout()
        self._foot = QWidget()
        self._foot.setObjectName("form")
        down = QVBoxLayout(self._foot)
        down.setContentsMargins(px(20), px(10), px(20), px(14))
        down.setSpacing(px(8))
        down.addLayout(self._steps)
        down.addLayout(foot)
        whole.addWidget(self._foot)
        shortcut = QShortcut(QKeySequence.StandardKey.Save, self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.save)

    def add(self, *fields: Field) -> None:
        """Fields below the last ones; two or more share a line."""
        if len(fields) == 1:
            self._box.addWidget(fields[0])
        else:
            line = QHBoxLayout()
            line.setSpacing(self._desk.theme.px(10))
            for field in fields:
                line.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
            self._box.addLayout(line)
        for field in fields:
            self._tell_apart(field)
            self.fields[field.key] = field
            if isinstance(field, TextField):
                field.entered.connect(self.focusNextChild)
            field.edited.connect(partial(self._touch, field.key))

    def _tell_apart(self, field: Field) -> None:
        """Fields of one name are told apart by their number; a screen reader does not see what stands around."""
        title = field.editor.accessibleName()
        same = sum(one.title == title for one in self.fields.values())
        if same:
            field.editor.setAccessibleName(f"{title} ({same + 1})")

    def add_widget(self, widget: QWidget) -> None:
        """Something that is no field: a heading, a list of what belongs to the row."""
        self._box.addWidget(widget)

    def section(self, title: str) -> None:
        """A heading over the fields that follow."""
        self.add_widget(label(title, "section"))

    def add_step(self, title: str, keys: str, step: Callable[[], object]) -> QPushButton:
        """A further button above the one that saves, with its keys."""
        made = button(title, step, self._desk.icons)
        made.setToolTip(QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText))
        self._steps.addWidget(made)
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(step)
        return made

    def close_box(self) -> None:
        """Push everything to the top."""
        self._box.addStretch(1)

    def cover(self, cover: QWidget | None) -> None:
        """Show something else in place of the fields; None: the fields again."""
        if self._cover is not None and self._cover is not cover:
            self._whole.removeWidget(self._cover)
            self._cover.deleteLater()
        if cover is not None and cover is not self._cover:
            self._whole.insertWidget(0, cover, 1)
        self._cover = cover
        self._area.setVisible(cover is None)
        self._foot.setVisible(cover is None)

    def show_values(self, values: dict[str, Any]) -> None:
        """Fill the fields; what has no field is left alone."""
        for key, field in self.fields.items():
            field.show_value(values.get(key))
            field.tell("")
        self.dirty = False
        self.touched.clear()

    def read_values(self) -> dict[str, Any]:
        """Field → what stands in it."""
        return {key: field.read_value() for key, field in self.fields.items()}

    def save(self) -> None:
        """Hand the values to the page."""
        self.saved.emit(self.read_values())

    def cancel(self) -> None:
        """Leave the form; what was typed is not wanted."""
        self.left.emit()

    def leave(self) -> None:
        """Leave the form by Escape, where nothing is lost by that."""
        if not self.dirty:
            self.left.emit()

    def focus(self) -> None:
        """Give the keyboard to the first field."""
        next(iter(self.fields.values())).setFocus()

    def refused(self, error: UserError) -> None:
        """Problems beside their fields, and the focus on the first; others as a notice."""
        problems = (
            error.problems
            if isinstance(error, InvalidDraftError)
            else [Problem(error.field or "", error.text, error.facts)]
        )
        for field in self.fields.values():
            field.tell("")
        told = [p for p in problems if p.field in self.fields]
        for problem in told:
            self.fields[problem.field].tell(self._desk.t(problem.text, **problem.facts))
        if told:
            self.fields[told[0].field].setFocus()
        else:
            self._desk.navigation.say(self._desk.t(problems[0].text, **problems[0].facts))

    def _touch(self, key: str) -> None:
        self.dirty = True
        self.touched.add(key)
