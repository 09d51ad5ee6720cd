"""Questions about the words that forms offer."""

from dataclasses import dataclass

from db.engine import Reader
from db.rules.vocabularies import NEEDED, shipped

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class TermRow:
    """A word of a vocabulary with its two labels."""

    id: str
    code: str
    label: Pair
    meaning: str | None


@dataclass(frozen=True, slots=True)
class WordRow:
    """A word as the settings list it.

    ``hidden``: no form offers it, what has it keeps it. ``own``: it did not ship with us.
    ``needed``: it cannot be hidden.
    """

    id: str
    code: str
    label: Pair
    meaning: str | None
    hidden: bool
    own: bool
    needed: bool


def terms(reader: Reader, vocabulary: str) -> list[TermRow]:
    """The words of a vocabulary, in their order."""
    return reader.rows(
        lambda row, code, label_id, label_en, meaning: TermRow(
            row, code, (label_id, label_en), meaning
        ),
        "SELECT id, code, label_id, label_en, meaning FROM term"
        " WHERE vocabulary = ? AND removed = 0 ORDER BY rank, code",
        (vocabulary,),
    )


def every(reader: Reader) -> list[TermRow]:
    """Every word that is offered, by vocabulary; the id is what drafts take."""
    return reader.rows(
        lambda row, code, label_id, label_en, meaning: TermRow(
            row, code, (label_id, label_en), meaning
        ),
        "SELECT id, code, label_id, label_en, meaning FROM term WHERE removed = 0"
        " ORDER BY vocabulary, rank, code",
    )


def words(reader: Reader, vocabulary: str) -> list[WordRow]:
    """The words of a vocabulary in their order, those that are hidden too."""
    known = shipped()
    return reader.rows(
        lambda row, code, label_id, label_en, meaning, hidden: WordRow(
            id=row,
            code=code,
            label=(label_id, label_en),
            meaning=meaning,
            hidden=bool(hidden),
            own=row not in known,
            needed=row in NEEDED,
        ),
        "SELECT id, code, label_id, label_en, meaning, removed FROM term"
        " WHERE vocabulary = ? ORDER BY rank, code",
        (vocabulary,),
    )


def label(reader: Reader, term: str) -> Pair | None:
    """The two labels of a word, also where it is hidden; None where there is no such word."""
    return reader.one(
        lambda *labels: labels, "SELECT label_id, label_en FROM term WHERE id = ?", (term,)
    )
