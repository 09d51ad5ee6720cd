"""Questions for address books: members who can be reached. Protected people are never among them."""

from dataclasses import dataclass

from db.engine import Reader


@dataclass(frozen=True, slots=True)
class Contact:
    """A member with a phone number or an e-mail address."""

    id: str
    name: str
    phone: str | None
    email: str | None
    organization: str | None
    position: str | None


def contacts(reader: Reader, activity: str | None = None) -> list[Contact]:
    """Members by name; of an activity where one is given."""
    return reader.rows(
        Contact,
        "SELECT p.id, p.name, p.phone, p.email, o.name, coalesce(a.position, p.position) FROM person AS p"
        " LEFT JOIN affiliation AS a ON a.person_id = p.id AND a.main AND a.removed = 0"
        " LEFT JOIN organization AS o ON o.id = a.organization_id"
        " WHERE p.removed = 0 AND p.merged_into IS NULL AND NOT p.sensitive"
        " AND p.id NOT IN (SELECT person_id FROM erasure)"
        " AND coalesce(p.phone, p.email) IS NOT NULL AND (?1 IS NULL OR EXISTS (SELECT 1"
        " FROM participation AS x JOIN activity AS v ON v.id = x.activity_id WHERE x.person_id = p.id"
        " AND x.activity_id = ?1 AND x.removed = 0 AND v.sensitivity <> 'restricted'))"
        " ORDER BY p.name, p.id",
        (activity,),
    )
