"""Agreements of an activity with their parties, scope, commitments and advice, as a report may tell them."""

from dataclasses import dataclass
from typing import Any

from db.engine import Reader

Pair = tuple[str, str]

# Name of a signatory as a report may show it.
_SIGNATORY = "CASE WHEN q.sensitive THEN coalesce(q.code, '–') ELSE q.name END"


@dataclass(frozen=True, slots=True)
class Advice:
    """A recommendation, to whom, and what became of it."""

    text: str
    to_whom: str | None
    status: Pair | None


@dataclass(frozen=True, slots=True)
class Party:
    """Who agreed, who signed for them, and what they bring."""

    organization: str
    signatory: str | None
    position: str | None
    contribution: str | None


@dataclass(frozen=True, slots=True)
class Promised:
    """A commitment of a party: agreed and done are counted where a number was agreed."""

    organization: str | None
    text: str
    agreed: float | None
    unit: str | None
    status: Pair | None


@dataclass(frozen=True, slots=True)
class AgreementCard:
    """An agreement that was signed at the activity, or under which it is done."""

    title: str
    number: str | None
    kind: Pair | None
    signed: str | None
    ends: str | None
    place: str | None
    carries_out: str | None
    cross_cutting: str | None
    notes: str | None
    parties: tuple[Party, ...]
    statements: tuple[tuple[str, str], ...]
    commitments: tuple[Promised, ...]
    advice: tuple[Advice, ...]


def pair(label_id: str | None, label_en: str | None) -> Pair | None:
    """A label in both languages, or None where there is none."""
    return (label_id, str(label_en)) if label_id else None


def statements(reader: Reader, subject: str) -> tuple[tuple[str, str], ...]:
    """Level and text of what is said of a thing, in its own words."""
    return tuple(
        reader.rows(
            lambda level, text: (level, text),
            "SELECT level, text FROM statement WHERE subject_id = ? AND removed = 0"
            " ORDER BY level, rank",
            (subject,),
        )
    )


def advice(reader: Reader, column: str, row: str) -> list[Advice]:
    """Recommendations of an activity (``activity_id``) or an agreement (``agreement_id``)."""
    return reader.rows(
        lambda text, to_whom, a, b: Advice(text, to_whom, pair(a, b)),
        "SELECT r.text, coalesce(r.to_whom, o.name), t.label_id, t.label_en"
        " FROM recommendation AS r LEFT JOIN organization AS o ON o.id = r.organization_id"
        f" LEFT JOIN term AS t ON t.id = r.status_id WHERE r.{column} = ? AND r.removed = 0"
        " ORDER BY r.text",
        (row,),
    )


def agreements(reader: Reader, activity: str) -> list[AgreementCard]:
    """Those signed at an activity, and the one it is done under."""
    rows = reader.rows(
        _values,
        "SELECT a.id, a.title, a.number, k.label_id, k.label_en, a.signed, a.ends,"
        " coalesce(a.place, d.name), u.title, a.cross_cutting, a.notes FROM agreement AS a"
        " LEFT JOIN term AS k ON k.id = a.kind_id LEFT JOIN district AS d ON d.id = a.district_id"
        " LEFT JOIN agreement AS u ON u.id = a.parent_id WHERE a.removed = 0 AND"
        " (a.signing_activity_id = ?1 OR a.id = (SELECT agreement_id FROM activity WHERE id = ?1))"
        " ORDER BY a.signed, a.title",
        (activity,),
    )
    return [
        AgreementCard(
            *(title, number, pair(a, b), signed, ends, place, parent, cutting, notes),
            parties=tuple(_parties(reader, row)),
            statements=statements(reader, row),
            commitments=tuple(_commitments(reader, row)),
            advice=tuple(advice(reader, "agreement_id", row)),
        )
        for row, title, number, a, b, signed, ends, place, parent, cutting, notes in rows
    ]


def _parties(reader: Reader, agreement: str) -> list[Party]:
    return reader.rows(
        Party,
        f"SELECT o.name, coalesce({_SIGNATORY}, p.signatory_name),"
        " CASE WHEN q.sensitive THEN NULL ELSE p.signatory_position END, p.contribution"
        " FROM agreement_party AS p JOIN organization AS o ON o.id = p.organization_id"
        " LEFT JOIN person AS q ON q.id = p.signatory_id"
        " WHERE p.agreement_id = ? AND p.removed = 0 ORDER BY p.rank",
        (agreement,),
    )


def _commitments(reader: Reader, agreement: str) -> list[Promised]:
    return reader.rows(
        lambda who, text, agreed, unit, a, b: Promised(who, text, agreed, unit, pair(a, b)),
        "SELECT o.name, c.text, c.agreed, c.unit, t.label_id, t.label_en FROM commitment AS c"
        " LEFT JOIN organization AS o ON o.id = c.organization_id"
        " LEFT JOIN term AS t ON t.id = c.status_id"
        " WHERE c.agreement_id = ? AND c.removed = 0 ORDER BY c.rank",
        (agreement,),
    )


def _values(*values: Any) -> tuple[Any, ...]:
    return values
