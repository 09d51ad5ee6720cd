"""The things that the command line lists and adds; a new thing is one entry. Everything heavy is imported late."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from db.engine import Reader


@dataclass(frozen=True, slots=True)
class Listed:
    """A thing that can be listed: its query (``module:function``), and what the query is asked with."""

    query: str
    searchable: bool = True
    of_activity: bool = False

    def rows(self, reader: Reader, search: str, activity: str | None, limit: int) -> list[Any]:
        """The rows, as dataclasses."""
        module, name = self.query.split(":")
        ask = getattr(import_module(module), name)
        if self.of_activity:
            return list(ask(reader, activity))
        if self.searchable:
            return list(ask(reader, search_text=search, limit=limit))
        return list(ask(reader))


@dataclass(frozen=True, slots=True)
class Added:
    """A thing that can be added: its draft and its edit (``module:name``)."""

    draft: str
    edit: str

    def parts(self) -> tuple[type[Any], Callable[..., Any]]:
        """Class of the draft, and the edit."""
        made = [
            getattr(import_module(m), n) for m, n in (x.split(":") for x in (self.draft, self.edit))
        ]
        return made[0], made[1]


LISTED: dict[str, Listed] = {
    "people": Listed("db.queries.people:page"),
    "organizations": Listed("db.queries.organizations:page"),
    "districts": Listed("db.queries.districts:page"),
    "programmes": Listed("db.queries.things:programmes", searchable=False),
    "forums": Listed("db.queries.things:forums", searchable=False),
    "agreements": Listed("db.queries.things:agreements", searchable=False),
    "plans": Listed("db.queries.things:plans", searchable=False),
    "terms": Listed("db.queries.things:terms", searchable=False),
    "activities": Listed("db.queries.activities:page"),
    "sessions": Listed("db.queries.activities:sessions", of_activity=True),
    "participants": Listed("db.queries.participants:people", of_activity=True),
    "attendance": Listed("db.queries.participants:marks", of_activity=True),
}

ADDED: dict[str, Added] = {
    "person": Added("db.edits.people:PersonDraft", "db.edits.people:add"),
    "organization": Added("db.edits.organizations:OrganizationDraft", "db.edits.organizations:add"),
    "activity": Added("db.edits.activities:ActivityDraft", "db.edits.activities:add"),
    "session": Added("db.edits.activities:SessionDraft", "db.edits.activities:add_session"),
    "participant": Added(
        "db.edits.participants:ParticipantDraft", "db.edits.participants:register"
    ),
    "attendance": Added("db.edits.participants:MarkDraft", "db.edits.participants:mark"),
}
