"""Photos, documents and links of an activity: dropped or chosen, with caption and consent."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel

from db.errors import UserError
from db.queries.attachments import AttachmentRow
from desktop.desk import Desk
from desktop.kit.child_form import ChildForm
from desktop.kit.fields import ChoiceField, DateField, LongField, TextField
from desktop.kit.parts import button
from desktop.texts import N_, Texts

PHOTOS = frozenset({".jpg", ".jpeg", ".png", ".webp", ".gif", ".bmp", ".tif", ".tiff"})
DOCUMENTS = frozenset({".pdf", ".doc", ".docx", ".odt", ".ppt", ".pptx", ".xls", ".xlsx", ".txt"})
KINDS = N_(
    "Photos and documents (*.jpg *.jpeg *.png *.webp *.pdf *.doc *.docx *.odt *.pptx *.xlsx)"
)
NOT_READ = N_(
    "The file {name} cannot be read. Is it open elsewhere, or on a stick that was taken out?"
)
WITHHELD = N_("not asked: stays out of reports")
CONSENTS = {"yes": N_("may be shown"), "no": N_("not to be shown")}


class FileForm(ChildForm):
    """A file in place of its activity."""

    edits = "db.edits.attachments"
    kind = "AttachmentDraft"
    saved_text = N_("File saved")
    removed_text = N_("File removed")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        t = desk.t
        self._content: bytes | None = None
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._open = button(t(N_("Save a copy")), self._save_copy, desk.icons, icon="download")
        self.add_widget(self._picture)
        self.add_widget(self._open)
        self.add(LongField(desk, "caption", t(N_("Caption")), lines=2))
        self._consent = ChoiceField(
            desk,
            "consent",
            t(N_("May it be shown?")),
            [
                ("yes", t(N_("Yes: those shown agreed"))),
                ("no", t(N_("No"))),
            ],
            empty=t(N_("Nobody asked yet")),
        )
        self.add(self._consent)
        self.add(
            DateField(desk, "date", t(N_("Date")), hint=t(N_("e.g. 8/9/2026"))),
            TextField(desk, "credit", t(N_("Taken by"))),
        )
        self.add(TextField(desk, "place", t(N_("Place"))))
        self.add(TextField(desk, "link", t(N_("Link"))))
        self.close_box()

    def ask_more(self, reader: Any, draft: Any) -> Any:  # noqa: ARG002 - the row says it all
        from db.queries import attachments

        return None if self.row is None else attachments.content(reader, self.row)

    def values(self, draft: Any, more: Any) -> dict[str, Any]:
        t = self._desk.t
        self._content = more
        self.heading.setText(draft.file_name or draft.link or t(N_("New link")))
        drawn = QPixmap()
        if more is not None:
            drawn.loadFromData(more)
        side = self._desk.theme.px(280)
        self._picture.setVisible(not drawn.isNull())
        if not drawn.isNull():
            smooth = Qt.TransformationMode.SmoothTransformation
            drawn = drawn.scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio, smooth)
            self._picture.setPixmap(drawn)
        self._picture.setAccessibleName(draft.caption or t(N_("Photo")))
        self._open.setVisible(more is not None)
        return super().values(draft, more)

    def _save_copy(self) -> None:
        from exports import document

        t = self._desk.t
        name = self._draft.file_name or "rembuk"
        path = self._desk.dialogs.save_file(t(N_("Save a copy")), name, t(N_("All files (*)")))
        if path is not None and self._content is not None:
            self._desk.tasks.render(
                *(self, lambda _: None, document.save, self._content, path), refused=self.refused
            )


def contents(paths: Iterable[Path]) -> list[tuple[str, bytes]]:
    """Name and content of files. Raises UserError where one cannot be read."""
    found = []
    for path in paths:
        try:
            found.append((path.name, path.read_bytes()))
        except OSError:
            raise UserError(NOT_READ, name=path.name) from None
    return found


def drafts(activity: str, files: Iterable[tuple[str, bytes]]) -> list[tuple[Any, bytes]]:
    """What is kept of files with an activity: photos by their ending, documents else."""
    from db.edits.attachments import DOCUMENT, PHOTO, AttachmentDraft

    return [
        (
            AttachmentDraft(
                *("activity", activity),
                kind_id=PHOTO if Path(name).suffix.lower() in PHOTOS else DOCUMENT,
                file_name=name,
            ),
            content,
        )
        for name, content in files
    ]


def lines(t: Texts, files: Iterable[AttachmentRow]) -> Iterator[tuple[str, str]]:
    """Id and text of each file: caption or name, below it the kind and whether it may be shown."""
    for one in files:
        kind = t.label(one.kind) if one.kind else ""
        may = t(CONSENTS.get(one.consent or "", WITHHELD)) if _is_photo(one) else ""
        title = one.caption or one.file_name or one.link or kind
        below = " · ".join(part for part in (kind, may) if part)
        yield one.id, f"{title}\n{below}"


def _is_photo(one: AttachmentRow) -> bool:
    return (one.media_type or "").startswith("image/")
