"""Finding anything by some letters: people, organizations, activities, and all that has a page."""

from dataclasses import dataclass
from typing import Any

from db.engine import Reader
from db.queries import (
    action_plans,
    activities,
    agreements,
    districts,
    forums,
    issues,
    listing,
    organizations,
    people,
    programmes,
)
from db.queries.listing import Asked

EACH = 5  # of a kind


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that was found: its table and id, its name, and what tells it from others."""

    table: str
    id: str
    name: str
    detail: str | None


_LISTED = (
    (programmes.LISTING, "name", "parent"),
    (forums.LISTING, "name", "district"),
    (agreements.LISTING, "title", "number"),
    (action_plans.PLANS, "title", "district"),
    (issues.LISTING, "title", "district"),
)


def find(reader: Reader, text: str, each: int = EACH) -> list[Hit]:
    """The first of every kind that has all typed words. Protected people are told by their code."""
    if not text.strip():
        return []
    found = [
        Hit("person", one.id, one.shown, one.organization or one.district)
        for one in people.page(reader, search_text=text, limit=each)
    ]
    found += [
        Hit("activity", one.id, one.title, (one.starts or "")[:4] or None)
        for one in activities.page(reader, search_text=text, limit=each)
    ]
    found += [
        Hit("organization", one.id, one.name, one.acronym or one.district)
        for one in organizations.page(reader, search_text=text, limit=each)
    ]
    found += [
        Hit("district", one.id, one.name, one.within)
        for one in districts.page(reader, search_text=text, limit=each)
    ]
    for of, name, detail in _LISTED:
        rows: list[Any] = listing.found(reader, of, Asked(text)).first[:each]
        found += [Hit(of.table, one.id, getattr(one, name), getattr(one, detail)) for one in rows]
    return found
