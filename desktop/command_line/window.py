"""The window, and pictures of it: the only commands that load Qt, and they load it inside."""

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from db.errors import UserError
from desktop.command_line.opening import File, PassphraseFile, passphrase, voice_of
from resources.texts import N_

NO_COMMAND = N_("There is neither a command nor a file “{name}”. See rembuk --help.")
NO_DISPLAY = N_(
    "There is no display here, so no window can be opened. The other commands work: see rembuk --help."
)
LIBRARY_MISSING = N_("The window cannot be opened, because the system lacks a library: {library}")

MaybeFile = Annotated[
    Path | None,
    typer.Argument(metavar="[FILE]", help=N_("Workspace (.rembuk)")),
]
Out = Annotated[Path, typer.Option("--out", metavar="DIR", help=N_("Folder for the pictures"))]
Quick = Annotated[bool, typer.Option("--one", help=N_("One page in one language and look"))]


def open_window(
    context: typer.Context, file: MaybeFile = None, passphrase_file: PassphraseFile = None
) -> int:
    """Open the window."""
    voice_of(context)
    if file is not None and not file.exists() and file.suffix != ".rembuk":
        raise UserError(NO_COMMAND, name=file.name)
    if not has_display():
        raise UserError(NO_DISPLAY)
    secret = passphrase(passphrase_file)
    try:
        from desktop import app
    except ImportError as error:
        if error.name and error.name.split(".")[0] not in ("PySide6", "shiboken6"):
            raise
        raise UserError(LIBRARY_MISSING, library=str(error).split(":")[0]) from error
    return app.run(file, secret)


def file_types(context: typer.Context) -> None:
    """Let a double click on a file of ours open the window."""
    from desktop import file_types as types

    voice = voice_of(context)
    types.register(voice.t, types.program())
    voice.say(voice.t(types.REGISTERED))


def pictures(
    context: typer.Context,
    file: File,
    out: Out,
    one: Quick = False,
    passphrase_file: PassphraseFile = None,
) -> None:
    """Write a picture of every page of the window; needs no display."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from desktop.pictures import LANGUAGES, THEMES, grab_all

    voice = voice_of(context)
    secret = passphrase(passphrase_file)
    languages, themes = (("id",), ("light",)) if one else (LANGUAGES, THEMES)
    for path in grab_all(file, out, languages, themes, passphrase=secret):
        voice.say(str(path))


def has_display() -> bool:
    """Whether a window can appear; only Linux may lack one."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))
