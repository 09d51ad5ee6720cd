"""Making and opening a workspace file (``*.rembuk``): what kind of file it is, and what is told when it is not one."""

import contextlib
import json
import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from db import backup, search, seed
from db.engine import (
    APPLICATION_ID,
    DAMAGED,
    OPEN_ELSEWHERE,
    Connection,
    DatabaseError,
    OperationalError,
    by_volume,
    connect,
    disk_errors,
    open_files,
    quoted,
    recognise,
    transaction,
)
from db.errors import WorkspaceError
from db.log import capture, writing
from db.log.identity import DeviceMemory, device_text, new_device
from db.log.stamp import time_text
from db.migrations import runner
from db.migrations.schema import SCHEMA
from resources.texts import N_

if TYPE_CHECKING:
    from db.circle.keys import Keys

T = TypeVar("T")

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
_COPY = " · "
JOINED = N_("This computer joins the workspace")
MADE = N_("Make the workspace")
FOUNDED = N_("Begin the circle of computers")


def create(path: Path, *, name: str, passphrase: str | None, author: str) -> None:
    """Make a new workspace file. It appears whole or not at all.

    Raises:
        WorkspaceError: the file exists already, or the folder cannot be written.
    """
    with _appearing(path, passphrase) as connection:
        workspace = os.urandom(16).hex()
        _lay_out(connection, workspace, new_device())
        with transaction(connection):
            _found(connection, writing.Pen(author, DeviceMemory(workspace)), name)


def join(
    path: Path,
    *,
    workspace: str,
    device: int,
    circle: str,
    own: "Keys",
    passphrase: str | None,
    fill: Callable[[Connection], T],
) -> T:
    """Make the first file of a computer that was admitted; ``fill`` brings what others have.

    It appears whole or not at all. Raises as ``create``.
    """
    with _appearing(path, passphrase) as connection:
        _lay_out(connection, workspace, device)
        memory = DeviceMemory(workspace)
        try:
            with by_volume(connection), transaction(connection):
                keep_keys(connection, circle, own)
                memory.remember(device, 0)
                return fill(connection)
        finally:
            memory.close()


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


def introduce_device(
    connection: Connection,
    pen: writing.Pen,
    *,
    before: int | None = None,
    certificate: str | None = None,
) -> None:
    """Log, as an edit of its own, that this computer writes in the workspace from now on.

    ``before``: the number whose file was copied or restored here.
    """
    device = _device(connection)
    follows = None if before is None else device_text(before)
    writing.write(
        connection,
        pen,
        JOINED,
        lambda: connection.execute(
            "INSERT INTO device (id, name, owner, certificate, follows) VALUES (?, ?, ?, ?, ?)",
            (device, _name(connection, device, follows), pen.author or None, certificate, follows),
        ),
        writing.SETUP,
    )


def _name(connection: Connection, device: str, follows: str | None) -> str:
    """What a device is called until people say it: after the one whose file it has, and by its last digits."""
    digits = device[-4:].upper()
    found = connection.execute("SELECT name FROM device WHERE id = ?", (follows,)).fetchone()
    return digits if found is None else f"{found[0].partition(_COPY)[0]}{_COPY}{digits}"


def keep_keys(connection: Connection, circle: str, own: "Keys") -> None:
    """Write down the circle that the workspace belongs to, and the keys of this computer."""
    connection.execute("UPDATE log_state SET circle = ?", (circle,))
    connection.execute(
        "INSERT INTO circle_key (one, signing, sealing) VALUES (1, ?, ?)",
        (own.signing, own.sealing),
    )


def name_of(connection: Connection) -> str:
    """Name of a workspace."""
    (value,) = connection.execute("SELECT value FROM setting WHERE id = ?", (NAME,)).fetchone()
    return str(json.loads(value))


@contextlib.contextmanager
def _appearing(path: Path, passphrase: str | None) -> Iterator[Connection]:
    """A new file that takes its place once everything went well."""
    if path.exists():
        raise WorkspaceError(EXISTS)
    _refuse_read_only(path)
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=".rembuk-") as folder:
        fresh = Path(folder) / "new"
        with disk_errors():
            connection = connect(fresh, passphrase)
            try:
                yield connection
            finally:
                connection.close()
        fresh.replace(path)


def _lay_out(connection: Connection, workspace: str, device: int) -> None:
    """Tables, reference rows and triggers; nothing is logged yet."""
    runner.upgrade(connection)
    with transaction(connection):
        connection.execute(
            "INSERT INTO log_state (one, workspace, device, seq, stamp, capture)"
            " VALUES (1, ?, ?, 0, 0, 0)",
            (workspace, device),
        )
        search.prepare(connection)
        # Reference rows are the same on every device, so their birth is not logged.
        seed.add_reference_rows(connection)
        runner.make_triggers(connection)
        connection.execute("UPDATE log_state SET capture = 1")


def _found(connection: Connection, pen: writing.Pen, name: str) -> None:
    """The first entries of a new workspace: this computer, and what it is called."""
    introduce_device(connection, pen, certificate=_founded(connection))
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


def _founded(connection: Connection) -> str:
    """Begin a circle with this computer; answers its certificate."""
    # Cryptography is for making and exchanging files; opening one does without.
    from db.circle import keys
    from db.circle.certificates import EVERYTHING, Grant, certify

    own = keys.new_keys()
    keep_keys(connection, own.public.sign, own)
    return certify(
        own,
        Grant(
            circle=own.public.sign,
            device=_device(connection),
            sign=own.public.sign,
            seal=own.public.seal,
            scope=EVERYTHING,
            admits=True,
            dismissed=False,
            at=time_text(),
        ),
    )


def _found_circle(connection: Connection) -> None:
    """A workspace of an older program gets its circle where it is opened first."""
    memory = DeviceMemory(identity(connection))
    pen = writing.Pen("", memory)
    try:
        before = writing.own_device(connection, memory)
        if before is not None:
            introduce_device(connection, pen, before=before)
        writing.write(
            connection,
            pen,
            FOUNDED,
            lambda: connection.execute(
                "UPDATE device SET certificate = ? WHERE id = ?",
                (_founded(connection), _device(connection)),
            ),
            writing.SETUP,
        )
    finally:
        memory.close()


def _device(connection: Connection) -> str:
    (number,) = connection.execute("SELECT device FROM log_state").fetchone()
    return device_text(number)


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
    if connection.execute("SELECT circle IS NULL FROM log_state").fetchone()[0]:
        with transaction(connection):
            _found_circle(connection)
    if search.noted(connection):
        with transaction(connection):
            search.refresh(connection)


def _refuse_read_only(path: Path) -> None:
    writable = os.access(path.parent, os.W_OK) and (not path.exists() or os.access(path, os.W_OK))
    if not writable:
        raise WorkspaceError(READ_ONLY)
