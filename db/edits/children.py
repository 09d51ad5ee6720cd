"""Rows that belong to another one: its parties, members, steps, districts."""

from collections.abc import Sequence
from typing import Any

from sqlmodel import Session, select

from db.edits.edit import put
from db.models import Exchanged


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
