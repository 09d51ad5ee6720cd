"""Commands about exchange by file: files that go out, files that come in, conflicts, erasure."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from desktop.command_line.opening import (
    File,
    Json,
    PassphraseFile,
    opened,
    voice_of,
)
from resources.texts import N_, NN_

if TYPE_CHECKING:
    from db.sync.incoming import Merged

Out = Annotated[Path, typer.Option("--out", metavar="PATH", help=N_("File to write"))]
To = Annotated[
    list[str], typer.Option("--to", metavar="DEVICE", help=N_("For whom: a number, a name, or all"))
]
WithoutPhotos = Annotated[
    bool, typer.Option("--without-photos", help=N_("Photos and documents wait for another file"))
]
Complete = Annotated[
    bool, typer.Option("--complete", help=N_("Everything, whatever the other has already"))
]
Package = Annotated[Path, typer.Argument(metavar="PACKAGE", help=N_("Exchange file"))]
ClockIsRight = Annotated[
    bool,
    typer.Option(
        "--clock-is-right", help=N_("Take it in although the clock of its sender is ahead")
    ),
]
Conflict = Annotated[
    str, typer.Argument(metavar="CONFLICT", help=N_("Id from the list of conflicts"))
]
Take = Annotated[
    str, typer.Option("--take", metavar="here|there|VALUE", help=N_("Which value stands"))
]
Folder = Annotated[Path, typer.Argument(metavar="DIR", help=N_("Shared folder"))]
Person = Annotated[str, typer.Argument(metavar="PERSON", help=N_("Id of a member"))]
Reason = Annotated[str, typer.Option("--reason", metavar="TEXT", help=N_("Why; without any name"))]

MADE = NN_("Made: {name} ({n} change)", "Made: {name} ({n} changes)")
LATER = NN_(
    "{n} photo or document waits for a later file.",
    "{n} photos or documents wait for a later file.",
)
JOINED = N_(
    "{name} ({id}) was taken for the same person as somebody who was erased. "
    "Erase that member as well, or say “sync apart”."
)
CAME = NN_("{sender}: {n} change", "{sender}: {n} changes")


def make(
    context: typer.Context,
    file: File,
    to: To,
    out: Out,
    without_photos: WithoutPhotos = False,
    complete: Complete = False,
    json: Json = False,
    passphrase_file: PassphraseFile = None,
) -> None:
    """Write a file with everything that others are not known to have."""
    from db.folder import hand_out

    with opened(file, passphrase_file) as database:
        written = hand_out(database, out, to, photos=not without_photos, complete=complete)
    voice = voice_of(context)
    if json:
        voice.answer(
            [
                {
                    "file": str(place),
                    "devices": one.devices,
                    "changes": one.changes,
                    "contents": one.contents,
                    "waiting": one.waiting,
                    "bytes": len(one.data),
                }
                for place, one in written
            ]
        )
        return
    t = voice.t
    for place, one in written:
        voice.say(t.count(*MADE, one.changes, name=place))
        if one.waiting:
            voice.say(t.count(*LATER, one.waiting))


def preview(
    context: typer.Context,
    file: File,
    package: Package,
    json: Json = False,
    passphrase_file: PassphraseFile = None,
) -> None:
    """Say what a file would bring; nothing is changed."""
    from db.sync.package import read_file

    with opened(file, passphrase_file) as database:
        found, alike, _ = database.preview(read_file(package))
    _tell_merged(context, found, alike, json=json)


def merge(
    context: typer.Context,
    file: File,
    package: Package,
    clock_is_right: ClockIsRight = False,
    json: Json = False,
    passphrase_file: PassphraseFile = None,
) -> None:
    """Take a file in, after a backup."""
    from db.queries import duplicates
    from db.sync.package import read_file

    with opened(file, passphrase_file) as database:
        found = database.merge(read_file(package), clock_is_right=clock_is_right).value
        alike, _ = database.read(duplicates.among, found.new_people)
    _tell_merged(context, found, alike, json=json)


def conflicts(
    context: typer.Context, file: File, json: Json = False, passphrase_file: PassphraseFile = None
) -> None:
    """List what was entered in several places without knowledge of each other."""
    from db.queries import conflicts as questions

    voice = voice_of(context)
    with opened(file, passphrase_file) as database:
        found, joined = database.read(questions.conflicts), database.read(questions.joined)
    if json:
        voice.answer([_conflict(one) for one in found])
        return
    t = voice.t
    heads = [
        "id",
        *map(t, (N_("Field"), N_("Before"), N_("Here"), N_("There"), N_("Who"), N_("When"))),
    ]
    voice.table(heads, [_conflict_line(one) for one in found])
    for one in joined:
        voice.say(t(JOINED, name=one.shown, id=one.id))


def apart(
    context: typer.Context, file: File, person: Person, passphrase_file: PassphraseFile = None
) -> None:
    """Say that a member is not the erased person whom somebody took for the same."""
    from db.edits import erasures as edits

    with opened(file, passphrase_file) as database:
        database.back_up_daily()
        database.edit(edits.keep_apart, person)
    voice = voice_of(context)
    voice.say(voice.t(N_("Kept; it travels with the next file.")))


def resolve(
    context: typer.Context,
    file: File,
    conflict: Conflict,
    take: Take,
    passphrase_file: PassphraseFile = None,
) -> None:
    """Decide which value stands."""
    from db.edits import conflicts as edits

    with opened(file, passphrase_file) as database:
        database.back_up_daily()
        database.edit(edits.resolve, conflict, take)
    voice_of(context).say(conflict)


def folder(
    context: typer.Context,
    file: File,
    directory: Folder,
    without_photos: WithoutPhotos = False,
    json: Json = False,
    passphrase_file: PassphraseFile = None,
) -> None:
    """Take in what others left in a shared folder, and leave there what is new here."""
    from db.folder import visit

    voice = voice_of(context)
    t = voice.t
    with opened(file, passphrase_file) as database:
        found = visit(database, directory, photos=not without_photos).value
    refused = [(one.name, t(one.error.text, **one.error.facts)) for one in found.refused]
    if json:
        voice.answer(
            {
                "merged": [_merged(one, 0) for one in found.merged],
                "waiting": found.waiting,
                "refused": [{"file": name, "reason": reason} for name, reason in refused],
                "written": found.written,
            }
        )
        return
    for one in found.merged:
        voice.say(t.count(*CAME, one.changes, sender=one.sender))
    for name in found.waiting:
        voice.say(t(N_("{name} is not whole yet; it is looked at again the next time."), name=name))
    for name, reason in refused:
        voice.complain(f"{name}: {reason}")
    for name in found.written:
        voice.say(t(N_("Made: {name}"), name=name))


def erase(
    context: typer.Context,
    file: File,
    person: Person,
    reason: Reason,
    passphrase_file: PassphraseFile = None,
) -> None:
    """Forget a person for ever; what is counted stays right."""
    from desktop.kit.wording import ERASED

    with opened(file, passphrase_file) as database:
        rows = database.erase(person, reason).value
    voice = voice_of(context)
    t = voice.t
    voice.say(t(N_("Erased: {ids}"), ids=", ".join(rows)))
    voice.say(t(ERASED))


def _merged(found: "Merged", alike: int) -> dict[str, Any]:
    import msgspec

    from db.queries.workspace_info import COUNTED

    things = {table: thing for thing, table in COUNTED.items()}
    told: dict[str, Any] = msgspec.to_builtins(found)
    told["things"] = {things.get(table, table): counts for table, counts in told["things"].items()}
    del told["new_people"]
    return {**told, "duplicates": alike}


def _tell_merged(context: typer.Context, found: "Merged", alike: int, *, json: bool) -> None:
    from desktop.command_line.cells import local_time
    from exports.kit.field_words import TABLES

    voice = voice_of(context)
    t = voice.t
    if json:
        voice.answer(_merged(found, alike))
        return
    voice.pairs(
        [
            (t(N_("From")), " · ".join(filter(None, (found.sender, found.owner)))),
            (t(N_("Made on")), local_time(found.made_at)),
            (t(N_("Changes")), t.number(found.changes)),
            (t(N_("To decide")), t.number(found.conflicts)),
            (t(N_("May be known already")), t.number(alike)),
            (t(N_("Photos and documents")), t.number(found.contents)),
        ]
    )
    voice.table(
        [t(head) for head in (N_("What"), N_("New"), N_("Changed"))],
        [
            [t(TABLES.get(table, table)), t.number(one.new), t.number(one.changed)]
            for table, one in found.things.items()
        ],
    )


def _conflict(one: Any) -> dict[str, Any]:
    import msgspec

    told: dict[str, Any] = msgspec.to_builtins(one)
    told["thing"] = told.pop("table")
    told["values"] = [told["here"], told["there"], *told["others"]]
    return told


def _conflict_line(one: Any) -> list[str]:
    from desktop.command_line.cells import local_time

    said = [
        "" if value is None else str(value)
        for value in (one.before, one.here.value, one.there.value)
    ]
    return [
        one.id,
        one.field,
        *said,
        one.there.owner or one.there.author or one.there.device,
        local_time(one.there.time),
    ]


COMMANDS: dict[str, tuple[Callable[..., Any], str]] = {
    "make": (make, N_("Write a file with what others are not known to have")),
    "preview": (preview, N_("Say what a file would bring")),
    "merge": (merge, N_("Take a file in")),
    "conflicts": (conflicts, N_("List what was entered differently in several places")),
    "apart": (apart, N_("Say that a member is not the person who was erased")),
    "resolve": (resolve, N_("Decide which value stands")),
    "folder": (folder, N_("Exchange through a shared folder")),
}
