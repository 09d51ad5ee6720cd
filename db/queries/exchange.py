"""Questions about the exchange: whom we know, what they have, what came from them and when."""

import json
from dataclasses import dataclass

from db.circle.certificates import Member, Scope
from db.engine import Reader
from db.log.identity import device_number, device_text
from db.queries.circle import circle


@dataclass(frozen=True, slots=True)
class DeviceRow:
    """A computer of the circle. ``here``: this one. ``copies``: further numbers its file works under.

    ``gets``: names of the districts and programmes that it gets, empty for everything.
    ``received``: when its newest file was made; ``sent``: when one was made for it last; ``waiting``: how
    many changes it is not known to have (None: everything, nothing was heard of it). Times are UTC.
    """

    id: str
    name: str
    owner: str | None
    here: bool
    admits: bool
    dismissed: bool
    scope: Scope
    gets: tuple[str, ...]
    copies: tuple[str, ...]
    received: str | None
    sent: str | None
    waiting: int | None


@dataclass(frozen=True, slots=True)
class FileRow:
    """A file that was made, or came in. ``devices``: names; ``at``: UTC."""

    at: str
    incoming: bool
    devices: tuple[str, ...]
    changes: int


def devices(reader: Reader) -> list[DeviceRow]:
    """Everybody who was ever admitted: this computer first, the dismissed last."""
    own = int(reader.value("SELECT device FROM log_state"))
    sent, whole = _sent(reader), seen(reader)
    rows = [_row(reader, member, own, sent, whole) for member in circle(reader).members]
    return sorted(rows, key=lambda row: (row.dismissed, not row.here, row.name.casefold(), row.id))


def here(reader: Reader) -> tuple[str, str]:
    """Name of this computer, and who uses it."""
    found = reader.one(
        lambda name, owner: (str(name), str(owner or "")),
        "SELECT name, owner FROM device WHERE id = (SELECT printf('%012x', device) FROM log_state)",
    )
    return found or ("", "")


def files(reader: Reader, *, limit: int = 20) -> list[FileRow]:
    """Files that were made and that came in, the newest first."""
    known = circle(reader)
    return reader.rows(
        lambda at, incoming, numbers, changes: FileRow(
            at,
            bool(incoming),
            tuple(known.name(device_number(number)) for number in json.loads(numbers)),
            changes,
        ),
        "SELECT at, incoming, devices, changes FROM exchanged_file ORDER BY id DESC LIMIT ?",
        (limit,),
    )


def _row(
    reader: Reader, member: Member, own: int, sent: dict[str, str], whole: dict[int, int]
) -> DeviceRow:
    heard = reader.rows(
        lambda made_at, vector: (made_at, json.loads(vector)),
        "SELECT made_at, vector FROM peer WHERE device IN (SELECT value FROM json_each(?))",
        (json.dumps([number for number in member.numbers if number != own]),),
    )
    return DeviceRow(
        id=member.row.id,
        name=member.row.name,
        owner=member.row.owner,
        here=own in member.numbers,
        admits=member.grant.admits,
        dismissed=member.grant.dismissed,
        scope=member.grant.scope,
        gets=_names(reader, member.grant.scope),
        copies=tuple(text for text in map(device_text, member.numbers) if text != member.row.id),
        received=max((made_at for made_at, _ in heard), default=None),
        sent=sent.get(member.row.id),
        waiting=min((_waiting(whole, vector) for _, vector in heard), default=None),
    )


def _names(reader: Reader, scope: Scope) -> tuple[str, ...]:
    return tuple(
        str(reader.value(f"SELECT name FROM {table} WHERE id = ?", (row,)) or row)
        for table, rows in (("district", scope.districts), ("programme", scope.programmes))
        for row in rows
    )


def seen(reader: Reader) -> dict[int, int]:
    """Device → how far its changes are here without gap, our own included."""
    found: dict[int, int] = dict(reader.each("SELECT device, seq FROM seen"))
    found.update(reader.each("SELECT device, seq FROM log_state WHERE seq > 0"))
    return found


def _waiting(whole: dict[int, int], vector: dict[str, int]) -> int:
    """Changes here that a device does not have, by what it told of itself."""
    return sum(max(0, seq - vector.get(str(device), 0)) for device, seq in whole.items())


def _sent(reader: Reader) -> dict[str, str]:
    """Device → when a file was made for it last."""
    return {
        device: at
        for at, numbers in reader.each(
            "SELECT at, devices FROM exchanged_file WHERE incoming = 0 ORDER BY id"
        )
        for device in json.loads(numbers)
    }


def area(reader: Reader, text: str) -> tuple[str, str | None]:
    """The district or programme that is called so: its table and id; None where it is none or several."""
    found = [
        (table, row)
        for table, sql in (
            (
                "district",
                "SELECT id FROM district WHERE removed = 0 AND (id = ?1 OR name = ?1 COLLATE NOCASE)",
            ),
            (
                "programme",
                "SELECT id FROM programme WHERE removed = 0"
                " AND (id = ?1 OR code = ?1 OR name = ?1 COLLATE NOCASE)",
            ),
        )
        for row in reader.rows(str, sql, (text.strip(),))
    ]
    return found[0] if len(found) == 1 else ("", None)
