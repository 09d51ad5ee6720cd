"""What is chosen before a document is made: which one, what it is about, and how it shall look."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from db.errors import UserError
from db.queries.activities import ActivityCard
from db.queries.settings import Templates
from desktop.desk import Desk
from desktop.kit import picks
from desktop.kit.fields import CheckField, ChoiceField, Field, NumberField, PickField, TextField
from desktop.kit.list_field import ListField
from desktop.kit.parts import Card, empty_out
from desktop.kit.picks import Pick
from desktop.kit.wording import said_date
from desktop.texts import N_
from exports import document as kinds
from exports.catalogue import DOCUMENTS
from exports.document import Choice, Document

_PICKS: dict[str, Callable[[Desk], Pick]] = {
    kinds.ACTIVITY: lambda _: picks.activities(),
    kinds.PERSON: picks.people,
    kinds.PROGRAMME: lambda _: picks.programmes(),
    kinds.FORUM: lambda _: picks.forums(),
    kinds.DISTRICT: lambda _: picks.districts(),
    kinds.ORGANIZATION: lambda _: picks.organizations(),
}


class Choices(Card):
    """``document_chosen``: another document; ``edited``: something else of the choices."""

    document_chosen = Signal()
    edited = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme, padding=1)
        theme, t = desk.theme, desk.t
        self._desk = desk
        self.fields: dict[str, Field] = {}
        self._templates = Templates()
        self.documents = ChoiceField(
            desk, "document", t(N_("Document")), [(one.key, t(one.title)) for one in DOCUMENTS]
        )
        self.documents.edited.connect(self._show_document)
        inside = QWidget()
        inside.setObjectName("form")
        panel = QScrollArea()
        panel.setWidget(inside)
        panel.setWidgetResizable(True)
        panel.setFrameShape(QFrame.Shape.NoFrame)
        panel.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        panel.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumWidth(theme.px(260))
        self.setMaximumWidth(theme.px(300))
        self.box.addWidget(panel)
        self._lines = QVBoxLayout(inside)
        self._lines.setContentsMargins(*(theme.px(16),) * 4)
        self._lines.setSpacing(theme.px(10))
        self._lay_out()

    @property
    def document(self) -> Document:
        """The chosen document."""
        return next(one for one in DOCUMENTS if one.key == self.documents.read_value())

    @property
    def activity(self) -> str | None:
        """The activity that the document is about, where it is about one."""
        field = self.fields.get("activity")
        return field.read_value() if field is not None else None

    def values(self) -> dict[str, Any]:
        """What stands in the fields, as far as anything does."""
        read = ((key, field.read_value()) for key, field in self.fields.items())
        return {key: value for key, value in read if value is not None}

    def chosen(self) -> dict[str, Any] | None:
        """All choices; None while the document lacks something, as the activity that it is about.

        What is not possible is told beside its field.
        """
        for field in self.fields.values():
            field.tell("")
        try:
            return self.document.complete(self.values())
        except UserError as error:
            if error.text != kinds.MISSING_CHOICE and error.field in self.fields:
                self.fields[error.field].tell(self._desk.t(error.text, **error.facts))
            return None

    def show_activity(self, card: ActivityCard) -> None:
        """Choose an activity, and offer its sessions."""
        if "activity" in self.fields:
            self.fields["activity"].show_value((card.row.id, card.row.title))
        session = self.fields.get("session")
        if isinstance(session, ChoiceField):
            days = sorted({one.date for one in card.sessions if one.date})
            session.set_options(
                [(one.id, f"{one.number}. {one.topic or one.date or ''}") for one in card.sessions]
                + [(day, said_date(self._desk.t, day)) for day in days if len(days) > 1]
            )

    def show_document(self, key: str, about: str, then: Callable[[], None]) -> None:
        """Choose a document, and what it is about; ``then`` follows when that has its name."""
        from db.queries import records

        self.documents.show_value(key)
        self._show_document()
        field = next((one for one in self.fields.values() if isinstance(one, PickField)), None)
        if field is None or not about:
            return

        def named(names: dict[str, tuple[str, str]]) -> None:
            field.show_value((about, self._desk.t.label(names.get(about))))
            then()

        self._desk.tasks.read(self, named, records.names, field.table, [about], key="named")

    def show_templates(self, templates: Templates) -> None:
        """The sections that the workspace has chosen are what is offered first."""
        if templates != self._templates:
            self._templates = templates
            self._lay_out()

    def _show_document(self) -> None:
        self._lay_out()
        self.document_chosen.emit()

    def _lay_out(self) -> None:
        now = QApplication.focusWidget()
        goes = now is not None and self.isAncestorOf(now) and not self.documents.isAncestorOf(now)
        empty_out(self._lines, self.documents)
        self._lines.addWidget(self.documents)
        self.fields = {}
        for choice in self.document.choices:
            field = self._field(choice)
            if field is not None:
                self.fields[choice.key] = field
                field.edited.connect(self._edit)
                self._lines.addWidget(field)
        self._lines.addStretch(1)
        if goes:  # the field that has the keyboard; without it no key would reach the page
            self.documents.setFocus()

    def _edit(self) -> None:
        """Paper, columns and the like are remembered; what a document is about is asked each time."""
        about = (*_PICKS, kinds.SESSION)
        kept = [one.key for one in self.document.choices if one.kind not in about]
        values = {key: self.fields[key].read_value() for key in kept if key in self.fields}
        self._desk.preferences.choices[self.document.key] = values
        self._desk.preferences.save()
        self.edited.emit()

    def _field(self, choice: Choice) -> Field | None:
        desk, t = self._desk, self._desk.t
        title = t(choice.label)
        options = [(key, t(text)) for key, text in choice.options]
        if choice.kind in _PICKS:
            return picks.field(desk, choice.key, title, _PICKS[choice.kind](desk))
        if choice.kind == kinds.SESSION:
            return ChoiceField(desk, choice.key, title, [], empty=t(N_("Whole activity")))
        if choice.kind == kinds.ONE_OF:
            made: Field = ChoiceField(desk, choice.key, title, options)
        elif choice.kind == kinds.LIST:
            own = self._templates.sections_of(self.document.key)
            usual = own if choice.key == "sections" and own else choice.usual
            made = ListField(desk, choice.key, title, options, usual)
        elif choice.kind == kinds.YES_NO:
            made = CheckField(desk, choice.key, title)
        elif choice.kind == kinds.NUMBER:
            made = NumberField(desk, choice.key, title)
        elif choice.kind in (kinds.DATE, kinds.FIRST_DAY, kinds.LAST_DAY, kinds.LINE):
            made = TextField(desk, choice.key, title)
        else:
            return None
        known = desk.preferences.choices.get(self.document.key, {})
        value = known.get(choice.key, choice.default)
        if choice.kind == kinds.ONE_OF and value not in dict(choice.options):
            value = choice.default
        made.show_value(value)
        return made
