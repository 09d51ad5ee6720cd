"""Tasks that are done while they are asked for: pictures and tests need no waiting."""

from collections.abc import Callable
from typing import Any

from desktop.tasks import Tasks


class InlineTasks(Tasks):
    """The same, at once and without threads."""

    paints_first = False

    def _start(self) -> None:
        self._data = _Inline()  # type: ignore[assignment]  # has what is used of an executor
        self._render = self._beside = _Inline()  # type: ignore[assignment]  # as above


class _Inline:
    """An executor that does the work while it is asked."""

    def submit(self, work: Callable[..., Any], *args: Any) -> "_Inline":
        work(*args)
        return self

    def result(self) -> None:
        """Done already."""

    def shutdown(self, **_: Any) -> None:
        """Nothing to wait for."""
