"""What nobody caught: written to a log without personal data, and told once."""

import datetime as dt
import sys
import traceback
from collections.abc import Callable
from types import TracebackType

from db.log.identity import home

LOG = "rembuk.log"


def install(tell: Callable[[], None]) -> None:
    """Handle exceptions that reach the top: log them, then ``tell`` the user that it was our fault."""

    def handle(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        record(error)
        tell()

    sys.excepthook = handle


def record(error: BaseException) -> None:
    """Log where it happened and of what kind it was; never the message, which may hold a name."""
    place = home() / LOG
    place.parent.mkdir(parents=True, exist_ok=True)
    lines = [
        f"  {frame.name} ({frame.filename.rsplit('/', 1)[-1]}:{frame.lineno})"
        for frame in traceback.extract_tb(error.__traceback__)
    ]
    time = dt.datetime.now().astimezone().isoformat(timespec="seconds")
    with place.open("a", encoding="utf-8") as log:
        log.write("\n".join([f"{time} {type(error).__name__}", *lines, ""]))
