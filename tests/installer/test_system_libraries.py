"""Getting what Qt needs: what is missing, and the one command that installs it."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def script() -> ModuleType:
    place = ROOT / "installer" / "system_libraries.py"
    spec = importlib.util.spec_from_file_location("system_libraries", place)
    module = importlib.util.module_from_spec(spec)
    sys.modules["system_libraries"] = module
    spec.loader.exec_module(module)
    return module


def system(script: ModuleType, *programs: str, root: bool = True):
    return script.System(root, frozenset(programs))


def test_a_library_that_cannot_be_loaded_is_missing(script) -> None:
    def load(name: str) -> None:
        if name == "libEGL.so.1":
            raise OSError(name)

    assert script.missing_libraries(load) == ["libEGL.so.1"]


def test_debian_installs_everything_by_one_command(script) -> None:
    command = script.install_command(
        ["libEGL.so.1", "libxcb-cursor.so.0"], ["python3.11-venv"], system(script, "apt-get")
    )
    assert command[:2] == ["apt-get", "install"]
    assert command[-3:] == ["python3.11-venv", "libegl1", "libxcb-cursor0"]


def test_where_packages_have_other_names_the_library_itself_is_asked_for(script) -> None:
    command = script.install_command(["libEGL.so.1"], [], system(script, "dnf"))
    assert command == ["dnf", "install", "-y", "libEGL.so.1()(64bit)"]


def test_nobody_guesses_the_command_of_a_system_that_is_not_known(script) -> None:
    assert script.install_command(["libEGL.so.1"], [], system(script)) is None


def test_without_the_right_to_install_the_command_is_printed(script, monkeypatch, capsys) -> None:
    monkeypatch.setattr(script.platform, "system", lambda: "Linux")
    monkeypatch.setattr(script, "missing_libraries", lambda: ["libEGL.so.1"])
    monkeypatch.setattr(
        script.System, "this", classmethod(lambda cls: cls(False, frozenset({"apt-get"})))
    )
    assert script.main() == 1
    assert "sudo apt-get install --yes --no-install-recommends libegl1" in capsys.readouterr().out


def test_other_systems_bring_everything_with_qt(script, monkeypatch, capsys) -> None:
    monkeypatch.setattr(script.platform, "system", lambda: "Windows")
    monkeypatch.setattr(script, "missing_libraries", lambda: ["libEGL.so.1"])
    assert script.main() == 0
    assert capsys.readouterr().out == ""


def test_a_python_that_does_not_fit_is_told_so(script, monkeypatch, capsys) -> None:
    monkeypatch.setattr(script, "OLDEST", (3, 99))
    assert script.main() == 1
    assert "needs Python 3.11 to 3.13" in capsys.readouterr().out
