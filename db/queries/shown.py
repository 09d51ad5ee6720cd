"""How people stand in what leaves the workspace: who is listed at all, and the code alone of who is protected. SQL on person p."""

LISTED = "p.removed = 0 AND p.merged_into IS NULL AND p.id NOT IN (SELECT person_id FROM erasure)"


def unless_protected(value: str, code: str = "NULL") -> str:
    """A value that is not told of a protected person; ``code`` stands in for it."""
    return f"CASE WHEN p.sensitive THEN {code} ELSE {value} END"


# Title before, name or code (as shown) and title after.
NAME = ", ".join(
    (
        unless_protected("p.title_before"),
        unless_protected("p.name", "coalesce(p.code, '–')") + " AS shown",
        unless_protected("p.title_after"),
    )
)
