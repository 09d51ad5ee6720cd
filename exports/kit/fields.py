"""Fields of any row as people read them: labels, dates, codes, and figures with the words they were said with."""

import re
from collections.abc import Iterable

from db.queries.records import Field
from db.queries.statistics import SEXES
from db.rules.attendance import LABELS as ATTENDANCE
from db.rules.dates import stored
from db.rules.disability import ANSWERS, QUESTIONS
from exports.kit.field_words import CODES, COLUMNS, TABLES
from resources.texts import N_, Texts

_STORED = re.compile(r"\d{4}-\d{2}-\d{2}(?:~\w+)?")
_OPEN = ".."
NOT_OVER = N_("not over yet")
SPLIT_BY_SEX = N_("Sex")


def table_words(t: Texts, table: str) -> str:
    """What the rows of a table are called."""
    return t(TABLES[table])


def column_words(t: Texts, table: str, column: str) -> str:
    """Label of a column; that of a table we have no word for is its name."""
    return t(COLUMNS.get(f"{table}.{column}") or COLUMNS.get(column, column))


def said(t: Texts, table: str, field: Field) -> str:
    """The value of a field in words."""
    if field.label is not None:
        return t.label(field.label)
    if isinstance(field.value, bool):
        return t(N_("Yes")) if field.value else t(N_("No"))
    if isinstance(field.value, int | float):
        return _number(t, field)
    return _text(t, table, field.column, str(field.value))


def headline(t: Texts, table: str, label: tuple[str, str], fields: Iterable[Field]) -> str:
    """What a row is called; a figure by its measure and every word it was said with."""
    if table != "reported_figure":
        return t.label(label)
    values = {field.column: field for field in fields}
    low, high, unit = (
        values[column].value if column in values else None
        for column in ("minimum", "maximum", "unit")
    )
    if low is None and high is None:
        return t.label(label)
    figure = t.qualified(str(values["qualifier"].value), low, high, unit or "")
    return f"{said(t, table, values['measure'])}: {figure}" if "measure" in values else figure


def _number(t: Texts, field: Field) -> str:
    value = field.value
    if field.column in QUESTIONS:
        return t(ANSWERS[int(value)])
    if field.column in ("latitude", "longitude"):
        return t.number(value, 4)
    if field.column in ("cost", "transport_paid"):
        return t.money(value)
    return t.number(value, 0 if float(value).is_integer() else 1)


def _text(t: Texts, table: str, column: str, value: str) -> str:
    if column == "ends" and value == _OPEN:
        return t(NOT_OVER)
    if _STORED.fullmatch(value):
        date = stored(value)
        return t.date(date.first, date.precision) if date else value
    if column in ("sex", "category") and value in SEXES:
        return t.label(SEXES[value])
    if column == "split" and value == "sex":
        return t(SPLIT_BY_SEX)
    if table == "attendance" and value in ATTENDANCE:
        return t(ATTENDANCE[value])
    if column in ("start_time", "end_time"):
        return t.time(value)
    word = CODES.get(f"{table}.{column}.{value}") or CODES.get(f"{column}.{value}")
    return t(word) if word else value
