"""Nothing is cut, on any page, in either language, on small and large screens, with the largest text."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from db.database import Database
from desktop.app import PROTECT, Rembuk
from desktop.kit.dialogs import SHOW
from desktop.kit.question import Question, Secret
from desktop.pages import PAGES
from tests.desktop import scenes
from tests.desktop.conftest import started
from tests.pictures.measure import cuts, too_large

SMALL, LARGE = QSize(1366, 768), QSize(1920, 1080)
LANGUAGES = ("id", "en")


def measured(running: Rembuk, shown: Iterator[scenes.Scene], *, large: bool = False) -> set[str]:
    """What is cut in each scene; ``large``: pages as they open are measured on a large screen as well."""
    found = set()
    pages = {entry.key for entry in PAGES}
    sizes = (SMALL, LARGE) if large else (SMALL,)
    running.window.resize(SMALL)
    for name, root in shown:
        for size in sizes if name in pages else sizes[:1]:
            found |= {f"{name}, {size.width()}: {said}" for said in _cuts_at(running, root, size)}
        running.window.resize(SMALL)
    return found


def _cuts_at(running: Rembuk, root: QWidget, size: QSize) -> list[str]:
    window = running.window
    window.resize(size)
    scenes.settle()
    assert window.size() == size, "the window asks for more than the screen has"
    return cuts(window if root.window() is window else root) + too_large(window, size)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text", [100, 200])
def test_nothing_is_cut(qtbot, demo_copy: Path, tmp_path: Path, text: int, language: str) -> None:
    running = started(qtbot, demo_copy, language=language, text_size=text, author="Fasilitator")
    try:
        shown = scenes.scenes(running, tmp_path)
        assert sorted(measured(running, shown, large=text == 100)) == []
    finally:
        running.stop()


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_cut_where_there_is_nothing_yet(qtbot, tmp_path: Path, language: str) -> None:
    path = tmp_path / "empty.rembuk"
    Database.create(path, name="Forum").close()
    running = started(qtbot, path, language=language, text_size=200)
    try:
        assert sorted(measured(running, scenes.empty_pages(running))) == []
    finally:
        running.stop()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_question_is_cut_at_the_largest_text(qtbot, language: str) -> None:
    running = started(qtbot, None, language=language, text_size=200)
    t = running.desk.t
    secret = Secret([t("Passphrase"), t("The same passphrase once more")], t(SHOW))
    asked = Question(running.window, t(PROTECT), [secret], t("Continue"), t("Cancel"))
    try:
        asked.show()
        scenes.settle()
        assert cuts(asked) == []
        assert asked.width() <= SMALL.width()
        assert asked.height() <= SMALL.height()
    finally:
        asked.close()
        running.stop()
