"""What is known of other devices: what the newest file that came from each told, and which files went and came."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from db.engine import Connection
from db.log.identity import device_number, device_text
from db.log.stamp import time_text
from db.sync.holder import Holder
from db.sync.package import Manifest


@dataclass(frozen=True, slots=True)
class Known:
    """What recipients are taken to have: device → seq; contents that they lack.

    ``since``, ``covered``: the last file for their scope that they took in, and what they had after it.
    """

    vector: dict[int, int]
    wanted: frozenset[str]
    since: int
    covered: dict[int, int]


NOTHING = Known({}, frozenset(), 0, {})


def note(connection: Connection, sender: int, manifest: Manifest) -> None:
    """Write down what a file tells of its sender; one that is older than what is known changes little."""
    known = connection.execute(
        "SELECT stamp, scope, number, covered FROM peer WHERE device = ?", (sender,)
    ).fetchone()
    took = ("", 0, "{}") if known is None else known[1:]
    if manifest.scope and (manifest.scope != took[0] or manifest.number > took[1]):
        vector = {text: seq for text, (seq, _) in manifest.vector.items()}
        took = (manifest.scope, manifest.number, json.dumps(vector))
    if known is not None and manifest.stamp < known[0]:
        connection.execute(
            "UPDATE peer SET scope = ?, number = ?, covered = ? WHERE device = ?",
            (*took, sender),
        )
        return
    vector_of_sender = {device_number(text): seq for text, (seq, _) in manifest.vector.items()}
    connection.execute(
        "INSERT OR REPLACE INTO peer (device, made_at, came_at, stamp, vector, taken, wanted, scope,"
        " number, covered) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(sender, manifest.now, time_text(), manifest.stamp),
            *(json.dumps(vector_of_sender), json.dumps(manifest.taken)),
            *(json.dumps(manifest.wanted), *took),
        ),
    )


def remember_file(
    connection: Connection, devices: Sequence[str], changes: int, sha256: str, *, incoming: bool
) -> None:
    """Write down a file that was made for devices, or came from one."""
    connection.execute(
        "INSERT INTO exchanged_file (at, incoming, devices, changes, sha256) VALUES (?, ?, ?, ?, ?)",
        (time_text(), incoming, json.dumps(devices), changes, sha256),
    )


def heard(holder: Holder, number: int, scope: str) -> Known | None:
    """What the newest file of a device says; ``since`` and ``covered``: of our scoped files."""
    found = holder.reader.one(
        lambda *row: row, "SELECT vector, wanted, taken FROM peer WHERE device = ?", (number,)
    )
    if found is None:
        return None
    vector, wanted, taken = map(json.loads, found)
    own = device_text(holder.device)
    since, covered = next(
        ((n, c) for device, key, n, c in taken if (device, key) == (own, scope)), (0, {})
    )
    return Known(
        {int(device): seq for device, seq in vector.items()},
        frozenset(wanted),
        since,
        {device_number(device): seq for device, seq in covered.items()},
    )
