"""Annexes of the activity report: the attendance list and the photos."""

from db.queries.activity_report import ReportAnswer
from db.rules.attendance import LETTERS
from exports.kit.columns import Column
from exports.kit.flow import LEFT, SMALL, Flow
from resources.texts import N_, Texts


def attendance(flow: Flow, t: Texts, answer: ReportAnswer) -> None:
    """Everybody with every mark; not for activities that are restricted."""
    grid = answer.grid
    if not grid.rows or answer.card.sensitivity == "restricted":
        return
    flow.turn()
    flow.heading(t(N_("Annex: attendance list")))
    columns = [
        Column("no", t(N_("No.")), 10, "center"),
        Column("name", t(N_("Name")), 55),
        Column("organization", t(N_("Organization / position")), 45),
        *(Column(s.id, str(s.number), 9, "center") for s in grid.sessions),
    ]
    letters = LETTERS[t.language]
    flow.table(
        columns,
        [
            (
                number,
                row.code or "–" if row.sensitive else row.full_name,
                ""
                if row.sensitive
                else "\n".join(part for part in (row.organization, row.position) if part),
                *(letters[mark] if mark else "–" for mark in row.marks),
            )
            for number, row in enumerate(grid.rows, start=1)
        ],
    )


def photos(flow: Flow, t: Texts, answer: ReportAnswer) -> None:
    """Photos with consent, two on a page."""
    if not answer.photos:
        return
    flow.turn()
    flow.heading(t(N_("Annex: photos")))
    for photo in answer.photos:
        flow.need(108)
        flow.sheet.image(photo.content, LEFT, flow.y, flow.room, 92)
        flow.y += 94
        caption = " · ".join(part for part in (photo.caption, photo.credit) if part)
        flow.paragraph(caption, SMALL)
