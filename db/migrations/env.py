"""What alembic runs: the versions, on the connection that the runner hands over."""

from alembic import context

context.configure(
    connection=context.config.attributes["connection"],
    transaction_per_migration=False,
    transactional_ddl=False,  # the runner's transaction holds all of it
)
context.run_migrations()
