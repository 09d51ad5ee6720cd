"""Decisions on plain values: pure functions, no database, no windows."""
