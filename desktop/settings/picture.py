"""A picture that papers bear, as a logo: chosen from a file, made small, shown beside its buttons."""

import base64
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QWidget

from db.errors import UserError
from db.rules.pictures import LOGO_SIDE
from desktop.desk import Desk
from desktop.kit.fields import Field
from desktop.kit.parts import button, icon_button, label
from desktop.texts import N_

PICTURES = N_("Pictures (*.png *.jpg *.jpeg)")


def shrunk(path: Path, side: int) -> str:
    """The picture in base64, its longer side ``side`` pixels at most. Raises UserError where it is none."""
    from db.rules.pictures import UNREADABLE, reduced

    try:
        content = path.read_bytes()
    except OSError:
        raise UserError(UNREADABLE) from None
    return base64.b64encode(reduced(content, side).content).decode()


class PictureField(Field):
    """A small picture, or none. Its value is PNG or JPEG in base64."""

    def __init__(self, desk: Desk, key: str, title: str, side: int = LOGO_SIDE) -> None:
        """``side``: pixels of the longer side that papers need."""
        self._desk, self._side = desk, side
        self._value: str | None = None
        t, icons = desk.t, desk.icons
        side = desk.theme.px(48)
        self._picture = label("")
        self._picture.setFixedSize(side, side)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.choose_button = button(t(N_("Choose picture …")), self.choose, icons, icon="image")
        self.remove_button = icon_button(t(N_("Without picture")), "trash-2", self.remove, icons)
        inside = QWidget()
        box = QHBoxLayout(inside)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(desk.theme.px(8))
        for widget in (self._picture, self.choose_button, self.remove_button):
            box.addWidget(widget)
        box.addStretch(1)
        super().__init__(desk, key, title, inside)
        self.setFocusProxy(self.choose_button)
        self.choose_button.setAccessibleName(f"{title}: {self.choose_button.text().strip()}")
        self.show_value(None)

    def show_value(self, value: Any) -> None:
        self._value = value
        self._picture.setVisible(value is not None)
        self.remove_button.setVisible(value is not None)
        if value is not None:
            drawn = QPixmap()
            drawn.loadFromData(base64.b64decode(value))
            self._picture.setPixmap(
                drawn.scaled(
                    self._picture.size(),
                    Qt.AspectRatioMode.KeepAspectRatio,
                    Qt.TransformationMode.SmoothTransformation,
                )
            )

    def read_value(self) -> Any:
        return self._value

    def choose(self) -> None:
        """Ask for a picture; it is read and made small beside the window."""
        t = self._desk.t
        place = self._desk.dialogs.open_file(t(N_("Choose picture")), t(PICTURES))
        if place is not None:
            self._desk.tasks.render(
                self,
                self._chosen,
                shrunk,
                place,
                self._side,
                refused=lambda error: self.tell(t(error.text, **error.facts)),
            )

    def remove(self) -> None:
        """Papers without it."""
        self.show_value(None)
        self.edited.emit()

    def _chosen(self, picture: str) -> None:
        self.tell("")
        self.show_value(picture)
        self.edited.emit()


def encoded(picture: bytes | None) -> str | None:
    """Bytes → the value of the field."""
    return None if picture is None else base64.b64encode(picture).decode()


def decoded(picture: str | None) -> bytes | None:
    """The value of the field → bytes."""
    return None if picture is None else base64.b64decode(picture)
