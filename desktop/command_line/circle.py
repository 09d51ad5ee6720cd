"""Commands about the circle of computers: cards, admission, first files."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

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
from resources.texts import N_

if TYPE_CHECKING:
    from db.circle.certificates import Scope
    from db.engine import Reader

Card = Annotated[
    Path,
    typer.Argument(metavar="CARD", help=N_("Device card: its file, or a picture of its QR code")),
]
CardOption = Annotated[
    Path, typer.Option("--card", metavar="CARD", help=N_("The card that was made on this computer"))
]
Device = Annotated[
    str, typer.Argument(metavar="DEVICE", help=N_("Number or name of a computer; here: this one"))
]
Name = Annotated[str, typer.Option("--name", metavar="TEXT", help=N_("Name of this computer"))]
NewName = Annotated[str, typer.Argument(metavar="NAME", help=N_("What people call it"))]
Owner = Annotated[str, typer.Option("--owner", metavar="TEXT", help=N_("Who uses it"))]
Picture = Annotated[
    Path | None, typer.Option("--qr", metavar="PNG", help=N_("Write the card as a QR code as well"))
]
ScopeOption = Annotated[
    list[str] | None,
    typer.Option(
        "--scope",
        metavar="TEXT",
        help=N_("Only this district or programme, by code or name; may be given several times"),
    ),
]
Admits = Annotated[
    bool, typer.Option("--admits", help=N_("This computer may admit others, and erase people"))
]
Starter = Annotated[Path, typer.Argument(metavar="STARTER", help=N_("Starter file"))]
NewFile = Annotated[Path, typer.Argument(metavar="NEWFILE", help=N_("Workspace to make"))]
Out = Annotated[Path, typer.Option("--out", metavar="PATH", help=N_("File to write"))]
To = Annotated[str, typer.Option("--to", metavar="DEVICE", help=N_("For whom: a number or a name"))]

NO_SUCH_SCOPE = N_(
    "There is no district and no programme “{name}”, or more than one. Give its code."
)


def card(
    context: typer.Context,
    file: File,
    out: Out,
    name: Name = "",
    owner: Owner = "",
    qr: Picture = None,
    passphrase_file: PassphraseFile = None,
) -> None:
    """Make the device card of this computer, for a file that is still to come."""
    from db.circle import cards
    from db.queries import exchange
    from db.sync import package

    if file.exists() and not (name and owner):
        with opened(file, passphrase_file) as database:
            known = database.read(exchange.here)
        name, owner = name or known[0], owner or known[1]
    made = cards.make(name or file.stem, owner or author())
    package.save(out, made.text().encode())
    if qr is not None:
        from exports.kit.qr import png

        package.save(qr, png(made.text()))
    voice = voice_of(context)
    voice.say(voice.t(N_("Made: {name}"), name=out))
    voice.say(voice.t(N_("Check digits: {digits}"), digits=made.digits))


def admit(
    context: typer.Context,
    file: File,
    card: Card,
    scope: ScopeOption = None,
    admits: Admits = False,
    passphrase_file: PassphraseFile = None,
) -> None:
    """Admit a computer by its card; prints its number."""
    from db.circle import cards
    from db.edits import devices as edits

    found = cards.open_card(card)
    with opened(file, passphrase_file) as database:
        database.back_up_daily()
        wanted = database.read(_scope, scope or [])
        device = database.edit(edits.admit, found, wanted, admits=admits).value
    voice = voice_of(context)
    voice.say(device)
    voice.complain(voice.t(N_("Check digits: {digits}"), digits=found.digits))


def name_device(
    context: typer.Context,
    file: File,
    device: Device,
    name: NewName,
    owner: Owner = "",
    passphrase_file: PassphraseFile = None,
) -> None:
    """Say what people call a computer, and who uses it."""
    from db.edits import devices as edits

    with opened(file, passphrase_file) as database:
        database.back_up_daily()
        database.edit(edits.rename, database.read(_number, device), name, owner)
    voice_of(context).say(name)


def dismiss(
    context: typer.Context, file: File, device: Device, passphrase_file: PassphraseFile = None
) -> None:
    """Dismiss a computer: later files are not readable by it."""
    from db.edits import devices as edits

    with opened(file, passphrase_file) as database:
        database.back_up_daily()
        database.edit(edits.dismiss, database.read(_number, device))
    voice = voice_of(context)
    voice.say(voice.t(N_("Dismissed: {name}"), name=device))


def devices(
    context: typer.Context, file: File, json: Json = False, passphrase_file: PassphraseFile = None
) -> None:
    """List the computers of the circle."""
    from db.queries import exchange

    voice = voice_of(context)
    with opened(file, passphrase_file) as database:
        found = database.read(exchange.devices)
    if json:
        voice.answer(found)
    else:
        _tell_devices(context, found)


def starter(
    context: typer.Context, file: File, to: To, out: Out, passphrase_file: PassphraseFile = None
) -> None:
    """Write the first file for a computer that was admitted."""
    from db.folder import hand_out_starter

    with opened(file, passphrase_file) as database:
        hand_out_starter(database, out, to)
    voice = voice_of(context)
    voice.say(voice.t(N_("Made: {name}"), name=out))


def start(
    context: typer.Context,
    starter: Starter,
    file: NewFile,
    card: CardOption,
    passphrase_file: PassphraseFile = None,
) -> None:
    """Make the workspace of this computer from its starter file."""
    from db.circle import cards
    from db.database import Database
    from db.sync import package

    found = cards.open_card(card)
    Database.start(
        file,
        package.read_file(starter),
        found,
        passphrase=passphrase(passphrase_file),
        author=author() or found.owner,
    ).close()
    voice = voice_of(context)
    voice.say(voice.t(N_("Made: {name}"), name=file))


def _scope(reader: "Reader", wanted: list[str]) -> "Scope":
    from db.circle.certificates import Scope
    from db.queries import exchange

    districts: list[str] = []
    programmes: list[str] = []
    for text in wanted:
        kind, row = exchange.area(reader, text)
        if row is None:
            raise UserError(NO_SUCH_SCOPE, name=text)
        (districts if kind == "district" else programmes).append(row)
    return Scope(tuple(districts), tuple(programmes))


def _number(reader: "Reader", device: str) -> str:
    from db.queries.circle import called

    return called(reader, device).row.id


def _tell_devices(context: typer.Context, found: list[Any]) -> None:
    from desktop.command_line.cells import local_time
    from desktop.kit.wording import device_state

    voice = voice_of(context)
    t = voice.t
    heads = (N_("Name"), N_("Who uses it"), N_("State"), N_("Received"), N_("Sent"), N_("Waiting"))
    rows = [
        [
            *(one.id, one.name, one.owner or "", t(device_state(one))),
            *("" if at is None else local_time(at) for at in (one.received, one.sent)),
            "" if one.waiting is None else t.number(one.waiting),
        ]
        for one in found
    ]
    voice.table(["id", *map(t, heads)], rows)


COMMANDS: dict[str, tuple[Callable[..., Any], str]] = {
    "card": (card, N_("Make the card of a new computer")),
    "admit": (admit, N_("Admit a computer by its card")),
    "name": (name_device, N_("Name a computer, so that others know whose it is")),
    "dismiss": (dismiss, N_("Dismiss a computer; later files are not readable by it")),
    "devices": (devices, N_("List the computers that exchange this workspace")),
    "starter": (starter, N_("Write the first file for an admitted computer")),
    "start": (start, N_("Make the workspace of this computer from its starter file")),
}
