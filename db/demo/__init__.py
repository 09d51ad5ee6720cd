"""The demo workspace: the facts of five published texts exactly as stated, and, marked as such, sample rows."""

from pathlib import Path

from db.database import Database

NAME = "Rembuk – contoh"


def build(path: Path, *, facts_only: bool = False, passphrase: str | None = None) -> None:
    """Make the demo workspace; the same rows with the same ids on every run.

    Raises:
        WorkspaceError: there is a file already, or the folder cannot be written.
    """
    from db.demo import made_up, stated  # the table classes come with them

    database = Database.create(path, name=NAME, passphrase=passphrase, author="Rembuk")
    try:
        database.edit(stated.add_facts)
        if not facts_only:
            database.edit(made_up.add_samples)
    finally:
        database.close()
