"""Splits of people as tables and charts, the same in every document. Totals tie, or nothing is made."""

from db.queries.statistics import SEXES, Split, Statistics
from exports.kit.charts import Chart
from exports.kit.columns import Column
from exports.kit.flow import SMALL
from exports.kit.story import Story
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
OF_THOSE_KNOWN = NN_(
    "Shares are of the {n} person of whom this is known.",
    "Shares are of the {n} people of whom this is known.",
)
OTHERS = NN_("{n} other", "{n} others")
NOT_KNOWN = NN_("Of {n} person it is not known.", "Of {n} people it is not known.")

_MOST_BARS = 16


Line = tuple[object, ...]


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


def rows(statistics: Statistics, split: Split, t: Texts) -> list[Line]:
    """A line per category and the total, which must be that of the statistics."""
    found: list[Line] = [
        (t.label(row.label), *row.by_sex, row.people, row.attendances) for row in split.rows
    ]
    sums = [sum(row.by_sex[i] for row in split.rows) for i in range(len(SEXES))]
    people, attendances = split.people, sum(row.attendances for row in split.rows)
    expected = (statistics.people, statistics.attendances)
    if sum(sums) != people or (split.key != "role" and (people, attendances) != expected):
        raise DoesNotTieError(split.key)
    return [*found, (t(TOTAL), *sums, people, attendances)]


def _on_paper(counted: Statistics, split: Split, t: Texts) -> tuple[list[Column], list[Line]]:
    """Head and lines without sexes that nobody gave, and with shares where there are enough people to tell them.

    What is not known has a dash as its share, the total nothing.
    """
    columns, lines = head(t), rows(counted, split, t)
    for position in reversed(range(2, len(SEXES))):
        if not any(row.by_sex[position] for one in counted.splits for row in one.rows):
            del columns[position + 1]
            lines = [(*line[: position + 1], *line[position + 2 :]) for line in lines]
    if has_shares(split):
        columns.insert(-1, Column("share", t(SHARE), 18, "right"))
        said = ["–" if share is None else t.percent(share) for share in split.shares]
        lines = [
            (*line[:-1], share, line[-1]) for line, share in zip(lines, [*said, ""], strict=True)
        ]
    return columns, lines


def has_shares(split: Split) -> bool:
    """Whether there are enough people of whom the category is known."""
    return any(share is not None for share in split.shares)


def share_note(split: Split, t: Texts) -> str:
    """What the shares are of, and of how many it is not known; empty where there are no shares."""
    if not has_shares(split):
        return ""
    parts = [t.count(*OF_THOSE_KNOWN, split.known)]
    if split.people > split.known:
        parts.append(t.count(*NOT_KNOWN, split.people - split.known))
    return " ".join(parts)


def chart(split: Split, t: Texts) -> Chart:
    """People per category, parted by sex; sexes that nobody gave are left out of the legend.

    Of many categories the biggest have a bar of their own, the others one together.
    """
    used = [i for i, _ in enumerate(SEXES) if any(row.by_sex[i] for row in split.rows)]
    labels = list(SEXES.values())
    told = [(t.label(row.label), tuple(row.by_sex[i] for i in used)) for row in split.rows]
    if len(told) > _MOST_BARS:
        biggest = sorted(told, key=lambda one: -sum(one[1]))
        told, others = biggest[: _MOST_BARS - 1], biggest[_MOST_BARS - 1 :]
        sums = tuple(sum(one[1][i] for one in others) for i in range(len(used)))
        told.append((t.count(*OTHERS, len(others)), sums))
    return Chart(
        t(TITLES[split.key]),
        tuple(label for label, _ in told),
        tuple(t.label(labels[i]) for i in used),
        tuple(values for _, values in told),
    )


def tell(story: Story, t: Texts, counted: Statistics) -> None:
    """Every split with its heading, table, note and chart."""
    for split in counted.splits:
        story.subheading(t(TITLES[split.key]))
        story.table(*_on_paper(counted, split, t), total=True)
        if note := share_note(split, t):
            story.paragraph(note, SMALL)
        if split.people:
            story.chart(chart(split, t))
