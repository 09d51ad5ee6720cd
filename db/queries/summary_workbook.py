"""Everything that the summary workbook shows: counts with every line behind them, activities, plans, agreements."""

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import dataclass

from db.engine import Reader
from db.queries import activities, participants, registers, samples, settings, statistics
from db.queries.activities import ActivityRow
from db.queries.activity_report import FigureRow, figures
from db.queries.participants import Grid
from db.queries.registers import AgreementLine, StepLine
from db.queries.settings import Papers
from db.queries.statistics import CountedLine, Statistics
from db.queries.taken_part import IN_SCOPE, Scope, bind
from db.rules.names import FullName

MOST_GRIDS = 30  # activities whose attendance gets a sheet of its own


@dataclass(frozen=True, slots=True)
class NamedFigure:
    """A figure that was said, and about what."""

    about: str
    figure: FigureRow


@dataclass(frozen=True, slots=True)
class Known:
    """Who a person is: the name, or the code alone where the person is protected."""

    name: str | None
    code: str | None


@dataclass(frozen=True, slots=True)
class WorkbookAnswer:
    """The workbook before it is written. ``made_at``: time of the newest change it shows.

    ``lines``: what the counts are made of; ``people``: who the people in them are, ``about``: their activities,
    both by id. ``restricted``: activities of which nobody is named. ``grids`` are empty where there are too many.
    """

    papers: Papers
    programme: str | None
    statistics: Statistics
    lines: tuple[CountedLine, ...]
    people: dict[str, Known]
    about: dict[str, ActivityRow]
    activities: tuple[ActivityRow, ...]
    restricted: frozenset[str]
    grids: tuple[Grid, ...]
    steps: tuple[StepLine, ...]
    figures: tuple[NamedFigure, ...]
    agreements: tuple[AgreementLine, ...]
    made_at: str
    sample: bool


def summary_workbook(reader: Reader, scope: Scope) -> WorkbookAnswer:
    """Ask for the workbook of an activity, a programme, a period, or everything."""
    counted, lines = statistics.with_lines(reader, scope)
    made_at = reader.value("SELECT max(made_at) FROM edit")
    as_of = dt.date.fromisoformat(made_at[:10])
    ids = counted.activities
    if scope.activity and not ids:
        ids = (scope.activity,)  # planned activities are shown, though not counted
    rows = activities.rows(reader, ids)
    behind = tuple(lines)
    few = ids if len(ids) <= MOST_GRIDS else ()
    subject = ("programme", scope.programme)
    return WorkbookAnswer(
        papers=settings.papers(reader),
        programme=reader.value("SELECT name FROM programme WHERE id = ?", (scope.programme,)),
        statistics=counted,
        lines=behind,
        people=_people(reader, {line.part.person for line in behind}),
        about={row.id: row for row in rows},
        activities=tuple(rows),
        restricted=frozenset(
            reader.rows(str, "SELECT id FROM activity WHERE sensitivity = 'restricted'")
        ),
        grids=tuple(grid for row in few if (grid := participants.grid(reader, row)) is not None),
        steps=tuple(registers.steps(reader, as_of, subject)),
        figures=tuple(_figures(reader, scope)),
        agreements=tuple(registers.agreements(reader, as_of, subject)),
        made_at=made_at,
        sample=samples.among(reader, ids),
    )


def _people(reader: Reader, ids: set[str]) -> dict[str, Known]:
    return dict(
        reader.rows(
            lambda row, code, sensitive, *name: (
                row,
                Known(None if sensitive else str(FullName(*name)), code),
            ),
            "SELECT id, code, sensitive, title_before, name, title_after FROM person"
            " WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(ids)),),
        )
    )


def _figures(reader: Reader, scope: Scope) -> Iterator[NamedFigure]:
    """What was said of every activity of the scope: claims and plans count nothing, but they were said."""
    rows = reader.rows(
        lambda row, title: (row, title),
        "SELECT v.id, v.title FROM activity AS v WHERE v.removed = 0"
        " AND v.id IN (SELECT subject_id FROM reported_figure WHERE removed = 0)"
        f" AND{IN_SCOPE} ORDER BY coalesce(v.starts, v.ends), v.id",
        bind(scope),
    )
    for row, title in rows:
        for figure in figures(reader, "activity", row):
            yield NamedFigure(title, figure)
