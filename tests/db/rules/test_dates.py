import contextlib
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.errors import UserError
from db.rules.dates import PartialDate, first_day, parse_period, stored
from resources.texts import LANGUAGES, translator

days = st.dates(dt.date(1900, 1, 1), dt.date(2150, 12, 31))
precisions = st.sampled_from(["day", "month", "quarter", "year"])
languages = st.sampled_from(LANGUAGES)


def known(day: dt.date, precision: str) -> PartialDate:
    return PartialDate.parse(day.isoformat() + ("" if precision == "day" else f"~{precision}"))


@given(days, precisions, languages)
def test_what_rembuk_prints_it_reads(day: dt.date, precision: str, language: str) -> None:
    date = known(day, precision)
    said = translator(language).date(date.first, precision)

    assert PartialDate.parse(said) == PartialDate.parse(said.upper()) == date
    assert parse_period(said) == (date, date)


@given(days, days, st.sampled_from(["day", "month", "quarter", "year"]), languages)
def test_a_period_that_rembuk_prints_it_reads(one, other, precision, language) -> None:
    first, last = sorted((known(one, precision), known(other, precision)))
    said = translator(language).period(first.first, last.last, precision, precision)

    assert parse_period(said) == (first, last)


@given(days, languages)
def test_the_day_of_the_week_is_no_obstacle(day: dt.date, language: str) -> None:
    assert PartialDate.parse(translator(language).day_and_date(day)) == PartialDate.of_day(day)


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("Jum’at, 14 Des 2023", "2023-12-14"),
        ("Kam, 14 Des 23", "2023-12-14"),
        ("tgl. 14 Desember 2023", "2023-12-14"),
        ("2023/12/14", "2023-12-14"),
        ("2023-12-14T00:00:00", "2023-12-14"),
        ("2023-12-14 00:00:00.000", "2023-12-14"),
        ("14-Dec-2023", "2023-12-14"),
        ("14.12.2023", "2023-12-14"),
        ("14 Desember, 2023", "2023-12-14"),
        ("December 14, 2023", "2023-12-14"),
        ("Minggu 3 Januari 2021", "2021-01-03"),
        ("3 agts 2020", "2020-08-03"),
        ("5 Pebruari 1985", "1985-02-05"),
        ("12/05/85", "1985-05-12"),
        ("Des-23", "2023-12-01~month"),
        ("Desember '23", "2023-12-01~month"),
        ("TW III/2020", "2020-07-01~quarter"),
        ("Q3 2020", "2020-07-01~quarter"),
        ("tahun 2020", "2020-01-01~year"),
    ],
)
def test_dates_of_old_lists_are_read(typed: str, text: str) -> None:
    assert PartialDate.parse(typed).start_text() == text


@pytest.mark.parametrize(
    "typed",
    [
        *("0201", "2300", "Des 14", "14 Desember", "14 2023", "12/14/2023", "29/02/2023", "8"),
        *("2020-Q5", "Semester I 2020", "45274", "Mei", "Senin", "-", "2015 -", "- 2015"),
        *("8-9 September 2015", "2023-12-14~decade", "2023-12-14 lusa"),
    ],
)
def test_what_could_be_guessed_only_is_refused(typed: str) -> None:
    with pytest.raises(UserError, match="14/12/2023"):
        PartialDate.parse(typed)


@pytest.mark.parametrize(
    ("typed", "start", "end"),
    [
        ("Selasa-Rabu, 8-9 September 2015", "2015-09-08", "2015-09-09"),
        ("Sabtu, 30 Sept s.d. Senin, 2 Okt 2023", "2023-09-30", "2023-10-02"),
        ("30 Sept s/d 2 Okt 2023", "2023-09-30", "2023-10-02"),
        ("30 September sampai dengan 2 Oktober 2023", "2023-09-30", "2023-10-02"),
        ("8 hingga 9 September 2015", "2015-09-08", "2015-09-09"),
        ("8-9/9/2015", "2015-09-08", "2015-09-09"),
        ("30/9 - 2/10/2023", "2023-09-30", "2023-10-02"),
        ("2015-09-08 – 2015-09-09", "2015-09-08", "2015-09-09"),
        ("8 – 9 Sept '15", "2015-09-08", "2015-09-09"),
        ("Januari–Maret 2023", "2023-01-01~month", "2023-03-31~month"),
        ("Januari - 5 Maret 2023", "2023-01-01~month", "2023-03-05"),
        ("2016-2017", "2016-01-01~year", "2017-12-31~year"),
        ("8-9-2015", "2015-09-08", "2015-09-08"),
    ],
)
def test_periods_of_old_lists_are_read(typed: str, start: str, end: str) -> None:
    first, last = parse_period(typed)
    assert (first.start_text(), last.end_text()) == (start, end)


@pytest.mark.parametrize(
    "typed",
    [
        *("9-8 September 2015", "8 - Oktober 2015", "8-40 September 2015", "2017-2016"),
        *("Desember - Januari 2024", "besok - lusa", "2015 -", "s.d. 2015", ""),
    ],
)
def test_a_period_that_ends_before_it_starts_or_is_none_is_refused(typed: str) -> None:
    with pytest.raises(UserError, match="14/12/2023"):
        parse_period(typed)


@given(st.text(alphabet="0123456789-/. ~'sdJanuari", max_size=16))
def test_whatever_is_typed_is_a_date_or_refused_in_words(typed: str) -> None:
    for read in (PartialDate.parse, parse_period):
        with contextlib.suppress(UserError):
            assert read(typed) is not None


def test_the_first_day_of_what_is_known() -> None:
    assert first_day("2023-12-31~month") == dt.date(2023, 12, 1)
    assert first_day("..") is None
    assert stored("2015-09-08") == PartialDate.of_day(dt.date(2015, 9, 8))
