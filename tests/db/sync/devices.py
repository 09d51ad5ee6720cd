"""Several computers on one: each with its own application data, its file, its clock."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

from db.circle import cards
from db.circle.certificates import EVERYTHING, Scope
from db.database import Database
from db.edits import devices as devices_edits
from db.errors import UserError
from db.queries.circle import called
from db.sync import outgoing
from db.sync.incoming import Merged

NOON = 1_795_262_400 * 10**9
"""All clocks stand still at one moment, so that stamps are equal as often as they can be."""


class Computer:
    """A laptop with a workspace; ``ahead``: seconds that its clock is off."""

    def __init__(self, folder: Path, name: str) -> None:
        self.folder = folder
        self.name = name
        self.path = folder / f"{name}.rembuk"
        self.ahead = 0
        self.database: Database
        folder.mkdir(parents=True, exist_ok=True)

    @contextmanager
    def at_work(self) -> Iterator[Database]:
        """Everything inside happens on this computer."""
        with self.here():
            yield self.database

    @contextmanager
    def here(self) -> Iterator[None]:
        """The application data and the clock of this computer."""
        with (
            mock.patch.dict(os.environ, {"REMBUK_HOME": str(self.folder / "home")}),
            mock.patch("db.log.stamp.time.time_ns", return_value=NOON + self.ahead * 10**9),
        ):
            yield

    def edit(self, edit, *args, **kwargs):
        """Carry out an edit; answers what it answers."""
        with self.at_work() as database:
            return database.edit(edit, *args, **kwargs).value

    def read(self, query, *args, **kwargs):
        with self.at_work() as database:
            return database.read(query, *args, **kwargs)

    def make(self, *to: "Computer", **options) -> bytes:
        """A file for these computers; without any, for all."""
        with self.at_work() as database:
            return database.hand_over(_make, [one.name for one in to], **options)

    def merge(self, data: bytes) -> Merged:
        with self.at_work() as database:
            return database.merge(data, clock_is_right=True).value

    def card(self) -> cards.Card:
        with self.here():
            return cards.make(self.name, f"Pemilik {self.name}")

    def admit(self, other: "Computer", scope: Scope = EVERYTHING, *, admits: bool = False) -> None:
        """Admit a computer and start it."""
        card = other.card()
        self.edit(devices_edits.admit, card, scope, admits=admits)
        other.start(self.starter(other), card)

    def starter(self, other: "Computer") -> bytes:
        return self.make(other, complete=True)

    def start(self, data: bytes, card: cards.Card) -> None:
        with self.here():
            self.database = Database.start(self.path, data, card, author=self.name)

    def found(self) -> None:
        """The first computer, with a new workspace."""
        with self.here():
            self.database = Database.create(self.path, name="Forum Uji", author=self.name)
            device = self.database.read(lambda r: r.value("SELECT id FROM device"))
            self.database.edit(devices_edits.rename, device, self.name, f"Pemilik {self.name}")

    def open(self) -> None:
        with self.here():
            self.database = Database.open(self.path, author=self.name)

    def reopen(self) -> None:
        with self.here():
            self.database.close()
            self.database = Database.open(self.path, author=self.name)

    def close(self) -> None:
        self.database.close()


def _make(holder, to, **options) -> bytes:
    members = [called(holder.reader, name) for name in to] or outgoing.everybody(holder)[0]
    return outgoing.make(holder, members, **options).data


def contents(computer: Computer) -> dict[str, list[tuple]]:
    """Every exchanged row of a file, table by table."""
    from db.log.capture import exchanged_tables

    with computer.at_work() as database:
        connection = database._connection
        return {
            table: connection.execute(f"SELECT * FROM {table} ORDER BY id").fetchall()
            for table in exchanged_tables(connection)
        }


__all__ = ["Computer", "UserError", "contents"]
