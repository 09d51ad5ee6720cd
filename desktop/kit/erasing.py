"""Forgetting a person for ever: the reason is asked for, and is the yes."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from desktop.desk import Desk
from desktop.kit.wording import ERASED


def erase(
    desk: Desk, owner: QObject, person: str, asked: str, then: Callable[[], None] | None = None
) -> None:
    """Ask in the words of ``asked``; ``then`` is done where the person was erased."""
    reason = desk.dialogs.text(asked)
    if reason is None:
        return

    def erased(_: Any) -> None:
        if then is not None:
            then()
        desk.navigation.say(desk.t(ERASED))

    desk.tasks.call(owner, erased, lambda database: database.erase(person, reason), announces=True)
