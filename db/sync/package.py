"""The exchange file (``*.rembuk-sync``): a signed header, and lines of JSON that only its recipients can read.

    line 1   what kind of file it is, and the version of the format
    line 2   the header as JSON
    line 3   signature of line 2 by the sender
    rest     age(zstd(lines)): the manifest, edits, changes, contents of attachments, the end

Nothing here knows tables. What comes from outside is bounded before it is believed.
"""

import contextlib
import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import msgspec
from msgspec import Raw, Struct

from db.circle import keys as crypto
from db.circle.keys import Keys
from db.errors import UserError
from db.rules.file_kinds import EXCHANGE_MAGIC
from resources.texts import N_

FORMAT = 1

_MIB = 1024**2
LARGEST_FILE = 512 * _MIB
LARGEST_UNPACKED = 2048 * _MIB
_LARGEST_HEADER = 64 * 1024
_LONGEST_LINE = 64 * _MIB
_CHUNK = _MIB
_WINDOW = 1 << 27  # bytes that zstd may look back; more would cost the reader that much memory

NOT_OURS = N_("This is no exchange file of Rembuk. Choose a file that ends in .rembuk-sync.")
NEWER = N_(
    "This file was made by a newer Rembuk. Update Rembuk on this computer, then open the file again; "
    "nothing was changed."
)
DAMAGED = N_(
    "This file is damaged or was not copied completely. Copy it again, or ask {sender} for a new one; "
    "nothing was changed."
)
TOO_LARGE = N_("This file is too large to be an exchange file. Nothing was changed.")
FALSIFIED = N_(
    "This file was changed after {sender} made it. Do not use it and ask {sender} for a new one; "
    "nothing was changed."
)
NOT_WRITTEN = N_(
    "The file {name} could not be written there. Perhaps the disk is full or the folder is protected: "
    "choose another place."
)
NOT_WHOLE = N_(
    "This file is damaged or was not copied completely. Copy it again; nothing was changed."
)


class Header(Struct, frozen=True, forbid_unknown_fields=True):
    """What everybody can read. ``sender``: device number; ``key``: its public key; ``size``: bytes that follow."""

    circle: str
    sender: str
    key: str
    schema: int
    recipients: tuple[str, ...]
    created: str
    size: int = 0
    unpacked: int = 0
    sha256: str = ""


Vector = dict[str, tuple[int, int]]
"""Device number (12 hex digits) → its highest ``seq`` without gap, and the stamp of that change."""


class Manifest(Struct, frozen=True, array_like=True, tag="m"):
    """What recipients are told first.

    ``base``: what they are taken to have, device → seq; ``vector``: what they have after this file.
    ``scope``: key of the scope it was made for, empty for everything; ``number`` counts the files of a
    scope, ``since`` is the one that the recipient took in last. ``taken``: sender, scope, number and
    vector of the scoped files that this device took in. ``wanted``: contents that it lacks, by SHA-256.
    """

    workspace: str
    circle: str
    sender: str
    stamp: int
    now: str
    base: dict[str, int]
    vector: Vector
    scope: str = ""
    number: int = 0
    since: int = 0
    taken: tuple[tuple[str, str, int, dict[str, int]], ...] = ()
    wanted: tuple[str, ...] = ()


class EditLine(Struct, frozen=True, array_like=True, tag="e"):
    """A row of the table ``edit``."""

    id: str
    device: int
    stamp: int
    author: str
    made_at: str
    label: str
    kind: str
    target: str | None
    first_seq: int | None
    last_seq: int | None


class ChangeLine(Struct, frozen=True, array_like=True, tag="c"):
    """A row of the table ``change``; ``before`` and ``after`` are JSON objects."""

    device: int
    seq: int
    stamp: int
    edit: str
    table: str
    row: str
    before: Raw
    after: Raw


class ContentLine(Struct, frozen=True, array_like=True, tag="a"):
    """What an attachment holds."""

    sha256: str
    content: bytes


class End(Struct, frozen=True, array_like=True, tag="end"):
    """The last line; a stream that was cut has none."""

    lines: int


Line = Manifest | EditLine | ChangeLine | ContentLine | End


def write(keys: Keys, header: Header, seals: Iterable[str], lines: Iterable[bytes]) -> bytes:
    """The whole file. ``lines``: JSON lines in blocks, manifest first, without the end; ``seals``: for whom."""
    import zstandard

    unpacked = count = 0
    packer = zstandard.ZstdCompressor(level=3).compressobj()
    packed = []
    for block in lines:
        unpacked += len(block)
        count += block.count(b"\n")
        packed.append(packer.compress(block))
    end = msgspec.json.encode(End(count)) + b"\n"
    packed += [packer.compress(end), packer.flush()]
    payload = crypto.seal(b"".join(packed), seals)
    said = msgspec.json.encode(
        msgspec.structs.replace(
            header,
            size=len(payload),
            unpacked=unpacked + len(end),
            sha256=hashlib.sha256(payload).hexdigest(),
        )
    )
    signature = crypto.sign(keys, said).encode()
    return b"%s%d\n%s\n%s\n%s" % (EXCHANGE_MAGIC, FORMAT, said, signature, payload)


def read_file(path: Path) -> bytes:
    """The bytes of a file. Raises UserError where it is none of ours or too large."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise UserError(TOO_LARGE)
        return path.read_bytes()
    except OSError as error:
        raise UserError(NOT_OURS) from error


def unsealed(
    data: bytes, keys: Keys, trusted: Callable[[Header], str]
) -> tuple[Header, str, Iterator[Line]]:
    """Header, sender and lines of a file; the lines are read as they are asked for.

    ``trusted`` answers what people call the sender of a header, and raises UserError for one that is
    not believed. Raises UserError for everything that is not exactly what the sender made; of the lines,
    while they are read.
    """
    said, signature, start = _head(data)
    header, payload = _header(said), memoryview(data)[start:]
    sender = trusted(header)
    if not crypto.is_signed(header.key, said, signature.decode("ascii", "replace")):
        raise UserError(FALSIFIED, sender=sender)
    if len(payload) != header.size or hashlib.sha256(payload).hexdigest() != header.sha256:
        raise UserError(DAMAGED, sender=sender)
    return header, sender, _lines(header, crypto.unseal(keys, bytes(payload), sender), sender)


def header_of(data: bytes) -> Header:
    """The header alone, not believed yet. Raises UserError where there is none."""
    return _header(_head(data)[0])


def _head(data: bytes) -> tuple[bytes, bytes, int]:
    """Header, signature, and where the rest starts."""
    head = data[:_LARGEST_HEADER].split(b"\n", 3)
    if not head[0].startswith(EXCHANGE_MAGIC):
        raise UserError(NOT_OURS)
    if head[0] != b"%s%d" % (EXCHANGE_MAGIC, FORMAT):
        version = head[0].removeprefix(EXCHANGE_MAGIC)
        raise UserError(NEWER if version.isdigit() and len(version) < 9 else NOT_OURS)
    if len(head) < 4:
        raise UserError(NOT_WHOLE)
    return head[1], head[2], sum(len(part) + 1 for part in head[:3])


def _header(said: bytes) -> Header:
    try:
        header = msgspec.json.decode(said, type=Header)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise UserError(NOT_WHOLE) from error
    if header.unpacked > LARGEST_UNPACKED or header.size > LARGEST_FILE:
        raise UserError(TOO_LARGE)
    return header


def _lines(header: Header, packed: bytes, sender: str) -> Iterator[Line]:
    decoder = msgspec.json.Decoder(Line)
    count, end = 0, None
    try:
        for text in _split(_unpacked(packed, header.unpacked)):
            if end is not None:
                raise ValueError("lines after the end")
            line = decoder.decode(text)
            if isinstance(line, End):
                end = line
            else:
                count += 1
                yield line
        if end is None or end.lines != count:
            raise ValueError("lines are missing")
    except (msgspec.MsgspecError, ValueError) as error:
        raise UserError(DAMAGED, sender=sender) from error


def _unpacked(packed: bytes, declared: int) -> Iterator[bytes]:
    """The stream in blocks; never more than was declared. Raises ValueError where it is not exactly that."""
    import zstandard

    left = declared
    reader = zstandard.ZstdDecompressor(max_window_size=_WINDOW).stream_reader(packed)
    try:
        while block := reader.read(_CHUNK):
            left -= len(block)
            if left < 0:
                raise ValueError("more than declared")
            yield block
    except zstandard.ZstdError as error:
        raise ValueError("not zstd") from error
    if left:
        raise ValueError("less than declared")


def _split(blocks: Iterable[bytes]) -> Iterator[bytes]:
    rest = b""
    for block in blocks:
        *whole, rest = (rest + block).split(b"\n") if rest else block.split(b"\n")
        yield from whole
        if len(rest) > _LONGEST_LINE:
            raise ValueError("line too long")
    if rest:
        raise ValueError("last line cut")


def save(path: Path, data: bytes) -> None:
    """Write a file whole or not at all, and read it back: sticks are pulled out early.

    Raises UserError where it cannot be written, or is not what was written.
    """
    partial = path.with_name(f".{path.name}.partial")
    try:
        with partial.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if partial.read_bytes() != data:
            raise UserError(NOT_WRITTEN, name=path.name)
        partial.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            partial.unlink()
        raise UserError(NOT_WRITTEN, name=path.name) from error
