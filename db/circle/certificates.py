"""Who belongs to the circle: certificates that those who may admit have signed, down from its founder.

The circle is named after the key of the computer that founded it, so everybody can follow the chain. A
computer is its keys: a copied or restored file writes under a new number and with the same keys.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import msgspec

from db.circle import keys
from db.circle.keys import Keys
from db.log.identity import device_number, device_text

_NUMBER = re.compile("[0-9a-f]{12}")


@dataclass(frozen=True, slots=True)
class Scope:
    """What a computer gets: everything of these districts and these programmes; nothing named means all."""

    districts: tuple[str, ...] = ()
    programmes: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The same text for the same scope; empty for all."""
        if not self.districts and not self.programmes:
            return ""
        return msgspec.json.encode([sorted(self.districts), sorted(self.programmes)]).decode()


EVERYTHING = Scope()


@dataclass(frozen=True, slots=True)
class Grant:
    """What a certificate says of a computer, keyed by its device number (12 hex digits)."""

    circle: str
    device: str
    sign: str
    seal: str
    scope: Scope
    admits: bool
    dismissed: bool
    at: str


@dataclass(frozen=True, slots=True)
class _Certificate:
    said: str
    by: str
    signature: str


@dataclass(frozen=True, slots=True)
class DeviceRow:
    """A device as the table has it."""

    id: str
    name: str
    owner: str | None
    certificate: str | None
    follows: str | None
    removed: bool


@dataclass(frozen=True, slots=True)
class Member:
    """A computer of the circle: its row, what was granted to it, and the numbers it writes under.

    Copies of its file that nobody uses any more are left out of the numbers.
    """

    row: DeviceRow
    grant: Grant
    numbers: tuple[int, ...]


def certify(by: Keys, grant: Grant) -> str:
    """Certificate of a grant."""
    said = msgspec.json.encode(grant)
    return msgspec.json.encode(
        _Certificate(said.decode(), by.public.sign, keys.sign(by, said))
    ).decode()


def order(by: Keys, circle: str, *erasure: str) -> str:
    """The signed order to erase a person: her id, the date and what named her."""
    said = _ordered(circle, erasure)
    return msgspec.json.encode(
        _Certificate(said.decode(), by.public.sign, keys.sign(by, said))
    ).decode()


class Circle:
    """The circle as the rows of its devices tell it. Rows whose certificate does not hold say nothing."""

    def __init__(self, founder: str, devices: Iterable[DeviceRow]) -> None:
        self.founder = founder
        self._rows = {row.id: row for row in devices if _NUMBER.fullmatch(row.id)}

    @cached_property
    def _granted(self) -> dict[str, tuple[DeviceRow, Grant]]:
        """Key → row and grant, of those whose certificates lead back to the founder."""
        waiting = [(row, found) for row in self._rows.values() if (found := _read(row.certificate))]
        admitting = {self.founder}
        granted: dict[str, tuple[DeviceRow, Grant]] = {}
        while True:
            believed = [one for one in waiting if one[1].by in admitting]
            if not believed:
                return granted
            waiting = [one for one in waiting if one[1].by not in admitting]
            for row, certificate in believed:
                grant = self._checked(row, certificate)
                if grant is None:
                    continue
                granted[grant.sign] = (row, grant)
                if grant.admits:
                    admitting.add(grant.sign)

    @cached_property
    def members(self) -> tuple[Member, ...]:
        """Everybody who was ever admitted, the dismissed as well, in the order of their numbers."""
        return tuple(
            Member(
                row,
                grant,
                tuple(n for n, key in sorted(self._keys.items()) if self._is(n, key, sign)),
            )
            for sign, (row, grant) in sorted(self._granted.items(), key=lambda one: one[1][0].id)
        )

    def _is(self, device: int, key: str, sign: str) -> bool:
        return key == sign and not self._rows[device_text(device)].removed

    @cached_property
    def _keys(self) -> dict[int, str]:
        """Number of a device → key that it works under."""
        own = {row.id: grant.sign for row, grant in self._granted.values()}
        found = {}
        for device in self._rows:
            at, seen = device, set()
            while at not in own and at in self._rows and at not in seen:
                seen.add(at)
                at = self._rows[at].follows or ""
            if at in own:
                found[device_number(device)] = own[at]
        return found

    def by_key(self, key: str) -> Member | None:
        """The member that signs with this key."""
        return next((one for one in self.members if one.grant.sign == key), None)

    def of(self, device: int) -> Member | None:
        """The member that writes under this number."""
        key = self._keys.get(device)
        return None if key is None else self.by_key(key)

    def name(self, device: int) -> str:
        """What people call a device."""
        row = self._rows.get(device_text(device))
        return device_text(device) if row is None else row.name

    def holds(self, device: str) -> bool:
        """Whether the row of a device is one, and its certificate holds where it has one."""
        row = self._rows.get(device)
        if row is None or row.certificate is None:
            return row is not None
        return any(device == known.id for known, _ in self._granted.values())

    def ordered(self, certificate: str, *erasure: str) -> bool:
        """Whether an order to erase was given by somebody who may; arguments as of ``order``."""
        found = _read(certificate)
        said = _ordered(self.founder, erasure)
        return (
            found is not None
            and found.said.encode() == said
            and found.by in self._granted
            and self._granted[found.by][1].admits
            and keys.is_signed(found.by, said, found.signature)
        )

    def _checked(self, row: DeviceRow, found: _Certificate) -> Grant | None:
        if not keys.is_signed(found.by, found.said.encode(), found.signature):
            return None
        try:
            grant = msgspec.json.decode(found.said, type=Grant)
        except msgspec.MsgspecError:
            return None
        return grant if grant.circle == self.founder and grant.device == row.id else None


def _ordered(circle: str, erasure: tuple[str, ...]) -> bytes:
    return msgspec.json.encode(["erase", circle, *erasure])


def _read(certificate: str | None) -> _Certificate | None:
    if certificate is None:
        return None
    try:
        return msgspec.json.decode(certificate, type=_Certificate)
    except msgspec.MsgspecError:
        return None
