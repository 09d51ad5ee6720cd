"""Pairs of people who look like one and are not."""

from alembic import op

revision = "0002"
down_revision = "0001"

_PERSON = "FOREIGN KEY({}) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED"


def upgrade() -> None:
    """One more exchanged table."""
    op.execute(
        "CREATE TABLE different_people (id VARCHAR NOT NULL, removed BOOLEAN DEFAULT 0 NOT NULL,"
        " sample BOOLEAN DEFAULT 0 NOT NULL, first_id VARCHAR NOT NULL, second_id VARCHAR NOT NULL,"
        f" PRIMARY KEY (id), {_PERSON.format('first_id')}, {_PERSON.format('second_id')})"
    )
    for column in ("first_id", "second_id"):
        op.execute(f"CREATE INDEX ix_different_people_{column} ON different_people ({column})")
