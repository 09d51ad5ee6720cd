"""A register on paper: letterhead, title with its day, and the table in landscape."""

from exports.kit.columns import Table
from exports.kit.flow import MUTED
from exports.kit.letter import Letter
from exports.kit.paper import paper
from exports.registers.asked import Asked
from resources.texts import N_, Texts

AS_OF = N_("As of {date}")
NOTHING = N_("There is nothing to list.")


def make(asked: Asked, t: Texts, title: str, table: Table) -> bytes:
    """The register as PDF."""
    landscape = paper(asked.paper, "landscape")
    letter = Letter(landscape, t, title, asked.papers, sample=asked.sample)
    letter.begin()
    letter.centred(title.upper())
    letter.centred(t(AS_OF, date=t.date(asked.today)), MUTED)
    if table.rows:
        letter.table(list(table.columns), list(table.rows), strong=table.strong)
    else:
        letter.paragraph(t(NOTHING))
    return letter.done()
