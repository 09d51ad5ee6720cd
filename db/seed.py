"""Reference rows that every workspace starts with: places, their other names, vocabularies, holidays."""

from db.engine import Connection
from db.log.identity import derived_id
from resources import reference


def add_reference_rows(connection: Connection) -> None:
    """Insert the rows; the same ids and values on every device."""
    areas = reference.areas()
    connection.executemany(
        "INSERT INTO district (id, level, kind, name, name_en, short_name, parent_id, latitude,"
        " longitude, time_zone, pcode) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                *(a.code, a.level, a.kind, a.name, a.name_en, a.short_name, a.parent),
                *(a.latitude, a.longitude, a.time_zone, a.pcode),
            )
            for a in areas
        ],
    )
    connection.executemany(
        "INSERT INTO alias (id, subject, subject_id, text) VALUES (?, 'district', ?, ?)",
        [
            (derived_id("alias", "district", area.code, alias), area.code, alias)
            for area in areas
            for alias in area.aliases
        ],
    )
    connection.executemany(
        "INSERT INTO term (id, vocabulary, code, label_id, label_en, meaning, rank)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
            (
                *(f"{t.vocabulary}:{t.code}", t.vocabulary, t.code),
                *(t.label_id, t.label_en, t.meaning, t.rank),
            )
            for t in reference.vocabularies()
        ],
    )
    connection.executemany(
        "INSERT INTO holiday (id, date, name_id, name_en, estimated) VALUES (?, ?, ?, ?, ?)",
        [
            (
                derived_id("holiday", h.date.isoformat(), h.name_id),
                h.date.isoformat(),
                h.name_id,
                h.name_en,
                h.estimated,
            )
            for h in reference.holidays()
        ],
    )
