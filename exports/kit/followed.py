"""What runs and what is due: agreements, steps of action plans, districts that nobody went to yet."""

from db.queries.registers import AgreementLine, DistrictLine, StepLine
from db.rules.dates import stored
from exports.kit.columns import Column, Table
from resources.texts import N_, NN_, Texts

LEFT = NN_("{n} day left", "{n} days left")
OVER = NN_("ended {n} day ago", "ended {n} days ago")
LATE = N_("Late")


def agreements(lines: list[AgreementLine], t: Texts) -> Table:
    """Agreements with their parties and how long they still run."""
    columns = (
        Column("no", t(N_("No.")), 12, "center"),
        Column("title", t(N_("Agreement")), 70),
        Column("number", t(N_("Number")), 34),
        Column("kind", t(N_("Kind")), 36),
        Column("parties", t(N_("Parties")), 62),
        Column("signed", t(N_("Signed")), 26),
        Column("ends", t(N_("Ends")), 26),
        Column("left", t(N_("Still runs")), 30),
    )
    rows = tuple(
        (
            *(number, one.title, one.number or "", t.label(one.kind) if one.kind else ""),
            *(one.parties or "", _date(t, one.signed), _date(t, one.ends), _left(t, one.days)),
        )
        for number, one in enumerate(lines, start=1)
    )
    return Table(columns, rows)


def agreements_briefly(lines: list[AgreementLine], t: Texts) -> Table:
    """The same in as many columns as a report in portrait has room for."""
    columns = (
        Column("title", t(N_("Agreement")), 62),
        Column("parties", t(N_("Parties")), 48),
        Column("signed", t(N_("Signed")), 28),
        Column("ends", t(N_("Ends")), 32),
    )
    rows = tuple(
        (
            _lines(one.title, one.number, t.label(one.kind) if one.kind else ""),
            *(one.parties or "", _date(t, one.signed)),
            _lines(_date(t, one.ends), _left(t, one.days)),
        )
        for one in lines
    )
    return Table(columns, rows)


def steps(lines: list[StepLine], t: Texts) -> Table:
    """Steps with who carries them out; the late ones are strong and come first."""
    columns = (
        Column("district", t(N_("District")), 34),
        Column("plan", t(N_("Plan")), 44),
        Column("what", t(N_("Step")), 62),
        Column("who", t(N_("In charge")), 44),
        Column("when", t(N_("When")), 28),
        Column("status", t(N_("Status")), 26),
        Column("progress", t(N_("Progress")), 18, "right"),
        Column("mentored", t(N_("Last mentoring")), 28),
    )
    rows = tuple(
        (
            *(one.district or "", one.plan, one.what, one.who or ""),
            _date(t, one.when) or one.said or "",
            _status(t, one),
            "" if one.progress is None else t.percent(one.progress / 100),
            _date(t, one.mentored),
        )
        for one in lines
    )
    return Table(columns, rows, frozenset(n for n, one in enumerate(lines) if one.late))


def steps_briefly(lines: list[StepLine], t: Texts) -> Table:
    """The same in as many columns as a report in portrait has room for."""
    columns = (
        Column("plan", t(N_("District and plan")), 46),
        Column("what", t(N_("Step")), 46),
        Column("who", t(N_("In charge")), 38),
        Column("when", t(N_("When")), 26),
        Column("status", t(N_("Status")), 24),
    )
    rows = tuple(
        (
            _lines(one.district, one.plan),
            *(one.what, one.who or "", _date(t, one.when) or one.said or ""),
            _lines(_status(t, one), "" if one.progress is None else t.percent(one.progress / 100)),
        )
        for one in lines
    )
    return Table(columns, rows, frozenset(n for n, one in enumerate(lines) if one.late))


def unreached(lines: list[DistrictLine], t: Texts) -> Table:
    """Districts by province, with whom one knows there already."""
    columns = (
        Column("province", t(N_("Province")), 60),
        Column("name", t(N_("District")), 70),
        Column("members", t(N_("Members")), 26, "right"),
        Column("organizations", t(N_("Organizations")), 26, "right"),
    )
    rows = tuple((one.province, one.name, one.members, one.organizations) for one in lines)
    return Table(columns, rows)


def _status(t: Texts, one: StepLine) -> str:
    return t(LATE) if one.late else t.label(one.status)


def _lines(*parts: str | None) -> str:
    return "\n".join(part for part in parts if part)


def _date(t: Texts, text: str | None) -> str:
    """A stored date in words."""
    date = stored(text)
    return t.date(date.first, date.precision) if date else ""


def _left(t: Texts, days: int | None) -> str:
    if days is None:
        return ""
    return t.count(*LEFT, days) if days >= 0 else t.count(*OVER, -days)
