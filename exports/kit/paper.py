"""Paper sizes of offices, in millimetres. F4 (folio) is no ISO size and comes in two widths."""

from dataclasses import dataclass

MM = 72 / 25.4  # points


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet of paper lying as it is printed. ``excel``: number of the size in a workbook."""

    width: float
    height: float
    bottom: float
    excel: int

    @property
    def points(self) -> tuple[float, float]:
        """Exact size for the MediaBox of a PDF."""
        return self.width * MM, self.height * MM

    def turned(self) -> "Paper":
        """The same sheet in landscape."""
        return Paper(self.height, self.width, self.bottom, self.excel)


# Printers do not reach the last millimetres of F4: its bottom margin is wider.
PAPERS = {
    "a4": Paper(210, 297, 15, 9),
    "f4": Paper(215, 330, 20, 14),
    "f4_210": Paper(210, 330, 20, 14),
}

USUAL_PAPER = "usual"  # the size that the settings of the workspace name


def chosen(name: str, usual: str) -> str:
    """Name of the sheet that was chosen; ``usual`` stands for the one of the workspace."""
    return usual if name == USUAL_PAPER else name


def paper(name: str, orientation: str = "portrait") -> Paper:
    """The sheet of that name, turned where asked for."""
    return PAPERS[name].turned() if orientation == "landscape" else PAPERS[name]
