"""What the system must bring before Rembuk can be set up: a Python that fits, and the libraries of Qt.

Runs with any Python and imports nothing but its standard library. On Debian and its relatives, as root,
it installs what is missing; elsewhere it prints the one command that does.
"""

from __future__ import annotations  # an old Python must get as far as being told so

import ctypes
import importlib.util
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass

OLDEST, NEWEST = (3, 11), (3, 13)

# Library → Debian package. The wheels of Qt bring everything else.
LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libxkbcommon.so.0": "libxkbcommon0",
    # What the window needs on X11; pictures and tests do without.
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}


@dataclass(frozen=True)
class System:
    """What decides how libraries are installed here."""

    root: bool
    programs: frozenset[str]

    @classmethod
    def this(cls) -> System:
        """The computer this runs on."""
        known = ("apt-get", "dnf", "zypper")
        return cls(os.geteuid() == 0, frozenset(name for name in known if shutil.which(name)))


def missing_libraries(load: Callable[[str], object] = ctypes.CDLL) -> list[str]:
    """Libraries of Qt that this computer does not have."""
    missing = []
    for name in LIBRARIES:
        try:
            load(name)
        except OSError:
            missing.append(name)
    return missing


def missing_modules() -> list[str]:
    """Debian packages of what Debian splits off from Python and ``python -m venv`` needs."""
    if importlib.util.find_spec("ensurepip") is not None:
        return []
    return ["python{}.{}-venv".format(*sys.version_info)]


def install_command(libraries: list[str], packages: list[str], system: System) -> list[str] | None:
    """The one command that installs what is missing; None where nobody knows it."""
    if "apt-get" in system.programs:
        wanted = packages + [LIBRARIES[name] for name in libraries]
        return ["apt-get", "install", "--yes", "--no-install-recommends", *wanted]
    # These find a package by the library in it.
    for program in ("dnf", "zypper"):
        if program in system.programs:
            return [program, "install", "-y", *(f"{name}()(64bit)" for name in libraries)]
    return None


def install(command: list[str]) -> bool:
    """Run it, with fresh lists of packages; answers whether it worked."""
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for step in (["apt-get", "update", "--quiet"], command):
        if subprocess.run(step, env=quiet, check=False).returncode != 0:  # noqa: S603 - our own words
            return False
    return True


def main() -> int:
    """Exit status 0 when everything is there, 1 when somebody must do something first."""
    if not OLDEST <= sys.version_info[:2] <= NEWEST:
        print(f"Rembuk needs Python 3.11 to 3.13; this is {platform.python_version()}.")
        print("Choose another one like this: make PYTHON=python3.12 run")
        return 1
    if platform.system() != "Linux":
        return 0
    libraries, packages = missing_libraries(), missing_modules()
    if not libraries and not packages:
        return 0
    system = System.this()
    command = install_command(libraries, packages, system)
    if command is None:
        print("Please install these libraries first:", ", ".join([*packages, *libraries]))
        return 1
    if system.root and command[0] == "apt-get":
        print("Installing what Qt needs:", *command[4:], flush=True)
        if install(command) and not missing_libraries():
            return 0
    print("Please run this first:")
    print("  " + " ".join(["sudo", *map(_quoted, command)]))
    return 1


def _quoted(word: str) -> str:
    return f"'{word}'" if "(" in word else word


if __name__ == "__main__":
    sys.exit(main())
