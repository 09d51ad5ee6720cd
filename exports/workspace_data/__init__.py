"""Workspace data: every record as JSON that any program reads back, or as a workbook with words for people."""

import json
from collections.abc import Iterator
from typing import Any

from db.engine import Reader
from db.errors import UserError
from db.queries.workspace_data import WorkspaceData, workspace_data
from exports.document import YES_NO, Choice, Choices, Document
from resources.texts import N_, Texts

TITLE = N_("Workspace data")
FORMAT, VERSION = "rembuk-workspace-data", 1
NOT_OURS = N_("This is not a file of workspace data that Rembuk can read.")


def _question(reader: Reader, choices: Choices) -> WorkspaceData:
    return workspace_data(reader, contacts=choices["contacts"])


def make(data: WorkspaceData, t: Texts, kind: str) -> bytes:
    """Everything as ``xlsx`` in the language of ``t``, or as ``json`` in none: codes and ids as stored."""
    if kind == "json":
        return "".join(_lines(data)).encode()
    from exports.workspace_data.workbook import book

    return book(data, t)


def read(content: bytes) -> dict[str, list[dict[str, Any]]]:
    """Table → rows as column → value, from a file made by ``make``.

    Raises:
        UserError: the file is another one, or from a newer Rembuk.
    """
    try:
        data = json.loads(content)
        if (data["format"], data["version"]) != (FORMAT, VERSION):
            raise UserError(NOT_OURS)
        tables: dict[str, list[dict[str, Any]]] = data["tables"]
    except (ValueError, KeyError, TypeError) as error:
        raise UserError(NOT_OURS) from error
    return tables


def _lines(data: WorkspaceData) -> Iterator[str]:
    """A line for each row, so that two exports can be compared line by line."""
    head = {
        "format": FORMAT,
        "version": VERSION,
        "schema": data.schema,
        "workspace": data.workspace,
        "data_version": data.version,
        "contacts": data.contacts,
        "protected_people": data.protected,
        "sample": data.sample,
    }
    yield _json(head)[:-1] + ',"tables":{'
    for number, table in enumerate(data.tables):
        yield f"{',' if number else ''}\n{_json(table.name)}:["
        for place, row in enumerate(table.rows):
            yield f"{',' if place else ''}\n{_json(row)}"
        yield "]"
    yield "\n}}\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


DOCUMENT = Document(
    key="workspace_data",
    title=TITLE,
    formats=("xlsx", "json"),
    choices=(Choice("contacts", N_("With contact data"), YES_NO, default=False),),
    question=_question,
    make=make,
)
