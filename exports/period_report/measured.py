"""Figures of a period: beside those of the period before, and indicators beside their targets."""

from collections.abc import Callable

from db.queries.period_report import IndicatorLine, PeriodAnswer
from db.queries.statistics import SEXES, Statistics
from exports.kit.columns import Column
from exports.kit.flow import SMALL
from exports.kit.story import Story
from resources.texts import N_, NN_, Texts

TORN = NN_(
    "{n} value lies only partly in the period and is not in these figures.",
    "{n} values lie only partly in the period and are not in these figures.",
)


def _of(split: str, category: str) -> Callable[[Statistics], int]:
    return lambda counted: sum(
        row.people for row in counted.split(split).rows if row.category == category
    )


_MEASURES: tuple[tuple[str, Callable[[Statistics], int]], ...] = (
    (N_("Activities held"), lambda counted: len(counted.activities)),
    (N_("Sessions"), lambda counted: counted.sessions),
    (N_("Unique people who took part"), lambda counted: counted.people),
    (N_("of them women"), _of("sex", "female")),
    (N_("of them men"), _of("sex", "male")),
    (N_("of them with a disability"), _of("disability", "yes")),
    (N_("of them for the first time"), _of("newness", "new")),
    (N_("Attendances"), lambda counted: counted.attendances),
    (N_("Completed"), lambda counted: counted.completed),
    (N_("Districts reached"), lambda counted: len(counted.districts)),
)


def comparison(answer: PeriodAnswer, t: Texts) -> tuple[list[Column], list[tuple[object, ...]]]:
    """Each measure of the period, of the one before with the change, and of all up to now."""
    before = answer.period.before
    columns = [
        Column("measure", t(N_("Measure")), 62),
        Column("now", t.period(answer.period.first, answer.period.last), 34, "right"),
        Column("before", t.period(before.first, before.last), 34, "right"),
        Column("change", t(N_("Change")), 20, "right"),
        Column("ever", t(N_("Since the beginning")), 26, "right"),
    ]
    rows: list[tuple[object, ...]] = []
    for label, measure in _MEASURES:
        now, then = measure(answer.counted), measure(answer.before)
        change = f"{'+' if now > then else '−' if now < then else '±'}{t.number(abs(now - then))}"
        rows.append((t(label), now, then, change, measure(answer.ever)))
    return columns, rows


def indicators(story: Story, t: Texts, lines: tuple[IndicatorLine, ...]) -> None:
    """Figures against targets; categories below their indicator, with its sum."""
    columns = [
        Column("number", t(N_("No.")), 10, "center"),
        Column("name", t(N_("Indicator")), 58),
        Column("unit", t(N_("Unit")), 29),
        Column("wanted", t(N_("Target of the period")), 20, "right"),
        Column("actual", t(N_("Reached in the period")), 20, "right"),
        Column("so_far", t(N_("Reached so far")), 20, "right"),
        Column("target", t(N_("Target in all")), 20, "right"),
        Column("share", t(N_("Share")), 16, "right"),
    ]
    rows: list[tuple[object, ...]] = []
    strong: set[int] = set()
    for indicator in dict.fromkeys(one.indicator for one in lines):
        of = [one for one in lines if one.indicator == indicator]
        strong.add(len(rows))
        rows.append(_line(t, of))
        if len(of) > 1:
            rows += [_category(t, one) for one in of]
    story.table(columns, rows, strong=frozenset(strong))
    torn = sum(one.torn for one in lines)
    if torn:
        story.paragraph(t.count(*TORN, torn), SMALL)


def _line(t: Texts, of: list[IndicatorLine]) -> tuple[object, ...]:
    """An indicator with the sum of its categories; unknown is not zero."""
    first = of[0]
    wanted, actual, so_far = (
        _sum([getattr(one, name) for one in of]) for name in ("wanted", "actual", "so_far")
    )
    share = t.percent(so_far / first.target) if so_far is not None and first.target else ""
    return (
        *(first.number or "", first.name, first.unit or ""),
        *(_shown(t, value) for value in (wanted, actual, so_far, first.target)),
        share,
    )


def _category(t: Texts, one: IndicatorLine) -> tuple[object, ...]:
    said = t.label(SEXES[one.category]) if one.category in SEXES else one.category or t(N_("all"))
    figures = (_shown(t, value) for value in (one.wanted, one.actual, one.so_far))
    return ("", f"– {said}", "", *figures, "", "")


def _sum(values: list[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return sum(known) if known else None


def _shown(t: Texts, value: float | None) -> str:
    """A dash where nothing is known; whole numbers without decimals."""
    if value is None:
        return "–"
    return t.number(value, 0 if value == int(value) else 1)
