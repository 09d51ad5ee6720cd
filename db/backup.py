"""Backups beside the workspace: before a migration, once a day, on request; the newest ten are kept.

Copies are made through SQLite's own backup, never by copying the file, and are encrypted as it is.
"""

import os
from datetime import date, datetime
from pathlib import Path

from db.engine import Connection, give_key, new_connection
from db.errors import WorkspaceError
from resources.texts import N_

KEPT = 10
_STAMP = "%Y-%m-%d %H%M%S"

TAKEN = N_("There is a file of this name already. Choose another name; nothing was overwritten.")
NO_BACKUP = N_("There is no backup at this place.")


def folder_of(path: Path) -> Path:
    """Where the backups of a workspace lie: a folder beside it."""
    return path.with_name(f"{path.name}-backups")


def backups(path: Path) -> list[Path]:
    """Backups of a workspace, the newest first."""
    return sorted(folder_of(path).glob("*.rembuk"), reverse=True)


def make(
    connection: Connection, path: Path, passphrase: str | None, folder: Path | None = None
) -> Path:
    """Write a backup and answer its path. It appears whole or not at all."""
    target_folder = folder or folder_of(path)
    target_folder.mkdir(parents=True, exist_ok=True)
    stamp = datetime.now().astimezone().strftime(_STAMP)
    target = target_folder / (f"{path.stem} {stamp}.rembuk" if folder else f"{stamp}.rembuk")
    _copy(connection, passphrase, target)
    if folder is None:
        for old in backups(path)[KEPT:]:
            old.unlink()
    return target


def make_daily(
    connection: Connection, path: Path, passphrase: str | None, today: date | None = None
) -> Path | None:
    """The backup of the day; None where there is one already."""
    day = (today or datetime.now().astimezone().date()).isoformat()
    if any(found.name.startswith(day) for found in backups(path)):
        return None
    return make(connection, path, passphrase)


def restore(backup: Path, path: Path) -> None:
    """Put a backup where a workspace was or shall be; refuses to write over a file.

    The copy keeps the passphrase of the backup. It takes a device number of its own at its first edit.
    """
    if not backup.is_file():
        raise WorkspaceError(NO_BACKUP)
    if path.exists():
        raise WorkspaceError(TAKEN)
    partial = path.with_name(f"{path.name}.partial")
    partial.write_bytes(backup.read_bytes())
    partial.replace(path)


def _copy(connection: Connection, passphrase: str | None, target: Path) -> None:
    partial = target.with_name(f"{target.name}.partial")
    partial.unlink(missing_ok=True)
    copy = new_connection(partial)
    try:
        give_key(copy, passphrase)
        connection.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")
    finally:
        copy.close()
    with partial.open("rb") as written:
        os.fsync(written.fileno())
    partial.replace(target)
