"""Papers: choose a document and what it is about, look at it, save it."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout

from db.queries import activities
from db.queries.activities import ActivityCard
from db.queries.settings import templates
from desktop.desk import Desk
from desktop.kit import sheet_view
from desktop.kit.flow import Flow
from desktop.kit.page import Page
from desktop.kit.parts import Empty, Panel, button, label, row
from desktop.kit.pdf_view import PdfView
from desktop.kit.printing import print_pdf
from desktop.reports.choices import Choices
from desktop.reports.saved import Saved, recent_menu
from desktop.reports.several import SeveralPanel
from desktop.texts import N_
from exports import document as kinds
from exports.batch import about_activities
from exports.catalogue import DOCUMENTS
from exports.document import Document

ELSEWHERE = N_("This file is shown by another program: save it, then open it there.")
FORMATS = {
    "pdf": N_("PDF files (*.pdf)"),
    "docx": N_("Word files (*.docx)"),
    "xlsx": N_("Excel files (*.xlsx)"),
    "csv": N_("CSV files (*.csv)"),
    "json": N_("JSON files (*.json)"),
    "txt": N_("Text files (*.txt)"),
    "ics": N_("Calendars (*.ics)"),
    "vcf": N_("Contacts (*.vcf)"),
    "geojson": N_("Maps (*.geojson)"),
}


class ReportsPage(Page):
    """Everything in the catalogue, with a preview before it leaves the window."""

    tables = frozenset({"activity", "setting"})

    def __init__(self, desk: Desk) -> None:
        t, icons, theme = desk.t, desk.icons, desk.theme
        super().__init__(desk, t(N_("Papers and reports")))
        self.subtitle.setText(t(N_("Choose a document, look at it, then save or print it.")))
        self.save_buttons = {kind: self._save_button(kind) for kind in reversed(FORMATS)}
        self.print_button = button(t(N_("Print")), self.print, icons, icon="printer")
        self.several_button = button(
            t(N_("Several at once …")), self._several, icons, icon="layers"
        )
        self.recent_button = button(t(N_("Saved last")), self._recent, icons, icon="history")
        for made in (*self.save_buttons.values(), self.print_button):
            self.buttons.addWidget(made)
        self.saved = Saved(desk)
        self.box.addWidget(self.saved)
        self._activity: str | None = None
        self._content: bytes | None = None
        self.choices = Choices(desk)
        self.choices.document_chosen.connect(self._show_document)
        self.choices.edited.connect(self._edited)
        self.pdf = PdfView(desk)
        self._said = label("", wrap=True)
        empty = Empty(
            theme,
            icons,
            "file-text",
            t(N_("Nothing to show yet")),
            t(N_("Choose on the left what the document is about; the pages appear here.")),
            None,
        )
        self.stack = QStackedWidget()
        self._said.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.copy_button = button(t(N_("Copy the text")), self._copy, icons, icon="copy")
        told = Panel(theme)
        told.add(self._said, row(self.copy_button, None))
        told.close_box()
        self.several = SeveralPanel(desk)
        self.several.left.connect(self.preview)
        self.several.written.connect(self.saved.show_path)
        self.sheets = sheet_view.SheetView(desk)
        for widget in (empty, self.pdf, told, self.several, self.sheets):
            self.stack.addWidget(widget)
        body = QHBoxLayout()
        body.setSpacing(theme.px(16))
        beside = QVBoxLayout()
        beside.setSpacing(theme.px(8))
        beside.addWidget(self.choices, 1)
        beside.addLayout(Flow(self.several_button, self.recent_button))
        body.addLayout(beside, 1)
        body.addWidget(self.stack, 2)
        self.box.addLayout(body, 1)
        self._show_document()
        self._make_commands()

    def _make_commands(self) -> None:
        for title, keys, step in (
            (N_("Save this document"), "Ctrl+S", lambda: self._save_as(0)),
            (N_("Save it to be changed (Word or Excel)"), "Ctrl+Shift+S", lambda: self._save_as(1)),
            (N_("Print"), "Ctrl+P", self.print),
            (N_("Several at once …"), "Ctrl+Shift+M", self._several),
            (N_("Saved last"), "Ctrl+Shift+H", self._recent),
        ):
            self.command(title, keys, step)

    def open(self, row: str | None) -> None:
        """An activity by its id, or ``document:about``: one document, perhaps with what it is about."""
        if row is not None and ":" in row:
            document, _, about = row.partition(":")
            self.choices.show_document(document, about, self.preview)
        elif row is not None:
            self._activity = row
            self.reload()

    def reload(self) -> None:
        self.desk.tasks.read(self, self.choices.show_templates, templates, key="templates")
        if self._activity is not None:
            self.desk.tasks.read(
                self, self._show_activity, activities.card, self._activity, key="card"
            )

    def preview(self) -> None:
        """Make the document as it is chosen now and show its pages."""
        chosen = self.choices.chosen()
        self._content = None
        self.print_button.setEnabled(False)
        for made in self.save_buttons.values():
            made.setEnabled(chosen is not None)
        if chosen is None:
            self.stack.setCurrentIndex(0)
            return
        document = self.choices.document
        if "pdf" in document.formats:
            self._ask(document, chosen, "pdf", self._show_pdf, key="preview")
        elif "xlsx" in document.formats:
            self._ask(document, chosen, "xlsx", self._show_workbook, key="preview")
        elif "txt" in document.formats:
            self._ask(document, chosen, "txt", self._show_text, key="preview")
        else:
            self._tell(self.desk.t(ELSEWHERE))

    def save(self, kind: str) -> None:
        """Save the document; the file appears whole or not at all."""
        chosen = self.choices.chosen()
        if chosen is None or kind not in self.choices.document.formats:
            return
        place = self.desk.dialogs.save_file(
            self.desk.t(N_("Save document")), self._file_name(kind), FORMATS[kind]
        )
        if place is not None:
            path = place if place.suffix else place.with_suffix(f".{kind}")
            self._ask(
                self.choices.document, chosen, kind, lambda content: self._save(content, path)
            )

    def _save_as(self, place: int) -> None:
        """Save in one of the formats of the document, in their order."""
        formats = self.choices.document.formats
        if place < len(formats):
            self.save(formats[place])

    def print(self) -> None:
        """Print the pages that are shown."""
        content = self._content
        printer = self.desk.dialogs.printer() if content is not None else None
        if printer is not None:
            name = self.desk.t(self.choices.document.title)
            said = self.desk.t(N_("Printed: {name}"), name=name)
            self.desk.tasks.render(
                *(self, lambda _: self.desk.navigation.say(said), print_pdf, content, printer),
                refused=self._refused,
                steps=True,
            )

    def _save_button(self, kind: str) -> QPushButton:
        icon = "sheet" if kind == "xlsx" else "download"
        look = "primary" if kind == "pdf" else ""
        text = self.desk.t(N_("Save {kind}"), kind=kind.upper())
        return button(text, lambda: self.save(kind), self.desk.icons, icon=icon, kind=look)

    def _ask(
        self,
        document: Document,
        chosen: dict[str, Any],
        kind: str,
        then: Any,
        key: str | None = None,
    ) -> None:
        t, tasks = self.desk.t, self.desk.tasks

        def made(answer: Any) -> None:
            tasks.render(self, then, document.make, answer, t, kind, key=key)

        tasks.read(self, made, document.question, chosen, key=key, refused=self._refused)

    def _save(self, content: bytes, path: Path) -> None:
        def saved(_: Any) -> None:
            said = self.desk.t(N_("Saved as {name}"), name=path.name)
            self.desk.navigation.say(said)
            self.desk.preferences.saved(path)
            self.saved.show_path(path, said)
            if told:
                self.desk.tasks.edit(
                    *(self, lambda _: None, "db.edits.disclosures:hand_out"),
                    *(self.choices.document.title, None),
                )

        chosen = self.choices.chosen() or {}
        told = self.choices.document.tells_contacts(chosen)
        self.desk.tasks.render(self, saved, kinds.save, content, path, refused=self._refused)

    def _several(self) -> None:
        document = self.choices.document
        self.several.show_document(document, self.choices.values())
        self.stack.setCurrentWidget(self.several)

    def _recent(self) -> None:
        menu = recent_menu(self.desk, self)
        menu.popup(self.recent_button.mapToGlobal(self.recent_button.rect().bottomLeft()))

    def _refused(self, error: Any) -> None:
        self.desk.navigation.say(self.desk.t(error.text, **error.facts))

    def _show_pdf(self, content: bytes) -> None:
        self._content = content
        self.pdf.show_pdf(content)
        self.stack.setCurrentIndex(1)
        self.print_button.setEnabled(True)

    def _show_workbook(self, content: bytes) -> None:
        def shown(sheets: Any) -> None:
            self.sheets.show_sheets(sheets)
            self.stack.setCurrentWidget(self.sheets)

        self.desk.tasks.render(self, shown, sheet_view.read, content, key="preview")

    def _show_text(self, content: bytes) -> None:
        self._tell(content.decode())

    def _tell(self, text: str) -> None:
        self._said.setText(text)
        self.copy_button.setVisible("txt" in self.choices.document.formats)
        self.stack.setCurrentIndex(2)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._said.text())
        self.desk.navigation.say(self.desk.t(N_("Copied; paste it into a message.")))

    def _show_activity(self, card: ActivityCard | None) -> None:
        if card is None:
            return
        self._card = card
        self.choices.show_activity(card)
        self.preview()

    def _file_name(self, kind: str) -> str:
        from db.rules.file_names import file_name

        told = self._activity is not None and "activity" in self.choices.fields
        day = (self._card.row.starts or "")[:10] if told else ""
        about = self._card.row.title if told else ""
        return file_name(day, self.desk.t(self.choices.document.title), about, ending=kind)

    def _show_document(self) -> None:
        formats = self.choices.document.formats
        for kind, made in self.save_buttons.items():
            made.setVisible(kind in formats)
        self.print_button.setVisible("pdf" in formats)
        self.several_button.setVisible(self.choices.document in about_activities(DOCUMENTS))
        self.saved.hide()
        if self._activity is not None:
            self.reload()
        else:
            self.preview()

    def _edited(self) -> None:
        chosen = self.choices.activity
        if chosen is not None and chosen != self._activity:
            self._activity = chosen
            self.reload()
        else:
            self.preview()
