"""What is installed from a wheel is whole: every file that the program reads goes with it."""

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
STOREYS = ("desktop", "db", "exports", "resources")
BUILT_FROM = Path("resources/reference/build")  # makes the reference data, reads none of it


def needed() -> set[str]:
    return {
        path.relative_to(ROOT).as_posix()
        for storey in STOREYS
        for path in (ROOT / storey).rglob("*")
        if path.is_file()
        and path.suffix != ".pyc"
        and not path.relative_to(ROOT).is_relative_to(BUILT_FROM)
    }


def test_a_wheel_holds_every_file_of_the_four_storeys(tmp_path: Path) -> None:
    source = tmp_path / "source"
    for storey in STOREYS:
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / storey, source / storey, ignore=ignored)
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source)
    options = "--quiet --disable-pip-version-check --no-deps --no-build-isolation --wheel-dir"
    command = [sys.executable, "-m", "pip", "wheel", *options.split(), str(tmp_path), str(source)]
    subprocess.run(command, check=True)
    with zipfile.ZipFile(next(tmp_path.glob("*.whl"))) as wheel:
        held = set(wheel.namelist())
    assert needed() - held == set()
    assert not any(name.startswith(BUILT_FROM.as_posix()) for name in held)
