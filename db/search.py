"""The search index over people, organizations and activities: parts of words, forgiving spelling.

Triggers note which rows moved; the door brings the index up to date inside the same transaction.
The number of an entry grows with the name it stands for, so FTS5 answers in the order of names and a
page of hits costs the same however many there are.
"""

from dataclasses import dataclass

from db.engine import Connection
from db.rules.names import fold, fold_typed

# 63 bits of an entry's number: kind, first nine letters in base 27, place among equal beginnings.
_LETTERS = 9
_TWIN_BITS = 17
_TWINS = (1 << _TWIN_BITS) - 1
_KIND_SHIFT = 60
_TURNED = str.maketrans("0123456789", "jihgfedcba")
_SHORTEST = 3  # letters that a trigram needs


@dataclass(frozen=True, slots=True)
class Indexed:
    """A table that is searched: by which columns, sorted by which (``sorts``), and which rows are listed."""

    table: str
    kind: int
    sorts: str
    columns: tuple[str, ...]
    listed: str = "r.removed = 0"


INDEXED = (
    Indexed(
        "person",
        1,
        "name",
        ("name", "nickname", "village", "position", "email", "code", "phone"),
        "r.removed = 0 AND r.id NOT IN (SELECT id FROM merged_person)"
        " AND r.id NOT IN (SELECT person_id FROM erasure)",
    ),
    Indexed("organization", 2, "name", ("name", "acronym")),
    Indexed("activity", 3, "starts", ("title", "theme", "venue", "number")),
)

_BESIDES = {"person": ("merged_into",)}

KINDS = {entry.table: entry.kind for entry in INDEXED}


def install(connection: Connection) -> None:
    """Triggers that note what the index must read again."""
    for entry in INDEXED:
        note = f"INSERT OR IGNORE INTO search_stale (kind, row_id) VALUES ({entry.kind}, NEW.id);"
        watched = dict.fromkeys(
            (*entry.columns, entry.sorts, "removed", *_BESIDES.get(entry.table, ()))
        )
        connection.execute(f"DROP TRIGGER IF EXISTS search_{entry.table}_insert")
        connection.execute(f"DROP TRIGGER IF EXISTS search_{entry.table}_update")
        connection.execute(
            f"CREATE TRIGGER search_{entry.table}_insert AFTER INSERT ON {entry.table} BEGIN {note} END"
        )
        connection.execute(
            f"CREATE TRIGGER search_{entry.table}_update AFTER UPDATE OF {', '.join(watched)}"
            f" ON {entry.table} BEGIN {note} END"
        )
    for event in ("INSERT", "UPDATE"):
        connection.execute(f"DROP TRIGGER IF EXISTS search_alias_{event.lower()}")
        kind = " ".join(f"WHEN '{entry.table}' THEN {entry.kind}" for entry in INDEXED)
        connection.execute(
            f"CREATE TRIGGER search_alias_{event.lower()} AFTER {event} ON alias"
            f" WHEN NEW.subject IN ({', '.join(repr(e.table) for e in INDEXED)}) BEGIN"
            f" INSERT OR IGNORE INTO search_stale (kind, row_id)"
            f" VALUES (CASE NEW.subject {kind} END, NEW.subject_id); END"
        )


def refresh(connection: Connection) -> None:
    """Read again what the triggers noted. Cost grows with what was noted, not with the file."""
    kinds = connection.execute("SELECT DISTINCT kind FROM search_stale").fetchall()
    if not kinds:
        return
    stale = "SELECT row_id FROM search_stale"
    gone = f"SELECT docid FROM search_entry WHERE row_id IN ({stale})"
    connection.execute(f"DELETE FROM search WHERE rowid IN ({gone})")
    connection.execute(f"DELETE FROM search_entry WHERE row_id IN ({stale})")
    for entry in INDEXED:
        if (entry.kind,) in kinds:
            _add(connection, _entries(connection, entry))
    connection.execute("DELETE FROM search_stale")


def noted(connection: Connection, limit: int = 1) -> bool:
    """Whether at least ``limit`` rows wait to be read again."""
    query = "SELECT count(*) FROM (SELECT 1 FROM search_stale LIMIT ?)"
    return bool(connection.execute(query, (limit,)).fetchone()[0] >= limit)


def _add(connection: Connection, entries: list[tuple[int, int, str, str]]) -> None:
    """Write entries in the order of their numbers: FTS5 flushes what it holds at every step back."""
    connection.executemany(
        "INSERT INTO search_entry (docid, kind, row_id, words) VALUES (?, ?, ?, ?)", entries
    )
    connection.executemany(
        "INSERT INTO search (rowid, words) VALUES (?, ?)",
        [(docid, words) for docid, _, _, words in entries],
    )


def prepare(connection: Connection) -> None:
    """Settings of a new index: hold more before flushing, or imports merge the same parts again and again."""
    connection.execute("INSERT INTO search (search, rank) VALUES ('hashsize', 8388608)")


def rebuild(connection: Connection) -> None:
    """Make the index anew from the tables."""
    connection.execute("DELETE FROM search_entry")
    connection.execute("INSERT INTO search (search) VALUES ('delete-all')")
    for entry in INDEXED:
        connection.execute(
            f"INSERT OR IGNORE INTO search_stale (kind, row_id) SELECT {entry.kind}, id FROM {entry.table}"
        )
    refresh(connection)


@dataclass(frozen=True, slots=True)
class Hits:
    """SQL for the rows that a typed text finds: ``source`` gives ``row_id`` in the order ``docid``."""

    source: str
    parameters: tuple[object, ...]


def hits(table: str, typed: str) -> Hits:
    """What ``typed`` finds in a table: every word of it, as a part of any word of the row."""
    low = KINDS[table] << _KIND_SHIFT
    high = (KINDS[table] + 1 << _KIND_SHIFT) - 1
    words = [tuple(map(_as_stored, forms)) for forms in fold_typed(typed)]
    long = [forms for forms in words if len(forms[0]) >= _SHORTEST]
    if long:
        return Hits(
            "SELECT e.row_id AS row_id, s.rowid AS docid FROM search AS s"
            " JOIN search_entry AS e ON e.docid = s.rowid"
            " WHERE s.words MATCH ? AND s.rowid BETWEEN ? AND ?",
            (" AND ".join(map(_any, long)), low, high),
        )
    start = " ".join(forms[0] for forms in words)
    return Hits(
        "SELECT e.row_id AS row_id, e.docid AS docid FROM search_entry AS e"
        " WHERE e.docid BETWEEN ? AND ? AND (e.words LIKE ? OR e.words LIKE ?)",
        (*_short_range(table, start, low, high), f"{start}%", f"% {start}%"),
    )


def _any(forms: tuple[str, ...]) -> str:
    """FTS5 expression for one of several spellings, each as a part of a word."""
    quoted = ('"' + form.replace('"', '""') + '"' for form in forms)
    return "(" + " OR ".join(quoted) + ")"


def _as_stored(word: str) -> str:
    """A typed phone without what its country or its trunk adds: 0812…, 62812… and +62812… are one."""
    digits = word.removeprefix("+")
    if not digits.isdigit() or len(digits) <= _SHORTEST:
        return word
    return digits.removeprefix("62").removeprefix("0")


def _short_range(table: str, start: str, low: int, high: int) -> tuple[int, int]:
    """One or two letters: names that start so, which lie side by side. Activities go by date."""
    if table == "activity" or not start:
        return low, high
    first = _packed(start)
    after = first + 27 ** max(0, _LETTERS - len(start))
    return low + (first << _TWIN_BITS), low + (after << _TWIN_BITS) - 1


def _code(letter: str) -> int:
    return ord(letter) - 96 if "a" <= letter <= "z" else 0


def _entries(connection: Connection, entry: Indexed) -> list[tuple[int, int, str, str]]:
    """Entries for the noted rows of one table, numbered by the first letters of what they sort by."""
    columns = ", ".join(f"r.{column}" for column in entry.columns)
    aliases = (
        "(SELECT group_concat(a.text, ' ') FROM alias AS a"
        " WHERE a.subject_id = r.id AND a.removed = 0)"
    )
    noted = connection.execute(
        # CROSS JOIN keeps the order: from the few noted rows to the table, never the other way.
        f"SELECT r.id, r.{entry.sorts}, {aliases}, {columns}"
        f" FROM search_stale AS n CROSS JOIN {entry.table} AS r"
        f" ON r.id = n.row_id WHERE n.kind = {entry.kind} AND {entry.listed}"
    )
    by_date = entry.sorts == "starts"
    rows = sorted(
        (_newest_first(key) if by_date else fold(key), row, _words(texts))
        for row, key, *texts in noted
    )
    numbers: dict[int, int] = {}
    entries = []
    for key, row, words in rows:
        start = (entry.kind << _KIND_SHIFT) + (_packed(key) << _TWIN_BITS)
        if start not in numbers:
            numbers[start] = _first_free(connection, start)
        entries.append((numbers[start], entry.kind, row, words))
        numbers[start] += 1
    return entries


def _words(texts: list[str | None]) -> str:
    """Words of a row. Of a phone only the national digits count, however it is typed."""
    return fold(" ".join(_national(text) for text in texts if text))


def _national(text: str) -> str:
    return text[3:] if text.startswith("+62") and text[1:].isdigit() else text


def _newest_first(date: str | None) -> str:
    """Letters that put the newest date first and no date last."""
    return date[:10].replace("-", "").translate(_TURNED) if date else "z"


def _packed(text: str) -> int:
    """Number of the first letters of a text that sorts as the text does."""
    number = 0
    for letter in text[:_LETTERS].ljust(_LETTERS):
        number = number * 27 + _code(letter)
    return number


def _first_free(connection: Connection, start: int) -> int:
    (last,) = connection.execute(
        "SELECT max(docid) FROM search_entry WHERE docid BETWEEN ? AND ?", (start, start + _TWINS)
    ).fetchone()
    return start if last is None else int(last) + 1
