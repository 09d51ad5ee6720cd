"""Photos and documents that are dropped or chosen: which kinds there are, reading them, keeping them with a row."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject

from db.errors import UserError
from desktop.desk import Desk
from desktop.texts import N_, NN_, Texts

PHOTOS = frozenset({".jpg", ".jpeg", ".png", ".webp", ".gif", ".bmp", ".tif", ".tiff"})
DOCUMENTS = frozenset({".pdf", ".doc", ".docx", ".odt", ".ppt", ".pptx", ".xls", ".xlsx", ".txt"})
KINDS = N_(
    "Photos and documents (*.jpg *.jpeg *.png *.webp *.pdf *.doc *.docx *.odt *.pptx *.xlsx)"
)
LARGEST_PHOTO = 60 * 1024 * 1024  # bytes; no camera of an office writes more
NOT_READ = N_(
    "The file {name} cannot be read. Is it open elsewhere, or on a stick that was taken out?"
)
OTHER_KIND = N_(
    "{name} is no photo or document that Rembuk keeps. Save a photo as JPG or PNG, a text as PDF."
)
DAMAGED = N_("{name} is damaged, or no picture: it cannot be shown.")
PHOTO_TOO_LARGE = N_("The photo {name} is larger than {most} MB. Make it smaller first.")
ADDED = NN_("{n} file added", "{n} files added")
LEFT_OUT = NN_("{n} file was not taken in:", "{n} files were not taken in:")


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of some files: name, kind and content of those that can be kept, and why the others cannot."""

    kept: tuple[tuple[str, str, Any], ...]
    refused: tuple[UserError, ...]


def keep(desk: Desk, owner: QObject, subject: str, row: str, paths: Sequence[Path]) -> None:
    """Keep files with a row of the table ``subject``; photos are made small on the way.

    What cannot be kept is told, one sentence each; the others are taken in.
    """

    def put(taken: Taken) -> None:
        if taken.kept:

            def ready(drafts: Any) -> None:
                desk.tasks.edit(owner, said, "db.edits.attachments:add_many", drafts)

            # The drafts come with the table classes, which load in the queue of the database.
            desk.tasks.call(owner, ready, lambda _: _drafts(subject, row, taken))
        if len(paths) == 1 and taken.refused:
            desk.navigation.say(desk.t(taken.refused[0].text, **taken.refused[0].facts))
        elif taken.refused:
            desk.dialogs.tell(told(desk.t, taken.refused))

    def said(kept: list[str]) -> None:
        desk.navigation.say(desk.t.count(*ADDED, len(kept)), undoable=True)

    desk.tasks.render(owner, put, contents, list(paths), steps=True)


def told(t: Texts, refused: Sequence[UserError]) -> str:
    """Why some files were left out, a line for each."""
    lines = [t(one.text, **one.facts) for one in refused]
    return "\n".join((t.count(*LEFT_OUT, len(lines)), *lines))


def contents(paths: Sequence[Path], step: Callable[[int, int], None]) -> Taken:
    """Read files one after the other, photos made small; ``step`` tells how far it is, and may stop it."""
    kept, refused = [], []
    for done, path in enumerate(paths, start=1):
        try:
            kept.append(_content(path))
        except UserError as error:
            refused.append(error)
        step(done, len(paths))
    return Taken(tuple(kept), tuple(refused))


def _content(path: Path) -> tuple[str, str, Any]:
    """Name, kind and content: a ``Picture`` of a photo, the bytes of a document. Raises UserError."""
    from db.rules.pictures import PHOTO_SIDE, reduced

    ending, name = path.suffix.lower(), path.name
    if ending not in PHOTOS | DOCUMENTS:
        raise UserError(OTHER_KIND, name=name)
    photo = ending in PHOTOS
    try:
        if photo and path.stat().st_size > LARGEST_PHOTO:
            raise UserError(PHOTO_TOO_LARGE, name=name, most=LARGEST_PHOTO // 1024**2)
        _refuse_large(path)
        content = path.read_bytes()
    except OSError:
        raise UserError(NOT_READ, name=name) from None
    if not photo:
        return name, "attachment_kind:document", content
    try:
        return name, "attachment_kind:photo", reduced(content, PHOTO_SIDE)
    except UserError:
        raise UserError(DAMAGED, name=name) from None


def _refuse_large(path: Path) -> None:
    """A document is kept as it is, so it must not be too large: said before it is read."""
    from db.rules.file_kinds import LARGEST_DOCUMENT, TOO_LARGE

    if path.suffix.lower() in DOCUMENTS and path.stat().st_size > LARGEST_DOCUMENT:
        raise UserError(TOO_LARGE, name=path.name, most=LARGEST_DOCUMENT // 1024**2)


def _drafts(subject: str, row: str, taken: Taken) -> list[tuple[Any, Any]]:
    from db.edits.attachments import AttachmentDraft

    return [
        (AttachmentDraft(subject, row, kind_id=kind, file_name=name), content)
        for name, kind, content in taken.kept
    ]
