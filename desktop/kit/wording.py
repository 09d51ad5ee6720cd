"""How lists say dates, and what is made up."""

import datetime as dt
from typing import TYPE_CHECKING

from db.log.fold import REMOVED
from db.rules.dates import stored
from desktop.texts import N_, Texts

if TYPE_CHECKING:
    from db.queries.exchange import DeviceRow

ERASED = N_(
    "Older backups beside the file were replaced. Delete copies that lie elsewhere yourself; other "
    "computers erase as soon as they take in the next file."
)
VEILED = N_("protected")  # stands for what is not told of somebody until names are shown
SEXES = (
    ("female", N_("Female")),
    ("male", N_("Male")),
    ("other", N_("Other")),
    ("not_said", N_("Prefers not to say")),
)


def today() -> dt.date:
    """The day on the wall."""
    return dt.date.today()  # noqa: DTZ011 - the day where it is said


def said_date(t: Texts, value: str | None) -> str:
    """A stored date in words; nothing where there is none."""
    date = stored(value)
    return t.date(date.first, date.precision) if date else ""


def said_when(t: Texts, starts: str | None, ends: str | None) -> str:
    """Dates of an activity as a list shows them."""
    first, last = stored(starts), stored(ends)
    return t.period(
        first.first if first else None,
        last.last if last else None,
        first.precision if first else "day",
        last.precision if last else "day",
    )


def local_time(t: Texts, made_at: str | None) -> str:
    """A time of the log as the clock on the wall shows it; nothing where there is none."""
    if made_at is None:
        return ""
    time = dt.datetime.fromisoformat(made_at).astimezone()
    return f"{t.date(time.date())}, {t.time(f'{time:%H:%M}')}"


def device_state(row: "DeviceRow") -> str:
    """A msgid that says what a computer is to this one."""
    if row.dismissed:
        return N_("Dismissed")
    if row.here:
        return N_("This computer")
    return N_("A part") if row.scope.key else N_("Everything")


def field_name(t: Texts, table: str, field: str) -> str:
    """What people call a field."""
    from exports.kit.field_words import COLUMNS

    if field == REMOVED:
        return t(N_("Removed"))
    return t(COLUMNS.get(f"{table}.{field}") or COLUMNS.get(field, field))


def marked(t: Texts, text: str, sample: object) -> str:
    """A name, with a word behind it where the row is made up."""
    return f"{text} · {t(N_('sample'))}" if sample else text
