"""How the command line speaks: text for people, JSON for programs, refusals. The only file that prints."""

import os
import sys
from collections.abc import Sequence
from typing import Any, TextIO

from db.errors import InvalidDraftError, UserError
from resources.texts import Texts

WIDEST = 60  # letters of a column of a table for people
_GAP = "  "


class NobodyListens(Exception):  # noqa: N818 - no error: `rembuk list … | head` is usual
    """What reads our answer has closed its end."""


class Voice:
    """Speaks one language. ``t`` translates; answers go to standard output, refusals to standard error."""

    def __init__(self, t: Texts) -> None:
        self.t = t
        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):
                # A file or a pipe gets UTF-8; an old console loses a sign rather than the answer.
                encoding = None if stream.isatty() else "utf-8"
                stream.reconfigure(encoding=encoding, errors="replace")

    def say(self, text: str) -> None:
        """A line for people."""
        _print(text, sys.stdout)

    def answer(self, value: Any) -> None:
        """JSON: dataclasses as objects, sets as sorted lists, dates as stored."""
        import msgspec

        text = msgspec.json.encode(value, order="deterministic")
        self.say(msgspec.json.format(text, indent=2).decode())

    def table(self, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Lines with columns under their heads; the first column is never cut."""
        lines = [heads, *([cells[0], *map(_cut, cells[1:])] for cells in rows)]
        widths = [max(len(line[i]) for line in lines) for i in range(len(heads))]
        for line in lines:
            self.say(
                _GAP.join(cell.ljust(w) for cell, w in zip(line, widths, strict=True)).rstrip()
            )

    def pairs(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Lines of a label and what belongs to it."""
        width = max(len(label) for label, _ in pairs)
        for label, value in pairs:
            self.say(f"{label.ljust(width)}{_GAP}{value}")

    def refuse(self, error: UserError) -> None:
        """One sentence on standard error; of a draft, one for each field that is wrong."""
        problems = error.problems if isinstance(error, InvalidDraftError) else None
        if problems is None:
            self.complain(self.t(error.text, **error.facts))
        for problem in problems or ():
            self.complain(f"{problem.field}: {self.t(problem.text, **problem.facts)}")

    def complain(self, text: str) -> None:
        """A line on standard error."""
        _print(text, sys.stderr)


def hold_standard_files() -> None:
    """Open what the caller closed: a workspace opened as file 1 or 2 would be written over by a message."""
    for number in (0, 1, 2):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)


def fall_silent() -> None:
    """Let the interpreter end without a complaint about an answer that nobody reads."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            os.dup2(nowhere, stream.fileno())


def flush() -> None:
    """Hand over what is still held back. Raises NobodyListens."""
    try:
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
    except BrokenPipeError as error:
        raise NobodyListens from error


def _print(text: str, stream: TextIO | None) -> None:
    """Windows gives a program without console no stream at all."""
    if stream is None:
        return
    try:
        print(text, file=stream)
    except BrokenPipeError as error:
        raise NobodyListens from error


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= WIDEST else f"{line[: WIDEST - 1]}…"
