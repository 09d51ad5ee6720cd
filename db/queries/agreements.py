"""Questions about agreements."""

from dataclasses import dataclass
from typing import Any

from db.engine import Reader
from db.queries.listing import Facet, Listing
from resources.texts import N_

Pair = tuple[str, str]

SOON = 90  # days in which an agreement is said to end soon

# An extension moves the end.
ENDS = (
    "coalesce((SELECT max(e.until) FROM agreement_extension AS e"
    " WHERE e.agreement_id = {0}.id AND e.removed = 0), {0}.ends)"
)


@dataclass(frozen=True, slots=True)
class AgreementRow:
    """Line of the list of agreements. ``ends``: after the last extension; ``left``: commitments that are open."""

    id: str
    title: str
    number: str | None
    kind: Pair | None
    status: Pair | None
    parties: str | None
    signed: str | None
    ends: str | None
    left: int
    sample: bool


@dataclass(frozen=True, slots=True)
class CommitmentRow:
    """What a party promised; ``agreed`` and ``done`` where it is counted."""

    id: str
    text: str
    organization: str | None
    unit: str | None
    agreed: float | None
    done: float | None
    due: str | None
    status: Pair | None


_PARTIES = (
    "(SELECT group_concat(coalesce(o.acronym, o.name), '; ' ORDER BY x.rank) FROM agreement_party"
    " AS x JOIN organization AS o ON o.id = x.organization_id"
    " WHERE x.agreement_id = {}.id AND x.removed = 0)"
)
_LEFT = (
    "(SELECT count(*) FROM commitment AS c LEFT JOIN term AS t ON t.id = c.status_id"
    " WHERE c.agreement_id = {}.id AND c.removed = 0 AND t.meaning IS NOT 'closed'"
    " AND (c.agreed IS NULL OR coalesce(c.done, 0) < c.agreed))"
)
_END = f"substr(nullif({ENDS.format('r')}, '..'), 1, 10)"
_TODAY = "date('now', 'localtime')"


def _row(*values: Any) -> AgreementRow:
    row, title, number, kind, kind_en, status, status_en, parties, signed, ends, left, sample = (
        values
    )
    return AgreementRow(
        *(row, title, number),
        kind=(kind, kind_en) if kind else None,
        status=(status, status_en) if status else None,
        parties=parties,
        signed=signed,
        ends=ends,
        left=left,
        sample=bool(sample),
    )


LISTING = Listing(
    table="agreement",
    make=_row,
    columns=(
        "a.id, a.title, a.number, k.label_id, k.label_en, s.label_id, s.label_en,"
        f" {_PARTIES.format('a')}, a.signed, {ENDS.format('a')}, {_LEFT.format('a')}, a.sample"
    ),
    joins=(
        " JOIN agreement AS a ON a.id = f.id LEFT JOIN term AS k ON k.id = a.kind_id"
        " LEFT JOIN term AS s ON s.id = a.status_id"
    ),
    order="r.signed DESC, r.title COLLATE NOCASE, r.id",
    sorts={
        "title": "r.title",
        "number": "r.number",
        "kind": "(SELECT t.label_id FROM term AS t WHERE t.id = r.kind_id)",
        "status": "(SELECT t.rank FROM term AS t WHERE t.id = r.status_id)",
        "parties": _PARTIES.format("r"),
        "signed": "r.signed",
        "ends": ENDS.format("r"),
        "left": _LEFT.format("r"),
    },
    facets=(
        Facet("kind", N_("Kind"), "r.kind_id", names="term"),
        Facet("status", N_("Status"), "r.status_id", names="term"),
        Facet(
            "party",
            N_("Party"),
            "x.organization_id",
            " LEFT JOIN agreement_party AS x ON x.agreement_id = r.id AND x.removed = 0",
            names="organization",
        ),
        Facet("programme", N_("Programme"), "r.programme_id", names="programme"),
        Facet(
            "ending",
            N_("End"),
            f"CASE WHEN {_END} IS NULL THEN NULL WHEN {_END} < {_TODAY} THEN 'over'"
            f" WHEN {_END} <= date('now', 'localtime', '+{SOON} days') THEN 'soon' ELSE 'later' END",
            words={
                "soon": N_("Within 90 days"),
                "later": N_("Later"),
                "over": N_("Ended already"),
            },
        ),
    ),
    searched="concat_ws(' ', r.title, r.number, r.scope)",
)


def commitments(reader: Reader, agreement: str) -> list[CommitmentRow]:
    """What was promised in an agreement, in its order."""
    return reader.rows(
        _commitment,
        "SELECT c.id, c.text, coalesce(o.acronym, o.name), c.unit, c.agreed, c.done, c.due,"
        " t.label_id, t.label_en FROM commitment AS c"
        " LEFT JOIN organization AS o ON o.id = c.organization_id"
        " LEFT JOIN term AS t ON t.id = c.status_id"
        " WHERE c.agreement_id = ? AND c.removed = 0 ORDER BY c.rank, c.id",
        (agreement,),
    )


def _commitment(*values: Any) -> CommitmentRow:
    *fields, status, status_en = values
    pair = (status, status_en) if status else None
    return CommitmentRow(*fields, pair)  # type: ignore[call-arg]  # as selected
