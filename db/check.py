"""Whether a workspace is whole: pages, references, triggers, numbering of the log, rows against the log."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter

from db.engine import Connection, page_problems, reference_problems
from db.log import capture
from db.log.fold import Change, fold
from db.log.reading import change_of, of_row

# Their shipped rows are born without a change in the log.
_REFERENCE = frozenset({"alias", "district", "holiday", "term"})


Step = Callable[[int, int], None]
_EACH = 1000  # rows between two words on how far it is


def problems(connection: Connection, step: Step | None = None) -> list[str]:
    """Everything that is wrong, a line each; empty when the file is whole."""
    pages = page_problems(connection)
    if pages:
        return [f"page: {line}" for line in pages]
    found = [f"reference: {line}" for line in reference_problems(connection)]
    if not capture.intact(connection):
        found.append("triggers: not those of this schema")
    found += [f"log: device {device:012x} lacks numbers" for device in _gaps(connection)]
    found += [f"row: {line}" for line in _unfolded(connection, step)]
    return found


def _gaps(connection: Connection) -> list[int]:
    """Devices of which less is here than the file says. Of some, more may be here, with gaps."""
    rows = connection.execute(
        "WITH complete (device, seq) AS (SELECT device, seq FROM log_state WHERE seq > 0"
        " UNION SELECT device, seq FROM seen)"
        " SELECT device FROM complete AS s WHERE seq <>"
        " (SELECT count(*) FROM change AS c WHERE c.device = s.device AND c.seq <= s.seq)"
    )
    return [device for (device,) in rows]


def _unfolded(connection: Connection, step: Step | None) -> Iterator[str]:
    """Rows whose fields are not what their changes fold to, as ``table id``.

    The log is walked once in the order of its rows, each is looked up: a million need no room.
    """
    tables = capture.exchanged_tables(connection)
    defaults = capture.defaults(connection, tables)
    read = {
        table: f"SELECT {', '.join(column.name for column in columns)} FROM {table} WHERE id = ?"
        for table, columns in tables.items()
    }
    total = connection.execute("SELECT count(*) FROM change").fetchone()[0] if step else 0
    seen = 0
    for number, (row, table, changes) in enumerate(_logged_rows(connection)):
        seen += len(changes)
        if step is not None and number % _EACH == 0:
            step(seen, total)
        if table not in tables:
            yield f"{table} {row} is of no table of this schema"
            continue
        found = connection.execute(read[table], (row,)).fetchone()
        if found is None:
            yield f"{table} {row} is missing"
        elif not _agrees(found, defaults[table], changes):
            yield f"{table} {row} differs from the log"
    for table in tables.keys() - _REFERENCE:
        unknown = connection.execute(
            f"SELECT id FROM {table} AS r WHERE NOT EXISTS"
            f" (SELECT 1 FROM change WHERE {of_row('r.id')} AND table_name = ?)",
            (table,),
        )
        yield from (f"{table} {row} is not in the log" for (row,) in unknown)


def _logged_rows(connection: Connection) -> Iterator[tuple[str, str, list[Change]]]:
    """Every row that the log knows: id, table, its changes."""
    born, later = (
        f"SELECT row_id, table_name, device, seq, stamp, before, after FROM change WHERE before {one} '{{}}'"
        for one in ("=", "<>")
    )
    rows = connection.execute(f"{born} UNION ALL {later} ORDER BY row_id, table_name")
    for (row, table), group in groupby(rows, key=itemgetter(0, 1)):
        yield row, table, [change_of(*rest) for _, _, *rest in group]


def _agrees(found: Sequence[object], defaults: Mapping[str, object], changes: list[Change]) -> bool:
    folded = fold(changes, defaults).values
    born = any(not change.before for change in changes)
    return all(
        value == folded.get(column, default if born else value)
        for value, (column, default) in zip(found, defaults.items(), strict=True)
    )
