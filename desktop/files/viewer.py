"""A photo as large as the window, with the way to the next and to the one before."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from db.queries import attachments as questions
from desktop.desk import Desk
from desktop.kit.parts import icon_button, label, row
from desktop.texts import N_

PLACE = N_("{n} of {all}")


class PictureViewer(QFrame):
    """Over the window; goes away with Escape. ``photos``: id and what is said below each."""

    def __init__(self, desk: Desk, window: QWidget, photos: Sequence[tuple[str, str]]) -> None:
        super().__init__(window, Qt.WindowType.Popup)
        self.setObjectName("popup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        t = desk.t
        self._desk, self._photos, self._place = desk, list(photos), 0
        self._picture = QPixmap()
        self.setAccessibleName(t(N_("Photo")))
        self.image = QLabel()
        self.image.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.image.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.said = label("", wrap=True)
        ways = (
            icon_button(t(N_("Photo before")), "chevron-left", partial(self.go, -1), desk.icons),
            icon_button(t(N_("Next photo")), "chevron-right", partial(self.go, 1), desk.icons),
            icon_button(t(N_("Close")), "x", self.close, desk.icons),
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(*(desk.theme.px(12),) * 4)
        box.addWidget(self.image, 1)
        box.addLayout(row(self.said, *ways))
        self.setGeometry(window.geometry())

    def open_at(self, photo: str) -> None:
        """Show this one."""
        self._place = [one for one, _ in self._photos].index(photo)
        self.show()
        self.setFocus()
        self._ask()

    def go(self, by: int) -> None:
        """To the next photo, or the one before; behind the last comes the first."""
        self._place = (self._place + by) % len(self._photos)
        self._ask()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
        key = Qt.Key(event.key())
        if key in steps:
            self.go(steps[key])
        elif key in (Qt.Key.Key_Escape, Qt.Key.Key_Space, Qt.Key.Key_Return):
            self.close()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._draw()

    def _ask(self) -> None:
        photo, said = self._photos[self._place]
        t = self._desk.t
        place = t(PLACE, n=t.number(self._place + 1), all=t.number(len(self._photos)))
        self.said.setText(f"{place} · {said}".replace("\n", " · "))
        self.image.setAccessibleName(self.said.text())
        self._desk.tasks.read(
            self, partial(self._show, photo), questions.content, photo, key="photo"
        )

    def _show(self, photo: str, content: bytes | None) -> None:
        if photo == self._photos[self._place][0]:
            self._picture = QPixmap()
            self._picture.loadFromData(content or b"")
            self._draw()

    def _draw(self) -> None:
        if self._picture.isNull():
            self.image.clear()
            return
        keep, smooth = (
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        self.image.setPixmap(self._picture.scaled(self.image.size(), keep, smooth))
