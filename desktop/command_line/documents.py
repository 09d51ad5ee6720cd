"""Commands that count and put on paper: the statistics, and every document of the catalogue."""

from pathlib import Path
from typing import Annotated, Any

import typer

from db.errors import UserError
from desktop.command_line.opening import File, Json, PassphraseFile, opened, voice_of
from desktop.command_line.voice import Voice
from resources.texts import N_, Texts

Activity = Annotated[
    str | None, typer.Option("--activity", metavar="ID", help=N_("Only this activity"))
]
Programme = Annotated[
    str | None, typer.Option("--programme", metavar="ID", help=N_("Only this programme"))
]
First = Annotated[
    str | None, typer.Option("--from", metavar="D", help=N_("From this date, month or year on"))
]
Last = Annotated[
    str | None, typer.Option("--to", metavar="D", help=N_("Until this date, month or year"))
]
DocumentKey = Annotated[
    str,
    typer.Argument(
        metavar="DOCUMENT", help=N_("Which, like activity_report; a wrong word names them all")
    ),
]
Out = Annotated[Path, typer.Option("--out", metavar="PATH", help=N_("File to write, or a folder"))]
Paper = Annotated[str | None, typer.Option("--paper", metavar="a4|f4", help=N_("Size of paper"))]
Format = Annotated[
    str | None,
    typer.Option("--format", metavar="pdf|xlsx", help=N_("Else the ending of the file decides")),
]
Options = Annotated[
    list[str] | None,
    typer.Option("--option", metavar="KEY=VALUE", help=N_("Another choice of the document")),
]

Each = Annotated[
    str | None,
    typer.Option(
        "--each",
        metavar="this_week|next_week|this_month|last_month",
        help=N_("One for every activity of this span, as files in the folder that --out names"),
    ),
]

NO_SUCH_SPAN = N_("There is no span “{span}”. Possible: {spans}.")
NO_FOLDER = N_("Give a folder with --out where a document is made for several activities.")
NOT_FOR_EACH = N_("This document is not made for one activity each. Possible: {keys}.")
NOT_MADE = N_("Nothing was made for {title}: {reason}")
NOT_AN_OPTION = N_("Write it as --option key=value, not “{typed}”.")
NO_SUCH_CHOICE = N_("This document has no choice “{choice}”. Possible: {choices}.")
NO_SUCH_FORMAT = N_("This document is made as {formats}, not as “{format}”.")

SPLITS = {
    "sex": N_("Sex"),
    "age": N_("Age"),
    "disability": N_("Disability"),
    "organization_kind": N_("Kind of organization"),
    "district": N_("District"),
    "role": N_("Role"),
    "newness": N_("New or returning"),
}


def documents(context: typer.Context, json: Json = False) -> None:
    """List what can be made, in which formats, and what may be chosen."""
    from exports.catalogue import DOCUMENTS

    voice = voice_of(context)
    t = voice.t
    if json:
        voice.answer(
            [
                {
                    "key": one.key,
                    "title": t(one.title),
                    "formats": one.formats,
                    "choices": [
                        {
                            "key": choice.key,
                            "title": t(choice.label),
                            "kind": choice.kind,
                            "default": choice.default,
                            "required": choice.required,
                            "options": [key for key, _ in choice.options],
                        }
                        for choice in one.choices
                    ],
                }
                for one in DOCUMENTS
            ]
        )
        return
    voice.table(
        [t(head) for head in (N_("Document"), N_("Title"), N_("Formats"), N_("Choices"))],
        [
            [
                *(one.key, t(one.title), ", ".join(one.formats)),
                ", ".join(choice.key for choice in one.choices),
            ]
            for one in DOCUMENTS
        ],
    )


def stats(
    context: typer.Context,
    file: File,
    activity: Activity = None,
    programme: Programme = None,
    from_: First = None,
    to: Last = None,
    json: Json = False,
    passphrase_file: PassphraseFile = None,
) -> None:
    """Count who took part, how often, split every way."""
    from db.queries import samples
    from db.queries.statistics import statistics
    from db.queries.taken_part import Scope

    voice = voice_of(context)
    scope = Scope(activity, programme, _day(from_), _day(to, end=True))
    with opened(file, passphrase_file) as database:
        counted = database.read(statistics, scope)
        made_up = database.read(samples.among, counted.activities)
    if json:
        voice.answer({**_plain(counted), "sample": made_up})
        return
    if made_up:
        voice.say(voice.t(N_("Sample – made-up data")) + "\n")
    voice.pairs(_totals(voice.t, counted))
    for split in counted.splits:
        voice.say("")
        voice.table(*_split(voice.t, split))


def export(
    context: typer.Context,
    file: File,
    document: DocumentKey,
    out: Out,
    activity: Activity = None,
    programme: Programme = None,
    from_: First = None,
    to: Last = None,
    paper: Paper = None,
    format_: Format = None,
    option: Options = None,
    each: Each = None,
    passphrase_file: PassphraseFile = None,
) -> None:
    """Make a document; prints where it is."""
    from exports import document as documents
    from exports.catalogue import document as in_catalogue

    voice, chosen = voice_of(context), in_catalogue(document)
    given = {
        "activity": activity,
        "programme": programme,
        "from": from_,
        "to": to,
        "paper": paper,
        **_options(option or []),
    }
    known = _known(chosen, given)
    kind = _format(chosen, out, format_)
    if each is not None:
        with opened(file, passphrase_file) as database:
            _each(voice, database, chosen, known, kind, out, each)
        return
    choices = chosen.complete(known)
    with opened(file, passphrase_file) as database:
        answer = database.read(chosen.question, choices)
    if out.is_dir():
        from db.rules.file_names import file_name

        out = out / file_name(voice.t(chosen.title), ending=kind)
    documents.save(chosen.make(answer, voice.t, kind), out)
    voice.say(str(out))


def _each(
    voice: Voice,
    database: Any,
    document: Any,
    known: dict[str, str],
    kind: str,
    folder: Path,
    span: str,
) -> None:
    """A file for every activity of a span; prints where they are, and what was not made."""
    import datetime as dt

    from exports import batch
    from exports.catalogue import DOCUMENTS

    possible = batch.about_activities(DOCUMENTS)
    if document not in possible:
        raise UserError(NOT_FOR_EACH, keys=", ".join(one.key for one in possible))
    if span not in batch.SPANS:
        raise UserError(NO_SUCH_SPAN, span=span, spans=", ".join(batch.SPANS))
    if not folder.is_dir():
        raise UserError(NO_FOLDER)
    period = batch.SPANS[span][1](dt.date.today())  # noqa: DTZ011 - the day on which it is asked
    asked = database.read(batch.ask, document, known, period, _unseen)
    done = batch.write(asked, document, voice.t, kind, folder, _unseen)
    for path in done.files:
        voice.say(str(path))
    for title, error in done.refused:
        voice.say(voice.t(NOT_MADE, title=title, reason=voice.t(error.text, **error.facts)))


def _unseen(_: int, __: int) -> None:
    """Nobody watches how far it is."""


def _day(typed: str | None, *, end: bool = False) -> str | None:
    """First (last) day of what was typed as the start (end) of a period."""
    from db.rules.dates import PartialDate

    if typed is None:
        return None
    date = PartialDate.parse(typed)
    return (date.last if end else date.first).isoformat()


def _plain(counted: Any) -> dict[str, Any]:
    """The counts with a key for each figure."""
    import msgspec

    from db.queries.statistics import SEXES

    values: dict[str, Any] = msgspec.to_builtins(counted, order="deterministic")
    for split in values["splits"]:
        shares = counted.split(split["key"]).shares
        for row, share in zip(split["rows"], shares, strict=True):
            row["by_sex"] = dict(zip(SEXES, row["by_sex"], strict=True))
            row["share"] = share
    values["splits"] = {split["key"]: split["rows"] for split in values["splits"]}
    return values


def _totals(t: Texts, counted: Any) -> list[tuple[str, str]]:
    figures = (
        (N_("Activities held"), len(counted.activities)),
        (N_("Sessions"), counted.sessions),
        (N_("Registered people"), counted.registered),
        (N_("Unique people who took part"), counted.people),
        (N_("Attendances"), counted.attendances),
        (N_("Completed"), counted.completed),
        (N_("Seen but not named"), counted.head_count),
        (N_("Districts reached"), len(counted.districts)),
    )
    return [(t(label), t.number(number)) for label, number in figures]


def _split(t: Texts, split: Any) -> tuple[list[str], list[list[str]]]:
    """Heads and rows of one split, its total below."""
    from db.queries.statistics import SEXES

    people, share, times = N_("People"), N_("Share"), N_("Attendances")
    heads = [t(SPLITS[split.key]), *map(t.label, SEXES.values()), t(people), t(share), t(times)]
    figures = [(*row.by_sex, row.people, row.attendances) for row in split.rows]
    totals = [sum(line[i] for line in figures) for i in range(len(heads) - 2)]
    labels = [*(t.label(row.label) for row in split.rows), t(N_("Total"))]
    lines = []
    for label, line, part in zip(labels, [*figures, totals], [*split.shares, None], strict=True):
        *counts, attendances = map(t.number, line)
        told = "" if part is None else t.percent(part)
        lines.append([label, *counts, told, attendances])
    return heads, lines


def _options(texts: list[str]) -> dict[str, str]:
    options = {}
    for text in texts:
        key, sign, value = text.partition("=")
        if not sign:
            raise UserError(NOT_AN_OPTION, typed=text)
        options[key] = value
    return options


def _known(document: Any, given: dict[str, str | None]) -> dict[str, str]:
    """What was given. Raises UserError for what the document does not know."""
    known = {key: value for key, value in given.items() if value is not None}
    kinds = [choice.key for choice in document.choices]
    for key in known:
        if key not in kinds:
            raise UserError(NO_SUCH_CHOICE, choice=key, choices=", ".join(kinds))
    return known


def _format(document: Any, out: Path, wanted: str | None) -> str:
    """The format that was asked for, or that the ending says; of a folder, the usual one."""
    formats: tuple[str, ...] = document.formats
    said = wanted or ("" if out.is_dir() else out.suffix[1:].lower())
    if not said:
        return formats[0]
    if said not in formats:
        raise UserError(NO_SUCH_FORMAT, formats=", ".join(formats), format=said)
    return said
