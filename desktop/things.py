"""The things that the command line lists and adds: a new thing is one entry. Everything heavy is imported late."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from db.engine import Reader
from db.errors import UserError
from resources.texts import N_

UNKNOWN_THING = N_("There is no “{thing}”. Possible: {things}.")
NEEDS_ACTIVITY = N_("Say which activity: --activity ID.")

SEARCHED, OF_ACTIVITY, WHOLE, RECORDS, LISTING = (
    *("searched", "of_activity", "whole", "records", "listing"),
)

Columns = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """How a thing is listed.

    ``query`` is ``module:function``; ``asked`` says with what: a typed text, an activity or nothing. Of LISTING it
    names the ``Listing`` of a page.
    ``columns`` are pairs of a head (msgid) and a property of the row, for people. ``table``: of what
    has no question of its own yet.
    """

    query: str
    asked: str
    columns: Columns
    table: str = ""

    def rows(
        self, reader: Reader, search: str, activity: str | None, limit: int | None
    ) -> list[Any]:
        """The rows, as dataclasses. Raises UserError where an activity must be named and is not."""
        ask = named(self.query)
        if self.asked == SEARCHED:
            found: list[Any] = ask(reader, search_text=search, limit=-1 if limit is None else limit)
            return found
        if self.asked == RECORDS:
            shown: list[Any] = ask(
                reader, table=self.table, search_text=search, limit=-1 if limit is None else limit
            )
            return shown
        if self.asked == LISTING:
            return _found(reader, ask, search, limit)
        if self.asked == WHOLE:
            rows = ask(reader)
        elif activity is None:
            raise UserError(NEEDS_ACTIVITY)
        else:
            rows = ask(reader, activity)
        return [row for row in rows if self._has(row, search)][:limit]

    def _has(self, row: Any, search: str) -> bool:
        """Whether every typed word is a part of what is shown of a row, in its usual spelling."""
        if not search.strip():
            return True
        from db.rules.names import fold

        shown = fold(" ".join(_words(getattr(row, name)) for _, name in self.columns))
        return all(word in shown for word in fold(search).split())


@dataclass(frozen=True, slots=True)
class Added:
    """How a thing is added: its draft, its edit, and the edit that adds several (``module:name``)."""

    draft: str
    edit: str
    edit_many: str | None = None


def _records(table: str) -> Listed:
    """What is listed as on the page of all records."""
    columns = ((N_("Name"), "label"), (N_("Belongs to"), "detail"), (N_("Date"), "when"))
    return Listed("db.queries.records:page", RECORDS, columns, table)


LISTED: dict[str, Listed] = {
    "people": Listed(
        "db.queries.people:page",
        SEARCHED,
        (
            (N_("Name"), "full_name"),
            (N_("Sex"), "sex"),
            (N_("Organization"), "organization"),
            (N_("District"), "district"),
            (N_("Phone"), "phone"),
        ),
    ),
    "organizations": Listed(
        "db.queries.organizations:page",
        SEARCHED,
        (
            (N_("Name"), "name"),
            (N_("Acronym"), "acronym"),
            (N_("Kind"), "kind"),
            (N_("District"), "district"),
            (N_("Members"), "members"),
        ),
    ),
    "districts": Listed(
        "db.queries.districts:page",
        SEARCHED,
        ((N_("Name"), "name"), (N_("Level"), "level"), (N_("Lies in"), "within")),
    ),
    "programmes": Listed(
        "db.queries.programmes:LISTING",
        LISTING,
        (
            (N_("Name"), "name"),
            (N_("Lies in"), "parent"),
            (N_("Start"), "starts"),
            (N_("End"), "ends"),
        ),
    ),
    "forums": Listed(
        "db.queries.forums:LISTING",
        LISTING,
        ((N_("Name"), "name"), (N_("District"), "district"), (N_("Start"), "founded")),
    ),
    "activities": Listed(
        "db.queries.activities:page",
        SEARCHED,
        (
            (N_("Title"), "title"),
            (N_("Start"), "starts"),
            (N_("End"), "ends"),
            (N_("District"), "places"),
            (N_("Status"), "status"),
            (N_("People"), "registered"),
        ),
    ),
    "sessions": Listed(
        "db.queries.activities:sessions",
        OF_ACTIVITY,
        (
            (N_("No."), "number"),
            (N_("Date"), "date"),
            (N_("Start"), "start_time"),
            (N_("End"), "end_time"),
            (N_("Topic"), "topic"),
        ),
    ),
    "participants": Listed(
        "db.queries.participants:people",
        OF_ACTIVITY,
        (
            (N_("Name"), "full_name"),
            (N_("Sex"), "sex"),
            (N_("Role"), "role"),
            (N_("Organization"), "organization"),
            (N_("District"), "district"),
            (N_("Attendance"), "marks"),
        ),
    ),
    "attendance": Listed(
        "db.queries.participants:marks",
        OF_ACTIVITY,
        ((N_("Name"), "name"), (N_("Session"), "session"), (N_("Attendance"), "status")),
    ),
    "agreements": Listed(
        "db.queries.agreements:LISTING",
        LISTING,
        ((N_("Title"), "title"), (N_("Number"), "number"), (N_("Date"), "signed")),
    ),
    "plans": Listed(
        "db.queries.action_plans:PLANS",
        LISTING,
        ((N_("Title"), "title"), (N_("District"), "district"), (N_("Progress"), "progress")),
    ),
    "terms": Listed(
        "db.queries.vocabularies:every", WHOLE, ((N_("Word"), "label"), (N_("Code"), "id"))
    ),
    "holidays": Listed(
        "db.queries.holidays:holidays", WHOLE, ((N_("Date"), "date"), (N_("Name"), "name"))
    ),
    "series": _records("series"),
    "registrations": _records("participation"),
    "commitments": _records("commitment"),
    "steps": Listed(
        "db.queries.action_plans:STEPS",
        LISTING,
        (
            (N_("What is done"), "what"),
            (N_("In charge"), "who"),
            (N_("Until"), "ends"),
            (N_("Status"), "status"),
            (N_("Progress"), "progress"),
        ),
    ),
    "mentoring": Listed(
        "db.queries.mentoring:LISTING",
        LISTING,
        (
            (N_("Date"), "date"),
            (N_("Mentor"), "mentor"),
            (N_("District"), "district"),
            (N_("Plan"), "plan"),
            (N_("What was found"), "found"),
        ),
    ),
    "issues": Listed(
        "db.queries.issues:LISTING",
        LISTING,
        ((N_("Title"), "title"), (N_("Theme"), "theme"), (N_("District"), "district")),
    ),
    "recommendations": _records("recommendation"),
    "statements": _records("statement"),
    "figures": _records("reported_figure"),
    "indicators": _records("indicator"),
    "quotes": _records("quote"),
    "attachments": _records("attachment"),
    "sources": _records("source"),
    "tags": _records("tag"),
}

ADDED: dict[str, Added] = {
    "person": Added("db.edits.people:PersonDraft", "db.edits.people:add"),
    "organization": Added("db.edits.organizations:OrganizationDraft", "db.edits.organizations:add"),
    "programme": Added("db.edits.programmes:ProgrammeDraft", "db.edits.programmes:add"),
    "forum": Added("db.edits.forums:ForumDraft", "db.edits.forums:add"),
    "activity": Added("db.edits.activities:ActivityDraft", "db.edits.activities:add"),
    "session": Added(
        "db.edits.sessions:SessionDraft",
        "db.edits.sessions:add",
        "db.edits.sessions:add_many",
    ),
    "participant": Added(
        "db.edits.participants:ParticipantDraft",
        "db.edits.participants:register",
        "db.edits.participants:register_many",
    ),
    "attendance": Added(
        "db.edits.participants:MarkDraft",
        "db.edits.participants:mark",
        "db.edits.participants:mark_many",
    ),
    "agreement": Added("db.edits.agreements:AgreementDraft", "db.edits.agreements:add"),
    "plan": Added("db.edits.action_plans:ActionPlanDraft", "db.edits.action_plans:add"),
    "step": Added("db.edits.action_steps:StepDraft", "db.edits.action_steps:add"),
    "mentoring": Added("db.edits.follow_ups:FollowUpDraft", "db.edits.follow_ups:add"),
    "issue": Added("db.edits.issues:IssueDraft", "db.edits.issues:add"),
    "term": Added("db.edits.vocabularies:TermDraft", "db.edits.vocabularies:add"),
    "holiday": Added("db.edits.holidays:HolidayDraft", "db.edits.holidays:add"),
}


def listed(thing: str) -> Listed:
    """How a thing is listed. Raises UserError where there is none of this name."""
    if thing not in LISTED:
        raise UserError(UNKNOWN_THING, thing=thing, things=", ".join(LISTED))
    return LISTED[thing]


def added(thing: str) -> Added:
    """How a thing is added. Raises UserError where there is none of this name."""
    if thing not in ADDED:
        raise UserError(UNKNOWN_THING, thing=thing, things=", ".join(ADDED))
    return ADDED[thing]


def named(place: str) -> Callable[..., Any]:
    """What stands at ``module:name``; imported now."""
    module, name = place.split(":")
    found: Callable[..., Any] = getattr(import_module(module), name)
    return found


def _found(reader: Reader, listing: Any, search: str, limit: int | None) -> list[Any]:
    from db.queries.listing import Asked, found, rows

    return rows(reader, listing, found(reader, listing, Asked(search)).ids[:limit])


def _words(value: object) -> str:
    if value is None:
        return ""
    return " ".join(map(_words, value)) if isinstance(value, tuple) else str(value)
