"""Who is there, by every split, while the attendance is taken."""

import datetime as dt
from collections.abc import Iterable, Iterator

from PySide6.QtWidgets import QFrame

from db.queries.participants import Grid, ParticipantRow
from db.rules.ages import UNKNOWN, Bands, age_on
from db.rules.attendance import THERE
from db.rules.dates import stored
from db.rules.disability import YES
from desktop.attendance.model import GridModel
from desktop.desk import Desk
from desktop.kit.flow import Flow
from desktop.kit.parts import label
from desktop.texts import N_

SEXES = (
    ("female", N_("Women")),
    ("male", N_("Men")),
    ("other", N_("Other")),
    (None, N_("Sex not known")),
)
_SEX = {sex: sex for sex, _ in SEXES if sex}
DISABLED = N_("With disabilities")
NEITHER = N_("Age not known")


class Totals(QFrame):
    """A line of figures: how many of each kind are there in the session of the cursor, of how many."""

    def __init__(self, desk: Desk, model: GridModel) -> None:
        super().__init__()
        self._desk, self._model = desk, model
        self._known: tuple[Grid, int] | None = None
        self._among: list[tuple[str, list[int]]] = []
        self._flow = Flow(spacing=desk.theme.px(14))
        self.setLayout(self._flow)
        self._people = label("", "muted")
        self._flow.addWidget(self._people)
        self._said = [label("", "muted") for _ in range(12)]
        for one in self._said:
            self._flow.addWidget(one)

    def name(self, people: str) -> None:
        """Say how many people and sessions there are."""
        self._people.setText(people)

    def show_session(self, position: int) -> None:
        """Say who is there in a session."""
        grid, t = self._model.grid, self._desk.t
        if grid is not None and self._known != (grid, position):
            self._known = (grid, position)
            self._among = [(title, among) for title, among in _groups(grid, position) if among]
        there = [] if grid is None else [m in THERE for m in self._model.marks_in(position)]
        texts = [
            f"{t(title)} {t.number(sum(there[place] for place in among))}/{t.number(len(among))}"
            for title, among in (self._among if there else [])
        ]
        for place, one in enumerate(self._said):
            one.setText(texts[place] if place < len(texts) else "")
            one.setVisible(place < len(texts))


def _groups(grid: Grid, position: int) -> Iterator[tuple[str, list[int]]]:
    """The lines of everybody who belongs to each kind of people, on the day of a session."""
    day = stored(grid.sessions[position].date)
    bands = Bands.parse()
    ages = [_band(bands, row, day.first if day else None) for row in grid.rows]

    def those(belongs: Iterable[bool]) -> list[int]:
        return [place for place, one in enumerate(belongs) if one]

    for sex, title in SEXES:
        yield title, those(_SEX.get(row.sex or "") == sex for row in grid.rows)
    yield DISABLED, those(row.disability == YES for row in grid.rows)
    for band in (*bands.names, UNKNOWN):
        title = NEITHER if band == UNKNOWN else band
        yield title, those(age == band for age in ages)


def _band(bands: Bands, row: ParticipantRow, day: dt.date | None) -> str:
    age = row.age if row.age is not None else age_on(row.birth, day)
    return bands.band(age)
