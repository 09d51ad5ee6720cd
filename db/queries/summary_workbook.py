"""Everything that the summary workbook shows: statistics, activities, people and their attendance."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from db.engine import Reader
from db.queries import activities, participants, registers, settings, statistics
from db.queries.activities import ActivityRow
from db.queries.activity_report import FigureRow, figures
from db.queries.participants import Grid
from db.queries.registers import AgreementLine
from db.queries.statistics import Statistics
from db.queries.taken_part import IN_SCOPE, Scope, bind


@dataclass(frozen=True, slots=True)
class NamedFigure:
    """A figure that was said, and about what."""

    about: str
    figure: FigureRow


@dataclass(frozen=True, slots=True)
class WorkbookAnswer:
    """The workbook before it is written. ``made_at``: time of the newest change it shows."""

    workspace: str
    programme: str | None
    statistics: Statistics
    activities: tuple[ActivityRow, ...]
    grids: tuple[Grid, ...]
    figures: tuple[NamedFigure, ...]
    agreements: tuple[AgreementLine, ...]
    made_at: str
    sample: bool


def summary_workbook(reader: Reader, scope: Scope) -> WorkbookAnswer:
    """Ask for the workbook of an activity, a programme, a period, or everything."""
    counted = statistics.statistics(reader, scope)
    made_at = reader.value("SELECT max(made_at) FROM edit")
    as_of = dt.date.fromisoformat(made_at[:10])
    ids = counted.activities
    if scope.activity and not ids:
        ids = (scope.activity,)  # planned activities are shown, though not counted
    cards = [card for row in ids if (card := activities.card(reader, row)) is not None]
    grids = [grid for row in ids if (grid := participants.grid(reader, row)) is not None]
    return WorkbookAnswer(
        workspace=settings.papers(reader).name,
        programme=reader.value("SELECT name FROM programme WHERE id = ?", (scope.programme,)),
        statistics=counted,
        activities=tuple(card.row for card in cards),
        grids=tuple(grids),
        figures=tuple(_figures(reader, scope)),
        agreements=tuple(registers.agreements(reader, as_of, ("programme", scope.programme))),
        made_at=made_at,
        sample=any(card.row.sample for card in cards)
        or any(row.sample for grid in grids for row in grid.rows),
    )


def _figures(reader: Reader, scope: Scope) -> Iterator[NamedFigure]:
    """What was said of every activity of the scope: claims and plans count nothing, but they were said."""
    rows = reader.rows(
        lambda row, title: (row, title),
        f"SELECT v.id, v.title FROM activity AS v WHERE v.removed = 0 AND{IN_SCOPE}"
        " ORDER BY coalesce(v.starts, v.ends), v.id",
        bind(scope),
    )
    for row, title in rows:
        for figure in figures(reader, "activity", row):
            yield NamedFigure(title, figure)
