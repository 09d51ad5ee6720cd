"""Which fields of a row tell of a protected person: those that an erasure would blank."""

from functools import cache

from db.engine import Reader
from db.rules.erasures import NAMING, PERSONAL, SHARED


def veiled_fields(reader: Reader, table: str, row: str, columns: tuple[str, ...]) -> frozenset[str]:
    """Fields of a row that are not told while names are hidden."""
    found: set[str] = set()
    for owner, fields in _tellers(table, columns):
        if reader.value(
            f"SELECT p.sensitive FROM {table} AS x JOIN person AS p ON p.id = {owner} WHERE x.id = ?",
            (row,),
        ):
            found.update(fields)
    return frozenset(found)


@cache
def _tellers(table: str, columns: tuple[str, ...]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """SQL for the person of a row, and the fields that tell of her or him."""
    found = [(one.owner, one.blanked(columns)) for one in PERSONAL if one.table == table]
    if table in NAMING:
        column, fields = NAMING[table]
        found.append((f"x.{column}", (*fields, *SHARED.get(table, ()))))
    return tuple(found)
