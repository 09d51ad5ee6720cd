"""Lists of people as they are given out to be changed elsewhere, and compared when they come back."""

from dataclasses import dataclass
from typing import Any

from db.engine import Reader

COLUMNS = (
    *("name", "title_before", "title_after", "sex", "birth", "village", "phone", "email", "notes"),
    *("organization_id", "position", "district_id"),
)


@dataclass(frozen=True, slots=True)
class Listed:
    """A person. ``stored``: COLUMNS, and ``mark:`` with the id of a session → what is stored there."""

    id: str
    stored: dict[str, Any]
    organization: str | None
    district: str | None
    code: str | None
    sensitive: bool
    sample: bool


@dataclass(frozen=True, slots=True)
class ListedSession:
    """A column of marks."""

    id: str
    number: int
    date: str | None


def members(reader: Reader) -> list[Listed]:
    """Every member by name, with the main organization."""
    return _people(
        reader,
        "a.organization_id, coalesce(a.position, p.position), p.district_id",
        " LEFT JOIN affiliation AS a ON a.person_id = p.id AND a.main AND a.removed = 0",
        "p.district_id",
        " WHERE p.removed = 0 AND p.id NOT IN (SELECT person_id FROM erasure) AND p.merged_into IS NULL ORDER BY p.name COLLATE NOCASE, p.id",
        (),
    )


def participants(reader: Reader, activity: str) -> list[Listed]:
    """The people of an activity in the order of the sheet, as of that day, with their marks."""
    found = _people(
        reader,
        "a.organization_id, a.position, a.district_id",
        " JOIN participation AS a ON a.person_id = p.id AND a.removed = 0",
        "a.district_id",
        " WHERE a.activity_id = ? AND p.removed = 0"
        " ORDER BY a.sheet_order IS NULL, a.sheet_order, p.name COLLATE NOCASE, p.id",
        (activity,),
    )
    by_id = {one.id: one for one in found}
    for one in sessions(reader, activity):
        for listed in found:
            listed.stored[f"mark:{one.id}"] = None
    for person, session, status in reader.each(
        "SELECT a.person_id, x.session_id, x.status FROM attendance AS x"
        " JOIN participation AS a ON a.id = x.participation_id"
        " JOIN activity_session AS s ON s.id = x.session_id"
        " WHERE a.activity_id = ? AND x.removed = 0 AND a.removed = 0 AND s.removed = 0",
        (activity,),
    ):
        if person in by_id:
            by_id[person].stored[f"mark:{session}"] = status
    return found


def sessions(reader: Reader, activity: str) -> list[ListedSession]:
    """The sessions of an activity, by number."""
    return reader.rows(
        ListedSession,
        "SELECT id, number, date FROM activity_session WHERE activity_id = ? AND removed = 0"
        " ORDER BY number, id",
        (activity,),
    )


def _people(
    reader: Reader,
    belonging: str,
    joins: str,
    district: str,
    rest: str,
    parameters: tuple[str, ...],
) -> list[Listed]:
    own = ", ".join(f"p.{name}" for name in COLUMNS[:-3])

    def listed(row: str, *values: Any) -> Listed:
        *stored, organization, place, code, sensitive, sample = values
        return Listed(
            *(row, dict(zip(COLUMNS, stored, strict=True)), organization, place, code),
            *(bool(sensitive), bool(sample)),
        )

    return reader.rows(
        listed,
        f"SELECT p.id, {own}, {belonging}, o.name, d.name, p.code, p.sensitive, p.sample"
        f" FROM person AS p{joins}"
        " LEFT JOIN organization AS o ON o.id = a.organization_id"
        f" LEFT JOIN district AS d ON d.id = {district}{rest}",
        parameters,
    )
