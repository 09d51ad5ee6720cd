"""Everything that the summary workbook shows: statistics, activities, people and their attendance."""

from collections.abc import Iterator
from dataclasses import dataclass

from db.engine import Reader
from db.queries import activities, participants, settings, statistics
from db.queries.activities import ActivityRow
from db.queries.activity_report import FigureRow, figures
from db.queries.participants import Grid
from db.queries.statistics import Scope, Statistics


@dataclass(frozen=True, slots=True)
class NamedFigure:
    """A figure that was said, and about what."""

    about: str
    figure: FigureRow


@dataclass(frozen=True, slots=True)
class AgreementRow:
    """Line of the agreement register."""

    title: str
    number: str | None
    kind: tuple[str, str] | None
    signed: str | None
    ends: str | None
    parties: str | None


@dataclass(frozen=True, slots=True)
class WorkbookAnswer:
    """The workbook before it is written. ``made_at``: time of the newest change it shows."""

    workspace: str
    programme: str | None
    statistics: Statistics
    activities: tuple[ActivityRow, ...]
    grids: tuple[Grid, ...]
    figures: tuple[NamedFigure, ...]
    agreements: tuple[AgreementRow, ...]
    made_at: str
    sample: bool


def summary_workbook(reader: Reader, scope: Scope) -> WorkbookAnswer:
    """Ask for the workbook of an activity, a programme, a period, or everything."""
    counted = statistics.statistics(reader, scope)
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
        agreements=tuple(_agreements(reader, scope.programme)),
        made_at=reader.value("SELECT max(made_at) FROM edit"),
        sample=any(card.row.sample for card in cards)
        or any(row.sample for grid in grids for row in grid.rows),
    )


def _figures(reader: Reader, scope: Scope) -> Iterator[NamedFigure]:
    """What was said of every activity of the scope: claims and plans count nothing, but they were said."""
    rows = reader.rows(
        lambda row, title: (row, title),
        "SELECT v.id, v.title FROM activity AS v WHERE v.removed = 0"
        " AND (?1 IS NULL OR v.id = ?1) AND (?2 IS NULL OR v.programme_id = ?2)"
        " AND (?3 IS NULL OR substr(coalesce(v.starts, v.ends), 1, 10) >= ?3)"
        " AND (?4 IS NULL OR substr(coalesce(v.starts, v.ends), 1, 10) <= ?4)"
        " ORDER BY coalesce(v.starts, v.ends), v.id",
        (scope.activity, scope.programme, scope.first, scope.last),
    )
    for row, title in rows:
        for figure in figures(reader, "activity", row):
            yield NamedFigure(title, figure)


def _agreements(reader: Reader, programme: str | None) -> list[AgreementRow]:
    return reader.rows(
        lambda title, number, label_id, label_en, signed, ends, parties: AgreementRow(
            title, number, (label_id, label_en) if label_id else None, signed, ends, parties
        ),
        "SELECT a.title, a.number, t.label_id, t.label_en, a.signed, a.ends,"
        " (SELECT group_concat(coalesce(o.acronym, o.name), ', ') FROM agreement_party AS p"
        "  JOIN organization AS o ON o.id = p.organization_id"
        "  WHERE p.agreement_id = a.id AND p.removed = 0)"
        " FROM agreement AS a LEFT JOIN term AS t ON t.id = a.kind_id"
        " WHERE a.removed = 0 AND (? IS NULL OR a.programme_id = ?) ORDER BY a.signed, a.title",
        (programme, programme),
    )
