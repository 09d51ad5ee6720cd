"""Exchange by file: who belongs to the circle, what is known of the others, who was erased."""

from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Two columns, one exchanged table, and the tables of this file alone."""
    for column in ("certificate", "follows"):
        op.execute(f"ALTER TABLE device ADD COLUMN {column} VARCHAR")
    op.execute(
        "CREATE TABLE erasure (id VARCHAR NOT NULL, removed BOOLEAN DEFAULT 0 NOT NULL,"
        " sample BOOLEAN DEFAULT 0 NOT NULL, person_id VARCHAR NOT NULL, date VARCHAR NOT NULL,"
        " reason VARCHAR NOT NULL, naming VARCHAR NOT NULL, certificate VARCHAR NOT NULL, PRIMARY KEY (id))"
    )
    op.execute("CREATE INDEX ix_erasure_person_id ON erasure (person_id)")
    op.execute("ALTER TABLE log_state ADD COLUMN circle TEXT")
    for statement in _LOCAL:
        op.execute(statement)
    # What others wrote came in whole so far, as copies of files.
    op.execute("INSERT INTO seen (device, seq) SELECT device, max(seq) FROM change GROUP BY device")


_LOCAL = (
    # The order of the changes of a row is read from the index alone.
    "DROP INDEX ix_change_row",
    "CREATE INDEX ix_change_row ON change (row_id, stamp)",
    # Changes 1 … seq of a device are all here; of some devices more may be, with gaps.
    "CREATE TABLE seen (device INTEGER PRIMARY KEY, seq INTEGER NOT NULL)",
    "CREATE TABLE circle_key (one INTEGER PRIMARY KEY CHECK (one = 1),"
    " signing TEXT NOT NULL, sealing TEXT NOT NULL)",
    # The newest file that came from a device: what it had then, and what of ours it had taken in.
    "CREATE TABLE peer (device INTEGER PRIMARY KEY, made_at TEXT NOT NULL, came_at TEXT NOT NULL,"
    " stamp INTEGER NOT NULL, vector TEXT NOT NULL, taken TEXT NOT NULL, wanted TEXT NOT NULL,"
    " scope TEXT NOT NULL, number INTEGER NOT NULL, covered TEXT NOT NULL)",
    # Files that were made here, and those that came in.
    "CREATE TABLE exchanged_file (id INTEGER PRIMARY KEY, at TEXT NOT NULL, incoming INTEGER NOT NULL,"
    " devices TEXT NOT NULL, changes INTEGER NOT NULL, sha256 TEXT NOT NULL)",
    # Rows that a scope held when a file was made for it, since which file, and from which on no more.
    "CREATE TABLE scope_row (scope TEXT NOT NULL, row_id TEXT NOT NULL, table_name TEXT NOT NULL,"
    " entered INTEGER NOT NULL, went INTEGER, PRIMARY KEY (scope, row_id)) WITHOUT ROWID",
    "CREATE TABLE scope_file (scope TEXT PRIMARY KEY, number INTEGER NOT NULL) WITHOUT ROWID",
    # Where to look for conflicts; whether there is one is read from the log.
    "CREATE TABLE in_review (row_id TEXT PRIMARY KEY, table_name TEXT NOT NULL) WITHOUT ROWID",
)
