"""One protected member, connected with everything: no page, popup, notice or screen reader names her until asked."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QLineEdit, QWidget

from db.edits import people
from db.edits.people import PersonDraft
from db.engine import Reader
from db.queries import records
from db.queries.record_names import NAMES, THINGS
from desktop.app import Rembuk
from desktop.finder import Finder
from desktop.kit.fields import SearchLine
from desktop.kit.filters import Filters
from desktop.kit.places import PAGES_OF, place_of
from desktop.pages import PAGES
from tests.db import intentions
from tests.desktop import scenes

NAME, NICK, PHONE, EMAIL, VILLAGE = "Zyrafona", "Qwelkani", "899777123", "zyrmail", "Vexdusun"
MARKS = (NAME, NICK, PHONE, EMAIL, VILLAGE)
ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)
_SAYS = ("accessibleName", "accessibleDescription", "toolTip", "whatsThis", "windowTitle", "text")
_SAYS += ("placeholderText", "toPlainText", "currentText", "title")
# Where a reference is no place that names her: who is merged is in no list.
_APART = {("person", "merged_into")}


def pointing(reader: Reader) -> list[tuple[str, str]]:
    """Every column of every table that points to a person."""
    return [
        (table, column)
        for table in records.exchanged(reader)
        for column, target in records.references(reader, table).items()
        if target == "person" and (table, column) not in _APART
    ]


@pytest.fixture
def hidden(rembuk: Rembuk) -> tuple[str, list[tuple[str, str]]]:
    """The id of a protected member, and the rows that point to her: one of every kind that there is."""
    database = rembuk.tasks.database
    draft = PersonDraft(
        name=f"{NAME} Uji",
        nickname=NICK,
        phone=f"+62{PHONE}",
        email=f"{EMAIL}@contoh.id",
        village=VILLAGE,
        birth="1990-05-01",
        sensitive=True,
    )
    person = str(database.edit(people.add, draft).value)
    twin = PersonDraft(name=f"{NAME} Uji", phone=f"+62{PHONE}", village=VILLAGE, sensitive=True)
    database.edit(people.add, twin)
    database.edit(people.change, person, draft)
    rows = []
    for table, column in database.read(pointing):
        found = database.read(
            lambda r, t=table, c=column: r.value(
                f"SELECT id FROM {t} WHERE removed = 0 ORDER BY {c} IS NULL, id LIMIT 1"
            )
        )
        if found is not None:
            step = f"UPDATE {table} SET {column} = :person WHERE id = :row"
            database.edit(intentions.run, step, person=person, row=found)
            rows.append((table, str(found)))
    form = {"name": f"{NAME} Uji", "village": VILLAGE}
    database.keep("PersonDraft", person, form)
    return person, rows


def test_no_page_names_who_is_protected_until_somebody_asks(
    rembuk: Rembuk, hidden: tuple[str, list[tuple[str, str]]]
) -> None:
    person, rows = hidden
    tables = {table for table, _ in rows}
    assert {"affiliation", "participation", "action_step", "quote", "forum_member"} <= tables
    places = [*walk(rembuk, person, rows)]
    told = {
        (page, mark, text) for page, row in places for mark, text in named(at(rembuk, page, row))
    }
    assert not told, sorted(told)
    for typed in (NAME.lower(), PHONE, VILLAGE.lower()):
        assert list(named(searched(rembuk, typed), without=typed)) == []
    rembuk.desk.navigation.unveil()
    born = "SELECT edit FROM change WHERE row_id = ? ORDER BY stamp LIMIT 1"
    edit = rembuk.tasks.database.read(lambda r: r.value(born, (person,)))
    shown = {"people": person, "duplicates": None, "records": f"person:{person}", "history": edit}
    for page, row in shown.items():
        assert any(mark == NAME for mark, _ in named(at(rembuk, page, row))), page


def test_no_suggestion_and_no_filter_names_who_is_protected(
    rembuk: Rembuk, hidden: tuple[str, list[tuple[str, str]]], tmp_path: Path
) -> None:
    assert hidden
    told, offered = set(), 0
    for walked in (scenes.pages, scenes.forms, scenes.children):
        for scene, root in walked(rembuk, tmp_path):
            for line in root.findChildren(SearchLine):
                if not line.isVisible():
                    continue
                for typed in (NAME.lower(), PHONE, VILLAGE.lower()):
                    line.setFocus()
                    line.setText(typed)
                    line._ask(typed)
                    offered += line.completer().model().rowCount()
                    told |= {(scene, *one) for one in named(everything(rembuk), without=typed)}
                    line.completer().popup().hide()
                line.clear()
    for key in (entry.key for entry in PAGES):
        page: Any = rembuk.window.page(key)
        filters = getattr(page, "filters", None)
        if not isinstance(filters, Filters):
            continue
        rembuk.desk.navigation.go(key, scenes.ACTIVITY)
        for facet in filters._listing.facets:
            filters.open_facet(facet)
            told |= {(f"{key}: {facet.key}", *one) for one in named(everything(rembuk))}
            scenes.popup().close()
    assert not told, sorted(told)
    assert offered > 10


def walk(
    rembuk: Rembuk, person: str, rows: list[tuple[str, str]]
) -> Iterator[tuple[str, str | None]]:
    """Every page by itself, and the places of the rows that point to her."""
    database = rembuk.tasks.database
    yield from ((entry.key, None) for entry in PAGES)
    yield "people", person
    yield "records", f"person:{person}"
    for table, row in rows:
        if table in THINGS:
            yield place_of(table, row)
            yield "records", f"{table}:{row}"
        values = database.read(lambda r, t=table, i=row: records.Names(r).values(t, i))
        for column, target in database.read(records.references, table).items():
            if target in PAGES_OF and target != "person" and values[column]:
                yield place_of(target, values[column])
                yield "records", f"{target}:{values[column]}"
                if target == "activity":
                    for part in ("sessions", "participants", "attendance", "results", "files"):
                        yield part, values[column]
    for edit in database.read(lambda r: r.rows(str, "SELECT id FROM edit ORDER BY stamp DESC")):
        yield "history", edit
    assert set(NAMES) >= {table for table, _ in rows}


def at(rembuk: Rembuk, page: str, row: str | None) -> list[str]:
    rembuk.desk.navigation.go(page, row)
    shown: Any = rembuk.window.page(page)
    table = getattr(shown, "table", None)
    said = everything(rembuk)
    if row is None and hasattr(shown, "panel") and table is not None and table.model().rowCount():
        for place in range(min(table.model().rowCount(), 20)):
            table.setCurrentIndex(table.model().index(place, 0))
            said += everything(rembuk)
    return said


def searched(rembuk: Rembuk, typed: str) -> list[str]:
    """What the search for anything shows."""
    rembuk.desk.navigation.go("home")
    finder = Finder(rembuk.desk, rembuk.window, ())
    finder.open_over(rembuk.window)
    finder.line.setText(typed)
    finder._ask()
    assert finder.list.count() > 0
    said = everything(rembuk)
    finder.close()
    return said


def everything(rembuk: Rembuk) -> list[str]:
    """Every text that can be seen or read aloud now, window by window."""
    QApplication.processEvents()
    said: list[str] = [rembuk.window.windowTitle(), rembuk.window.notice._text.text()]
    for widget in QApplication.allWidgets():
        if widget.isVisible():
            said += _texts(widget)
    return said


def _texts(widget: QWidget) -> Iterator[str]:
    for name in _SAYS:
        found = getattr(widget, name, None)
        if callable(found):
            yield str(found())
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(place) for place in range(widget.count()))
    if isinstance(widget, QLineEdit) and widget.completer() is not None:
        yield from _cells(widget.completer().model())
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from _cells(widget.model())


def _cells(model: QAbstractItemModel, parent: QModelIndex | None = None) -> Iterator[str]:
    above = parent or QModelIndex()
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(above)
    for line in range(min(model.rowCount(above), 400)):
        for column in range(columns):
            yield from (str(model.index(line, column, above).data(role) or "") for role in ROLES)


def named(texts: list[str], without: str = "") -> Iterator[tuple[str, str]]:
    """The marks that are told, and where."""
    for text in dict.fromkeys(texts):
        if text != without:
            yield from ((mark, text[:200]) for mark in MARKS if mark.lower() in text.lower())
