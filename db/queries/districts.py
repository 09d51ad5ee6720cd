"""Questions about places."""

from dataclasses import dataclass

from db.engine import Reader

# What a form offers first: the levels that people name most.
_RANK = (
    "CASE d.level WHEN 'regency' THEN 0 WHEN 'uncertain' THEN 1 WHEN 'province' THEN 2 ELSE 3 END"
)


@dataclass(frozen=True, slots=True)
class DistrictRow:
    """A place with the province or country it lies in."""

    id: str
    name: str
    level: str
    within: str | None


def page(
    reader: Reader,
    *,
    search_text: str = "",
    level: str | None = None,
    offset: int = 0,
    limit: int = 128,
) -> list[DistrictRow]:
    """Places by name or another name they go by; kabupaten and kota of one name both come."""
    text = search_text.strip()
    return reader.rows(
        DistrictRow,
        "SELECT d.id, d.name, d.level, u.name FROM district AS d"
        " LEFT JOIN district AS u ON u.id = d.parent_id"
        " WHERE d.removed = 0 AND (? IS NULL OR d.level = ?)"
        " AND (? = '' OR d.short_name LIKE ? OR d.name LIKE ? OR d.name_en LIKE ? OR d.id IN"
        "  (SELECT subject_id FROM alias WHERE subject = 'district' AND removed = 0"
        "   AND text LIKE ?))"
        f" ORDER BY d.short_name = ? COLLATE NOCASE DESC, {_RANK}, d.short_name, d.level, d.id"
        " LIMIT ? OFFSET ?",
        (level, level, text, f"{text}%", f"%{text}%", f"{text}%", f"{text}%", text, limit, offset),
    )


def suggest(reader: Reader, text: str, limit: int = 12) -> list[DistrictRow]:
    """Places that may be meant by the letters typed so far."""
    return page(reader, search_text=text, limit=limit)


def named(reader: Reader, district: str) -> DistrictRow | None:
    """One place."""
    return reader.one(
        DistrictRow,
        "SELECT d.id, d.name, d.level, u.name FROM district AS d"
        " LEFT JOIN district AS u ON u.id = d.parent_id WHERE d.id = ?",
        (district,),
    )
