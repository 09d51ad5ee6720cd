"""What every command shares: its arguments, the passphrase, and an open workspace."""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from db.errors import UserError
from desktop.command_line.voice import Voice
from resources.texts import N_

if TYPE_CHECKING:
    from db.database import Database

NO_PASSPHRASE_FILE = N_("The file with the passphrase cannot be read: {name}")
EMPTY_PASSPHRASE = N_("The file with the passphrase is empty: {name}")

File = Annotated[Path, typer.Argument(metavar="FILE", help=N_("Workspace (.rembuk)"))]
PassphraseFile = Annotated[
    Path | None,
    typer.Option(
        "--passphrase-file",
        metavar="F",
        help=N_("File with the passphrase; else the variable REMBUK_PASSPHRASE is used"),
    ),
]
Json = Annotated[bool, typer.Option("--json", help=N_("Answer in JSON"))]


def voice_of(context: typer.Context) -> Voice:
    """Who speaks for a command."""
    voice: Voice = context.obj
    return voice


def passphrase(file: Path | None) -> str | None:
    """The passphrase: first line of the file, else the variable, else none.

    Raises:
        UserError: the file cannot be read, or is empty.
    """
    if file is None:
        return os.environ.get("REMBUK_PASSPHRASE") or None
    try:
        lines = file.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(NO_PASSPHRASE_FILE, name=file.name) from error
    if not lines or not lines[0]:
        raise UserError(EMPTY_PASSPHRASE, name=file.name)
    return lines[0]


def author() -> str:
    """The name that this user writes beside changes."""
    from desktop.preferences import Preferences

    return Preferences.load().author


@contextlib.contextmanager
def opened(file: Path, passphrase_file: Path | None) -> "Iterator[Database]":
    """An open workspace, closed again whatever happens."""
    from db.database import Database

    database = Database.open(file, passphrase=passphrase(passphrase_file), author=author())
    try:
        yield database
    finally:
        database.close()
