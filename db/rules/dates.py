"""Dates as people give them: a day, a month, a quarter or a year; open, or not stated."""

import calendar
import datetime as dt
import re
from dataclasses import dataclass

from db.errors import UserError
from resources.texts import N_

DAY, MONTH, QUARTER, YEAR = "day", "month", "quarter", "year"
OPEN = ".."

NOT_A_DATE = N_(
    "“{typed}” is not a date that Rembuk understands. Write it as 14/12/2023, 14 December 2023, "
    "12/2023, 2023-Q4 or 2023."
)

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan januari january janu",
            "feb februari february pebruari peb",
            "mar maret march mrt",
            "apr april",
            "mei may",
            "jun juni june",
            "jul juli july",
            "agu agt agust agustus aug august ags",
            "sep sept september",
            "okt oktober oct october",
            "nov november nopember nop",
            "des desember dec december",
        ),
        start=1,
    )
    for name in names.split()
}
_DAYS = "senin selasa rabu kamis jumat jum'at sabtu minggu ahad monday tuesday wednesday thursday friday saturday sunday"
_WEEKDAY = re.compile(rf"^(?:{'|'.join(_DAYS.split())})\s*,?\s*", re.IGNORECASE)
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date as precise as it is known; ``first`` and ``last`` are the days that it may mean.

    Stored as its first day (as an end: its last day), and ``~month``, ``~quarter`` or ``~year`` after
    it where it is no day: the text sorts as the dates do.
    """

    first: dt.date
    last: dt.date
    precision: str

    @classmethod
    def of_day(cls, day: dt.date) -> "PartialDate":
        """A date known to the day."""
        return cls(day, day, DAY)

    @classmethod
    def of_month(cls, year: int, month: int) -> "PartialDate":
        """A month."""
        return cls(*_span(year, month, month), MONTH)

    @classmethod
    def of_quarter(cls, year: int, quarter: int) -> "PartialDate":
        """A quarter, 1 to 4."""
        return cls(*_span(year, quarter * 3 - 2, quarter * 3), QUARTER)

    @classmethod
    def of_year(cls, year: int) -> "PartialDate":
        """A year."""
        return cls(*_span(year, 1, 12), YEAR)

    @classmethod
    def parse(cls, typed: str) -> "PartialDate":
        """Read what people type, and what is stored.

        Raises:
            UserError: it is no date, or there is no such day.
        """
        text = _WEEKDAY.sub("", " ".join(typed.split()))
        for pattern, make in _FORMS:
            found = pattern.match(text)
            if found:
                try:
                    return make(*found.groups())
                except (ValueError, KeyError):
                    break
        raise UserError(NOT_A_DATE, typed=typed)

    def start_text(self) -> str:
        """Stored form of a start, or of a single date."""
        return self._text(self.first)

    def end_text(self) -> str:
        """Stored form of an end."""
        return self._text(self.last)

    def _text(self, day: dt.date) -> str:
        return day.isoformat() + ("" if self.precision == DAY else f"~{self.precision}")


def stored(text: str | None) -> PartialDate | None:
    """A stored date; None for one that is open or not stated."""
    return None if text is None or text == OPEN else PartialDate.parse(text)


def first_day(text: str | None) -> dt.date | None:
    """First day that a stored date may mean."""
    date = stored(text)
    return None if date is None else date.first


def parse_period(typed: str) -> tuple[PartialDate, PartialDate]:
    """``8-9 September 2015``, ``30 Sept s.d. 2 Okt 2023`` or a single date as a start and an end.

    Raises:
        UserError: it is no date.
    """
    text = _WEEKDAY.sub("", " ".join(typed.split()))
    found = _PERIOD.match(text)
    if found is None:
        whole = PartialDate.parse(text)
        return whole, whole
    start, end = found["start"].strip(), PartialDate.parse(found["end"])
    tail = found["end"].split(maxsplit=1)[1] if " " in found["end"].strip() else ""
    if re.fullmatch(r"\d{1,2}", start):
        start = f"{start} {tail}"
    elif not re.search(r"\d{4}", start):
        start = f"{start} {end.last.year}"
    begin = PartialDate.parse(start)
    if begin.first > end.last:
        raise UserError(NOT_A_DATE, typed=typed)
    return begin, end


_PERIOD = re.compile(
    r"^(?P<start>\d{1,2}(?: ?[A-Za-z']+\.?)?(?: \d{4})?)\s*(?:-|–|s\.?d\.?|s/d|sampai|to)\s*"
    r"(?P<end>\d{1,2} .+)$",
    re.IGNORECASE,
)


def _span(year: int, first_month: int, last_month: int) -> tuple[dt.date, dt.date]:
    last = calendar.monthrange(year, last_month)[1]
    return dt.date(year, first_month, 1), dt.date(year, last_month, last)


def _year(text: str) -> int:
    """Two digits mean this century, or the last one where that would be far in the future."""
    number = int(text.removeprefix("'").removeprefix("’"))
    if number >= 100:
        return number
    return 2000 + number if number <= dt.date.today().year % 100 + 5 else 1900 + number  # noqa: DTZ011 - a year only


def _day(day: str, month: str, year: str) -> PartialDate:
    number = int(month) if month.isdigit() else _MONTHS[month.lower().rstrip(".")]
    return PartialDate.of_day(dt.date(_year(year), number, int(day)))


def _iso(day: str, precision: str | None) -> PartialDate:
    date = dt.date.fromisoformat(day)
    match precision:
        case "month":
            return PartialDate.of_month(date.year, date.month)
        case "quarter":
            return PartialDate.of_quarter(date.year, (date.month + 2) // 3)
        case "year":
            return PartialDate.of_year(date.year)
        case _:
            return PartialDate.of_day(date)


_FORMS = (
    (re.compile(r"^(\d{4}-\d{2}-\d{2})(?:~(month|quarter|year))?$"), _iso),
    (re.compile(r"^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|['’]?\d{2})$"), _day),
    (re.compile(r"^(\d{1,2}) ([A-Za-z]+\.?) (\d{4}|['’]?\d{2})$"), _day),
    (
        re.compile(r"^(\d{4})-(\d{1,2})$"),
        lambda year, month: PartialDate.of_month(int(year), int(month)),
    ),
    (
        re.compile(r"^(\d{1,2})[/.-](\d{4})$"),
        lambda month, year: PartialDate.of_month(int(year), int(month)),
    ),
    (
        re.compile(r"^([A-Za-z]+\.?) (\d{4}|['’]\d{2})$"),
        lambda month, year: PartialDate.of_month(_year(year), _MONTHS[month.lower().rstrip(".")]),
    ),
    (
        re.compile(r"^(\d{4})[- ]?[QqTt]([1-4])$"),
        lambda year, quarter: PartialDate.of_quarter(int(year), int(quarter)),
    ),
    (
        re.compile(r"^(?:triwulan|tw|quarter|q) ?(i{1,3}|iv|[1-4]) (\d{4})$", re.IGNORECASE),
        lambda quarter, year: PartialDate.of_quarter(int(year), _QUARTERS[quarter.lower()]),
    ),
    (re.compile(r"^(\d{4})$"), lambda year: PartialDate.of_year(int(year))),
)
