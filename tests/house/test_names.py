"""Edits that the window names instead of importing them are there."""

import re
from pathlib import Path
from pkgutil import resolve_name

DESKTOP = Path(__file__).parents[2] / "desktop"
NAMED = re.compile(r'"(db\.edits\.\w+:\w+)"')


def test_everything_that_is_named_is_there() -> None:
    named = {found for file in DESKTOP.rglob("*.py") for found in NAMED.findall(file.read_text())}
    assert named
    for name in named:
        assert callable(resolve_name(name))
