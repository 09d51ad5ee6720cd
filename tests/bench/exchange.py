"""Exchange by file beside the least that could do it: updates, reading, copying, and a diff of whole files."""

import os
import random
import resource
import shutil
import sqlite3  # noqa: TID251 - the other side of the comparison reads plain files
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from sqlmodel import Session

from db import engine, search
from db.circle import cards
from db.database import Database
from db.edits import devices
from db.edits.edit import edit
from db.queries.circle import called
from db.sync import incoming, outgoing
from db.sync.peers import Known
from tests.bench import volume
from tests.bench.measures import Measure, median

CHANGES = 5000


@edit("Many people")
def _many(session: Session, rows: list[str], mark: str, column: str) -> None:
    run = session.connection().connection.driver_connection.executemany
    run(_update(column), _values(rows, mark))


def _update(column: str) -> str:
    return f"UPDATE person SET {column} = ? WHERE id = ?"


def _values(rows: list[str], mark: str) -> list[tuple[str, str]]:
    return [(f"{mark} {number}", row) for number, row in enumerate(rows)]


class Pair:
    """Two copies of a workspace that both changed ``CHANGES`` people since, half of them the same."""

    def __init__(self, source: Path, folder: Path, column: str = "occupation") -> None:
        self.folder, self.column = folder, column
        folder.mkdir()
        self.bare_file = Path(shutil.copy(source, folder / "bare.rembuk"))
        upgraded = volume.opened(self.bare_file)
        self.people = upgraded.read(lambda r: r.rows(str, "SELECT id FROM person ORDER BY id"))
        self.size = self.bare_file.stat().st_size
        upgraded.close()
        self.here = self._copy("here")
        self.there = self._copy("there")
        chosen = random.Random(3).sample(self.people, min(CHANGES * 3 // 2, len(self.people)))
        self.untouched = sorted(set(self.people) - set(chosen))
        half = len(chosen) // 3
        self.theirs = chosen[half:]
        with self.at("here"):
            self.here.edit(_many, chosen[: 2 * half], "Desa A", column)
        with self.at("there"):
            self.there.edit(_many, self.theirs, "Desa B", column)

    def _copy(self, name: str) -> Database:
        (self.folder / name).mkdir()
        file = Path(shutil.copy(self.bare_file, self.folder / name / "f.rembuk"))
        with self.at(name):
            return volume.opened(file)

    def at(self, name: str) -> "_Home":
        return _Home(self.folder / name / "home")

    def made(self) -> bytes:
        """A file for the other copy, which has all but the newest changes."""
        seen = dict(self.here._connection.execute("SELECT device, seq FROM seen"))
        with self.at("there"):
            return self.there.hand_over(_make, Known(seen, frozenset(), 0, {}))

    def close(self) -> None:
        self.here.close()
        self.there.close()


class _Home:
    def __init__(self, home: Path) -> None:
        self._home = home

    def __enter__(self) -> None:
        self._before = os.environ.get("REMBUK_HOME")
        os.environ["REMBUK_HOME"] = str(self._home)

    def __exit__(self, *_: object) -> None:
        os.environ["REMBUK_HOME"] = self._before or ""


def _make(holder, known: Known) -> bytes:
    everybody = outgoing.everybody(holder)[0]
    work = outgoing._Outgoing(holder, everybody, known, photos=True, most=outgoing.PHOTOS)
    return work.write([holder.keys.public.seal])


def _once(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - start)


def measures(small: Path, large: Path, folder: Path) -> list[Measure]:
    """Everything about files, on the large workspace, and how a delta grows from the small one."""
    searched = Pair(large, folder / "searched", "village")
    index = _merging(searched)
    searched.close()
    shutil.rmtree(searched.folder)
    many = Pair(large, folder / "large")
    few = Pair(small, folder / "small")
    print(f"exchange file of {CHANGES} changes: {len(many.made()) / 1000:.0f} kB")
    making, merging = _making(many), _merging(many)
    _merging(few)
    found = [
        making,
        Measure("merging 5,000 changes against 5,000 others", *merging, 5),
        Measure("… of a column that is searched, with its index", *index, 5),
        Measure("… beside a diff of whole files (pygeodiff)", merging[0], _diff(many), 1),
        _backup(many),
        _growth(few, many),  # both have taken in what there was
        *_starter(many),
    ]
    few.close()
    many.close()
    return found


def _making(pair: Pair) -> Measure:
    connection = pair.there._connection
    (device,) = connection.execute("SELECT device FROM log_state").fetchone()
    least = median(
        lambda: connection.execute("SELECT * FROM change WHERE device = ?", (device,)).fetchall()
    )
    return Measure("making a file of 5,000 changes", median(pair.made), least, 2)


def _merging(pair: Pair) -> tuple[float, float]:
    """Taking a file in with the search index after it, and the bare update of the same rows; once, as people do."""
    data = pair.made()
    bare = engine.connect(pair.bare_file, volume.PASSPHRASE)
    for (name,) in bare.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        bare.execute(f"DROP TRIGGER {name}")

    def update() -> None:
        with engine.transaction(bare):
            bare.executemany(_update(pair.column), _values(pair.theirs, "Desa C"))

    connection = pair.here._connection

    def merge() -> None:
        with pair.at("here"), pair.here._taking_in(), engine.transaction(connection):
            incoming.merge(pair.here._holder(), data, clock_is_right=True)
        with engine.transaction(connection):
            search.refresh(connection)

    least, merged = _once(update), _once(merge)
    bare.close()
    return merged, least


def _backup(pair: Pair) -> Measure:
    backed_up = _once(pair.here.back_up)
    copied = _once(lambda: shutil.copy(pair.bare_file, pair.folder / "copy"))
    return Measure("the backup before it, beside copying the file", backed_up, copied, 99)


def _diff(pair: Pair) -> float:
    """The same changes on the same table by pygeodiff: two diffs against the common base, and a rebase."""
    from pygeodiff import GeoDiff

    folder = Path(tempfile.mkdtemp(dir=pair.folder))
    base, ours, theirs = (folder / f"{name}.gpkg" for name in ("base", "ours", "theirs"))
    rows = pair.here._connection.execute("SELECT * FROM person").fetchall()
    (sql,) = pair.here._connection.execute(
        "SELECT sql FROM sqlite_master WHERE name = 'person'"
    ).fetchone()
    plain = sqlite3.connect(base)
    plain.execute(sql.replace("COLLATE NOCASE", ""))
    plain.executemany(f"INSERT INTO person VALUES ({', '.join('?' * len(rows[0]))})", rows)
    plain.commit()
    plain.close()
    for file, mark in ((ours, "Desa A"), (theirs, "Desa D")):
        shutil.copy(base, file)
        changed = sqlite3.connect(file)
        changed.executemany(_update(pair.column), _values(pair.theirs, mark))
        changed.commit()
        changed.close()
    diff = GeoDiff()
    return _once(lambda: diff.rebase(str(base), str(theirs), str(ours), str(folder / "conflicts")))


def _growth(few: Pair, many: Pair) -> Measure:
    """A delta of the same size on rows that lie together, as a workshop's do, in a workspace ten times as large."""

    def merging(pair: Pair) -> float:
        times = []
        for start in range(5):
            rows = pair.untouched[500 * start : 500 * start + 500]
            with pair.at("there"):
                pair.there.edit(_many, rows, f"Desa E{start}", pair.column)
            data = pair.made()
            _tried(pair, data)  # brings the pages into memory
            times.append(min(_tried(pair, data) for _ in range(3)))
        return sorted(times)[2]

    return Measure("a delta in ten times the workspace", merging(many), merging(few), 1.5)


def _tried(pair: Pair, data: bytes) -> float:
    connection = pair.here._connection
    with pair.at("here"), pair.here._taking_in(), engine.trial(connection):
        holder = pair.here._holder()
        return _once(lambda: incoming.merge(holder, data, clock_is_right=True))


def _starter(pair: Pair) -> list[Measure]:
    with pair.at("here"):
        card = cards.make("Baru", "Baru")
        pair.here.edit(devices.admit, card)
        data = b""

        def make() -> None:
            nonlocal data
            data = pair.here.hand_over(_starter_of, card.device)

        made = _once(make)
    print(f"starter file: {len(data) / 1e6:.0f} MB, of a workspace of {pair.size / 1e6:.0f} MB")
    copied = _once(lambda: _copy_rows(pair))
    started = _once(lambda: _start(pair, data, card))
    print(f"memory at the most: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    return [
        Measure("starter file of everything, beside copying its rows", made, copied, 5),
        Measure("… and the workspace made from it", started, copied, 99),
    ]


def _starter_of(holder, device: str) -> bytes:
    return outgoing.starter(holder, called(holder.reader, device)).data


def _start(pair: Pair, data: bytes, card: cards.Card) -> None:
    with pair.at("here"):
        place = pair.folder / "started.rembuk"
        Database.start(place, data, card, passphrase=volume.PASSPHRASE).close()


def _copy_rows(pair: Pair) -> None:
    """Every exchanged row into a bare encrypted file, table by table."""
    connection = pair.here._connection
    place = engine.quoted(str(pair.folder / "rows"))
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute(f"ATTACH {place} AS fresh KEY {engine.quoted(volume.PASSPHRASE)}")
    tables = connection.execute(
        "SELECT m.name, m.sql FROM sqlite_master AS m, pragma_table_info(m.name) AS c"
        " WHERE m.type = 'table' AND c.name = 'removed'"
    ).fetchall()
    with engine.transaction(connection):
        for name, sql in tables:
            connection.execute(sql.replace("CREATE TABLE ", "CREATE TABLE fresh.", 1))
            connection.execute(f"INSERT INTO fresh.{name} SELECT * FROM main.{name}")
    connection.execute("DETACH fresh")
    connection.execute("PRAGMA foreign_keys = ON")
