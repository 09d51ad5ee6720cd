"""What an edit is: a function on a session, with the name that Undo and the history show."""

from collections.abc import Callable, Sequence
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlmodel import Session, select

from db.engine import Connection, Reader
from db.errors import InvalidDraftError, Problem, UserError
from db.log.writing import EDIT
from db.models import Erasure, Exchanged, Person
from resources.texts import N_

P = ParamSpec("P")
T = TypeVar("T")
Row = TypeVar("Row", bound=Exchanged)

Edit = Callable[Concatenate[Session, P], T]

GONE = N_("This entry is not there any more. Perhaps it was removed a moment ago.")


def edit(label: str, kind: str = EDIT) -> Callable[[Edit[P, T]], Edit[P, T]]:
    """Name an edit; ``label`` is a msgid, written with the verb first ('Add member').

    ``kind``: what undo makes of it; only the usual one can be undone.
    """

    def named(function: Edit[P, T]) -> Edit[P, T]:
        function.label, function.kind = label, kind  # type: ignore[attr-defined]  # read by the door
        return function

    return named


def reader_of(session: Session) -> Reader:
    """The questions that an edit may ask inside its own transaction."""
    session.flush()
    reader: Reader = session.info["reader"]
    return reader


def raw(session: Session) -> Connection:
    """The connection itself, for tables that are known by name only."""
    session.flush()
    return session.connection().connection.driver_connection


def get(session: Session, table: type[Row], row: str) -> Row:
    """The row with this id, still listed. Raises UserError where it is not."""
    found = session.get(table, row)
    if found is None or found.removed or (table is Person and _is_erased(session, row)):
        raise UserError(GONE)
    return found


def _is_erased(session: Session, person: str) -> bool:
    return session.exec(select(Erasure).where(Erasure.person_id == person)).first() is not None


def put(session: Session, row: Row) -> Row:
    """Add a row, or bring back and change the one that stands for the same fact.

    Only what the given row says is changed; what it leaves out stays as it is.
    """
    found = session.get(type(row), row.id)
    if found is None:
        session.add(row)
        return row
    said = row.model_dump(exclude={"id"}, exclude_unset=True)
    found.sqlmodel_update({**said, "removed": False})
    session.add(found)
    return found


def keep(session: Session, owner: str, row: str, table: Any, children: Sequence[Exchanged]) -> None:
    """The children of a row in one table become exactly these; ``owner`` is their column that names it.

    What is gone is taken out, what came back is the row it was, and what is the same stays untouched.
    """
    wanted = {child.id for child in children}
    for known in session.exec(select(table).where(getattr(table, owner) == row, ~table.removed)):
        if known.id not in wanted:
            known.removed = True
            session.add(known)
    for child in children:
        put(session, child)


def refuse(problems: list[Problem]) -> None:
    """Raise InvalidDraftError where a draft has problems."""
    if problems:
        raise InvalidDraftError(problems)
