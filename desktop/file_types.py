"""A double click on a file of ours opens Rembuk: told to the system for this user alone.

On Linux by the specifications of freedesktop.org (desktop entries, shared MIME information), on Windows by
the classes of the current user in the registry. On macOS the bundle of the application says it.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from xml.sax.saxutils import escape

from db.errors import UserError
from db.rules.file_kinds import CARD, EXCHANGE, WORKSPACE
from desktop.texts import N_, Texts

NOT_HERE = N_("On this system the installed application says by itself which files it opens.")
REGISTERED = N_("Files of Rembuk open with a double click now.")
# Ending → name of its type, and what people call such a file.
TYPES = {
    WORKSPACE: ("application/x-rembuk", N_("Workspace of Rembuk")),
    EXCHANGE: ("application/x-rembuk-sync", N_("Exchange file of Rembuk")),
    CARD: ("application/x-rembuk-card", N_("Device card of Rembuk")),
}


def register(t: Texts, program: list[str]) -> None:
    """Let files of ours be opened by ``program``. Raises UserError where the system is told otherwise."""
    if sys.platform.startswith("linux"):
        _register_linux(t, program)
    elif sys.platform == "win32":
        _register_windows(t, program)
    else:
        raise UserError(NOT_HERE)


def program() -> list[str]:
    """The command that started this program."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    script = Path(sys.executable).with_name("rembuk.exe" if sys.platform == "win32" else "rembuk")
    return [str(script)] if script.exists() else [sys.executable, "-m", "desktop"]


def desktop_entry(program: list[str]) -> str:
    """Desktop entry of the application."""
    types = "".join(f"{name};" for name, _ in TYPES.values())
    return (
        "[Desktop Entry]\nType=Application\nName=Rembuk\nTerminal=false\nCategories=Office;\n"
        f"Exec={' '.join(map(_quoted, program))} %f\nMimeType={types}\n"
    )


def mime_types(t: Texts) -> str:
    """Shared MIME information of our files, known by their endings."""
    types = "".join(
        f'<mime-type type="{name}"><comment>{escape(t(said))}</comment>'
        f'<glob pattern="*{ending}"/></mime-type>'
        for ending, (name, said) in TYPES.items()
    )
    return f'<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">{types}</mime-info>'


def registry_values(t: Texts, program: list[str]) -> dict[str, str]:
    """Keys below the classes of the user → what stands in them."""
    command = subprocess.list2cmdline(program) + ' "%1"'
    found = {}
    for ending, (name, said) in TYPES.items():
        kind = name.rpartition("/x-")[2].replace("-", ".")
        found[ending] = kind
        found[kind] = t(said)
        found[rf"{kind}\shell\open\command"] = command
    return found


def _register_linux(t: Texts, program: list[str]) -> None:
    data = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    for place, text in (
        (data / "applications" / "rembuk.desktop", desktop_entry(program)),
        (data / "mime" / "packages" / "rembuk.xml", mime_types(t)),
    ):
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, "utf-8")
    _run("update-mime-database", str(data / "mime"))
    for name, _ in TYPES.values():
        _run("gio", "mime", name, "rembuk.desktop") or _run(
            "xdg-mime", "default", "rembuk.desktop", name
        )


def _run(command: str, *words: str) -> bool:
    """Run a command of the desktop, where it is there; whether it was."""
    found = shutil.which(command)
    if found is not None:
        subprocess.run([found, *words], check=False, capture_output=True)  # noqa: S603 - our own words
    return found is not None


def _register_windows(t: Texts, program: list[str]) -> None:
    import winreg

    for key, value in registry_values(t, program).items():
        winreg.SetValue(  # type: ignore[attr-defined]  # on Windows only
            winreg.HKEY_CURRENT_USER,  # type: ignore[attr-defined]  # as above
            rf"Software\Classes\{key}",
            winreg.REG_SZ,  # type: ignore[attr-defined]  # as above
            value,
        )


def _quoted(word: str) -> str:
    """A word of Exec: quoted, with the signs that mean something there behind a backslash."""
    escaped = "".join(f"\\{sign}" if sign in '"`$\\' else sign for sign in word)
    return f'"{escaped}"'.replace("%", "%%")
