"""Files that were damaged, cut, mixed, falsified or made to hurt: refused, with nothing changed and in bounds."""

import json
import random
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest
import zstandard
from msgspec import json as fast_json

from db.circle import keys as crypto
from db.errors import UserError
from db.sync import incoming, package
from db.sync.package import Header
from tests.db import intentions
from tests.db.sync.devices import Computer

MUTATIONS = 5000
"""Of each of four seeds: 20,000 in all."""


@pytest.fixture
def file(admin: Computer, rina: Computer) -> bytes:
    for number in range(30):
        rina.edit(intentions.add_person, f"Anggota {number}")
    return rina.make(admin)


def state(computer: Computer) -> list[tuple]:
    """All that a merge could touch, cheap to look at."""
    with computer.at_work() as database:
        return [
            database._connection.execute(f"SELECT count(*), {extra} FROM {table}").fetchone()
            for table, extra in (
                *(("change", "max(stamp)"), ("edit", "max(stamp)"), ("person", "max(name)")),
                *(("seen", "sum(seq)"), ("peer", "max(came_at)"), ("log_state", "max(stamp)")),
                *(("exchanged_file", "max(id)"), ("log_state", "min(capture)")),
            )
        ]


def mutants(data: bytes, other: bytes, chance: random.Random) -> Callable[[], bytes]:
    """Makes one damaged file after the other: bits, cuts, splices, headers, sizes."""
    head = data.index(b"\n", data.index(b"\n") + 1)

    def bit() -> bytes:
        at = chance.randrange(len(data))
        return data[:at] + bytes([data[at] ^ 1 << chance.randrange(8)]) + data[at + 1 :]

    def cut() -> bytes:
        return data[: chance.randrange(len(data))]

    def splice() -> bytes:
        first, second = sorted(chance.randrange(len(data)) for _ in range(2))
        return data[:first] + data[second:] if first != second else data + b"x"

    def mixed() -> bytes:
        at = chance.randrange(1, min(len(data), len(other)))
        return data[:at] + other[at:]

    def header() -> bytes:
        at = chance.randrange(head)
        return data[:at] + bytes([chance.randrange(256)]) + data[at:]

    def size() -> bytes:
        said = json.loads(data.split(b"\n")[1])
        said[chance.choice(("size", "unpacked"))] = chance.choice((0, -1, 1 << 40, 1 << 62, 1))
        magic, _, rest = data.split(b"\n", 2)
        return b"\n".join((magic, json.dumps(said).encode(), rest))

    def swapped() -> bytes:
        """The payload of one file under the header of another."""
        return b"\n".join((*data.split(b"\n", 3)[:3], other.split(b"\n", 3)[3]))

    kinds = (bit, bit, cut, splice, mixed, header, size, swapped)
    return lambda: chance.choice(kinds)()


def refuse_all(computer: Computer, data: bytes, other: bytes, count: int, seed: int) -> int:
    """How many of ``count`` damaged files were refused; each must leave everything as it was."""
    chance = random.Random(seed)
    damaged = mutants(data, other, chance)
    before = state(computer)
    refused = 0
    with computer.at_work() as database:
        for number in range(count):
            mutant = damaged()
            if mutant in (data, other):
                refused += 1
                continue
            with pytest.raises(UserError):
                database.preview(mutant)
            refused += 1
            if number % 100 == 0:
                assert state(computer) == before
    assert state(computer) == before
    return refused


@pytest.mark.parametrize("seed", range(4))
def test_every_damage_is_refused_and_changes_nothing(
    admin: Computer, rina: Computer, file: bytes, seed: int
) -> None:
    rina.edit(intentions.add_person, "Lain")
    other = rina.make(admin)

    assert refuse_all(admin, file, other, MUTATIONS, seed) == MUTATIONS
    with admin.at_work() as database:
        assert database.check() == []
    assert admin.merge(file).changes == 30


def sealed(admin: Computer, rina: Computer, lines: list[bytes], **header: object) -> bytes:
    """A file of Rina's keys with what she would never write."""
    with rina.at_work() as database:

        def write(holder) -> bytes:
            said = Header(
                circle=holder.circle.founder,
                sender=f"{holder.device:012x}",
                key=holder.keys.public.sign,
                schema=3,
                recipients=(),
                created="2026-11-21T00:00:00+00:00",
            )
            seals = [one.grant.seal for one in holder.circle.members]
            return package.write(holder.keys, said, seals, lines)

        data = database.hand_over(write)
    assert admin is not rina
    return resigned(rina, data, **header) if header else data


def resigned(rina: Computer, data: bytes, **changes: object) -> bytes:
    """The same file with another header, signed again."""
    magic, said, _, payload = data.split(b"\n", 3)
    fields = {**json.loads(said), **changes}
    text = fast_json.encode(fields)
    with rina.at_work() as database:
        signature = database.hand_over(lambda holder: crypto.sign(holder.keys, text))
    return b"\n".join((magic, text, signature.encode(), payload))


def first_line(rina: Computer, data: bytes) -> bytes:
    """The manifest of an honest file."""
    with rina.at_work() as database:

        def read(holder) -> bytes:
            payload = data.split(b"\n", 3)[3]
            packed = crypto.unseal(holder.keys, payload, "")
            return zstandard.ZstdDecompressor().decompressobj().decompress(packed).split(b"\n")[0]

        return database.hand_over(read) + b"\n"


@pytest.mark.parametrize(
    "line",
    [
        b'["c",5,1,9,"nobody","person","x",{},{"name":"Y"}]',
        b'["e","e1",5,9,"a","2026","l","edit",null,1,1]\n["c",5,1,9,"e1","no_table","x",{},{}]',
        b'["e","e1",5,9,"a","2026","l","edit",null,1,1]\n["c",5,1,9,"e1","person","x",{},{"nope":1}]',
        b'["e","e1",5,9,"a","2026","l","edit",null,1,1]\n["c",5,1,9,"e1","person","x",{},{"name":[1]}]',
        b'["e","e1",5,9,"a","2026","l","edit",null,1,1]\n["c",5,1,9,"e1","person","x",{},{}]',
        b'["e","e1",5,9,"a","2026","l","edit",null,1,1]\n["c",5,1,9,"e1","person","x",[],{}]',
        b'["e","e1",5,9,"a","2026","l","edit",null,1,1]\n["c",5,-1,9,"e1","person","x",{},{"name":"Y"}]',
        b'["e","e1",5,9,"a","2026","l","edit",null,1,1]\n["c",5,1,99999999999999999999,"e1","person","x",{},{}]',
        b'["e","e1",5,9,"a","2026","l","edit",null,1,1]\n'
        b'["c",5,1,9,"e1","person","x",{},{"name":"Y","district_id":"nowhere"}]',
        b'["a","00","eA=="]',
        b'["z",1]',
        b"not json",
        b"",
    ],
)
def test_lines_that_no_rembuk_writes_are_refused(
    admin: Computer, rina: Computer, file: bytes, line: bytes
) -> None:
    bad = sealed(admin, rina, [first_line(rina, file), line + b"\n"])
    before = state(admin)
    with pytest.raises(UserError):
        admin.merge(bad)
    assert state(admin) == before


def test_a_file_that_unpacks_to_more_than_it_says_is_refused_in_bounds(
    admin: Computer, rina: Computer, file: bytes
) -> None:
    """200 MB of nothing pack into a few kilobytes."""
    zeros = b'"' + b"0" * (1 << 20) + b'"\n'
    bomb = sealed(admin, rina, [first_line(rina, file), *([zeros] * 200)])
    assert len(bomb) < 100_000
    for data in (resigned(rina, bomb, unpacked=1000), bomb):
        tracemalloc.start()
        with pytest.raises(UserError):
            admin.merge(data)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert peak < 24 * 1024**2


def test_sizes_beyond_the_limits_are_refused_before_anything_is_read(
    admin: Computer, rina: Computer, file: bytes, tmp_path: Path
) -> None:
    for field in ("size", "unpacked"):
        with pytest.raises(UserError) as refusal:
            admin.merge(resigned(rina, file, **{field: 1 << 42}))
        assert refusal.value.text == package.TOO_LARGE
    huge = tmp_path / "huge.rembuk-sync"
    with huge.open("wb") as sparse:
        sparse.truncate(package.LARGEST_FILE + 1)
    with pytest.raises(UserError) as refusal:
        package.read_file(huge)
    assert refusal.value.text == package.TOO_LARGE


def test_each_refusal_says_what_it_is(
    admin: Computer, rina: Computer, file: bytes, tmp_path: Path
) -> None:
    stranger = Computer(tmp_path / "stranger", "Orang lain")
    stranger.found()

    def refusal(data: bytes, computer: Computer = admin) -> str:
        with pytest.raises(UserError) as caught:
            computer.merge(data)
        return caught.value.text

    magic, said, signature, payload = file.split(b"\n", 3)
    assert refusal(b"PK\x03\x04") == package.NOT_OURS
    assert refusal(b"REMBUK-SYNC 2\n" + file.split(b"\n", 1)[1]) == package.NEWER
    assert refusal(file[:-1]) == package.DAMAGED
    assert refusal(b"\n".join((magic, said, b"00" * 64, payload))) == package.FALSIFIED
    assert refusal(resigned(rina, file, schema=99)) == incoming.NEWER_SCHEMA
    assert refusal(resigned(rina, file, key="ab" * 32)) == incoming.UNKNOWN_SENDER
    assert refusal(file, stranger) == incoming.OTHER_CIRCLE
    assert refusal(rina.make(rina), admin) == crypto.NOT_FOR_US
    assert refusal(resigned(rina, file, sender="0" * 12)) == package.FALSIFIED
    assert signature
    stranger.close()


def test_a_file_of_an_older_schema_is_taken_in(
    admin: Computer, rina: Computer, file: bytes
) -> None:
    """Older programs know fewer columns and tables; what they do not say is as it is by default."""
    assert admin.merge(resigned(rina, file, schema=2)).changes == 30
