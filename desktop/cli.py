"""The command line: the same functions as the window, for scripts and for those who help by phone."""

import os
import sys
from dataclasses import asdict
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any

import typer

from db.errors import InvalidDraftError, UserError
from desktop.things import ADDED, LISTED
from resources.texts import N_, Texts, translator

REFUSED, WRONG_USAGE, BUG = 1, 2, 70

app = typer.Typer(no_args_is_help=False, add_completion=False, pretty_exceptions_enable=False)

File = Annotated[Path, typer.Argument(help="Workspace file (*.rembuk)")]
Json = Annotated[bool, typer.Option("--json", help="Answer as JSON")]
PassphraseFile = Annotated[
    Path | None, typer.Option("--passphrase-file", help="File whose first line is the passphrase")
]

UNKNOWN_THING = N_("There is no “{thing}”. Possible: {things}.")
NOT_JSON = N_("This is not the JSON of a {thing}: {reason}.")
NEEDS_ACTIVITY = N_("Say which activity: --activity ID.")


def run(arguments: list[str]) -> int:
    """Carry out a command; answers the exit status: 0 done, 1 refused, 2 wrong usage, 70 a bug."""
    if not arguments or _opens_window(arguments):
        return _window(Path(arguments[0]) if arguments else None)
    t = _texts()
    try:
        result = app(arguments, prog_name="rembuk", standalone_mode=False)
        return int(result or 0)
    except UserError as refusal:
        _tell(t, refusal)
        return REFUSED
    except typer.Exit as end:
        return int(end.exit_code)
    except BrokenPipeError:
        return 0
    except Exception as error:
        if hasattr(error, "show") and hasattr(error, "exit_code"):  # typer's own: wrong usage
            error.show()
            return WRONG_USAGE
        from desktop.errors import record

        record(error)
        print(t(OUR_FAULT), file=sys.stderr)
        return BUG


OUR_FAULT = N_(
    "Something went wrong inside Rembuk. The file rembuk.log says where; it holds no personal data."
)


@app.command()
def demo(file: File, facts_only: Annotated[bool, typer.Option("--facts-only")] = False) -> None:
    """Make the demo workspace."""
    import_module("db.demo").build(file, facts_only=facts_only)
    print(file)


@app.command()
def new(file: File, name: str = "", passphrase_file: PassphraseFile = None) -> None:
    """Make an empty workspace."""
    from db.database import Database

    Database.create(
        file, name=name or file.stem, passphrase=_passphrase(passphrase_file), author=_author()
    ).close()
    print(file)


@app.command()
def info(file: File, json: Json = False, passphrase_file: PassphraseFile = None) -> None:
    """Name, counts, device, schema and size of a workspace."""
    from db.queries import workspace_info

    with _open(file, passphrase_file) as database:
        found = {**asdict(database.read(workspace_info.info)), "size": file.stat().st_size}
    _answer(found, json=json)


@app.command()
def check(file: File, passphrase_file: PassphraseFile = None) -> None:
    """Look whether pages, references, log and rows are whole."""
    with _open(file, passphrase_file) as database:
        problems = database.check()
    for line in problems:
        print(line)
    if problems:
        raise typer.Exit(REFUSED)
    print(_texts()(N_("The file is whole.")))


@app.command("list")
def list_(
    file: File,
    thing: str,
    search: str = "",
    activity: str | None = None,
    limit: int = 1000,
    json: Json = False,
    passphrase_file: PassphraseFile = None,
) -> None:
    """List people, organizations, districts, activities, sessions, participants …"""
    if thing not in LISTED:
        raise UserError(UNKNOWN_THING, thing=thing, things=", ".join(LISTED))
    listed = LISTED[thing]
    if listed.of_activity and activity is None:
        raise UserError(NEEDS_ACTIVITY)
    with _open(file, passphrase_file) as database:
        rows = database.read(listed.rows, search, activity, limit)
    if json:
        _json([asdict(row) for row in rows])
    for row in [] if json else rows:
        print("\t".join(_plain(value) for value in asdict(row).values()))


@app.command()
def add(
    file: File,
    thing: str,
    json: Annotated[str, typer.Option("--json", help="The row as JSON")],
    passphrase_file: PassphraseFile = None,
) -> None:
    """Add one row through the same edits as the form; prints its id."""
    if thing not in ADDED:
        raise UserError(UNKNOWN_THING, thing=thing, things=", ".join(ADDED))
    import msgspec

    draft_type, edit = ADDED[thing].parts()
    names = set(draft_type.__dataclass_fields__)
    try:
        unknown = set(msgspec.json.decode(json, type=dict[str, Any])) - names
        if unknown:
            raise UserError(NOT_JSON, thing=thing, reason=", ".join(sorted(unknown)))
        draft = msgspec.json.decode(json, type=draft_type)
    except msgspec.MsgspecError as error:
        raise UserError(NOT_JSON, thing=thing, reason=str(error)) from error
    with _open(file, passphrase_file) as database:
        print(database.edit(edit, draft).value)


@app.command()
def stats(
    file: File,
    activity: str | None = None,
    programme: str | None = None,
    from_: Annotated[str | None, typer.Option("--from")] = None,
    to: str | None = None,
    json: Json = False,
    passphrase_file: PassphraseFile = None,
) -> None:
    """The counts that donors ask for."""
    from db.queries.statistics import SEXES, Scope, statistics

    with _open(file, passphrase_file) as database:
        counted = database.read(
            statistics, Scope(activity, programme, _day(from_), _day(to, end=True))
        )
    if json:
        _json(asdict(counted))
        return
    t = _texts()
    for label, value in (
        (N_("Activities held"), len(counted.activities)),
        (N_("Registered people"), counted.registered),
        (N_("Unique people who took part"), counted.people),
        (N_("Attendances"), counted.attendances),
        (N_("Completed"), counted.completed),
        (N_("Districts reached"), len(counted.districts)),
    ):
        print(f"{t(label)}\t{t.number(value)}")
    for split in counted.splits:
        print()
        print("\t".join([split.key, *(t.label(label) for label in SEXES.values()), "Σ"]))
        for row in split.rows:
            print("\t".join([t.label(row.label), *map(str, row.by_sex), str(row.people)]))


@app.command()
def export(
    file: File,
    document: str,
    out: Annotated[Path, typer.Option("--out")],
    activity: str | None = None,
    programme: str | None = None,
    from_: Annotated[str | None, typer.Option("--from")] = None,
    to: str | None = None,
    lang: str | None = None,
    paper: str | None = None,
    option: Annotated[list[str] | None, typer.Option("--option", help="key=value")] = None,
    passphrase_file: PassphraseFile = None,
) -> None:
    """Make a document; the ending of --out chooses its format."""
    from exports.catalogue import document as named
    from exports.document import save

    made = named(document)
    kind = out.suffix.lstrip(".").lower()
    if kind not in made.formats:
        raise UserError(WRONG_FORMAT, kind=kind, kinds=", ".join(made.formats))
    given: dict[str, Any] = {
        "activity": activity,
        "programme": programme,
        "from": _day(from_),
        "to": _day(to, end=True),
        "paper": paper,
    }
    given |= dict(one.split("=", 1) for one in option or [] if "=" in one)
    chosen = made.complete({key: value for key, value in given.items() if value is not None})
    with _open(file, passphrase_file) as database:
        answer = database.read(made.question, chosen)
    save(made.make(answer, translator(lang or _language()), kind), out)
    print(out)


WRONG_FORMAT = N_("This document cannot be made as “{kind}”. Possible: {kinds}.")


@app.command()
def history(
    file: File, row: str | None = None, limit: int = 50, passphrase_file: PassphraseFile = None
) -> None:
    """What was done, the newest first; of one row with --row."""
    from db.queries import history as questions

    t = _texts()
    with _open(file, passphrase_file) as database:
        if row is None:
            for edit in database.read(questions.edits, limit=limit):
                print(
                    "\t".join(
                        [
                            edit.id,
                            edit.made_at,
                            edit.author,
                            edit.kind,
                            t(edit.label),
                            str(edit.changes),
                        ]
                    )
                )
        else:
            for change in database.read(questions.row_history, row, t.language):
                print(
                    "\t".join(
                        [
                            change.edit.made_at,
                            change.edit.author,
                            t(change.field),
                            change.before,
                            change.after,
                        ]
                    )
                )


@app.command()
def undo(
    file: File,
    edit: Annotated[
        str | None, typer.Argument(help="Id of the edit; the last one where it is left out")
    ] = None,
    redo: Annotated[bool, typer.Option("--redo", help="Do again what was undone last")] = False,
    passphrase_file: PassphraseFile = None,
) -> None:
    """Take back the last edit, or the given one."""
    with _open(file, passphrase_file) as database:
        done = database.redo() if redo else database.undo(edit)
    print(_texts()(done.value))


@app.command()
def backup(file: File, to: Path | None = None, passphrase_file: PassphraseFile = None) -> None:
    """Write a backup beside the workspace, or into a folder."""
    with _open(file, passphrase_file) as database:
        print(database.back_up(to))


@app.command()
def restore(backup: Path, file: File) -> None:
    """Put a backup where a workspace shall be; never over a file."""
    from db import backup as backups

    backups.restore(backup, file)
    print(file)


@app.command()
def passphrase(
    file: File,
    new_passphrase_file: Annotated[Path | None, typer.Option("--new-passphrase-file")] = None,
    remove: Annotated[bool, typer.Option("--remove")] = False,
    passphrase_file: PassphraseFile = None,
) -> None:
    """Set or change the passphrase, or take it away with --remove."""
    fresh = (
        None if remove else _read_line(new_passphrase_file) if new_passphrase_file else _ask_twice()
    )
    with _open(file, passphrase_file) as database:
        database.change_passphrase(fresh)


@app.command("self-test")
def self_test() -> None:
    """Make a workspace, a sheet and a workbook in a folder that goes away, and read them back."""
    from desktop.self_test import run as test

    for line in test(_texts()):
        print(line)


def _open(file: Path, passphrase_file: Path | None) -> Any:
    from contextlib import closing

    from db.database import Database

    return closing(Database.open(file, passphrase=_passphrase(passphrase_file), author=_author()))


def _passphrase(file: Path | None) -> str | None:
    return _read_line(file) if file is not None else os.environ.get("REMBUK_PASSPHRASE") or None


def _read_line(file: Path) -> str | None:
    try:
        return file.read_text("utf-8").split("\n")[0].rstrip("\r") or None
    except OSError as error:
        raise UserError(N_("The file with the passphrase cannot be read.")) from error


def _ask_twice() -> str | None:
    fresh: str = typer.prompt(
        _texts()(N_("New passphrase")), hide_input=True, confirmation_prompt=True
    )
    return fresh or None


def _author() -> str:
    from desktop.preferences import Preferences

    return Preferences.load().author


def _language() -> str:
    from desktop.preferences import Preferences

    chosen = os.environ.get("REMBUK_LANG") or Preferences.load().language
    return chosen if chosen in ("id", "en") else "id"


def _texts() -> Texts:
    return translator(_language())


def _day(typed: str | None, *, end: bool = False) -> str | None:
    from db.rules.dates import PartialDate

    if typed is None:
        return None
    date = PartialDate.parse(typed)
    return (date.last if end else date.first).isoformat()


def _opens_window(arguments: list[str]) -> bool:
    return len(arguments) == 1 and arguments[0].endswith(".rembuk")


def _window(path: Path | None) -> int:
    from desktop.app import run as window

    return window(path)


def _tell(t: Texts, refusal: UserError) -> None:
    problems: list[Any] = refusal.problems if isinstance(refusal, InvalidDraftError) else [refusal]
    for one in problems:
        field = f"{one.field}: " if one.field else ""
        print(f"{field}{t(one.text, **one.facts)}", file=sys.stderr)


def _answer(found: dict[str, Any], *, json: bool) -> None:
    if json:
        _json(found)
        return
    for key, value in found.items():
        pairs = value.items() if isinstance(value, dict) else [("", value)]
        for name, one in pairs:
            print(f"{name or key}\t{_plain(one)}")


def _json(value: Any) -> None:
    import msgspec

    print(msgspec.json.format(msgspec.json.encode(value, order="deterministic"), indent=1).decode())


def _plain(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return ", ".join(_plain(one) for one in value)
    return str(value)
