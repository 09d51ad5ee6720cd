"""``make run``: the demo is built once, opened where there is a display, put on paper where there is none."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from exports.catalogue import DOCUMENTS

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def script(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.setenv("REMBUK_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("LANGUAGE", "id")
    monkeypatch.delenv("REMBUK_PASSPHRASE", raising=False)
    monkeypatch.setattr(sys, "argv", ["run_demo.py"])
    spec = importlib.util.spec_from_file_location("run_demo", ROOT / "installer" / "run_demo.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "OUT", tmp_path / "out")
    return module


def without_window(script: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Commands that would need Qt are noted, all others carried out."""
    noted: list[list[str]] = []
    carry_out = script.cli.run

    def run(arguments: list[str]) -> int:
        if arguments[0] in ("demo", "export"):
            return carry_out(arguments)
        noted.append(arguments)
        return script.cli.DONE

    monkeypatch.setattr(script.cli, "run", run)
    return noted


def test_the_demo_is_built_once_and_opened(script, monkeypatch, tmp_path, capsys) -> None:
    noted = without_window(script, monkeypatch)
    monkeypatch.setattr(script, "has_display", lambda: True)
    demo = tmp_path / "home" / "Demo.rembuk"
    assert script.main() == 0
    made = demo.stat().st_mtime_ns
    assert str(demo) in capsys.readouterr().out
    assert script.main() == 0
    assert demo.stat().st_mtime_ns == made
    assert noted == [[str(demo)]] * 2


def test_without_a_display_every_document_is_written(script, monkeypatch, tmp_path) -> None:
    noted = without_window(script, monkeypatch)
    monkeypatch.setattr(script, "has_display", lambda: False)
    assert script.main() == 0
    written = {path.name for path in (tmp_path / "out").iterdir()}
    assert written == {f"{one.key}.{kind}" for one in DOCUMENTS for kind in one.formats}
    assert [command[0] for command in noted] == ["pictures"]
