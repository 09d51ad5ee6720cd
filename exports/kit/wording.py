"""How dates and periods are said on paper."""

import datetime as dt

from db.queries.activities import SessionRow
from db.rules.dates import DAY, stored
from resources.texts import N_, Texts


def said_period(t: Texts, starts: str | None, ends: str | None) -> str:
    """Dates of an activity as they stand on paper, with the weekday where one day is known."""
    first, last = stored(starts), stored(ends)
    if first and first.precision == DAY and (last is None or last == first):
        return t.day_and_date(first.first)
    if first and last and first.precision == last.precision == DAY:
        return _span(t, first.first, last.last)
    return said_span(t, starts, ends)


def said_span(t: Texts, starts: str | None, ends: str | None) -> str:
    """From when to when something lasts or lasted; without an end ``sejak 12 Maret 2025``."""
    first, last = stored(starts), stored(ends)
    return t.period(
        first.first if first else None,
        last.last if last else None,
        first.precision if first else DAY,
        last.precision if last else DAY,
    )


def _span(t: Texts, first: dt.date, last: dt.date) -> str:
    days = [t.day_and_date(day).split(",")[0] for day in (first, last)]
    return f"{days[0]}–{days[1]}, {t.period(first, last)}"


def said_hours(t: Texts, session: SessionRow) -> str:
    """From which to which hour a session goes, as far as it is known."""
    return "–".join(t.time(time) for time in (session.start_time, session.end_time) if time)


def town(places: str | None) -> str:
    """What stands before the date where somebody signs: ``Batang`` of ``Kabupaten Batang, Kota Tegal``."""
    first = (places or "").split(",")[0]
    return first.removeprefix("Kabupaten ").removeprefix("Kota ")


# What stands in a narrow column: perempuan and laki-laki, female and male.
SEX_LETTERS = {"id": {"female": "P", "male": "L"}, "en": {"female": "F", "male": "M"}}

SAMPLE = N_("Sample – made-up data")

# Documents that are filled by hand carry no time of their data.
DATA_TIME = "2020-01-01T00:00:00"
