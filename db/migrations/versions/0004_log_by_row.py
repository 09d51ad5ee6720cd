"""Two indexes of the log by row: births, and what was written later, which stays small and near."""

from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """A change of a random row touches a few pages instead of one of thousands."""
    op.execute("DROP INDEX ix_change_row")
    op.execute("CREATE INDEX ix_change_born ON change (row_id) WHERE before = '{}'")
    op.execute("CREATE INDEX ix_change_later ON change (row_id) WHERE before <> '{}'")
