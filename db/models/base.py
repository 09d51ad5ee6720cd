"""What every exchanged table has in common. A table with the column ``removed`` is logged and travels."""

from typing import Any

from sqlalchemy import Index, text
from sqlmodel import Field, SQLModel


class Exchanged(SQLModel):
    """Row of an exchanged table.

    ``id``: 32 hex digits (UUIDv7; UUIDv5 for relations), or the official code of a reference row.
    ``removed``: rows are never deleted, only taken out of every list.
    ``sample``: made-up row of the demo workspace; marked wherever it is shown or printed.
    """

    id: str = Field(primary_key=True)
    removed: bool = Field(default=False, sa_column_kwargs={"server_default": text("0")})
    sample: bool = Field(default=False, sa_column_kwargs={"server_default": text("0")})


class AboutSomething(Exchanged):
    """Row that can hang on any thing: ``subject`` is the name of its table, ``subject_id`` its id."""

    subject: str
    subject_id: str


def ref(target: str, *, index: bool = False) -> Any:
    """Optional reference to another table (``"district"``) by its id."""
    return Field(default=None, foreign_key=f"{target}.id", index=index)


def owner(target: str) -> Any:
    """Required, indexed reference to the row this one belongs to."""
    return Field(foreign_key=f"{target}.id", index=True)


def flag() -> Any:
    """Yes/no that starts as no."""
    return Field(default=False, sa_column_kwargs={"server_default": text("0")})


def count(start: int = 0) -> Any:
    """Whole number that starts at ``start``."""
    return Field(default=start, sa_column_kwargs={"server_default": text(str(start))})


def subject_index(table: str) -> tuple[Index]:
    """Index that finds what hangs on one row."""
    return (Index(f"ix_{table}_subject", "subject_id"),)
