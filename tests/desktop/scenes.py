"""Everything the window can show, one scene after the other: pages with their rows and forms, popups, first pages."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from db.demo.shelf import key
from db.queries import people
from desktop.app import Rembuk
from desktop.home.reach import WAIT
from desktop.join import JoinPage
from desktop.kit.list_page import ListPage
from desktop.locked import LockedPage
from desktop.pages import PAGES
from desktop.settings import PARTS
from desktop.start import StartPage
from tests.db.imports.lists import workbook

ACTIVITY = key("activity", "pelatihan-2026")
LIST = (
    ("No", "Nama", "L/P", "Lembaga", "Kab/Kota", "HP"),
    (1, "Dewi Kusumaningtyas", "P", "Lembaga Contoh Satu", "Kabupaten Batang", "08120000001"),
    (2, "Dewi", "", "", "Kabupaten Batang", "x"),
)
Scene = tuple[str, QWidget]
TURNS = 4


def settle() -> None:
    """Let layouts and delayed reloads come to rest; each layout tells the one around it in the next turn."""
    loop = QEventLoop()
    for _ in range(TURNS):
        QTimer.singleShot(0, loop.quit)
        loop.exec()


def popup() -> QWidget:
    """What lies over the window."""
    found = QApplication.activePopupWidget()
    assert found is not None
    return found


def scenes(rembuk: Rembuk, folder: Path) -> Iterator[Scene]:
    """Every one, each settled."""
    for walk in (pages, forms, children, popups, settings, imports, first_pages):
        for name, root in walk(rembuk, folder):
            settle()
            yield name, root


def pages(rembuk: Rembuk, _: Path) -> Iterator[Scene]:
    """Each page as it opens, with the row that it needs."""
    for entry in PAGES:
        rembuk.desk.navigation.go(entry.key, ACTIVITY if entry.needs_row else None)
        if entry.key == "home":
            QTest.qWait(2 * WAIT)  # the months are asked for when somebody stays
        yield entry.key, rembuk.window.page(entry.key)


def forms(rembuk: Rembuk, _: Path) -> Iterator[Scene]:
    """Each list with the form of its first row, then with that of a new one."""
    for entry in PAGES:
        page: Any = rembuk.window.page(entry.key)
        if not isinstance(page, ListPage):
            continue
        rembuk.desk.navigation.go(entry.key, ACTIVITY if entry.needs_row else None)
        if page.model.rowCount():
            page.table.setCurrentIndex(page.model.index(0, 0))
            yield f"{entry.key}: first row", page
        if page.words.new:
            page.add()
            yield f"{entry.key}: new row", page
        page.hide_detail()


def children(rembuk: Rembuk, _: Path) -> Iterator[Scene]:
    """What belongs to a row: consent, commitment, extension, indicator, step, visit, session, file."""
    go = rembuk.desk.navigation.go
    person = rembuk.tasks.database.read(people.page, limit=1)[0].id

    def opened(page_key: str, open_first: bool, step: Callable[[Any], object]) -> Scene:
        page: Any = rembuk.window.page(page_key)
        if open_first:
            page.table.setCurrentIndex(page.model.index(0, 0))
        step(page)
        return f"{page_key}: child", page

    for page_key, step in (
        ("agreements", lambda page: page.promise("")),
        ("programmes", lambda page: page.measure("")),
        ("plans", lambda page: page.step("")),
        ("plans", lambda page: page.visit("")),
        ("plans", lambda page: page.show_progress()),
    ):
        go(page_key)
        yield opened(page_key, True, step)
        rembuk.window.page(page_key).hide_detail()
    go("sessions", ACTIVITY)
    yield opened("sessions", False, lambda page: page.add())
    go("attendance", ACTIVITY)
    yield opened("attendance", False, lambda page: page.show_details())
    go("records", f"person:{person}")
    yield "records: one", rembuk.window.page("records")


def popups(rembuk: Rembuk, _: Path) -> Iterator[Scene]:
    """What opens over the window."""
    rembuk.desk.navigation.go("people")
    page: Any = rembuk.window.page("people")
    for name, step in (
        ("choices", lambda: page.filters.open_facet(page.filters._listing.facets[0])),
        ("columns", page.list.view_choice.open),
        ("kept filters", page.filters.open_kept),
        ("finder", rembuk.window.commands.find_anything),
        ("keys", rembuk.window.commands.show_keys),
    ):
        step()
        yield name, popup()
        popup().close()
    page.table.selectAll()
    yield "many", page
    page.table.clearSelection()


def settings(rembuk: Rembuk, _: Path) -> Iterator[Scene]:
    """The parts of the settings."""
    rembuk.desk.navigation.go("settings")
    page: Any = rembuk.window.page("settings")
    for place, part in enumerate(PARTS):
        page.parts.setCurrentRow(place)
        yield f"settings: {part.key}", page


def imports(rembuk: Rembuk, folder: Path) -> Iterator[Scene]:
    """The steps of an import."""
    rembuk.desk.navigation.go("imports")
    page: Any = rembuk.window.page("imports")
    page.load(workbook(folder / "anggota.xlsx", list(LIST)))
    yield "imports: preview", page
    page.lines.table.setCurrentIndex(page.lines.model.index(0, 0))
    yield "imports: line", page
    page.show_columns()
    yield "imports: columns", page


def first_pages(rembuk: Rembuk, _: Path) -> Iterator[Scene]:
    """What stands in the window while no workspace is open, or nobody is here."""
    for name, kind in (("start", StartPage), ("join", JoinPage), ("locked", LockedPage)):
        made = kind(rembuk.desk)
        rembuk.window.show_start(made)
        yield name, made
        rembuk.window.show_pages_again()


def empty_pages(rembuk: Rembuk) -> Iterator[Scene]:
    """The pages of a workspace with nothing in it."""
    for entry in PAGES:
        if not entry.needs_row:
            rembuk.desk.navigation.go(entry.key)
            settle()
            yield f"{entry.key}: empty", rembuk.window.page(entry.key)


def can_focus(root: QWidget) -> list[QWidget]:
    """What the keyboard can reach on it now, by what Qt says of each widget."""
    return [one for one in root.findChildren(QWidget) if reached(one)]


def reached(widget: QWidget) -> bool:
    """Whether Tab has to come to it; of buttons that take turns it comes to the chosen one."""
    if not widget.isVisible() or not widget.isEnabled() or widget.focusProxy() is not None:
        return False
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    if group is not None and group.exclusive() and group.checkedButton() not in (None, widget):
        return False
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
