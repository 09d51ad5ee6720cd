"""Merging a file: the union of two logs, and the rows that it touched folded anew. All of it or nothing."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import msgspec

from db import erasures
from db.engine import IntegrityError
from db.errors import UserError
from db.log import capture, stamp, writing
from db.log.changes import Changes
from db.log.identity import device_number
from db.migrations.schema import SCHEMA
from db.queries import circle as queries
from db.queries.exchange import seen
from db.sync import package, peers
from db.sync.holder import Holder, tails
from db.sync.package import ChangeLine, ContentLine, EditLine, Header, Line, Manifest
from db.sync.rows import Rows
from db.sync.union import BadLineError, Union
from db.workspace import introduce_device
from resources.texts import N_

TAKEN_IN = N_("Take in a file")
OTHER_CIRCLE = N_(
    "This file belongs to another workspace than the open one. Open the workspace it was made for; "
    "nothing was changed."
)
UNKNOWN_SENDER = N_(
    "This file comes from a computer that was not admitted here. Ask for its device card and admit it, "
    "or ask who sent the file; nothing was changed."
)
DISMISSED = N_(
    "{sender} was dismissed, so its files are not taken in any more. Nothing was changed."
)
NEWER_SCHEMA = N_(
    "{sender} has a newer Rembuk. Update Rembuk on this computer, then open the file again; "
    "nothing was changed."
)
GAP = N_(
    "A file from before this one is missing here: it brought the work of {missing}. "
    "Ask {sender} for a complete file; nothing was changed."
)
TWICE = N_(
    "Two different entries have the same number, because a copy of the file of {device} was used "
    "further. Ask {sender} for a complete file; nothing was changed."
)
CLOCK = N_(
    "The clock of {sender} shows {theirs}, the clock here shows {ours}. "
    "If the file is right nevertheless, take it in all the same."
)

INCOMPLETE = N_(
    "This file refers to entries that are not here. Ask {sender} for a complete file; "
    "nothing was changed."
)

_AHEAD = timedelta(days=1)


class ClockError(UserError):
    """The sender's clock is far ahead; people may say that the file is right nevertheless."""


@dataclass(frozen=True, slots=True)
class Counted:
    """Rows of a table that are new here, and that became different."""

    new: int
    changed: int


@dataclass(frozen=True, slots=True)
class Author:
    """Who made how many of the changes, on which computer."""

    name: str
    device: str
    changes: int


@dataclass(frozen=True, slots=True)
class Merged:
    """What a file brought, or would bring. ``things``: table → counts; ``known``: changes that were here.

    ``conflicts``: how many values of it are open for review; ``erased``: people who were blanked;
    ``new_people``: ids; times are UTC.
    """

    sender: str
    owner: str | None
    device: str
    made_at: str
    changes: int
    known: int
    things: dict[str, Counted]
    authors: tuple[Author, ...]
    conflicts: int
    contents: int
    erased: int
    new_people: tuple[str, ...]


def merge(holder: Holder, data: bytes, *, clock_is_right: bool = False) -> tuple[Merged, Changes]:
    """Take a file in, inside the transaction of the caller.

    Raises UserError where the file is damaged, not for us, from somebody unknown or dismissed, from a
    newer program, of another workspace, or starts after what is here; ClockError where the clock of its
    sender is more than a day ahead.
    """
    head, sender, lines = package.unsealed(data, holder.keys, lambda h: trusted(holder, h))
    return Merge(holder, head, sender).take(lines, clock_is_right=clock_is_right)


def trusted(holder: Holder, head: Header) -> str:
    """What people call the sender of a header. Raises UserError for one that is not believed."""
    circle = holder.circle
    if head.circle != circle.founder:
        raise UserError(OTHER_CIRCLE)
    member = circle.by_key(head.key)
    if member is None:
        raise UserError(UNKNOWN_SENDER)
    if member.grant.dismissed:
        raise UserError(DISMISSED, sender=member.row.name)
    device = _device(head.sender)
    writes_as = circle.of(device)
    if writes_as is not None and writes_as.grant.sign != head.key:
        raise UserError(UNKNOWN_SENDER)
    name = member.row.name if writes_as is None else circle.name(device)
    if head.schema > SCHEMA:
        raise UserError(NEWER_SCHEMA, sender=name)
    return name


def manifest_of(lines: Iterator[Line], head: Header, sender: str) -> Manifest:
    """The first line, which must say what the open header says."""
    manifest = next(lines, None)
    if (
        not isinstance(manifest, Manifest)
        or manifest.circle != head.circle
        or manifest.sender != head.sender
    ):
        raise UserError(package.FALSIFIED, sender=sender)
    return manifest


class Merge:
    """One merge: the lines are read once, the rows are folded at the end. ``name``: of the sender; ``ready``: see ``Rows``."""

    def __init__(
        self, holder: Holder, head: Header, name: str, ready: Callable[[], None] | None = None
    ) -> None:
        self._holder = holder
        self._connection = holder.connection
        self._head = head
        self._sender = _device(head.sender)
        self._name = name
        self._seen = seen(holder.reader)
        self._gave_way: int | None = None
        self._erased = 0
        last = tails(holder.reader)
        self._rows = Rows(holder.connection, last, ready)
        self._union = Union(holder, self._rows, self._seen, last, self._give_way)

    def take(self, lines: Iterator[Line], *, clock_is_right: bool) -> tuple[Merged, Changes]:
        """Write what the lines say."""
        manifest = manifest_of(lines, self._head, self._name)
        if manifest.workspace != self._holder.workspace:
            raise UserError(OTHER_CIRCLE)
        if not clock_is_right:
            self._look_at_clock(manifest)
        self._refuse_gaps(manifest)
        self._rows.seen = {_device(text): seq for text, (seq, _) in manifest.vector.items()}
        self._connection.execute("UPDATE log_state SET capture = 0")
        try:
            self._unite(lines)
            self._rows.fold()
        except (BadLineError, msgspec.MsgspecError, IntegrityError) as error:
            raise UserError(package.DAMAGED, sender=self._name) from error
        if not self._rows.are_whole():
            raise UserError(INCOMPLETE, sender=self._name)
        self._believe()
        self._derive()
        self._remember(manifest)
        self._connection.execute("UPDATE log_state SET capture = 1")
        self._erase()
        if self._gave_way is not None:
            introduce_device(self._connection, self._holder.pen, before=self._gave_way)
        return self._merged(manifest), self._changes()

    def _look_at_clock(self, manifest: Manifest) -> None:
        now = stamp.now()
        limit = now + _AHEAD
        own = int(self._holder.reader.value("SELECT stamp FROM log_state"))
        theirs = datetime.fromisoformat(manifest.now)
        if manifest.stamp > max(own, int(limit.timestamp() * 1000) << stamp.COUNTER_BITS):
            newest = stamp.milliseconds(manifest.stamp) / 1000
            theirs = max(theirs, datetime.fromtimestamp(newest, UTC))
        if theirs > limit:
            raise ClockError(
                CLOCK,
                sender=self._name,
                theirs=theirs.isoformat(timespec="seconds"),
                ours=now.isoformat(timespec="seconds"),
            )

    def _refuse_gaps(self, manifest: Manifest) -> None:
        if manifest.scope:
            self._refuse_scoped_gap(manifest)
        for text, start in manifest.base.items():
            if not manifest.scope and self._seen.get(_device(text), 0) < start:
                missing = self._holder.circle.name(_device(text))
                raise UserError(GAP, sender=self._name, missing=missing)
        for text, (seq, at) in manifest.vector.items():
            device = _device(text)
            here = self._seen.get(device, 0)
            if device == self._holder.device and seq > here:
                self._give_way()
            elif here >= seq and not manifest.scope and self._stamp(device, seq) != at:
                name = self._holder.circle.name(device)
                raise UserError(TWICE, sender=self._name, device=name)

    def _refuse_scoped_gap(self, manifest: Manifest) -> None:
        took = self._holder.reader.value(
            "SELECT number FROM peer WHERE device = ? AND scope = ?",
            (self._sender, manifest.scope),
        )
        if manifest.since > (took or 0):
            raise UserError(GAP, sender=self._name, missing=self._name)

    def _unite(self, lines: Iterator[Line]) -> None:
        contents = False
        for line in lines:
            if isinstance(line, ChangeLine):
                self._union.change(line)
            elif isinstance(line, EditLine):
                self._union.edit(line)
            elif isinstance(line, ContentLine):
                if not contents:
                    self._union.write()
                    self._rows.fold()
                    contents = True
                self._union.content(line)
            else:
                raise BadLineError("manifest twice")
        self._union.write()

    def _give_way(self) -> None:
        """Others have changes under our number that are not here: we write under another from now on."""
        if self._gave_way is None:
            self._gave_way = writing.renumber(self._connection)

    def _believe(self) -> None:
        """Certificates and orders that came in hold, or the file was falsified."""
        touched = self._union.touched
        circle = self._holder.circle
        if "device" in touched:
            circle = queries.circle(self._holder.reader)
            if not all(circle.holds(row) for row in touched["device"]):
                raise UserError(package.FALSIFIED, sender=self._name)
        for row in touched.get("erasure", ()):
            order = self._connection.execute(
                "SELECT certificate, person_id, date, naming FROM erasure WHERE id = ?", (row,)
            ).fetchone()
            if not circle.ordered(*order):
                raise UserError(package.FALSIFIED, sender=self._name)

    def _erase(self) -> None:
        """Blank what was erased, there or here, and came in nevertheless."""
        touched = self._union.touched
        people = erasures.concerned(self._connection, touched)
        people.update(
            person
            for row in touched.get("erasure", ())
            for (person,) in self._connection.execute(
                "SELECT person_id FROM erasure WHERE id = ?", (row,)
            )
        )
        self._erased = len(people)
        if people:
            erasures.blank(self._connection, sorted(people))

    def _derive(self) -> None:
        """What is looked up from rows and kept beside them; the search index is the door's."""
        if "person" in self._union.touched:
            capture.find_merged(self._connection)

    def _remember(self, manifest: Manifest) -> None:
        """What is here now, and what the sender told of itself."""
        self._connection.execute("UPDATE log_state SET stamp = max(stamp, ?)", (manifest.stamp,))
        if not manifest.scope:
            for text, (seq, _) in manifest.vector.items():
                self._advance(_device(text), seq)
        peers.note(self._connection, self._sender, manifest)
        peers.remember_file(
            self._connection,
            [self._head.sender],
            self._union.by.total(),
            self._head.sha256,
            incoming=True,
        )

    def _advance(self, device: int, seq: int) -> None:
        """Changes of a device are here up to ``seq``; refused where the file promised more than it held."""
        here = self._seen.get(device, 0)
        if seq <= here:
            return
        (found,) = self._connection.execute(
            "SELECT count(*) FROM change WHERE device = ? AND seq > ? AND seq <= ?",
            (device, here, seq),
        ).fetchone()
        if found != seq - here:
            raise UserError(package.DAMAGED, sender=self._name)
        self._connection.execute(
            "INSERT OR REPLACE INTO seen (device, seq) VALUES (?, ?)", (device, seq)
        )

    def _stamp(self, device: int, seq: int) -> int | None:
        found = self._holder.reader.value(
            "SELECT stamp FROM change WHERE device = ? AND seq = ?", (device, seq)
        )
        return None if found is None else int(found)

    def _merged(self, manifest: Manifest) -> Merged:
        rows = self._rows
        member = self._holder.circle.by_key(self._head.key)
        return Merged(
            sender=self._name,
            owner=None if member is None else member.row.owner,
            device=self._head.sender,
            made_at=manifest.now,
            changes=self._union.by.total(),
            known=self._union.known,
            things={
                table: Counted(len(rows.new[table]), len(rows.changed[table]))
                for table in sorted(rows.new.keys() | rows.changed.keys())
                if rows.new[table] or rows.changed[table]
            },
            authors=self._authors(),
            conflicts=rows.conflicts,
            contents=self._union.contents,
            erased=self._erased,
            new_people=tuple(sorted(rows.new.get("person", ()))),
        )

    def _authors(self) -> tuple[Author, ...]:
        found: Counter[tuple[str, int]] = Counter()
        for edit, changes in self._union.by.items():
            author, device = self._connection.execute(
                "SELECT author, device FROM edit WHERE id = ?", (edit,)
            ).fetchone()
            found[author, device] += changes
        circle = self._holder.circle
        return tuple(
            Author(author, circle.name(device), changes)
            for (author, device), changes in found.most_common()
        )

    def _changes(self) -> Changes:
        touched = self._union.touched
        return Changes("", TAKEN_IN, {table: frozenset(rows) for table, rows in touched.items()})


def _device(text: str) -> int:
    try:
        return device_number(text)
    except ValueError as error:
        raise UserError(package.NOT_WHOLE) from error
