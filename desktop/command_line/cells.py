"""Values of rows as people read them in a table of the command line."""

import datetime as dt
import re
from typing import Any

from db.queries.statistics import SEXES
from db.rules.attendance import LABELS, LETTERS
from db.rules.dates import stored
from resources.texts import N_, Texts

LEVELS = {
    "country": N_("Country"),
    "province": N_("Province"),
    "regency": N_("Kabupaten/Kota"),
    "uncertain": N_("Kabupaten or Kota, not yet certain"),
    "subdistrict": N_("Kecamatan"),
    "village": N_("Village"),
    "division": N_("State or division"),
    "region": N_("Region"),
}

_STORED = re.compile(r"\d{4}-\d{2}-\d{2}(?:~\w+)?")


def cell(t: Texts, name: str, value: Any) -> str:
    """A value of the property ``name``."""
    if value is None:
        return ""
    match name:
        case "sex":
            return t.label(SEXES[value])
        case "marks":
            return " ".join("–" if mark is None else LETTERS[t.language][mark] for mark in value)
        case "sample":
            return t(N_("Sample")) if value else ""
        case "level":
            return t(LEVELS[value])
        case "status" if value in LABELS:
            return t(LABELS[value])
    if isinstance(value, tuple):
        return t.label((value[0], value[1]))
    if isinstance(value, bool):
        return t(N_("Yes")) if value else t(N_("No"))
    if isinstance(value, int):
        return t.number(value)
    return said_date(t, value) if _STORED.fullmatch(value) else str(value)


def said_date(t: Texts, text: str) -> str:
    """A stored date as people say it."""
    date = stored(text)
    return text if date is None else t.date(date.first, date.precision)


def local_time(made_at: str) -> str:
    """A time of the log by the clock of this computer."""
    return f"{dt.datetime.fromisoformat(made_at).astimezone():%Y-%m-%d %H:%M}"
