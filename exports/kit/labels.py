"""Sheets of labels and cards: how many of which size lie on a sheet of A4, and where."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from exports.kit.paper import PAPERS

T = TypeVar("T")

A4 = PAPERS["a4"]


@dataclass(frozen=True, slots=True)
class Labels:
    """Labels of one size in millimetres, in the middle of the sheet, ``gap`` between them."""

    width: float
    height: float
    columns: int
    rows: int
    gap: float = 0.0

    @property
    def each(self) -> int:
        """How many lie on a sheet."""
        return self.columns * self.rows

    def places(self) -> Iterator[tuple[float, float]]:
        """Upper left points, line by line, from the top left of the sheet."""
        across = self.columns * self.width + (self.columns - 1) * self.gap
        down = self.rows * self.height + (self.rows - 1) * self.gap
        left, top = (A4.width - across) / 2, (A4.height - down) / 2
        for row in range(self.rows):
            for column in range(self.columns):
                yield left + column * (self.width + self.gap), top + row * (self.height + self.gap)

    def sheets(self, things: Sequence[T]) -> Iterator[list[tuple[T, tuple[float, float]]]]:
        """Each sheet: things with the points where they lie."""
        for start in range(0, len(things), self.each):
            yield list(zip(things[start : start + self.each], self.places(), strict=False))


# The first is the size of an identity card (ISO/IEC 7810 ID-1 is 85.6 × 54 mm), which most holders take.
BADGES = {
    "card": Labels(86, 54, 2, 5),
    "wide": Labels(90, 60, 2, 4, 5),
    "large": Labels(95, 85, 2, 3, 4),
    "a6": Labels(105, 148.5, 2, 2),
}
