"""The first released schema: exchanged tables, and the tables of the file alone."""

from pathlib import Path

from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make every table, in plain SQL that can be read beside this file."""
    here = Path(__file__).resolve().parent
    for name in ("tables.sql", "local.sql"):
        script = (here / name).read_text("utf-8")
        lines = (line for line in script.splitlines() if not line.startswith("--"))
        for statement in "\n".join(lines).split(";"):
            if statement.strip():
                op.execute(statement)
