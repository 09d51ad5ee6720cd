"""A register on paper: letterhead, title with its day, and the table in landscape."""

import datetime as dt

from db.queries.settings import Papers
from exports.kit.columns import Table
from exports.kit.flow import MUTED
from exports.kit.letter import Letter
from exports.kit.paper import paper
from resources.texts import N_, Texts

AS_OF = N_("As of {date}")
NOTHING = N_("There is nothing to list.")


def begun(
    papers: Papers, paper_name: str, t: Texts, title: str, today: dt.date, *, sample: bool
) -> Letter:
    """The first page down to where the table begins."""
    letter = Letter(paper(paper_name, "landscape"), t, title, papers, sample=sample)
    letter.begin()
    letter.centred(title.upper())
    letter.centred(t(AS_OF, date=t.date(today)), MUTED)
    return letter


def listed(letter: Letter, t: Texts, table: Table) -> bytes:
    """The table below it, as PDF."""
    if table.rows:
        letter.table(list(table.columns), list(table.rows), strong=table.strong)
    else:
        letter.paragraph(t(NOTHING))
    return letter.done()
