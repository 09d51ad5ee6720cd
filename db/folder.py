"""Files of ours on a disk: one for somebody, or a shared folder.

In a shared folder every computer leaves its newest file there and takes in what the others left.

What carries the folder (a stick, Syncthing, Nextcloud) is not our business. Files that are being copied
are read again the next time.
"""

import hashlib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from db.database import Database
from db.errors import UserError
from db.log.changes import Changes, Done
from db.log.identity import device_text
from db.queries.circle import called
from db.rules.file_kinds import EXCHANGE
from db.sync import incoming, outgoing, package
from db.sync.holder import Holder
from db.sync.incoming import Merged
from db.sync.outgoing import Made
from db.sync.package import Manifest
from resources.texts import N_

NO_FOLDER = N_("There is no folder at this place. Perhaps the USB stick is not plugged in.")

ALL = "all"
_HALF = (package.NOT_WHOLE, package.DAMAGED, package.NOT_OURS)
_NOT_MEANT = (incoming.OTHER_CIRCLE,)


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that was not taken in, and the sentence that says why."""

    name: str
    error: UserError


@dataclass(frozen=True, slots=True)
class Visit:
    """What came of one look into the folder. ``waiting``: files that are not whole yet."""

    merged: tuple[Merged, ...]
    waiting: tuple[str, ...]
    refused: tuple[Refused, ...]
    written: tuple[str, ...]


def visit(database: Database, folder: Path, *, photos: bool = True) -> Done[Visit]:
    """Take in what is new in a folder, then leave there what is new here.

    Raises UserError where the folder is not there or cannot be written.
    """
    if not folder.is_dir():
        raise UserError(NO_FOLDER)
    merged: list[Done[Merged]] = []
    waiting: list[str] = []
    refused: list[Refused] = []
    for path in sorted(folder.glob(f"*{EXCHANGE}")):
        try:
            data = package.read_file(path)
            if database.hand_over(_is_new, data):
                merged.append(database.merge(data))
        except UserError as error:
            if error.text in _HALF:
                waiting.append(path.name)
            elif error.text not in _NOT_MEANT:
                refused.append(Refused(path.name, error))
    written = _leave(database, folder, photos=photos)
    came = tuple(done.value for done in merged)
    rows: dict[str, set[str]] = defaultdict(set)
    for done in merged:
        for table, moved in done.changes.rows.items():
            rows[table] |= moved
    return Done(
        Visit(came, tuple(waiting), tuple(refused), tuple(written)),
        Changes(
            "" if came else None, incoming.TAKEN_IN, {t: frozenset(r) for t, r in rows.items()}
        ),
    )


def hand_out(
    database: Database,
    place: Path,
    to: Sequence[str],
    *,
    photos: bool = True,
    complete: bool = False,
) -> list[tuple[Path, Made]]:
    """Write a file for computers by number or name, or for ``all``; answers where, and what is in it.

    Those who get a part get a file of their own, beside the one for the others.
    """
    made = database.hand_over(_made, to, photos=photos, complete=complete)
    written = []
    for number, one in enumerate(made):
        part = f"-{one.devices[0][-4:]}" if number else ""
        path = place.with_name(f"{place.stem}{part}{place.suffix or EXCHANGE}")
        package.save(path, one.data)
        written.append((path, one))
    return written


def hand_out_starter(database: Database, place: Path, device: str) -> None:
    """Write the first file of a computer that was admitted."""
    package.save(place, database.hand_over(_starter, device))


def _starter(holder: Holder, device: str) -> bytes:
    return outgoing.starter(holder, called(holder.reader, device)).data


def _made(holder: Holder, to: Sequence[str], *, photos: bool, complete: bool) -> list[Made]:
    if ALL in to:
        groups = outgoing.everybody(holder)
    else:
        groups = outgoing.by_scope([called(holder.reader, one) for one in to])
    return [outgoing.make(holder, group, photos=photos, complete=complete) for group in groups]


def _is_new(holder: Holder, data: bytes) -> bool:
    """Whether a file is one of others that was not taken in yet."""
    head = package.header_of(data)
    own = head.sender == device_text(holder.device) and head.circle == holder.circle.founder
    known = holder.reader.value(
        "SELECT 1 FROM exchanged_file WHERE incoming AND sha256 = ?", (head.sha256,)
    )
    return not own and not known


def _leave(database: Database, folder: Path, *, photos: bool) -> list[str]:
    written = []
    for name, data in database.hand_over(_news, folder, photos=photos):
        package.save(folder / name, data)
        written.append(name)
    return written


def _news(holder: Holder, folder: Path, *, photos: bool) -> list[tuple[str, bytes]]:
    """Files of ours that differ from those in the folder."""
    found = []
    told = _told(outgoing.says(holder))
    for group in outgoing.everybody(holder):
        scope = group[0].grant.scope.key
        part = f"-{hashlib.sha256(scope.encode()).hexdigest()[:8]}" if scope else ""
        name = f"rembuk-{device_text(holder.device)}{part}{EXCHANGE}"
        if not _stands(holder, folder / name, [one.row.id for one in group], told):
            found.append((name, outgoing.make(holder, group, photos=photos).data))
    return found


def _stands(holder: Holder, path: Path, recipients: list[str], told: object) -> bool:
    """Whether our file in the folder still says all that we could say, to all who may hear it."""
    if not path.exists():
        return False
    try:
        head, sender, lines = package.unsealed(
            package.read_file(path), holder.keys, lambda head: incoming.trusted(holder, head)
        )
        left = incoming.manifest_of(lines, head, sender)
    except UserError:
        return False
    return list(head.recipients) == recipients and _told(left) == told


def _told(manifest: Manifest) -> object:
    return manifest.vector, manifest.taken, manifest.wanted
