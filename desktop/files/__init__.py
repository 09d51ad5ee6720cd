"""Photos and files of an activity: dropped or chosen, seen as small pictures, each with caption and consent."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QModelIndex, QSize, Qt
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem, QStackedWidget

from db.queries import attachments as questions
from db.queries.attachments import AttachmentRow
from desktop.desk import Desk
from desktop.files.form import FileForm
from desktop.kit import files
from desktop.kit.activity_tabs import ActivityTabs
from desktop.kit.beside import Beside
from desktop.kit.drops import FileDrop
from desktop.kit.page import Page
from desktop.kit.parts import Card, Empty, button
from desktop.texts import N_

SIDE = 150  # of a small picture
WITHHELD = N_("not asked: stays out of reports")
CONSENTS = {"yes": N_("may be shown"), "no": N_("not to be shown")}
_ROW = Qt.ItemDataRole.UserRole


class FilesPage(Page):
    """What was photographed and written around an activity."""

    tables = frozenset({"activity", "attachment"})

    def __init__(self, desk: Desk) -> None:
        t = desk.t
        super().__init__(desk, t(N_("Photos and files")))
        self.tabs = ActivityTabs(desk, self, "files")
        self.head.addWidget(
            button(t(N_("Add a link")), self.add_link, desk.icons, icon="external-link")
        )
        self.head.addWidget(
            button(t(N_("Add files")), self.add, desk.icons, icon="plus", kind="primary")
        )
        self.form: FileForm = FileForm(desk)
        self.list = QListWidget()
        self.list.setObjectName("pictures")
        self.list.setAccessibleName(t(N_("Photos and files")))
        self.list.setViewMode(QListView.ViewMode.IconMode)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setMovement(QListView.Movement.Static)
        self.list.setWordWrap(True)
        side = desk.theme.px(SIDE)
        self.list.setIconSize(QSize(side, side))
        self.list.setGridSize(QSize(side + desk.theme.px(24), side + desk.theme.px(64)))
        self.list.currentItemChanged.connect(lambda item, _: self._chosen(item))
        self.list.itemActivated.connect(lambda _: self.form.focus())
        first = button(t(N_("Add files")), self.add, desk.icons, icon="plus", kind="primary")
        empty = Empty(
            desk.theme,
            desk.icons,
            "image",
            t(N_("No photos or documents yet")),
            t(N_("Drop photos and documents here. Photos are made small on the way.")),
            first,
        )
        card = Card(desk.theme, padding=8)
        card.box.addWidget(self.list)
        self.stack = QStackedWidget()
        self.stack.addWidget(card)
        self.stack.addWidget(empty)
        self.box.addWidget(self.stack, 1)
        self.detail = Beside(self)
        for leaving in (self.form.stored, self.form.gone, self.form.left):
            leaving.connect(lambda *_: self._close())
        self.form.told.connect(lambda: desk.navigation.go("records", f"attachment:{self.form.row}"))
        FileDrop(self, files.PHOTOS | files.DOCUMENTS, self.add_files)
        self.command(N_("Add files"), "Ctrl+N", self.add)

    def open(self, row: str | None) -> None:
        if row is not None:
            self.tabs.show_activity(row)
            self._close()
            self.reload()

    def reload(self) -> None:
        if self.tabs.activity is not None:
            self.tabs.reload()
            self.desk.tasks.read(self, self._show, questions.of, self.tabs.activity, key="rows")

    def add(self) -> None:
        """Choose files to keep."""
        chosen = self.desk.dialogs.open_file(self.desk.t(N_("Add files")), files.KINDS)
        if chosen is not None:
            self.add_files([chosen])

    def add_files(self, paths: list[Path]) -> None:
        """Keep photos and documents with the activity."""
        if self.tabs.activity is not None:
            files.keep(self.desk, self, "activity", self.tabs.activity, paths)

    def add_link(self) -> None:
        """Write down where a video or a page is found."""
        self.detail.show_form(self.form)
        self.form.show_new(
            subject="activity", subject_id=self.tabs.activity, kind_id="attachment_kind:link"
        )
        self.form.focus()

    def _show(self, rows: list[AttachmentRow]) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        for row in rows:
            self.list.addItem(self._item(row))
        self.list.setCurrentIndex(QModelIndex())
        self.list.blockSignals(False)
        self.stack.setCurrentIndex(0 if rows else 1)
        for place, row in enumerate(rows):
            if (row.media_type or "").startswith("image/"):
                self._ask_picture(row.id, place)

    def _item(self, row: AttachmentRow) -> QListWidgetItem:
        t = self.desk.t
        photo = (row.media_type or "").startswith("image/")
        name = row.caption or row.file_name or row.link or t.label(row.kind)
        may = t(CONSENTS.get(row.consent or "", WITHHELD)) if photo else t.label(row.kind)
        item = QListWidgetItem(f"{name}\n{may}")
        item.setToolTip(item.text())
        item.setData(_ROW, row.id)
        item.setIcon(QIcon(self.desk.icons.pixmap("image" if photo else "file-text", size=44)))
        return item

    def _ask_picture(self, row: str, place: int) -> None:
        """The content is read in the queue, and made small beside it."""
        side = self.desk.theme.px(SIDE)

        def shown(picture: bytes | None) -> None:
            item = self.list.item(place)
            drawn = QPixmap()
            if picture and place < self.list.count() and item.data(_ROW) == row:
                drawn.loadFromData(picture)
                item.setIcon(QIcon(drawn))

        def small(content: bytes | None) -> None:
            if content is not None:
                self.desk.tasks.render(self, shown, _small, content, side)

        self.desk.tasks.read(self, small, questions.content, row)

    def _chosen(self, item: Any) -> None:
        if item is not None:
            self.detail.show_form(self.form)
            self.form.show_row(item.data(_ROW))

    def _close(self) -> None:
        self.detail.close_form()
        self.list.clearSelection()


def _small(content: bytes, side: int) -> bytes:
    from db.rules.pictures import reduced

    return reduced(content, side).content
