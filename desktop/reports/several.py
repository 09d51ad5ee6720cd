"""A document for every activity of a week or a month at once, as files in a folder."""

import datetime as dt
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal

from db.errors import UserError
from db.rules.periods import Period
from desktop.desk import Desk
from desktop.kit.fields import ChoiceField
from desktop.kit.parts import Panel, button, label, row
from desktop.texts import N_, NN_
from exports import batch
from exports.document import Document

HOW_MANY = NN_(
    "{title}: {n} activity from {first} to {last}.",
    "{title}: {n} activities from {first} to {last}.",
)
NONE = N_("There is no activity from {first} to {last}.")
WROTE = NN_("{n} file is in {folder}.", "{n} files are in {folder}.")
LEFT_OUT = N_("Nothing was made for {title}: {reason}")


class SeveralPanel(Panel):
    """``left``: back to one document; ``written``: the folder with the files, and what to say of them."""

    left = Signal()
    written = Signal(object, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme)
        t, icons = desk.t, desk.icons
        self._desk = desk
        self._document: Document | None = None
        self._chosen: dict[str, Any] = {}
        self._title = label("", "heading", wrap=True)
        self.span = ChoiceField(
            desk,
            "span",
            t(N_("Activities of")),
            [(key, t(text)) for key, (text, _) in batch.SPANS.items()],
        )
        self.kind = ChoiceField(desk, "kind", t(N_("Format")), [])
        self._said = label("", "muted", wrap=True)
        self.make_button = button(
            t(N_("Choose a folder and write …")), self.make, icons, icon="download", kind="primary"
        )
        self.back_button = button(t(N_("Back")), self.left.emit, icons)
        self.add(self._title, self.span, self.kind, self._said)
        self.add(row(self.make_button, self.back_button, None))
        self.close_box()
        self.span.edited.connect(self._count)

    def show_document(self, document: Document, chosen: dict[str, Any]) -> None:
        """Offer a document that is made for one activity each, with what was chosen for it."""
        t = self._desk.t
        self._document, self._chosen = document, chosen
        self._title.setText(t(document.title))
        self.kind.set_options([(kind, kind.upper()) for kind in document.formats])
        self.kind.show_value(document.formats[0])
        self.span.show_value("this_week")
        self._count()
        self.focus()

    def make(self) -> None:
        """Ask for the folder, then for the answers, then write; it can be stopped."""
        desk, document = self._desk, self._document
        folder = desk.dialogs.folder(desk.t(N_("Folder for the files")))
        if folder is None or document is None:
            return
        kind = self.kind.read_value()

        def asked(found: batch.Asked) -> None:
            desk.tasks.render(
                *(self, lambda done: self._wrote(folder, done), batch.write),
                *(found, document, desk.t, kind, folder),
                refused=self._refused,
                steps=True,
            )

        desk.tasks.read(
            *(self, asked, batch.ask, document, self._chosen, self._period()),
            refused=self._refused,
            steps=True,
        )

    def _period(self) -> Period:
        today = dt.date.today()  # noqa: DTZ011 - the day on which it is asked
        return batch.SPANS[self.span.read_value()][1](today)

    def _count(self) -> None:
        from db.queries import activities

        period = self._period()
        first, last = period.first.isoformat(), period.last.isoformat()
        self._desk.tasks.read(self, self._tell, activities.between, first, last, key="several")

    def _tell(self, found: list[Any]) -> None:
        t, period = self._desk.t, self._period()
        days = {"first": t.date(period.first), "last": t.date(period.last)}
        title = t(self._document.title) if self._document else ""
        said = t.count(*HOW_MANY, len(found), title=title, **days) if found else t(NONE, **days)
        self._said.setText(said)
        self.make_button.setEnabled(bool(found))

    def _wrote(self, folder: Path, done: batch.Written) -> None:
        t = self._desk.t
        said = t.count(*WROTE, len(done.files), folder=folder.name)
        for title, error in done.refused:
            reason = t(error.text, **error.facts)
            said += "\n" + t(LEFT_OUT, title=title, reason=reason)
        self._said.setText(said)
        self.written.emit(folder, t.count(*WROTE, len(done.files), folder=folder.name))

    def _refused(self, error: UserError) -> None:
        self._said.setText(self._desk.t(error.text, **error.facts))
