"""What is measured, each beside the least that could do it, in the same run."""

import json
import os
import statistics as numbers
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sqlmodel import Session

from db import search
from db.database import Database
from db.edits.edit import edit
from db.queries import people
from db.queries.statistics import statistics
from db.queries.taken_part import Scope
from db.rules.names import fold
from tests.bench import volume


@dataclass(frozen=True, slots=True)
class Measure:
    """Milliseconds (or MB) of ours and of the least, and how many times it may be."""

    name: str
    ours: float
    least: float
    limit: float
    unit: str = "ms"

    @property
    def ratio(self) -> float:
        return self.ours / self.least


def median(work: Callable[[], object], times: int = 9) -> float:
    """Milliseconds, the median of several runs after a first one."""
    work()
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        taken.append((time.perf_counter() - start) * 1000)
    return numbers.median(taken)


def first_page(database: Database) -> Measure:
    connection = database._connection
    raw = (
        "SELECT p.id, p.name, p.title_before, p.title_after, p.sex, p.birth, d.name, p.phone, p.sensitive,"
        " p.sample FROM (SELECT id FROM person WHERE removed = 0 ORDER BY name COLLATE NOCASE, id LIMIT 128) AS f"
        " JOIN person AS p ON p.id = f.id LEFT JOIN district AS d ON d.id = p.district_id"
    )
    return Measure(
        "first page of members",
        median(lambda: database.read(people.page)),
        median(lambda: connection.execute(raw).fetchall()),
        3,
    )


TYPED = ("wati", "siti", "rahayu", "siti nur", "yani sri", "81200012", "kartini")


def typed_search(database: Database) -> Measure:
    connection = database._connection
    low, high = 1 << 60, (2 << 60) - 1

    def raw(text: str) -> object:
        words = " AND ".join(f'"{word}"' for word in fold(text).split())
        return connection.execute(
            "SELECT rowid FROM search WHERE words MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid LIMIT 128",
            (words, low, high),
        ).fetchall()

    def hits(text: str) -> object:
        found = search.hits("person", text)
        return connection.execute(
            f"{found.source} ORDER BY s.rowid LIMIT 128", found.parameters
        ).fetchall()

    return Measure(
        "search while typing, ids of a page",
        sum(median(lambda t=t: hits(t)) for t in TYPED) / len(TYPED),
        sum(median(lambda t=t: raw(t)) for t in TYPED) / len(TYPED),
        3,
    )


def search_growth(small: Database, large: Database) -> Measure:
    def page(database: Database) -> float:
        return sum(
            median(lambda t=t: database.read(people.page, search_text=t)) for t in TYPED
        ) / len(TYPED)

    return Measure("search page, 100,000 people beside 10,000", page(large), page(small), 2)


@edit("Bench: move one")
def _move(session: Session, row: str) -> None:
    session.connection().exec_driver_sql(
        "UPDATE person SET village = 'Desa ' || abs(random()) WHERE id = ?", (row,)
    )


def one_edit(database: Database) -> Measure:
    """The same statement through the same door, with the triggers of the log and without."""
    rows = iter([str(row[0]) for row in volume.person_rows(2000)])
    logged = median(lambda: database.edit(_move, next(rows)), 60)
    connection = database._connection
    connection.execute("UPDATE log_state SET capture = 0")
    bare = median(lambda: database.edit(_move, next(rows)), 60)
    connection.execute("UPDATE log_state SET capture = 1")
    return Measure("one edit with its log", logged, bare, 4)


@edit("Bench: many people")
def _many(session: Session, rows: list[tuple[object, ...]]) -> None:
    session.connection().connection.driver_connection.executemany(volume.PERSON_SQL, rows)


def many_people(number: int = 100_000) -> list[Measure]:
    """One logged edit of 100,000 people; the bare encrypted insert is without triggers and search."""
    rows = volume.person_rows(number, seed=99)
    with tempfile.TemporaryDirectory() as folder:
        taken = {}
        for name in ("logged", "bare"):
            database = Database.create(
                Path(folder) / f"{name}.rembuk", name="Bench", passphrase=volume.PASSPHRASE
            )
            connection = database._connection
            if name == "bare":
                for (trigger,) in connection.execute(
                    "SELECT name FROM sqlite_master WHERE type = 'trigger'"
                ).fetchall():
                    connection.execute(f"DROP TRIGGER {trigger}")
                start = time.perf_counter()
                connection.execute("BEGIN IMMEDIATE")
                connection.executemany(volume.PERSON_SQL, rows)
                connection.execute("COMMIT")
                taken["bare"] = (time.perf_counter() - start) * 1000
            else:
                marks: list[float] = []
                refresh = search.refresh
                search.refresh = lambda c, marks=marks, refresh=refresh: (
                    marks.append(time.perf_counter()),
                    refresh(c),
                )  # type: ignore[assignment]
                start = time.perf_counter()
                database.edit(_many, rows)
                end = time.perf_counter()
                search.refresh = refresh
                taken["logged"] = (marks[-1] - start) * 1000
                taken["indexed"] = (end - start) * 1000
            database.close()
    return [
        Measure("100,000 people in one logged edit", taken["logged"], taken["bare"], 4),
        Measure("… and the search index brought up to date", taken["indexed"], taken["bare"], 12),
    ]


def programme_statistics(database: Database) -> Measure:
    programme = f"{3:08x}{1:024x}"
    connection = database._connection
    best = (
        "SELECT p.sex, k.meaning, a.district_id, count(DISTINCT a.person_id), count(*), sum(n.there) FROM activity AS v"
        " JOIN participation AS a ON a.activity_id = v.id AND a.removed = 0"
        " JOIN person AS p ON p.id = a.person_id AND p.removed = 0"
        " LEFT JOIN organization AS o ON o.id = a.organization_id LEFT JOIN term AS k ON k.id = o.kind_id"
        " JOIN (SELECT x.participation_id, count(*) AS there FROM attendance AS x JOIN activity_session AS s"
        "  ON s.id = x.session_id AND s.removed = 0 JOIN activity AS w ON w.id = s.activity_id"
        "  WHERE w.programme_id = ?1 AND x.removed = 0 AND x.status IN ('present', 'late') GROUP BY 1) AS n"
        "  ON n.participation_id = a.id"
        " WHERE v.programme_id = ?1 AND v.removed = 0 GROUP BY 1, 2, 3"
    )
    return Measure(
        "statistics of a programme",
        median(lambda: database.read(statistics, Scope(programme=programme)), 5),
        median(lambda: connection.execute(best, (programme,)).fetchall(), 5),
        2,
    )


def window(path: Path) -> list[Measure]:
    """A window with the large file beside an empty one, each in a process of its own."""
    ours = _child("tests.bench.window", str(path))
    empty = _child("tests.bench.empty_window")
    return [
        Measure(
            "window ready, first page of members shown",
            ours["ready"] - ours["key"],
            empty["ready"],
            4,
        ),
        Measure("memory of that window", ours["memory"], empty["memory"], 2, "MB"),
        Measure("(deriving the key, left out above)", ours["key"], empty["ready"], 99),
    ]


def compiled() -> dict[str, str]:
    """The environment of a program whose modules are compiled, as they are where it is installed."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    return {**environment, "REMBUK_PASSPHRASE": volume.PASSPHRASE}


def _child(module: str, *arguments: str) -> dict[str, float]:
    """Median of five starts. Modules are compiled once before, as they are where Rembuk is installed."""
    told = [
        json.loads(
            subprocess.run(
                [sys.executable, "-m", module, *arguments],
                capture_output=True,
                text=True,
                check=True,
                env=compiled(),
            ).stdout
        )
        for _ in range(6)
    ][1:]
    return {key: numbers.median(one[key] for one in told) for key in told[0]}
