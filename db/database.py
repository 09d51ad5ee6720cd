"""The door: open a workspace, read from it, edit it, undo. Nothing else reaches the file."""

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

from db import backup, engine, search, workspace
from db.engine import Reader, disk_errors
from db.errors import UserError
from db.log import undo as undoing
from db.log import writing
from db.log.changes import Changes, Done
from db.log.identity import DeviceMemory
from resources.texts import N_

if TYPE_CHECKING:
    from sqlmodel import Session

P = ParamSpec("P")
T = TypeVar("T")

UNDO = N_("Undo")
REDO = N_("Redo")

# An import of this many rows is committed first and indexed right after it: the notes of what to
# read again are part of the commit, so a power cut in between loses nothing.
_MANY = 2000


class Database:
    """An open workspace file. One connection, used by one thread at a time.

    ``author`` is written beside every edit.
    """

    def __init__(self, path: Path, passphrase: str | None, author: str) -> None:
        self.path = path
        self.author = author
        self._passphrase = passphrase
        self._connection = workspace.open_connection(path, passphrase)
        self._memory = DeviceMemory(workspace.identity(self._connection))
        self._engine: Any = None

    @classmethod
    def create(
        cls, path: Path, *, name: str, passphrase: str | None = None, author: str = ""
    ) -> "Database":
        """Make a new workspace with the reference rows and open it.

        Raises:
            WorkspaceError: the file exists already, or the folder cannot be written.
        """
        workspace.create(path, name=name, passphrase=passphrase, author=author)
        return cls.open(path, passphrase=passphrase, author=author)

    @classmethod
    def open(cls, path: Path, *, passphrase: str | None = None, author: str = "") -> "Database":
        """Open a workspace; brings an older schema up to date after a backup.

        Raises:
            PassphraseNeededError: the file is encrypted and no passphrase was given.
            WorkspaceError: wrong passphrase, foreign, damaged, newer, read-only or open elsewhere.
        """
        return cls(path, passphrase, author)

    def read(
        self, query: Callable[Concatenate[Reader, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Ask a question. Answers are plain values: table rows are refused."""
        with disk_errors():
            answer = query(Reader(self._connection), *args, **kwargs)
        _refuse_table_rows(answer)
        return answer

    def edit(
        self, edit: "Callable[Concatenate[Session, P], T]", *args: P.args, **kwargs: P.kwargs
    ) -> Done[T]:
        """Carry out an intention in one logged transaction: all of it or, on any error, nothing."""
        label: str = edit.label  # type: ignore[attr-defined]  # set by @edit
        return self._write(label, lambda: self._in_session(edit, *args, **kwargs))

    def undo(self, edit: str | None = None) -> Done[str]:
        """Undo the last edit of this computer, or the given one; answers the label of what was undone.

        Raises UserError where there is nothing to undo, or where rows changed since.
        """
        self._refuse_foreign(undoing.NOTHING_TO_UNDO)
        target = undoing.next_undo(self._connection, edit)
        return self._write(
            target.label,
            lambda: undoing.put_back(self._connection, target),
            writing.UNDO,
            target.edit,
        )

    def redo(self) -> Done[str]:
        """Do again what was undone last; answers its label. Raises UserError where there is nothing."""
        self._refuse_foreign(undoing.NOTHING_TO_REDO)
        target = undoing.next_redo(self._connection)
        undone_by = undoing.last_undo_of(self._connection, target)
        return self._write(
            target.label,
            lambda: undoing.put_back(self._connection, undone_by),
            writing.REDO,
            target.edit,
        )

    def stacks(self) -> undoing.Stacks:
        """What Undo and Redo would do."""
        return undoing.stacks(self._connection)

    def back_up(self, folder: Path | None = None) -> Path:
        """Write a backup beside the workspace, or into a folder, and answer its path."""
        with disk_errors():
            return backup.make(self._connection, self.path, self._passphrase, folder)

    def back_up_daily(self, today: date | None = None) -> Path | None:
        """The backup of the day, where there is none yet; the newest ten are kept."""
        with disk_errors():
            return backup.make_daily(self._connection, self.path, self._passphrase, today)

    def check(self, step: Callable[[int, int], None] | None = None) -> list[str]:
        """What is wrong with pages, references, triggers and log; ``step`` is told how much is looked at."""
        from db import check  # used by support only

        return check.problems(self._connection, step)

    def close(self) -> None:
        """Let go of the file. Safe to call twice."""
        self._memory.close()
        self._disconnect()

    def change_passphrase(self, passphrase: str | None) -> None:
        """Encrypt the file anew, or write it plain; the old file is replaced once the new one is whole."""
        workspace.rewrite(self.path, self._connection, passphrase)
        self._disconnect()
        self._passphrase = passphrase
        self._connection = workspace.open_connection(self.path, passphrase)

    def _refuse_foreign(self, sentence: str) -> None:
        """What another computer did last is not for this one to take back by a key press."""
        if not writing.is_own(self._connection, self._memory):
            raise UserError(sentence)

    def _disconnect(self) -> None:
        if self._engine is not None:
            self._engine.dispose()
            self._engine = None
        workspace.close(self.path, self._connection)

    def _write(
        self, label: str, work: Callable[[], T], kind: str = writing.EDIT, target: str | None = None
    ) -> Done[T]:
        connection = self._connection
        pen = writing.Pen(self.author, self._memory)

        def logged() -> T:
            value = work()
            if not search.noted(connection, _MANY):
                search.refresh(connection)
            return value

        with disk_errors(), engine.transaction(connection):
            if writing.own_device(connection, self._memory):
                workspace.introduce_device(connection, pen)
            done = writing.write(connection, pen, label, logged, kind, target)
        if search.noted(connection):
            with disk_errors(), engine.transaction(connection):
                search.refresh(connection)
        _refuse_table_rows(done.value)
        return done

    def _in_session(self, edit: Callable[..., T], *args: Any, **kwargs: Any) -> T:
        # The table classes cost more start-up than the window: they come with the first edit.
        from sqlmodel import Session

        from db.borrowed import engine_on

        if self._engine is None:
            self._engine = engine_on(self._connection)
        with Session(self._engine, info={"reader": Reader(self._connection)}) as session:
            value = edit(session, *args, **kwargs)
            session.flush()
            return value


def _refuse_table_rows(answer: object) -> None:
    """Table rows live inside a session; one that gets out would read from a closed one."""
    sqlmodel = sys.modules.get("sqlmodel")
    if sqlmodel is None:
        return
    some = answer[:1] if isinstance(answer, list | tuple) else [answer]
    if any(isinstance(one, sqlmodel.SQLModel) for one in some):
        raise TypeError("table rows never leave db; answer with a frozen dataclass")


__all__ = ["Changes", "Database", "Done"]
