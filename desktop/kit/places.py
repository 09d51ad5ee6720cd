"""On which page a row of a table is shown and changed."""

from desktop.texts import N_

PAGES_OF = {
    "person": "people",
    "organization": "organizations",
    "district": "districts",
    "programme": "programmes",
    "forum": "forums",
    "activity": "activities",
    "agreement": "agreements",
    "action_plan": "plans",
    "issue": "issues",
}

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
    "IssueDraft": ("issues", N_("Barrier or practice")),
}


def place_of(table: str, row: str) -> tuple[str, str]:
    """Page and row to go to; what has no page of its own is read among all records."""
    page = PAGES_OF.get(table)
    return (page, row) if page else ("records", f"{table}:{row}")
