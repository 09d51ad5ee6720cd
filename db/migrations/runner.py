"""Brings a workspace to the schema of this program, in one transaction. Refuses a newer one."""

import warnings
from pathlib import Path

from db import search
from db.engine import APPLICATION_ID, Connection, transaction
from db.errors import WorkspaceError
from db.log import capture
from db.migrations.schema import SCHEMA
from resources.texts import N_

NEWER = N_(
    "This file was made by a newer Rembuk (its schema is {file}, this program knows {known}). "
    "Update Rembuk on this computer; the file was not changed."
)


def version(connection: Connection) -> int:
    """Schema number of a file; 0 for an empty one."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def refuse_newer(connection: Connection) -> None:
    """Raises WorkspaceError for a file of a newer program."""
    found = version(connection)
    if found > SCHEMA:
        raise WorkspaceError(NEWER, file=found, known=SCHEMA)


def upgrade(connection: Connection) -> None:
    """Run what is missing, then make the triggers anew. All of it or nothing."""
    # Alembic and SQLAlchemy cost more to import than opening a file that is up to date.
    from alembic import command
    from alembic.config import Config

    from db.borrowed import engine_on

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).resolve().parent))
    config.set_main_option("path_separator", "os")
    with transaction(connection):
        with engine_on(connection).connect() as bound, warnings.catch_warnings():
            config.attributes["connection"] = bound
            command.upgrade(config, f"{SCHEMA:04d}")
        make_triggers(connection)
        connection.execute(f"PRAGMA user_version = {SCHEMA}")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def make_triggers(connection: Connection) -> None:
    """Make every trigger anew from the tables as they stand."""
    capture.install(connection)
    search.install(connection)
    capture.seal(connection)
