"""Questions about the words that forms offer."""

from dataclasses import dataclass

from db.engine import Reader


@dataclass(frozen=True, slots=True)
class TermRow:
    """A word of a vocabulary with its two labels."""

    id: str
    code: str
    label: tuple[str, str]
    meaning: str | None


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
