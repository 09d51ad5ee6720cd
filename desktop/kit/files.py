"""Photos and documents that are dropped or chosen: which kinds there are, reading them, keeping them with a row."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject

from db.errors import UserError
from desktop.desk import Desk
from desktop.texts import N_, NN_

PHOTOS = frozenset({".jpg", ".jpeg", ".png", ".webp", ".gif", ".bmp", ".tif", ".tiff"})
DOCUMENTS = frozenset({".pdf", ".doc", ".docx", ".odt", ".ppt", ".pptx", ".xls", ".xlsx", ".txt"})
KINDS = N_(
    "Photos and documents (*.jpg *.jpeg *.png *.webp *.pdf *.doc *.docx *.odt *.pptx *.xlsx)"
)
NOT_READ = N_(
    "The file {name} cannot be read. Is it open elsewhere, or on a stick that was taken out?"
)
ADDED = NN_("{n} file added", "{n} files added")


def keep(desk: Desk, owner: QObject, subject: str, row: str, paths: list[Path]) -> None:
    """Keep files with a row of the table ``subject``; photos are made small on the way."""

    def said(kept: list[str]) -> None:
        desk.navigation.say(desk.t.count(*ADDED, len(kept)), undoable=True)

    def keep_all(found: list[tuple[str, bytes]]) -> None:
        def ready(drafts: Any) -> None:
            desk.tasks.edit(owner, said, "db.edits.attachments:add_many", drafts)

        # The drafts come with the table classes, which load in the queue of the database.
        desk.tasks.call(owner, ready, lambda _: _drafts(subject, row, found))

    desk.tasks.render(owner, keep_all, contents, paths)


def contents(paths: Iterable[Path]) -> list[tuple[str, bytes]]:
    """Name and content of files. Raises UserError where one cannot be read."""
    found = []
    for path in paths:
        try:
            found.append((path.name, path.read_bytes()))
        except OSError:
            raise UserError(NOT_READ, name=path.name) from None
    return found


def _drafts(subject: str, row: str, files: Iterable[tuple[str, bytes]]) -> list[tuple[Any, bytes]]:
    """What is kept of files: photos by their ending, documents else."""
    from db.edits.attachments import DOCUMENT, PHOTO, AttachmentDraft

    return [
        (
            AttachmentDraft(
                *(subject, row),
                kind_id=PHOTO if Path(name).suffix.lower() in PHOTOS else DOCUMENT,
                file_name=name,
            ),
            content,
        )
        for name, content in files
    ]
