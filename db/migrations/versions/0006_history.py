"""Edits get numbers as all other listed rows have, and stand in the order of time."""

from alembic import op

revision = "0006"
down_revision = "0005"

_STEPS = (
    "CREATE TABLE numbered_edit (id TEXT PRIMARY KEY NOT NULL, device INTEGER NOT NULL,"
    " stamp INTEGER NOT NULL, author TEXT NOT NULL, made_at TEXT NOT NULL, label TEXT NOT NULL,"
    " kind TEXT NOT NULL DEFAULT 'edit', target TEXT, first_seq INTEGER, last_seq INTEGER)",
    "INSERT INTO numbered_edit SELECT id, device, stamp, author, made_at, label, kind, target,"
    " first_seq, last_seq FROM edit ORDER BY stamp, device",
    "DROP TABLE edit",
    "ALTER TABLE numbered_edit RENAME TO edit",
    "CREATE INDEX ix_edit_device ON edit (device, stamp)",
    "CREATE INDEX ix_edit_stamp ON edit (stamp, device)",
)


def upgrade() -> None:
    """A list asks for the numbers of its rows, which a table without them cannot give."""
    for step in _STEPS:
        op.execute(step)
