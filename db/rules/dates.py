"""Dates as people give them: a day, a month, a quarter or a year; open, or not stated."""

import calendar
import contextlib
import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache

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
            "jan januari january",
            "feb februari february pebruari peb",
            "mar maret march mrt",
            "apr april",
            "mei may",
            "jun juni june",
            "jul juli july",
            "agu agt agst agts ags agust agustus aug august",
            "sep sept september",
            "okt oktober oct october",
            "nov november nopember nop",
            "des desember dec december",
        ),
        start=1,
    )
    for name in names.split()
}
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}

# Words around a date that say nothing more about it: days of the week, 'tanggal', the time of a cell.
_BESIDES = re.compile(
    r"\b(?:senin|selasa|rabu|kamis|jum['’‘`]?at|sabtu|minggu|ahad|(?:sen|sel|rab|kam|jum|sab|min)\b\.?"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday|(?:mon|tue|wed|thu|fri|sat|sun)\b\.?"
    r"|tanggal|tgl\.?|tahun|thn?\.)(?![a-z])\s*,?|[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?$",
    re.IGNORECASE,
)
# Further back or ahead a year is a slip of the keyboard.
_EARLIEST, _LATEST = 1800, 2199


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
        text = _plain(typed)
        for pattern, make in _FORMS:
            found = pattern.fullmatch(text)
            if found:
                with contextlib.suppress(ValueError, KeyError):
                    date = make(*found.groups())
                    if _EARLIEST <= date.first.year <= _LATEST:
                        return date
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


@lru_cache(4096)  # lists say the same days again and again
def stored(text: str | None) -> PartialDate | None:
    """A stored date; None for one that is open or not stated.

    Raises:
        UserError: it is no date, or there is no such day.
    """
    if text is None or text == OPEN:
        return None
    found = _STORED.fullmatch(text)
    if found:
        with contextlib.suppress(ValueError):  # it looks like one, and there is no such day
            return _iso(*found.groups())
    return PartialDate.parse(text)


def first_day(text: str | None) -> dt.date | None:
    """First day that a stored date may mean."""
    date = stored(text)
    return None if date is None else date.first


def parse_period(typed: str) -> tuple[PartialDate, PartialDate]:
    """``8-9 September 2015``, ``30 Sept s.d. 2 Okt 2023`` or a single date as a start and an end.

    What the start leaves out, month or year, is that of the end.

    Raises:
        UserError: it is no date, or ends before it starts.
    """
    with contextlib.suppress(UserError):
        whole = PartialDate.parse(typed)
        return whole, whole
    text = _plain(typed)
    for between in _BETWEEN.finditer(text):
        with contextlib.suppress(UserError):
            end = PartialDate.parse(text[between.end() :])
            start = _start(text[: between.start()], text[between.end() :], end)
            if start is not None:
                return start, end
    raise UserError(NOT_A_DATE, typed=typed)


_BETWEEN = re.compile(
    r"\s*(?:-|–|—|\bs\.?\s?/?d\.?(?![a-z])|\b(?:sampai(?: dengan)?|hingga|until|to)\b)\s*",
    re.IGNORECASE,
)


def _start(text: str, typed_end: str, end: PartialDate) -> PartialDate | None:
    """Start of a period, completed from its end; None where it is none, or lies behind the end."""
    if not text:
        return None
    if re.fullmatch(r"\d{1,2}", text) and end.precision == DAY:
        candidates = [text + re.sub(r"^\d{1,2}", "", _plain(typed_end))]
    else:
        candidates = [text, f"{text}{'/' if '/' in text else ' '}{end.last.year}"]
    for candidate in candidates:
        with contextlib.suppress(UserError):
            start = PartialDate.parse(candidate)
            if start.first <= end.last:
                return start
    return None


def _plain(typed: str) -> str:
    """A typed date without what stands around it."""
    text, besides = _BESIDES.subn(" ", typed.strip())
    return " ".join(text.lstrip(" ,-–" if besides else " ").rstrip(" ,;").split())


def _span(year: int, first_month: int, last_month: int) -> tuple[dt.date, dt.date]:
    last = calendar.monthrange(year, last_month)[1]
    return dt.date(year, first_month, 1), dt.date(year, last_month, last)


def _year(text: str) -> int:
    """Two digits mean this century, or the last one where that would be far in the future."""
    number = int(text.lstrip("'’‘"))
    if number >= 100:
        return number
    return 2000 + number if number <= dt.date.today().year % 100 + 5 else 1900 + number  # noqa: DTZ011 - a year only


def _month(text: str) -> int:
    return int(text) if text.isdigit() else _MONTHS[text.lower().rstrip(".")]


def _day(day: str, month: str, year: str) -> PartialDate:
    return PartialDate.of_day(dt.date(_year(year), _month(month), int(day)))


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


_YEAR = r"(\d{4}|['’‘]?\d{2})"
_STORED = re.compile(r"(\d{4}-\d{2}-\d{2})(?:~(month|quarter|year))?")
_FORMS = (
    (_STORED, _iso),
    (re.compile(rf"(\d{{1,2}})[/.-](\d{{1,2}})[/.-]{_YEAR}"), _day),
    (re.compile(rf"(\d{{1,2}})[ .-]([A-Za-z]+\.?)[ ,.-]+{_YEAR}"), _day),
    (
        re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})"),
        lambda year, month, day: _day(day, month, year),
    ),
    (
        re.compile(r"([A-Za-z]+\.?) (\d{1,2}),? (\d{4})"),
        lambda month, day, year: _day(day, month, year),
    ),
    (
        re.compile(r"(\d{4})-(\d{1,2})"),
        lambda year, month: PartialDate.of_month(int(year), int(month)),
    ),
    (
        re.compile(r"(\d{1,2})[/.-](\d{4})"),
        lambda month, year: PartialDate.of_month(int(year), int(month)),
    ),
    (
        # 'Des 14' would be a day: two digits are a year only behind a hyphen or an apostrophe.
        re.compile(r"([A-Za-z]+\.?)(?:[ ,/-]+(?=\d{4}|['’‘])|[/-])(\d{4}|['’‘]?\d{2})"),
        lambda month, year: PartialDate.of_month(_year(year), _month(month)),
    ),
    (
        re.compile(r"(\d{4})[- ]?[QqTt]([1-4])"),
        lambda year, quarter: PartialDate.of_quarter(int(year), int(quarter)),
    ),
    (
        re.compile(
            r"(?:triwulan|tw|kuartal|quarter|q)\.? ?(i{1,3}|iv|[1-4])[ /-](\d{4})", re.IGNORECASE
        ),
        lambda quarter, year: PartialDate.of_quarter(int(year), _QUARTERS[quarter.lower()]),
    ),
    (re.compile(r"(\d{4})"), lambda year: PartialDate.of_year(int(year))),
)
