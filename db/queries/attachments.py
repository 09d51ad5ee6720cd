"""Questions about photos, documents and links."""

from dataclasses import dataclass
from typing import Any

from db.engine import Reader

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class AttachmentRow:
    """A file of a row. ``size``: bytes kept here; ``consent``: 'yes', 'no' or None."""

    id: str
    kind: Pair | None
    caption: str | None
    file_name: str | None
    media_type: str | None
    size: int | None
    link: str | None
    consent: str | None
    sample: bool


def of(reader: Reader, subject_id: str) -> list[AttachmentRow]:
    """The files that hang on a row, in order."""
    return reader.rows(
        _row,
        "SELECT a.id, t.label_id, t.label_en, a.caption, a.file_name, a.media_type, a.size, a.link,"
        " a.consent, a.sample FROM attachment AS a LEFT JOIN term AS t ON t.id = a.kind_id"
        " WHERE a.subject_id = ? AND a.removed = 0 ORDER BY a.rank, a.id",
        (subject_id,),
    )


def content(reader: Reader, attachment: str) -> bytes | None:
    """What a file holds; None for links, and for files that another device has not handed over yet."""
    found: bytes | None = reader.value(
        "SELECT c.content FROM attachment AS a JOIN attachment_content AS c ON c.sha256 = a.sha256"
        " WHERE a.id = ?",
        (attachment,),
    )
    return found


def _row(row: str, label_id: str | None, label_en: str, *rest: Any) -> AttachmentRow:
    caption, file_name, media_type, size, link, consent, sample = rest
    kind = (label_id, label_en) if label_id else None
    return AttachmentRow(
        *(row, kind, caption, file_name, media_type, size, link, consent), bool(sample)
    )
