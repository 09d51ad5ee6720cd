"""This copy of a workspace as exchange sees it: its file, its number, its keys and the circle it belongs to."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from db.circle.certificates import Circle
from db.circle.keys import Keys
from db.engine import Connection, Reader
from db.log.writing import Pen
from db.queries.circle import circle, own_keys


@dataclass
class Holder:
    """Lives for one transaction; what it looked up once stays as it was."""

    connection: Connection
    pen: Pen
    path: Path

    @cached_property
    def reader(self) -> Reader:
        """Questions inside the transaction."""
        return Reader(self.connection)

    @cached_property
    def device(self) -> int:
        """Number this copy writes under."""
        return int(self.reader.value("SELECT device FROM log_state"))

    @cached_property
    def workspace(self) -> str:
        """Id of the workspace, the same in every copy."""
        return str(self.reader.value("SELECT workspace FROM log_state"))

    @cached_property
    def keys(self) -> Keys:
        """Keys of this computer."""
        return own_keys(self.reader)

    @cached_property
    def circle(self) -> Circle:
        """Who belongs to the circle."""
        return circle(self.reader)


def devices(reader: Reader) -> Iterator[int]:
    """Every device with changes in the log, by steps through its primary key."""
    device = reader.value("SELECT min(device) FROM change")
    while device is not None:
        yield int(device)
        device = reader.value("SELECT min(device) FROM change WHERE device > ?", (device,))


def tails(reader: Reader) -> dict[int, int]:
    """Device → number of its last change in the log, with gaps or without."""
    return {
        device: int(reader.value("SELECT max(seq) FROM change WHERE device = ?", (device,)))
        for device in list(devices(reader))
    }
