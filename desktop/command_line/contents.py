"""Commands about what is in a workspace: list, add, the history, undo and redo."""

import sys
from collections.abc import Callable
from typing import Annotated, Any

import typer

from db.errors import UserError
from desktop.command_line.opening import File, Json, PassphraseFile, opened, voice_of
from resources.texts import N_

ListedThing = Annotated[
    str,
    typer.Argument(
        metavar="THING", help=N_("What to list, like people; a wrong word names them all")
    ),
]
AddedThing = Annotated[
    str,
    typer.Argument(
        metavar="THING", help=N_("What to add, like person; a wrong word names them all")
    ),
]
Search = Annotated[str, typer.Option("--search", metavar="TEXT", help=N_("Parts of words"))]
OfActivity = Annotated[
    str | None, typer.Option("--activity", metavar="ID", help=N_("Of this activity"))
]
Limit = Annotated[int | None, typer.Option("--limit", min=1, help=N_("At most so many; else all"))]
Values = Annotated[
    str, typer.Option("--json", metavar="TEXT", help=N_("Fields of the row as JSON; - reads them"))
]
Row = Annotated[str | None, typer.Option("--row", metavar="ID", help=N_("Of this row alone"))]
EditId = Annotated[
    str | None, typer.Argument(metavar="[EDIT]", help=N_("Id of an edit; else the last one"))
]

ONE_BY_ONE = N_("These are added one by one: write one JSON object.")
POINTS_NOWHERE = N_("An id in it points to nothing in this workspace. Given: {ids}.")
_HISTORY = 100


def list_things(
    context: typer.Context,
    file: File,
    thing: ListedThing,
    search: Search = "",
    activity: OfActivity = None,
    limit: Limit = None,
    json: Json = False,
    passphrase_file: PassphraseFile = None,
) -> None:
    """List things, with their ids."""
    from desktop.command_line.cells import cell
    from desktop.things import listed

    voice, kind = voice_of(context), listed(thing)
    with opened(file, passphrase_file) as database:
        rows = database.read(kind.rows, search, activity, limit)
    if json:
        voice.answer(rows)
        return
    key = "id" if rows and hasattr(rows[0], "id") else "participation_id"
    shown = [("id", key), *kind.columns]
    if any(getattr(row, "sample", False) for row in rows):
        shown.append((N_("Sample"), "sample"))
    voice.table(
        [voice.t(head) for head, _ in shown],
        [[cell(voice.t, name, getattr(row, name)) for _, name in shown] for row in rows],
    )


def add(
    context: typer.Context,
    file: File,
    thing: AddedThing,
    json: Values,
    passphrase_file: PassphraseFile = None,
) -> None:
    """Add a row through the same edits as the forms; prints its id."""
    from desktop.command_line.drafts import draft_of, parse
    from desktop.things import added, named

    kind = added(thing)
    values = parse(sys.stdin.read() if json == "-" else json)
    draft_kind: Any = named(kind.draft)
    if isinstance(values, list):
        if kind.edit_many is None:
            raise UserError(ONE_BY_ONE)
        drafts: Any = [draft_of(one, draft_kind) for one in values]
        place = kind.edit_many
    else:
        drafts, place = draft_of(values, draft_kind), kind.edit
    with opened(file, passphrase_file) as database:
        database.back_up_daily()
        answer = _edited(lambda: database.edit(named(place), drafts).value, values)
    for row in answer if isinstance(answer, list) else [answer]:
        voice_of(context).say(str(row))


def history(
    context: typer.Context,
    file: File,
    row: Row = None,
    limit: Limit = None,
    json: Json = False,
    passphrase_file: PassphraseFile = None,
) -> None:
    """Say what was done, the newest first."""
    from db.queries import history as questions

    voice = voice_of(context)
    with opened(file, passphrase_file) as database:
        if row is None:
            found: list[Any] = database.read(questions.edits, limit=limit or _HISTORY)
        else:
            found = database.read(questions.row_history, row, voice.t.language)[:limit]
    if json:
        voice.answer(found)
    elif row is None:
        _tell_edits(context, found)
    else:
        _tell_changes(context, found)


def undo(
    context: typer.Context,
    file: File,
    edit: EditId = None,
    passphrase_file: PassphraseFile = None,
) -> None:
    """Take back the last edit of this computer, or the given one."""
    voice = voice_of(context)
    with opened(file, passphrase_file) as database:
        database.back_up_daily()
        done = database.undo(edit)
    voice.say(voice.t(N_("Undone: {what}"), what=voice.t(done.value)))


def redo(context: typer.Context, file: File, passphrase_file: PassphraseFile = None) -> None:
    """Do again what was undone last."""
    voice = voice_of(context)
    with opened(file, passphrase_file) as database:
        database.back_up_daily()
        done = database.redo()
    voice.say(voice.t(N_("Done again: {what}"), what=voice.t(done.value)))


def _edited(work: Callable[[], Any], values: Any) -> Any:
    """Carry out an edit; a reference to nothing is a slip of the typist, not of the program."""
    from db.engine import IntegrityError

    try:
        return work()
    except Exception as error:
        if not isinstance(getattr(error, "orig", error), IntegrityError):
            raise
        rows = values if isinstance(values, list) else [values]
        ids = {
            k: None for row in rows for k, v in row.items() if k.endswith("_id") or type(v) is list
        }
        raise UserError(POINTS_NOWHERE, ids=", ".join(ids)) from error


def _tell_edits(context: typer.Context, edits: list[Any]) -> None:
    from desktop.command_line.cells import local_time

    voice = voice_of(context)
    t = voice.t
    kinds = {"undo": N_("undone"), "redo": N_("done again")}
    rows = []
    for one in edits:
        what = t(one.label)
        if one.kind in kinds:
            what = f"{what} ({t(kinds[one.kind])})"
        rows.append(
            [one.id, local_time(one.made_at), what, one.author, one.device, t.number(one.changes)]
        )
    voice.table(
        ["id", *map(t, (N_("When"), N_("What"), N_("Who"), N_("Computer"), N_("Changes")))], rows
    )


def _tell_changes(context: typer.Context, changes: list[Any]) -> None:
    from desktop.command_line.cells import local_time
    from desktop.kit.wording import field_name

    voice = voice_of(context)
    t = voice.t
    said = (N_("When"), N_("Who"), N_("Computer"), N_("Field"), N_("Before"), N_("After"))
    heads = [t(head) for head in said]
    voice.table(
        heads,
        [
            [
                *(local_time(one.edit.made_at), one.edit.author, one.edit.device),
                *(field_name(t, one.table, one.field), one.before, one.after),
            ]
            for one in changes
        ],
    )
