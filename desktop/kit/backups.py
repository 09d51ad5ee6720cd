"""Choosing a backup to put back: the newest ones of some workspaces, or any file."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.desk import Desk
from desktop.kit.dialogs import OTHER
from desktop.texts import N_, Texts


@dataclass(frozen=True, slots=True)
class Kept:
    """A backup, and the file name of the workspace that it was made of."""

    place: Path
    workspace: str


def choose_backup(
    desk: Desk,
    owner: QWidget,
    workspaces: Callable[[Any], list[Path]],
    then: Callable[[Path], object],
) -> None:
    """Ask for a backup; ``then`` gets it. ``workspaces(database)`` says whose backups are offered."""
    desk.tasks.call(
        owner,
        lambda found: _ask(desk, found, then),
        lambda database: _kept(workspaces(database)),
    )


def said(t: Texts, kept: Kept, *, named: bool, seconds: bool = False) -> str:
    """A backup as people tell it from others: its day and time, and of which workspace."""
    from db import backup

    made = backup.made_at(kept.place)
    if made is None:
        when = kept.place.stem
    else:
        when = f"{t.day_and_date(made.date())}, {t.time(f'{made:%H:%M:%S}' if seconds else f'{made:%H:%M}')}"
    return f"{kept.workspace} · {when}" if named else when


def _kept(workspaces: list[Path]) -> list[Kept]:
    """Read beside the window: the folder may lie on a slow stick."""
    from db import backup

    return [
        Kept(place, workspace.stem)
        for workspace in workspaces
        for place in backup.backups(workspace)
    ]


def _ask(desk: Desk, found: list[Kept], then: Callable[[Path], object]) -> None:
    t = desk.t
    named = len({one.workspace for one in found}) > 1
    texts = [said(t, one, named=named) for one in found]
    if len(set(texts)) < len(texts):
        texts = [said(t, one, named=named, seconds=True) for one in found]
    position: int | None = OTHER
    if found:
        position = desk.dialogs.choose(
            t(
                N_(
                    "Which backup? It is put back as a new file; the workspace stays as it is beside it."
                )
            ),
            texts,
            t(N_("Restore")),
            t(N_("Another file …")),
        )
    if position is None:
        return
    chosen = (
        desk.dialogs.open_file(t(N_("Open a backup")))
        if position == OTHER
        else found[position].place
    )
    if chosen is not None:
        then(chosen)
