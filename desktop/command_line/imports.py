"""Commands about spreadsheets and duplicates: import, duplicates, merge-people."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from db.errors import UserError
from desktop.command_line.opening import File, Json, PassphraseFile, opened, voice_of
from resources.texts import N_

if TYPE_CHECKING:
    from db.imports.plan import Plan, PlanLine

Target = Annotated[
    str,
    typer.Argument(
        metavar="THING",
        help=N_(
            "What the sheet lists: people, organizations, participants, attendance or activities"
        ),
    ),
]
SheetFile = Annotated[Path, typer.Argument(metavar="SHEET_FILE", help=N_("xlsx, xls, ods or csv"))]
OfActivity = Annotated[
    str | None, typer.Option("--activity", metavar="ID", help=N_("Of this activity"))
]
OfSession = Annotated[
    str | None, typer.Option("--session", metavar="ID", help=N_("Of this session"))
]
Map = Annotated[
    str | None,
    typer.Option(
        "--map",
        metavar="JSON",
        help=N_('Meanings of columns by heading or letter, like {{"B": "full_name"}}'),
    ),
]
DryRun = Annotated[bool, typer.Option("--dry-run", help=N_("Only say what would happen"))]
AcceptDoubts = Annotated[
    str,
    typer.Option(
        "--accept-doubts", metavar="none|likely", help=N_("What becomes of doubtful lines")
    ),
]
Problems = Annotated[
    Path | None,
    typer.Option(
        "--problems", metavar="OUT", help=N_("Save the file with its problems as comments here")
    ),
]
Keep = Annotated[str, typer.Argument(metavar="KEEP", help=N_("Id of the person who stays"))]
Other = Annotated[str, typer.Argument(metavar="OTHER", help=N_("Id of the same person once more"))]

NO_SUCH_TARGET = N_("“{value}” cannot be imported. Possible: {options}.")
NO_SUCH_MEANING = N_("“{value}” is not a meaning of a column. Possible: {options}.")
NOT_A_MAP = N_("--map needs a JSON object of headings and meanings.")
WRONG_ACCEPT = N_("--accept-doubts is none or likely.")
_SEX = {"female": "P", "male": "L"}


def import_sheet(
    context: typer.Context,
    file: File,
    target: Target,
    sheet_file: SheetFile,
    activity: OfActivity = None,
    session: OfSession = None,
    map: Map = None,  # noqa: A002 - the name of the option
    dry_run: DryRun = False,
    accept_doubts: AcceptDoubts = "none",
    problems: Problems = None,
    json: Json = False,
    passphrase_file: PassphraseFile = None,
) -> None:
    """Read a list from a spreadsheet, as one edit that can be undone."""
    from db.imports.columns import TARGETS
    from db.imports.plan import Wishes
    from db.imports.preview import preview

    if target not in TARGETS:
        raise UserError(NO_SUCH_TARGET, value=target, options=", ".join(TARGETS))
    if accept_doubts not in ("none", "likely"):
        raise UserError(WRONG_ACCEPT)
    wishes = Wishes(activity=activity, session=session, chosen=_chosen(map, target))
    voice = voice_of(context)
    with opened(file, passphrase_file) as database:
        plan = database.read(preview, sheet_file, target, wishes)
        written = None
        if problems is not None:
            from exports import document
            from exports.lists.annotated import annotated

            document.save(annotated(sheet_file, plan, voice.t), problems)
        if not dry_run:
            database.back_up_daily()
            written = database.edit(_edit(target), plan, accept_doubts).value
    if json:
        answer = _as_json(voice.t, plan)
        voice.answer(answer if written is None else {**answer, "written": written})
        return
    _tell(context, plan)
    if written is not None:
        said = N_("{new} new, {changed} changed, {doubts} left for you to decide.")
        voice.say(voice.t(said, new=written.new, changed=written.changed, doubts=written.doubts))


def duplicates(
    context: typer.Context, file: File, json: Json = False, passphrase_file: PassphraseFile = None
) -> None:
    """List people who may be one and the same."""
    from db.queries.duplicates import pairs

    voice = voice_of(context)
    with opened(file, passphrase_file) as database:
        found = database.read(pairs)
    if json:
        voice.answer(found)
        return
    t = voice.t
    voice.table(
        ["id", t(N_("Name")), "id", t(N_("Name")), t(N_("Likely"))],
        [
            [
                one.first.id,
                one.first.name,
                one.second.id,
                one.second.name,
                t.percent(one.probability),
            ]
            for one in found
        ],
    )


def merge_people(
    context: typer.Context,
    file: File,
    keep: Keep,
    other: Other,
    passphrase_file: PassphraseFile = None,
) -> None:
    """Make two rows one person; counts count her or him once."""
    from db.edits.duplicates import merge

    with opened(file, passphrase_file) as database:
        database.back_up_daily()
        database.edit(merge, keep, other)
    voice_of(context).say(keep)


def _edit(target: str) -> Any:
    from db.imports import writing, writing_others
    from db.imports.columns import ACTIVITIES, ORGANIZATIONS

    others = {ORGANIZATIONS: writing_others.organizations, ACTIVITIES: writing_others.work_plans}
    return others.get(target, writing.people)


def _chosen(typed: str | None, target: str) -> dict[str, str] | None:
    if typed is None:
        return None
    from db.imports import fields
    from db.imports.columns import MEANINGS
    from desktop.command_line.drafts import parse

    chosen = parse(typed)
    if not isinstance(chosen, dict):
        raise UserError(NOT_A_MAP)
    possible = MEANINGS[target] | {fields.IGNORED}
    for value in chosen.values():
        if value not in possible:
            raise UserError(NO_SUCH_MEANING, value=value, options=", ".join(sorted(possible)))
    return chosen


def _tell(context: typer.Context, plan: "Plan") -> None:
    from db.imports.plan import ACTIONS, SKIP

    voice = voice_of(context)
    t = voice.t
    rows = [
        [
            *(line.sheet, t.number(line.line), t(ACTIONS[line.action])),
            str(
                line.fields.get("full_name")
                or line.fields.get("name")
                or line.fields.get("title")
                or ""
            ),
            "; ".join(t(one.text, **one.facts) for one in line.findings),
        ]
        for line in plan.lines
        if line.action != SKIP
    ]
    heads = (N_("Sheet"), N_("Line"), N_("What happens"), N_("Name"), N_("To look at"))
    voice.table([t(head) for head in heads], rows)
    counted = [f"{t(ACTIONS[action])}: {t.number(n)}" for action, n in plan.counts().items() if n]
    voice.say(" · ".join(counted))


def _as_json(t: Any, plan: "Plan") -> dict[str, Any]:
    table = plan.tables[0]
    return {
        "target": plan.target,
        "rows": [_line(t, line) for line in plan.lines],
        "columns": {column.heading or column.letter: column.meaning for column in table.columns},
        "table": {"sheet": table.sheet, "heading_rows": list(table.heading_lines)},
        "tables": [
            {
                "sheet": one.sheet,
                "heading_rows": list(one.heading_lines),
                "columns": {column.letter: column.meaning for column in one.columns},
            }
            for one in plan.tables
        ],
        "activity": plan.offer,
        "counts": plan.counts(),
    }


def _line(t: Any, line: "PlanLine") -> dict[str, Any]:
    match = line.match
    return {
        "sheet": line.sheet,
        "line": line.line,
        "action": line.action,
        "fields": _fields(line.fields),
        "changes": line.changes,
        "presence": line.presence,
        "match": None
        if match is None
        else {
            "id": match.id,
            "line": match.line,
            "name": match.name,
            "probability": match.probability,
        },
        "problems": [
            {"field": one.field, "severity": one.severity, "text": t(one.text, **one.facts)}
            for one in line.findings
        ],
    }


def _fields(found: dict[str, Any]) -> dict[str, Any]:
    """Fields as people write them: L and P, a whole birth date or its year, the official code of a district."""
    shown = {
        name: value
        for name, value in found.items()
        if name not in ("organization_id", "joined", "left", "birth")
    }
    if "sex" in shown:
        shown["sex"] = _SEX.get(shown["sex"], shown["sex"])
    if "birth" in found:
        day, _, precision = found["birth"].partition("~")
        shown["birth_year"] = int(day[:4])
        if not precision:
            shown["birth_date"] = day
    for name in ("district", "district_id"):
        if "|" in str(shown.get(name, "")):
            shown[name] = None
    return shown
