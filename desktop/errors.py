"""What nobody caught: written to a log without personal data, and told once."""

import logging
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
    logger = logging.getLogger("rembuk")
    if not logger.handlers:
        handler = logging.FileHandler(place, encoding="utf-8")
        handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
        logger.addHandler(handler)
        logger.propagate = False
    logger.error("\n".join([type(error).__name__, *lines]))
