"""The fixtures of the window."""

from tests.desktop.conftest import demo_copy, demo_file, own_home

__all__ = ["demo_copy", "demo_file", "own_home"]
