"""On which page a row of a table is shown and changed."""

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


def place_of(table: str, row: str) -> tuple[str, str]:
    """Page and row to go to; what has no page of its own is read among all records."""
    page = PAGES_OF.get(table)
    return (page, row) if page else ("records", f"{table}:{row}")
