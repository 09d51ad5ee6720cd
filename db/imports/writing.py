"""Carrying out a plan that a user said yes to, as one edit. What is in doubt is not written."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Table, update
from sqlmodel import Session

from db.edits.edit import edit, reader_of
from db.imports.columns import ATTENDANCE, PARTICIPANTS, signature
from db.imports.known import FORM, PERSON_FIELDS, choices, choices_key
from db.imports.plan import DOUBT, LINK, NEW, UPDATE, Plan, PlanLine
from db.imports.recognition import Step, stored_fields
from db.imports.returning import MARK, OF_THE_DAY
from db.log.identity import derived_id, new_id
from db.models import Affiliation, Alias, Consent, Exchanged, Organization, Person, Setting
from resources.texts import N_

NONE, LIKELY = "none", "likely"
_LIKELY = 0.5
_AT_ONCE = 1000


@dataclass(frozen=True, slots=True)
class Imported:
    """What was written: people made and changed, organizations made, lines left in doubt, the activity."""

    new: int
    changed: int
    organizations: int
    doubts: int
    activity: str | None = None


@edit(N_("Import spreadsheet"))
def people(
    session: Session, plan: Plan, accept_doubts: str = NONE, step: Step | None = None
) -> Imported:
    """Write the people of a plan; ``accept_doubts`` LIKELY takes the more probable side of each doubt.

    ``step`` is told how many are written.

    Raises:
        UserError: the list is of an activity, and none is named.
    """
    from db.imports import taking_part  # only lists of an activity

    lines = [
        line
        for line in plan.lines
        if line.number is not None
        and (line.written or (line.action == DOUBT and accept_doubts == LIKELY))
    ]
    lines.sort(key=lambda line: line.number or 0)
    organizations = _organizations(session, plan, lines)
    rows = _Rows(session, organizations, of_activity=plan.target in (PARTICIPANTS, ATTENDANCE))
    for line in lines:
        rows.take(line)
    rows.write(step)
    activity = None
    if plan.target in (PARTICIPANTS, ATTENDANCE):
        activity = taking_part.write(session, plan, lines, rows.person, organizations)
    remember(session, plan)
    doubts = sum(line.action == DOUBT for line in plan.lines) if accept_doubts == NONE else 0
    return Imported(len(rows.new), len(rows.changed), len(organizations), doubts, activity)


def remember(session: Session, plan: Plan) -> None:
    """Keep what the user said of columns, for the next list with the same headings."""
    if not plan.chosen:
        return
    known = choices(reader_of(session), plan.target)
    for table in plan.tables:
        known[signature([column.heading for column in table.columns])] = plan.chosen
    row = choices_key(plan.target)
    put_rows(session, Setting, {row: {"id": row, "value": json.dumps(known, sort_keys=True)}})


def add_rows(session: Session, table: type[Exchanged], rows: Sequence[Mapping[str, Any]]) -> None:
    """New rows of one table in one statement; what no row says keeps its default."""
    names = [
        name for name in (rows[0] if rows else ()) if any(row[name] is not None for row in rows)
    ]
    if rows:
        session.connection().exec_driver_sql(
            f"INSERT INTO {table_of(table).name} ({', '.join(names)})"
            f" VALUES ({', '.join('?' * len(names))})",
            [tuple(row[name] for name in names) for row in rows],
        )


def change_row(session: Session, table: type[Exchanged], row: str, **values: Any) -> None:
    """Other values for one row."""
    columns = table_of(table)
    session.execute(update(columns).where(columns.c.id == row).values(**values))


def table_of(model: type[Exchanged]) -> Table:
    """The table behind a model."""
    found: Table = model.__table__  # type: ignore[attr-defined]  # set by SQLModel
    return found


def put_rows(
    session: Session, table: type[Exchanged], rows: Mapping[str, Mapping[str, Any]]
) -> None:
    """Rows with derived ids: new ones are added; those that stand for the same fact take what is said."""
    there = set(
        reader_of(session).rows(
            str,
            f"SELECT id FROM {table_of(table).name} WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(rows)),),
        )
    )
    add_rows(session, table, [values for row, values in rows.items() if row not in there])
    for row in sorted(there):
        said = {name: value for name, value in rows[row].items() if value is not None}
        said.pop("id")
        change_row(session, table, row, removed=False, **said)


def _organizations(session: Session, plan: Plan, lines: Iterable[PlanLine]) -> dict[str, str]:
    """Ids of the organizations that the lines name for the first time, by key."""
    named = {line.fields.get("organization_id") for line in lines}
    made = {key: new_id() for key in plan.organizations if key in named}
    add_rows(
        session,
        Organization,
        [{"id": row, "name": plan.organizations[key]} for key, row in made.items()],
    )
    return made


class _Rows:
    """Rows of people, gathered line by line, written together."""

    def __init__(
        self, session: Session, organizations: Mapping[str, str], *, of_activity: bool
    ) -> None:
        self._session, self._organizations = session, organizations
        self._of_activity = of_activity
        self.person: dict[int, str] = {}
        self.new: dict[str, dict[str, Any]] = {}
        self.changed: dict[str, dict[str, Any]] = {}
        self._consents: dict[str, tuple[bool, str | None]] = {}
        self._forms: dict[str, str] = {}

    def take(self, line: PlanLine) -> None:
        """One line: somebody new, or more about somebody."""
        values = stored_fields(line.fields)
        if "organization_id" in values:
            key = values["organization_id"]
            values["organization_id"] = self._organizations.get(key, key)
        row = self._row(line)
        if row is None:
            row = new_id()
            self.new[row] = values
        else:
            wanted = {change.field for change in line.changes if MARK not in change.field}
            if line.touched is not None:
                values = {change.field: values.get(change.field) for change in line.changes}
                if self._of_activity:
                    wanted -= OF_THE_DAY
            more = {name: value for name, value in values.items() if name in wanted}
            if row in self.new:
                self.new[row].update(more)
            elif more:
                self.changed.setdefault(row, {}).update(more)
        self.person[line.number or 0] = row
        if "consent" in line.fields:
            self._consents[row] = (line.fields["consent"], line.when)
        if line.identity:
            self._forms[line.identity] = row

    def _row(self, line: PlanLine) -> str | None:
        """The row that a line is about; None for somebody new."""
        if line.twin is not None and line.twin in self.person:
            return self.person[line.twin]
        if line.match is None or line.action == NEW:
            return None
        if line.action in (LINK, UPDATE) or line.match.probability >= _LIKELY:
            return line.match.id
        return None

    def write(self, step: Step | None) -> None:
        """All rows, each kind in few statements."""
        blank = {**dict.fromkeys(PERSON_FIELDS), "whatsapp": False}
        rows = [{**blank, **_own(values), "id": row} for row, values in self.new.items()]
        for start in range(0, len(rows), _AT_ONCE):
            if step is not None:
                step(start, len(rows))
            add_rows(self._session, Person, rows[start : start + _AT_ONCE])
        if step is not None:
            step(len(rows), len(rows))
        for row, values in self.changed.items():
            if own := _own(values):
                change_row(self._session, Person, row, **own)
        self._belong()
        self._agree()
        aliases = {}
        for identity, person in self._forms.items():
            row = derived_id("alias", "person", person, identity)
            aliases[row] = {"id": row, "subject": "person", "subject_id": person, "text": identity}
            aliases[row]["kind"] = FORM
        put_rows(self._session, Alias, aliases)

    def _belong(self) -> None:
        """The organization of a line becomes the main one; the former one stays in the history."""
        moved = {
            row: values
            for row, values in self.changed.items()
            if "organization_id" in values or "position" in values
        }
        now = _main_affiliations(self._session, moved)
        rows = []
        for person, values in moved.items():
            affiliation, organization, position = now.get(person, (None, None, None))
            wanted = values.get("organization_id", organization)
            position = values.get("position", position)
            if affiliation is not None and wanted == organization:
                change_row(self._session, Affiliation, affiliation, position=position)
                continue
            if affiliation is not None:
                change_row(self._session, Affiliation, affiliation, main=False)
            if wanted is not None:
                rows.append(_affiliation(person, wanted, position))
        rows += [
            _affiliation(person, values["organization_id"], values.get("position"))
            for person, values in self.new.items()
            if values.get("organization_id")
        ]
        add_rows(self._session, Affiliation, rows)

    def _agree(self) -> None:
        """Consent to data, where the same answer is not there yet."""
        known = {
            (person, bool(given))
            for person, given in reader_of(self._session).each(
                "SELECT person_id, given FROM consent WHERE purpose_id = 'consent_purpose:data'"
                " AND removed = 0 AND withdrawn IS NULL"
                " AND person_id IN (SELECT value FROM json_each(?))",
                (json.dumps(list(self._consents)),),
            )
        }
        rows = [
            {
                "id": new_id(),
                "person_id": person,
                "given": given,
                "date": date,
                "purpose_id": "consent_purpose:data",
                "how_id": "consent_how:form",
            }
            for person, (given, date) in self._consents.items()
            if (person, given) not in known
        ]
        add_rows(self._session, Consent, rows)


def _own(values: Mapping[str, Any]) -> dict[str, Any]:
    """What stands in the table of people itself."""
    return {name: value for name, value in values.items() if name in PERSON_FIELDS}


def _main_affiliations(
    session: Session, people: Iterable[str]
) -> dict[str, tuple[str, str, str | None]]:
    return {
        person: (row, organization, position)
        for row, person, organization, position in reader_of(session).each(
            "SELECT id, person_id, organization_id, position FROM affiliation"
            " WHERE main AND removed = 0 AND person_id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(people)),),
        )
    }


def _affiliation(person: str, organization: str, position: str | None) -> dict[str, Any]:
    return {
        "id": new_id(),
        "person_id": person,
        "organization_id": organization,
        "position": position,
        "main": True,
    }
