"""The window inline, over a workspace with a little in it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from db import demo
from desktop.app import Rembuk
from desktop.inline import InlineTasks
from desktop.kit.dialogs import Dialogs
from desktop.preferences import Preferences
from desktop.theme import load_fonts


class NoQuestions(Dialogs):
    """A question that nobody expected fails the test."""

    def passphrase(self, sentence: str) -> str | None:
        raise AssertionError(sentence)

    def fresh_passphrase(self, sentence: str) -> str | None:
        raise AssertionError(sentence)

    def text(self, sentence: str, *_: object) -> str | None:
        raise AssertionError(sentence)

    def choose(self, sentence: str, *_: object) -> int | None:
        raise AssertionError(sentence)

    def tell(self, sentence: str) -> None:
        raise AssertionError(sentence)


@pytest.fixture(scope="session")
def demo_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo workspace; copy it, never open it."""
    folder = tmp_path_factory.mktemp("demo")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("REMBUK_HOME", str(folder / "home"))
        demo.build(folder / "demo.rembuk")
    return folder / "demo.rembuk"


@pytest.fixture(scope="session", autouse=True)
def empty_clipboard() -> Iterator[None]:
    """Where there is no screen, what was copied outlives Python: Qt frees it when nobody is there to do it."""
    yield
    if QGuiApplication.instance() is not None:
        QGuiApplication.clipboard().clear()


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REMBUK_HOME", str(tmp_path / "home"))


@pytest.fixture
def demo_copy(demo_file: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(demo_file, tmp_path / "demo.rembuk"))


def started(qtbot, path: Path | None, **preferences: object) -> Rembuk:  # noqa: ARG001 - makes the application
    load_fonts()
    # Windows of earlier tests go first: every style sheet would be laid over them too.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    rembuk = Rembuk(InlineTasks(), Preferences(**preferences), NoQuestions)
    # A key that closed its window in an earlier test was never let go: Qt would still hold Ctrl down.
    QTest.keyRelease(rembuk.window.windowHandle(), Qt.Key.Key_Control)
    if path is not None:
        rembuk.open(path)
    return rembuk


@pytest.fixture
def rembuk(qtbot, demo_copy: Path) -> Iterator[Rembuk]:
    running = started(qtbot, demo_copy)
    yield running
    running.stop()
