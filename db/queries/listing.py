"""Lists of things with search, filters and an order of choice: which rows there are, and how many each choice has."""

import json
from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from db import search
from db.engine import Reader
from db.queries import records
from resources.texts import translator

PAGE = 128

Pair = tuple[str, str]
Value = str | int | None


@dataclass(frozen=True, slots=True)
class Facet:
    """A property that a list is filtered by.

    ``value``: SQL over the alias ``r`` of the listed table, and over ``join`` where a row may have several.
    ``names``: the table that the values are ids of. ``words``: what codes mean, as msgids, in their order.
    ``newest``: choices by their value, the last first; else by how many rows they have. ``dates``: values are
    stored dates.
    """

    key: str
    title: str
    value: str
    join: str = ""
    names: str = ""
    words: Mapping[Value, str] = field(default_factory=dict)
    newest: bool = False
    dates: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """How a thing is listed.

    ``columns`` and ``joins``: SQL that makes a row (``make``) of each ``f.id``. ``listed``, ``order`` and ``sorts``
    (key of a column → what it sorts by) are SQL over the alias ``r``; so is ``searched``, the text that is
    searched where the table has no index of its own. ``by``: the index that a scan of the list reads.
    ``person``: whose names are searched as well, in every spelling. ``within``: what the page fixes: ``Asked.within``
    is its value in every row of the list. ``spoken``: a column of msgids, searched in the words of the reader.
    """

    table: str
    make: Callable[..., Any]
    columns: str
    joins: str
    order: str
    sorts: Mapping[str, str] = field(default_factory=dict)
    facets: tuple[Facet, ...] = ()
    listed: str = "r.removed = 0"
    searched: str = ""
    by: str = ""
    person: str = ""
    within: str = ""
    spoken: str = ""

    def facet(self, key: str) -> Facet | None:
        """The facet of this key; None where it is no more."""
        return next((one for one in self.facets if one.key == key), None)


@dataclass(frozen=True, slots=True)
class Asked:
    """What the user looks for: typed text, values chosen by facet, and a column to sort by ('': the usual order).

    ``within``: what the list is of, where it is a part of a table (the people of one activity).
    ``language``: of who asks.
    """

    text: str = ""
    chosen: tuple[tuple[str, tuple[Value, ...]], ...] = ()
    sort: str = ""
    descending: bool = False
    within: str | None = None
    language: str = "id"

    @property
    def narrowed(self) -> bool:
        """Whether rows may be left out."""
        return bool(self.text.strip() or self.chosen)


@dataclass(frozen=True, slots=True)
class Found:
    """Every row that was found, by its number in the file, in order; and the first window of them.

    The numbers stay as long as the file is open. ``place``: where the row that was asked for stands.
    """

    ids: "array[int]"
    first: list[Any]
    place: int | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a facet, what it is called (None: not stated), and how many rows have it.

    ``label``: a msgid where the facet has words, else a name in Indonesian and English.
    """

    value: Value
    label: Pair | str | None
    count: int


def found(reader: Reader, listing: Listing, asked: Asked, row: str | None = None) -> Found:
    """What is asked for. ``row``: the id of one whose place is wanted."""
    source, parameters, order = _source(reader, listing, asked)
    # One text instead of a row for each: a hundred thousand come in a third of the time.
    together = reader.value(
        f"SELECT group_concat(id) FROM (SELECT r.rowid AS id FROM {source} ORDER BY {order})",
        parameters,
    )
    ids = array("q", map(int, together.split(","))) if together else array("q")
    place = None
    if row is not None:
        number = reader.value(f"SELECT rowid FROM {listing.table} WHERE id = ?", (row,))
        place = ids.index(number) if number in ids else None
    return Found(ids, rows(reader, listing, ids[:PAGE]), place)


def count(reader: Reader, listing: Listing, asked: Asked) -> int:
    """How many rows are found."""
    source, parameters, _ = _source(reader, listing, asked)
    return int(reader.value(f"SELECT count(*) FROM {source}", parameters))


def rows(reader: Reader, listing: Listing, ids: Iterable[int]) -> list[Any]:
    """The lines of some rows, in their order. Rows that are gone are left out."""
    return reader.rows(
        listing.make,
        f"SELECT {listing.columns} FROM (SELECT r.id AS id, j.key AS place FROM json_each(?) AS j"
        f" JOIN {listing.table} AS r ON r.rowid = j.value) AS f {listing.joins} ORDER BY f.place",
        (json.dumps(list(ids)),),
    )


def keys(reader: Reader, listing: Listing, ids: Iterable[int]) -> list[str]:
    """What edits call these rows."""
    return reader.rows(
        str,
        f"SELECT r.id FROM json_each(?) AS j JOIN {listing.table} AS r ON r.rowid = j.value"
        f" WHERE {listing.listed} ORDER BY j.key",
        (json.dumps(list(ids)),),
    )


def choices(reader: Reader, listing: Listing, asked: Asked, key: str) -> list[Choice]:
    """The values of a facet among the rows that everything else chosen leaves; chosen ones always."""
    facet = listing.facet(key)
    if facet is None:
        return []
    source, parameters, _ = _source(reader, listing, asked, without=key, join=facet.join)
    counted: dict[Value, int] = dict(
        reader.each(
            f"SELECT {facet.value}, count(DISTINCT r.rowid) FROM {source} GROUP BY 1", parameters
        )
        if facet.join
        else reader.each(f"SELECT {facet.value}, count(*) FROM {source} GROUP BY 1", parameters)
    )
    for value in dict(asked.chosen).get(key, ()):
        counted.setdefault(value, 0)
    labels = _labels(reader, facet, counted)
    made = [Choice(value, labels.get(value), number) for value, number in counted.items()]
    return sorted(made, key=lambda one: _rank(facet, one))


def _rank(facet: Facet, one: Choice) -> tuple[Any, ...]:
    """What is not stated comes last; words in their order, years backwards, everything else by number."""
    last = one.value is None
    if facet.words:
        order = list(facet.words)
        return last, order.index(one.value) if one.value in order else len(order)
    if facet.newest:
        return last, tuple(-ord(letter) for letter in str(one.value))
    return last, -one.count, str(one.label)


def _labels(
    reader: Reader, facet: Facet, values: Iterable[Value]
) -> dict[Value, Pair | str | None]:
    if facet.words:
        return {value: facet.words.get(value) for value in values}
    if not facet.names:
        return {value: None if value is None else str(value) for value in values}
    known = [str(value) for value in values if value is not None]
    names = records.names(reader, facet.names, known)
    # What is no id of the table is called as it was typed.
    return {value: names.get(value, (value, value)) for value in known}


def _source(
    reader: Reader, listing: Listing, asked: Asked, *, without: str = "", join: str = ""
) -> tuple[str, tuple[object, ...], str]:
    """What is selected from, with its conditions; its parameters; its order."""
    conditions: list[str] = [listing.listed]
    parameters: list[object] = []
    first: tuple[object, ...] = ()
    if listing.within:
        conditions.append(f"{listing.within} = ?")
        parameters.append(asked.within)
    for key, values in asked.chosen:
        facet = listing.facet(key)
        if facet is not None and key != without and values:
            condition, value = _among(listing, facet, values)
            conditions.append(condition)
            parameters.append(value)
    source, order = f"{listing.table} AS r", listing.order
    if not asked.text.strip():
        source += f" INDEXED BY {listing.by}" if listing.by else ""
    elif listing.table in search.KINDS:
        hits = search.hits(listing.table, asked.text)
        source = f"({hits.source}) AS h JOIN {listing.table} AS r ON r.id = h.row_id"
        order, first = "h.docid", hits.parameters
        # The search index holds what is listed and nothing else: asking every hit again would read its whole row.
        conditions = conditions[1:] or ["true"]
    else:
        condition, typed = _written(reader, listing, asked)
        conditions.append(condition)
        parameters += typed
    if asked.sort in listing.sorts:
        by, direction = listing.sorts[asked.sort], " DESC" if asked.descending else ""
        order = f"nullif({by}, '') IS NULL, {by} COLLATE NOCASE{direction}, {order}"
    where = " AND ".join(conditions)
    return f"{source} {join} WHERE {where}", (*first, *parameters), order


def _written(reader: Reader, listing: Listing, asked: Asked) -> tuple[str, list[object]]:
    """Condition for every typed word in what is searched, or for the name of the person; and its parameters."""
    words = asked.text.split()
    one, parameters = f"{listing.searched} LIKE ? ESCAPE '\\'", list[object]()
    said = _spoken(reader, listing, asked.language) if listing.spoken else {}
    for word in words:
        parameters.append(f"%{_literal(word)}%")
        if said:
            found = [msgid for msgid, text in said.items() if word.lower() in text]
            parameters.append(json.dumps(found))
    if said:
        one = f"({one} OR {listing.spoken} IN (SELECT value FROM json_each(?)))"
    condition = " AND ".join(one for _ in words)
    if listing.person:
        hits = search.hits("person", asked.text)
        condition = f"(({condition}) OR {listing.person} IN (SELECT row_id FROM ({hits.source})))"
        parameters += hits.parameters
    return condition, parameters


def _spoken(reader: Reader, listing: Listing, language: str) -> dict[str, str]:
    """What each msgid of the column says in this language, in small letters."""
    t = translator(language)
    found = reader.rows(str, f"SELECT DISTINCT {listing.spoken} FROM {listing.table} AS r")
    return {msgid: t(msgid).lower() for msgid in found}


def _among(listing: Listing, facet: Facet, values: Sequence[Value]) -> tuple[str, str]:
    """Condition for one of some values, and its parameter."""
    condition = f"({facet.value}) IN (SELECT value FROM json_each(?))"
    if None in values:
        condition = f"({condition} OR ({facet.value}) IS NULL)"
    if facet.join:
        condition = (
            f"r.rowid IN (SELECT r.rowid FROM {listing.table} AS r {facet.join} WHERE {condition})"
        )
    return condition, json.dumps([value for value in values if value is not None])


def _literal(word: str) -> str:
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
