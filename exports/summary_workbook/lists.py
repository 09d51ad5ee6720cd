"""Lists of the summary workbook that are plain tables."""

from db.queries.statistics import CIVIL_SOCIETY, GOVERNMENT
from db.queries.summary_workbook import WorkbookAnswer
from exports.kit.columns import Column, Table
from exports.kit.wording import said_period
from resources.texts import N_, Texts


def activities(answer: WorkbookAnswer, t: Texts) -> Table:
    """Activities of the scope, by day."""
    columns = (
        Column("no", t(N_("No.")), 10),
        Column("title", t(N_("Activity")), 90, hxl="#activity+name"),
        Column("kind", t(N_("Kind")), 40, hxl="#activity+type"),
        Column("status", t(N_("Status")), 30, hxl="#status"),
        Column("date", t(N_("Date")), 55, hxl="#date"),
        Column("places", t(N_("District")), 55, hxl="#adm2+name"),
        Column("programme", t(N_("Programme")), 55, hxl="#activity+programme"),
        Column("sessions", t(N_("Sessions")), 20, "right", hxl="#value+sessions"),
        Column("registered", t(N_("Registered")), 22, "right", hxl="#value+registered"),
    )
    rows = tuple(
        (
            *(number, one.title, t.label(one.kind), t.label(one.status)),
            *(said_period(t, one.starts, one.ends), one.places or "", one.programme or ""),
            *(one.sessions, one.registered),
        )
        for number, one in enumerate(answer.activities, start=1)
    )
    return Table(columns, rows)


def districts(answer: WorkbookAnswer, t: Texts) -> Table:
    """Kabupaten/kota with people who took part, and which side they were from."""
    columns = (
        Column("code", t(N_("Code")), 26, meaning=t(N_("Code of Kemendagri.")), hxl="#adm2+code"),
        Column("district", t(N_("District")), 70, hxl="#adm2+name"),
        Column("people", t(N_("People")), 20, "right", hxl="#reached"),
        Column("government", t(N_("Government")), 26),
        Column("civil_society", t(N_("Civil society")), 26),
        Column("both", t(N_("Both")), 20),
    )
    yes = {True: t(N_("yes")), False: ""}
    rows = tuple(
        (
            *(one.district_id, one.district, one.people),
            *(yes[GOVERNMENT in one.meanings], yes[CIVIL_SOCIETY in one.meanings]),
            yes[one.both],
        )
        for one in answer.statistics.districts
    )
    return Table(columns, rows)


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
