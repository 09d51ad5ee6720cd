"""A form of the settings with what comes of it beside it, drawn while it is being written."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.desk import Desk
from desktop.kit.form import Form
from desktop.kit.parts import Card
from desktop.settings.preview import SheetPreview
from desktop.settings.section import FormSection
from desktop.theme import NORMAL

_FORM, _LOW = 400, 300  # effective pixels: of the form, and of a preview inside it
_BESIDE = 640  # effective pixels below which the previews go into the form
_UNBOUND = 16777215


class BesideSection(FormSection):
    """The previews beside the form, or at its end where there is no room for both."""

    tables = frozenset({"setting"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._card = Card(desk.theme, padding=1)
        self._box = QHBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(desk.theme.px(16))
        self._beside = True
        self._previews = QWidget()

    def lay_out(self, form: Form, *previews: SheetPreview) -> None:
        """Put them where they belong; once."""
        self.take(form)
        px = self.desk.theme.px
        self._card.box.addWidget(form)
        self._card.setMinimumWidth(px(240))
        self._box.addWidget(self._card, 3)
        down = QVBoxLayout(self._previews)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(px(16))
        for preview in previews:
            down.addWidget(preview, 1)
        self._count = len(previews)
        self._place(beside=True)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        theme = self.desk.theme
        beside = self.width() * NORMAL / theme.base >= _BESIDE
        if beside != self._beside:
            self._beside = beside
            self._place(beside=beside)

    def _place(self, *, beside: bool) -> None:
        px = self.desk.theme.px
        low = _LOW * self._count
        self._card.setMaximumWidth(px(_FORM) if beside else _UNBOUND)
        self._previews.setMaximumHeight(_UNBOUND if beside else px(low))
        self._previews.setMinimumHeight(px(160 if beside else low))
        if beside:
            self._box.addWidget(self._previews, 4)
        else:
            self.form.add_widget(self._previews)
