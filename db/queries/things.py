"""Short lists of things that have no page of their own yet: programmes, forums, agreements, plans, words."""

from dataclasses import dataclass
from typing import Any

from db.engine import Reader


@dataclass(frozen=True, slots=True)
class ThingRow:
    """Line of a short list; dates as they are stored."""

    id: str
    name: str
    detail: str | None
    starts: str | None
    ends: str | None
    sample: bool


def programmes(reader: Reader) -> list[ThingRow]:
    """Programmes and their components, by name."""
    return reader.rows(
        _row,
        "SELECT p.id, p.name, u.name, p.starts, p.ends, p.sample FROM programme AS p"
        " LEFT JOIN programme AS u ON u.id = p.parent_id WHERE p.removed = 0 ORDER BY p.name, p.id",
    )


def forums(reader: Reader) -> list[ThingRow]:
    """Forums and groups, by name."""
    return reader.rows(
        _row,
        "SELECT f.id, f.name, d.name, f.founded, NULL, f.sample FROM forum AS f"
        " LEFT JOIN district AS d ON d.id = f.district_id WHERE f.removed = 0 ORDER BY f.name, f.id",
    )


def agreements(reader: Reader) -> list[ThingRow]:
    """Agreements by the date they were signed."""
    return reader.rows(
        _row,
        "SELECT a.id, a.title, a.number, a.signed, a.ends, a.sample FROM agreement AS a"
        " WHERE a.removed = 0 ORDER BY a.signed, a.title",
    )


def plans(reader: Reader) -> list[ThingRow]:
    """Follow-up plans by district."""
    return reader.rows(
        _row,
        "SELECT p.id, p.title, d.name, NULL, NULL, p.sample FROM action_plan AS p"
        " LEFT JOIN district AS d ON d.id = p.district_id WHERE p.removed = 0 ORDER BY d.name, p.title",
    )


def terms(reader: Reader) -> list[ThingRow]:
    """Every word of every vocabulary; the id is what drafts take."""
    return reader.rows(
        _row,
        "SELECT id, label_id, label_en, NULL, NULL, 0 FROM term WHERE removed = 0"
        " ORDER BY vocabulary, rank, code",
    )


def _row(*values: Any) -> ThingRow:
    *fields, sample = values
    return ThingRow(*fields, bool(sample))  # type: ignore[call-arg]  # as selected
