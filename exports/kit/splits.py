"""Splits of people as tables and charts, the same in every document. Totals tie, or nothing is made."""

from db.queries.statistics import SEXES, Split, Statistics
from exports.kit.charts import Chart
from exports.kit.columns import Column
from resources.texts import N_, NN_, Texts

TITLES = {
    "sex": N_("By sex"),
    "age": N_("By age on the day"),
    "disability": N_("By disability"),
    "organization_kind": N_("By kind of organization"),
    "district": N_("By district"),
    "role": N_("By role"),
    "newness": N_("First-time and returning"),
}
CATEGORY, PEOPLE, SHARE, ATTENDANCES, TOTAL = (
    *(N_("Category"), N_("People"), N_("Share"), N_("Attendances"), N_("Total")),
)
OF_THOSE_KNOWN = N_("Shares are of the {known} people of whom this is known.")
NOT_KNOWN = NN_("Of {n} person it is not known.", "Of {n} people it is not known.")


class DoesNotTieError(Exception):
    """A split does not add up to its people: a bug, and no document may leave with it."""


def head(t: Texts) -> list[Column]:
    """Category, each sex, people, attendances."""
    return [
        Column("category", t(CATEGORY), 46),
        *(Column(key, t.label(label), 22, "right") for key, label in SEXES.items()),
        Column("people", t(PEOPLE), 16, "right"),
        Column("attendances", t(ATTENDANCES), 24, "right"),
    ]


def rows(statistics: Statistics, split: Split, t: Texts) -> list[tuple[object, ...]]:
    """A line per category and the total, which must be that of the statistics."""
    found: list[tuple[object, ...]] = [
        (t.label(row.label), *row.by_sex, row.people, row.attendances) for row in split.rows
    ]
    sums = [sum(row.by_sex[i] for row in split.rows) for i in range(len(SEXES))]
    people, attendances = split.people, sum(row.attendances for row in split.rows)
    expected = (statistics.people, statistics.attendances)
    if sum(sums) != people or (split.key != "role" and (people, attendances) != expected):
        raise DoesNotTieError(split.key)
    return [*found, (t(TOTAL), *sums, people, attendances)]


def head_with_shares(t: Texts, split: Split) -> list[Column]:
    """The same with the share of each category, where there are enough people to tell it."""
    columns = head(t)
    if has_shares(split):
        columns.insert(-1, Column("share", t(SHARE), 18, "right"))
    return columns


def rows_with_shares(statistics: Statistics, split: Split, t: Texts) -> list[tuple[object, ...]]:
    """Lines for ``head_with_shares``; what is not known has a dash, the total nothing."""
    lines = rows(statistics, split, t)
    if not has_shares(split):
        return lines
    said = ["–" if share is None else t.percent(share) for share in split.shares]
    return [(*line[:-1], share, line[-1]) for line, share in zip(lines, [*said, ""], strict=True)]


def has_shares(split: Split) -> bool:
    """Whether there are enough people of whom the category is known."""
    return any(share is not None for share in split.shares)


def share_note(split: Split, t: Texts) -> str:
    """What the shares are of, and of how many it is not known; empty where there are no shares."""
    if not has_shares(split):
        return ""
    parts = [t(OF_THOSE_KNOWN, known=t.number(split.known))]
    if split.people > split.known:
        parts.append(t.count(*NOT_KNOWN, split.people - split.known))
    return " ".join(parts)


def chart(split: Split, t: Texts) -> Chart:
    """People per category, parted by sex; sexes that nobody gave are left out of the legend."""
    used = [i for i, _ in enumerate(SEXES) if any(row.by_sex[i] for row in split.rows)]
    labels = list(SEXES.values())
    return Chart(
        t(TITLES[split.key]),
        tuple(t.label(row.label) for row in split.rows),
        tuple(t.label(labels[i]) for i in used),
        tuple(tuple(row.by_sex[i] for i in used) for row in split.rows),
    )
