"""Questions about forms that were filled in and not saved."""

import json
from dataclasses import dataclass
from typing import Any

from db.engine import Reader


@dataclass(frozen=True, slots=True)
class UnsavedRow:
    """A form that waits: ``row`` says of what, ``at`` is UTC."""

    form: str
    row: str
    at: str


def waiting(reader: Reader) -> list[UnsavedRow]:
    """What was typed and not saved, the last first."""
    return reader.rows(UnsavedRow, "SELECT form, row_id, at FROM unsaved ORDER BY at DESC")


def typed(reader: Reader, form: str, row: str) -> dict[str, Any] | None:
    """What stood in a form; None where nothing waits."""
    found = reader.value("SELECT typed FROM unsaved WHERE form = ? AND row_id = ?", (form, row))
    return None if found is None else dict(json.loads(found))
