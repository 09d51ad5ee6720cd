"""Which session each column of presence is about."""

import re

from db.engine import Reader
from db.errors import UserError
from db.imports import fields
from db.imports.columns import ATTENDANCE
from db.imports.plan import Plan, Sitting
from db.rules.dates import DAY, PartialDate
from resources.texts import N_

NO_SESSION = N_(
    "For which session is this list? The activity has several; choose one, or write the date of the "
    "session above the list."
)
NO_SESSIONS = N_("The activity has no sessions yet. Add a session first, then read the list again.")
TOO_MANY = N_(
    "The list has {columns} columns of presence, but the activity has {sessions} sessions. "
    "Add the missing sessions first, then read the list again."
)
_ROMAN = {
    "i": 1,
    "ii": 2,
    "iii": 3,
    "iv": 4,
    "v": 5,
    "vi": 6,
    "vii": 7,
    "viii": 8,
    "ix": 9,
    "x": 10,
}
_ORDINALS = {"pertama": 1, "kedua": 2, "ketiga": 3, "keempat": 4, "kelima": 5}


def key(sheet: str, column: int) -> str:
    """Name of a column of presence within its file."""
    return f"{column}:{sheet}"


def sittings(reader: Reader, plan: Plan, session: str | None) -> list[Sitting]:
    """Columns of presence with their sessions; for a list without such columns the one it was taken in.

    Raises:
        UserError: it cannot be told which session is meant.
    """
    known = [] if plan.activity is None else _sessions(reader, plan.activity)
    columns = [
        (key(table.sheet, column.index), column.heading)
        for table in plan.tables
        for column in table.columns
        if column.meaning == fields.PRESENCE
    ]
    if columns:
        return _by_columns(columns, known, made=plan.activity is None)
    if plan.target != ATTENDANCE and not _is_meeting(plan):
        return []
    return [Sitting("", "", *_of_list(plan, known, session))]


def _is_meeting(plan: Plan) -> bool:
    return any(
        column.meaning in (fields.MINUTES, fields.JOINED)
        for table in plan.tables
        for column in table.columns
    )


def _sessions(reader: Reader, activity: str) -> list[tuple[str, int, str | None]]:
    return reader.rows(
        lambda row, number, date: (row, number, date),
        "SELECT id, number, date FROM activity_session WHERE activity_id = ? AND removed = 0"
        " ORDER BY number, id",
        (activity,),
    )


def _by_columns(
    columns: list[tuple[str, str]], known: list[tuple[str, int, str | None]], *, made: bool
) -> list[Sitting]:
    headings = list(dict.fromkeys(heading for _, heading in columns))
    if made:
        return [Sitting(one, heading, None, _day(heading)) for one, heading in columns]
    if not known:
        raise UserError(NO_SESSIONS)
    by_number = {number: row for row, number, _ in known}
    by_date = {date: row for row, _, date in known if date}
    found = []
    for one, heading in columns:
        place = headings.index(heading)
        row = by_date.get(_day(heading) or "") or by_number.get(_number(heading) or -1)
        if row is None and place < len(known) and len(headings) <= len(known):
            row = known[place][0]
        if row is None:
            raise UserError(TOO_MANY, columns=len(headings), sessions=len(known))
        found.append(Sitting(one, heading, row))
    return found


def _of_list(
    plan: Plan, known: list[tuple[str, int, str | None]], session: str | None
) -> tuple[str | None, str | None]:
    if session is not None:
        return session, None
    if plan.activity is None:
        return None, plan.offer.starts
    on_day = [row for row, _, date in known if date and date == plan.offer.starts]
    if len(on_day) == 1:
        return on_day[0], None
    if len(known) == 1:
        return known[0][0], None
    raise UserError(NO_SESSION if known else NO_SESSIONS)


def _number(heading: str) -> int | None:
    for word in fields.plain(heading).split():
        if word.isdigit():
            return int(word)
        if word in _ROMAN or word in _ORDINALS:
            return _ROMAN.get(word) or _ORDINALS[word]
    return None


def _day(heading: str) -> str | None:
    found = re.search(r"\d{1,2}[/.\s-]\w+[/.\s-]'?\d{2,4}|\d{4}-\d{2}-\d{2}", heading)
    if found is None:
        return None
    try:
        day = PartialDate.parse(found[0])
    except UserError:
        return None
    return day.start_text() if day.precision == DAY else None
