"""This computer: language, look, text size and the name of who works here. Kept outside every workspace."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from desktop.desk import Desk
from desktop.kit.fields import ChoiceField, TextField
from desktop.kit.parts import Card, button, label
from desktop.settings.section import Section
from desktop.texts import N_, NN_, OWN_NAMES

LOOKS = (("light", N_("Light")), ("dark", N_("Dark")), ("contrast", N_("High contrast")))
MINUTES = (5, 10, 20, 60, 0)
AFTER = NN_("After {n} minute", "After {n} minutes")
SIZES = (100, 125, 150, 175, 200)


class ComputerSection(Section):
    """What this user prefers; it takes effect at once."""

    restyled = Signal()
    scrolls = True

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        t, prefer = desk.t, desk.preferences
        self.language = ChoiceField(desk, "language", t(N_("Language")), list(OWN_NAMES))
        self.theme = ChoiceField(
            desk, "theme", t(N_("Look")), [(key, t(text)) for key, text in LOOKS]
        )
        self.lock_minutes = ChoiceField(
            desk,
            "lock_minutes",
            t(N_("Lock when nobody is here")),
            [(n, t.count(*AFTER, n) if n else t(N_("Never"))) for n in MINUTES],
        )
        self.text_size = ChoiceField(
            desk, "text_size", t(N_("Text size")), [(size, f"{size} %") for size in SIZES]
        )
        self.author = TextField(desk, "author", t(N_("Your name (written beside every change)")))
        card = Card(desk.theme)
        card.setMaximumWidth(desk.theme.px(640))
        card.box.addWidget(label(t(N_("This computer")), "heading"))
        for field in (self.language, self.theme, self.text_size, self.lock_minutes, self.author):
            field.show_value(getattr(prefer, field.key))
            field.edited.connect(self._named if field is self.author else self._restyle)
            card.box.addWidget(field)
        self.double_click = button(
            t(N_("Open files of Rembuk with a double click")), self._register, desk.icons
        )
        card.box.addWidget(self.double_click)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(card)
        box.addStretch(1)

    def _restyle(self) -> None:
        prefer = self.desk.preferences
        prefer.language = self.language.read_value()
        prefer.theme = self.theme.read_value()
        prefer.text_size = self.text_size.read_value()
        prefer.lock_minutes = self.lock_minutes.read_value()
        prefer.save()
        self.restyled.emit()

    def _register(self) -> None:
        from desktop import file_types

        t, navigation = self.desk.t, self.desk.navigation
        self.desk.tasks.call(
            self,
            lambda _: navigation.say(t(file_types.REGISTERED)),
            lambda _: file_types.register(t, file_types.program()),
        )

    def _named(self) -> None:
        name = self.author.read_value() or ""
        self.desk.preferences.author = name
        self.desk.preferences.save()
        self.desk.tasks.call(
            self, lambda _: None, lambda database: setattr(database, "author", name)
        )
