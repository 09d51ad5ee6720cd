"""Two things laid side by side, field by field; what differs is marked by a sign."""

import re
from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.desk import Desk
from desktop.kit.parts import empty_out, label

Line = tuple[str, str, str]
"""Label of a field, and what stands on either side; '' where nothing does."""


_BREAK = "\u200b"


class Sides(QWidget):
    """A grid of three columns: field, left, right."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(desk.theme.px(10))
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)

    def show_lines(
        self,
        heads: tuple[str, str],
        lines: Iterable[Line],
        marked: frozenset[str] = frozenset(),
        sign: str = "→",
    ) -> None:
        """Lines below the two headings; ``sign`` stands behind the labels that are ``marked``."""
        empty_out(self._grid)
        for position, text in enumerate(("", *heads)):
            self._grid.addWidget(label(text, "label", wrap=True), 0, position)
        for number, (field, left, right) in enumerate(lines, start=1):
            said = f"{field} {sign}" if field in marked else field
            cells = (
                label(said, "muted", wrap=True),
                label(_breaking(left or "–"), wrap=True),
                label(_breaking(right or "–"), wrap=True),
            )
            for position, cell in enumerate(cells):
                cell.setAlignment(Qt.AlignmentFlag.AlignTop)
                self._grid.addWidget(cell, number, position)

    def texts(self) -> list[str]:
        """What stands in the grid, line by line."""
        items = (self._grid.itemAt(place) for place in range(self._grid.count()))
        return [item.widget().text().replace(_BREAK, "") for item in items if item is not None]  # type: ignore[union-attr]  # all are labels


def _breaking(text: str) -> str:
    """Addresses may be broken behind their signs."""
    return re.sub(r"([@._/])(?=\S)", rf"\1{_BREAK}", text)
