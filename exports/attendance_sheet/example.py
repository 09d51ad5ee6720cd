"""A sheet about nothing, so that people see their letterhead and sign-off before they keep them."""

from db.queries.attendance_sheet import SheetAnswer
from db.queries.settings import Papers
from exports.attendance_sheet import USUAL, SheetPlan, make
from resources.texts import N_, Texts

TITLE = N_("Title of the activity")
_ROWS = 2


def example(papers: Papers, t: Texts) -> bytes:
    """One page as ``pdf``: what the workspace sets, around an empty table."""
    answer = SheetAnswer(
        activity_id="0" * 32,
        title=t(TITLE),
        starts=None,
        ends=None,
        time_zone=None,
        venue=None,
        places=None,
        platform=None,
        organizers=(papers.name,),
        programme=None,
        papers=papers,
        role=("Peserta", "Participants"),
        restricted=False,
        sessions=(),
        session=None,
        day=None,
        people=(),
        signatories=papers.signatories,
        sample=False,
    )
    plan = SheetPlan(
        answer=answer,
        paper=papers.paper,
        orientation="portrait",
        columns=USUAL,
        signature="zigzag",
        filled=False,
        blank=_ROWS,
        row_height=10.0,
        consent=True,
    )
    return make(plan, t, "pdf")
