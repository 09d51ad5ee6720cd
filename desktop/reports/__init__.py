"""Papers: choose a document and what it is about, look at it, save it."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from db.queries import activities
from db.queries.activities import ActivityCard
from desktop.desk import Desk
from desktop.kit.fields import CheckField, ChoiceField, Field, NumberField, PickField, TextField
from desktop.kit.page import Page
from desktop.kit.parts import Card, Empty, button, label
from desktop.kit.pdf_view import PdfView
from desktop.texts import N_
from exports import document as kinds
from exports.catalogue import DOCUMENTS
from exports.document import Choice, Document

FORMATS = {
    "pdf": N_("PDF files (*.pdf)"),
    "xlsx": N_("Excel files (*.xlsx)"),
    "json": N_("JSON files (*.json)"),
}


class ReportsPage(Page):
    """Everything in the catalogue, with a preview before it leaves the window."""

    tables = frozenset({"activity"})

    def __init__(self, desk: Desk) -> None:
        t, icons, theme = desk.t, desk.icons, desk.theme
        super().__init__(desk, t(N_("Papers and reports")))
        self.subtitle.setText(t(N_("Choose a document, look at it, then save or print it.")))
        self.save_buttons = {kind: self._save_button(kind) for kind in ("json", "xlsx", "pdf")}
        for made in self.save_buttons.values():
            self.head.addWidget(made)
        self._activity: str | None = None
        self._content: bytes | None = None
        self._fields: dict[str, Field] = {}
        self.documents = ChoiceField(
            desk, "document", t(N_("Document")), [(one.key, t(one.title)) for one in DOCUMENTS]
        )
        self.documents.edited.connect(self._lay_out_choices)
        inside = QWidget()
        inside.setObjectName("form")
        panel = QScrollArea()
        panel.setWidget(inside)
        panel.setWidgetResizable(True)
        panel.setFrameShape(QFrame.Shape.NoFrame)
        panel.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        panel.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        card = Card(theme, padding=1)
        card.setMinimumWidth(theme.px(180))
        card.setMaximumWidth(theme.px(300))
        card.box.addWidget(panel)
        self._choices = QVBoxLayout(inside)
        self._choices.setContentsMargins(*(theme.px(16),) * 4)
        self._choices.setSpacing(theme.px(10))
        self.pdf = PdfView(desk)
        self._said = label("", "muted", wrap=True)
        empty = Empty(
            theme,
            icons,
            "file-text",
            t(N_("Nothing to show yet")),
            t(N_("Choose an activity on the left; the pages appear here.")),
            None,
        )
        self.stack = QStackedWidget()
        for widget in (empty, self.pdf, self._said):
            self.stack.addWidget(widget)
        body = QHBoxLayout()
        body.setSpacing(theme.px(16))
        body.addWidget(card, 1)
        body.addWidget(self.stack, 2)
        self.box.addLayout(body, 1)
        self._lay_out_choices()

    @property
    def document(self) -> Document:
        """The chosen document."""
        return next(one for one in DOCUMENTS if one.key == self.documents.read_value())

    def open(self, row: str | None) -> None:
        if row is not None:
            self._activity = row
            self.reload()

    def reload(self) -> None:
        if self._activity is not None:
            self.desk.tasks.read(
                self, self._show_activity, activities.card, self._activity, key="card"
            )

    def preview(self) -> None:
        """Make the document as it is chosen now and show its pages."""
        chosen = self._chosen()
        if chosen is None:
            self.stack.setCurrentIndex(0)
            return
        document = self.document
        if "pdf" not in document.formats:
            self._said.setText(
                self.desk.t(
                    N_("A workbook is shown by Excel or LibreOffice: save it, then open it there.")
                )
            )
            self.stack.setCurrentIndex(2)
            return
        self._ask(document, chosen, "pdf", self._show_pdf, key="preview")

    def save(self, kind: str) -> None:
        """Save the document; the file appears whole or not at all."""
        chosen = self._chosen()
        if chosen is None or kind not in self.document.formats:
            return
        place = self.desk.dialogs.save_file(
            self.desk.t(N_("Save document")), self._file_name(kind), FORMATS[kind]
        )
        if place is not None:
            path = place if place.suffix else place.with_suffix(f".{kind}")
            self._ask(self.document, chosen, kind, lambda content: self._save(content, path))

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
            self.desk.navigation.say(self.desk.t(N_("Saved as {name}"), name=path.name))

        self.desk.tasks.render(self, saved, kinds.save, content, path, refused=self._refused)

    def _refused(self, error: Any) -> None:
        self.desk.navigation.say(self.desk.t(error.text, **error.facts))

    def _show_pdf(self, content: bytes) -> None:
        self._content = content
        self.pdf.show_pdf(content)
        self.stack.setCurrentIndex(1)

    def _show_activity(self, card: ActivityCard | None) -> None:
        if card is None:
            return
        self._card = card
        if "activity" in self._fields:
            self._fields["activity"].show_value((card.row.id, card.row.title))
        session = self._fields.get("session")
        if isinstance(session, ChoiceField):
            session.set_options(
                [(one.id, f"{one.number}. {one.topic or one.date or ''}") for one in card.sessions]
            )
        self.preview()

    def _chosen(self) -> dict[str, Any] | None:
        from db.errors import UserError

        values = {key: field.read_value() for key, field in self._fields.items()}
        try:
            return self.document.complete({k: v for k, v in values.items() if v is not None})
        except UserError:
            return None  # the activity is not chosen yet: the empty preview says so

    def _file_name(self, kind: str) -> str:
        from db.rules.file_names import file_name

        day = (self._card.row.starts or "")[:10] if self._activity else ""
        about = self._card.row.title if self._activity else ""
        return file_name(day, self.desk.t(self.document.title), about, ending=kind)

    def _lay_out_choices(self) -> None:
        while self._choices.count():
            item = self._choices.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None and widget is not self.documents:
                widget.deleteLater()
        self._choices.addWidget(self.documents)
        self._fields = {}
        for choice in self.document.choices:
            field = self._field(choice)
            if field is not None:
                self._fields[choice.key] = field
                field.edited.connect(self._edited)
                self._choices.addWidget(field)
        self._choices.addStretch(1)
        for kind, made in self.save_buttons.items():
            made.setVisible(kind in self.document.formats)
        if self._activity is not None:
            self.reload()
        else:
            self.preview()

    def _edited(self) -> None:
        chosen = self._fields["activity"].read_value() if "activity" in self._fields else None
        if chosen != self._activity and chosen is not None:
            self._activity = chosen
            self.reload()
        else:
            self.preview()

    def _field(self, choice: Choice) -> Field | None:
        desk, t = self.desk, self.desk.t
        title = t(choice.label)
        if choice.kind == kinds.ACTIVITY:
            return PickField(
                desk,
                choice.key,
                title,
                activities.suggest,
                lambda one: one.title,
                t(N_("Type some letters")),
            )
        if choice.kind == kinds.SESSION:
            return ChoiceField(desk, choice.key, title, [], empty=t(N_("Whole activity")))
        if choice.kind == kinds.ONE_OF:
            made: Field = ChoiceField(
                desk, choice.key, title, [(key, t(text)) for key, text in choice.options]
            )
        elif choice.kind == kinds.YES_NO:
            made = CheckField(desk, choice.key, title)
        elif choice.kind == kinds.NUMBER:
            made = NumberField(desk, choice.key, title)
        elif choice.kind == kinds.DATE:
            made = TextField(desk, choice.key, title)
        else:
            return None
        made.show_value(choice.default)
        return made
