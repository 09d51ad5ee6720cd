"""Ids by kind and number, days, and rows put in as bare tuples: what the large workspace is made with."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from sqlmodel import Session

from db.log.stamp import time_text


def row_id(kind: int, number: int, part: int | None = None) -> str:
    """32 hex digits, so that rows can refer to each other before they are there."""
    return f"{kind:08x}{number:024x}" if part is None else f"{kind:08x}{number:020x}{part:04x}"


def put(session: Session, table: str, columns: str, rows: Sequence[tuple[Any, ...]]) -> None:
    """Insert rows; the triggers log them as they log everything."""
    marks = ", ".join("?" * len(columns.split(",")))
    session.connection().connection.driver_connection.executemany(
        f"INSERT INTO {table} ({columns}) VALUES ({marks})", rows
    )


def day_of(days: int) -> str:
    """The day so many days from the one on which the workspace is made."""
    return (date.fromisoformat(time_text()[:10]) + timedelta(days=days)).isoformat()
