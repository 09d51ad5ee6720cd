"""The connection as SQLAlchemy gets it: it may run statements, but transactions belong to the door."""

from typing import Any

from sqlalchemy import Engine, create_engine
from sqlalchemy.pool import StaticPool

from db.engine import Connection, dbapi


class _Borrowed:
    """Passes everything on, except what would end the transaction or the connection."""

    def __init__(self, connection: Connection) -> None:
        object.__setattr__(self, "_connection", connection)

    def __getattr__(self, name: str) -> Any:
        return getattr(object.__getattribute__(self, "_connection"), name)

    def commit(self) -> None:
        """The door commits."""

    def rollback(self) -> None:
        """The door takes back."""

    def close(self) -> None:
        """The door closes."""


def engine_on(connection: Connection) -> Engine:
    """SQLAlchemy engine on the one connection of a workspace."""
    return create_engine(
        "sqlite://", module=dbapi, creator=lambda: _Borrowed(connection), poolclass=StaticPool
    )
