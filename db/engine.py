"""The SQLite engine: what kind of file it is, opening it with or without a passphrase, its pragmas, its check.

sqlcipher3 is the only SQLite library of the process, for plain and encrypted files alike.
"""

import contextlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

from sqlcipher3 import dbapi2 as sqlite

from db.errors import WorkspaceError
from db.log.fold import Folded
from db.log.reading import Key, folded
from resources.texts import N_

T = TypeVar("T")

Connection = Any
"""A DB-API connection of sqlcipher3, which ships no types."""

DatabaseError = sqlite.DatabaseError
OperationalError = sqlite.OperationalError
IntegrityError = sqlite.IntegrityError
dbapi = sqlite

APPLICATION_ID = 0x52454D42  # "REMB"

MISSING = N_(
    "There is no file at this place. Perhaps it was moved or the USB stick is not plugged in."
)
FOREIGN = N_("This is not a Rembuk file. Choose a file that ends in .rembuk.")
OPEN_ELSEWHERE = N_(
    "This file is open in another window of Rembuk. Close it there first; nothing was changed."
)

_SQLITE = b"SQLite format 3\x00"
_PAGE = 4096
_CACHE = 4096  # KiB of pages held in memory
_LARGE_CACHE = 16 * _CACHE  # while many rows come in any order
_KNOWN_FORMATS = (
    b"PK\x03\x04",
    b"%PDF",
    b"\xd0\xcf\x11\xe0",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"Rar!",
)

# Opening and closing a file a second time would drop the locks of the first (POSIX): never do it.
open_files: set[Path] = set()

_PRAGMAS = (
    "PRAGMA locking_mode = EXCLUSIVE",  # one window per file; released by the system after a crash
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = NORMAL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA recursive_triggers = ON",  # INSERT OR REPLACE meets the trigger that refuses deletes
    "PRAGMA secure_delete = ON",
    "PRAGMA temp_store = MEMORY",
    f"PRAGMA cache_size = {-_CACHE}",
    "PRAGMA busy_timeout = 200",
)


class Reader:
    """Read access that queries get: plain SQL in, plain values out. Valid only inside ``Database.read``."""

    __slots__ = ("_connection",)

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def rows(self, make: Callable[..., T], sql: str, parameters: Sequence[object] = ()) -> list[T]:
        """``make(*row)`` for every row of the answer, in its order."""
        return [make(*row) for row in self._connection.execute(sql, parameters)]

    def each(self, sql: str, parameters: Sequence[object] = ()) -> Iterator[tuple[Any, ...]]:
        """The rows one after the other, for answers too long to hold."""
        yield from self._connection.execute(sql, parameters)

    def one(self, make: Callable[..., T], sql: str, parameters: Sequence[object] = ()) -> T | None:
        """``make(*row)`` for the first row, or None where there is none."""
        row = self._connection.execute(sql, parameters).fetchone()
        return None if row is None else make(*row)

    def value(self, sql: str, parameters: Sequence[object] = ()) -> Any:
        """First column of the first row, or None where there is none."""
        row = self._connection.execute(sql, parameters).fetchone()
        return None if row is None else row[0]

    def folded(self, rows: Iterable[str]) -> Iterator[tuple[Key, Folded]]:
        """Table and row with what the log makes of them."""
        return folded(self._connection, rows)


def recognise(path: Path) -> bool:
    """Whether the file is encrypted. Raises WorkspaceError for what is no workspace, or open already."""
    if path.resolve() in open_files:
        raise WorkspaceError(OPEN_ELSEWHERE)
    if not path.is_file():
        raise WorkspaceError(MISSING)
    size = path.stat().st_size
    with path.open("rb") as file:
        head = file.read(_PAGE)
    if head.startswith(_SQLITE):
        if int.from_bytes(head[68:72]) != APPLICATION_ID:
            raise WorkspaceError(FOREIGN)
        return False
    if size < _PAGE or head.startswith(_KNOWN_FORMATS) or _looks_like_text(head):
        raise WorkspaceError(FOREIGN)
    if size % _PAGE:
        raise WorkspaceError(DAMAGED)
    return True


def connect(path: Path, passphrase: str | None) -> Connection:
    """Connection with every pragma set and the file locked for this process.

    Raises:
        DatabaseError: the file is not SQLite, damaged, or the passphrase does not fit.
        OperationalError: the file is locked by another process, or the folder cannot be written.
    """
    connection = new_connection(path)
    try:
        give_key(connection, passphrase)
        for pragma in _PRAGMAS:
            connection.execute(pragma).fetchall()
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("COMMIT")
    except BaseException:
        connection.close()
        raise
    return connection


def new_connection(path: Path) -> Connection:
    """Connection without key or pragmas; no transaction is opened behind our back."""
    connection = sqlite.connect(str(path), isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA cipher_log_level = NONE")  # a wrong passphrase is not for stderr
    return connection


def give_key(connection: Connection, passphrase: str | None) -> None:
    """Tell SQLCipher the passphrase; without one the file is a plain SQLite file."""
    if passphrase:
        connection.execute(f"PRAGMA key = {quoted(passphrase)}")


def quoted(text: str) -> str:
    """SQL literal of a text, for the pragmas that take no parameters."""
    return "'" + text.replace("'", "''") + "'"


def empty_journal(connection: Connection) -> None:
    """Carry what the journal holds into the file, and leave nothing of it behind."""
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def page_problems(connection: Connection) -> list[str]:
    """What SQLite's own check says about pages and indexes; empty when all is well."""
    return [line for (line,) in connection.execute("PRAGMA integrity_check") if line != "ok"]


def reference_problems(connection: Connection) -> list[str]:
    """Rows that point to nothing, as ``table → table``."""
    return [
        f"{table} → {parent}"
        for table, _, parent, _ in connection.execute("PRAGMA foreign_key_check")
    ]


@contextlib.contextmanager
def transaction(connection: Connection) -> Iterator[None]:
    """``BEGIN IMMEDIATE`` … ``COMMIT``; an exception takes everything back."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


@contextlib.contextmanager
def trial(connection: Connection) -> Iterator[None]:
    """Everything inside is taken back at its end."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


@contextlib.contextmanager
def durable(connection: Connection) -> Iterator[None]:
    """What is committed inside, and everything before it, survives a power cut."""
    connection.execute("PRAGMA synchronous = FULL")
    try:
        yield
    finally:
        connection.execute("PRAGMA synchronous = NORMAL")


@contextlib.contextmanager
def by_volume(connection: Connection) -> Iterator[None]:
    """For transactions that bring many rows in any order: room for their pages, references unchecked.

    Where children come before their parents SQLite would look through the children for every parent.
    Who uses it checks the references of what was written.
    """
    connection.execute(f"PRAGMA cache_size = {-_LARGE_CACHE}")
    connection.execute("PRAGMA foreign_keys = OFF")
    try:
        yield
    finally:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute(f"PRAGMA cache_size = {-_CACHE}")


def drop_indexes(connection: Connection) -> Callable[[], None]:
    """Take the indexes of an empty file away; answers what makes them anew.

    A million entries sorted at once cost a tenth of a million entries put in one by one.
    """
    indexes = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
    ).fetchall()
    for name, _ in indexes:
        connection.execute(f"DROP INDEX {name}")

    def make() -> None:
        for _, sql in indexes:
            connection.execute(sql)

    return make


@contextlib.contextmanager
def disk_errors() -> Iterator[None]:
    """Tell people in their words what the disk did; nothing was changed."""
    try:
        yield
    except OperationalError as error:
        told = _told(str(error))
        if told is None:
            raise
        raise WorkspaceError(told) from error
    except DatabaseError as error:
        if "malformed" in str(error) or "not a database" in str(error):
            raise WorkspaceError(DAMAGED) from error
        raise


DAMAGED = N_(
    "The file is damaged and cannot be read completely. Nothing was changed. "
    "Restore the newest backup."
)

_DISK = (
    (
        "is full",
        N_("The disk is full. Nothing was saved; free some space and try again."),
    ),
    (
        "readonly",
        N_("The file cannot be written here. Copy it to a folder of your own and open it there."),
    ),
    (
        "disk I/O",
        N_("The disk did not answer. Nothing was saved; check the disk or the USB stick."),
    ),
)


def _told(message: str) -> str | None:
    return next((text for sign, text in _DISK if sign in message), None)


def _looks_like_text(head: bytes) -> bool:
    """Encrypted pages look random; a page of text, or of one repeated byte, does not."""
    return len(set(head)) < 200
