"""Commands about a workspace file as a whole: make, look at, check, back up, restore, protect."""

import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from db.errors import UserError
from desktop.command_line.opening import (
    File,
    Json,
    PassphraseFile,
    author,
    opened,
    passphrase,
    voice_of,
)
from resources.texts import N_, Texts

FactsOnly = Annotated[
    bool,
    typer.Option("--facts-only", help=N_("Only what the sources state, without made-up people")),
]
Name = Annotated[
    str, typer.Option("--name", metavar="TEXT", help=N_("Name of the workspace; else the file's"))
]
Folder = Annotated[
    Path | None,
    typer.Option("--to", metavar="DIR", help=N_("Folder for the backup; else beside the file")),
]
Backup = Annotated[Path, typer.Argument(metavar="BACKUP", help=N_("Backup to restore"))]
NewPassphraseFile = Annotated[
    Path | None,
    typer.Option("--new-passphrase-file", metavar="F", help=N_("File with the new passphrase")),
]
Remove = Annotated[bool, typer.Option("--remove", help=N_("Take the protection away"))]

COUNTED = {
    "people": N_("Members"),
    "organizations": N_("Organizations"),
    "programmes": N_("Programmes"),
    "forums": N_("Forums"),
    "activities": N_("Activities"),
    "sessions": N_("Sessions"),
    "participations": N_("Registrations"),
    "attendances": N_("Attendance marks"),
    "agreements": N_("Agreements"),
    "action_plans": N_("Follow-up plans"),
}
TWO_WISHES = N_("Choose one: --new-passphrase-file or --remove.")
DIFFER = N_("The two passphrases differ; nothing was changed.")
NOBODY_TO_ASK = N_(
    "Give the new passphrase with --new-passphrase-file, or take it away with --remove."
)


def new(
    context: typer.Context, file: File, name: Name = "", passphrase_file: PassphraseFile = None
) -> None:
    """Make an empty workspace."""
    from db.database import Database

    Database.create(
        file, name=name or file.stem, passphrase=passphrase(passphrase_file), author=author()
    ).close()
    _made(context, file)


def demo(
    context: typer.Context,
    file: File,
    facts_only: FactsOnly = False,
    passphrase_file: PassphraseFile = None,
) -> None:
    """Make the demo workspace."""
    from db.demo import build

    build(file, facts_only=facts_only, passphrase=passphrase(passphrase_file))
    _made(context, file)


def info(
    context: typer.Context, file: File, json: Json = False, passphrase_file: PassphraseFile = None
) -> None:
    """Say what is in a workspace."""
    import msgspec

    from db.queries import workspace_info

    voice = voice_of(context)
    with opened(file, passphrase_file) as database:
        found = database.read(workspace_info.info)
        size = file.stat().st_size
    if json:
        voice.answer({**msgspec.to_builtins(found), "size": size})
    else:
        voice.pairs(_said_info(voice.t, found, size))


def check(
    context: typer.Context, file: File, json: Json = False, passphrase_file: PassphraseFile = None
) -> int:
    """Check pages, references, log and rows; status 1 where something is wrong."""
    voice = voice_of(context)
    with opened(file, passphrase_file) as database:
        problems = database.check()
    if json:
        voice.answer({"problems": problems})
    else:
        for problem in problems:
            voice.say(problem)
        voice.say(
            voice.t(
                N_("The file is damaged: restore a backup.")
                if problems
                else N_("The file is whole.")
            )
        )
    return 1 if problems else 0


def backup(
    context: typer.Context, file: File, to: Folder = None, passphrase_file: PassphraseFile = None
) -> None:
    """Write a backup and say where it is."""
    with opened(file, passphrase_file) as database:
        place = database.back_up(to)
    voice_of(context).say(str(place))


def restore(context: typer.Context, backup: Backup, file: File) -> None:
    """Put a backup in a place where no file is."""
    from db import backup as backups

    backups.restore(backup, file)
    voice = voice_of(context)
    voice.say(voice.t(N_("Restored: {name}"), name=file))


def change_passphrase(
    context: typer.Context,
    file: File,
    new_passphrase_file: NewPassphraseFile = None,
    remove: Remove = False,
    passphrase_file: PassphraseFile = None,
) -> None:
    """Set, change or remove the passphrase of a workspace."""
    voice = voice_of(context)
    fresh = _wanted(voice.t, new_passphrase_file, remove=remove)
    with opened(file, passphrase_file) as database:
        database.change_passphrase(fresh)
    voice.say(voice.t(N_("Passphrase changed") if fresh else N_("Protection taken away")))


def _made(context: typer.Context, file: Path) -> None:
    voice = voice_of(context)
    voice.say(voice.t(N_("Made: {name}"), name=file))


def _said_info(t: Texts, found: Any, size: int) -> list[tuple[str, str]]:
    return [
        (t(N_("Name")), found.name),
        *((t(COUNTED[thing]), t.number(number)) for thing, number in found.counts.items()),
        (t(N_("Changes")), t.number(found.changes)),
        (t(N_("Computer")), found.device),
        (t(N_("Schema")), str(found.schema)),
        (t(N_("Size")), f"{t.number(size / 1_000_000, 1)} MB"),
    ]


def _wanted(t: Texts, file: Path | None, *, remove: bool) -> str | None:
    """The new passphrase, from a file or from the keyboard; None takes the protection away."""
    if file is not None and remove:
        raise UserError(TWO_WISHES)
    if remove:
        return None
    if file is not None:
        return passphrase(file)
    if sys.stdin is None or not sys.stdin.isatty():
        raise UserError(NOBODY_TO_ASK)
    from getpass import getpass

    fresh = getpass(t(N_("New passphrase")) + ": ")
    if fresh != getpass(t(N_("The same passphrase once more")) + ": "):
        raise UserError(DIFFER)
    if not fresh:
        raise UserError(NOBODY_TO_ASK)
    return fresh
