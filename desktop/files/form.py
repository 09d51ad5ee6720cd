"""A photo, document or link: what is shown, by whom, and whether it may be shown."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel

from desktop.desk import Desk
from desktop.kit.draft_form import DraftForm
from desktop.kit.fields import ChoiceField, DateField, LongField, TextField
from desktop.kit.parts import button
from desktop.texts import N_


class FileForm(DraftForm):
    """A file of an activity."""

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
