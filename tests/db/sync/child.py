"""A program of its own that merges, writes a file or backs up, so that it can be killed in the middle."""

import sys
from pathlib import Path

from db.database import Database
from db.sync import outgoing, package


def _make(holder) -> bytes:
    return outgoing.make(holder, outgoing.everybody(holder)[0], complete=True).data


def main() -> None:
    what, file, other = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    database = Database.open(file, author="Anak")
    data = other.read_bytes() if what == "merge" else b""
    print("ready", flush=True)  # noqa: T201
    if what == "merge":
        database.merge(data, clock_is_right=True)
    elif what == "export":
        package.save(other, database.hand_over(_make))
    else:
        database.back_up()
    database.close()
    print("done", flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
