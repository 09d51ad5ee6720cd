"""Ctrl+Z in a line takes back what was typed there, and beyond that what was done."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from db.queries import organizations
from desktop.app import Rembuk

UNDO = (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


@pytest.mark.parametrize("field", ["name", "address"])
def test_undo_in_a_field_goes_on_to_what_was_saved(qtbot, rembuk: Rembuk, field: str) -> None:
    def known() -> int:
        return rembuk.tasks.database.read(organizations.count, search_text="yayasan melati")

    rembuk.desk.navigation.go("organizations")
    with qtbot.waitActive(rembuk.window):
        rembuk.window.activateWindow()
    page = rembuk.window.page("organizations")
    page.add()
    keys = rembuk.window.windowHandle()
    editor = page.form.fields[field].editor
    editor.setFocus()
    QTest.keyClick(keys, Qt.Key.Key_X)
    assert page.form.fields[field].read_value() == "x"
    QTest.keyClick(keys, *UNDO)
    assert page.form.fields[field].read_value() is None
    QTest.keyClicks(page.form.fields["name"].editor, "Yayasan Melati")
    page.form.save()
    assert known() == 1
    editor.setFocus()
    QTest.keyClick(keys, *UNDO)
    assert known() == 0
