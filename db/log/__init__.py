"""The log of changes and its readers: capture, clock, history, undo."""
