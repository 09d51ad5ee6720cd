"""Whole stories: the window with real threads, and answers ready for its questions."""

import gc
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import ClassVar

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from desktop.app import Rembuk
from desktop.kit.dialogs import Dialogs
from desktop.preferences import Preferences
from desktop.tasks import Tasks
from desktop.theme import load_fonts
from resources.texts import Texts
from tests.journeys.keyboard import Hands


class Answers(Dialogs):
    """Answers that a test laid ready; a question nobody expected fails the test."""

    ready: ClassVar[list[object]] = []
    told: ClassVar[list[str]] = []

    def __init__(self, t: Texts) -> None:
        super().__init__(t)

    def _next(self) -> object:
        assert self.ready, "an unexpected question"
        return self.ready.pop(0)

    def open_file(self, *_: object) -> Path | None:
        return self._next()

    def save_file(self, *_: object) -> Path | None:
        return self._next()

    def passphrase(self, _: str) -> str | None:
        return self._next()

    def fresh_passphrase(self, _: str) -> str | None:
        return self._next()

    def text(self, *_: object) -> str | None:
        return self._next()

    def tell(self, sentence: str) -> None:
        self.told.append(sentence)


@pytest.fixture
def answers() -> Iterator[type[Answers]]:
    Answers.ready, Answers.told = [], []
    yield Answers
    assert Answers.ready == [], "a question that was expected was never asked"
    assert Answers.told == []


def shown(qtbot, make: Callable[[], Rembuk]) -> Rembuk:
    """An application whose window is there and has the keyboard."""
    load_fonts()
    # Windows of earlier tests go first: one that is still there may keep the focus.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()  # here, and not in a thread of the window that comes
    running = make()
    with qtbot.waitActive(running.window, timeout=20_000):
        running.window.show()
        running.window.activateWindow()
    return running


@pytest.fixture
def rembuk(qtbot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answers) -> Iterator[Rembuk]:
    monkeypatch.setenv("REMBUK_HOME", str(tmp_path / "home"))
    prefer = Preferences(language="id", author="Penguji")
    running = shown(qtbot, lambda: Rembuk(Tasks(), prefer, answers))
    yield running
    running.stop()


@pytest.fixture
def asking(
    qtbot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> Iterator[Rembuk]:
    """A window that asks its own questions; in English, as on the first day, where no language is given."""
    monkeypatch.setenv("REMBUK_HOME", str(tmp_path / "home"))
    prefer = Preferences(language=getattr(request, "param", "en"))
    running = shown(qtbot, lambda: Rembuk(Tasks(), prefer))
    yield running
    running.stop()


@pytest.fixture
def hands(qtbot) -> Iterator[Hands]:
    """Hands on the keyboard."""
    made = Hands(qtbot)
    yield made
    made.rest()
