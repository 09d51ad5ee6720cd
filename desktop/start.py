"""The first page of all: make a workspace, open one, join others, or try the demo."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.desk import Desk
from desktop.kit.backups import choose_backup
from desktop.kit.fields import ChoiceField, TextField
from desktop.kit.parts import Card, button, centred, label, scrolling
from desktop.texts import N_, OWN_NAMES


class StartPage(QWidget):
    """Shown while no workspace is open. Its signals carry a path."""

    new_wanted = Signal(object)
    open_wanted = Signal(object)
    demo_wanted = Signal(object)
    restore_wanted = Signal(object)
    join_wanted = Signal()
    language_chosen = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("page")
        self._desk = desk
        t, theme, icons = desk.t, desk.theme, desk.icons
        card = Card(theme, padding=32)
        card.setMaximumWidth(theme.px(460))
        logo = label("")
        logo.setPixmap(icons.pixmap("sprout", "primary", 40))
        card.box.addWidget(logo)
        card.box.addWidget(label("Rembuk", "title"))
        card.box.addWidget(
            label(
                t(N_("Members, activities and attendance of your forum, on this computer alone.")),
                "muted",
                wrap=True,
            )
        )
        self._add_who(card)
        self.new_button = button(
            t(N_("New workspace")), self._new, icons, icon="file-plus", kind="primary"
        )
        self.open_button = button(t(N_("Open workspace")), self._open, icons, icon="folder-open")
        self.demo_button = button(t(N_("Try with sample data")), self._demo, icons, icon="sprout")
        self.restore_button = button(t(N_("Open a backup …")), self._restore, icons, icon="history")
        card.box.addWidget(self.new_button)
        self.join_button = button(t(N_("Join others")), self.join_wanted.emit, icons, icon="users")
        others = (self.open_button, self.restore_button, self.join_button, self.demo_button)
        pairs = QGridLayout()
        pairs.setSpacing(theme.px(8))
        for number, made in enumerate(others):
            pairs.addWidget(made, *divmod(number, 2))
            pairs.setColumnStretch(number % 2, 1)
        card.box.addLayout(pairs)
        recent = [Path(place) for place in desk.preferences.recent if Path(place).exists()]
        if recent:
            card.box.addWidget(label(t(N_("Opened last")), "label"))
        for path in recent:
            again = partial(self.open_wanted.emit, path)
            card.box.addWidget(button(path.stem, again, icons, icon="database", kind="ghost"))
        inside = QWidget()
        inside.setObjectName("page")
        inside.setLayout(centred(card))
        # Large text makes the card higher than the screens of the laptops.
        area = scrolling(inside)
        area.setObjectName("page")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        self._before: QWidget | None = None
        desk.tasks.busy.connect(self._wait)

    def _wait(self, jobs: int) -> None:
        """Whoever waits for a workspace does not begin a second one by the same keys."""
        if jobs and self.isEnabled():
            self._before = self.focusWidget()
        self.setEnabled(not jobs)
        if not jobs and self._before is not None and self.isVisible():
            self._before.setFocus()  # it failed, and somebody tries again

    def _add_who(self, card: Card) -> None:
        """The two things that are asked first: which language, and who is here."""
        t, prefer = self._desk.t, self._desk.preferences
        self.language = ChoiceField(self._desk, "language", t(N_("Language")), list(OWN_NAMES))
        self.language.show_value(prefer.language)
        self.language.edited.connect(self._speak)
        self.author = TextField(
            self._desk, "author", t(N_("Your name (written beside every change)"))
        )
        self.author.show_value(prefer.author)
        self.author.edited.connect(self._name)
        card.box.addWidget(self.language)
        card.box.addWidget(self.author)

    def _speak(self) -> None:
        self._desk.preferences.language = self.language.read_value()
        self._desk.preferences.save()
        self.language_chosen.emit()

    def _name(self) -> None:
        self._desk.preferences.author = self.author.read_value() or ""
        self._desk.preferences.save()

    def _new(self) -> None:
        t = self._desk.t
        path = self._desk.dialogs.save_file(t(N_("New workspace")), "Forum.rembuk")
        if path is not None:
            self.new_wanted.emit(path.with_suffix(".rembuk"))

    def _open(self) -> None:
        path = self._desk.dialogs.open_file(self._desk.t(N_("Open workspace")))
        if path is not None:
            self.open_wanted.emit(path)

    def _restore(self) -> None:
        # A workspace that was lost is not there any more, but its backups may be.
        known = [Path(place) for place in self._desk.preferences.recent]
        choose_backup(self._desk, self, lambda _: known, self.restore_wanted.emit)

    def _demo(self) -> None:
        t = self._desk.t
        path = self._desk.dialogs.save_file(t(N_("Place for the sample workspace")), "Demo.rembuk")
        if path is not None:
            self.demo_wanted.emit(path.with_suffix(".rembuk"))
