"""Backups beside the workspace: before a migration and a merge, once a day, on request.

The newest are kept, and of the days before the last one of each: a day of many files pushes nothing out.

Copies are made through SQLite's own backup, never by copying the file, and are encrypted as it is.
"""

import contextlib
import os
import shutil
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import Protocol

from db.engine import Connection, give_key, new_connection, recognise
from db.errors import WorkspaceError
from resources.texts import N_

KEPT = 5  # of the newest
DAYS = 7  # of which the last is kept
_STAMP = "%Y-%m-%d %H%M%S"
_DAY = "2026-11-21"
_STAMP_LENGTH = len("2026-11-21 093015")
_FOLDER = ".rembuk-backups"

_PIECE = 64  # pages that are copied before others may use the connection

TAKEN = N_("There is a file of this name already. Choose another name; nothing was overwritten.")
NO_BACKUP = N_("There is no backup at this place.")
NO_PLACE = N_(
    "The backup could not be written there. Perhaps the disk is full or the folder is protected: "
    "choose another place."
)
IN_USE = N_(
    "This file is in use, or was not closed properly. It is no backup: open it as a workspace."
)


class Turn(Protocol):
    """Who shares the connection with others: inside ``with turn`` nobody else uses it, but in ``pause``."""

    def __enter__(self) -> None: ...

    def __exit__(self, *_: object) -> None: ...

    def pause(self, *_: object) -> None:
        """Let others use the connection; what they change goes into the backup."""


def folder_of(path: Path) -> Path:
    """Where the backups of a workspace lie: a folder beside it."""
    return path.with_name(f"{path.name}-backups")


def backups(path: Path) -> list[Path]:
    """Backups of a workspace, the newest first."""
    return sorted(folder_of(path).glob("*.rembuk"), reverse=True)


def make(
    connection: Connection,
    path: Path,
    passphrase: str | None,
    folder: Path | None = None,
    turn: Turn | None = None,
) -> Path:
    """Write a backup and answer its path. It appears whole or not at all.

    ``turn``: others use the connection between the pieces.
    """
    target_folder = folder or folder_of(path)
    target_folder.mkdir(parents=True, exist_ok=True)
    stamp = datetime.now().astimezone().strftime(_STAMP)
    target = target_folder / (f"{path.stem} {stamp}.rembuk" if folder else f"{stamp}.rembuk")
    _copy(connection, passphrase, target, turn)
    if folder is None:
        discard(_spare(backups(path)))
    return target


def _spare(found: list[Path]) -> set[Path]:
    """Backups that are not kept."""
    last = {path.name[: len(_DAY)]: path for path in reversed(found)}
    kept = {*found[:KEPT], *(last[day] for day in sorted(last, reverse=True)[:DAYS])}
    return {path for path in found if path not in kept}


def discard(old: Iterable[Path]) -> None:
    """Delete backups that hold what was erased since. One made in the same second is the new one."""
    for path in old:
        path.unlink(missing_ok=True)


def make_daily(
    connection: Connection,
    path: Path,
    passphrase: str | None,
    today: date | None = None,
    turn: Turn | None = None,
) -> Path | None:
    """The backup of the day; None where there is one already. ``turn`` as in ``make``."""
    day = (today or datetime.now().astimezone().date()).isoformat()
    if any(found.name.startswith(day) for found in backups(path)):
        return None
    return make(connection, path, passphrase, turn=turn)


def made_at(backup: Path) -> datetime | None:
    """When a backup was made, by the clock of that day; None where its name does not say."""
    try:
        return datetime.strptime(backup.stem[-_STAMP_LENGTH:], _STAMP)  # noqa: DTZ007 - as people read it
    except ValueError:
        return None


def place_beside(backup: Path) -> Path:
    """Where a backup is put back: a new file beside the workspace, named after the day of the backup."""
    folder, made = backup.parent, made_at(backup)
    beside = folder.name.endswith(_FOLDER)
    stem = folder.name.removesuffix(_FOLDER) if beside else backup.stem
    if beside and made is not None:
        stem = f"{stem} {made.strftime(_STAMP)}"
    home = folder.parent if beside else folder
    number, place = 1, home / f"{stem}.rembuk"
    while place.exists():
        number += 1
        place = home / f"{stem} ({number}).rembuk"
    return place


def restore(backup: Path, path: Path) -> None:
    """Put a backup where a workspace was or shall be; refuses to write over a file.

    The copy keeps the passphrase of the backup. It takes a device number of its own at its first edit.

    Raises:
        WorkspaceError: there is no backup or it is none, a file is in the way, or it cannot be written.
    """
    if not backup.is_file():
        raise WorkspaceError(NO_BACKUP)
    if path.exists():
        raise WorkspaceError(TAKEN)
    recognise(backup)
    if _in_use(backup):
        raise WorkspaceError(IN_USE)
    partial = path.with_name(f"{path.name}.partial")
    try:
        _duplicate(backup, partial)
        partial.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            partial.unlink()
        raise WorkspaceError(NO_PLACE) from error


def _in_use(file: Path) -> bool:
    """Whether changes lie beside the file that a copy of it alone would lose."""
    journal = file.with_name(f"{file.name}-wal")
    return journal.exists() and journal.stat().st_size > 0


def _duplicate(source: Path, target: Path) -> None:
    with source.open("rb") as read, target.open("wb") as written:
        shutil.copyfileobj(read, written, 1 << 20)
        written.flush()
        os.fsync(written.fileno())


def _copy(connection: Connection, passphrase: str | None, target: Path, turn: Turn | None) -> None:
    # Two may be made in the same second, one of them between the pieces of the other.
    partial = target.with_name(f"{target.name}.{os.urandom(4).hex()}.partial")
    copy = new_connection(partial)
    try:
        give_key(copy, passphrase)
        if turn is None:
            connection.backup(copy)
        else:
            copy.execute("PRAGMA user_version = 1")  # derives the key, while others need not wait
            with turn:
                connection.backup(copy, pages=_PIECE, progress=turn.pause)
        copy.execute("PRAGMA journal_mode = DELETE")
    finally:
        copy.close()
    with partial.open("rb") as written:
        os.fsync(written.fileno())
    partial.replace(target)
