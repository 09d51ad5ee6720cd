"""Texts in two languages: gettext without any toolkit; dates and numbers as people read them."""

import datetime as dt
import gettext
from decimal import ROUND_HALF_UP, Decimal
from functools import cache

from resources import resource
from resources.words import DAYS, MONTHS, ROMAN, in_words

Day = dt.date  # the class has a method of the name date

LANGUAGES = ("id", "en")

# What joins a number to its unit or sign, so that no line break comes between.
_NO_BREAK = "\u00a0"


def N_(text: str) -> str:  # noqa: N802 - the name that every gettext tool knows
    """Mark a text for translation where it is written, without translating it."""
    return text


def NN_(singular: str, plural: str) -> tuple[str, str]:  # noqa: N802 - as above
    """Mark a text that depends on a number."""
    return singular, plural


class Texts:
    """One language: ``t("Saved {name}", name=…)`` translates, then fills the placeholders.

    A missing fact raises KeyError: a text with a hole in it is a bug.
    """

    def __init__(self, language: str) -> None:
        self.language = language
        self._catalogue = _catalogue(language)

    def __call__(self, msgid: str, /, **facts: object) -> str:
        """The text in this language, its placeholders filled."""
        if not msgid:
            return ""
        text = self._catalogue.gettext(msgid)
        return text.format(**facts) if facts or "{" in text else text

    def count(self, singular: str, plural: str, number: int, /, **facts: object) -> str:
        """A text that depends on a number; ``{n}`` in it is the number as people write it."""
        text = self._catalogue.ngettext(singular, plural, number)
        return text.format(n=self.number(number), **facts)

    def label(self, pair: tuple[str, str] | None) -> str:
        """The side of an (Indonesian, English) pair that belongs to this language."""
        return "" if pair is None else pair[0 if self.language == "id" else 1]

    # Numbers

    def number(self, value: float | Decimal, decimals: int = 0) -> str:
        """``1.234,5`` in Indonesian, ``1,234.5`` in English; halves go up, as people and Excel round."""
        text = f"{_rounded(value, decimals):,.{decimals}f}"
        return text if self.language == "en" else text.translate(_COMMA_AND_POINT)

    def short_number(self, value: float | Decimal) -> str:
        """A number with as many decimals as it has: nothing is lost where it is shown to be changed."""
        exponent = Decimal(str(value)).normalize().as_tuple().exponent
        return self.number(value, max(-int(exponent), 0))

    def typed_number(self, text: str) -> float | str:
        """What was typed as a number in the way of the language; the text itself where it is none."""
        group, point = (",", ".") if self.language == "en" else (".", ",")
        try:
            return float(text.replace(" ", "").replace(group, "").replace(point, "."))
        except ValueError:
            return text

    def percent(self, share: float | Decimal, decimals: int = 0) -> str:
        """A share of 1 as percent: ``35 %`` in Indonesian, ``35%`` in English."""
        gap = _NO_BREAK if self.language == "id" else ""
        return f"{self.number(Decimal(str(share)) * 100, decimals)}{gap}%"

    def span(self, low: float, high: float, unit: str = "") -> str:
        """``2–3``, ``12–18 %``; one number where both are the same."""
        end = self._with_unit(high, unit)
        return end if low == high else f"{self._shortest(low)}–{end}"

    def money(self, rupiah: int) -> str:
        """Whole Rupiah: ``Rp1.500.000``."""
        return f"Rp{self.number(rupiah)}"

    def words(self, number: int) -> str:
        """A whole number in words."""
        return in_words(number, self.language)

    def time(self, clock: str) -> str:
        """``09:00`` as ``09.00`` in Indonesian."""
        return clock.replace(":", ".") if self.language == "id" else clock

    def qualified(
        self, qualifier: str, minimum: float | None, maximum: float | None, unit: str = ""
    ) -> str:
        """A figure that was said, with the words it was said with: ``lebih dari 50``, ``sekitar 35 %``.

        A qualifier that Rembuk has no sentence for stands in brackets behind the figure, never left out.

        Raises:
            ValueError: no figure was said.
        """
        said = [value for value in (minimum, maximum) if value is not None]
        if not said:
            raise ValueError(qualifier)
        low, high = said[0], said[-1]
        if low != high and qualifier in ("between", "exact"):
            return self(BETWEEN, low=self._with_unit(low, unit), high=self._with_unit(high, unit))
        figure = self.span(low, high, unit)
        if qualifier in QUALIFIERS:
            return self(QUALIFIERS[qualifier], figure=figure)
        return f"{figure} ({qualifier})"

    def _with_unit(self, value: float, unit: str) -> str:
        if unit == "%":
            return self.percent(Decimal(str(value)) / 100, _decimals(value))
        text = self._shortest(value)
        return f"{text}{_NO_BREAK}{unit}" if unit else text

    def _shortest(self, value: float) -> str:
        """Whole numbers without decimals, others with one."""
        return self.number(value, _decimals(value))

    # Dates

    def date(self, day: Day, precision: str = "day") -> str:
        """``14 Desember 2023``, ``Desember 2023``, ``Triwulan III 2020`` or ``2020``.

        Raises:
            ValueError: there is no such precision.
        """
        month = MONTHS[self.language][day.month - 1]
        match precision:
            case "day":
                return f"{day.day} {month} {day.year}"
            case "month":
                return f"{month} {day.year}"
            case "quarter":
                return self(QUARTER, quarter=ROMAN[(day.month - 1) // 3], year=day.year)
            case "year":
                return str(day.year)
            case _:
                raise ValueError(precision)

    def weekday(self, day: Day) -> str:
        """``Kamis``."""
        return DAYS[self.language][day.weekday()]

    def day_and_date(self, day: Day) -> str:
        """``Kamis, 14 Desember 2023``."""
        return f"{self.weekday(day)}, {self.date(day)}"

    def date_words(self, day: Day) -> str:
        """``Kamis, empat belas Desember dua ribu dua puluh tiga``, for official records."""
        month = MONTHS[self.language][day.month - 1]
        return f"{self.weekday(day)}, {self.words(day.day)} {month} {self.words(day.year)}"

    def period(
        self,
        first: Day | None,
        last: Day | None,
        first_precision: str = "day",
        last_precision: str = "day",
    ) -> str:
        """``8–9 September 2015``, ``sejak 2017``, ``sampai 14 Desember 2023``; empty when both are unknown."""
        if first is None and last is None:
            return ""
        if first is None or last is None:
            known, precision = (first, first_precision) if last is None else (last, last_precision)
            assert known is not None  # noqa: S101 - one of the two is
            said = self.date(known, precision)
            return self(SINCE, date=said) if last is None else self(UNTIL, date=said)
        start, end = self.date(first, first_precision), self.date(last, last_precision)
        if start == end:
            return end
        return f"{self._without_year(first, last, first_precision, last_precision)}–{end}"

    def _without_year(self, first: Day, last: Day, precision: str, last_precision: str) -> str:
        """Start of a period, without what its end says anyway."""
        if precision != last_precision or first.year != last.year:
            return self.date(first, precision)
        month = MONTHS[self.language][first.month - 1]
        match precision:
            case "day":
                return str(first.day) if first.month == last.month else f"{first.day} {month}"
            case "month":
                return month
            case _:
                return self.date(first, precision)


QUARTER = N_("Quarter {quarter} {year}")
SINCE = N_("since {date}")
UNTIL = N_("until {date}")
BETWEEN = N_("between {low} and {high}")
QUALIFIERS = {
    "exact": "{figure}",
    "more_than": N_("more than {figure}"),
    "less_than": N_("fewer than {figure}"),
    "about": N_("about {figure}"),
    "planned": N_("{figure} (planned)"),
    "claimed": N_("{figure} (claimed)"),
}

_COMMA_AND_POINT = str.maketrans(",.", ".,")


def _rounded(value: float | Decimal, decimals: int) -> Decimal:
    exact = Decimal(str(value)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return exact + 0  # a rounded -0 is 0


def _decimals(value: float) -> int:
    return 0 if float(value).is_integer() else 1


@cache
def translator(language: str) -> Texts:
    """The texts of a language; made once."""
    return Texts(language)


def _catalogue(language: str) -> gettext.NullTranslations:
    if language not in LANGUAGES:
        raise ValueError(language)
    return gettext.translation(
        "rembuk", str(resource("translations")), languages=[language], fallback=language == "en"
    )
