"""The demo workspace: what five published texts state, and made-up rows beside it, never mixed up."""

from pathlib import Path

from db.database import Database

NAME = "Rembuk – contoh"
AUTHOR = "Rembuk"


def build(path: Path, *, facts_only: bool = False, passphrase: str | None = None) -> None:
    """Make the demo workspace at a path where no file is.

    The same rows with the same ids and values every time; only the log has stamps of its own.
    ``facts_only`` leaves the sample rows out.

    Raises:
        WorkspaceError: the file exists already, or the folder cannot be written.
    """
    from db.demo import layers  # the table classes come with them

    database = Database.create(path, name=NAME, passphrase=passphrase, author=AUTHOR)
    try:
        database.edit(layers.add_facts)
        if not facts_only:
            database.edit(layers.add_samples)
    finally:
        database.close()
