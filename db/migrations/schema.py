"""Number of the schema this program writes, kept in the file as ``user_version``."""

SCHEMA = 6
