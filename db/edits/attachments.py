"""What users do with photos, documents and links that hang on other rows."""

import hashlib
import mimetypes
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session

from db.edits.drafts import Draft, Findings, names_of, stored
from db.edits.edit import GONE, edit, get, reader_of, refuse
from db.engine import Reader
from db.errors import Problem, UserError
from db.log.identity import new_id
from db.models import Attachment
from db.rules.file_kinds import LARGEST_DOCUMENT, TOO_LARGE
from db.rules.pictures import PHOTO_SIDE, Picture, reduced
from resources.texts import N_

PHOTO, DOCUMENT = "attachment_kind:photo", "attachment_kind:document"
LONGEST_CAPTION = 1000
LARGEST = LARGEST_DOCUMENT
SHARED = frozenset({"caption", "date", "place", "credit", "consent"})
CONSENTS = frozenset({"yes", "no"})
NOT_A_CONSENT = N_("This is answered with yes, no, or not at all.")
NOTHING_THERE = N_("Choose a file, or write the address of a page.")


@dataclass(slots=True)
class AttachmentDraft(Draft):
    """A photo, document or link being edited. ``subject``: table of the row that ``subject_id`` names.

    ``consent``: 'yes' where those in the picture agreed, 'no', or None where nobody asked.
    """

    subject: str | None = None
    subject_id: str | None = None
    kind_id: str | None = PHOTO
    caption: str | None = None
    date: str | None = None
    place: str | None = None
    credit: str | None = None
    consent: str | None = None
    file_name: str | None = None
    link: str | None = None

    def check(self) -> list[Problem]:
        """What is wrong, field by field; puts what is right into its stored form."""
        findings = Findings(self)
        findings.required("subject")
        findings.required("subject_id")
        findings.date("date")
        if self.caption is not None:
            findings.required("caption", LONGEST_CAPTION)
        if self.consent not in {None, *CONSENTS}:
            findings.note("consent", NOT_A_CONSENT)
        if self.file_name is None and self.link is None:
            findings.note("link", NOTHING_THERE)
        return findings.problems


def draft(reader: Reader, attachment: str) -> AttachmentDraft | None:
    """The draft of an attachment as it stands, for the form."""
    values = stored(reader, "attachment", names_of(AttachmentDraft), attachment)
    return None if values is None else AttachmentDraft(**values)


@edit(N_("Add file"))
def add(session: Session, draft: AttachmentDraft, content: bytes | None = None) -> str:
    """Keep a file or a link; photos are made small, and lose what the camera noted. Answers the id.

    Raises:
        UserError: the photo cannot be read, or the document is too large.
    """
    return _add(session, draft, content)


@edit(N_("Add files"))
def add_many(
    session: Session, files: Sequence[tuple[AttachmentDraft, bytes | Picture]]
) -> list[str]:
    """Keep several files at once; answers the ids. All of them, or none where one is refused.

    A ``Picture`` was made small already, away from the database.
    """
    return [_add(session, draft, content) for draft, content in files]


@edit(N_("Order files"))
def arrange(session: Session, attachments: Sequence[str]) -> int:
    """Put the files of a row into this order; answers how many have another place than before."""
    moved = 0
    for place, attachment in enumerate(attachments):
        row = get(session, Attachment, attachment)
        if row.rank != place:
            row.rank = place
            session.add(row)
            moved += 1
    return moved


@edit(N_("Describe files"))
def describe(session: Session, attachments: Sequence[str], field: str, value: str | None) -> int:
    """Say the same of several files (caption, date, place, credit, consent); answers how many."""
    if field not in SHARED:
        raise KeyError(field)
    for attachment in attachments:
        said = draft(reader_of(session), attachment)
        if said is None:
            raise UserError(GONE)
        setattr(said, field, value)
        change(session, attachment, said)
    return len(attachments)


@edit(N_("Change file"))
def change(session: Session, attachment_id: str, draft: AttachmentDraft) -> None:
    """Change what is said of a file; its content stays."""
    refuse(draft.check())
    row = get(session, Attachment, attachment_id)
    session.add(row.sqlmodel_update(draft.values("subject", "subject_id", "file_name")))


@edit(N_("Remove file"))
def remove(session: Session, attachment_id: str) -> None:
    """Take a file out of every list; Undo brings it back."""
    row = get(session, Attachment, attachment_id)
    row.removed = True
    session.add(row)


def _add(session: Session, draft: AttachmentDraft, content: bytes | Picture | None) -> str:
    refuse(draft.check())
    kept: dict[str, Any] = {}
    if content is not None:
        media_type = mimetypes.guess_type(draft.file_name or "")[0] or "application/octet-stream"
        if isinstance(content, bytes) and draft.kind_id == PHOTO:
            content = reduced(content, PHOTO_SIDE)
        if isinstance(content, Picture):
            media_type = content.media_type
            content = content.content
        elif len(content) > LARGEST:
            raise UserError(TOO_LARGE, name=draft.file_name or "", most=LARGEST // 1024**2)
        kept = {"media_type": media_type, "size": len(content), "sha256": _keep(session, content)}
    last = reader_of(session).value(
        "SELECT max(rank) FROM attachment WHERE subject_id = ? AND removed = 0", (draft.subject_id,)
    )
    row = Attachment(
        id=new_id(), **draft.values(), **kept, rank=0 if last is None else int(last) + 1
    )
    session.add(row)
    return row.id


def _keep(session: Session, content: bytes) -> str:
    """Store a content once; answers its SHA-256."""
    name = hashlib.sha256(content).hexdigest()
    session.connection().exec_driver_sql(
        "INSERT OR IGNORE INTO attachment_content (sha256, content) VALUES (?, ?)", (name, content)
    )
    return name
