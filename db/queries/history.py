"""Questions to the log: what was done, by whom, and what became of one row."""

import json
from dataclasses import dataclass
from typing import Any

from db.engine import Reader
from db.log.reading import of_row


@dataclass(frozen=True, slots=True)
class EditRow:
    """An edit: ``label`` is a msgid, ``kind`` edit, undo, redo or setup, ``made_at`` UTC."""

    id: str
    label: str
    kind: str
    author: str
    device: str
    made_at: str
    changes: int


@dataclass(frozen=True, slots=True)
class FieldChange:
    """What an edit did to one field of a row; the values as people read them."""

    edit: EditRow
    table: str
    field: str
    before: str
    after: str


_EDIT = (
    "SELECT e.id, e.label, e.kind, e.author, coalesce(d.name, printf('%012x', e.device)), e.made_at,"
    " coalesce(e.last_seq - e.first_seq + 1, 0) FROM edit AS e"
    " LEFT JOIN device AS d ON d.id = printf('%012x', e.device)"
)

_NAMED = {
    "person": "name",
    "organization": "name",
    "district": "name",
    "programme": "name",
    "forum": "name",
    "activity": "title",
    "activity_session": "topic",
    "agreement": "title",
    "action_plan": "title",
    "source": "title",
    "tag": "name",
}


def edits(
    reader: Reader, *, row: str | None = None, offset: int = 0, limit: int = 100
) -> list[EditRow]:
    """Edits, the newest first; of one row where it is given."""
    condition = f" WHERE e.id IN (SELECT edit FROM change WHERE {of_row('?1')})" if row else ""
    return reader.rows(
        EditRow,
        f"{_EDIT}{condition} ORDER BY e.stamp DESC, e.device LIMIT ? OFFSET ?",
        (*([row] if row else []), limit, offset),
    )


def count(reader: Reader) -> int:
    """How many edits the log holds."""
    return int(reader.value("SELECT count(*) FROM edit"))


def row_history(reader: Reader, row: str, language: str = "id") -> list[FieldChange]:
    """What became of one row, field by field, the newest first."""
    by_edit = {one.id: one for one in edits(reader, row=row, limit=1000)}
    found = []
    for edit, table, before, after in reader.each(
        f"SELECT edit, table_name, before, after FROM change WHERE {of_row('?1')}"
        " ORDER BY stamp DESC, device DESC, seq DESC",
        (row,),
    ):
        was, became = json.loads(before), json.loads(after)
        parents = _parents(reader, table)
        for field in became:
            values_said = [
                said(reader, parents.get(field), values.get(field), language)
                for values in (was, became)
            ]
            found.append(FieldChange(by_edit[edit], table, field, *values_said))
    return found


def _parents(reader: Reader, table: str) -> dict[str, str]:
    """Column → table that it points to."""
    rows = reader.each('SELECT "from", "table" FROM pragma_foreign_key_list(?)', (table,))
    return dict(rows)


def said(reader: Reader, parent: str | None, value: Any, language: str) -> str:
    """A value as people read it: the name of what an id points to."""
    if value is None:
        return ""
    if parent == "term":
        column = "label_id" if language == "id" else "label_en"
    else:
        column = _NAMED.get(parent or "", "")
    if column:
        named = reader.value(f"SELECT {column} FROM {parent} WHERE id = ?", (value,))
        return str(named or value)
    return str(value)
