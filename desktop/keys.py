"""Every command with its keys (F1), those of the page that is open first."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from desktop.desk import Desk
from desktop.kit.page import Command
from desktop.kit.parts import label, scrolling
from desktop.texts import N_

WIDTH, HEIGHT = 620, 520


class KeysPage(QFrame):
    """Lies over the window until Escape."""

    def __init__(
        self, desk: Desk, window: QWidget, groups: Iterable[tuple[str, Sequence[Command]]]
    ) -> None:
        super().__init__(window, Qt.WindowType.Popup)
        t, px = desk.t, desk.theme.px
        self.setObjectName("popup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(t(N_("All keys")))
        inside = QWidget()
        inside.setObjectName("form")
        grid = QGridLayout(inside)
        grid.setHorizontalSpacing(px(18))
        grid.setColumnStretch(1, 1)
        line = 0
        for title, commands in groups:
            grid.addWidget(label(title, "section"), line, 0, 1, 2)
            line += 1
            for one in commands:
                if one.keys:
                    native = QKeySequence.SequenceFormat.NativeText
                    keys = label(QKeySequence(one.keys).toString(native), "key")
                    grid.addWidget(keys, line, 0, Qt.AlignmentFlag.AlignLeft)
                    grid.addWidget(label(one.title, wrap=True), line, 1)
                    line += 1
        grid.setRowStretch(line, 1)
        area = scrolling(inside)
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        area.setAccessibleName(t(N_("All keys")))
        area.setObjectName("keys")
        area.setFrameShape(QFrame.Shape.StyledPanel)  # or its ring is drawn below what it scrolls
        box = QVBoxLayout(self)
        box.setContentsMargins(*(px(14),) * 4)
        box.addWidget(label(t(N_("All keys")), "title"))
        box.addWidget(area, 1)
        box.addWidget(label(t(N_("Esc closes")), "muted"))
        self.setFixedSize(
            min(px(WIDTH), window.width() - 20), min(px(HEIGHT), window.height() - 60)
        )
        place = QPoint((window.width() - self.width()) // 2, px(40))
        self.move(window.mapToGlobal(place))
        self.show()
        area.setFocus()
