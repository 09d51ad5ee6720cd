"""Photos and files of an activity: dropped or chosen, seen as small pictures, each with caption and consent."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QStackedWidget

from db.queries import attachments as questions
from db.queries.attachments import AttachmentRow
from desktop.desk import Desk
from desktop.files.form import FileForm
from desktop.files.pictures import SIDE, PictureList
from desktop.kit import files
from desktop.kit.activity_tabs import ActivityTabs
from desktop.kit.beside import Beside
from desktop.kit.drops import FileDrop
from desktop.kit.many import Many, Step
from desktop.kit.page import Page
from desktop.kit.parts import Card, Empty, button
from desktop.kit.setting import Setter, Setting
from desktop.texts import N_, NN_

WITHHELD = N_("not asked: stays out of reports")
CONSENTS = {"yes": N_("may be shown"), "no": N_("not to be shown: stays out of reports")}
REMOVED = NN_("{n} file removed", "{n} files removed")
SETTINGS = (
    Setting(
        "consent",
        N_("May it be shown?"),
        options=(
            ("yes", N_("Yes: those shown agreed")),
            ("no", N_("No")),
            (None, N_("Nobody asked yet")),
        ),
    ),
    Setting("caption", N_("Caption"), text=True),
    Setting("date", N_("Date"), text=True),
    Setting("place", N_("Place"), text=True),
    Setting("credit", N_("Taken by"), text=True),
)


class FilesPage(Page):
    """What was photographed and written around an activity, in the order of the report."""

    tables = frozenset({"activity", "attachment"})

    def __init__(self, desk: Desk) -> None:
        t = desk.t
        super().__init__(desk, t(N_("Photos and files")))
        self.tabs = ActivityTabs(desk, self, "files")
        self._rows: list[AttachmentRow] = []
        self._small: dict[str, QPixmap] = {}
        self.buttons.addWidget(
            button(t(N_("Add a link")), self.add_link, desk.icons, icon="external-link")
        )
        self.buttons.addWidget(
            button(t(N_("Add files")), self.add, desk.icons, icon="plus", kind="primary")
        )
        self.form: FileForm = FileForm(desk)
        self.list = PictureList(desk.theme, desk.icons, t(N_("Photos and files")))
        self.list.itemSelectionChanged.connect(self._chosen)
        self.list.looked.connect(self.look)
        self.list.arranged.connect(self.arrange)
        self.list.brought.connect(self.add_files)
        setter = Setter(desk, self, "attachment", lambda: self.many)
        steps = (*setter.steps(SETTINGS), Step(N_("Remove"), "trash-2", self.remove_many))
        self.many = Many(desk, steps, self._with_marked)
        self.box.addWidget(self.many)
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
        self.detail.hold(self.form)
        for leaving in (self.form.stored, self.form.gone, self.form.left):
            leaving.connect(lambda *_: self._close())
        self.form.told.connect(lambda: desk.navigation.go("records", f"attachment:{self.form.row}"))
        FileDrop(self, None, self.add_files)
        self.command(N_("Add files"), "Ctrl+N", self.add)
        self.command(N_("Move to the front"), "Alt+Up", partial(self.list.move_marked, -1))
        self.command(N_("Move to the end"), "Alt+Down", partial(self.list.move_marked, 1))

    def open(self, row: str | None) -> None:
        if row is not None:
            if row != self.tabs.activity:
                self._small.clear()
            self._close()
            self.tabs.show_activity(row)

    def reload(self) -> None:
        if self.tabs.activity is not None:
            self.tabs.reload()
            self.desk.tasks.read(self, self._show, questions.of, self.tabs.activity, key="rows")

    def add(self) -> None:
        """Choose files to keep."""
        chosen = self.desk.dialogs.open_files(self.desk.t(N_("Add files")), files.KINDS)
        if chosen:
            self.add_files(chosen)

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

    def look(self, row: str) -> None:
        """A photo larger; of what is no photo, its form."""
        photos = [(one.id, self._said(one)) for one in self._rows if _is_photo(one)]
        if row in dict(photos):
            from desktop.files.viewer import PictureViewer

            PictureViewer(self.desk, self.window(), photos).open_at(row)
        else:
            self.form.focus()

    def arrange(self, order: list[str]) -> None:
        """Keep another order: the report follows it."""
        said = self.desk.t(N_("Order of the files kept"))
        self.desk.tasks.edit(
            self,
            lambda _: self.desk.navigation.say(said, undoable=True),
            *("db.edits.attachments:arrange", order),
        )

    def remove_many(self, rows: list[str]) -> None:
        """Take several files out."""

        def removed(number: int) -> None:
            self._close()
            self.desk.navigation.say(self.desk.t.count(*REMOVED, number), undoable=True)

        self.desk.tasks.edit(self, removed, "db.edits.many:remove", "attachment", rows)

    def _with_marked(self, do: Callable[[list[str]], None]) -> None:
        do(self.list.marked())

    def _show(self, rows: list[AttachmentRow]) -> None:
        marked = self.list.marked()
        self._rows = rows
        self.list.blockSignals(True)
        self.list.clear()
        for row in rows:
            self.list.add(row.id, self._said(row), "image" if _is_photo(row) else "file-text")
        self.list.blockSignals(False)
        self.list.mark(marked)
        self.many.show_number(len(self.list.marked()))
        self.stack.setCurrentIndex(0 if rows else 1)
        for row in rows:
            if _is_photo(row):
                self._ask_picture(row)

    def _said(self, row: AttachmentRow) -> str:
        t = self.desk.t
        name = row.caption or row.file_name or row.link or t.label(row.kind)
        may = t(CONSENTS.get(row.consent or "", WITHHELD)) if _is_photo(row) else t.label(row.kind)
        return f"{name}\n{may}"

    def _ask_picture(self, row: AttachmentRow) -> None:
        """The content is read in the queue, and made small beside it; once."""
        side, withheld = self.desk.theme.px(SIDE), row.consent != "yes"

        def shown(picture: bytes | None) -> None:
            drawn = QPixmap()
            if picture and drawn.loadFromData(picture):
                self._small[row.id] = drawn
                self.list.show_picture(row.id, drawn, withheld=withheld)

        def small(content: bytes | None) -> None:
            if content is not None:
                self.desk.tasks.render(self, shown, _small, content, side)

        if row.id in self._small:
            self.list.show_picture(row.id, self._small[row.id], withheld=withheld)
        else:
            self.desk.tasks.read(self, small, questions.content, row.id)

    def _chosen(self) -> None:
        """One file has its form; several have what can be done with them."""
        marked = self.list.marked()
        self.many.show_number(len(marked))
        if len(marked) == 1:
            self.detail.show_form(self.form)
            self.form.show_row(marked[0])
        elif marked:
            self.form.flush()
            self.detail.close_form()

    def _close(self) -> None:
        self.detail.close_form()
        self.list.clearSelection()


def _is_photo(row: AttachmentRow) -> bool:
    return (row.media_type or "").startswith("image/")


def _small(content: bytes, side: int) -> bytes:
    from db.rules.pictures import reduced

    return reduced(content, side).content
