"""Reading the log row by row."""

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter

from db.log.capture import Connection, defaults, exchanged_tables
from db.log.fold import Change, Folded, fold

Key = tuple[str, str]
"""Table and row."""


def of_row(row: str, change: str = "") -> str:
    """SQL that finds the changes of a row; ``change``: prefix of the columns of the log.

    Births have an index of their own, so that what is written later touches a small one.
    """
    return (
        f"({change}row_id = {row} AND {change}before = '{{}}'"
        f" OR {change}row_id = {row} AND {change}before <> '{{}}')"
    )


def logged(connection: Connection, rows: Iterable[str]) -> Iterator[tuple[Key, list[Change]]]:
    """Table and row with all their changes, in the order of the rows."""
    found = connection.execute(
        "SELECT c.table_name, c.row_id, c.device, c.seq, c.stamp, c.before, c.after, c.edit"
        f" FROM json_each(?) AS k CROSS JOIN change AS c ON {of_row('k.value', 'c.')} ORDER BY k.key, 1",
        (json.dumps(list(rows)),),
    )
    for key, group in groupby(found, key=itemgetter(0, 1)):
        yield key, [change_of(*rest) for _, _, *rest in group]


def folded(connection: Connection, rows: Iterable[str]) -> Iterator[tuple[Key, Folded]]:
    """Table and row with what their changes make of them."""
    usual = defaults(connection, exchanged_tables(connection))
    for key, changes in logged(connection, rows):
        yield key, fold(changes, usual[key[0]])


def change_of(device: int, seq: int, stamp: int, before: str, after: str, edit: str = "") -> Change:
    """A change as the table has it."""
    return Change(device, seq, stamp, _values(before), _values(after), edit)


_EMPTY: dict[str, object] = {}


def _values(text: str) -> dict[str, object]:
    """Fields of a change; inserts have none before, so most of a log is read half."""
    import msgspec

    return _EMPTY if text == "{}" else msgspec.json.decode(text)
