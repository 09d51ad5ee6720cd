"""Questions about the workspace itself."""

import json
from dataclasses import dataclass

from db.engine import Reader
from db.log.identity import device_text

# What is counted, in the order people ask for it.
COUNTED = {
    "people": "person",
    "organizations": "organization",
    "programmes": "programme",
    "forums": "forum",
    "activities": "activity",
    "sessions": "activity_session",
    "participations": "participation",
    "attendances": "attendance",
    "agreements": "agreement",
    "action_plans": "action_plan",
}


@dataclass(frozen=True, slots=True)
class WorkspaceInfo:
    """Name, counts per thing, device number (12 hex digits), schema, and how many changes are logged."""

    name: str
    counts: dict[str, int]
    device: str
    schema: int
    edits: int
    changes: int


def info(reader: Reader) -> WorkspaceInfo:
    """What a person who helps by phone asks first."""
    return WorkspaceInfo(
        _name(reader),
        _counts(reader),
        device_text(reader.value("SELECT device FROM log_state")),
        int(reader.value("PRAGMA user_version")),
        int(reader.value("SELECT count(*) FROM edit")),
        int(reader.value("SELECT count(*) FROM change")),
    )


@dataclass(frozen=True, slots=True)
class Overview:
    """Name of the workspace and counts per thing."""

    name: str
    counts: dict[str, int]


def overview(reader: Reader) -> Overview:
    """What the first page shows."""
    return Overview(_name(reader), {thing: _count(reader, COUNTED[thing]) for thing in _FEW})


# Counted from an index or a small table: the first page may not read a million rows.
_FEW = ("people", "organizations", "activities", "sessions")


def _name(reader: Reader) -> str:
    return str(json.loads(reader.value("SELECT value FROM setting WHERE id = 'workspace.name'")))


def _counts(reader: Reader) -> dict[str, int]:
    return {thing: _count(reader, table) for thing, table in COUNTED.items()}


def _count(reader: Reader, table: str) -> int:
    return int(reader.value(f"SELECT count(*) FROM {table} WHERE removed = 0"))
