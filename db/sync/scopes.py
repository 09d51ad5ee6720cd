"""What a device of a scope gets: the rows of its districts and programmes, and what they refer to.

Which rows a scope holds changes with every edit, so each file notes which came in and which went out.
A row that comes in is sent with all its changes; one that goes out is sent once more, with the change
that took it out. A device of a scope never counts as having everything of anybody but itself.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from db.circle.certificates import Scope
from db.engine import Connection
from db.log.reading import of_row
from db.sync.holder import Holder

# These say nothing about anybody; every device has all of them.
EVERYWHERE = ("device", "erasure", "district", "term", "tag", "setting", "holiday", "series")

_DISTRICT = "IN (SELECT id FROM scope_district)"
_PROGRAMME = "IN (SELECT id FROM scope_programme)"


def _held(table: str) -> str:
    return f"IN (SELECT row_id FROM in_scope WHERE table_name = '{table}')"


def _either(*conditions: str) -> str:
    return " OR ".join(conditions)


# Table → what makes a row of it part of the scope; each may lean on those above it.
_RULES: tuple[tuple[str, str], ...] = (
    ("programme", f"id {_PROGRAMME}"),
    (
        "activity",
        f"programme_id {_PROGRAMME} OR id IN"
        f" (SELECT activity_id FROM activity_district WHERE district_id {_DISTRICT})",
    ),
    ("forum", f"district_id {_DISTRICT} OR programme_id {_PROGRAMME}"),
    ("agreement", f"district_id {_DISTRICT} OR programme_id {_PROGRAMME}"),
    ("action_plan", f"district_id {_DISTRICT} OR activity_id {_held('activity')}"),
    (
        "organization",
        f"district_id {_DISTRICT} OR id IN"
        f" (SELECT organization_id FROM organization_district WHERE district_id {_DISTRICT})",
    ),
    ("activity_session", f"activity_id {_held('activity')}"),
    ("participation", f"activity_id {_held('activity')}"),
    ("session_person", f"session_id {_held('activity_session')}"),
    (
        "person",
        _either(
            f"district_id {_DISTRICT}",
            f"id IN (SELECT person_id FROM participation WHERE id {_held('participation')})",
            f"id IN (SELECT person_id FROM session_person WHERE id {_held('session_person')})",
            f"id IN (SELECT person_id FROM forum_member WHERE forum_id {_held('forum')})",
        ),
    ),
    ("person", f"merged_into {_held('person')}"),
    *(
        (table, f"{owner}_id {_held(owner)}")
        for owner, tables in (
            ("programme", ("programme_organization", "programme_district", "indicator")),
            ("activity", ("activity_district", "activity_organization", "signatory")),
            ("forum", ("forum_founder", "forum_member")),
            ("agreement", ("agreement_party", "agreement_extension", "commitment")),
            ("organization", ("organization_district", "organization_network")),
            ("participation", ("participation_role", "attendance")),
            ("person", ("affiliation", "consent")),
            ("indicator", ("indicator_value",)),
        )
        for table in tables
    ),
    ("action_plan_party", f"plan_id {_held('action_plan')}"),
    ("action_step", f"plan_id {_held('action_plan')}"),
    (
        "follow_up",
        _either(
            f"district_id {_DISTRICT}",
            f"plan_id {_held('action_plan')}",
            f"activity_id {_held('activity')}",
            f"step_id {_held('action_step')}",
        ),
    ),
    ("issue", f"district_id {_DISTRICT} OR activity_id {_held('activity')}"),
    (
        "recommendation",
        f"activity_id {_held('activity')} OR agreement_id {_held('agreement')}",
    ),
    (
        "quote",
        _either(
            f"activity_id {_held('activity')}",
            f"session_id {_held('activity_session')}",
            f"agreement_id {_held('agreement')}",
            f"(activity_id IS NULL AND agreement_id IS NULL AND person_id {_held('person')})",
        ),
    ),
    ("different_people", f"first_id {_held('person')} AND second_id {_held('person')}"),
    *(
        (table, "subject_id IN (SELECT row_id FROM in_scope) OR subject IN ('district', 'term')")
        for table in ("statement", "reported_figure", "attachment", "alias", "citation", "tagging")
    ),
    ("figure_place", f"figure_id {_held('reported_figure')}"),
)


@dataclass(frozen=True, slots=True)
class Cut:
    """The part of the log that goes into a file. ``scope``: its key, empty for everything; ``number``: of the file.

    ``changes``: SQL behind SELECT over ``change AS c``, bound by ``bound``; ``contents``: condition on
    contents of attachments.
    """

    scope: str = ""
    number: int = 0
    since: int = 0
    changes: str = "FROM change AS c WHERE c.device = ?1 AND c.seq > ?2"
    contents: str = "TRUE"

    def bound(self, device: int, start: int) -> tuple[object, ...]:
        """Parameters of ``changes`` for one device, of which ``start`` is known."""
        return (device, start, self.scope, self.since) if self.scope else (device, start)


EVERYTHING = Cut()
_EVERYWHERE = ", ".join(f"'{table}'" for table in EVERYWHERE)
# What moved in rows that the recipient has, and all there is of rows that are new to it.
_CHANGES = (
    "FROM (SELECT n.* FROM change AS n LEFT JOIN scope_row AS s ON s.scope = ?3 AND s.row_id = n.row_id"
    " WHERE n.device = ?1 AND n.seq > ?2"
    f" AND (n.table_name IN ({_EVERYWHERE}) OR (s.entered <= ?4 AND (s.went IS NULL OR s.went > ?4)))"
    " UNION ALL SELECT n.* FROM scope_row AS s CROSS JOIN change AS n"
    f" ON {of_row('s.row_id', 'n.')} AND +n.device = ?1 WHERE s.scope = ?3 AND s.entered > ?4"
    " AND (s.went IS NULL OR s.went > ?4)) AS c WHERE TRUE"
)
_CONTENTS = "sha256 IN (SELECT a.sha256 FROM attachment AS a JOIN in_scope AS s ON s.row_id = a.id)"


def cut(holder: Holder, scope: Scope, since: int) -> Cut:
    """What a file for a scope holds; ``since``: number of the file that its device took in last."""
    if not scope.key:
        return EVERYTHING
    connection = holder.connection
    _find(connection, scope)
    number = _note(connection, scope.key, since)
    return Cut(scope.key, number, since, _CHANGES, _CONTENTS)


def _find(connection: Connection, scope: Scope) -> None:
    """Fill the temporary table ``in_scope`` with the rows of a scope, parents not yet among them."""
    for table in ("scope_district", "scope_programme", "in_scope"):
        connection.execute(f"DROP TABLE IF EXISTS temp.{table}")
    connection.execute("CREATE TEMP TABLE scope_district (id TEXT PRIMARY KEY)")
    connection.execute("CREATE TEMP TABLE scope_programme (id TEXT PRIMARY KEY)")
    connection.execute(
        "CREATE TEMP TABLE in_scope (row_id TEXT PRIMARY KEY, table_name TEXT NOT NULL)"
    )
    for target, table, wanted in (
        ("scope_district", "district", scope.districts),
        ("scope_programme", "programme", scope.programmes),
    ):
        for row in wanted:
            connection.execute(
                f"INSERT OR IGNORE INTO {target} WITH RECURSIVE below (id) AS (VALUES (?) UNION"
                f" SELECT t.id FROM {table} AS t JOIN below ON t.parent_id = below.id)"
                " SELECT id FROM below",
                (row,),
            )
    for table, condition in _RULES:
        connection.execute(
            f"INSERT OR IGNORE INTO in_scope (row_id, table_name)"
            f" SELECT id, '{table}' FROM {table} WHERE {condition}"
        )


def _note(connection: Connection, scope: str, since: int) -> int:
    """Write down which rows came in and went out; answers the number of the file."""
    connection.execute(
        "INSERT INTO scope_file (scope, number) VALUES (?, 1)"
        " ON CONFLICT (scope) DO UPDATE SET number = number + 1",
        (scope,),
    )
    (number,) = connection.execute(
        "SELECT number FROM scope_file WHERE scope = ?", (scope,)
    ).fetchone()
    # Rows that leave are sent once more, so what they point to by then has to be there.
    connection.execute(
        "CREATE TEMP TABLE IF NOT EXISTS leaving (row_id TEXT PRIMARY KEY, table_name TEXT)"
    )
    connection.execute("DELETE FROM leaving")
    connection.execute(
        "INSERT INTO leaving SELECT row_id, table_name FROM scope_row WHERE scope = ?"
        " AND (went IS NULL OR went > ?) AND row_id NOT IN (SELECT row_id FROM in_scope)",
        (scope, since),
    )
    _add_parents(connection)
    for statement in _MOVES:
        connection.execute(statement, (scope, number))
    return int(number)


_MOVES = (
    "UPDATE scope_row SET went = ?2 WHERE scope = ?1 AND went IS NULL"
    " AND row_id NOT IN (SELECT row_id FROM in_scope)",
    "UPDATE scope_row SET entered = ?2, went = NULL WHERE scope = ?1 AND went IS NOT NULL"
    " AND row_id IN (SELECT row_id FROM in_scope)",
    "INSERT OR IGNORE INTO scope_row (scope, row_id, table_name, entered)"
    " SELECT ?1, row_id, table_name, ?2 FROM in_scope",
)


def _add_parents(connection: Connection) -> None:
    """What rows of the scope refer to comes along, and what that refers to."""
    steps = list(_parents(connection))
    before = -1
    while before != (now := _size(connection)):
        before = now
        for child, column, parent in steps:
            connection.execute(
                "INSERT OR IGNORE INTO in_scope (row_id, table_name)"
                f" SELECT c.{column}, '{parent}' FROM (SELECT row_id, table_name FROM in_scope"
                f" UNION ALL SELECT row_id, table_name FROM leaving) AS s CROSS JOIN {child} AS c"
                f" ON c.id = s.row_id WHERE s.table_name = '{child}' AND c.{column} IS NOT NULL"
            )


def _size(connection: Connection) -> int:
    return int(connection.execute("SELECT count(*) FROM in_scope").fetchone()[0])


def _parents(connection: Connection) -> Iterator[tuple[str, str, str]]:
    """Child table, column, parent table, of every reference to a row that does not go everywhere."""
    for child, column, parent in connection.execute(
        'SELECT m.name, f."from", f."table" FROM sqlite_master AS m,'
        " pragma_foreign_key_list(m.name) AS f WHERE m.type = 'table'"
    ).fetchall():
        if parent not in EVERYWHERE and child not in EVERYWHERE:
            yield child, column, parent
