"""Spreadsheets in: what lies in a file, what it means, and what would happen. Only ``writing`` writes."""

ENDINGS = frozenset({".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".tsv", ".txt"})
"""How the names of files end that may hold a list."""
