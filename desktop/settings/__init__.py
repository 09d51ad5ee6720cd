"""Settings: language, look, name, passphrase, backup."""

from typing import Any

from PySide6.QtCore import Signal

from db.queries import workspace_info
from desktop.desk import Desk
from desktop.kit.fields import ChoiceField, TextField
from desktop.kit.page import Page
from desktop.kit.parts import Card, button, label, row
from desktop.texts import N_, OWN_NAMES

SIZES = (100, 125, 150, 175, 200)


class SettingsPage(Page):
    """What this user prefers, and what keeps the workspace safe."""

    restyled = Signal()

    def __init__(self, desk: Desk) -> None:
        t, theme = desk.t, desk.theme
        super().__init__(desk, t(N_("Settings")))
        prefer = desk.preferences
        self.language = ChoiceField(desk, "language", t(N_("Language")), list(OWN_NAMES))
        self.theme = ChoiceField(
            desk, "theme", t(N_("Look")), [("light", t(N_("Light"))), ("dark", t(N_("Dark")))]
        )
        self.text_size = ChoiceField(
            desk, "text_size", t(N_("Text size")), [(size, f"{size} %") for size in SIZES]
        )
        self.author = TextField(desk, "author", t(N_("Your name (written beside every change)")))
        for field in (self.language, self.theme, self.text_size, self.author):
            field.show_value(getattr(prefer, field.key))
        for field in (self.language, self.theme, self.text_size):
            field.edited.connect(self._restyle)
        self.author.edited.connect(self._named)
        look = Card(theme)
        look.box.addWidget(label(t(N_("This computer")), "heading"))
        for field in (self.language, self.theme, self.text_size, self.author):
            look.box.addWidget(field)
        safe = Card(theme)
        safe.box.addWidget(label(t(N_("This workspace")), "heading"))
        self._info = label("", "muted", wrap=True)
        safe.box.addWidget(self._info)
        safe.box.addLayout(
            row(
                button(t(N_("Back up now")), self.back_up, desk.icons, icon="archive-restore"),
                button(t(N_("Change passphrase")), self.change_passphrase, desk.icons, icon="lock"),
                button(t(N_("Check file")), self.check, desk.icons, icon="circle-check"),
                None,
                spacing=theme.px(8),
            )
        )
        for card in (look, safe):
            card.setMaximumWidth(theme.px(640))
            self.box.addWidget(card)
        self.box.addStretch(1)

    def reload(self) -> None:
        self.desk.tasks.read(self, self._show, workspace_info.info, key="info")

    def back_up(self) -> None:
        """Write a backup beside the workspace."""
        t, navigation = self.desk.t, self.desk.navigation

        def said(_: Any) -> None:
            navigation.say(t(N_("Backup written beside the workspace")))

        self.desk.tasks.call(self, said, lambda database: database.back_up())

    def change_passphrase(self) -> None:
        """Set another passphrase; an empty one takes the protection away."""
        t, navigation = self.desk.t, self.desk.navigation
        fresh = self.desk.dialogs.passphrase(
            t(N_("New passphrase (leave it empty to remove the protection)"))
        )
        if fresh is None:
            return
        again = self.desk.dialogs.passphrase(t(N_("The same passphrase once more")))
        if again != fresh:
            navigation.say(t(N_("The two passphrases differ; nothing was changed.")))
            return
        self.desk.tasks.call(
            self,
            lambda _: navigation.say(t(N_("Passphrase changed"))),
            lambda database: database.change_passphrase(fresh or None),
        )

    def check(self) -> None:
        """Look whether the file is whole."""
        t, navigation = self.desk.t, self.desk.navigation

        def said(problems: list[str]) -> None:
            found = (
                N_("The file is damaged: restore a backup.")
                if problems
                else N_("The file is whole.")
            )
            navigation.say(t(found))

        self.desk.tasks.call(self, said, lambda database: database.check())

    def _show(self, info: workspace_info.WorkspaceInfo) -> None:
        t = self.desk.t
        self._info.setText(
            t(
                N_(
                    "{name} · {people} members · {activities} activities · {changes} changes in the history"
                ),
                name=info.name,
                people=t.number(info.counts["people"]),
                activities=t.number(info.counts["activities"]),
                changes=t.number(info.changes),
            )
        )

    def _restyle(self) -> None:
        prefer = self.desk.preferences
        prefer.language = self.language.read_value()
        prefer.theme = self.theme.read_value()
        prefer.text_size = self.text_size.read_value()
        prefer.save()
        self.restyled.emit()

    def _named(self) -> None:
        name = self.author.read_value() or ""
        self.desk.preferences.author = name
        self.desk.preferences.save()
        self.desk.tasks.call(
            self, lambda _: None, lambda database: setattr(database, "author", name)
        )
