"""Pictures of every page of the window, for the manual and for those who have no display. Needs none itself."""

import itertools
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from PySide6.QtCore import (
    QEventLoop,
    QMessageLogContext,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication

from db.database import Database
from db.errors import UserError
from db.queries import activities, organizations, people, workspace_info
from desktop.app import Rembuk
from desktop.kit.dialogs import Dialogs
from desktop.pages import PAGES
from desktop.preferences import Preferences
from desktop.tasks import InlineTasks
from desktop.theme import TOKENS, load_fonts
from resources.texts import LANGUAGES

__all__ = ["LANGUAGES", "THEMES", "grab_all"]

THEMES = tuple(TOKENS)
START = "start"
OFFICE, FIELD = "Kantor", "Laptop lapangan"
_SETTLING = 60  # milliseconds in which layouts and delayed reloads come to rest


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
    *,
    passphrase: str | None = None,
) -> Iterator[Path]:
    """Write ``id-light-people.png`` and so on; yields the path of each picture when it is there.

    Raises:
        UserError: the workspace cannot be opened.
    """
    out_folder.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance() or QApplication(["rembuk"])
    assert isinstance(application, QApplication)  # noqa: S101 - nobody made another kind
    application.setCursorFlashTime(0)
    load_fonts()
    rows = _rows_to_show(database_path, passphrase)
    usual = qInstallMessageHandler(_warn)
    try:
        for language, theme in itertools.product(languages, themes):
            for page, picture in _pages(database_path, passphrase, language, theme, rows):
                path = out_folder / f"{language}-{theme}-{page}.png"
                picture.save(str(path))
                yield path
    finally:
        qInstallMessageHandler(usual)


def _rows_to_show(path: Path, passphrase: str | None) -> dict[str, str]:
    """Page → the row that says most on it: the activity with most to mark, the first member …"""
    database = Database.open(path, passphrase=passphrase)
    try:
        found: dict[str, Any] = {
            "people": database.read(people.page, limit=1),
            "organizations": database.read(organizations.page, limit=1),
            "activities": sorted(
                database.read(activities.page), key=lambda one: -one.registered * one.sessions
            ),
        }
    finally:
        database.close()
    rows = {page: listed[0].id for page, listed in found.items() if listed}
    if "activities" in rows:
        rows |= {entry.key: rows["activities"] for entry in PAGES if entry.needs_row}
        rows["reports"] = rows["activities"]
    return rows


def _pages(
    path: Path, passphrase: str | None, language: str, theme: str, rows: dict[str, str]
) -> Iterator[tuple[str, QPixmap]]:
    """Every page in one language and look, the start page first."""
    rembuk = Rembuk(InlineTasks(), _Unsaved(language=language, theme=theme), _Silent)
    try:
        yield START, _grabbed(rembuk)
        rembuk.open(path, passphrase)
        for entry in PAGES:
            rembuk.desk.navigation.go(entry.key, rows.get(entry.key))
            yield entry.key, _grabbed(rembuk)
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
    _settle()
    return rembuk.window.grab()


def _settle() -> None:
    loop = QEventLoop()
    QTimer.singleShot(_SETTLING, loop.quit)
    loop.exec()
