"""What was typed into a form and not saved yet: it stays in the file, so that it comes back after the power went.

Of this file alone: it is not logged and never exchanged.
"""

import json
from collections.abc import Iterable
from typing import Any

from db.engine import Connection
from db.log.stamp import time_text


def keep(connection: Connection, form: str, row: str, typed: dict[str, Any] | None) -> None:
    """Keep what stands in a form; ``row`` says of what. None: it was saved, or thrown away."""
    connection.execute("DELETE FROM unsaved WHERE form = ? AND row_id = ?", (form, row))
    if typed is None:
        return
    connection.execute(
        "INSERT INTO unsaved (form, row_id, typed, at) VALUES (?, ?, ?, ?)",
        (form, row, json.dumps(typed, ensure_ascii=False), time_text()),
    )


def forget_people(connection: Connection, people: Iterable[str]) -> None:
    """Nothing typed of an erased person stays."""
    for person in people:
        connection.execute("DELETE FROM unsaved WHERE instr(row_id || typed, ?)", (person,))
