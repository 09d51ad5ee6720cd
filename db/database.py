"""The door: open a workspace, read from it, edit it, undo. Nothing else reaches the file."""

import contextlib
import hmac
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

from db import backup, engine, erasures, search, unsaved, workspace
from db.engine import Reader, disk_errors
from db.errors import UserError
from db.log import undo as undoing
from db.log import writing
from db.log.changes import Changes, Done
from db.log.identity import DeviceMemory
from resources.texts import N_

if TYPE_CHECKING:
    from sqlmodel import Session

    from db.circle.cards import Card
    from db.queries.duplicates import PairRow
    from db.sync.holder import Holder
    from db.sync.incoming import Merged

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

        Raises WorkspaceError where the file exists already, or the folder cannot be written.
        """
        workspace.create(path, name=name, passphrase=passphrase, author=author)
        return cls.open(path, passphrase=passphrase, author=author)

    @classmethod
    def open(cls, path: Path, *, passphrase: str | None = None, author: str = "") -> "Database":
        """Open a workspace; brings an older schema up to date after a backup.

        Raises WorkspaceError: wrong passphrase (PassphraseNeededError: none was given), foreign, damaged, newer,
        read-only or open elsewhere.
        """
        return cls(path, passphrase, author)

    @classmethod
    def start(
        cls,
        path: Path,
        data: bytes,
        card: "Card",
        *,
        passphrase: str | None = None,
        author: str = "",
    ) -> "Database":
        """Make the first file of this computer from a starter file, and open it. Errors as in ``starting``."""
        from db.sync import starting

        starting.start(path, data, card, passphrase=passphrase, author=author)
        return cls.open(path, passphrase=passphrase, author=author)

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
        label, kind = edit.label, edit.kind  # type: ignore[attr-defined]  # set by @edit
        return self._write(label, lambda: self._in_session(edit, *args, **kwargs), kind)

    def erase(self, person: str, reason: str) -> Done[list[str]]:
        """Forget a person, in the file and its backups; answers the ids. See ``edits.erasures``."""
        from db.edits import erasures as ordering

        def work() -> list[str]:
            people = self._in_session(ordering.erase, person, reason)
            erasures.blank(self._connection, people)
            return people

        label, kind = ordering.erase.label, ordering.erase.kind  # type: ignore[attr-defined]  # set by @edit
        done = self._write(label, work, kind)
        self._clean()
        return done

    def undo(self, edit: str | None = None) -> Done[str]:
        """Undo the last edit of this computer, or a chosen one by an edit of its own; answers its label.

        Raises UserError where there is nothing to undo, or where rows changed since.
        """
        if edit is None:
            self._refuse_foreign(undoing.NOTHING_TO_UNDO)
        target = undoing.next_undo(self._connection, edit)
        return self._put_back(target, target, writing.UNDO if edit is None else writing.EDIT)

    def redo(self) -> Done[str]:
        """Do again what was undone last; answers its label. Raises UserError where there is nothing."""
        self._refuse_foreign(undoing.NOTHING_TO_REDO)
        target = undoing.next_redo(self._connection)
        return self._put_back(target, undoing.last_undo_of(self._connection, target), writing.REDO)

    def keep(self, form: str, row: str, typed: dict[str, Any] | None) -> None:
        """Keep what was typed into a form and not saved; None: it was saved, or thrown away."""
        with disk_errors(), engine.transaction(self._connection):
            unsaved.keep(self._connection, form, row, typed)

    def stacks(self) -> undoing.Stacks:
        """What Undo and Redo would do."""
        return undoing.stacks(self._connection)

    def back_up(self, folder: Path | None = None) -> Path:
        """Write a backup beside the workspace, or into a folder, and answer its path."""
        with disk_errors():
            return backup.make(self._connection, self.path, self._passphrase, folder)

    def back_up_daily(self, turn: backup.Turn | None = None) -> Path | None:
        """The backup of the day, where there is none yet; ``turn``: others read and edit between its pieces."""
        with disk_errors():
            return backup.make_daily(self._connection, self.path, self._passphrase, turn=turn)

    def check(self, step: Callable[[int, int], None] | None = None) -> list[str]:
        """What is wrong with pages, references, triggers and log; ``step`` is told how much is looked at."""
        from db import check  # used by support only

        return check.problems(self._connection, step)

    def hand_over(
        self, make: "Callable[Concatenate[Holder, P], T]", *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Make something for other computers from what is here.

        It is on the disk before it leaves, or a power cut could use the same numbers twice.
        """
        connection = self._connection
        with disk_errors(), engine.durable(connection), engine.transaction(connection):
            return make(self._holder(), *args, **kwargs)

    def merge(self, data: bytes, *, clock_is_right: bool = False) -> "Done[Merged]":
        """Take in an exchange file, after a backup. All of it or nothing; errors as in ``incoming.merge``."""
        from db.sync import incoming

        self.back_up()
        with self._taking_in(), engine.transaction(self._connection):
            merged, changes = incoming.merge(self._holder(), data, clock_is_right=clock_is_right)
            self._index()
        self._index(at_once=True)
        if merged.erased:
            self._clean()
        return Done(merged, changes)

    def preview(self, data: bytes) -> "tuple[Merged, int, list[PairRow]]":
        """What ``merge`` would do, whatever the clock says, and ``duplicates.among`` who came; changes nothing."""
        from db.queries import duplicates
        from db.sync import incoming

        with self._taking_in(), engine.trial(self._connection):
            merged, _ = incoming.merge(self._holder(), data, clock_is_right=True)
            return merged, *duplicates.among(Reader(self._connection), merged.new_people)

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

    def is_passphrase(self, typed: str | None) -> bool:
        """Whether this is the passphrase of the file; None and '' where it has none."""
        return hmac.compare_digest((self._passphrase or "").encode(), (typed or "").encode())

    def _put_back(self, target: undoing.Undoable, undone: undoing.Undoable, kind: str) -> Done[str]:
        put_back = partial(undoing.put_back, self._connection, undone)
        return self._write(target.label, put_back, kind, target.edit)

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

        def logged() -> T:
            value = work()
            self._index()
            return value

        with disk_errors(), engine.transaction(connection):
            done = writing.write(connection, self._pen(), label, logged, kind, target)
        self._index(at_once=True)
        _refuse_table_rows(done.value)
        return done

    @contextlib.contextmanager
    def _taking_in(self) -> Iterator[None]:
        with disk_errors(), engine.by_volume(self._connection):
            yield

    def _clean(self) -> None:
        """What was erased goes from the index, the journal of the file and the backups as well."""
        with disk_errors():
            with engine.transaction(self._connection):
                search.rebuild(self._connection)
            engine.empty_journal(self._connection)
            old = backup.backups(self.path)
            fresh = backup.make(self._connection, self.path, self._passphrase)
            backup.discard(path for path in old if path != fresh)

    def _pen(self) -> writing.Pen:
        """Who writes, under a number of this copy's own."""
        pen = writing.Pen(self.author, self._memory)
        before = writing.own_device(self._connection, self._memory)
        if before is not None:
            workspace.introduce_device(self._connection, pen, before=before)
        return pen

    def _holder(self) -> "Holder":
        from db.sync.holder import Holder

        return Holder(self._connection, self._pen(), self.path)

    def _index(self, *, at_once: bool = False) -> None:
        """Read again what moved: few rows inside their transaction, many right after it."""
        if not at_once:
            if not search.noted(self._connection, _MANY):
                search.refresh(self._connection)
        elif search.noted(self._connection):
            with disk_errors(), engine.transaction(self._connection):
                search.refresh(self._connection)

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
