"""A report about nothing, so that people see colour, letterhead and sections before they keep them."""

from db.queries.settings import Papers
from exports.activity_report import TITLE
from exports.activity_report.sections import SECTIONS
from exports.document import in_order
from exports.kit.columns import Column
from exports.kit.flow import MUTED
from exports.kit.story import Looks, begin
from resources.texts import N_, Texts

SUBJECT = N_("Title of the activity")
HERE = N_("(what was written here)")


def example(papers: Papers, t: Texts) -> bytes:
    """Pages as ``pdf``: the chosen sections with their headings, one of them with a table."""
    story = begin("pdf", Looks(t(TITLE), t(SUBJECT), papers, papers.paper, sample=False), t)
    story.opening(t(TITLE), t(SUBJECT), "")
    columns = [Column("name", t(N_("Name")), 80), Column("role", t(N_("Role")), 50)]
    for number, key in enumerate(
        in_order(None, SECTIONS, papers.templates.sections_of("activity_report")), start=1
    ):
        story.heading(f"{number}. {t(SECTIONS[key])}")
        if key == "team":
            story.table(columns, [("…", "…")])
        else:
            story.paragraph(t(HERE), MUTED)
    return story.done()
