"""Every row that travels with the workspace, as an export may show it.

Protected people are their code and nothing that names them; lists of restricted activities stay inside;
contact data come only where they are asked for. Contents of attachments and the log are no part of it.
"""

from dataclasses import dataclass
from typing import Any

from db.engine import Reader
from db.queries import records, settings
from db.queries.record_names import NAMES

Pair = tuple[str, str]
Row = dict[str, Any]

# Computers and orders to erase say how the workspace is kept, not what is known.
LEFT_OUT = frozenset({"device", "erasure"})
CONTACTS = {
    "person": ("phone", "whatsapp", "email", "address"),
    "organization": ("contact_name", "phone", "email"),
}
UNNAMED = "–"

# What is kept of a protected person; the name becomes the code.
_KEPT_OF_PERSON = frozenset(
    {"id", "sample", "name", "sex", "age_band", "age_band_on", "sensitive", "code", "merged_into"}
)
# Rows that would tell who a protected person is.
_TELLING = {"affiliation": "person_id", "quote": "person_id"}
_TELLING_SUBJECTS = frozenset({"alias", "attachment", "tagging"})
# Column that names a person → what beside it would tell who that is.
_BESIDE = {
    ("participation", "person_id"): (
        *("organization_id", "position", "district_id", "age", "certificate_number"),
        *("guardian_name", "notes"),
    ),
    ("session_person", "person_id"): ("organization_id", "position"),
    ("consent", "person_id"): ("given_by", "relation"),
    ("agreement_party", "signatory_id"): ("signatory_name", "signatory_position"),
    ("organization", "contact_id"): ("contact_name", "phone", "email"),
    ("action_step", "person_id"): ("in_charge",),
    ("follow_up", "mentor_id"): ("mentor_name",),
    ("issue", "described_by_id"): ("described_by",),
}


@dataclass(frozen=True, slots=True)
class TableData:
    """Rows of a table by id, as column → value; ``references``: column → table it points to."""

    name: str
    columns: tuple[str, ...]
    references: dict[str, str]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class WorkspaceData:
    """All tables by name. ``labels``: table → id → what a row is called, protected people by code.

    ``version``: stamp of the newest change; ``made_at``: its time. ``protected``: how many people are.
    """

    workspace: str
    schema: int
    version: int
    made_at: str
    contacts: bool
    protected: int
    sample: bool
    tables: tuple[TableData, ...]
    labels: dict[str, dict[str, Pair]]


def workspace_data(reader: Reader, *, contacts: bool = False) -> WorkspaceData:
    """Ask for everything."""
    veil = _Veil(reader, contacts=contacts)
    tables = tuple(
        _table(reader, name, veil) for name in records.exchanged(reader) if name not in LEFT_OUT
    )
    return WorkspaceData(
        workspace=settings.papers(reader).name,
        schema=int(reader.value("PRAGMA user_version")),
        version=int(reader.value("SELECT stamp FROM log_state")),
        made_at=str(reader.value("SELECT max(made_at) FROM edit")),
        contacts=contacts,
        protected=len(veil.people),
        sample=any(row["sample"] for table in tables for row in table.rows),
        tables=tables,
        labels=_labels(reader, tables),
    )


def _table(reader: Reader, name: str, veil: "_Veil") -> TableData:
    kinds = {c: kind for c, (kind, _) in records.columns(reader, name).items() if c != "removed"}
    flags = [column for column, kind in kinds.items() if kind == "BOOLEAN"]
    rows = []
    for values in reader.each(
        f"SELECT {', '.join(kinds)} FROM {name} WHERE removed = 0 ORDER BY id"
    ):
        row = dict(zip(kinds, values, strict=True))
        for flag in flags:
            row[flag] = None if row[flag] is None else bool(row[flag])
        if veil.shows(name, row):
            rows.append(veil.drawn_over(name, row))
    return TableData(name, tuple(kinds), records.references(reader, name), tuple(rows))


class _Veil:
    """What outsiders must not read."""

    def __init__(self, reader: Reader, *, contacts: bool) -> None:
        self._contacts = contacts
        # Who is protected once is protected under every name that was merged into one.
        self.people = set(
            reader.rows(
                str,
                "SELECT p.id FROM person AS p LEFT JOIN merged_person AS m ON m.id = p.id"
                " WHERE coalesce(m.representative, p.id) IN (SELECT coalesce(n.representative, q.id)"
                " FROM person AS q LEFT JOIN merged_person AS n ON n.id = q.id WHERE q.sensitive)",
            )
        )
        self._codes = dict(reader.each("SELECT id, code FROM person WHERE code IS NOT NULL"))
        self._inside: dict[str, set[str]] = {
            table: set(reader.rows(str, sql))
            for table, sql in (
                ("activity_id", "SELECT id FROM activity WHERE sensitivity = 'restricted'"),
                (
                    "session_id",
                    "SELECT s.id FROM activity_session AS s JOIN activity AS v"
                    " ON v.id = s.activity_id WHERE v.sensitivity = 'restricted'",
                ),
                (
                    "participation_id",
                    "SELECT a.id FROM participation AS a JOIN activity AS v"
                    " ON v.id = a.activity_id WHERE v.sensitivity = 'restricted'",
                ),
            )
        }

    def shows(self, table: str, row: Row) -> bool:
        """Whether a row may leave at all."""
        if table in _TELLING and row[_TELLING[table]] in self.people:
            return False
        if table in _TELLING_SUBJECTS and row["subject_id"] in self.people:
            return False
        inside = {
            "participation": "activity_id",
            "session_person": "session_id",
            "attendance": "participation_id",
            "participation_role": "participation_id",
        }.get(table)
        return inside is None or row[inside] not in self._inside[inside]

    def drawn_over(self, table: str, row: Row) -> Row:
        """The row without what must stay."""
        hidden: set[str] = set() if self._contacts else set(CONTACTS.get(table, ()))
        if table == "person" and row["id"] in self.people:
            hidden |= row.keys() - _KEPT_OF_PERSON
            row["name"] = self._codes.get(row["id"], UNNAMED)
        for (of, column), beside in _BESIDE.items():
            if of == table and row[column] in self.people:
                hidden |= set(beside)
        return {
            column: _nothing(value) if column in hidden else value for column, value in row.items()
        }


def _nothing(value: Any) -> Any:
    """What stands for nothing in a column that must be filled."""
    return False if isinstance(value, bool) else None


def _labels(reader: Reader, tables: tuple[TableData, ...]) -> dict[str, dict[str, Pair]]:
    """Names of the rows that others point to."""
    targets = {target for table in tables for target in table.references.values()}
    targets |= {row["subject"] for table in tables for row in table.rows if "subject" in row}
    found = {table: _named(reader, table) for table in sorted(targets & NAMES.keys())}
    by_name = {table.name: table for table in tables}
    found["person"] = {
        row["id"]: (str(row["name"]), str(row["name"])) for row in by_name["person"].rows
    }
    found["participation"] = {
        row["id"]: found["person"].get(row["person_id"], (UNNAMED, UNNAMED))
        for row in by_name["participation"].rows
    }
    return found


def _named(reader: Reader, table: str) -> dict[str, Pair]:
    if table in ("person", "participation"):
        return {}
    named = NAMES[table]
    return {
        row: (str(label), str(english))
        for row, label, english in reader.each(
            f"SELECT r.id, {named.label}, {named.english} FROM {table} AS r"
        )
    }
