"""Pictures of every page of the window, for the manual and for those who have no display. Needs none itself."""

import itertools
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from PySide6.QtCore import (
    QEventLoop,
    QMessageLogContext,
    QSize,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from db.database import Database
from db.errors import UserError
from db.queries import activities, people, workspace_info
from desktop.app import Rembuk
from desktop.inline import InlineTasks
from desktop.kit.dialogs import Dialogs
from desktop.kit.list_page import ListPage
from desktop.pages import PAGES
from desktop.preferences import Preferences
from desktop.theme import TOKENS, load_fonts
from resources.texts import LANGUAGES

__all__ = ["LANGUAGES", "SHAPES", "THEMES", "grab_all"]

THEMES = tuple(TOKENS)
START = "start"
OFFICE, FIELD = "Kantor", "Laptop lapangan"
_TURN, _MOST = 10, 300  # milliseconds of a turn, turns at the most
_TURNS = 60  # turns of layouts, and of what comes piece by piece
_SOON = 1000  # milliseconds; what waits longer, as a notice that goes away, is not waited for


@dataclass(frozen=True, slots=True)
class Shape:
    """A window: its name, its width and height in pixels, and the size of its text in percent."""

    name: str
    size: QSize
    text: int


SHAPES = (
    Shape("1366x768", QSize(1366, 768), 100),
    Shape("1920x1080", QSize(1920, 1080), 100),
    Shape("1366x768-200", QSize(1366, 768), 200),
)
USUAL = SHAPES[0]


class _Silent(Dialogs):
    """A picture has nobody who answers: what would be asked ends the work instead."""

    def passphrase(self, sentence: str) -> str | None:
        raise UserError(sentence)

    def fresh_passphrase(self, sentence: str) -> str | None:
        raise UserError(sentence)

    def tell(self, sentence: str) -> None:
        raise UserError(sentence)


class _Unsaved(Preferences):
    """Pictures change nothing of what this user prefers."""

    def save(self) -> None:
        """Nothing is kept."""


def grab_all(
    database_path: Path,
    out_folder: Path,
    languages: Sequence[str] = LANGUAGES,
    themes: Sequence[str] = THEMES,
    shapes: Sequence[Shape] = (USUAL,),
    *,
    passphrase: str | None = None,
) -> Iterator[Path]:
    """Write ``id-light-people.png`` and so on, in a folder for each shape where there are several.

    ``people-form`` is the list with the form of its first row. Yields the path of each picture when it is there.

    Raises:
        UserError: the workspace cannot be opened.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance() or QApplication(["rembuk"])
    assert isinstance(application, QApplication)  # noqa: S101 - nobody made another kind
    application.setCursorFlashTime(0)
    load_fonts()
    rows = _rows_to_show(database_path, passphrase)
    usual = qInstallMessageHandler(_warn)
    try:
        texts = sorted({shape.text for shape in shapes})
        for language, theme, text in itertools.product(languages, themes, texts):
            prefer = _Unsaved(language=language, theme=theme, text_size=text)
            among = [shape for shape in shapes if shape.text == text]
            for page, rembuk in _pages(database_path, passphrase, prefer, rows):
                for shape in among:
                    folder = out_folder / shape.name if len(shapes) > 1 else out_folder
                    folder.mkdir(parents=True, exist_ok=True)
                    path = folder / f"{language}-{theme}-{page}.png"
                    rembuk.window.resize(shape.size)
                    _grabbed(rembuk).save(str(path))
                    yield path
    finally:
        qInstallMessageHandler(usual)


def _rows_to_show(path: Path, passphrase: str | None) -> dict[str, str]:
    """Page → the row that says most on it: of the activities the one with most to mark."""
    database = Database.open(path, passphrase=passphrase)
    try:
        listed = sorted(
            database.read(activities.page), key=lambda one: -one.registered * one.sessions
        )
    finally:
        database.close()
    keys = [*(entry.key for entry in PAGES if entry.needs_row), "activities", "reports"]
    return dict.fromkeys(keys, listed[0].id) if listed else {}


def _pages(
    path: Path, passphrase: str | None, preferences: Preferences, rows: dict[str, str]
) -> Iterator[tuple[str, Rembuk]]:
    """Every page, the start page first; lists also with the form of a row. Without a row nothing is shown that needs one."""
    rembuk = Rembuk(InlineTasks(), preferences, _Silent)
    go = rembuk.desk.navigation.go
    try:
        yield START, rembuk
        rembuk.open(path, passphrase)
        for entry in PAGES:
            if entry.needs_row and entry.key not in rows:
                continue
            go(entry.key, None if entry.key == "activities" else rows.get(entry.key))
            yield entry.key, rembuk
            page = rembuk.window.page(entry.key)
            if isinstance(page, ListPage) and page.model.rowCount():
                if entry.key == "activities":
                    go(entry.key, rows[entry.key])
                else:
                    page.table.setCurrentIndex(page.model.index(0, 0))
                yield f"{entry.key}-form", rembuk
                page.hide_detail()
    finally:
        rembuk.stop()
        _settle()


def grab_import(
    database_path: Path, lists: Sequence[Path], out_folder: Path, language: str
) -> Iterator[Path]:
    """The steps of an import, list after list: choosing, the preview, a line, the columns."""
    out_folder.mkdir(parents=True, exist_ok=True)
    rembuk = Rembuk(InlineTasks(), _Unsaved(language=language), _Silent)

    def grabbed(step: str) -> Path:
        path = out_folder / f"import-{step}-{language}.png"
        _grabbed(rembuk).save(str(path))
        return path

    try:
        rembuk.open(database_path)
        rembuk.desk.navigation.go("imports")
        page: Any = rembuk.window.page("imports")
        yield grabbed("1-choose")
        for number, one in enumerate(lists, start=2):
            page.load(one)
            yield grabbed(f"{number}-preview")
        at = next((i for i, line in enumerate(page.plan.lines) if line.match), 0)
        page.lines.table.setCurrentIndex(page.lines.model.index(at, 0))
        yield grabbed(f"{number + 1}-line")
        page.show_columns()
        yield grabbed(f"{number + 2}-columns")
    finally:
        rembuk.stop()
        _settle()


def grab_exchange(database_path: Path, out_folder: Path, language: str) -> Iterator[Path]:
    """Two computers exchange: a card, the file that came, an entry that both changed."""
    out_folder.mkdir(parents=True, exist_ok=True)
    file, place = _from_elsewhere(database_path)
    rembuk = Rembuk(InlineTasks(), _Unsaved(language=language, author=OFFICE), _Silent)

    def grabbed(step: str) -> Path:
        path = out_folder / f"exchange-{step}-{language}.png"
        _grabbed(rembuk).save(str(path))
        return path

    try:
        rembuk.join()
        join: Any = rembuk.window.stack.currentWidget()
        join.name.show_value(FIELD)
        join.make.click()
        yield grabbed("1-card")
        rembuk.open(database_path)
        rembuk.desk.navigation.go("exchange", str(file))
        yield grabbed("2-file")
        rembuk.window.page("exchange").incoming.take.click()  # type: ignore[attr-defined]  # of that page
        rembuk.desk.navigation.go("conflicts")
        rembuk.window.page("conflicts").stand_on(0)  # type: ignore[attr-defined]  # of that page
        yield grabbed("3-decide")
    finally:
        rembuk.stop()
        place.cleanup()
        _settle()


def _from_elsewhere(path: Path) -> tuple[Path, "TemporaryDirectory[str]"]:
    """A file of a second computer that changed what was changed here as well, and the folder it lies in."""
    from db.circle import cards
    from db.edits import devices
    from db.edits import people as edits
    from db.folder import hand_out, hand_out_starter

    place = TemporaryDirectory(prefix="rembuk-")
    first, news = (Path(place.name) / name for name in ("first.rembuk-sync", "news.rembuk-sync"))

    def changed(database: Database, village: str) -> None:
        row = database.read(people.page, limit=1)[0].id
        draft = database.read(edits.draft, row)
        assert draft is not None  # noqa: S101 - listed a moment ago
        draft.village = village
        database.edit(edits.change, row, draft)

    here = Database.open(path, author=OFFICE)
    card = cards.make(FIELD, "Koordinator Batang")
    here.edit(devices.rename, here.read(workspace_info.info).device, "Laptop kantor", OFFICE)
    here.edit(devices.admit, card)
    hand_out_starter(here, first, card.device)
    there = Database.start(
        Path(place.name) / "field.rembuk", first.read_bytes(), card, author="Koordinator Batang"
    )
    changed(here, "Kauman")
    changed(there, "Proyonanggan Tengah")
    there.edit(edits.add, edits.PersonDraft(name="Anggota Contoh"))
    hand_out(there, news, ["all"])
    here.close()
    there.close()
    return news, place


def _warn(_: QtMsgType, __: QMessageLogContext, text: str) -> None:
    """Pass on what Qt warns of, except what is always so where there is no display."""
    if "propagateSizeHints" not in text:
        sys.stderr.write(f"{text}\n")


def _grabbed(rembuk: Rembuk) -> QPixmap:
    _settle(rembuk.window)
    return rembuk.window.grab()


def _settle(window: QWidget | None = None) -> None:
    """Let what is asked for a moment later be asked, and layouts come to rest."""
    loop = QEventLoop()
    for _ in range(_MOST):
        QTimer.singleShot(_TURN, loop.quit)
        loop.exec()
        if window is None or not any(map(_is_waiting, window.findChildren(QTimer))):
            break
    for _ in range(_TURNS):  # each layout tells the one around it in the next turn
        QTimer.singleShot(0, loop.quit)
        loop.exec()


def _is_waiting(timer: QTimer) -> bool:
    return timer.isActive() and timer.isSingleShot() and timer.interval() <= _SOON
