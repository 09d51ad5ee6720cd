"""From a file to a plan: tables found, lines understood, things recognised. Reads, never writes."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from db.engine import Reader
from db.errors import UserError
from db.imports import columns as columns_of
from db.imports import directory, fields, known, meetings, sittings, work_plan
from db.imports.around import Around, around
from db.imports.cells import text_of
from db.imports.columns import ACTIVITIES, ATTENDANCE, ORGANIZATIONS, PARTICIPANTS, PEOPLE, Column
from db.imports.entries import Entry
from db.imports.known import Organizations, organization_key
from db.imports.people import Understanding
from db.imports.plan import SKIP, Found, Offer, Plan, PlanLine, TableSeen, Wishes
from db.imports.recognition import Recognition, Step
from db.imports.returning import given_list, mark_touched
from db.imports.tables import Table, tables
from db.imports.values import NOTE, Districts, Finding
from db.imports.workbook import read
from db.rules.districts import Places
from resources.texts import N_

NO_TABLE = N_(
    "There is no list in this file that Rembuk can read: no line has a heading such as “Nama”. "
    "Check that each column has its heading."
)
NO_ROLE = N_("“{typed}” is no role that is known here; taken as a participant.")
# Roles in the meeting program say nothing of those at the activity.
_IN_A_MEETING = frozenset(
    {"organizer", "co-organizer", "presenter", "attendee", "host", "panelist"}
)
TAKEN_FOR = N_("Taken for “{name}”, which is in the workspace.")

# What a table must have a column of, to be a list of that kind.
_SUBJECT = {ORGANIZATIONS: fields.ORGANIZATION, ACTIVITIES: fields.TITLE}


def _silent(_done: int, _total: int) -> None:
    """No one looks on."""


def preview(
    reader: Reader,
    path: Path,
    target: str = PEOPLE,
    wishes: Wishes | None = None,
    *,
    today: dt.date | None = None,
    step: Step = _silent,
) -> Plan:
    """What would happen with a file: the plan that the user looks at, and that ``writing`` carries out.

    Raises:
        UserError: the file cannot be read, holds no list of the kind, or no session can be told.
    """
    wishes = wishes or Wishes()
    today = today or dt.datetime.now().date()  # noqa: DTZ005 - the day where the list is read
    places = known.places(reader)
    plan = Plan(target, path.name, [], [], wishes.activity)
    edited = wishes.edited or {}
    given = given_list(path) if target in (PEOPLE, PARTICIPANTS, ATTENDANCE) else None
    if given is not None and plan.activity is None:
        plan.activity = given.activity
    plan.chosen = dict(wishes.chosen or {})
    found = list(_found(reader, plan, path, places))
    if not found:
        raise UserError(NO_TABLE)
    districts, organizations = Districts(places), Organizations(reader)
    if target == ORGANIZATIONS:
        directory.add_lines(reader, plan, found, districts, organizations, wishes)
    elif target == ACTIVITIES:
        work_plan.add_lines(reader, plan, found, districts, wishes, today)
    else:
        entries: list[Entry] = []
        for one in found:
            about = around(one.table, districts, one.others)
            _offer(plan, about)
            read_on = Understanding(one.table, one.columns, about, districts, today)
            understood = read_on.entries()
            if given is not None:
                for entry, record in zip(understood, one.table.records, strict=True):
                    mark_touched(given, entry, record, one.columns)
            entries += _meeting(plan, one.columns, understood, organizations)
        for entry in entries:
            entry.correct(edited.get((entry.sheet, entry.line), {}))
        _resolve_organizations(plan, entries, organizations)
        if target in (PARTICIPANTS, ATTENDANCE):
            _resolve_roles(known.roles(reader), entries)
            plan.sittings = sittings.sittings(reader, plan, wishes.session)
        Recognition(reader, plan, entries, wishes.decided or {}, step, given).add_lines()
    order = {
        sheet: place for place, sheet in enumerate(dict.fromkeys(t.sheet for t in plan.tables))
    }
    plan.lines.sort(key=lambda line: (order[line.sheet], line.line))
    return plan


def _found(reader: Reader, plan: Plan, path: Path, places: Places) -> Iterator[Found]:
    """Tables with a column of the subject; what lies between their records is noted as left out."""
    subject = _SUBJECT.get(plan.target, fields.NAME)
    choices = known.choices(reader, plan.target)

    def remembered(headings: Sequence[str]) -> Mapping[str, str]:
        return choices.get(columns_of.signature(headings), {})

    for sheet in read(path):
        every = tables(sheet)
        meanings = [
            columns_of.columns(
                table, plan.target, places, plan.chosen or remembered(table.headings)
            )
            for table in every
        ]
        wanted = [any(one.meaning == subject for one in columns) for columns in meanings]
        others = [table for table, is_wanted in zip(every, wanted, strict=True) if not is_wanted]
        for table, columns, is_wanted in zip(every, meanings, wanted, strict=True):
            if not is_wanted:
                continue
            samples = tuple(_sample(table, column.index) for column in columns)
            plan.tables.append(TableSeen(table.sheet, table.heading_lines, tuple(columns), samples))
            plan.lines += [
                PlanLine(table.sheet, one.line, SKIP, text=one.text) for one in table.skipped
            ]
            yield Found(table, columns, others)


def _sample(table: Table, index: int) -> str:
    return next((text for one in table.records if (text := text_of(one.cells[index]))), "")


def _meeting(
    plan: Plan, columns: Sequence[Column], entries: list[Entry], organizations: Organizations
) -> list[Entry]:
    """Joins of one person become one entry, where the list is a report of an online meeting."""
    meanings = {column.meaning for column in columns}
    if fields.JOINED not in meanings or not meanings & {fields.MINUTES, fields.LEFT}:
        return entries
    if fields.ORGANIZATION not in meanings:
        meetings.apart(entries, organizations.knows)
    kept, gone = meetings.together(entries)
    plan.lines += [
        PlanLine(one.sheet, one.line, SKIP, text=str(one.fields.get(fields.NAME, "")))
        for one in gone
    ]
    return kept


def _offer(plan: Plan, about: Around) -> None:
    if plan.offer.title is None and (about.title or about.starts):
        plan.offer = Offer(about.title, about.starts, about.ends, about.venue)


def _resolve_roles(roles: Mapping[str, str], entries: Sequence[Entry]) -> None:
    """Put the id of a role beside its word; a word that is none makes a participant, and is told."""
    for entry in entries:
        typed = entry.fields.get(fields.ROLE)
        if not typed or typed.casefold() in _IN_A_MEETING:
            continue
        row = roles.get(organization_key(typed))
        if row is not None:
            entry.fields["role_id"] = row
        else:
            entry.findings.append(Finding(fields.ROLE, NOTE, NO_ROLE, {"typed": typed}))


def _resolve_organizations(
    plan: Plan, entries: Sequence[Entry], organizations: Organizations
) -> None:
    """Put the id of a known organization, or the key of a new one, beside its name.

    In a list that came back, a name that nobody touched is what was given out, and stands for itself.
    """
    for entry in entries:
        name = entry.fields.get(fields.ORGANIZATION)
        untouched = entry.touched is not None and fields.ORGANIZATION not in entry.touched
        if not name or untouched:
            continue
        row, exactly = organizations.find(name)
        if row is None:
            key = f"new:{organization_key(name)}"
            plan.organizations.setdefault(key, name)
            entry.fields["organization_id"] = key
            continue
        entry.fields["organization_id"] = row
        if not exactly:
            facts = {"name": organizations.name(row)}
            entry.findings.append(Finding(fields.ORGANIZATION, NOTE, TAKEN_FOR, facts))
