"""Sheets that count: every split, and districts by kind of organization, as formulas over the lines behind them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from openpyxl.utils import get_column_letter

from db.queries.statistics import SEXES, Split, Statistics
from db.queries.summary_workbook import WorkbookAnswer
from exports.kit import splits
from exports.kit.charts import Chart
from exports.kit.columns import Column
from exports.kit.excel_charts import bars
from exports.kit.long_workbook import HEAD_ROW, Formula, LongWorkbook, Written
from resources.texts import N_, Texts

PLACES = N_("Districts by kind of organization")
COUNTED = N_("Counted from the sheet “{sheet}”: it follows when something is changed there.")
_BARS = 16  # categories that a chart shows at most


def split_sheet(
    book: LongWorkbook, t: Texts, counted: Statistics, split: Split, data: Written, heading: str
) -> Written:
    """People by category and sex, and attendances; refuses where the split does not tie."""
    splits.rows(counted, split, t)
    title, meaning = t(splits.TITLES[split.key]), t(COUNTED, sheet=data.sheet)
    columns = [
        Column("category", t(splits.CATEGORY), 60, hxl="#indicator+category"),
        *(
            Column(key, t.label(label), 28, "right", meaning=meaning, hxl=f"#reached+{key}")
            for key, label in SEXES.items()
        ),
        Column("people", t(splits.PEOPLE), 22, "right", meaning=meaning, hxl="#reached"),
        Column(
            *("attendances", t(splits.ATTENDANCES), 28, "right"),
            meaning=meaning,
            hxl="#value+attendances",
        ),
    ]
    first = book.first_row
    return book.table(
        *(title, heading.format(title), columns, _lines(t, split, data, first)),
        total=_total(t, split, first) if split.rows else (),
        chart=bars(_chart(split, t), title, HEAD_ROW, first) if split.rows else None,
    )


def _chart(split: Split, t: Texts) -> Chart:
    shown = split.rows[:_BARS]
    return Chart(
        t(splits.TITLES[split.key]),
        tuple(t.label(row.label) for row in shown),
        tuple(t.label(label) for label in SEXES.values()),
        tuple(row.by_sex for row in shown),
    )


def _lines(t: Texts, split: Split, data: Written, first: int) -> Iterator[Sequence[Any]]:
    role = split.key == "role"
    categories, sexes = data.area(split.key), data.area("sex")
    once = data.area("once_in_roles" if role else "once")
    for row, one in enumerate(split.rows, start=first):
        by_sex = [
            Formula(
                f"=SUMIFS({once},{categories},$A{row},{sexes},{get_column_letter(number)}${HEAD_ROW})",
                value,
            )
            for number, value in enumerate(one.by_sex, start=2)
        ]
        last = get_column_letter(1 + len(by_sex))
        among = "" if role else f",{data.area('participant')},1"
        yield (
            t.label(one.label),
            *by_sex,
            Formula(f"=SUM(B{row}:{last}{row})", one.people),
            Formula(f"=COUNTIFS({categories},$A{row}{among})", one.attendances),
        )


def _total(t: Texts, split: Split, first: int) -> list[Any]:
    columns = zip(*((*x.by_sex, x.people, x.attendances) for x in split.rows), strict=True)
    return [t(splits.TOTAL), *_sums(list(columns), first, len(split.rows))]


def _sums(columns: list[tuple[int, ...]], first: int, rows: int) -> Iterator[Formula]:
    """Below each column of numbers, from the second column of the sheet on."""
    for number, values in enumerate(columns, start=2):
        letter = get_column_letter(number)
        yield Formula(f"=SUM({letter}{first}:{letter}{first + rows - 1})", sum(values))


def places_sheet(
    book: LongWorkbook, t: Texts, answer: WorkbookAnswer, data: Written, heading: str
) -> Written:
    """Unique people of each district, by the kind of organization they came from."""
    people: Counter[tuple[str, str]] = Counter()
    for line in answer.lines:
        if line.once:
            place, kind = (t.label(line.labels[key]) for key in ("district", "organization_kind"))
            people[place, kind] += 1
    counted = answer.statistics
    places = [t.label(row.label) for row in counted.split("district").rows]
    kinds = [t.label(row.label) for row in counted.split("organization_kind").rows]
    meaning = t(COUNTED, sheet=data.sheet)
    columns = [
        Column("district", t(N_("District")), 60, hxl="#adm2+name"),
        *(
            Column(f"kind-{n}", kind, 34, "right", meaning=meaning, hxl="#reached+org_type")
            for n, kind in enumerate(kinds)
        ),
        Column("people", t(splits.PEOPLE), 22, "right", meaning=meaning, hxl="#reached"),
    ]
    first = book.first_row
    areas = (data.area("once"), data.area("district"), data.area("organization_kind"))

    def lines() -> Iterator[Sequence[Any]]:
        for row, place in enumerate(places, start=first):
            cells = [
                Formula(
                    f"=SUMIFS({areas[0]},{areas[1]},$A{row},{areas[2]},"
                    f"{get_column_letter(number)}${HEAD_ROW})",
                    people[place, kind],
                )
                for number, kind in enumerate(kinds, start=2)
            ]
            last = get_column_letter(1 + len(cells))
            yield (
                place,
                *cells,
                Formula(f"=SUM(B{row}:{last}{row})", sum(people[place, kind] for kind in kinds)),
            )

    by_kind = [tuple(people[place, kind] for place in places) for kind in kinds]
    all_kinds = tuple(sum(people[place, kind] for kind in kinds) for place in places)
    total = (t(splits.TOTAL), *_sums([*by_kind, all_kinds], first, len(places)))
    title = t(PLACES)
    return book.table(title, heading.format(title), columns, lines(), total=total if places else ())
