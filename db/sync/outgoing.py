"""Making a file for others: everything that they are not known to have."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import msgspec

from db.circle.certificates import Member
from db.log.identity import device_text
from db.log.stamp import time_text
from db.migrations.schema import SCHEMA
from db.queries.exchange import seen
from db.sync import package, scopes
from db.sync.holder import Holder, devices
from db.sync.package import ContentLine, Header, Manifest
from db.sync.peers import NOTHING, Known, heard, remember_file

_BLOCK = 2000
PHOTOS = 20 * 1024**2
STARTER = 200 * 1024**2
"""So many bytes of photos and documents go with one file; the others wait for the next one."""

_EDIT = (
    "SELECT concat('[\"e\",', json_quote(id), ',', device, ',', stamp, ',', json_quote(author), ',',"
    " json_quote(made_at), ',', json_quote(label), ',', json_quote(kind), ',', json_quote(target), ',',"
    " json_quote(first_seq), ',', json_quote(last_seq), ']') FROM edit"
)
_CHANGE = (
    "SELECT concat('[\"c\",', c.device, ',', c.seq, ',', c.stamp, ',\"', c.edit, '\",\"',"
    " c.table_name, '\",', json_quote(c.row_id), ',', c.before, ',', c.after, ']')"
)


@dataclass(frozen=True, slots=True)
class Made:
    """A file that is ready to be handed over. ``waiting``: contents that had no room in it."""

    data: bytes = field(repr=False)
    devices: tuple[str, ...]
    changes: int
    contents: int
    waiting: int


def make(
    holder: Holder,
    members: Sequence[Member],
    *,
    complete: bool = False,
    photos: bool = True,
    most: int = PHOTOS,
    alone: bool = False,
) -> Made:
    """One file for members of one and the same scope.

    ``complete``: as if they had nothing yet; ``alone``: copies of our own file cannot read it.
    """
    has = NOTHING if complete else known(holder, members)
    seals = [one.grant.seal for one in members]
    if not alone:
        seals.append(holder.keys.public.seal)
    work = _Outgoing(holder, members, has, photos=photos, most=most)
    data = work.write(list(dict.fromkeys(seals)))
    made = Made(
        data,
        tuple(one.row.id for one in members),
        work.changes,
        work.contents,
        work.waiting,
    )
    remember_file(
        holder.connection,
        made.devices,
        made.changes,
        package.header_of(data).sha256,
        incoming=False,
    )
    return made


def says(holder: Holder) -> Manifest:
    """What this device tells of itself to everybody, whatever else goes into a file."""
    reader = holder.reader
    return Manifest(
        workspace=holder.workspace,
        circle=holder.circle.founder,
        sender=device_text(holder.device),
        stamp=int(reader.value("SELECT stamp FROM log_state")),
        now=time_text(),
        base={},
        vector={device_text(d): (seq, _stamp(holder, d, seq)) for d, seq in seen(reader).items()},
        taken=tuple(
            reader.rows(
                lambda device, scope, number, covered: (
                    *(device_text(device), scope, number),
                    json.loads(covered),
                ),
                "SELECT device, scope, number, covered FROM peer WHERE number > 0",
            )
        ),
        wanted=tuple(
            reader.rows(
                str,
                "SELECT DISTINCT sha256 FROM attachment WHERE removed = 0 AND sha256 IS NOT NULL"
                " AND sha256 NOT IN (SELECT sha256 FROM attachment_content) ORDER BY sha256",
            )
        ),
    )


def everybody(holder: Holder) -> list[list[Member]]:
    """Who gets a file for all, one group for each scope, those who get everything first.

    Other copies of our own file work under our keys; they read what the others read.
    """
    return by_scope(one for one in holder.circle.members if not one.grant.dismissed)


def by_scope(members: Iterable[Member]) -> list[list[Member]]:
    """Members in groups of one and the same scope, those who get everything first."""
    groups: dict[str, list[Member]] = {}
    for member in members:
        groups.setdefault(member.grant.scope.key, []).append(member)
    return [group for _, group in sorted(groups.items())]


def starter(holder: Holder, member: Member) -> Made:
    """The first file of a computer that was admitted: everything, readable by it alone."""
    return make(holder, [member], complete=True, most=STARTER, alone=True)


def known(holder: Holder, members: Iterable[Member]) -> Known:
    """What the newest files that came from these members say that they have: the least of them all.

    A member may write under several numbers, where its file was copied. Those that were never heard of
    do not count beside one that was.
    """
    told: list[Known] = []
    for member in members:
        from_it = [
            found
            for number in member.numbers
            if number != holder.device
            and (found := heard(holder, number, member.grant.scope.key)) is not None
        ]
        if not from_it and member.numbers != (holder.device,):
            return NOTHING
        told += from_it
    if not told:
        return NOTHING
    vector = dict(told[0].vector)
    for one in told[1:]:
        vector = {d: min(seq, one.vector[d]) for d, seq in vector.items() if d in one.vector}
    first = min(told, key=lambda one: one.since)
    return Known(
        vector, frozenset().union(*(one.wanted for one in told)), first.since, first.covered
    )


class _Outgoing:
    def __init__(
        self, holder: Holder, members: Sequence[Member], has: Known, *, photos: bool, most: int
    ) -> None:
        self._holder = holder
        self._members = members
        self._photos = photos
        self._left = most
        self._known = has
        self._seen = seen(holder.reader)
        self._cut = scopes.cut(holder, members[0].grant.scope, self._known.since)
        self.changes = self.contents = self.waiting = 0

    def write(self, seals: Sequence[str]) -> bytes:
        holder = self._holder
        header = Header(
            circle=holder.circle.founder,
            sender=device_text(holder.device),
            key=holder.keys.public.sign,
            schema=SCHEMA,
            recipients=tuple(one.row.id for one in self._members),
            created=time_text(),
        )
        return package.write(holder.keys, header, seals, self._lines())

    def _lines(self) -> Iterator[bytes]:
        yield msgspec.json.encode(self._manifest()) + b"\n"
        yield from self._edits()
        yield from self._changes()
        yield from self._contents()

    def _manifest(self) -> Manifest:
        return msgspec.structs.replace(
            says(self._holder),
            base={device_text(device): seq for device, seq in self._base.items()},
            scope=self._cut.scope,
            number=self._cut.number,
            since=self._cut.since,
        )

    @property
    def _starts(self) -> dict[int, int]:
        """Device → the last of its changes that recipients have."""
        return self._known.covered if self._cut.scope else self._known.vector

    @property
    def _base(self) -> dict[int, int]:
        """Where the file starts, of devices that are complete here: of those it promises to fill up."""
        starts = self._starts
        return {d: min(starts[d], seq) for d, seq in self._seen.items() if d in starts}

    def _edits(self) -> Iterator[bytes]:
        for device, start in self._parts():
            if self._cut.scope:
                where = f" WHERE device = ?1 AND id IN (SELECT c.edit {self._cut.changes})"
            else:
                where = (
                    " WHERE device = ?1 AND stamp >= coalesce((SELECT stamp FROM change"
                    " WHERE device = ?1 AND seq > ?2 ORDER BY seq LIMIT 1), 1 << 62)"
                )
            for lines in self._blocks(_EDIT + where, self._cut.bound(device, start)):
                yield _joined(lines)

    def _changes(self) -> Iterator[bytes]:
        for device, start in self._parts():
            sql = f"{_CHANGE} {self._cut.changes} ORDER BY c.seq"
            for lines in self._blocks(sql, self._cut.bound(device, start)):
                self.changes += len(lines)
                yield _joined(lines)

    def _parts(self) -> Iterator[tuple[int, int]]:
        """Each device with changes here, and the last of them that recipients have."""
        starts = self._starts
        for device in list(devices(self._holder.reader)):
            yield device, starts.get(device, 0)

    def _contents(self) -> Iterator[bytes]:
        for sha256, size in self._needed():
            if not self._photos or size > self._left:
                self.waiting += 1
                continue
            self._left -= size
            self.contents += 1
            content = self._holder.reader.value(
                "SELECT content FROM attachment_content WHERE sha256 = ?", (sha256,)
            )
            yield msgspec.json.encode(ContentLine(sha256, content)) + b"\n"

    def _needed(self) -> list[tuple[str, int]]:
        """Contents that go with the changes, and those that recipients asked for; small ones first."""
        needed = set(self._known.wanted)
        for device, start in self._parts():
            needed.update(
                self._holder.reader.rows(
                    str,
                    f"SELECT json_extract(c.after, '$.sha256') {self._cut.changes}"
                    " AND c.table_name = 'attachment' AND json_extract(c.after, '$.sha256') IS NOT NULL",
                    self._cut.bound(device, start),
                )
            )
        return self._holder.reader.rows(
            lambda sha256, size: (sha256, size),
            "SELECT sha256, length(content) FROM attachment_content WHERE sha256 IN"
            f" (SELECT value FROM json_each(?)) AND {self._cut.contents} ORDER BY 2, 1",
            (json.dumps(sorted(needed)),),
        )

    def _blocks(self, sql: str, parameters: Sequence[object]) -> Iterator[list[tuple[str]]]:
        cursor = self._holder.connection.execute(sql, parameters)
        while lines := cursor.fetchmany(_BLOCK):
            yield lines


def _joined(lines: list[tuple[str]]) -> bytes:
    return ("\n".join([line for (line,) in lines]) + "\n").encode()


def _stamp(holder: Holder, device: int, seq: int) -> int:
    return int(
        holder.reader.value("SELECT stamp FROM change WHERE device = ? AND seq = ?", (device, seq))
    )
