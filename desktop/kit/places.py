"""On which page a row of a table is shown and changed, and places that are no row: a new one, a filtered list."""

import json
from typing import Any

from desktop.texts import N_

NEW = "+"  # begins a new row
FILTERED = "?"  # what begins so names filters

PAGES_OF = {
    "person": "people",
    "organization": "organizations",
    "district": "districts",
    "programme": "programmes",
    "forum": "forums",
    "activity": "activities",
    "agreement": "agreements",
    "action_plan": "plans",
    "action_step": "steps",
    "follow_up": "mentoring",
    "issue": "issues",
}

TABLES = {page: table for table, page in PAGES_OF.items()} | {"results": "activity"}

# Kind of draft → the page whose form it is, and what a row is called.
FORMS = {
    "PersonDraft": ("people", N_("Member")),
    "OrganizationDraft": ("organizations", N_("Organization")),
    "ActivityDraft": ("activities", N_("Activity")),
    "ActivityDraft.results": ("results", N_("Results of an activity")),
    "ProgrammeDraft": ("programmes", N_("Programme")),
    "ForumDraft": ("forums", N_("Forum")),
    "AgreementDraft": ("agreements", N_("Agreement")),
    "ActionPlanDraft": ("plans", N_("Follow-up plan")),
    "StepDraft": ("steps", N_("Step")),
    "FollowUpDraft": ("mentoring", N_("Mentoring")),
    "IssueDraft": ("issues", N_("Barrier or practice")),
}


def place_of(table: str, row: str) -> tuple[str, str]:
    """Page and row to go to; what has no page of its own is read among all records."""
    page = PAGES_OF.get(table)
    return (page, row) if page else ("records", f"{table}:{row}")


def filtered(**chosen: Any) -> str:
    """The place of a list that shows what lies behind a number: facet → one value or several."""
    return FILTERED + json.dumps(
        {key: list(v) if isinstance(v, tuple) else [v] for key, v in chosen.items()}
    )


def chosen_of(place: str) -> dict[str, tuple[Any, ...]]:
    """Facet → values of a filtered place."""
    return {key: tuple(values) for key, values in json.loads(place[1:]).items()}
