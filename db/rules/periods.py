"""Periods that reports are about: quarters, half years, years, and what lay before them."""

import calendar
import datetime as dt
from dataclasses import dataclass

MONTH, QUARTER, HALF, YEAR = 1, 3, 6, 12  # months


@dataclass(frozen=True, slots=True)
class Period:
    """From ``first`` to ``last``, both included."""

    first: dt.date
    last: dt.date

    @property
    def before(self) -> "Period":
        """The period of the same length right before: of as many months where these are whole ones."""
        end = self.first - dt.timedelta(days=1)
        months = (self.last.year - self.first.year) * 12 + self.last.month - self.first.month + 1
        if self.first.day == 1 and (self.last + dt.timedelta(days=1)).day == 1:
            return Period(_months_before(self.first, months), end)
        return Period(self.first - (self.last - self.first) - dt.timedelta(days=1), end)

    @property
    def after(self) -> "Period":
        """As many days right after."""
        begin = self.last + dt.timedelta(days=1)
        return Period(begin, begin + (self.last - self.first))


def around(day: dt.date, months: int) -> Period:
    """The quarter, half year or year that a day lies in."""
    begin = (day.month - 1) // months * months + 1
    end = begin + months - 1
    last = dt.date(day.year, end, calendar.monthrange(day.year, end)[1])
    return Period(dt.date(day.year, begin, 1), last)


def week(day: dt.date) -> Period:
    """From Monday to Sunday."""
    monday = day - dt.timedelta(days=day.weekday())
    return Period(monday, monday + dt.timedelta(days=6))


def _months_before(day: dt.date, months: int) -> dt.date:
    """The first of the month so many months before the first of a month."""
    number = day.year * 12 + day.month - 1 - months
    return dt.date(number // 12, number % 12 + 1, 1)
