"""Who took part, in the activity report: the counts, what was said of them elsewhere, every split."""

from db.queries.activity_report import FigureRow, ReportAnswer
from exports.kit import splits
from exports.kit.columns import Column
from exports.kit.field_words import CODES
from exports.kit.flow import MUTED, SMALL
from exports.kit.story import Story
from resources.texts import N_, NN_, Texts

NOBODY = N_("No attendance has been recorded for this activity.")
TOOK_PART = NN_(
    "{n} person took part in at least one session, out of {registered} registered.",
    "{n} people took part in at least one session, out of {registered} registered.",
)
ALSO = N_("That makes {sittings} in {sessions}; {completed} completed.")
SITTINGS = NN_("{n} single attendance", "{n} single attendances")
SESSIONS = NN_("{n} session", "{n} sessions")
SEEN = NN_(
    "Besides, {n} person was seen without being named, who is not part of the figures below.",
    "Besides, {n} people were seen without being named; they are not part of the figures below.",
)
SAID = N_("Figures that were reported")
SAID_NOTE = N_("As stated by the source; not counted from records and never added to them.")
AMONG_OTHERS = N_("among others: {places}")
TRACE = N_("Counted from activity {activity}, data version {version}.")


def attended(story: Story, t: Texts, answer: ReportAnswer) -> None:
    """Everything below the heading."""
    counted = answer.statistics
    if counted.people:
        took_part = t.count(*TOOK_PART, counted.people, registered=t.number(counted.registered))
        also = t(
            ALSO,
            sittings=t.count(*SITTINGS, counted.sittings),
            sessions=t.count(*SESSIONS, counted.sessions),
            completed=t.number(counted.completed),
        )
        story.paragraph(f"{took_part} {also}")
    else:
        story.paragraph(t(NOBODY), MUTED)
    if counted.head_count:
        story.paragraph(t.count(*SEEN, counted.head_count))
    said(story, t, answer.figures)
    if counted.people:
        splits.tell(story, t, counted)
        story.paragraph(t(TRACE, activity=counted.scope.activity, version=counted.version), SMALL)


def said(story: Story, t: Texts, figures: tuple[FigureRow, ...]) -> None:
    """Figures that somebody stated, in a table of their own."""
    if not figures:
        return
    story.subheading(t(SAID))
    columns = [
        Column("measure", t(N_("Measure")), 30),
        Column("figure", t(N_("Figure")), 30),
        Column("basis", t(N_("Basis")), 22),
        Column("places", t(N_("Places listed, and what it is of")), 60),
        Column("source", t(N_("Source")), 40),
    ]
    story.table(
        columns,
        [
            (
                t.label(one.measure),
                t.qualified(one.qualifier, one.minimum, one.maximum, one.unit or ""),
                t(CODES[f"basis.{one.basis}"]),
                _listed(t, one),
                one.source or "",
            )
            for one in figures
        ],
    )
    story.paragraph(t(SAID_NOTE), SMALL)


def _listed(t: Texts, figure: FigureRow) -> str:
    """Places named with a figure, and whether they are all of them."""
    places = figure.places or ""
    if places and figure.list_complete is False:
        places = t(AMONG_OTHERS, places=places)
    return "\n".join(part for part in (places, figure.denominator) if part)
