"""This workspace: its name, and what keeps it safe: backups, passphrase, check, restoring."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from db.queries import workspace_info
from desktop.desk import Desk
from desktop.kit.backups import choose_backup
from desktop.kit.fields import TextField
from desktop.kit.form import Form
from desktop.kit.parts import Card, button, label, row
from desktop.settings.section import NOTHING_CHANGED, Filled, Section
from desktop.texts import N_, NN_

WIDTH = 640

MEMBERS = NN_("{n} member", "{n} members")
ACTIVITIES = NN_("{n} activity", "{n} activities")
CHANGES = NN_("{n} change in the history", "{n} changes in the history")


class WorkspaceSection(Section):
    """The file that is open. ``restore_wanted`` carries the path of a backup."""

    restore_wanted = Signal(object)
    scrolls = True

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        t, theme = desk.t, desk.theme
        self.form = Form(desk, removable=False)
        self.form.heading.setText(t(N_("This workspace")))
        self.form.add(
            TextField(desk, "name", t(N_("Name (stands on top of every paper)")), required=True)
        )
        self.form.close_box()
        self.form.saved.connect(self._save)
        self.form.left.connect(lambda: self._ask(anew=True))
        self._filled = Filled(self.form)
        named = Card(theme, padding=1)
        named.setFixedHeight(theme.px(188))
        named.box.addWidget(self.form)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.px(12))
        for card in (named, self._make_safe()):
            card.setMaximumWidth(theme.px(WIDTH))
            box.addWidget(card)
        box.addStretch(1)

    def reload(self) -> None:
        self._ask()
        self.desk.tasks.call(self, self._show_backups, _backups)

    def restore(self) -> None:
        """Choose a backup of this workspace, or any other, to put back."""
        choose_backup(
            self.desk,
            self,
            lambda database: [database.path],
            self.restore_wanted.emit,
        )

    def back_up(self) -> None:
        """Write a backup beside the workspace."""
        t, navigation = self.desk.t, self.desk.navigation

        def said(_: Any) -> None:
            navigation.say(t(N_("Backup written beside the workspace")))
            self.desk.tasks.call(self, self._show_backups, _backups)

        self.desk.tasks.call(self, said, lambda database: database.back_up())

    def change_passphrase(self) -> None:
        """Set another passphrase; an empty one takes the protection away."""
        t, navigation = self.desk.t, self.desk.navigation
        fresh = self.desk.dialogs.fresh_passphrase(
            t(N_("New passphrase (leave it empty to remove the protection)"))
        )
        if fresh is None:
            return
        self.desk.tasks.call(
            self,
            lambda _: navigation.say(t(N_("Passphrase changed"))),
            lambda database: database.change_passphrase(fresh or None),
            alone=True,
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

        self.desk.tasks.call(self, said, lambda database, step: database.check(step), steps=True)

    def _make_safe(self) -> Card:
        t, theme, icons = self.desk.t, self.desk.theme, self.desk.icons
        card = Card(theme)
        card.box.addWidget(label(t(N_("Backups and protection")), "heading"))
        self._info = label("", "muted", wrap=True)
        self._backups = label("", "muted", wrap=True)
        card.box.addWidget(self._info)
        card.box.addWidget(self._backups)
        self.restore_button = button(
            t(N_("Restore a backup …")), self.restore, icons, icon="history"
        )
        back_up = button(t(N_("Back up now")), self.back_up, icons, icon="archive-restore")
        protect = button(t(N_("Change passphrase")), self.change_passphrase, icons, icon="lock")
        check = button(t(N_("Check file")), self.check, icons, icon="circle-check")
        gap = theme.px(8)
        card.box.addLayout(row(back_up, self.restore_button, None, spacing=gap))
        card.box.addLayout(row(protect, check, None, spacing=gap))
        return card

    def _ask(self, *, anew: bool = False) -> None:
        self.desk.tasks.read(
            self, lambda info: self._show(info, anew=anew), workspace_info.info, key="info"
        )

    def _show(self, info: workspace_info.WorkspaceInfo, *, anew: bool) -> None:
        t = self.desk.t
        self._filled.show({"name": info.name}, anew=anew)
        self._info.setText(
            " · ".join(
                (
                    t.count(*MEMBERS, info.counts["people"]),
                    t.count(*ACTIVITIES, info.counts["activities"]),
                    t.count(*CHANGES, info.changes),
                )
            )
        )

    def _show_backups(self, found: list[Path]) -> None:
        from db import backup

        t = self.desk.t
        made = backup.made_at(found[0]) if found else None
        if made is None:
            self._backups.setText(t(N_("There is no backup yet.")))
            return
        self._backups.setText(
            t(
                N_(
                    "Newest backup: {day}, {time}. The newest {kept} are kept beside the workspace, and the "
                    "last of each of {days} days."
                ),
                day=t.day_and_date(made.date()),
                time=t.time(f"{made:%H:%M}"),
                kept=t.number(backup.KEPT),
                days=t.number(backup.DAYS),
            )
        )

    def _save(self, values: dict[str, Any]) -> None:
        if not self._filled.changed():
            self.desk.navigation.say(self.desk.t(NOTHING_CHANGED))
            return
        self.desk.tasks.call(self, lambda _: self._store(values), _ready)

    def _store(self, values: dict[str, Any]) -> None:
        from db.edits import settings as edits

        draft = edits.NameDraft(**values)
        self.desk.tasks.edit(self, self._stored, edits.rename, draft, refused=self.form.refused)

    def _stored(self, _: Any) -> None:
        self._filled.saved()
        self.desk.navigation.say(self.desk.t(N_("Settings saved")), undoable=True)


def _backups(database: Any) -> list[Path]:
    from db import backup

    return backup.backups(database.path)


def _ready(_: Any) -> None:
    """Load the table classes in the queue of the database, where they hold nobody up."""
    import db.edits.settings  # noqa: F401
