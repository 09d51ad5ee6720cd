"""Spreadsheets in: what lies in a file, what it means, and what would happen. Only ``writing`` writes."""
