"""Everything that the report of an activity tells."""

import datetime as dt
from dataclasses import dataclass, replace
from typing import Any

from db.engine import Reader
from db.queries import activities, participants, registers, settings, statistics
from db.queries.activities import ActivityCard
from db.queries.participants import Grid
from db.queries.registers import StepLine
from db.queries.report_context import Context, context
from db.queries.settings import Papers
from db.queries.statistics import Statistics
from db.queries.taken_part import Scope

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure that was said, beside the counted ones.

    ``places``: those that were listed with it, as written; ``list_complete``: whether they are all.
    ``denominator``: what a share is of, where that is not certain.
    """

    measure: Pair
    qualifier: str
    minimum: float | None
    maximum: float | None
    unit: str | None
    basis: str
    source: str | None
    as_written: str | None
    denominator: str | None
    list_complete: bool | None
    places: str | None


@dataclass(frozen=True, slots=True)
class PhotoRow:
    """A photo that may be shown."""

    content: bytes
    caption: str | None
    credit: str | None


@dataclass(frozen=True, slots=True)
class ReportAnswer:
    """The report before it is put on paper. ``sample``: some of it is made up."""

    card: ActivityCard
    statistics: Statistics
    grid: Grid
    figures: tuple[FigureRow, ...]
    statements: tuple[tuple[str, str], ...]
    steps: tuple[StepLine, ...]
    photos: tuple[PhotoRow, ...]
    papers: Papers
    sample: bool
    context: Context


def activity_report(reader: Reader, activity: str) -> ReportAnswer | None:
    """Ask for a report; None where there is no such activity."""
    card = activities.card(reader, activity)
    grid = participants.grid(reader, activity)
    if card is None or grid is None:
        return None
    papers = settings.papers(reader)
    around = context(reader, activity)
    return ReportAnswer(
        card=replace(card, signatories=card.signatories or papers.signatories),
        statistics=statistics.statistics(reader, Scope(activity=activity)),
        grid=grid,
        figures=tuple(figures(reader, "activity", activity)),
        statements=tuple(
            reader.rows(
                lambda level, text: (level, text),
                "SELECT level, text FROM statement WHERE subject = 'activity' AND subject_id = ?"
                " AND removed = 0 ORDER BY level, rank",
                (activity,),
            )
        ),
        # As of the first day of all nothing is late: the report says what was agreed, in its order.
        steps=tuple(registers.steps(reader, dt.date.min, ("activity", activity))),
        photos=tuple(_photos(reader, activity)),
        papers=papers,
        sample=card.row.sample or around.sample or any(row.sample for row in grid.rows),
        context=around,
    )


def figures(reader: Reader, subject: str, row: str) -> list[FigureRow]:
    """Figures that were said about a thing, with the words they were said with."""
    return reader.rows(
        _figure,
        "SELECT coalesce(t.label_id, f.measure), coalesce(t.label_en, f.measure), f.qualifier,"
        " f.minimum, f.maximum, f.unit, f.basis,"
        " (SELECT s.title FROM citation AS c JOIN source AS s ON s.id = c.source_id"
        "  WHERE c.subject_id = f.id AND c.removed = 0 LIMIT 1), f.as_written, f.denominator,"
        " f.list_complete, (SELECT group_concat(coalesce(p.as_written, d.name), ', ' ORDER BY p.rank)"
        "  FROM figure_place AS p JOIN district AS d ON d.id = p.district_id"
        "  WHERE p.figure_id = f.id AND p.removed = 0)"
        " FROM reported_figure AS f LEFT JOIN term AS t ON t.id = 'figure_measure:' || f.measure"
        " WHERE f.subject = ? AND f.subject_id = ? AND f.removed = 0 ORDER BY f.measure",
        (subject, row),
    )


def _figure(label_id: str, label_en: str, *rest: Any) -> FigureRow:
    *said, complete, places = rest
    said += [None if complete is None else bool(complete), places]
    return FigureRow((label_id, label_en), *said)


def _photos(reader: Reader, activity: str) -> list[PhotoRow]:
    """Photos with consent only; none of an activity whose people are kept apart."""
    return reader.rows(
        PhotoRow,
        "SELECT c.content, a.caption, a.credit FROM attachment AS a"
        " JOIN attachment_content AS c ON c.sha256 = a.sha256"
        " JOIN activity AS v ON v.id = a.subject_id AND v.sensitivity <> 'restricted'"
        " WHERE a.subject = 'activity' AND a.subject_id = ? AND a.removed = 0"
        " AND a.kind_id = 'attachment_kind:photo' AND a.consent = 'yes' ORDER BY a.rank, a.id",
        (activity,),
    )
