"""Lists of the summary workbook that are plain tables."""

from db.queries.summary_workbook import WorkbookAnswer
from exports.kit.columns import Column, Table
from resources.texts import N_, Texts


def figures(answer: WorkbookAnswer, t: Texts) -> Table:
    """Figures that were said, with every word they were said with."""
    columns = (
        Column("about", t(N_("Activity")), 90),
        Column("measure", t(N_("Measure")), 50),
        Column("figure", t(N_("Figure")), 45),
        Column("qualifier", t(N_("Qualifier")), 30),
        Column("minimum", t(N_("Minimum")), 20),
        Column("maximum", t(N_("Maximum")), 20),
        Column("unit", t(N_("Unit")), 20),
        Column("basis", t(N_("Basis")), 25),
        Column("source", t(N_("Source")), 70),
    )
    rows = tuple(
        (
            *(one.about, t.label(f.measure)),
            t.qualified(f.qualifier, f.minimum, f.maximum, f.unit or ""),
            *(f.qualifier, f.minimum, f.maximum, f.unit or "", f.basis, f.source or ""),
        )
        for one in answer.figures
        for f in (one.figure,)
    )
    return Table(columns, rows)
