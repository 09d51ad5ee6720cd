"""What is under way: who asked for it, what is done with the answer, and how it is stopped. Knows no threads."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject

from db.errors import UserError
from desktop.texts import N_

STOPPED = N_("Stopped. Nothing was changed.")
_TOLD_EACH = 0.1  # seconds

Then = Callable[[Any], None]
Step = Callable[[int, int], None]
"""``step(done, total)`` tells how far work is; it raises Cancelled where the user wants to stop."""


class Cancelled(Exception):  # noqa: N818 - not an error
    """The user asked to stop."""


@dataclass(eq=False, slots=True)
class Job:
    """Something under way. ``cancel`` is looked at wherever progress is told; ``steps``: it is told.

    ``dropped``: nobody wants the answer any more; nothing is told. ``ended``: the answer came.
    ``alone``: it waits for the work beside the queue to end.
    """

    owner: QObject
    work: Callable[["Job"], Any]
    then: Then
    refused: Callable[[UserError], None] | None = None
    key: str | None = None
    announces: bool = False
    steps: bool = False
    alone: bool = False
    cancelled: bool = False
    dropped: bool = False
    ended: bool = False
    progress: Callable[["Job", int, int], None] | None = None
    _told: float = 0.0

    def cancel(self) -> None:
        """Stop at the next step; nothing is written."""
        self.cancelled = True

    def step(self, done: int, total: int) -> None:
        """Tell how far the work is. Raises Cancelled where the user wants to stop."""
        if self.cancelled:
            raise Cancelled
        now = time.monotonic()
        if self.progress is not None and now - self._told >= _TOLD_EACH:
            self._told = now
            self.progress(self, done, total)

    def asks(self) -> dict[str, Any]:
        """What the work is called with besides its own: the way to tell how far it is."""
        return {"step": self.step} if self.steps else {}
