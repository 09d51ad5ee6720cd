"""A check box whose text goes on in the next line where there is no room; Qt cuts it."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter

WRAP = Qt.TextFlag.TextWordWrap


class CheckBox(QCheckBox):
    """As high as its text needs at a width."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
        self.setSizePolicy(policy)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Wide enough for the longest word."""
        metrics = self.fontMetrics()
        word = max((metrics.horizontalAdvance(one) for one in self.text().split()), default=0)
        return QSize(self._beside() + word, super().minimumSizeHint().height())

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        room = QRect(0, 0, max(width - self._beside(), 1), 10_000)
        one = self.fontMetrics().height()
        lines = self.fontMetrics().boundingRect(room, WRAP, self.text()).height()
        return super().sizeHint().height() + max(lines - one, 0)

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The style draws the box, and the text beside it over several lines."""
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        text, option.text = option.text, ""
        painter.drawControl(QStyle.ControlElement.CE_CheckBox, option)
        option.text = text
        room = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxContents, option, self)
        painter.drawText(room, WRAP | Qt.AlignmentFlag.AlignVCenter, text)

    def _beside(self) -> int:
        """Pixels that the box and what is around it take of the width."""
        return super().sizeHint().width() - self.fontMetrics().horizontalAdvance(self.text())
