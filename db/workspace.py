"""Making and opening a workspace file (``*.rembuk``): what kind of file it is, and what is told when it is not one."""

import json
import os
import tempfile
from pathlib import Path

from db import backup, search, seed
from db.engine import (
    APPLICATION_ID,
    DAMAGED,
    OPEN_ELSEWHERE,
    Connection,
    DatabaseError,
    OperationalError,
    connect,
    disk_errors,
    open_files,
    quoted,
    recognise,
    transaction,
)
from db.errors import WorkspaceError
from db.log import capture, writing
from db.log.identity import DeviceMemory, new_device
from db.migrations import runner
from db.migrations.schema import SCHEMA
from resources.texts import N_

EXISTS = N_("There is a file of this name already. Choose another name; nothing was overwritten.")
WRONG_PASSPHRASE = N_(
    "The passphrase does not fit this file. Check capital letters and the keyboard language and try again."
)
NEEDED = N_("This file is protected. Enter its passphrase.")
READ_ONLY = N_(
    "This folder cannot be written, so nothing could be saved here. "
    "Copy the file to a folder of your own and open it there."
)


class PassphraseNeededError(WorkspaceError):
    """The file is encrypted and no passphrase was given, or one that does not fit."""

    wants_passphrase = True


NAME = "workspace.name"
JOINED = N_("This computer joins the workspace")
MADE = N_("Make the workspace")


def create(path: Path, *, name: str, passphrase: str | None, author: str) -> None:
    """Make a new workspace file. It appears whole or not at all.

    Raises:
        WorkspaceError: the file exists already, or the folder cannot be written.
    """
    if path.exists():
        raise WorkspaceError(EXISTS)
    _refuse_read_only(path)
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=".rembuk-") as folder:
        fresh = Path(folder) / "new"
        with disk_errors():
            connection = connect(fresh, passphrase)
            try:
                _fill(connection, name, author)
            finally:
                connection.close()
        fresh.replace(path)


def open_connection(path: Path, passphrase: str | None) -> Connection:
    """Connection to an existing workspace, its schema up to date. See ``Database.open`` for errors."""
    encrypted = recognise(path)
    if encrypted and not passphrase:
        raise PassphraseNeededError(NEEDED)
    _refuse_read_only(path)
    key = passphrase if encrypted else None
    connection = _connect(path, key)
    try:
        with disk_errors():
            _bring_up_to_date(connection, path, key)
    except BaseException:
        connection.close()
        raise
    open_files.add(path.resolve())
    return connection


def rewrite(path: Path, connection: Connection, passphrase: str | None) -> None:
    """Write the whole workspace under another passphrase (or none) and put it in its place.

    The connection is closed before the new file takes the place of the old one.
    """
    fresh = path.with_name(f"{path.name}.partial")
    fresh.unlink(missing_ok=True)
    with disk_errors():
        connection.execute(f"ATTACH {quoted(str(fresh))} AS fresh KEY {quoted(passphrase or '')}")
        connection.execute("SELECT sqlcipher_export('fresh')").fetchall()
        connection.execute(f"PRAGMA fresh.user_version = {SCHEMA}")
        connection.execute(f"PRAGMA fresh.application_id = {APPLICATION_ID}")
        connection.execute("DETACH fresh")
    connection.close()
    fresh.replace(path)


def close(path: Path, connection: Connection) -> None:
    """Close a connection that ``open_connection`` gave."""
    connection.close()
    open_files.discard(path.resolve())


def identity(connection: Connection) -> str:
    """Id of a workspace, the same in every copy of it."""
    return str(connection.execute("SELECT workspace FROM log_state").fetchone()[0])


def introduce_device(connection: Connection, pen: writing.Pen) -> None:
    """Log, as an edit of its own, that this computer writes in the workspace from now on."""
    (number,) = connection.execute("SELECT device FROM log_state").fetchone()
    device = f"{number:012x}"
    writing.write(
        connection,
        pen,
        JOINED,
        lambda: connection.execute(
            "INSERT INTO device (id, name, owner) VALUES (?, ?, ?)",
            (device, device[-4:].upper(), pen.author or None),
        ),
        writing.SETUP,
    )


def name_of(connection: Connection) -> str:
    """Name of a workspace."""
    (value,) = connection.execute("SELECT value FROM setting WHERE id = ?", (NAME,)).fetchone()
    return str(json.loads(value))


def _fill(connection: Connection, name: str, author: str) -> None:
    workspace = os.urandom(16).hex()
    runner.upgrade(connection)
    with transaction(connection):
        connection.execute(
            "INSERT INTO log_state (one, workspace, device, seq, stamp, capture)"
            " VALUES (1, ?, ?, 0, 0, 0)",
            (workspace, new_device()),
        )
        search.prepare(connection)
        # Reference rows are the same on every device, so their birth is not logged.
        seed.add_reference_rows(connection)
        runner.make_triggers(connection)
        connection.execute("UPDATE log_state SET capture = 1")
        pen = writing.Pen(author, DeviceMemory(workspace))
        introduce_device(connection, pen)
        writing.write(
            connection,
            pen,
            MADE,
            lambda: connection.execute(
                "INSERT INTO setting (id, value) VALUES (?, ?)", (NAME, json.dumps(name))
            ),
            writing.SETUP,
        )
        search.refresh(connection)
        pen.memory.close()


def _connect(path: Path, passphrase: str | None) -> Connection:
    try:
        return connect(path, passphrase)
    except OperationalError as error:
        said = str(error)
        if "locked" in said or "busy" in said:
            raise WorkspaceError(OPEN_ELSEWHERE) from error
        if "readonly" in said or "unable to open" in said:
            raise WorkspaceError(READ_ONLY) from error
        with disk_errors():
            raise
        raise
    except DatabaseError as error:
        if passphrase:
            raise PassphraseNeededError(WRONG_PASSPHRASE) from error
        raise WorkspaceError(DAMAGED) from error


def _bring_up_to_date(connection: Connection, path: Path, passphrase: str | None) -> None:
    runner.refuse_newer(connection)
    if runner.version(connection) < SCHEMA:
        backup.make(connection, path, passphrase)
        runner.upgrade(connection)
    elif not capture.intact(connection):
        with transaction(connection):
            runner.make_triggers(connection)
    if search.noted(connection):
        with transaction(connection):
            search.refresh(connection)


def _refuse_read_only(path: Path) -> None:
    writable = os.access(path.parent, os.W_OK) and (not path.exists() or os.access(path, os.W_OK))
    if not writable:
        raise WorkspaceError(READ_ONLY)
