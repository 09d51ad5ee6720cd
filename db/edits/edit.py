"""What an edit is: a function on a session, with the name that Undo and the history show."""

from collections.abc import Callable
from typing import Concatenate, ParamSpec, TypeVar

from sqlmodel import Session

from db.engine import Reader
from db.errors import InvalidDraftError, Problem, UserError
from db.models import Exchanged
from resources.texts import N_

P = ParamSpec("P")
T = TypeVar("T")
Row = TypeVar("Row", bound=Exchanged)

Edit = Callable[Concatenate[Session, P], T]

GONE = N_("This entry is not there any more. Perhaps it was removed a moment ago.")


def edit(label: str) -> Callable[[Edit[P, T]], Edit[P, T]]:
    """Name an edit; ``label`` is a msgid, written with the verb first ('Add member')."""

    def named(function: Edit[P, T]) -> Edit[P, T]:
        function.label = label  # type: ignore[attr-defined]  # read by the door
        return function

    return named


def reader_of(session: Session) -> Reader:
    """The questions that an edit may ask inside its own transaction."""
    session.flush()
    reader: Reader = session.info["reader"]
    return reader


def get(session: Session, table: type[Row], row: str) -> Row:
    """The row with this id, still listed. Raises UserError where it is not."""
    found = session.get(table, row)
    if found is None or found.removed:
        raise UserError(GONE)
    return found


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


def refuse(problems: list[Problem]) -> None:
    """Raise InvalidDraftError where a draft has problems."""
    if problems:
        raise InvalidDraftError(problems)
