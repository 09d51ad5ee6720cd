"""A new computer joins a workspace of others: its card goes out, its first file comes back."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.rules import file_kinds
from desktop.desk import Desk
from desktop.kit.dialogs import CARD, EXCHANGED
from desktop.kit.fields import TextField
from desktop.kit.parts import Card, button, centred, label, row, scrolling
from desktop.texts import N_

HOW = N_(
    "The card says who this computer is. Send it as a file, or let the other one take a picture of the "
    "code. It holds no secret."
)
DIGITS = N_("Check digits, to be compared by phone: {digits}")
BACK = N_(
    "When you were admitted, you are given a first file. Open it here; it makes your workspace."
)
MISSING = N_("Give the computer a name, so that others know whose it is.")
SIDE = 220  # effective pixels of the code


class JoinPage(QWidget):
    """``file_came`` carries the path of the first file; ``left``: back to the start."""

    file_came = Signal(object)
    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("page")
        self._desk = desk
        self._card: Any = None
        t, theme, icons = desk.t, desk.theme, desk.icons
        card = Card(theme, padding=28)
        card.setMaximumWidth(theme.px(520))
        self.name = TextField(desk, "name", t(N_("Name of this computer")), required=True)
        self.name.show_value(t(N_("Laptop")))
        self.owner = TextField(desk, "owner", t(N_("Your name")))
        self.owner.show_value(desk.preferences.author)
        self.make = button(t(N_("Make the card")), self._make, icons, kind="primary")
        self.asked = QWidget()
        asked = QVBoxLayout(self.asked)
        asked.setContentsMargins(0, 0, 0, 0)
        asked.addWidget(self.name)
        asked.addWidget(self.owner)
        asked.addWidget(self.make)
        self.shown = self._make_shown()
        self.open_button = button(
            t(N_("Open the first file")), self._open, icons, icon="folder-open"
        )
        for widget in (
            label(t(N_("Join others")), "title"),
            label(t(N_("1. Card of this computer")), "heading"),
            label(t(HOW), "muted", wrap=True),
            self.asked,
            self.shown,
            label(t(N_("2. First file")), "heading"),
            label(t(BACK), "muted", wrap=True),
            self.open_button,
            button(t(N_("Back")), self.left.emit, icons, kind="ghost"),
        ):
            card.box.addWidget(widget)
        inside = QWidget()
        inside.setObjectName("page")
        inside.setLayout(centred(card))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(scrolling(inside))
        desk.tasks.call(self, self._show_newest, lambda _: _waiting())

    def _make_shown(self) -> QWidget:
        """The card once it is made: code, digits, and the way to save it."""
        t, icons = self._desk.t, self._desk.icons
        shown = QWidget()
        self.code = label("")
        self.code.setAccessibleName(t(N_("QR code of the card")))
        self.said = label("", wrap=True)
        self.digits = label("", wrap=True)
        self.save = button(t(N_("Save the card")), self._save, icons, icon="save")
        self.again = button(t(N_("Make another card")), self._ask_again, icons, kind="ghost")
        box = QVBoxLayout(shown)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.code, alignment=Qt.AlignmentFlag.AlignCenter)
        box.addWidget(self.said)
        box.addWidget(self.digits)
        box.addLayout(row(self.save, self.again, None))
        shown.hide()
        return shown

    def _make(self) -> None:
        name, owner = self.name.read_value(), self.owner.read_value() or ""
        if name is None:
            self.name.tell(self._desk.t(MISSING))
            return

        def made(_: Any) -> Any:
            from db.circle import cards

            return cards.make(name, owner)

        self._desk.tasks.call(self, self._show, made)

    def _show_newest(self, waiting: list[Any]) -> None:
        if waiting:
            self._show(waiting[0])

    def _show(self, card: Any) -> None:
        from exports.kit.qr import png

        t = self._desk.t
        self._card = card
        picture = QPixmap()
        picture.loadFromData(png(card.text()))
        side = self._desk.theme.px(SIDE)
        self.code.setPixmap(picture.scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio))
        self.said.setText(" · ".join(filter(None, (card.name, card.owner))))
        self.digits.setText(t(DIGITS, digits=card.digits))
        self.asked.hide()
        self.shown.show()
        self.save.setFocus()

    def _ask_again(self) -> None:
        self.shown.hide()
        self.asked.show()
        self.name.setFocus()

    def _save(self) -> None:
        t = self._desk.t
        place = self._desk.dialogs.save_file(
            t(N_("Save the card")), t(N_("card")) + file_kinds.CARD, CARD
        )
        text = self._card.text().encode()
        if place is None:
            return

        def saved(_: Any) -> None:
            from db.sync import package

            package.save(place, text)

        said = t(N_("The card is saved. Hand it over."))
        self._desk.tasks.call(self, lambda _: self._desk.navigation.say(said), saved)

    def _open(self) -> None:
        place: Path | None = self._desk.dialogs.open_file(
            self._desk.t(N_("Open the first file")), EXCHANGED
        )
        if place is not None:
            self.file_came.emit(place)


def _waiting() -> list[Any]:
    from db.circle import cards

    return cards.waiting()
