"""A double click: the system knows our files, and a window that is there already shows them."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from desktop import file_types
from desktop.app import Rembuk
from desktop.hand_over import Inbox, hand_over
from resources.texts import translator

T = translator("id")


def test_the_window_that_is_there_shows_the_file(rembuk: Rembuk, qtbot, tmp_path: Path) -> None:
    inbox, second = Inbox(), Inbox()
    assert (inbox.listens, second.listens) == (True, False)
    came: list[Path] = []
    inbox.came.connect(came.append)
    inbox.came.connect(rembuk.show_file)
    file = tmp_path / "from-rina.rembuk-sync"
    file.write_bytes(b"not whole")
    code = "import sys; from pathlib import Path; from desktop.hand_over import hand_over\n"
    code += "sys.exit(0 if hand_over(Path(sys.argv[1])) else 1)"
    later = subprocess.Popen([sys.executable, "-c", code, str(file)])
    qtbot.waitUntil(lambda: bool(came), timeout=20_000)

    assert later.wait(20) == 0
    assert came == [file]
    page = rembuk.window.page("exchange")
    assert page.incoming.problem.text()
    inbox.close()
    third = Inbox()
    assert third.listens
    third.close()


def test_where_no_window_answers_the_file_is_opened_here(
    qapp,  # noqa: ARG001 - the watcher needs it
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("desktop.hand_over._PATIENCE", 0.1)
    held = Inbox()
    assert not hand_over(tmp_path / "x.rembuk-sync")
    assert list((tmp_path / "home" / "window").glob("*.open")) == []
    held.close()


def test_the_system_is_told_of_our_files() -> None:
    entry = file_types.desktop_entry(["/opt/Rembuk 1/rembuk", "50%"])
    assert 'Exec="/opt/Rembuk 1/rembuk" "50%%" %f' in entry
    assert "application/x-rembuk-sync;" in entry
    types = ET.fromstring(file_types.mime_types(T))  # noqa: S314 - our own
    globs = {one.get("pattern") for one in types.iter() if one.tag.endswith("glob")}
    assert globs == {"*.rembuk", "*.rembuk-sync", "*.rembuk-card"}
    values = file_types.registry_values(T, [r"C:\Program Files\Rembuk\rembuk.exe"])
    kind = values[".rembuk-sync"]
    assert values[rf"{kind}\shell\open\command"] == r'"C:\Program Files\Rembuk\rembuk.exe" "%1"'


@pytest.mark.skipif(
    not sys.platform.startswith("linux") or shutil.which("gio") is None,
    reason="asks a Linux desktop (gio) what it makes of the files",
)
def test_a_linux_desktop_opens_our_files_with_rembuk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    file_types.register(T, [sys.executable, "-m", "desktop"])
    for ending, (name, _) in file_types.TYPES.items():
        file = tmp_path / f"x{ending}"
        file.write_bytes(b"x")
        kind = _gio("info", "-a", "standard::content-type", str(file))
        assert f"standard::content-type: {name}\n" in kind
        assert "rembuk.desktop" in _gio("mime", name)


def _gio(*words: str) -> str:
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    return subprocess.run(
        ["gio", *words], check=True, capture_output=True, text=True, env=environment
    ).stdout
